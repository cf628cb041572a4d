// An instruction announces the text that follows it ("Article 2 shall be replaced by the following text:"), but without
// marks nothing shows where that text ends. It ends where the amending instrument speaks again: at its next own unit or
// mark, at the next instruction, or at the signatures. What looks like the next unit is not, if the instruction names
// it: "Article 3 shall read:" may come before the new article 3.

#include "ingest/structure/unmarked_amendments.h"

#include <algorithm>
#include <optional>
#include <string>

#include <fmt/format.h>
#include <re2/re2.h>

#include "graph/numerals.h"
#include "ingest/structure/headings.h"
#include "ingest/text/pattern_piece.h"

namespace treatygraph::ingest {
namespace {

constexpr std::size_t kLongest = 60'000;          ///< bytes of an inserted text
constexpr std::size_t kLongestInstruction = 500;  ///< bytes

/// Whether a sentence announces a text: "Article 2 shall be replaced by the following text:", "After article 6, insert
/// a new article reading". A sentence such as "The Treaty is amended as follows:" announces instructions instead.
bool announces_text(std::string_view sentence) {
  static const RE2 pattern(
      R"((?is).*\b(?:articles?|paragraphs?|sub-?paragraphs?|annex(?:es)?|appendix|sections?|chapters?|parts?|regulations?|rules?|preamble|text|title|heading|definitions?)\b.*(?:\b(?:be|is|are|been|hereby)\s+(?:\w+\s+)?(?:replaced|substituted|added|inserted)|\bsubstitute|\binsert|\badd|\b(?:amended|modified|revised) to read|\b(?:shall|to) (?:now )?read)\b[^;]*\b(?:following(?:\s+(?:new|additional|text|articles?|paragraphs?|sub-?paragraphs?|sections?|annex(?:es)?|provisions?|sentences?|words?|definitions?|wording|points?|items?|rules?|regulations?))*|as follows|reads?|reading|substitute)\s*:?\s*)");
  return RE2::FullMatch(piece(sentence), pattern);
}

/// Whether words are the next instruction of the amending instrument: "B. In Article 4, the words ... shall be
/// deleted".
bool is_instruction(std::string_view words) {
  static const RE2 pattern(
      R"((?is)\s*(?:\(?[a-z0-9]{1,4}[.)]\s*)?(?:(?:in|after|before|at the end of|for|from|to)\s+)?(?:the\s+)?(?:\w+\s+){0,3}?(?:articles?|paragraphs?|sub-?paragraphs?|annex(?:es)?|appendix|sections?|chapters?|regulations?|rules?|preamble|words?|sentences?|text|title|heading|definitions?|following|new)\b.{0,300}?\b(?:(?:shall be|is|are|be|hereby)\s+(?:\w+\s+)?(?:replaced|deleted|added|inserted|amended|renumbered|substituted|modified)|substitute|insert)\b.*)");
  return RE2::FullMatch(piece(words.substr(0, kLongestInstruction)), pattern);
}

bool announces_signatures(std::string_view words) {
  static const RE2 pattern(
      R"(\s*(?:(?i:in (?:witness|faith) (?:whereof|thereof))|(?:DONE|Done) (?:at|in|on|this)\b).*)");
  return RE2::FullMatch(piece(words), pattern);
}

/// The value of a mark alone on its line, such as "II."; nothing for other lines.
std::optional<int> value_of_mark_alone(std::string_view words) {
  static const RE2 pattern(R"(\s*\(?([IVX]{1,5}|\d{1,2}|[A-Z])[.)]\s*)");
  std::string mark;
  if (!RE2::FullMatch(piece(words), pattern, &mark)) return std::nullopt;
  const auto digits = digits_value(mark);
  return digits ? digits : roman_value(mark) ? roman_value(mark) : letter_value(mark);
}

bool opens_within_marks(std::string_view words) {
  return !words.empty() && (words.front() == '"' || words.starts_with("“") || words.starts_with("‘") ||
                            words.starts_with("«") || words.starts_with("„"));
}

/// Reads a text line by line, without empty lines.
class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {
    for_each_line(text, [&](const LineRange& line) {
      if (!trimmed(text_.substr(line.first, line.size())).empty()) lines_.push_back(line);
    });
  }

  std::vector<LineRange> find() {
    std::vector<LineRange> quoted;
    if (!announces_any()) return quoted;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      note(i);
      if (i + 1 >= lines_.size() || !may_announce(i)) continue;
      const auto sentence = sentence_to(i);
      if (!announces_text(sentence) || is_own(i + 1, sentence)) continue;
      if (opens_within_marks(words_of(i + 1)) && lies_within_marks(i + 1)) continue;
      const auto end = end_of(i + 1, sentence);
      if (end == i + 1) continue;
      quoted.push_back({lines_[i + 1].first, end < lines_.size() ? lines_[end - 1].last : lines_.back().last});
      i = end - 1;
    }
    return quoted;
  }

