#pragma once
// Capitals for texts of collections that write everything in small letters: names are told from words by their
// capitals, "the convention" from "a convention", "article v" from "article 5".

#include <optional>
#include <string>
#include <string_view>

namespace treatygraph::ingest {

/// A text and a title of the same bytes, but for the letters that became capitals.
struct InCapitals {
  std::string text;
  std::string title;
};

/// Nothing where the text has capitals of its own.
[[nodiscard]] std::optional<InCapitals> names_in_capitals(std::string_view text, std::string_view title);

}  // namespace treatygraph::ingest
