// Turns headings into a tree. The headings are known with their instruments; this reader opens a provision for each,
// keeps a stack of the open ones, and closes those that a new heading ends. The bodies of articles, and of divisions
// without articles, go to BodyReader. What is before the first heading is the preamble, or a resolution with the
// preamble after it; what follows the last article is the conclusions or a leftover.

#include "ingest/structure/text_structure.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include <re2/re2.h>

#include "ingest/structure/annexes_inside.h"
#include "ingest/structure/body_reader.h"
#include "ingest/structure/conclusions.h"
#include "ingest/structure/heading_words.h"
#include "ingest/structure/headings.h"
#include "ingest/structure/headings_above.h"
#include "ingest/structure/lettered_headings.h"
#include "ingest/structure/preamble.h"
#include "ingest/structure/resolution.h"
#include "ingest/structure/structure_builder.h"

namespace treatygraph::ingest {
namespace {

/// Reads one text once.
class TextReader {
 public:
  TextReader(std::string_view text, std::vector<Heading> headings, const WordUse& word_use)
      : text_(text),
        headings_(std::move(headings)),
        word_use_(word_use),
        builder_(text),
        habits_(text, word_use.language()) {
    for (const auto& heading : headings_) has_units_ |= is_unit(heading.kind);
    sections_divide_articles_ = has_articles_made_of_sections();
  }

  Structure read(std::size_t treaty_start, std::size_t treaty_end) {
    const auto first = headings_.empty() ? treaty_end : headings_.front().opens();
    const auto start = read_resolution_before(treaty_start, first);
    if (start < first) read_preamble(text_, builder_, {start, first}, !headings_.empty(), language());
    read_words(treaty_end);
    for (std::size_t i = 0; i < headings_.size(); ++i) take(i, end_of(i, treaty_end));
    return builder_.finish(treaty_end);
  }

 private:
  [[nodiscard]] const StructureWords& language() const { return word_use_.language(); }

  struct Open {
    std::size_t provision;
    std::size_t heading;  ///< its position
  };

  /// Reads a resolution whose annex is the treaty, or which has annexes but no treaty. Returns where the preamble of
  /// the treaty may begin; in the second case that is `first`, so there is none.
  std::size_t read_resolution_before(std::size_t treaty_start, std::size_t first) {
    if (!language().reads_amendments) return treaty_start;
    const bool has_annexes_alone = treaty_start == 0 && !headings_.empty() && is_component(headings_.front().kind);
    const auto annex = treaty_start > 0 ? treaty_start : annex_line_before(first);
    const LineRange place{0, has_annexes_alone ? first : annex};
    const auto words = place.size() > 0 ? resolution_in(text_, place) : std::nullopt;
    if (!words) return treaty_start;
    read_resolution(text_, builder_, habits_, place, *words, !has_annexes_alone);
    return place.last;
  }

  /// The offset of "ANNEX AGREEMENT ON LAKES The States Parties ...", where lines were joined: it is no heading, but it
  /// ends the resolution before it. 0 if there is no such line.
  [[nodiscard]] std::size_t annex_line_before(std::size_t first) const {
    static const RE2 annex(R"re(\n\s*(ANNEX)\b)re");
    re2::StringPiece found;
    const bool is_there = RE2::PartialMatch(re2::StringPiece(text_.data(), first), annex, &found);
    return is_there ? static_cast<std::size_t>(found.data() - text_.data()) : 0;
  }

  /// The end of the text of a heading: the start of the next one.
  [[nodiscard]] std::size_t end_of(std::size_t i, std::size_t treaty_end) const {
    return i + 1 < headings_.size() ? std::max(headings_[i].after, headings_[i + 1].opens()) : treaty_end;
  }

  /// Whether the articles of this text consist only of sections, "ARTICLE II Property Section 2. The Fund ...", as in
  /// treaties on funds and on privileges. Sections are then below articles and not above them.
  [[nodiscard]] bool has_articles_made_of_sections() const {
    constexpr std::size_t kFewest = 2;
    constexpr std::size_t kLongestTitle = 200;
    std::size_t articles = 0;
    std::size_t made_of_sections = 0;
    for (std::size_t i = 0; i + 1 < headings_.size(); ++i) {
      if (headings_[i].kind != ProvisionKind::Article) continue;
      ++articles;
      if (headings_[i + 1].kind != ProvisionKind::Section || headings_[i].given) continue;
      const auto title = trimmed(text_.substr(headings_[i].after, headings_[i + 1].opens() - headings_[i].after));
      const bool is_sentence = !title.empty() && (title.back() == '.' || title.back() == ';');
      made_of_sections += !is_sentence && title.size() <= kLongestTitle ? 1U : 0U;
    }
    return made_of_sections >= kFewest && 2 * made_of_sections >= articles;
  }

  [[nodiscard]] bool divides_article(const Heading& heading) const {
    return sections_divide_articles_ && heading.kind == ProvisionKind::Section;
  }

  [[nodiscard]] HeadingWords words_of(const Heading& heading, std::size_t end) const {
    if (heading.given) return *heading.given;
    auto as_article = heading;
    as_article.kind = ProvisionKind::Article;
    return heading_words(text_, divides_article(heading) ? as_article : heading, end, word_use_);
  }

  /// Reads the words of all headings. Whether the first line of an article is its heading is decided for the text as a
  /// whole: if most articles clearly have no heading, guesses are taken back, unless nearly all articles have a short
  /// first line of their own.
  void read_words(std::size_t treaty_end) {
    std::size_t titled = 0;
    std::size_t untitled = 0;
    std::size_t guessed = 0;
    for (std::size_t i = 0; i < headings_.size(); ++i) {
      const auto& heading = headings_[i];
      words_.push_back(words_of(heading, end_of(i, treaty_end)));
      if (!is_unit(heading.kind)) continue;
      ++(words_.back().guessed_at ? guessed : words_.back().words.empty() ? untitled : titled);
    }
    constexpr std::size_t kNearlyAll = 4;  // of five
    if (titled >= untitled || guessed >= kNearlyAll * untitled) return;
    for (auto& words : words_) {
      if (words.guessed_at) words = {{}, *words.guessed_at, {}};
    }
  }

