// Cleaning works in two steps. First all cuts are collected: ranges of the raw text that are left out or replaced (page
// furniture, the gaps between pages and columns, line ends after lists). Then one pass copies the text, applies the
// cuts in order, replaces characters and joins words that a hyphen splits between lines. Each run of bytes that is
// copied unchanged is added to the map, so the position of any byte in the file can be found later. Words that were
// removed are recorded as leftovers before the text changes, because their places are those of the raw text.

#include "ingest/documents/clean_text.h"

#include <algorithm>
#include <cstdint>
#include <set>
#include <utility>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "graph/ascii.h"
#include "ingest/documents/list_tails.h"
#include "ingest/documents/page_furniture.h"
#include "ingest/documents/substitutes.h"
#include "ingest/text/lines.h"

namespace treatygraph::ingest {
namespace {

/// The bytes of the line break at `at`; 0 if there is none.
std::size_t line_break_at(std::string_view text, std::size_t at) {
  for (const auto* const line_break : {"\r\n", "\n", "\r"}) {
    if (text.substr(at).starts_with(line_break)) return std::string_view(line_break).size();
  }
  return 0;
}

/// Whether a small letter of any script begins at byte `at`.
bool is_small_at(std::string_view text, std::size_t at) {
  const auto character = text.substr(std::min(at, text.size()), U8_MAX_LENGTH);
  const auto* const bytes = reinterpret_cast<const std::uint8_t*>(character.data());
  const auto size = static_cast<std::int64_t>(character.size());
  std::int64_t next = 0;
  UChar32 letter = 0;
  if (size > 0) U8_NEXT(bytes, next, size, letter);
  return letter > 0 && u_islower(letter) != 0;
}

/// Whether one ends before byte `at`.
bool is_small_before(std::string_view text, std::size_t at) {
  while (at > 0 && !begins_character(text[at - 1])) --at;
  return at > 0 && is_small_at(text, at - 1);
}

/// The cuts in order; those that overlap or touch are merged.
std::vector<Cut> merged(std::vector<Cut> cuts) {
  std::ranges::sort(cuts, {}, &Cut::first);
  std::vector<Cut> apart;
  for (const auto& cut : cuts) {
    if (apart.empty() || cut.first > apart.back().last) {
      apart.push_back(cut);
    } else {
      apart.back().last = std::max(apart.back().last, cut.last);
    }
  }
  return apart;
}

/// The gap around the end of a page or column: from the last character that is kept before it to the first that is kept
/// after it. It grows over white space and over page furniture on both sides, such as a page number below and a running
/// head above.
Cut gap_around(std::string_view raw, std::size_t form_feed, const std::vector<Cut>& left_out) {
  Cut gap{form_feed, form_feed + 1};
  auto next = std::ranges::upper_bound(left_out, gap.first, {}, &Cut::first);
  auto before = next;
  while (true) {
    while (gap.first > 0 && is_space(raw[gap.first - 1])) --gap.first;
    if (before == left_out.begin() || std::prev(before)->last < gap.first) break;
    gap.first = std::min(gap.first, (--before)->first);
    gap.last = std::max(gap.last, before->last);
  }
  while (true) {
    while (gap.last < raw.size() && is_space(raw[gap.last])) ++gap.last;
    if (next == left_out.end() || next->first > gap.last) break;
    gap.last = std::max(gap.last, (next++)->last);
  }
  return gap;
}

constexpr std::string_view kEnds = "\f\v";  // of pages and of columns

/// The first of kEnds at or after `at`; a loop, because few texts have any.
std::size_t end_from(std::string_view raw, std::size_t at) {
  while (at < raw.size() && raw[at] != kEnds[0] && raw[at] != kEnds[1]) ++at;
  return at;
}

/// Adds a cut for each end of a page or column. A sentence continues across it, so only a line break is written, or
/// nothing if a word was split. After a full stop, a semicolon or a colon something new may begin, so an empty line is
/// written.
void find_page_gaps(std::string_view raw, std::vector<Cut>& cuts) {
  const auto left_out = merged(cuts);
  std::size_t after = 0;
  for (auto at = end_from(raw, 0); at < raw.size(); at = end_from(raw, std::max(at + 1, after))) {
    auto gap = gap_around(raw, at, left_out);
    after = gap.last;
    if (gap.first == 0 || gap.last == raw.size()) continue;
    const char before = raw[gap.first - 1];
    const bool breaks_word =
        before == '-' && gap.first > 1 && is_small_before(raw, gap.first - 1) && is_small_at(raw, gap.last);
    const bool ends = std::string_view(".;:").find(before) != std::string_view::npos;
    gap.written = breaks_word ? "" : ends ? "\n\n" : "\n";
    if (breaks_word) --gap.first;
    cuts.push_back(gap);
  }
}

/// The words that the cuts remove, as leftovers with places in characters. Adjacent cuts with the same reason become
/// one leftover. Cuts may overlap: words are counted once.
std::vector<Leftover> words_left_out(std::string_view raw, std::vector<Cut> cuts) {
  std::ranges::stable_sort(cuts, {}, &Cut::first);
  std::vector<Leftover> words;
  std::size_t character = 0;
  std::size_t at = 0;
  const auto character_at = [&](std::size_t byte) {
    character += static_cast<std::size_t>(std::ranges::count_if(raw.substr(at, byte - at), begins_character));
    at = byte;
    return character;
  };
  std::size_t end = 0;
  for (const auto& cut : cuts) {
    const auto first = std::max(cut.first, end);
    const auto piece = trimmed(raw.substr(first, std::max(cut.last, first) - first));
    if (piece.empty()) continue;
    const auto start = character_at(static_cast<std::size_t>(piece.data() - raw.data()));
    const auto size = static_cast<std::size_t>(
        std::ranges::count_if(piece, [](char c) { return begins_character(c) && !is_space(c); }));
    const bool goes_on =
        !words.empty() && words.back().reason == cut.reason && trimmed(raw.substr(end, first - end)).empty();
    end = cut.last;
    if (!goes_on) words.push_back({start, start, 0, 0, cut.reason, {}, fold(piece.substr(0, 60))});
    words.back().characters += size;
    words.back().end = character_at(static_cast<std::size_t>(piece.data() + piece.size() - raw.data()));
  }
  return words;
}

/// All cuts in the order in which they are applied. Of two that begin at the same byte the longer one comes first, so
/// that the other is skipped.
std::vector<Cut> all_cuts(std::string_view raw, Lines lines, std::vector<Leftover>* left_out) {
  auto cuts = find_page_furniture(raw);
  if (left_out != nullptr) *left_out = words_left_out(raw, cuts);
  find_page_gaps(raw, cuts);
  if (lines == Lines::OfPages) {
    for (const auto line : lines_after_lists(raw)) cuts.push_back({line - 1, line, "\n\n"});
  }
  std::ranges::stable_sort(
      cuts, [](const Cut& a, const Cut& b) { return a.first != b.first ? a.first < b.first : a.last > b.last; });
  return cuts;
}

/// All words with a hyphen inside a line. If "cross-border" is written so within a line, its hyphen is also kept when
/// the word is split at the end of a line; "coopera-" and "tion" become "cooperation".
std::set<std::string, std::less<>> hyphenated_words(std::string_view raw) {
  std::set<std::string, std::less<>> words;
  for (auto at = raw.find('-'); at != std::string_view::npos; at = raw.find('-', at + 1)) {
    auto first = at;
    auto last = at + 1;
    while (first > 0 && is_letter(raw[first - 1])) --first;
    while (last < raw.size() && is_letter(raw[last])) ++last;
    if (first < at && last > at + 1) words.emplace(raw.substr(first, last - first));
  }
  return words;
}

/// The pass over the text. `at_` and `character_` are the same position in bytes and in characters.
class Cleaner {
 public:
  explicit Cleaner(std::string_view raw) : raw_(raw), hyphenated_(hyphenated_words(raw)) {}

