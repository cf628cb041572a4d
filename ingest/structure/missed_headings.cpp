// Some headings fail every rule for lines: "... of its law. Article 6" at the end of a line, or "ARTICLE 6" in the
// middle of one. If articles 5 and 7 are known, the rules may be weaker, because the number is known and the place must
// be between them. To be safe, the place must be the only possible one.

#include "ingest/structure/missed_headings.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include <re2/re2.h>

#include "ingest/text/lines.h"
#include "ingest/text/pattern_piece.h"

namespace treatygraph::ingest {
namespace {

constexpr int kMostLeftOut = 3;         ///< between two articles
constexpr std::size_t kMostGaps = 500;  ///< a text with more does not number its articles in order

/// The keyword of a heading as it is printed: "Article" of "Article 5".
std::string_view keyword_of(std::string_view text, const Heading& heading) {
  const auto printed = text.substr(heading.start, heading.after - heading.start);
  return printed.substr(0, printed.find_first_of(" \t\n.0123456789"));
}

// "5", or "3[.-]5" in chapter 3.
std::string number_pattern(const Heading& model, int value) {
  const auto chapter = model.chapter > 0 ? std::to_string(model.chapter) + "[.-]" : std::string();
  return chapter + std::to_string(value);
}

/// The surroundings of a number, only as much of them as shows whether it can be the number of a heading: a text may be
/// one long line.
class Place {
 public:
  Place(std::string_view text, std::size_t start, std::size_t end, const StructureWords& language)
      : language_(language), keyword_(text.substr(start, end - start)) {
    const auto first = start - std::min(start, kNear);
    const auto near = text.substr(first, start - first);
    const auto line_end = near.rfind('\n');
    begins_line_ = line_end != std::string_view::npos || first == 0;
    before_ = line_end == std::string_view::npos ? near : near.substr(line_end + 1);
    above_ = near.substr(0, near.size() - before_.size());
    const auto following = text.substr(end, kNear);
    rest_ = following.substr(0, following.find('\n'));
    below_ = following.substr(rest_.size());
  }

  /// `all_are_in_capitals`: the neighbours are printed as "ARTICLE", so that "ARTICLE 6" in capitals is no citation.
  [[nodiscard]] bool can_be_heading(bool all_are_in_capitals) const {
    const bool stands_apart = is_alone() && text_begins_below();
    if (all_are_in_capitals && is_all_upper(keyword_) && (is_alone() || title_follows())) return true;
    if (begins_line_ && trimmed(before_).empty()) return stands_apart || (is_below_empty_line() && title_follows());
    if (stands_apart && ends_sentence()) return true;
    return (stands_apart || title_follows()) && (is_after_page_number() || is_after_heading());
  }

 private:
  static constexpr std::size_t kNear = 160;  ///< bytes

  /// Whether the number is the last on its line, apart from a full stop, or the number that the article once had:
  /// "Article 218 (32)".
  [[nodiscard]] bool is_alone() const {
    static const RE2 pattern(R"(\s*[.:]?\s*(?:\(\d{1,3}\))?\s*)");
    return RE2::FullMatch(piece(rest_), pattern);
  }
  /// Whether words follow on the line that begin a title and do not continue a sentence.
  [[nodiscard]] bool title_follows() const {
    static const RE2 pattern(R"(^(?:\s*[.:–—-]+\s*|\s+)["“(]?[\pL\d])");
    static const RE2 in_small_letters(R"(^\s+\p{Ll})");
    return RE2::PartialMatch(piece(rest_), pattern) && !RE2::PartialMatch(piece(rest_), in_small_letters);
  }
  [[nodiscard]] bool text_begins_below() const {
    static const RE2 pattern(R"(^\s*["“(]?[\p{Lu}\d])");
    return RE2::PartialMatch(piece(below_), pattern);
  }
  [[nodiscard]] bool is_below_empty_line() const {
    static const RE2 pattern(R"(\n[ \t\r]*\n$)");
    return RE2::PartialMatch(piece(above_), pattern);
  }
  [[nodiscard]] bool ends_sentence() const {
    static const RE2 pattern(R"([.;:")]\s*$)");
    return RE2::PartialMatch(piece(before_), pattern);
  }
  [[nodiscard]] bool is_after_page_number() const {
    static const RE2 pattern(R"([.;:]\s+-\s?\d{1,4}\s?-\s*$)");
    return RE2::PartialMatch(piece(before_), pattern);
  }
  /// Whether the heading of a division is before it on the line: "Chapter II. Establishment Article 52. Definition".
  [[nodiscard]] bool is_after_heading() const {
    if (!begins_line_ || RE2::FullMatch(piece(before_), language_.sentence.unfinished)) return false;
    const auto outer = heading_at(before_, 0, before_.size(), language_);
    return outer && !is_unit(outer->kind);
  }

