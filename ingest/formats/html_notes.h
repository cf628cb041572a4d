#pragma once
// Finds the footnotes of a web page: which links and raised digits are note marks, and which elements are the notes.

#include <string_view>
#include <unordered_set>

#include <gumbo.h>

namespace treatygraph::ingest {

/// The tree must outlive it.
class HtmlNotes {
 public:
  /// Walks the whole page.
  explicit HtmlNotes(const GumboNode& root);

  /// Whether an element is the mark of a note, "(1)", or the link from a note back to its mark.
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
