#pragma once
// What a document cites of an instrument that it amends: "Article 2 is deleted" under "The Convention is amended as
// follows:" is the Convention's article, and so is all that its quoted new text cites.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/citation/instrument_names.h"
#include "ingest/structure/document.h"
#include "ingest/text/lines.h"

namespace treatygraph::ingest {

class Amendments {
 public:
  /// The document must outlive it.
  Amendments(const Document& document, const InstrumentNames& names);

  /// Whether the document seems to change another instrument at all.
  [[nodiscard]] bool amends() const { return !quoted_.empty() || !scopes_.empty() || !of_title_.empty(); }
  /// Whether the byte stands under "The Convention is amended as follows:".
  [[nodiscard]] bool is_in_scope(std::size_t at) const;
  /// Whether the byte stands in new text that is quoted for another instrument.
  [[nodiscard]] bool is_quoted(std::size_t at) const;
  /// Whether the words text[first, last), a citation, name what their sentence changes: "shall be replaced by the
  /// following" behind them, or "In ..., the words ... are inserted" around them.
  [[nodiscard]] bool is_changed(std::size_t first, std::size_t last) const;
  /// The instrument that is amended where the byte stands, as the words before it or the title name it: "the
  /// Convention". Empty where the document does not amend there.
  [[nodiscard]] std::string instrument_at(std::size_t at) const;

 private:
  /// Words under "The Convention is amended as follows:".
  struct Scope {
    std::size_t first;
    std::size_t last;
    std::string instrument;
  };

  void find_scopes(const Document& document, const InstrumentNames& names);
  void find_single_quotes();

  std::string_view text_;
  std::vector<LineRange> quoted_;
  std::vector<Scope> scopes_;  ///< outer ones before inner ones
  std::string of_title_;       ///< "Convention on Ponds" of "Protocol amending the Convention on Ponds"
};

}  // namespace treatygraph::ingest
