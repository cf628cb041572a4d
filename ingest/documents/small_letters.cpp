// In these texts the only capitals are the words that begin articles and annexes, and headings, numbers and sentences
// are joined without spaces: "ARTICLE iithe parties". Where a number ends can only be decided from the number that is
// expected next: after article 1, "iithe" is "ii" and "the", not "iith".
//
// Each keyword in capitals is tested. If it opens an article or an annex, line breaks are inserted around its heading.
// The marks of paragraphs and points are searched between two headings; a mark counts if the characters before it may
// end a sentence or a word, and if paragraph numbers are consecutive.

#include "ingest/documents/small_letters.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>

#include <re2/re2.h>

#include "graph/ascii.h"
#include "graph/numerals.h"
#include "ingest/text/lines.h"

namespace treatygraph::ingest {
namespace {

/// A number at the beginning of words.
struct Number {
  std::string printed;
  int value = 0;
  std::size_t bytes = 0;
};

/// Reads the number that `words` begin with, given the last number of the same kind: "ii" of "iithe" after i; "1" of
/// "11. the" if there was no number before, because the second 1 is the number of the first paragraph.
class NumberReader {
 public:
  NumberReader(std::string_view words, int last, const StructureWords& language)
      : words_(words), last_(last), language_(language) {}

  /// Nothing if the words do not begin with a number. `may_be_letter`: annexes are also called A, B, C.
  [[nodiscard]] std::optional<Number> read(bool may_be_letter) const {
    if (words_.empty()) return std::nullopt;
    if (is_digit(words_.front())) return digits();
    if (auto word = in_words()) return word;
    if (auto roman = roman_number()) return roman;
    return may_be_letter ? letter() : std::nullopt;
  }

 private:
  static constexpr int kLargestGap = 3;

  /// A number word of another language than English: "premier" in "ARTICLE premier. - les etats".
  [[nodiscard]] std::optional<Number> in_words() const {
    std::size_t size = 0;
    while (size < words_.size() && is_letter(words_[size])) ++size;
    const auto value = language_.language == "en" ? std::nullopt : language_.numbers->ordinal(words_.substr(0, size));
    return value && *value == last_ + 1 ? std::optional(Number{std::to_string(*value), *value, size}) : std::nullopt;
  }

  /// A number in digits. If all the digits are not a plausible next number, the rest may be the number of the first
  /// paragraph.
  [[nodiscard]] std::optional<Number> digits() const {
    std::size_t size = 0;
    while (size < words_.size() && is_digit(words_[size])) ++size;
    const auto run = words_.substr(0, size);
    const auto whole = digits_value(run);
    const auto next = std::to_string(last_ + 1);
    const bool is_whole = whole && *whole > last_ && *whole <= last_ + kLargestGap;
    // In "51. the" after 4, the rest is the first paragraph's number; "14 bis" is not 1.
    const auto following = words_.substr(size);
    const bool begins_so = run.starts_with(next);
    const bool has_paragraph =
        begins_so && (run.size() == next.size() || (run.substr(next.size()) == "1" && following.starts_with('.')));
    if (is_whole || !has_paragraph) return whole ? std::optional(Number{std::string(run), *whole, size}) : std::nullopt;
    return Number{next, last_ + 1, next.size()};
  }

  /// The next number if the letters begin with it. Otherwise the longest Roman number that is near the last one or is
  /// not followed by a letter.
  [[nodiscard]] std::optional<Number> roman_number() const {
    std::size_t size = 0;
    while (size < words_.size() && std::string_view("ivxlc").find(words_[size]) != std::string_view::npos) ++size;
    const auto run = words_.substr(0, size);
    const auto next = lower_case(roman_numeral(last_ + 1));
    if (run.starts_with(next)) return Number{upper_case(next), last_ + 1, next.size()};
    for (; size > 0; --size) {
      const auto value = roman_value(words_.substr(0, size));
      const bool stands_alone = size == words_.size() || !is_letter(words_[size]);
      const bool is_near = value && *value > last_ && *value <= last_ + kLargestGap;
      if (value && (stands_alone || is_near)) return Number{upper_case(words_.substr(0, size)), *value, size};
    }
    return std::nullopt;
  }

  /// A single letter, if it is the next one or is not followed by another letter.
  [[nodiscard]] std::optional<Number> letter() const {
    const auto value = letter_value(words_.substr(0, 1));
    const bool stands_alone = words_.size() == 1 || !is_letter(words_[1]);
    if (!value || !(stands_alone || *value == last_ + 1)) return std::nullopt;
    return Number{upper_case(words_.substr(0, 1)), *value, 1};
  }

  std::string_view words_;
  int last_;
  const StructureWords& language_;
};

/// Collects the edits of one text, in order.
class SmallLetters {
 public:
  SmallLetters(std::string_view text, const StructureWords& language) : text_(text), language_(language) {}

