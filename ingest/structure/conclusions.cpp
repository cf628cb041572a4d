#include "ingest/structure/conclusions.h"

#include <re2/re2.h>

namespace treatygraph::ingest {
namespace {

std::size_t offset_in(std::string_view text, const re2::StringPiece& found) {
  return static_cast<std::size_t>(found.data() - text.data());
}

}  // namespace

std::optional<std::size_t> testimonium_in(std::string_view text, LineRange place) {
  static const RE2 witness(
      R"re((\b(?:I[Nn] (?i:witness|faith|testimony) (?i:whereof|thereof|of which)\b|in (?:witness|faith|testimony) (?:whereof|thereof)\b)))re");
  static const RE2 done(
      R"re((?:^\s*|[.;:)\]"_*\n]\s*|\b\d{4}\s+)((?:DONE|Done|done) (?:(?i:at|in|on|this)\b|(?i:and signed)\b)))re");
  const re2::StringPiece words(text.data() + place.first, place.size());
  re2::StringPiece found;
  std::optional<std::size_t> first;
  if (RE2::PartialMatch(words, witness, &found)) first = offset_in(text, found);
  if (RE2::PartialMatch(words, done, &found)) first = std::min(first.value_or(place.last), offset_in(text, found));
  return first;
}

bool are_conclusions(std::string_view text, LineRange place) {
  static const RE2 says(
      R"re((?i)\b(?:done|signed|given|executed|concluded)\s+(?:and\s+\w+\s+)?(?:at|in|on|this)\b|\b(?:languages?|authentic|originals?|duplicate)\b)re");
  static const RE2 of_article(R"re((?i)\bauthentic(?:ity)?\b)re");
  const re2::StringPiece words(text.data() + place.first, place.size());
  const re2::StringPiece before(text.data(), place.first);
  return RE2::PartialMatch(words, says) && !RE2::PartialMatch(before, of_article);
}

}  // namespace treatygraph::ingest
