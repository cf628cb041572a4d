#include "ingest/structure/missed_headings.h"

#include <cctype>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include <re2/re2.h>

#include "ingest/text/lines.h"
#include "ingest/text/pattern_piece.h"

namespace treatygraph::ingest {
namespace {

constexpr int kMostLeftOut = 3;

/// "Article" of "Article 5": as it is printed.
std::string_view keyword_of(std::string_view text, const Heading& heading) {
  const auto printed = text.substr(heading.start, heading.after - heading.start);
  return printed.substr(0, printed.find_first_of(" \t\n.0123456789"));
}

std::string number_pattern(const Heading& model, int value) {
  const auto chapter = model.chapter > 0 ? std::to_string(model.chapter) + "[.-]" : std::string();
  return chapter + std::to_string(value);
}

/// Where the number is followed by what can follow a heading's, and by no words that make it a citation.
class Place {
 public:
  Place(std::string_view text, std::size_t start, std::size_t end, const StructureWords& language)
      : language_(language),
        line_(line_around(text, start)),
        before_(text.substr(line_.first, start - line_.first)),
        rest_(text.substr(end, line_.last - end)),
        above_(text.substr(0, line_.first)),
        below_(text.substr(line_.last)),
        keyword_(text.substr(start, end - start)) {}

  [[nodiscard]] bool can_be_heading(bool all_are_in_capitals) const {
    const bool stands_apart = is_alone() && text_begins_below();
    if (all_are_in_capitals && is_all_upper(keyword_) && (is_alone() || title_follows())) return true;
    if (trimmed(before_).empty()) return stands_apart || (is_below_empty_line() && title_follows());
    if (stands_apart && ends_sentence()) return true;
    return (stands_apart || title_follows()) && (is_behind_number_of_page() || is_behind_heading());
  }

 private:
  /// But for a full stop, or the number that the article once had: "Article 218 (32)".
  [[nodiscard]] bool is_alone() const {
    static const RE2 pattern(R"(\s*[.:]?\s*(?:\(\d{1,3}\))?\s*)");
    return RE2::FullMatch(piece(rest_), pattern);
  }
  [[nodiscard]] bool title_follows() const {
    static const RE2 pattern(R"((?:\s*[.:–—-]+\s*|\s+)["“(]?[\pL\d].*)");
    static const RE2 in_small_letters(R"(\s+\p{Ll}.*)");
    return RE2::FullMatch(piece(rest_), pattern) && !RE2::FullMatch(piece(rest_), in_small_letters);
  }
  [[nodiscard]] bool text_begins_below() const {
    static const RE2 pattern(R"((?s)\s*["“(]?[\p{Lu}\d].*)");
    return RE2::FullMatch(piece(below_.substr(0, 64)), pattern);
  }
  [[nodiscard]] bool is_below_empty_line() const {
    const auto end = above_.find_last_not_of(" \t\r");
    return end != std::string_view::npos && end > 0 && above_[end] == '\n' && trimmed(line_above(end)).empty();
  }
  [[nodiscard]] std::string_view line_above(std::size_t line_end) const {
    const auto line = line_around(above_, line_end - 1);
    return line.last < line_end ? std::string_view() : above_.substr(line.first, line.size());
  }
  [[nodiscard]] bool ends_sentence() const {
    const auto end = before_.find_last_not_of(" \t\r");
    return std::string_view(".;:\")").find(before_[end]) != std::string_view::npos;
  }
  [[nodiscard]] bool is_behind_number_of_page() const {
    static const RE2 pattern(R"((?s).*[.;:]\s+-\s?\d{1,4}\s?-\s*)");
    return RE2::FullMatch(piece(before_), pattern);
  }
  /// "Chapter II. Establishment Article 52. Definition"
  [[nodiscard]] bool is_behind_heading() const {
    constexpr std::size_t kLongestTitle = 120;
    if (before_.size() > kLongestTitle || RE2::FullMatch(piece(before_), language_.unfinished)) return false;
    const auto outer = heading_at(before_, 0, before_.size(), language_);
    return outer && !is_unit(outer->kind);
  }

  const StructureWords& language_;
  LineRange line_;
  std::string_view before_;  ///< on the line
  std::string_view rest_;    ///< of the line
  std::string_view above_;
  std::string_view below_;
  std::string_view keyword_;  ///< with the number
};

class Search {
 public:
  Search(std::string_view text, const StructureWords& language, std::vector<HeadingCandidate>& found)
      : text_(text), language_(language), found_(found) {}

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

std::vector<HeadingCandidate> missed_headings(std::string_view text, const std::vector<Heading>& headings,
                                              const StructureWords& language) {
  std::vector<HeadingCandidate> found;
  Search search(text, language, found);
  std::map<std::pair<std::size_t, ProvisionKind>, const Heading*> last;
  for (const auto& heading : headings) {
    if (!is_unit(heading.kind) || !heading.levels.empty()) continue;
    auto& before = last[{heading.inside, heading.kind}];
    const bool leaves_out = before != nullptr && before->chapter == heading.chapter &&
                            heading.value > before->value + 1 && heading.value <= before->value + 1 + kMostLeftOut;
    if (leaves_out) search.between(*before, heading);
    before = &heading;
  }
  return found;
}

}  // namespace treatygraph::ingest