  /// The offset at which the signatures are announced, in the last unit of the treaty or of an instrument that belongs
  /// to it; `last` if they are not.
  [[nodiscard]] std::size_t before_testimonium(std::size_t i, std::size_t last) const {
    const bool is_last = i + 1 == headings_.size() || is_component(headings_[i + 1].kind) ||
                         headings_[i + 1].inside != headings_[i].inside;
    const auto testimonium = is_last ? testimonium_in(text_, {words_[i].body, last}, language()) : std::nullopt;
    return testimonium.value_or(last);
  }

  /// Opens the conclusions after the last unit of the treaty or of the open component, if they say something.
  void take_conclusions(std::size_t first, std::size_t end) {
    std::size_t keep = 0;
    for (std::size_t i = 0; i < open_.size(); ++i) {
      if (is_component(kind_of(open_[i]))) keep = i + 1;
    }
    keep_open(keep, first);
    if (!are_conclusions(text_, {first, end}, language())) return;
    const auto around = keep > 0 ? open_.back().provision : kNone;
    builder_.close(builder_.open(around, ProvisionKind::Conclusions, "", first, first), end);
  }

  /// Opens the provision of a heading and reads its body, which ends at `end`.
  void take(std::size_t i, std::size_t end) {
    const auto& heading = headings_[i];
    close_for(heading);
    const auto& words = words_[i];
    const auto parent = open_.empty() ? kNone : open_.back().provision;
    const auto provision = builder_.open(parent, heading.kind, heading.num, heading.start, words.body);
    builder_.at(provision).heading = words.words;
    builder_.at(provision).heading_start = heading.after;
    open_.push_back({provision, i});
    if (!has_body(i)) return;
    const auto body_end = before_testimonium(i, end);
    BodyReader(text_, builder_, provision, habits_).read(words.body, body_end);
    builder_.close(provision + 1, body_end);  // an appendix of an annex is no part of the annex's last paragraph
    if (body_end < end) take_conclusions(body_end, end);
  }

  /// Whether a heading has paragraphs and points of its own. Units have; so has the innermost division if no units
  /// divide its text, as in many annexes.
  [[nodiscard]] bool has_body(std::size_t i) {
    const auto kind = headings_[i].kind;
    if (is_unit(kind) || divides_article(headings_[i])) return true;
    const bool is_innermost = i + 1 == headings_.size() || headings_[i + 1].kind <= kind ||
                              is_component(headings_[i + 1].kind) || headings_[i + 1].inside != inside_of_parts(i);
    return is_innermost && (is_in_component() || !has_units_);
  }

  /// The parent for parts of the heading at `i`.
  [[nodiscard]] std::size_t inside_of_parts(std::size_t i) const {
    return is_component(headings_[i].kind) ? i : headings_[i].inside;
  }

  [[nodiscard]] ProvisionKind kind_of(const Open& open) const { return builder_.at(open.provision).kind; }

  [[nodiscard]] bool is_in_component() const {
    return std::ranges::any_of(open_, [&](const Open& open) { return is_component(kind_of(open)); });
  }

  /// How many open provisions contain the parts of the component whose heading is at `component`.
  [[nodiscard]] std::size_t around_parts_of(std::size_t component) const {
    if (component == Heading::kMain) return 0;
    const auto its = std::ranges::find(open_, component, &Open::heading);
    return its == open_.end() ? 0 : static_cast<std::size_t>(its - open_.begin()) + 1;
  }

  /// Closes the provisions that a heading ends. A heading ends everything down to the provision of its own kind. An
  /// annex ends everything in the instrument that it belongs to, or, between units, only the unit before it.
  void close_for(const Heading& heading) {
    const auto first = around_parts_of(heading.inside);
    auto keep = first;
    const auto ends = [&](ProvisionKind kind) {
      if (is_component(kind)) return true;
      if (is_component(heading.kind)) return !heading.is_inside || is_unit(kind);
      return kind == heading.kind || (is_unit(kind) && !divides_article(heading));
    };
    while (keep < open_.size() && !ends(kind_of(open_[keep]))) ++keep;
    keep_open(keep, heading.opens());
  }

  void keep_open(std::size_t keep, std::size_t end) {
    if (keep >= open_.size()) return;
    builder_.close(open_[keep].provision, end);
    open_.resize(keep);
  }

  std::string_view text_;
  std::vector<Heading> headings_;
  const WordUse& word_use_;
  std::vector<HeadingWords> words_;  ///< of each heading
  StructureBuilder builder_;
  WritingHabits habits_;
  bool has_units_ = false;
  bool sections_divide_articles_ = false;
  std::vector<Open> open_;  ///< open divisions and article, outermost first
};

}  // namespace

Structure read_structure(std::string_view text, const StructureWords& language) {
  auto headings = find_headings(text, language);
  const WordUse word_use(text, language);
  read_headings_above(text, headings, word_use);
  return TextReader(text, headings.all, word_use).read(headings.start, headings.end);
}

Structure read_structure(std::string_view text, const std::vector<Heading>& headings) {
  auto placed = headings;
  read_letters_in_order(placed);
  place_marked_annexes(placed);
  const WordUse word_use(text, english_structure());
  return TextReader(text, std::move(placed), word_use).read(0, text.size());
}

}  // namespace treatygraph::ingest
