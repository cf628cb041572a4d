#pragma once
// The state of the parser of citations: its input, its position and its output.

#include <cstddef>
#include <string>
#include <vector>

#include "ingest/citation/citation.h"
#include "ingest/citation/instrument_names.h"
#include "ingest/citation/joined_citations.h"
#include "ingest/citation/token_cursor.h"

namespace treatygraph::ingest {

/// The count of neighbours for a plural without a number, as in "the preceding paragraphs".
constexpr std::size_t kAllNeighbours = 1'000;

/// Shared by the functions that read the forms of a citation. The tokens and names must outlive it.
struct Reading {
  Reading(const std::vector<Token>& all, const InstrumentNames& known) : tokens(all), names(known), cursor(all) {}

  const std::vector<Token>& tokens;
  const InstrumentNames& names;
  TokenCursor cursor;
  std::size_t begins_at = 0;        ///< first token of the current citation
  std::vector<Citation> citations;  ///< citations before it
  std::vector<TokenRange> places;   ///< their positions
  TokenRange read_ahead;  ///< from the bracket after a list to the end of what was said about the list after it

  /// The citation's provisions end at the cursor.
  void end_provision(Citation& citation) const { citation.provision_end = tokens[cursor.at() - 1].end; }
};

/// The words of tokens [first, last) with single spaces, without opening quotation marks and tokens without width.
[[nodiscard]] std::string words_of(const std::vector<Token>& tokens, std::size_t first, std::size_t last);

}  // namespace treatygraph::ingest
