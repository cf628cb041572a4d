#pragma once
// Footnotes of a page: which links are note marks, and where their notes are.

#include <string_view>
#include <unordered_set>

#include <gumbo.h>

namespace treatygraph::ingest {

class HtmlNotes {
 public:
  explicit HtmlNotes(const GumboNode& root);

  /// Whether a link, "(1)", leads to a note, or from a note back to its mark.
  [[nodiscard]] bool is_mark(const GumboNode& element) const;
  /// Whether a mark leads to this element.
  [[nodiscard]] bool is_note(const GumboNode& element) const;

 private:
  void find_raised(const GumboNode& root);

  std::unordered_set<const GumboNode*> raised_marks_;
  std::unordered_set<const GumboNode*> raised_notes_;  ///< paragraphs
  std::unordered_set<std::string_view> targets_;       ///< names of the marks' targets
};

}  // namespace treatygraph::ingest
