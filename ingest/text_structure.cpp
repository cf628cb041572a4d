#include "ingest/text_structure.h"

#include <algorithm>
#include <cctype>
#include <optional>
#include <vector>

#include <re2/re2.h>

#include "ingest/headings.h"
#include "ingest/lines.h"
#include "ingest/list_marks.h"
#include "ingest/numerals.h"
#include "ingest/structure_builder.h"

namespace treatygraph::ingest {
namespace {

constexpr auto kNone = Provision::kNoParent;

/// The paragraphs and points of one article (or of an annex without articles), read mark by mark.
class BodyReader {
 public:
  BodyReader(std::string_view text, StructureBuilder& builder, std::size_t owner)
      : text_(text), builder_(builder), owner_(owner) {}

  void read(std::size_t first, std::size_t last) {
    const auto marks = find_list_marks(text_, first, last);
    for (std::size_t i = 0; i < marks.size(); ++i) {
      if (marks[i].form == ListMark::Form::Number) {
        take_number(marks[i]);
      } else {
        take_point(marks[i]);
      }
      const auto next = i + 1 < marks.size() ? marks[i + 1].start : last;
      close_before_tail(marks[i].after, next);
    }
  }

 private:
  struct OpenList {
    ListStyle style;
    int value;
    std::size_t point;
  };

  void take_number(const ListMark& mark) {
    constexpr int kLargestGap = 2;
    const auto value = digits_value(mark.label).value_or(0);
    const bool is_next = value == paragraph_value_ + 1;
    const bool skips = mark.at_line_start && value > paragraph_value_ && value <= paragraph_value_ + kLargestGap &&
                       paragraph_value_ > 0;
    if (!is_next && !skips) return;
    if (paragraph_ != kNone) builder_.close(paragraph_, mark.start);
    close_lists(mark.start);
    paragraph_value_ = value;
    paragraph_ = builder_.open(owner_, ProvisionKind::Paragraph, mark.label, mark.start, mark.after);
  }

  /// The open list that a mark goes on with, innermost first; past its end for a mark that begins a list; nothing for
  /// one that does neither.
  [[nodiscard]] std::optional<std::size_t> list_for(const ListMark& mark, ListPlace& place) const {
    const auto places = places_of(mark.label);
    for (auto depth = lists_.size(); depth-- > 0;) {
      for (const auto& candidate : places) {
        const bool goes_on = candidate.style == lists_[depth].style && candidate.value == lists_[depth].value + 1;
        const bool begins_instead = mark.after_colon && candidate.value != 1 && is_roman_one(places) &&
                                    depth + 1 == lists_.size() && !lists_.empty();
        if (!goes_on || begins_instead) continue;
        place = candidate;
        return depth;
      }
    }
    for (const auto& candidate : places) {
      const bool known = std::ranges::any_of(lists_, [&](const OpenList& l) { return l.style == candidate.style; });
      if (candidate.value != 1 || known) continue;
      place = candidate;
      return lists_.size();
    }
    return skipped_list_for(mark, places, place);
  }

  /// A mark at the start of a line that leaves one out: its predecessor was lost or misread.
  [[nodiscard]] std::optional<std::size_t> skipped_list_for(const ListMark& mark, const std::vector<ListPlace>& places,
                                                            ListPlace& place) const {
    if (!mark.at_line_start) return std::nullopt;
    for (auto depth = lists_.size(); depth-- > 0;) {
      for (const auto& candidate : places) {
        if (candidate.style != lists_[depth].style || candidate.value != lists_[depth].value + 2) continue;
        place = candidate;
        return depth;
      }
    }
    return std::nullopt;
  }

  static bool is_roman_one(const std::vector<ListPlace>& places) {
    return std::ranges::any_of(places, [](const ListPlace& p) { return p.style == ListStyle::Romans && p.value == 1; });
  }

  void take_point(const ListMark& mark) {
    ListPlace place{};
    const auto depth = list_for(mark, place);
    if (!depth) return;
    if (*depth < lists_.size()) {
      builder_.close(lists_[*depth].point, mark.start);
      lists_.resize(*depth);
    }
    const auto whole = lists_.empty() ? (paragraph_ != kNone ? paragraph_ : owner_) : lists_.back().point;
    const auto point = builder_.open(whole, ProvisionKind::Point, mark.label, mark.start, mark.after);
    lists_.push_back({place.style, place.value, point});
  }

