#pragma once
// Finds what is in a Markdown file but not part of the text: front matter and footnotes.

#include <cstddef>
#include <string>
#include <string_view>

namespace treatygraph::ingest {

/// A Markdown file with the same bytes at the same positions, and blanks for what is left out.
struct MarkdownBody {
  std::string text;
  std::string title;          ///< from the front matter
  std::size_t footnotes = 0;  ///< left out
};

/// Marks in MarkdownBody::text where the mark of a footnote was, so that it can be removed from a word without
/// splitting it.
inline constexpr char kNoteMark = '\x01';

[[nodiscard]] MarkdownBody body_of_markdown(std::string_view markdown);

/// The end of YAML or TOML front matter at the beginning of a file; 0 if there is none.
[[nodiscard]] std::size_t front_matter_size(std::string_view markdown);

}  // namespace treatygraph::ingest