  std::vector<TextEdit> find() {
    part_title();
    static const RE2 words(R"(\b(ARTICLE|ANNEX|APPENDIX|PROTOCOL)\b)");
    re2::StringPiece rest(text_.data(), text_.size());
    re2::StringPiece found;
    auto at = edits_.empty() ? std::size_t{0} : edits_.back().last;
    while (RE2::FindAndConsume(&rest, words, &found)) {
      const auto start = static_cast<std::size_t>(found.data() - text_.data());
      if (start < at || !may_open(start, found.size())) continue;
      part_marks(at, start);
      at = take({found.data(), found.size()}, start);
    }
    part_marks(at, text_.size());
    return std::move(edits_);
  }

 private:
  /// Separates the title from the note of its source and from the preamble: "convention on lakessource: treaty series
  /// 5preamblethe parties".
  void part_title() {
    const auto head = text_.substr(0, std::min(text_.find("ARTICLE"), text_.size()));
    static const RE2 source(R"(((?:source|src)\s?:\s*))");
    static const RE2 preamble(R"((preamble)(?:[:.\s]*)(?:the|we|his|her|considering|recognizing|whereas|desiring)\b)");
    re2::StringPiece found;
    if (RE2::PartialMatch(re2::StringPiece(head.data(), head.size()), source, &found)) {
      const auto first = static_cast<std::size_t>(found.data() - text_.data());
      edits_.push_back({first, first, "\n\n"});
      edits_.push_back({first + found.size(), first + found.size(), "\n"});
    }
    if (RE2::PartialMatch(re2::StringPiece(head.data(), head.size()), preamble, &found)) {
      const auto first = static_cast<std::size_t>(found.data() - text_.data());
      if (!edits_.empty() && first < edits_.back().last) return;
      edits_.push_back({first, first, "\n\n"});
      edits_.push_back({first + found.size(), first + found.size(), "\n"});
    }
  }

  /// Whether a keyword may open a heading. "the 1978 protocol" was taken for a heading in such texts if a line broke
  /// after its year; "ANNEX es" means annexes.
  [[nodiscard]] bool may_open(std::size_t start, std::size_t size) const {
    const auto before = trimmed(text_.substr(start > 8 ? start - 8 : 0, std::min<std::size_t>(start, 8)));
    const auto following = text_.substr(std::min(start + size, text_.size()), 4);
    const bool is_plural = following.starts_with(" es") || following.starts_with(" s ") || following.starts_with(" ed");
    const bool is_of_year = text_.substr(start, size) == "PROTOCOL" && !before.empty() && is_digit(before.back());
    return !is_plural && !is_of_year;
  }

  /// Whether the words after the number show that the heading is a citation, capitalized by mistake: "ARTICLE 1,
  /// paragraph 4 of the convention".
  [[nodiscard]] static bool is_cited(std::string_view following) {
    static const RE2 cited(
        R"((?s)\s*(?:,\s*(?:sub-?)?paragraphs?|\(\d{1,2}\)|of the (?:convention|agreement|protocol|treaty))\b.*)");
    return RE2::FullMatch({following.data(), following.size()}, cited);
  }

  /// Inserts the line breaks of a heading at `start` and writes its number in capitals. Returns where the words after
  /// the number begin, or `start` if this is no heading.
  std::size_t take(std::string_view word, std::size_t start) {
    const auto after = start + word.size();
    auto at = after;
    while (at < text_.size() && text_[at] == ' ') ++at;
    const bool is_article = word == "ARTICLE";
    if (!is_article) last_["ARTICLE"] = 0;
    const auto number =
        at > after ? NumberReader(text_.substr(at, 40), last_[word], language_).read(!is_article) : std::nullopt;
    if (is_article && (!number || is_cited(text_.substr(at + number->bytes, 40)))) return start;
    part_before(start);
    if (!number) {
      edits_.push_back({after, at, "\n"});
      return at;
    }
    last_[word] = number->value;
    const auto end = at + number->bytes;
    auto words = end;
    while (words < text_.size() && std::string_view(" .:-").find(text_[words]) != std::string_view::npos) ++words;
    edits_.push_back({at, end, number->printed});
    edits_.push_back({words, words, "\n"});
    return words;
  }

  /// Replaces the spaces before `start` by an empty line.
  void part_before(std::size_t start) {
    auto first = start;
    while (first > 0 && text_[first - 1] == ' ') --first;
    if (!edits_.empty() && edits_.back().last > first) first = edits_.back().last;
    edits_.push_back({first, start, "\n\n"});
  }