  const StructureWords& language_;
  bool begins_line_ = false;  ///< whether before_ reaches back to the start of the line
  std::string_view before_;   ///< on its line
  std::string_view rest_;     ///< of its line
  std::string_view above_;
  std::string_view below_;
  std::string_view keyword_;  ///< with the number
};

/// Searches for the headings between two known ones.
class Search {
 public:
  Search(std::string_view text, const StructureWords& language, std::vector<HeadingCandidate>& found)
      : text_(text), language_(language), found_(found) {}

  /// Each number is searched for after the one before it.
  void between(const Heading& before, const Heading& after) {
    auto from = before.after;
    for (auto value = before.value + 1; value < after.value; ++value) {
      auto heading = only_place(before, value, from, after.opens());
      if (!heading) continue;
      from = heading->after;
      found_.push_back({std::move(*heading)});
    }
  }

 private:
  /// The heading with that number in text[from, to), printed like `model`; nothing if no place is possible, or several.
  [[nodiscard]] std::optional<Heading> only_place(const Heading& model, int value, std::size_t from,
                                                  std::size_t to) const {
    const auto keyword = keyword_of(text_, model);
    if (keyword.empty()) return std::nullopt;
    const RE2 pattern(R"((?i)\b()" + RE2::QuoteMeta(piece(keyword)) + R"(\.?[ \t]{1,3}()" +
                      number_pattern(model, value) + R"())(?:[^\d]|$))");
    std::optional<Heading> only;
    re2::StringPiece words;
    re2::StringPiece number;
    auto rest = piece(text_.substr(from, to - from));
    while (RE2::FindAndConsume(&rest, pattern, &words, &number)) {
      const auto start = offset_in(text_, words);
      const auto end = start + words.size();
      rest = piece(text_.substr(end, to - end));
      if (!Place(text_, start, end, language_).can_be_heading(is_all_upper(keyword))) continue;
      if (only) return std::nullopt;
      only = heading_of(model, value, start, end);
    }
    return only;
  }

  [[nodiscard]] Heading heading_of(const Heading& model, int value, std::size_t start, std::size_t end) const {
    Heading heading;
    heading.kind = model.kind;
    heading.chapter = model.chapter;
    heading.value = value;
    heading.num = (model.chapter > 0 ? std::to_string(model.chapter) + "-" : "") + std::to_string(value);
    heading.start = start;
    static const RE2 separator(R"([ \t]*[.:–—-]*[ \t]*)");
    auto rest = piece(text_.substr(end));
    RE2::Consume(&rest, separator);
    heading.after = text_.size() - rest.size();
    return heading;
  }

  std::string_view text_;
  const StructureWords& language_;
  std::vector<HeadingCandidate>& found_;
};

}  // namespace

// The last unit is remembered for each kind and instrument. Units of several levels are left out, because their next
// number is not known.
std::vector<HeadingCandidate> missed_headings(std::string_view text, const std::vector<Heading>& headings,
                                              const StructureWords& language) {
  std::vector<HeadingCandidate> found;
  Search search(text, language, found);
  std::map<std::pair<std::size_t, ProvisionKind>, const Heading*> last;
  std::size_t gaps = 0;
  for (const auto& heading : headings) {
    if (!is_unit(heading.kind) || !heading.levels.empty()) continue;
    auto& before = last[{heading.inside, heading.kind}];
    const bool leaves_out = before != nullptr && before->chapter == heading.chapter &&
                            heading.value > before->value + 1 && heading.value <= before->value + 1 + kMostLeftOut;
    if (leaves_out && ++gaps <= kMostGaps) search.between(*before, heading);
    before = &heading;
  }
  return found;
}

}  // namespace treatygraph::ingest
