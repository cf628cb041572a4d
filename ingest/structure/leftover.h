#pragma once
// Words of a document that are in no provision and not in its title, and why.

#include <cstddef>
#include <string>
#include <string_view>

namespace treatygraph::ingest {

enum class LeftoverReason {
  Contents,     ///< a table of contents
  RunningHead,  ///< repeated at the head or foot of pages
  PageNumber,
  Footnote,
  Testimonium,    ///< that it was signed, where and when; and the signatures
  Table,          ///< rows of figures
  OtherLanguage,  ///< `detail` says which
  NotUnderstood
};

/// "contents", "running head", ... "not understood".
[[nodiscard]] std::string_view name_of(LeftoverReason reason);

struct Leftover {
  std::size_t start = 0;       ///< in characters of the file's own text
  std::size_t end = 0;         ///< one past its last character
  std::size_t line = 0;        ///< of the file's own text, counted from one; see `line_is`
  std::size_t characters = 0;  ///< without white space
  LeftoverReason reason = LeftoverReason::NotUnderstood;
  std::string detail;            ///< "French"; empty for most reasons
  std::string first_words;       ///< white space folded
  const char* line_is = "line";  ///< "paragraph" in files of word processors, which have no lines
};

/// Whether its words are the document's, which a reader may miss: not what a page or a table of contents adds.
[[nodiscard]] bool is_of_text(const Leftover& leftover);

}  // namespace treatygraph::ingest
