#include "ingest/structure/preamble.h"

#include <algorithm>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include <re2/re2.h>

#include "ingest/structure/headings.h"
#include "ingest/text/lines.h"
#include "ingest/text/numerals.h"
#include "ingest/text/pattern_piece.h"

namespace treatygraph::ingest {
namespace {

constexpr auto kNone = Provision::kNoParent;

/// Avoids counted repetitions, which make large automata.
RE2::Options roomy() {
  RE2::Options options;
  options.set_max_mem(64 << 20);
  options.set_log_errors(false);
  return options;
}

/// Whether a chapter or article comes right behind it.
bool is_in_contents(std::string_view text, std::size_t at) {
  const auto first = text.find_first_not_of(" \t\r\n", at);
  if (first == std::string_view::npos) return true;
  const auto line = line_around(text, first);
  return heading_at(text, line.first, line.last).has_value();
}

/// The end of a heading "Preamble" on its own line; the last one, because a table of contents contains it as well.
std::optional<std::pair<std::size_t, std::size_t>> headed_preamble(std::string_view text, LineRange place) {
  static const RE2 headed(R"((?m)^[ ]*((?i:preamble))[ ]*$)");
  std::optional<std::pair<std::size_t, std::size_t>> heading;
  re2::StringPiece rest(text.data() + place.first, place.size());
  re2::StringPiece found;
  while (RE2::FindAndConsume(&rest, headed, &found)) {
    const auto first = offset_in(text, found);
    if (!is_in_contents(text, first + found.size())) heading = {first, first + found.size()};
  }
  return heading;
}

/// The position where the parties state that they agree; they are named before it.
std::optional<std::size_t> agreement(std::string_view text, LineRange place) {
  static const RE2 agreed(
      R"((?i)(\b(?:(?:have|has)(?:,[^.]{0,200},)?\s+(?:hereby\s+)?(?:resolved\s+to\s+)?(?:agreed|concluded|adopted)|(?:hereby\s+)?agree\s+as\s+follows)\b))",
      roomy());
  re2::StringPiece found;
  if (!RE2::PartialMatch(re2::StringPiece(text.data() + place.first, place.size()), agreed, &found))
    return std::nullopt;
  return offset_in(text, found);
}

/// "Agreement between the Government of ...": a title goes on so.
bool goes_on_with_title(std::string_view before) {
  static const RE2 joined(R"((?is).*\b(?:between|among|amongst|and|of|by|with|for|to|from|on|in|concerning)\s*)");
  constexpr std::size_t kWindow = 16;
  const auto near = before.substr(before.size() > kWindow ? before.size() - kWindow : 0);
  return RE2::FullMatch(re2::StringPiece(near.data(), near.size()), joined);
}

/// The first naming of the parties that no title goes on into: "The States Parties to this Treaty", "The Government of
/// ..."; in a title where they are named nowhere else.
std::optional<std::size_t> parties(std::string_view text, LineRange place) {
  static const RE2 named(
      R"((?:\b((?:The|THE)\s+(?:[A-Z][A-Za-z]*\s+){0,3}(?i:states|parties|governments?|peoples|members?|high\s+contracting|contracting|signator|heads)\b)|[^\sa-z](?:\s?)((?:the )(?:\w+ ){0,2}(?:states|parties|governments?|members?|high contracting|contracting|signator(?:y|ies)|heads)\b)))");
  const std::size_t kCapture = 2;
  re2::StringPiece rest(text.data() + place.first, place.size());
  std::optional<std::size_t> first;
  re2::StringPiece found[kCapture];
  while (RE2::FindAndConsume(&rest, named, &found[0], &found[1])) {
    const auto at = offset_in(text, found[0].empty() ? found[1] : found[0]);
    if (!first) first = at;
    if (!goes_on_with_title(text.substr(place.first, at - place.first))) return at;
  }
  return first;
}

/// The first block before `limit` that a comma or a colon ends, as it ends no title: "THE KINGDOM OF LAKES,".
std::optional<std::size_t> first_listing(std::string_view text, LineRange place, std::size_t limit) {
  for (auto block = block_at(text, place.first, place.last); block.size() > 0 && block.first < limit;
       block = block_at(text, block.last, place.last)) {
    const char last = text[block.last - 1];
    if (last == ',' || last == ':' || last == ';') return block.first;
  }
  return std::nullopt;
}

std::size_t end_of_formula(std::string_view text, std::size_t first, std::size_t end) {
  static const RE2 formula(
      R"((?i)(\b(?:have\s+(?:hereby\s+)?agreed\s+(?:as\s+follows|on\s+the\s+following|upon)|(?:have|has)\s+adopted\s+this)[^.:]{0,80}[:.]))");
  re2::StringPiece found;
  if (!RE2::PartialMatch(re2::StringPiece(text.data() + first, end - first), formula, &found)) return end;
  return offset_in(text, found) + found.size();
}

/// "a", "z", "aa" for 1, 26, 27.
std::string letter_of(std::size_t value) {
  constexpr std::size_t kLetters = 26;
  const auto letter = static_cast<char>('a' + (value - 1) % kLetters);
  return std::string((value - 1) / kLetters + 1, letter);
}

/// "WHEREAS:" on a line of its own announces the recitals.
std::optional<std::size_t> whereas_line(std::string_view text, LineRange place) {
  static const RE2 announced(R"((?m)^[ ]*((?i:whereas|recitals?))[ ]*[:,]?[ ]*$)");
  re2::StringPiece found;
  if (!RE2::PartialMatch(re2::StringPiece(text.data() + place.first, place.size()), announced, &found))
    return std::nullopt;
  return offset_in(text, found);
}

/// What follows is a list of points; not where the colon is that of "WHEREAS:".
bool follows_colon(std::string_view text, std::size_t at) {
  const auto before = trimmed(text.substr(0, at));
  return before.ends_with(':') && !whereas_line(text, line_around(text, before.size() - 1)).has_value();
}

using Starts = std::vector<std::pair<std::size_t, std::string>>;

/// Where the recitals begin whose marks `mark` reads and `num_of` counts.
template <typename NumOf>
Starts counted_recitals(std::string_view text, const RE2& mark, std::size_t first, std::size_t end, NumOf num_of) {
  Starts starts;
  re2::StringPiece rest(text.data() + first, end - first);
  re2::StringPiece num;
  while (RE2::FindAndConsume(&rest, mark, &num)) {
    if (lower_case({num.data(), num.size()}) != num_of(starts.size() + 1)) continue;
    auto start = offset_in(text, num);
    if (start > 0 && text[start - 1] == '(') --start;
    starts.emplace_back(start, std::string(num));
  }
  return starts;
}

/// Numbered or lettered ones, "(1) Whereas ...", "1. Recalling ...", "(a) Recalling ...", "(ii) ...", that count from
/// one.
void read_recitals(std::string_view text, StructureBuilder& builder, std::size_t preamble, std::size_t first,
                   std::size_t end) {
  static const RE2 numbered(R"((?m)^[ ]*\(?(\d{1,3})[.)]\s+[A-Z\x{201C}"])");
  static const RE2 lettered(R"((?m)^[ ]*\(?([a-z]{1,2}|[A-Z])[.)]\s+[A-Z\x{201C}"])");
  static const RE2 roman(R"((?m)^[ ]*\(?([ivx]{1,6}|[IVX]{1,6})[.)]\s+[A-Z\x{201C}"])");
  auto starts = counted_recitals(text, numbered, first, end, [](std::size_t i) { return std::to_string(i); });
  if (starts.size() < 2) {
    starts = counted_recitals(text, lettered, first, end, letter_of);
    if (starts.size() < 2) {
      starts = counted_recitals(text, roman, first, end,
                                [](std::size_t i) { return lower_case(roman_numeral(static_cast<int>(i))); });
    }
    if (!starts.empty() && follows_colon(text, starts.front().first)) return;  // the points of one recital
  }
  if (starts.size() < 2) return;
  for (std::size_t i = 0; i < starts.size(); ++i) {
    const auto& [start, num] = starts[i];
    const auto recital = builder.open(preamble, ProvisionKind::Recital, num, start, start);
    builder.close(recital, i + 1 < starts.size() ? starts[i + 1].first : end_of_formula(text, start, end));
  }
}