  /// Inserts a line break before each mark of a paragraph or a point in [first, last), the words of one article or
  /// annex.
  void part_marks(std::size_t first, std::size_t last) {
    static const RE2 mark(R"((\d{1,3}\s?\.\s?|\(\d{1,2}\)|\([a-z]{1,4}\)|[a-z]\)))");
    re2::StringPiece rest(text_.data() + first, last - first);
    re2::StringPiece found;
    int paragraph = 0;
    while (RE2::FindAndConsume(&rest, mark, &found)) {
      const auto start = static_cast<std::size_t>(found.data() - text_.data());
      if (!may_begin_mark(first, start)) continue;
      if (found.ends_with(")") && found[0] != '(' && !follows_list_stop(start)) continue;
      if (is_digit(found[0])) {
        const auto value = number_at(start, paragraph + 1);
        if (!value) continue;
        if (value->bytes > 0) edits_.push_back({start, start, "\n"});
        paragraph = value->value;
        const auto following = start + found.size();
        const std::string_view printed(found.data(), found.size());
        if (printed.ends_with('.') && text_.substr(following).starts_with(printed))
          edits_.push_back({following, following, " "});  // "4.4. the": a number printed twice, not paragraph 4.4
        continue;
      }
      if (start > first) edits_.push_back({start, start, "\n"});
    }
  }

  /// Whether the characters before a mark can announce or separate points. Needed for marks that have only a closing
  /// bracket: "alia:a) fishing;b) trade; andc) ...".
  [[nodiscard]] bool follows_list_stop(std::size_t start) const {
    static const RE2 stop(R"((?s).*[:;]\s*(?:and|or)?\s*)");
    constexpr std::size_t kWindow = 8;
    const auto near = text_.substr(start > kWindow ? start - kWindow : 0, std::min(start, kWindow));
    return RE2::FullMatch({near.data(), near.size()}, stop);
  }

  /// The number of a paragraph, if it is the next paragraph or the first of a list in it.
  [[nodiscard]] std::optional<Number> number_at(std::size_t start, int next) const {
    std::size_t size = 0;
    while (is_digit(text_[start + size])) ++size;
    const auto value = digits_value(text_.substr(start, size));
    const bool counts = value && (*value == next || (*value == 1 && next > 1));
    return counts ? std::optional(Number{{}, *value, size}) : std::nullopt;
  }

  /// Whether a mark may begin at `start`: after a stop or a bracket, or directly after a word. Not after words such as
  /// "article" or "and", with which the number is cited.
  [[nodiscard]] bool may_begin_mark(std::size_t first, std::size_t start) const {
    if (start == first) return true;
    const char before = text_[start - 1];
    if (is_digit(before)) return false;
    static const RE2 cites(
        R"(.*\b(?:articles?|paragraphs?|sub-?paragraphs?|sections?|annex|no|nos|rules?|regulations?|items?|points?|clauses?|and|or|to|in|of|with|by|under|from|at|page|than|is|be|about|every)\s*)");
    constexpr std::size_t kWindow = 20;
    const auto near = text_.substr(start > kWindow ? start - kWindow : 0, std::min(start, kWindow));
    if (std::string_view(".;:,)]").find(before) != std::string_view::npos) return before != ')' || !is_citation(near);
    if (is_letter(before)) return text_[start] != '(' || text_.substr(start).starts_with("(a)") || !near.ends_with("s");
    const bool after_stop =
        before == ' ' && start > 1 && std::string_view(".;:").find(text_[start - 2]) != std::string_view::npos;
    return after_stop || (before == ' ' && (near.ends_with("; and ") || near.ends_with("; or ")) &&
                          !RE2::FullMatch({near.data(), near.size()}, cites));
  }

  /// Whether the characters before are a citation that goes on: "(2)(a)" of "article 3(2)(a)".
  [[nodiscard]] static bool is_citation(std::string_view near) {
    static const RE2 cited(R"(.*\d(?:\([a-z0-9]{1,4}\))+)");
    return RE2::FullMatch({near.data(), near.size()}, cited);
  }

  std::string_view text_;
  const StructureWords& language_;
  std::map<std::string_view, int> last_;  ///< number of each word
  std::vector<TextEdit> edits_;
};

}  // namespace

bool has_small_letters_alone(std::string_view text) {
  constexpr std::size_t kFewest = 200;
  constexpr std::size_t kShortestLine = 400;       // mean bytes of a line
  constexpr std::size_t kLettersForCapital = 500;  // for each capital there are at least so many letters
  std::size_t capitals = 0;                        // of words not entirely in capitals
  std::size_t letters = 0;
  std::size_t lines = 1;
  bool after_capital = false;
  for (const char c : text) {
    letters += is_letter(c) ? 1U : 0U;
    capitals += after_capital && is_lower(c) ? 1U : 0U;
    after_capital = is_upper(c);
    lines += c == '\n' ? 1U : 0U;
  }
  return letters >= kFewest && capitals * kLettersForCapital <= letters && text.size() / lines >= kShortestLine;
}

std::vector<TextEdit> lost_lines_of_small_letters(std::string_view text, const StructureWords& language) {
  return SmallLetters(text, language).find();
}

}  // namespace treatygraph::ingest