  void close_lists(std::size_t end) {
    if (!lists_.empty()) builder_.close(lists_.front().point, end);
    lists_.clear();
  }

  /// Words in a block of their own after a list belong to what has the list: its unnumbered tail.
  void close_before_tail(std::size_t first, std::size_t last) {
    if (lists_.empty()) return;
    auto block = block_at(text_, first, last);
    while (block.last < last) {
      const auto next = block_at(text_, block.last, last);
      if (next.size() == 0) return;
      const char end = block.size() == 0 ? ':' : text_[block.last - 1];
      const bool is_tail = (end == '.' || end == ';' || end == ',') && !ends_with_conjunction(block);
      if (is_tail) return close_lists(next.first);
      block = next;
    }
  }

  [[nodiscard]] bool ends_with_conjunction(const LineRange& block) const {
    const auto words = text_.substr(block.first, block.size());
    return words.ends_with("; and") || words.ends_with("; or");
  }

  std::string_view text_;
  StructureBuilder& builder_;
  std::size_t owner_;
  std::size_t paragraph_ = kNone;
  int paragraph_value_ = 0;
  std::vector<OpenList> lists_;
};

class TextReader {
 public:
  explicit TextReader(std::string_view text) : text_(text), word_use_(text), builder_(text) {}

  Structure read(const std::vector<Heading>& headings, std::size_t treaty_end) {
    read_preamble(headings.empty() ? treaty_end : headings.front().start, !headings.empty());
    for (std::size_t i = 0; i < headings.size(); ++i) {
      const auto end = i + 1 < headings.size() ? headings[i + 1].start : treaty_end;
      const bool has_articles = i + 1 < headings.size() && headings[i + 1].kind != ProvisionKind::Annex;
      take(headings[i], end, has_articles);
    }
    return builder_.finish(treaty_end);
  }

 private:
  /// Where the signatures are announced, which no article says.
  [[nodiscard]] std::size_t before_testimonium(std::size_t first, std::size_t last) const {
    static const RE2 testimonium(
        R"((\b(?:IN WITNESS WHEREOF|In witness whereof|IN FAITH WHEREOF|In faith whereof|DONE (?:at|in)|Done (?:at|in))\b))");
    re2::StringPiece found;
    if (!RE2::PartialMatch(re2::StringPiece(text_.data() + first, last - first), testimonium, &found)) return last;
    return static_cast<std::size_t>(found.data() - text_.data());
  }

  void take(const Heading& heading, std::size_t end, bool has_articles) {
    close_for(heading);
    const auto words = heading.given ? *heading.given : heading_words(text_, heading, end, word_use_);
    const auto parent = open_.empty() ? kNone : open_.back();
    const auto provision = builder_.open(parent, heading.kind, heading.num, heading.start, words.body);
    builder_.at(provision).heading = words.words;
    builder_.at(provision).heading_start = heading.after;
    open_.push_back(provision);
    const bool has_body =
        heading.kind == ProvisionKind::Article || (heading.kind == ProvisionKind::Annex && !has_articles);
    if (!has_body) return;
    const auto body_end = before_testimonium(words.body, end);
    BodyReader(text_, builder_, provision).read(words.body, body_end);
    if (body_end < end) builder_.close(provision, body_end);
  }

  /// A heading ends everything down to the one of its own kind; an annex ends all.
  void close_for(const Heading& heading) {
    auto keep = open_.size();
    const auto kind_at = [&](std::size_t i) { return builder_.at(open_[i]).kind; };
    for (std::size_t i = 0; i < open_.size(); ++i) {
      if (kind_at(i) != heading.kind && heading.kind != ProvisionKind::Annex && kind_at(i) != ProvisionKind::Article) {
        continue;
      }
      keep = i;
      break;
    }
    if (keep == open_.size()) return;
    builder_.close(open_[keep], heading.start);
    open_.resize(keep);
  }

