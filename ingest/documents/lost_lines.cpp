// Each word that may open a heading ("Article", "Chapter") inside a long line is tested. It is a citation if the words
// before it show that ("under article 5"). It is a heading if its number continues the series of its kind, if the
// sentence before it has ended or it is the very next number, and if no later line begins with that heading. The text
// is walked in order, and headings on lines of their own advance the series too, so texts that lost only some of their
// line breaks are read correctly.
//
// Which lines are long depends on the text: those beyond any printed line and nearly any paragraph, shorter ones if
// long lines are usual in the text, and all if fewer than two lines begin with an article.

#include "ingest/documents/lost_lines.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>

#include <re2/re2.h>

#include "ingest/documents/small_letters.h"
#include "ingest/structure/headings.h"
#include "ingest/text/lines.h"
#include "ingest/text/pattern_piece.h"

namespace treatygraph::ingest {
namespace {

constexpr std::size_t kLongLine = 600;      ///< more bytes than a printed line has, and more than most paragraphs
constexpr std::size_t kLongMean = 200;      ///< in a text with such long lines, other long lines count too
constexpr std::size_t kHeadingBytes = 160;  ///< that show whether something is a heading
constexpr std::size_t kFewestOfLines = 2;   ///< articles in a text whose articles have lines
constexpr int kLargestGap = 3;
constexpr std::size_t kFormula = 24;  ///< bytes that show whether something is a formula: "IN WITNESS WHEREOF"

/// Whether the words before a heading show that its number is cited: "in accordance with", "under this", "paragraph 2
/// of".
bool cites(std::string_view before, const StructureWords& language) {
  constexpr std::size_t kWindow = 24;
  const auto near = before.substr(before.size() > kWindow ? before.size() - kWindow : 0);
  return RE2::FullMatch(piece(near), language.lost_lines.cites_inline);
}

/// Whether the words before end a sentence, a list item or a title. "_" and "*" are emphasis of Markdown and lines of
/// underscores.
bool ends_sentence(std::string_view before) {
  const auto words = trimmed(before.substr(before.size() > 8 ? before.size() - 8 : 0));
  return words.empty() || std::string_view(".;:)]\"_*").find(words.back()) != std::string_view::npos ||
         words.ends_with("\xE2\x80\x9D");
}

/// The series that a heading is numbered in: articles by the word that names them.
struct Counted {
  ProvisionKind kind;
  std::string word;
  auto operator<=>(const Counted&) const = default;
};

/// The last number of a series: 3 and 12 of article 3.12.
struct Place {
  int chapter = 0;
  int value = 0;
};

/// Finds the headings of one text.
class LineFinder {
 public:
  LineFinder(std::string_view text, const StructureWords& language) : text_(text), language_(language) {}

  std::vector<TextEdit> find() {
    for_each_line(text_, [&](const LineRange& line) {
      if (const auto heading = heading_of_line(line)) headings_of_lines_.push_back(*heading);
      units_on_lines_ += !headings_of_lines_.empty() && headings_of_lines_.back().start >= line.first &&
                                 is_unit(headings_of_lines_.back().kind)
                             ? 1U
                             : 0U;
      longest_ = std::max(longest_, line.size());
      lines_ += line.size() > 1 ? 1U : 0U;
    });
    if (lines_ > 0 && text_.size() / lines_ >= kLongMean) long_line_ = kLongMean;
    if (units_on_lines_ < kFewestOfLines) long_line_ = 0;  // the lines are those of a page that parts nothing
    if (longest_ <= long_line_) return {};
    for_each_line(text_, [&](const LineRange& line) {
      while (next_line_ < headings_of_lines_.size() && headings_of_lines_[next_line_].start <= line.last) ++next_line_;
      if (const auto heading = heading_of_line(line)) note(*heading);
      if (line.size() > long_line_) find_in(line);
    });
    return std::move(edits_);
  }

 private:
  /// The heading that a line begins with.
  [[nodiscard]] std::optional<Heading> heading_of_line(const LineRange& line) const {
    return heading_at(text_, line.first, std::min(line.last, line.first + kHeadingBytes), language_);
  }

  /// Tries every word in the line that may open a heading. The next search starts three bytes later, within the word,
  /// because a rejected heading may be followed closely by another.
  void find_in(const LineRange& line) {
    re2::StringPiece rest(text_.data() + line.first, line.size());
    re2::StringPiece found;
    while (RE2::FindAndConsume(&rest, language_.lost_lines.heading_inline, &found)) {
      const auto start = static_cast<std::size_t>(found.data() - text_.data());
      take(start, line);
      rest = re2::StringPiece(found.data() + 3, static_cast<std::size_t>(text_.data() + line.last - found.data() - 3));
    }
  }

