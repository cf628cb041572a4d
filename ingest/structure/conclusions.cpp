#include "ingest/structure/conclusions.h"

#include <algorithm>

#include <re2/re2.h>

#include "graph/ascii.h"
#include "ingest/text/pattern_piece.h"

namespace treatygraph::ingest {
namespace {

/// Whether "Done at Lakeville on 3 May, in two copies" announces signatures. At the start of a line it does. After a
/// sentence on the same line, it must mention copies or languages, because a list may name "the Protocol done at The
/// Hague on 28 September;".
bool announces_signatures(std::string_view text, std::size_t at, std::size_t last, const StructureWords& language) {
  constexpr std::size_t kWindow = 600;
  auto before = at;
  while (before > 0 && (text[before - 1] == ' ' || text[before - 1] == '\t')) --before;
  const auto line = trimmed(text.substr(at, std::min(text.find('\n', at), last) - at));
  if (line.ends_with(';')) return false;
  if (before == 0 || text[before - 1] == '\n') return true;
  const auto after = text.substr(at, std::min(last - at, kWindow));
  return RE2::PartialMatch(re2::StringPiece(after.data(), after.size()), language.conclusions.copies);
}

}  // namespace

// The first of both formulas. "IN WITNESS WHEREOF" is certain, while "Done at" must be examined.
std::optional<std::size_t> testimonium_in(std::string_view text, LineRange place, const StructureWords& language) {
  const re2::StringPiece words(text.data() + place.first, place.size());
  re2::StringPiece found;
  auto first = place.last;
  if (RE2::PartialMatch(words, language.conclusions.witness, &found)) first = offset_in(text, found);
  auto rest = words;
  while (RE2::FindAndConsume(&rest, language.conclusions.done, &found) && offset_in(text, found) < first) {
    if (announces_signatures(text, offset_in(text, found), place.last, language)) first = offset_in(text, found);
  }
  return first < place.last ? std::optional(first) : std::nullopt;
}

// A testimonium of usual size is not a provision. In short texts, fewer words count as usual.
bool are_conclusions(std::string_view text, LineRange place, const StructureWords& language) {
  // Bytes without white space.
  constexpr std::size_t kCeremony = 400;
  constexpr std::size_t kShortCeremony = 120;
  constexpr std::size_t kShortText = 1'200;  // an excerpt, say: place and day are a large share of it
  constexpr std::size_t kSmallShare = 80;
  const auto words = text.substr(place.first, place.size());
  const auto size = words.size() - static_cast<std::size_t>(std::ranges::count_if(words, is_space));
  if (size > kCeremony || size > std::max(text.size() < kShortText ? kShortCeremony : 0, text.size() / kSmallShare))
    return true;
  return RE2::PartialMatch(re2::StringPiece(words.data(), words.size()), language.conclusions.authentic) &&
         !RE2::PartialMatch(re2::StringPiece(text.data(), place.first), language.conclusions.authentic_in_article);
}

}  // namespace treatygraph::ingest