  /// What stands before the first heading, from where the parties are named.
  void read_preamble(std::size_t end, bool has_articles) {
    static const RE2 headed(R"((?m)^[ ]*((?i:preamble))[ ]*$)");
    static const RE2 parties(
        R"(\b((?i:the)\s+(?:[A-Z][A-Za-z]*\s+){0,3}(?i:states|parties|governments?|peoples|members?|high\s+contracting|contracting|signator|heads)\b))");
    const re2::StringPiece before(text_.data(), end);
    re2::StringPiece found;
    std::size_t first = 0;
    std::size_t body = 0;
    if (RE2::PartialMatch(before, headed, &found)) {
      first = static_cast<std::size_t>(found.data() - text_.data());
      body = first + found.size();
    } else if (has_articles && find_parties(before, parties, found)) {
      first = static_cast<std::size_t>(found.data() - text_.data());
      body = first;
    } else {
      return;
    }
    const auto preamble = builder_.open(kNone, ProvisionKind::Preamble, "", first, body);
    if (body != first) builder_.at(preamble).heading = "Preamble";
    read_recitals(preamble, body, end);
    builder_.close(preamble, end_of_formula(body, end));
  }

  /// Counted repetitions make large automata.
  static RE2::Options roomy() {
    RE2::Options options;
    options.set_max_mem(64 << 20);
    options.set_log_errors(false);
    return options;
  }

  /// The last naming of the parties before "Have agreed" that begins a sentence: titles name them, too.
  bool find_parties(re2::StringPiece before, const RE2& parties, re2::StringPiece& found) const {
    static const RE2 agreed(
        R"((?i)(\bhave(?:,[^.]{0,200},)?\s+(?:hereby\s+)?(?:resolved\s+to\s+)?(?:agreed|concluded|adopted)\b))",
        roomy());
    re2::StringPiece agreement;
    if (!RE2::PartialMatch(before, agreed, &agreement)) return false;
    const auto limit = static_cast<std::size_t>(agreement.data() - before.data());
    re2::StringPiece rest(before.data(), limit);
    return RE2::PartialMatch(rest, parties, &found);
  }

  [[nodiscard]] std::size_t end_of_formula(std::size_t first, std::size_t end) const {
    static const RE2 formula(
        R"((?i)(\bhave\s+(?:hereby\s+)?agreed\s+(?:as\s+follows|on\s+the\s+following|upon)[^.:]{0,80}[:.]))");
    re2::StringPiece found;
    if (!RE2::PartialMatch(re2::StringPiece(text_.data() + first, end - first), formula, &found)) return end;
    return static_cast<std::size_t>(found.data() - text_.data()) + found.size();
  }

  /// Recitals that are numbered, "(1) Whereas ..." or "1. Recalling ...", counting from one. Others are not provisions
  /// that anybody could cite.
  void read_recitals(std::size_t preamble, std::size_t first, std::size_t end) {
    static const RE2 numbered(R"((?m)^[ ]*\(?(\d{1,3})[.)][ ]+[A-Z])");
    std::vector<std::pair<std::size_t, std::string>> starts;
    re2::StringPiece rest(text_.data() + first, end - first);
    std::string number;
    while (RE2::FindAndConsume(&rest, numbered, &number)) {
      const auto after = static_cast<std::size_t>(rest.data() - text_.data());
      if (number != std::to_string(starts.size() + 1)) continue;
      starts.emplace_back(line_around(text_, after - 1).first, number);
    }
    if (starts.size() < 2) return;
    for (std::size_t i = 0; i < starts.size(); ++i) {
      const auto& [start, num] = starts[i];
      const auto recital = builder_.open(preamble, ProvisionKind::Recital, num, start, start);
      builder_.close(recital, i + 1 < starts.size() ? starts[i + 1].first : end_of_formula(start, end));
    }
  }

  std::string_view text_;
  WordUse word_use_;
  StructureBuilder builder_;
  std::vector<std::size_t> open_;  ///< divisions and the article that are open, outermost first
};

}  // namespace

Structure read_structure(std::string_view text) {
  const auto [headings, end] = find_headings(text);
  return TextReader(text).read(headings, end);
}

Structure read_structure(std::string_view text, const std::vector<Heading>& headings) {
  return TextReader(text).read(headings, text.size());
}

}  // namespace treatygraph::ingest
