#pragma once
// Finds the reach of a safeguard: what it conditions, and by which words.

#include <cstddef>
#include <string_view>
#include <vector>

#include "ingest/classification/classify.h"
#include "ingest/references/references.h"

namespace treatygraph::ingest {

/// A safeguard conditions a provision, and perhaps offences and powers in it.
struct Reach {
  static constexpr std::size_t kWholeTreaty = static_cast<std::size_t>(-1);

  /// Which offences and powers are conditioned with the provision. If the words are about a provision itself, these are
  /// its own (AtIt); if they name a larger part, everything in it inherits the safeguard (InIt).
  enum class ReachedThings { None, AtIt, InIt, OffencesInIt, PowersInIt, DutyToCooperateInIt };

  std::size_t safeguard = 0;                   ///< position among the facts
  std::size_t whole = 0;                       ///< the provision that is conditioned, or kWholeTreaty
  ReachedThings things = ReachedThings::None;  ///< the offences and powers that are conditioned with it
  std::size_t said_in = 0;                     ///< the provision with the words
  WordsRange quote = {};                       ///< those words; empty if only the safeguard's position implies it
  std::string_view rule = {};
  std::string_view confidence = {};  ///< high only if words name the scope
};

/// The reach of each safeguard is the subject of its sentence, by the first of these rules that applies:
/// - the words name it (scope_words.h): the whole treaty, a division, provisions, "this article"; confidence is high
/// - "such conditions and safeguards": the reach of those in the paragraph before
/// - "such information": the subject of the sentences before it, or of the paragraph before
/// - a paragraph without powers and offences in an article on cooperation: the article
/// - otherwise the provision that contains it, with its powers and offences.
/// Also the reverse: "the powers referred to in this article shall be subject to articles 14 and 15". If one reach of a
/// safeguard is inside another, only the wider one is kept. Ordered by safeguard, most certain first.
[[nodiscard]] std::vector<Reach> reaches_of(const Document& document, const OwnWords& own, const Classification& found,
                                            const std::vector<Reference>& references);

/// Positions of the offences and powers that `reach` conditions. `facts` must be sorted by provision. Empty if there
/// are more than any treaty has.
[[nodiscard]] std::vector<std::size_t> conditioned_by(const Reach& reach, const Structure& structure,
                                                      const std::vector<Fact>& facts);

}  // namespace treatygraph::ingest
