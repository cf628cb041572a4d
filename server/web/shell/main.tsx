// The page: where it starts.
import "../design/tokens.css";