  /// Inserts a line break before a heading, the preamble or the testimonium, if one opens at `start`.
  void take(std::size_t start, const LineRange& line) {
    const auto before = text_.substr(0, start);
    const auto words = text_.substr(start);
    if (RE2::FullMatch(piece(words.substr(0, kFormula)), language_.lost_lines.witness_inline))
      return part_before(start);
    if (RE2::FullMatch(piece(words.substr(0, kFormula)), language_.lost_lines.preamble_inline))
      return take_preamble(start, before);
    if (cites(before, language_)) return;
    const auto heading = heading_at(text_, start, std::min(line.last, start + kHeadingBytes), language_);
    if (!heading || !opens(*heading, before)) return;
    note(*heading);
    part_before(start);
  }

  /// A preamble comes before all headings and only once; its word gets a line of its own.
  void take_preamble(std::size_t start, std::string_view before) {
    if (!last_.empty() || has_preamble_ || cites(before, language_)) return;
    const auto word_size = std::min(text_.find_first_of(" \n:.", start), text_.size()) - start;
    has_preamble_ = true;
    part_before(start);
    edits_.push_back({start + word_size, start + word_size, "\n"});
  }

  /// Replaces the spaces before `start` by an empty line.
  void part_before(std::size_t start) {
    auto first = start;
    while (first > 0 && text_[first - 1] == ' ') --first;
    if (!edits_.empty() && edits_.back().last > first) return;
    edits_.push_back({first, start, "\n\n"});
  }

  [[nodiscard]] Counted counted(const Heading& heading) const {
    auto word = lower_case(text_.substr(heading.start, 3));
    return {heading.kind, std::move(word)};
  }

  [[nodiscard]] Place last_of(const Heading& heading) const {
    const auto found = last_.find(counted(heading));
    return found == last_.end() ? Place{} : found->second;
  }

  /// Records a heading as the last of its series. Article numbers start again after an annex, and section numbers in
  /// each chapter.
  void note(const Heading& heading) {
    if (heading.kind == ProvisionKind::Annex) {
      std::erase_if(last_, [](const auto& entry) { return entry.first.kind != ProvisionKind::Annex; });
    }
    last_[counted(heading)] = {heading.chapter, heading.value};
    divided_ = heading.kind != ProvisionKind::Article;
  }

  /// Whether a heading continues a series with at most `largest_gap` - 1 numbers missing, or begins the next chapter of
  /// decimal numbers.
  [[nodiscard]] static bool counts_on(const Heading& heading, const Place& last, int largest_gap) {
    if (heading.chapter != last.chapter) return heading.chapter == last.chapter + 1 && heading.value <= largest_gap;
    return heading.value > last.value && heading.value <= last.value + largest_gap;
  }

  /// Whether a later line begins with this heading or the next one of the series. Then the line breaks before headings
  /// were not lost here, and the words are a citation.
  [[nodiscard]] bool has_line_of_its_own(const Heading& heading, const Place& last) const {
    constexpr std::size_t kNear = 40;
    const auto end = std::min(headings_of_lines_.size(), next_line_ + kNear);
    for (auto i = next_line_; i < end; ++i) {
      const auto& line = headings_of_lines_[i];
      if (counted(line) != counted(heading)) continue;
      return counts_on(line, last, 1) || (line.value == heading.value && line.chapter == heading.chapter);
    }
    return false;
  }

  /// Whether a heading that is not a citation opens its provision here. Articles may skip numbers, since some headings
  /// cannot be found. Divisions must be in capitals or follow a sentence, because "part" and "section" are common
  /// words.
  [[nodiscard]] bool opens(const Heading& heading, std::string_view before) const {
    const auto last = last_of(heading);
    if (has_line_of_its_own(heading, last)) return false;
    const bool after_sentence = ends_sentence(before);
    if (heading.kind == ProvisionKind::Article) {
      const bool begins_anew = heading.value == 1 && heading.chapter == 0 && (divided_ || after_sentence);
      return begins_anew || counts_on(heading, last, after_sentence || divided_ ? kLargestGap : 1);
    }
    const bool in_capitals = is_all_upper(text_.substr(heading.start, 4));
    const bool is_next = heading.value == 1 || counts_on(heading, last, 1);
    return is_next && (in_capitals || after_sentence);
  }

  std::string_view text_;
  const StructureWords& language_;
  std::vector<Heading> headings_of_lines_;
  std::size_t next_line_ = 0;  ///< the first one after the current line
  std::map<Counted, Place> last_;
  std::vector<TextEdit> edits_;
  std::size_t units_on_lines_ = 0;
  std::size_t lines_ = 0;
  std::size_t longest_ = 0;
  std::size_t long_line_ = kLongLine;
  bool has_preamble_ = false;
  bool divided_ = false;  ///< no article lies between here and the division's heading
};

}  // namespace

std::vector<TextEdit> lost_lines(std::string_view text, const StructureWords& language) {
  return has_small_letters_alone(text) ? lost_lines_of_small_letters(text, language)
                                       : LineFinder(text, language).find();
}

}  // namespace treatygraph::ingest
