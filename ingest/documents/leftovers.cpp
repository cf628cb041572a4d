// The provisions are sorted by their start, and text between them, after the title block and at the end is a
// leftover. What cleaning had removed before is added to the list. Only the part of it that belongs to
// the content of the document counts as not read: page numbers and running heads are not content.

#include "ingest/documents/leftovers.h"

#include <algorithm>

#include <fmt/format.h>

#include "graph/ascii.h"
#include "ingest/structure/conclusions.h"
#include "ingest/text/lines.h"

namespace treatygraph::ingest {
namespace {

constexpr std::size_t kFirstWords = 60;  ///< characters

/// Whether it contains more digits than letters.
bool is_table(std::string_view words) {
  const auto digits = std::ranges::count_if(words, is_digit);
  const auto letters = std::ranges::count_if(words, is_letter);
  return digits > letters;
}

/// Why the text between two provisions was not read, judged by its words.
LeftoverReason reason_of(std::string_view words) {
  constexpr std::size_t kNear = 40;
  // The testimonium may follow a few words, such as a number that was printed before it.
  const auto testimonium = testimonium_in(words, {0, words.size()});
  if (testimonium && *testimonium <= kNear) return LeftoverReason::Testimonium;
  return is_table(words) ? LeftoverReason::Table : LeftoverReason::NotUnderstood;
}

/// Walks a text once, and gives line and byte of characters in order.
class LineCounter {
 public:
  explicit LineCounter(std::string_view raw) : raw_(raw) {}
  std::size_t line_of(std::size_t character) {
    while (byte_ < raw_.size() && (character_ < character || !begins_character(raw_[byte_]))) {
      line_ += raw_[byte_] == '\n' ? 1U : 0U;
      ++byte_;
      if (byte_ == raw_.size() || begins_character(raw_[byte_])) ++character_;
    }
    return line_;
  }
  /// From the last character requested.
  [[nodiscard]] std::string_view words() const { return raw_.substr(byte_); }

 private:
  std::string_view raw_;
  std::size_t byte_ = 0;
  std::size_t character_ = 0;
  std::size_t line_ = 1;
};

/// The gaps between the provisions of a document.
class Gaps {
 public:
  explicit Gaps(Document& document) : document_(document), from_(document.map, document.text) {}

  void find() {
    std::vector<const Provision*> provisions;
    for (const auto& provision : document_.structure) provisions.push_back(&provision);
    std::ranges::sort(provisions, {}, &Provision::start);
    std::size_t at = provisions.empty() ? 0 : end_of_title_block(provisions.front()->start);
    document_.characters = characters_in(document_.text);
    document_.characters_read = document_.characters;
    for (const auto* provision : provisions) {
      if (at == end_of_resolution()) at = std::min(provision->start, at + kLongestTitle);
      note(at, provision->start);
      at = std::max(at, provision->end);
    }
    note(at, document_.text.size());
  }

 private:
  static constexpr std::size_t kLongestTitle = 1'000;  ///< bytes after a resolution

  /// The end of a resolution at the beginning of the document. It is followed by the title of the treaty that it
  /// adopts, which is not a leftover. kNowhere if there is no resolution.
  [[nodiscard]] std::size_t end_of_resolution() const {
    const auto& structure = document_.structure;
    return !structure.empty() && structure.front().kind == ProvisionKind::Resolution ? structure.front().end : kNowhere;
  }
  static constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

  /// The end of the title block: the start of the first provision, or the most that a title, the parties and a note of
  /// the source take. Text after it and before the first provision is a leftover.
  [[nodiscard]] static std::size_t end_of_title_block(std::size_t first_provision) {
    constexpr std::size_t kLongest = 6'000;
    return std::min(first_provision, kLongest);
  }

  /// Records the text between two provisions, unless it is only white space.
  void note(std::size_t first, std::size_t last) {
    const auto& text = document_.text;
    while (first < last && is_space(text[first])) ++first;
    while (last > first && is_space(text[last - 1])) --last;
    if (first >= last) return;
    const auto words = std::string_view(text).substr(first, last - first);
    Leftover leftover;
    leftover.start = from_.character_at(first);
    leftover.end = from_.character_at(last);
    leftover.characters = characters_in(words);
    leftover.reason = reason_of(words);
    leftover.first_words = first_words_of(words);
    document_.characters_read -= leftover.characters;
    document_.leftovers.push_back(std::move(leftover));
  }

  Document& document_;
  SourceMap::Walk from_;
};

}  // namespace

std::size_t characters_in(std::string_view words) {
  return static_cast<std::size_t>(
      std::ranges::count_if(words, [](char c) { return begins_character(c) && !is_space(c); }));
}

std::string first_words_of(std::string_view words) {
  auto folded = fold(words.substr(0, 4 * kFirstWords));
  std::size_t count = 0;
  for (std::size_t at = 0; at < folded.size(); ++at) {
    if (begins_character(folded[at]) && count++ == kFirstWords) return folded.substr(0, at) + "...";
  }
  return folded;
}

void account_for_all(std::string_view raw, std::vector<Leftover> left_out, Document& document) {
  document.leftovers.clear();
  Gaps(document).find();
  for (auto& leftover : left_out) {
    if (is_of_text(leftover)) document.characters += leftover.characters;
    document.leftovers.push_back(std::move(leftover));
  }
  std::ranges::stable_sort(document.leftovers, {}, &Leftover::start);
  LineCounter lines(raw);
  for (auto& leftover : document.leftovers) leftover.line = lines.line_of(leftover.start);
  std::ranges::stable_sort(document.leftovers, std::greater<>(), &Leftover::characters);
}

double share_read(const Document& document) {
  if (document.characters == 0) return 1;
  return static_cast<double>(document.characters_read) / static_cast<double>(document.characters);
}

std::string in_words(const Leftover& leftover) {
  const auto detail = leftover.detail.empty() ? std::string() : fmt::format(", {}", leftover.detail);
  return fmt::format("{} characters from {} {} ({}{}): \"{}\"", leftover.characters, leftover.line_is, leftover.line,
                     name_of(leftover.reason), detail, leftover.first_words);
}

std::string what_was_not_read(const Document& document) {
  constexpr double kWhole = 0.98;  // signatures and the like are never read
  constexpr std::size_t kMostNamed = 3;
  const auto unread = document.characters - document.characters_read;
  if (static_cast<double>(unread) <= (1 - kWhole) * static_cast<double>(document.characters)) return {};
  auto said = fmt::format("{:.1f} % of its text was read; left over: ", 100 * share_read(document));
  std::size_t named = 0;
  for (const auto& leftover : document.leftovers) {
    if (!is_of_text(leftover)) continue;
    if (named++ == kMostNamed) return said + ", and more";
    said += (named > 1 ? ", " : "") + in_words(leftover);
  }
  return said;
}

bool is_read_in_full(const Document& document) {
  return document.language == "en" && what_was_not_read(document).empty();
}

}  // namespace treatygraph::ingest
