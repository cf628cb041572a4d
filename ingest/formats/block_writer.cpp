// Words are collected in `words_` until end_block() makes a Block of them. Marks wait in `mark_` until a block with
// words follows, because word processors and web pages often put "(a)" into a paragraph or a cell of its own. Places
// remember where words occur in the file; since white space is folded, a new place is recorded wherever the two texts
// stop running in parallel. write_to() turns places into the map.

#include "ingest/formats/block_writer.h"

#include <algorithm>
#include <array>
#include <utility>

#include "graph/ascii.h"
#include "ingest/structure/headings.h"
#include "ingest/text/lines.h"

namespace treatygraph::ingest {
namespace {

constexpr std::string_view kNoBreakSpace = "\xC2\xA0";

/// The number of leading bytes of white space.
std::size_t space_at(std::string_view words) {
  if (words.empty()) return 0;
  if (is_space(words.front())) return 1;
  return words.starts_with(kNoBreakSpace) ? kNoBreakSpace.size() : 0;
}

/// The number of bytes before the next white space.
std::size_t words_until_space(std::string_view words) {
  std::size_t size = 0;
  while (size < words.size() && !is_space(words[size]) &&
         !(words[size] == kNoBreakSpace[0] && words.substr(size).starts_with(kNoBreakSpace)))
    ++size;
  return size;
}

/// The size of the label that words begin with: "12", "1.2.3", "iv", "b", "aa". A mark is such a label with brackets or
/// a stop. 0 if there is none. Numbers of more than three digits are not labels but years.
std::size_t label_size(std::string_view words) {
  constexpr std::size_t kLongestNumber = 3;
  constexpr std::size_t kLongestRoman = 6;
  std::size_t size = 0;
  if (!words.empty() && is_digit(words[0])) {
    while (size < words.size() && (is_digit(words[size]) || (words[size] == '.' && size + 1 < words.size() &&
                                                             is_digit(words[size + 1]) && is_digit(words[size - 1]))))
      ++size;
    const auto first = std::min(words.substr(0, size).find('.'), size);
    if (first > kLongestNumber) return 0;
    if (size < words.size() && is_letter(words[size]) && (size + 1 == words.size() || !is_letter(words[size + 1])))
      ++size;
    return size;
  }
  while (size < words.size() && is_letter(words[size])) ++size;
  const auto letters = words.substr(0, size);
  const bool is_roman = size <= kLongestRoman && (letters.find_first_not_of("ivxlc") == std::string_view::npos ||
                                                  letters.find_first_not_of("IVXLC") == std::string_view::npos);
  // Two letters must be equal, as in lists that continue with "aa" after "z"; "of" is a word.
  const bool is_letters = size == 1 || (size == 2 && letters[0] == letters[1]);
  return is_roman || is_letters ? size : 0;
}

/// The size of a mark at the beginning of words: "(a)", "1.", "[2]", "ii)", "(a).". 0 if there is none.
std::size_t mark_size(std::string_view words) {
  const bool is_opened = words.starts_with('(') || words.starts_with('[');
  const auto label = label_size(words.substr(is_opened ? 1 : 0));
  if (label == 0) return 0;
  auto end = (is_opened ? 1 : 0) + label;
  const bool is_closed =
      end < words.size() && (words[end] == ')' || words[end] == ']' || (!is_opened && words[end] == '.'));
  if (!is_closed) return 0;
  ++end;
  return end < words.size() && words[end] == '.' ? end + 1 : end;
}

/// Whether a mark has neither brackets nor a stop.
bool is_bare(std::string_view mark) {
  return std::ranges::all_of(mark, [](char c) { return is_digit(c) || is_letter(c); });
}

/// Whether a heading consists of its number only: "Article 3" or "PART II".
bool is_number_alone(std::string_view words) {
  if (words.find('\n') != std::string_view::npos) return false;
  const auto heading = heading_at(words, 0, words.size());
  return heading && trimmed(words.substr(heading->after)).empty();
}

/// Counts the characters before a byte. Each call counts from the last position, forwards or backwards, so it is fast
/// for bytes close to each other.
class CharacterCount {
 public:
  explicit CharacterCount(std::string_view text) : text_(text) {}