  CleanText clean(Lines lines, std::vector<Leftover>* words_left_out) {
    std::size_t next = 0;
    const auto left_out = all_cuts(raw_, lines, words_left_out);
    begin_pages();
    while (at_ < raw_.size()) {
      while (next < left_out.size() && left_out[next].last <= at_) ++next;
      if (next < left_out.size() && left_out[next].first <= at_) {
        skip(left_out[next].last - at_, left_out[next].written);
      } else {
        take(next < left_out.size() ? std::min(left_out[next].first, raw_.size()) : raw_.size());
      }
    }
    return std::move(clean_);
  }

 private:
  /// Handles one change, or the run of unchanged bytes up to the next possible change, but not beyond byte `end`.
  void take(std::size_t end) {
    if (may_be_substituted(raw_[at_])) {
      for (const auto& [found, written] : kSubstitutes) {
        if (raw_.substr(at_, found.size()) == found) return skip(found.size(), written);
      }
    }
    if (const auto joint = break_in_word(at_); joint > 0) return skip(1 + joint, is_hyphenated(at_, joint) ? "-" : "");
    if (!in_stretch_) clean_.map.add(clean_.text.size(), character_);
    in_stretch_ = true;
    const auto first = at_;
    do {
      character_ += begins_character(raw_[at_]) ? 1U : 0U;
      ++at_;
    } while (at_ < end && raw_[at_] != '-' && !may_be_substituted(raw_[at_]));
    clean_.text.append(raw_.substr(first, at_ - first));
  }

