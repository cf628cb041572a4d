// Where the preamble begins: at a heading "Preamble"; otherwise where the parties are named before the words "have
// agreed" or before a line "WHEREAS:"; otherwise at the first block there that ends with a comma; otherwise below the
// title, if there are sentences. A title names the parties as well ("Agreement between the Government of ..."), so
// names inside a title are skipped.

#include "ingest/structure/preamble.h"

#include <algorithm>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include <re2/re2.h>

#include "graph/numerals.h"
#include "ingest/structure/headings.h"
#include "ingest/text/lines.h"
#include "ingest/text/pattern_piece.h"

namespace treatygraph::ingest {
namespace {

/// Whether a heading "Preamble" is an entry of a table of contents: a chapter or an article comes directly after it.
bool is_in_contents(std::string_view text, std::size_t at, const StructureWords& language) {
  const auto first = text.find_first_not_of(" \t\r\n", at);
  if (first == std::string_view::npos) return true;
  const auto line = line_around(text, first);
  return heading_at(text, line.first, line.last, language).has_value();
}

/// The range of the heading "Preamble" on its own line. The last one counts, because a table of contents contains it as
/// well.
std::optional<std::pair<std::size_t, std::size_t>> headed_preamble(std::string_view text, LineRange place,
                                                                   const StructureWords& language) {
  std::optional<std::pair<std::size_t, std::size_t>> heading;
  re2::StringPiece rest(text.data() + place.first, place.size());
  re2::StringPiece found;
  while (RE2::FindAndConsume(&rest, language.preamble.preamble_line, &found)) {
    const auto first = offset_in(text, found);
    if (!is_in_contents(text, first + found.size(), language)) heading = {first, first + found.size()};
  }
  return heading;
}

/// The position where the parties state that they agree; they are named before it.
std::optional<std::size_t> agreement(std::string_view text, LineRange place, const StructureWords& language) {
  re2::StringPiece found;
  if (!RE2::PartialMatch(re2::StringPiece(text.data() + place.first, place.size()), language.preamble.agreement,
                         &found))
    return std::nullopt;
  return offset_in(text, found);
}

/// Whether the words before a name are part of a title: "Agreement between".
bool goes_on_with_title(std::string_view before, const StructureWords& language) {
  constexpr std::size_t kWindow = 16;
  const auto near = before.substr(before.size() > kWindow ? before.size() - kWindow : 0);
  return RE2::FullMatch(re2::StringPiece(near.data(), near.size()), language.preamble.title_goes_on);
}

/// The first place where the parties are named outside a title: "The States Parties to this Treaty", "The Government of
/// ...". If they are only named in a title, that place.
std::optional<std::size_t> parties(std::string_view text, LineRange place, const StructureWords& language) {
  const std::size_t kCapture = 2;
  re2::StringPiece rest(text.data() + place.first, place.size());
  std::optional<std::size_t> first;
  re2::StringPiece found[kCapture];
  while (RE2::FindAndConsume(&rest, language.preamble.parties, &found[0], &found[1])) {
    const auto at = offset_in(text, found[0].empty() ? found[1] : found[0]);
    if (!first) first = at;
    if (!goes_on_with_title(text.substr(place.first, at - place.first), language)) return at;
  }
  return first;
}

/// The first block before `limit` that ends with a comma, a colon or a semicolon, because titles do not end so: "THE
/// KINGDOM OF LAKES,".
std::optional<std::size_t> first_listing(std::string_view text, LineRange place, std::size_t limit) {
  for (auto block = block_at(text, place.first, place.last); block.size() > 0 && block.first < limit;
       block = block_at(text, block.last, place.last)) {
    const char last = text[block.last - 1];
    if (last == ',' || last == ':' || last == ';') return block.first;
  }
  return std::nullopt;
}

// The end of "have agreed as follows:" in the last recital.
std::size_t end_of_formula(std::string_view text, std::size_t first, std::size_t end, const StructureWords& language) {
  re2::StringPiece found;
  if (!RE2::PartialMatch(re2::StringPiece(text.data() + first, end - first), language.preamble.formula, &found))
    return end;
  return offset_in(text, found) + found.size();
}

/// "a", "z", "aa" for 1, 26, 27.
std::string letter_of(std::size_t value) {
  constexpr std::size_t kLetters = 26;
  const auto letter = static_cast<char>('a' + (value - 1) % kLetters);
  return std::string((value - 1) / kLetters + 1, letter);
}

/// "WHEREAS:" on a line of its own announces the recitals.
std::optional<std::size_t> whereas_line(std::string_view text, LineRange place, const StructureWords& language) {
  re2::StringPiece found;
  if (!RE2::PartialMatch(re2::StringPiece(text.data() + place.first, place.size()), language.preamble.whereas_line,
                         &found))
    return std::nullopt;
  return offset_in(text, found);
}

/// Whether a colon before `at` makes the marks after it points of a sentence. The colon of "WHEREAS:" does not.
bool follows_colon(std::string_view text, std::size_t at, const StructureWords& language) {
  const auto before = trimmed(text.substr(0, at));
  return before.ends_with(':') && !whereas_line(text, line_around(text, before.size() - 1), language).has_value();
}

using Starts = std::vector<std::pair<std::size_t, std::string>>;

/// The starts and numbers of recitals. `mark` finds their marks, and `num_of(i)` is the expected number of the i-th,
/// from 1; marks with other numbers are skipped.
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

/// Opens the numbered or lettered recitals, which count from 1: "(1) Whereas ...", "1. Recalling ...", "(a) Recalling
/// ...", "(i) ...". At least two are needed.
void read_recitals(std::string_view text, StructureBuilder& builder, std::size_t preamble, std::size_t first,
                   std::size_t end, const StructureWords& language) {
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
    if (!starts.empty() && follows_colon(text, starts.front().first, language)) return;  // the points of one recital
  }
  if (starts.size() < 2) return;
  for (std::size_t i = 0; i < starts.size(); ++i) {
    const auto& [start, num] = starts[i];
    const auto recital = builder.open(preamble, ProvisionKind::Recital, num, start, start);
    builder.close(recital, i + 1 < starts.size() ? starts[i + 1].first : end_of_formula(text, start, end, language));
  }
}

/// The start of the text after the title block, if it is more than the lines of a title.
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

// The start of a preamble without a heading.
std::optional<std::size_t> opening_of(std::string_view text, LineRange place, const StructureWords& language) {
  if (const auto whereas = whereas_line(text, place, language)) {
    if (const auto named = parties(text, {place.first, *whereas}, language)) return named;
    const auto listing = first_listing(text, place, *whereas);  // "THE COUNCIL OF THE LAKES, Having regard to ...,"
    return listing ? listing : whereas;
  }
  if (const auto limit = agreement(text, place, language)) {
    if (const auto named = parties(text, {place.first, *limit}, language)) return named;
    if (const auto listing = first_listing(text, place, *limit)) return listing;
  }
  return words_below_title(text, place);
}

}  // namespace

std::optional<std::size_t> start_of_words(std::string_view text, const StructureWords& language) {
  constexpr std::size_t kHead = 3'000;
  const LineRange head{0, std::min(text.size(), kHead)};
  if (const auto headed = headed_preamble(text, head, language)) return headed->first;
  const auto named = parties(text, head, language);
  const bool is_in_title = named && goes_on_with_title(text.substr(0, *named), language);
  return is_in_title ? std::nullopt : named;
}

void read_preamble(std::string_view text, StructureBuilder& builder, LineRange place, bool has_articles,
                   const StructureWords& language) {
  std::size_t first = 0;
  std::size_t body = 0;
  if (const auto headed = headed_preamble(text, place, language)) {
    std::tie(first, body) = *headed;
  } else {
    const auto opening = has_articles ? opening_of(text, place, language) : std::nullopt;
    if (!opening) return;
    first = body = *opening;
  }
  const auto preamble = builder.open(kNone, ProvisionKind::Preamble, "", first, body);
  if (body != first)
    builder.at(preamble).heading = language.language == "en" ? "Preamble" : fold(text.substr(first, body - first));
  read_recitals(text, builder, preamble, body, place.last, language);
  builder.close(preamble, place.last);
}

}  // namespace treatygraph::ingest
