// How the force of a citation is found. The words before it, back to the previous citation, are compared with the
// phrases of the language ("subject to", "in accordance with"). A phrase must end directly before the citation, because
// the closest words decide. If there is none, nouns that add nothing are taken off first: "subject to [the provisions
// of] article 5". A citation without words of its own continues the list of the one before it and has the same force. A
// second pass from the end adds the force that follows its citation: "articles 5 and 6 shall apply".

#include "ingest/citation/citation_mode.h"

#include <algorithm>
#include <array>
#include <string>

#include <re2/re2.h>

#include "graph/ascii.h"
#include "graph/vocabulary.h"
#include "ingest/citation/described_act.h"
#include "ingest/citation/force_words.h"
#include "ingest/text/lines.h"
#include "ingest/text/pattern_piece.h"

namespace treatygraph::ingest {
namespace {

/// Bytes before and after a citation that are searched for words of force.
constexpr std::size_t kLookBack = 160;
constexpr std::size_t kLookAhead = 160;
constexpr std::size_t kLongestJoint =
    400;  ///< maximum bytes between two citations of one list, including titles in brackets
constexpr std::string_view kRefersTo = "refers_to";

/// Words that give a citation its force, and what precedes them.
struct Operator {
  std::string_view mode;    ///< empty if there is none
  std::string_view before;  ///< the words before it
};

/// The operator that immediately precedes a citation. The closest words decide: "established in accordance with", not
/// "subject to what is established in accordance with".
Operator find_operator(const ForceTable& words, std::string_view lead) {
  // At least the number of phrases of any language.
  constexpr std::size_t kMost = 16;
  std::array<re2::StringPiece, kMost> groups;
  std::array<RE2::Arg, kMost> args;
  std::array<const RE2::Arg*, kMost> pointers{};
  const auto count = std::min(kMost, words.phrases.size());
  for (std::size_t i = 0; i < count; ++i) {
    args[i] = RE2::Arg(&groups[i]);
    pointers[i] = &args[i];
  }
  if (!RE2::PartialMatchN(piece(lead), words.lead_in, pointers.data(), static_cast<int>(count))) return {};
  for (std::size_t i = 0; i < count; ++i) {
    if (groups[i].data() == nullptr) continue;
    return {words.phrases[i].mode, lead.substr(0, offset_in(lead, groups[i]))};
  }
  return {};
}

std::string_view operator_of(const ForceTable& words, std::string_view lead) {
  return find_operator(words, lead).mode;
}

/// "without prejudice to the provisions of", "subject to the requirements of": without nouns that add nothing, so that
/// the operator before them is found. Two such nouns may follow each other.
std::string_view without_thin_nouns(const ForceTable& words, std::string_view lead) {
  for (int depth = 0; depth < 2; ++depth) {
    re2::StringPiece tail;
    if (!RE2::PartialMatch(piece(lead), words.thin, &tail)) break;
    lead = lead.substr(0, offset_in(lead, tail));
  }
  return lead;
}

/// "pursuant to the provisions of the treaty or of": without the first of two alternatives, "the treaty or of". The
/// words before it govern both.
std::string_view without_first_half(const ForceTable& words, std::string_view lead) {
  re2::StringPiece tail;
  if (!RE2::PartialMatch(piece(lead), words.first_half, &tail)) return lead;
  return lead.substr(0, offset_in(lead, tail));
}

/// Modes that prevail over what is closer: "without prejudice to the application of article 5" is without_prejudice,
/// not applies_to.
bool looks_through(std::string_view mode) {
  return mode == "subject_to" || mode == "notwithstanding" || mode == "without_prejudice";
}

/// The mode from the words before a citation; empty if they express none.
std::string_view mode_before(const ForceTable& words, std::string_view lead) {
  const auto direct = operator_of(words, lead);
  const auto through = operator_of(words, without_thin_nouns(words, lead));
  if (looks_through(through)) return through;  // "without prejudice to the application of"
  if (!direct.empty()) return direct;
  if (RE2::PartialMatch(piece(lead), words.refers)) return kRefersTo;
  if (!through.empty()) return through;
  return operator_of(words, without_thin_nouns(words, without_first_half(words, lead)));
}

/// Whether a noun with its participle ends here: "the offences established", "data that are preserved", "a request".
/// Not "shall be established" or "is established", which say how something must be done.
bool ends_in_description(const ForceTable& table, std::string_view words) {
  words = without_agent(words);
  re2::StringPiece relative;
  re2::StringPiece auxiliary;
  re2::StringPiece word;
  if (RE2::PartialMatch(piece(words), table.participle, &relative, &auxiliary, &word)) {
    if (RE2::FullMatch(word, table.no_participle)) return false;
    return auxiliary.empty() || (!relative.empty() && !RE2::FullMatch(auxiliary, table.not_descriptive));
  }
  return RE2::PartialMatch(piece(words), table.described_noun);
}

/// Whether the words before a citation only describe a thing.
bool describes(const ForceTable& table, std::string_view lead) {
  const auto half = without_first_half(table, lead);
  for (const auto words : {lead, without_thin_nouns(table, lead), without_thin_nouns(table, half)}) {
    const auto found = find_operator(table, words);
    if (found.mode == "in_accordance_with") return ends_in_description(table, found.before);
  }
  return false;
}

/// "shall apply to", "applies, mutatis mutandis, to the provisions of": not "the application of", "shall apply".
bool applies_to_what_follows(const ForceTable& words, std::string_view lead) {
  re2::StringPiece after;
  return RE2::FullMatch(piece(lead), words.applies_last, &after) && RE2::PartialMatch(after, words.applies_to);
}

/// With white space collapsed, including leading white space.
std::string fold_words(std::string_view words) {
  const bool is_parted = !words.empty() && is_space(words.front());
  return (is_parted ? " " : "") + fold(words);
}

/// For each citation, whether it continues the list of the one before; the last element, one past the citations, is
/// false. Commas alone join only if an "and" follows later: not in "in cases that fall under article 49, paragraph 2
/// does not apply". Therefore it goes backwards.
std::vector<bool> joints(const ForceTable& words, std::string_view text, const std::vector<Citation>& citations) {
  std::vector<bool> joined(citations.size() + 1, false);
  bool list_ends_in_and = false;
  for (auto i = citations.size(); i-- > 1;) {
    const auto end = citations[i - 1].end;
    const auto apart = citations[i].start - end;
    const auto between = apart <= kLongestJoint ? fold_words(text.substr(end, apart)) : std::string();
    const bool joins = apart <= kLongestJoint && RE2::FullMatch(between, words.joins);
    list_ends_in_and = joins && (RE2::PartialMatch(between, words.conjunction) || list_ends_in_and);
    joined[i] = list_ends_in_and;
  }
  return joined;
}

/// "Articles 1 to 20, except for Articles 7(2) and 8, and Annex I": an annex cannot be an exception from articles, so
/// it continues the list before the exception.
bool goes_on_after_exception(const ForceTable& words, std::string_view text, const std::vector<Citation>& citations,
                             std::size_t i) {
  if (i < 2) return false;
  const auto& list = citations[i - 2];
  const auto& left_out = citations[i - 1];
  const auto kind = [](const Citation& citation) { return citation.provisions.front().steps.front().kind; };
  if (list.provisions.empty() || left_out.provisions.empty() || citations[i].provisions.empty()) return false;
  if (left_out.start <= list.end || citations[i].start <= left_out.end) return false;
  const bool is_of_another_kind = is_component(kind(citations[i])) && !is_component(kind(left_out));
  return is_of_another_kind &&
         RE2::FullMatch(piece(text.substr(list.end, left_out.start - list.end)), words.exception) &&
         RE2::FullMatch(piece(text.substr(left_out.end, citations[i].start - left_out.end)), words.after_exception);
}

}  // namespace

std::vector<LegalForce> legal_forces(std::string_view text, std::size_t first, const std::vector<Citation>& citations,
                                     const Words& language) {
  const auto& words = *language.lexicon().force;
  std::vector<LegalForce> forces(citations.size(), {kRefersTo});
  const auto joined = joints(words, text, citations);
  std::vector<bool> said(citations.size(), false);
  for (std::size_t i = 0; i < citations.size(); ++i) {
    const auto start = citations[i].start;
    // Not beyond the previous citation: its words are its own.
    const auto from = std::max(start > kLookBack ? start - kLookBack : 0, i > 0 ? citations[i - 1].end : first);
    const auto lead = fold(text.substr(from, start - from));
    const auto before = mode_before(words, lead);
    said[i] = !before.empty();
    if (said[i]) {
      // If the citation before only described a thing, a further act of the same sentence is described, too.
      const bool goes_on = i > 0 && forces[i - 1].describes && goes_on_with_act(lead);
      forces[i] = {before, before == kAppliesTo && !applies_to_what_follows(words, lead),
                   before == "in_accordance_with" && (goes_on || describes(words, lead))};
    } else if (joined[i]) {
      forces[i] = forces[i - (goes_on_after_exception(words, text, citations, i) ? 2 : 1)];
    }
  }
  for (auto i = citations.size(); i-- > 0;) {
    if (said[i] || forces[i].mode != kRefersTo) continue;
    // "articles 5 and 6 shall apply": only article 6 has the words, and article 5 is joined to it.
    const bool with_next = joined[i + 1] && forces[i + 1].mode == kAppliesTo;
    if (with_next) forces[i] = forces[i + 1];
    const auto following = fold_words(text.substr(citations[i].end, kLookAhead));
    if (RE2::PartialMatch(following, words.applies_after)) forces[i] = {kAppliesTo, true};
  }
  return forces;
}

}  // namespace treatygraph::ingest
