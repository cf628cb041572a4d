#pragma once
// Restores capitals in texts of collections that print everything in small letters. The grammar tells names from words
// by their capitals: "the convention" from "a convention", "article v" from "article 5".

#include <optional>
#include <string>
#include <string_view>

namespace treatygraph::ingest {

/// Copies of a text and a title that differ from them only in capitals, so all byte offsets stay valid.
struct InCapitals {
  std::string text;
  std::string title;
};

/// The English text and title with capitals in names, titles and Roman numerals. Nothing if the text has capitals of
/// its own, or if it is too short to tell.
[[nodiscard]] std::optional<InCapitals> names_in_capitals(std::string_view text, std::string_view title);

}  // namespace treatygraph::ingest
