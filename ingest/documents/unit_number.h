#pragma once
// Extracts the number from what is printed before an article, a chapter or a point, in several languages.

#include <string>
#include <string_view>

namespace treatygraph::ingest {

/// "1" of "Art. 1º" and "§ 1", "5-A" of "Art. 5º-A", "I" of "TÍTULO I", "a" of "a)", "8bis" of "Article 8 bis", "3" of
/// "Article three". Empty if the last word is neither a number nor one or two letters.
[[nodiscard]] std::string unit_number(std::string_view printed);

}  // namespace treatygraph::ingest
