#pragma once
// What stands in a Markdown file and is no part of the text: front matter and footnotes.

#include <cstddef>
#include <string>
#include <string_view>

namespace treatygraph::ingest {

/// A Markdown file with the same bytes at the same places, but blanks for what is left out.
struct MarkdownBody {
  std::string text;
  std::string title;          ///< as front matter gives it
  std::size_t footnotes = 0;  ///< that were left out
};

/// Stands in MarkdownBody::text where the mark of a footnote stood: to be left out of a word without parting it.
inline constexpr char kNoteMark = '\x01';

[[nodiscard]] MarkdownBody body_of_markdown(std::string_view markdown);

/// One past front matter in YAML or TOML that a file begins with; 0 where there is none.
[[nodiscard]] std::size_t front_matter_size(std::string_view markdown);

}  // namespace treatygraph::ingest
