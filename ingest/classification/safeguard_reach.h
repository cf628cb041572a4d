#pragma once
// The scope of a safeguard: what it conditions, and by which words.

#include <cstddef>
#include <string_view>
#include <vector>

#include "ingest/classification/classify.h"
#include "ingest/references/references.h"

namespace treatygraph::ingest {

struct Reach {
  static constexpr std::size_t kWholeTreaty = static_cast<std::size_t>(-1);

  /// What a provision states is conditioned by itself where the words are about it; where they name an article or
  /// more, what stands in that inherits the safeguard from it.
  enum class Things { None, AtIt, InIt, OffencesInIt, PowersInIt, DutyToCooperateInIt };

  std::size_t safeguard = 0;     ///< position among the facts
  std::size_t whole = 0;         ///< the provision that is conditioned, or kWholeTreaty
  Things things = Things::None;  ///< the offences and powers that are conditioned with it
  std::size_t said_in = 0;       ///< the provision whose words say so
  WordsRange quote = {};         ///< those words; empty if only the safeguard's position says so
  std::string_view rule = {};
  std::string_view confidence = {};  ///< high only if words name the scope
};

/// The scope of each safeguard is what its sentence is about, by the first of these that holds:
/// - the words name it (scope_words.h): the whole treaty, a division, provisions, "this article"; high
/// - "such conditions and safeguards": as far as those of the paragraph before
/// - "such information": what the sentences before it, or the paragraph before, are about
/// - a paragraph that states no power or offence, in an article on cooperation, speaks of that: the article
/// - the provision that it stands in, with the powers and offences that this states.
/// And from the other side: "the powers referred to in this article shall be subject to articles 14 and 15". What lies
/// in a wider scope of the same safeguard is left out. Ordered by safeguard, what is surest first.
[[nodiscard]] std::vector<Reach> reaches_of(const Document& document, const OwnWords& own, const Classification& found,
                                            const std::vector<Reference>& references);

/// Positions of the offences and powers that `reach` conditions, none where there are more than any treaty has.
[[nodiscard]] std::vector<std::size_t> conditioned_by(const Reach& reach, const Structure& structure,
                                                      const std::vector<Fact>& facts);

}  // namespace treatygraph::ingest