 private:
  [[nodiscard]] std::string_view words_of(std::size_t i) const {
    return trimmed(text_.substr(lines_[i].first, lines_[i].size()));
  }

  [[nodiscard]] std::optional<Heading> heading_of(std::size_t i) const {
    auto heading = heading_at(text_, lines_[i].first, lines_[i].last);
    return heading && is_unit(heading->kind) ? heading : std::nullopt;
  }

  /// Remembers the last number of the amending instrument itself.
  void note(std::size_t i) {
    if (const auto heading = heading_of(i)) own_ = heading;
    if (const auto value = value_of_mark_alone(words_of(i))) own_mark_ = *value;
  }

  /// A cheap test: most lines need no closer look.
  [[nodiscard]] bool may_announce(std::size_t i) const {
    const auto words = words_of(i);
    return words.ends_with(':') || words.ends_with("reading") || words.ends_with("substitute") ||
           words.ends_with("read") || words.ends_with("reads");
  }

  /// Most texts announce nothing, so their headings need not be read.
  [[nodiscard]] bool announces_any() const {
    for (std::size_t i = 0; i + 1 < lines_.size(); ++i) {
      if (may_announce(i) && announces_text(sentence_to(i))) return true;
    }
    return false;
  }

  /// The sentence that ends on the line, from where its paragraph begins.
  [[nodiscard]] std::string_view sentence_to(std::size_t i) const {
    auto first = i;
    while (first > 0 && i - first < 4 && lines_[i].last - lines_[first - 1].first <= kLongestInstruction) {
      const auto between = text_.substr(lines_[first - 1].last, lines_[first].first - lines_[first - 1].last);
      const bool is_parted = std::ranges::count(between, '\n') > 1;
      const auto above = words_of(first - 1);
      if (is_parted || above.ends_with('.') || above.ends_with(':') || heading_of(first - 1)) break;
      --first;
    }
    return text_.substr(lines_[first].first, lines_[i].last - lines_[first].first);
  }

  /// Whether a line is the next unit of the amending instrument, "Article 3" after its article 2. Not if the
  /// instruction names that number.
  [[nodiscard]] bool is_own(std::size_t i, std::string_view sentence) const {
    const auto heading = heading_of(i);
    if (!heading || !own_ || heading->kind != own_->kind || heading->value != own_->value + 1) return false;
    const RE2 named(fmt::format(R"(\b{}\b)", RE2::QuoteMeta(heading->num)));
    return !RE2::PartialMatch(piece(sentence), named);
  }

  /// Whether a quotation mark is closed at the end of a later line. Such a quotation is found by its marks.
  [[nodiscard]] bool lies_within_marks(std::size_t i) const {
    static const RE2 closes(R"((?s).*["”’»][.;,]?\s*(?:and\s*)?)");
    for (auto line = i; line < std::min(lines_.size(), i + 200); ++line) {
      if (RE2::FullMatch(piece(words_of(line)), closes)) return true;
    }
    return false;
  }

  /// The index of the first line after `first` at which the amending instrument speaks again.
  [[nodiscard]] std::size_t end_of(std::size_t first, std::string_view sentence) const {
    auto i = first;
    for (; i < lines_.size() && lines_[i].first - lines_[first].first <= kLongest; ++i) {
      const auto words = words_of(i);
      if (is_own(i, sentence) || announces_signatures(words)) return i;
      if (own_mark_ && value_of_mark_alone(words) == *own_mark_ + 1) return i;
      if (is_instruction(paragraph_at(i))) return i == first ? i : above_instruction(i, first);
    }
    return i;
  }

  /// The text from a line to the end of the sentence, of at most four lines.
  [[nodiscard]] std::string_view paragraph_at(std::size_t i) const {
    auto last = i;
    while (last + 1 < lines_.size() && last - i < 3 &&
           std::string_view(".:;").find(words_of(last).back()) == std::string_view::npos)
      ++last;
    return text_.substr(lines_[i].first, lines_[last].last - lines_[i].first);
  }

  /// The heading above an instruction about it, "Article 7", is not part of the quoted text before it.
  [[nodiscard]] std::size_t above_instruction(std::size_t i, std::size_t first) const {
    return i > first + 1 && heading_of(i - 1) ? i - 1 : i;
  }

  std::string_view text_;
  std::vector<LineRange> lines_;  ///< with words
  std::optional<Heading> own_;
  std::optional<int> own_mark_;
};

}  // namespace

std::vector<LineRange> unmarked_amendments(std::string_view text) {
  static const RE2 amends(R"((?i)\b(?:replaced|substitut\w+|inserted|added|insert|shall (?:now )?read|to read)\b)");
  if (!RE2::PartialMatch(piece(text), amends)) return {};
  return Reader(text).find();
}

}  // namespace treatygraph::ingest
