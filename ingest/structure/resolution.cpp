#include "ingest/structure/resolution.h"

#include <algorithm>
#include <vector>

#include <re2/re2.h>

#include "ingest/structure/body_reader.h"
#include "ingest/structure/list_marks.h"

namespace treatygraph::ingest {
namespace {

/// Whether a paragraph decides something: it begins with a verb whose subject is the body that adopts the resolution,
/// "1. Adopts", "2. Also requests", "3. CALLS UPON".
bool decides(std::string_view words) {
  static const RE2 verb(
      R"((?i)\s*(?:(?:also|further|strongly)\s+)?(?:accept|acknowledge|adopt|affirm|agree|appeal|appoint|approve|authori[sz]e|call|commend|condemn|confirm|consider|convene|decide|declare|designate|determine|direct|draw|emphasi[sz]e|encourage|endorse|entrust|establish|expresse?|instruct|invite|look|note|open|proclaim|reaffirm|recall|recogni[sz]e|recommend|reiterate|remind|request|resolve|revoke|stresse?|take|thank|underline|urge|welcome)s?\s)");
  re2::StringPiece rest(words.data(), words.size());
  return RE2::Consume(&rest, verb);
}

/// The start of the name of the body that decides, "The General Assembly,"; otherwise the first block after the title.
std::size_t start_of_subject(std::string_view text, std::size_t first, std::size_t operative) {
  static const RE2 subject(
      R"re((?m)^\s*((?:The|THE)\s[^\n.;:]{0,160}\b(?i:assembly|council|conference|committee|commission|parties|meeting|board|congress|parliament|authority|organi[sz]ation|plenipotentiaries|states)\b))re");
  re2::StringPiece found;
  if (RE2::PartialMatch(re2::StringPiece(text.data() + first, operative - first), subject, &found)) {
    return static_cast<std::size_t>(found.data() - text.data());
  }
  const auto title = block_at(text, first, operative);
  const auto below = block_at(text, title.last, operative);
  return below.size() > 0 ? below.first : operative;
}

}  // namespace

// Counts the paragraphs that decide something, from 1. Other numbers are not counted.
std::optional<ResolutionWords> resolution_in(std::string_view text, LineRange place) {
  constexpr std::size_t kFewest = 2;
  const auto marks = find_list_marks(text, place.first, place.last);
  std::optional<std::size_t> first;
  std::size_t count = 0;
  for (const auto& mark : marks) {
    const bool is_next = mark.form == ListMark::Form::Number && mark.label == std::to_string(count + 1);
    if (!is_next || !decides(text.substr(mark.after, std::min<std::size_t>(40, place.last - mark.after)))) continue;
    if (!first) first = mark.start;
    ++count;
  }
  if (count < kFewest) return std::nullopt;
  return ResolutionWords{start_of_subject(text, place.first, *first), *first};
}

// The operative paragraphs are read like those of an article.
void read_resolution(std::string_view text, StructureBuilder& builder, const WritingHabits& habits, LineRange place,
                     const ResolutionWords& words, bool is_annexed) {
  const auto whole =
      is_annexed ? builder.open(kNone, ProvisionKind::Resolution, "", words.first, words.operative) : kNone;
  if (words.first < words.operative) {
    const auto preamble = builder.open(whole, ProvisionKind::Preamble, "", words.first, words.first);
    builder.close(preamble, words.operative);
  }
  const auto owner =
      is_annexed ? whole : builder.open(kNone, ProvisionKind::Body, "", words.operative, words.operative);
  BodyReader(text, builder, owner, habits).read(words.operative, place.last);
  builder.close(owner, place.last);
}

}  // namespace treatygraph::ingest
