// The head of every view: home, the one box, the rooms, the data.
import { address } from "../address/address";
import { AskBox } from "./ask_box";

const ROOMS = [["/", "Read", ["", "read", "node"]], ["/ask", "Ask", ["ask"]], ["/query", "Query", ["query"]], ["/about", "About", ["about"]]] as const;

export function Header() {
  const room = address.value.path[0] ?? "";
  return (
    <header class="top">
      <a class="brand" href="/">treatygraph</a>
      <AskBox />
      <nav aria-label="Rooms">
        {ROOMS.map(([href, name, paths]) =>
          <a key={name} href={href === "/ask" ? "/ask/questions" : href} aria-current={(paths as readonly string[]).includes(room) ? "page" : undefined}>{name}</a>)}
      </nav>
    </header>
  );
}