  /// The bytes of the line break after the hyphen at `at`, if the two split a word: "coopera-" and "tion", but not "A-"
  /// and "B". 0 if they do not.
  [[nodiscard]] std::size_t break_in_word(std::size_t at) const {
    if (raw_[at] != '-' || at == 0) return 0;
    const auto size = line_break_at(raw_, at + 1);
    return size > 0 && is_small_before(raw_, at) && is_small_at(raw_, at + 1 + size) ? size : 0;
  }

  /// Whether the two halves of a split word occur elsewhere as one word with a hyphen.
  [[nodiscard]] bool is_hyphenated(std::size_t at, std::size_t joint) const {
    const auto second = at + 1 + joint;
    auto first = at;
    auto last = second;
    while (first > 0 && is_letter(raw_[first - 1])) --first;
    while (last < raw_.size() && is_letter(raw_[last])) ++last;
    return hyphenated_.contains(std::string(raw_.substr(first, at + 1 - first)) +
                                std::string(raw_.substr(second, last - second)));
  }

  /// Replaces the next `bytes` bytes by `written`.
  void skip(std::size_t bytes, std::string_view written) {
    clean_.map.add(clean_.text.size(), character_);
    clean_.text += written;
    const auto skipped = raw_.substr(at_, bytes);
    character_ += static_cast<std::size_t>(std::ranges::count_if(skipped, begins_character));
    at_ += bytes;
    in_stretch_ = false;
  }

  /// Pages are recorded before the form feeds are removed.
  void begin_pages() {
    std::size_t character = 0;
    for (const char c : raw_) {
      character += begins_character(c) ? 1U : 0U;
      if (c == '\f') clean_.map.begin_page(character);
    }
  }

  std::string_view raw_;
  std::set<std::string, std::less<>> hyphenated_;
  std::size_t at_ = 0;
  std::size_t character_ = 0;
  bool in_stretch_ = false;
  CleanText clean_;
};

}  // namespace

CleanText clean_text(std::string_view raw, Lines lines, std::vector<Leftover>* left_out) {
  return Cleaner(raw).clean(lines, left_out);
}

}  // namespace treatygraph::ingest
