#pragma once
// Text of a document that is in no provision and not in its title, with the reason.

#include <cstddef>
#include <string>
#include <string_view>

namespace treatygraph::ingest {

/// Reasons from Testimonium on concern the content of the document: see is_of_text().
enum class LeftoverReason {
  Contents,     ///< a table of contents
  RunningHead,  ///< repeated at the top or bottom of pages
  PageNumber,
  Footnote,
  Testimonium,    ///< the testimonium (signed where and when) and the signatures
  Table,          ///< rows of figures
  OtherLanguage,  ///< `detail` says which
  NotUnderstood
};

/// The name of the reason in reports: "contents", "running head", ... "not understood".
[[nodiscard]] std::string_view name_of(LeftoverReason reason);

/// A range of the file's own text that is not in the structure.
struct Leftover {
  std::size_t start = 0;       ///< in characters of the file's own text
  std::size_t end = 0;         ///< one past its last character
  std::size_t line = 0;        ///< line in the file's own text, from 1
  std::size_t characters = 0;  ///< number of characters without white space
  LeftoverReason reason = LeftoverReason::NotUnderstood;
  std::string detail;            ///< detail such as "French"; empty for most reasons
  std::string first_words;       ///< first words, white space collapsed
  const char* line_is = "line";  ///< "paragraph" in files of word processors, which have no lines
};

/// Whether the text belongs to the content of the document, and not to its pages or table of contents.
[[nodiscard]] bool is_of_text(const Leftover& leftover);

}  // namespace treatygraph::ingest