/// Behind the title block, where what stands there is more than a title's lines.
std::optional<std::size_t> words_below_title(std::string_view text, LineRange place) {
  constexpr std::size_t kLongestTitle = 400;
  constexpr std::size_t kFewestBytes = 200;
  const auto title = block_at(text, place.first, place.last);
  const auto below = block_at(text, title.last, place.last);
  const auto words = trimmed(text.substr(below.first, place.last - below.first));
  static const RE2 sentence(R"((?s).*[a-z]{2}[.;:,]\s.*)");
  const bool has_sentences = RE2::FullMatch(re2::StringPiece(words.data(), words.size()), sentence);
  if (title.size() > kLongestTitle) return title.first;
  return words.size() >= kFewestBytes && has_sentences ? std::optional(below.first) : std::nullopt;
}

std::optional<std::size_t> opening_of(std::string_view text, LineRange place) {
  if (const auto whereas = whereas_line(text, place)) {
    const auto named = parties(text, {place.first, *whereas});
    return named ? named : whereas;
  }
  if (const auto limit = agreement(text, place)) {
    if (const auto named = parties(text, {place.first, *limit})) return named;
    if (const auto listing = first_listing(text, place, *limit)) return listing;
  }
  return words_below_title(text, place);
}

}  // namespace

std::optional<std::size_t> start_of_words(std::string_view text) {
  constexpr std::size_t kHead = 3'000;
  const LineRange head{0, std::min(text.size(), kHead)};
  if (const auto headed = headed_preamble(text, head)) return headed->first;
  const auto named = parties(text, head);
  const bool is_in_title = named && goes_on_with_title(text.substr(0, *named));
  return is_in_title ? std::nullopt : named;
}

void read_preamble(std::string_view text, StructureBuilder& builder, LineRange place, bool has_articles) {
  std::size_t first = 0;
  std::size_t body = 0;
  if (const auto headed = headed_preamble(text, place)) {
    std::tie(first, body) = *headed;
  } else {
    const auto opening = has_articles ? opening_of(text, place) : std::nullopt;
    if (!opening) return;
    first = body = *opening;
  }
  const auto preamble = builder.open(kNone, ProvisionKind::Preamble, "", first, body);
  if (body != first) builder.at(preamble).heading = "Preamble";
  read_recitals(text, builder, preamble, body, place.last);
  builder.close(preamble, place.last);
}

}  // namespace treatygraph::ingest
