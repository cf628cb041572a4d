#pragma once
// Finds the parts of a Markdown file that are not part of the text: front matter and footnotes. md4c knows neither.

#include <cstddef>
#include <string>
#include <string_view>

namespace treatygraph::ingest {

/// A Markdown file with all bytes at the same positions, and blanks instead of what is left out.
struct MarkdownBody {
  std::string text;
  std::string title;          ///< from the front matter
  std::size_t footnotes = 0;  ///< left out
};

/// Written in MarkdownBody::text instead of each byte of a footnote's mark. A blank would split the word that the mark
/// is attached to, so the reader removes this byte instead.
inline constexpr char kNoteMark = '\x01';

/// Only footnotes that are defined are recognized; "[^1]" without a definition stays as it is.
[[nodiscard]] MarkdownBody body_of_markdown(std::string_view markdown);

/// The end of YAML or TOML front matter at the beginning of a file; 0 if there is none.
[[nodiscard]] std::size_t front_matter_size(std::string_view markdown);

}  // namespace treatygraph::ingest
