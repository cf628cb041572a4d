#pragma once
// Citations of an instrument that the document amends: "Article 2 is deleted" under "The Convention is amended as
// follows:" cites the Convention's article, and so does everything in quoted new text.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/citation/instrument_names.h"
#include "ingest/structure/document.h"
#include "ingest/text/lines.h"

namespace treatygraph::ingest {

/// Finds the amending words of a document once, and answers questions about bytes of its text.
class Amendments {
 public:
  /// The document must outlive it.
  Amendments(const Document& document, const InstrumentNames& names);

  /// Whether the document appears to amend another instrument.
  [[nodiscard]] bool amends() const { return !quoted_.empty() || !scopes_.empty() || !of_title_.empty(); }
  /// Whether the byte is under "The Convention is amended as follows:".
  [[nodiscard]] bool is_in_scope(std::size_t at) const;
  /// Whether the byte is in quoted new text for another instrument.
  [[nodiscard]] bool is_quoted(std::size_t at) const;
  /// Whether the sentence of the citation text[first, last) amends the cited provision: "shall be replaced by the
  /// following" after it, or "In ..., the words ... are inserted" around it.
  [[nodiscard]] bool is_changed(std::size_t first, std::size_t last) const;
  /// The instrument that is amended at the byte, as named by the words before it or by the title: "the Convention".
  /// Empty if the document does not amend there.
  [[nodiscard]] std::string instrument_at(std::size_t at) const;

 private:
  /// Words under "The Convention is amended as follows:".
  struct Scope {
    std::size_t first;
    std::size_t last;
    std::string instrument;
  };

  /// Fills `scopes_`. Each ends with the provision that contains its announcement.
  void find_scopes(const Document& document, const InstrumentNames& names);
  /// Adds new text between single quotation marks to `quoted_`.
  void find_single_quotes();

  std::string_view text_;
  std::vector<LineRange> quoted_;
  std::vector<Scope> scopes_;  ///< outer before inner
  std::string of_title_;       ///< "Convention on Ponds" of "Protocol amending the Convention on Ponds"
};

}  // namespace treatygraph::ingest