  std::size_t before(std::size_t byte) {
    const auto between = [&](std::size_t first, std::size_t last) {
      return static_cast<std::size_t>(std::ranges::count_if(
          text_.substr(first, last - first), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
    };
    if (byte >= byte_) {
      count_ += between(byte_, byte);
    } else {
      count_ -= between(byte, byte_);
    }
    byte_ = byte;
    return count_;
  }

 private:
  std::string_view text_;
  std::size_t byte_ = 0;
  std::size_t count_ = 0;
};

}  // namespace

bool is_mark(std::string_view words, bool bare) {
  words = trimmed(words);
  constexpr std::string_view kSection = "§";
  if (words.starts_with(kSection)) {
    words = trimmed(words.substr(kSection.size()));
    bare = true;
  }
  if (words.empty()) return false;
  return mark_size(words) == words.size() || (bare && label_size(words) == words.size());
}

bool begins_with_mark(std::string_view words) {
  const auto size = mark_size(words);
  return size > 0 && (size == words.size() || is_space(words[size]));
}

std::string superscript(std::string_view words) {
  constexpr std::array<std::string_view, 10> kDigits = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
  constexpr std::ptrdiff_t kMostDigits = 2;  // "GATT 1994" has such a form, but its number is a year
  if (std::ranges::count_if(words, is_digit) > kMostDigits) return std::string(words);
  std::string raised;
  for (const char c : words) {
    if (is_digit(c)) {
      raised += kDigits[static_cast<std::size_t>(c - '0')];
    } else {
      raised += c;
    }
  }
  return raised;
}

void BlockWriter::add(std::string_view words, std::size_t at) {
  bool is_new_place = at != kNowhere;
  while (!words.empty()) {
    if (const auto space = space_at(words); space > 0) {
      is_new_place = is_new_place || (at != kNowhere && (is_space_due_ || space > 1 || words_.empty()));
      is_space_due_ = true;
      words.remove_prefix(space);
      if (at != kNowhere) at += space;
      continue;
    }
    const auto size = words_until_space(words);
    if (is_space_due_ && !words_.empty() && words_.back() != '\n') words_ += ' ';
    is_space_due_ = false;
    if (is_new_place) places_.push_back({words_.size(), at});
    is_new_place = false;
    words_.append(words.substr(0, size));
    words.remove_prefix(size);
    if (at != kNowhere) at += size;
  }
}

void BlockWriter::break_line() {
  is_space_due_ = false;
  if (!words_.empty() && !words_.ends_with("\n\n")) words_ += '\n';
}

void BlockWriter::set_mark(std::string_view mark) {
  mark = trimmed(mark);
  if (mark.empty()) return;
  if (!mark_.empty()) mark_ += ' ';
  mark_ += mark;
  if (is_bare(mark)) mark_ += '.';
}

bool BlockWriter::take_back(std::string_view words) {
  if (!words_.ends_with(words)) return false;
  words_.resize(words_.size() - words.size());
  is_space_due_ = words_.ends_with(' ');
  if (is_space_due_) words_.pop_back();
  while (!places_.empty() && places_.back().word > words_.size()) places_.pop_back();
  return true;
}

void BlockWriter::drop_block() {
  words_.clear();
  places_.clear();
  is_space_due_ = false;
}

void BlockWriter::end_block(Kind kind) {
  is_space_due_ = false;
  while (!words_.empty() && words_.back() == '\n') words_.pop_back();
  if (words_.empty()) return;
  // A block that is only a mark is put before the next one. In a heading a bare number is enough.
  if (kind != Kind::Row && is_mark(words_, kind == Kind::Heading)) {
    if (mark_.empty() && !places_.empty()) mark_at_ = places_.front().at;
    set_mark(words_);
    return drop_block();
  }
  Block block{kind, std::exchange(goes_on_, false) && mark_.empty() && !begins_with_mark(words_), std::move(words_),
              std::move(places_), paragraph_};
  if (!mark_.empty() && kind != Kind::Row) {
    mark_ += ' ';
    for (auto& place : block.places) place.word += mark_.size();
    if (mark_at_ != kNowhere) block.places.insert(block.places.begin(), {0, mark_at_});
    block.words.insert(0, mark_);
    mark_.clear();
    mark_at_ = kNowhere;
  }
  blocks_.push_back(std::move(block));
  words_.clear();
  places_.clear();
}

/// What separates block `i` from the one before it.
std::string_view BlockWriter::gap_before(std::size_t i) const {
  if (i == 0) return "";
  const auto& block = blocks_[i];
  const auto& above = blocks_[i - 1];
  if (block.goes_on && above.kind == Kind::Paragraph) return " ";
  if (block.kind == Kind::Row && above.kind == Kind::Row) return "\n";
  // "Article 1" and its title are often two headings. Only a line break between them keeps them one heading of the
  // text.
  const bool are_headings = block.kind == Kind::Heading && above.kind == Kind::Heading;
  if (are_headings && is_number_alone(above.words) && !heading_at(block.words, 0, block.words.size())) return "\n";
  return "\n\n";
}

/// Drops tables of contents. Their entries come in runs; one or two links may be anything.
void BlockWriter::leave_out_contents() {
  constexpr std::size_t kFewest = 3;
  std::vector<Block> kept;
  for (std::size_t i = 0; i < blocks_.size();) {
    auto end = i;
    while (end < blocks_.size() && blocks_[end].kind == Kind::Contents) ++end;
    const bool is_contents = end - i >= kFewest;
    for (end = std::max(end, i + 1); i < end; ++i) {
      if (!is_contents) kept.push_back(std::move(blocks_[i]));
    }
  }
  blocks_ = std::move(kept);
}

void BlockWriter::write_to(WrittenText& written, std::string_view source) {
  if (!mark_.empty()) add(std::exchange(mark_, {}));
  if (!words_.empty()) blocks_.push_back({Kind::Paragraph, false, std::move(words_), std::move(places_), paragraph_});
  leave_out_contents();
  CharacterCount characters(source);
  auto& text = written.text;
  for (std::size_t i = 0; i < blocks_.size(); ++i) {
    text += gap_before(i);
    if (paragraph_ > 0) written.paragraphs.push_back({text.size(), blocks_[i].paragraph});
    for (const auto& place : blocks_[i].places) written.map.add(text.size() + place.word, characters.before(place.at));
    text += blocks_[i].words;
  }
  if (!text.empty()) text += '\n';
  written.has_map = !source.empty();
  if (written.has_map) written.map.divide(text);
}

}  // namespace treatygraph::ingest
