// How headings are found. Every line is examined by itself first: does it look like a heading (any_heading_at), and can
// it begin something after the line above (opening_at)? The result is a list of candidates, too many on purpose.
// heading_sequence then keeps those whose numbers follow each other. Numbers that are still missing are searched for
// between their neighbours (missed_headings), and the sequence is computed again with what was found. A text may have
// lost line breaks, so a line may also contain a second heading, or one after a sentence.

#include "ingest/structure/headings.h"

#include <algorithm>

#include <re2/re2.h>

#include "graph/ascii.h"
#include "graph/numerals.h"
#include "ingest/structure/component_headings.h"
#include "ingest/structure/heading_sequence.h"
#include "ingest/structure/missed_headings.h"
#include "ingest/structure/quoted_amendments.h"
#include "ingest/text/lines.h"
#include "ingest/text/pattern_piece.h"
#include "ingest/text/plain_letters.h"

namespace treatygraph::ingest {
namespace {

/// Whether the words end unfinished: after "of", "articles" or "pursuant to", the next line is what they cite.
bool is_unfinished(std::string_view before, const StructureWords& words) {
  if (before.empty() || RE2::FullMatch(piece(before), words.sentence.unfinished_own)) return false;
  return RE2::FullMatch(piece(before), words.sentence.unfinished) || before.back() == ',' || before.back() == '-';
}

/// Whether a typing error ended a sentence with a comma, or ", and". A heading may follow, but only if its number is
/// the next.
bool is_slip(std::string_view before, const StructureWords& language) {
  re2::StringPiece words;
  return RE2::FullMatch(piece(before), language.sentence.slip, &words) &&
         !is_unfinished({words.data(), words.size()}, language) && !words.empty() && !before.ends_with(';');
}

/// Whether a line is the number of a page, "- 3 -". The sentence above it may go on below it.
bool is_number_of_page(std::string_view words) {
  static const RE2 number(R"(\s*(?:-|–|—)\s*\d{1,4}\s*(?:-|–|—)\s*)");
  return RE2::FullMatch(piece(words), number);
}

/// The start of the line, or of the line above it if that is the number of a page.
std::size_t above_number_of_page(std::string_view text, std::size_t line_start) {
  auto at = line_start;
  while (at > 0 && is_space(text[at - 1])) --at;
  if (at == 0) return line_start;
  const auto above = line_around(text, at - 1);
  return is_number_of_page(text.substr(above.first, above.size())) ? above.first : line_start;
}

/// Whether a line can begin something new.
enum class Opening { No, Perhaps, Yes };

/// Whether the line can begin something new, instead of continuing the sentence above.
// Looks at the line above: after an empty line, a heading, a line in capitals or the end of a sentence a heading is
// possible.
Opening opening_at(std::string_view text, std::size_t line_start, const StructureWords& language) {
  line_start = above_number_of_page(text, line_start);
  constexpr std::size_t kWindow = 40;  // bytes that show how the text above ends
  auto at = line_start;
  std::size_t line_ends = 0;
  while (at > 0 && is_space(text[at - 1])) line_ends += text[--at] == '\n' ? 1U : 0U;
  if (at == 0) return Opening::Yes;
  const auto before = text.substr(at > kWindow ? at - kWindow : 0, std::min(at, kWindow));
  const auto above = line_around(text, at - 1);
  const auto words = text.substr(above.first, above.size());
  if (RE2::FullMatch(piece(words), language.sentence.announces_articles)) return Opening::Yes;
  if (heading_at(text, above.first, above.last, language).has_value()) return Opening::Yes;
  if (is_all_upper(words))
    return is_unfinished(words, language) && !RE2::FullMatch(piece(words), language.sentence.announces_list)
               ? Opening::No
               : Opening::Yes;
  if (line_ends >= 2 && is_slip(before, language)) return Opening::Perhaps;
  if (line_ends >= 2) return is_unfinished(before, language) ? Opening::No : Opening::Yes;
  if (std::string_view(".;:\")").find(before.back()) != std::string_view::npos) return Opening::Yes;
  return is_unfinished(before, language) ? Opening::No : Opening::Perhaps;
}

/// "PART II SECTION 1. COSTS" and "SECTION 5. AMENDMENTS Article 1" are two headings on one line.
void add_with_inner(std::string_view text, const HeadingCandidate& candidate, std::size_t line_end,
                    const StructureWords& language, std::vector<HeadingCandidate>& candidates) {
  candidates.push_back(candidate);
  const auto& outer = candidate.heading;
  if (is_unit(outer.kind) || outer.is_title || outer.is_side_letter) return;
  re2::StringPiece found;
  const auto rest = piece(text.substr(outer.after, line_end - outer.after));
  if (!RE2::FullMatch(rest, language.heading.second_heading, &found)) return;
  const auto start = static_cast<std::size_t>(found.data() - text.data());
  if (is_unfinished(text.substr(outer.after, start - outer.after), language)) return;  // "IMPLEMENTATION OF PART XI"
  const auto inner = heading_at(text, start, line_end, language);
  if (inner && inner->kind > outer.kind) candidates.push_back({*inner});
}

// The next line at or after `at` that is not empty; an empty range at the end of the text.
LineRange next_line_with_words(std::string_view text, std::size_t at) {
  while (at < text.size() && is_space(text[at])) ++at;
  return at < text.size() ? line_around(text, at) : LineRange{text.size(), text.size()};
}

/// Whether four capitals follow each other. A cheap test: most lines have no such word and need no closer look.
bool has_word_in_capitals(std::string_view words) {
  constexpr int kFewest = 4;
  int capitals = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool is_accented = i + 1 < words.size() && is_accented_capital(words[i], words[i + 1]);
    capitals = is_accented || is_upper(words[i]) ? capitals + 1 : 0;
    if (capitals == kFewest) return true;
    i += is_accented ? 1U : 0U;
  }
  return false;
}

/// Finds headings of divisions, in capitals, on the line of the sentence before: "... an abuse of right. Part XI
/// RESPONSIBILITY AND LIABILITY".
void find_glued_headings(std::string_view text, const LineRange& line, const StructureWords& language,
                         std::vector<HeadingCandidate>& candidates) {
  if (!has_word_in_capitals(text.substr(line.first, line.size()))) return;
  re2::StringPiece rest(text.data() + line.first, line.size());
  re2::StringPiece found;
  while (RE2::FindAndConsume(&rest, language.heading.glued_division, &found)) {
    const auto start = static_cast<std::size_t>(found.data() - text.data());
    if (const auto heading = heading_at(text, start, start + found.size(), language)) {
      add_with_inner(text, {*heading, false}, start + found.size(), language, candidates);
    }
    rest = re2::StringPiece(found.data() + 4, static_cast<std::size_t>(text.data() + line.last - found.data() - 4));
  }
}

/// Finds a heading at the end of a line, above a title in capitals: "... of its law. CHAPTER 2" or, after the number of
/// a page, "2-66CHAPTER 3".
void find_heading_at_line_end(std::string_view text, const LineRange& line, const StructureWords& language,
                              std::vector<HeadingCandidate>& candidates) {
  const auto words = text.substr(line.first, line.size());
  re2::StringPiece found;
  if (!has_word_in_capitals(words) || !RE2::FullMatch(piece(words), language.heading.heading_at_line_end, &found))
    return;
  const auto below = next_line_with_words(text, line.last);
  const auto title = trimmed(text.substr(below.first, below.size()));
  if (!is_all_upper(title) || !has_word_in_capitals(title)) return;
  const auto start = static_cast<std::size_t>(found.data() - text.data());
  if (const auto heading = heading_at(text, start, line.last, language)) candidates.push_back({*heading, false});
}

/// Finds headings of articles on the line of the sentence before, if a first paragraph follows: "... are final. Article
/// 31 Request to intervene 1. Should a Party ...".
void find_glued_articles(std::string_view text, const LineRange& line, const StructureWords& language,
                         std::vector<HeadingCandidate>& candidates) {
  const auto words = text.substr(line.first, line.size());
  const bool may_be = words.find("Art") != std::string_view::npos || words.find("ART") != std::string_view::npos;
  re2::StringPiece rest(words.data(), words.size());
  re2::StringPiece found;
  while (may_be && RE2::FindAndConsume(&rest, language.heading.glued_article, &found)) {
    const auto start = static_cast<std::size_t>(found.data() - text.data());
    if (const auto heading = heading_at(text, start, start + found.size(), language))
      candidates.push_back({*heading, true});
  }
}

/// "Article 1 0": text extraction put a space into the number. It is a heading only if article 10 is the next.
std::optional<Heading> split_heading_at(std::string_view text, const LineRange& line, const StructureWords& language) {
  re2::StringPiece keyword;
  std::string tens;
  std::string ones;
  re2::StringPiece rest;
  constexpr std::size_t kLongest = 160;
  if (line.size() > kLongest) return std::nullopt;
  const auto words = piece(text.substr(line.first, line.size()));
  if (!RE2::FullMatch(words, language.heading.split_number, &keyword, &tens, &ones, &rest)) return std::nullopt;
  auto word = plain_letters(trimmed({keyword.data(), keyword.size()}));
  if (word.ends_with('.')) word.pop_back();
  const auto known = std::ranges::find(language.headings, word, &HeadingWord::word);
  if (known == language.headings.end()) return std::nullopt;
  Heading heading;
  heading.kind = known->kind;
  heading.num = tens + ones;
  heading.value = std::stoi(heading.num);
  heading.is_split = true;
  heading.start = static_cast<std::size_t>(keyword.data() - text.data());
  heading.after = static_cast<std::size_t>(rest.data() - text.data());
  return heading;
}

/// Whether the first unit of a new count is below a title, with at most a sentence between them.
bool leads_to_first_unit(std::string_view text, const LineRange& title, const StructureWords& language) {
  constexpr int kMostLines = 3;
  constexpr std::size_t kLongest = 600;
  auto line = title;
  for (int lines = 0; lines < kMostLines && line.last - title.first <= kLongest; ++lines) {
    line = next_line_with_words(text, line.last);
    const auto below = heading_at(text, line.first, line.last, language);
    if (below) return is_unit(below->kind) && below->value == 1;
  }
  return false;
}

/// Whether paragraph 1 is below a title.
bool leads_to_first_paragraph(std::string_view text, const LineRange& title) {
  static const RE2 first(R"(\s*\(?1[.)]\s.*)");
  const auto line = next_line_with_words(text, title.last);
  return RE2::FullMatch(piece(text.substr(line.first, line.size())), first);
}

/// Half of an annex: "I" alone above "Arbitration procedure" and "Article 1", or "A. Arbitration" or "1. ARBITRATION"
/// on one line. Such a line also occurs in lists, so article 1 or paragraph 1 must follow.
std::optional<Heading> bare_half_at(std::string_view text, const LineRange& line, const StructureWords& language) {
  static const RE2 pattern(R"(\s*([IVXLC]{1,5}|[A-H]|[1-9])(?:\s*[.:)–—-])?(?:\s+([A-Z][^.;:]{2,110}))?\s*)");
  constexpr std::size_t kLongest = 130;
  constexpr std::size_t kLongestTitle = 120;
  re2::StringPiece number;
  re2::StringPiece words;
  const auto first = text.substr(line.first, line.size());
  if (first.size() > kLongest || !RE2::FullMatch(piece(first), pattern, &number, &words)) return std::nullopt;
  const std::string_view num(number.data(), number.size());
  const auto digits = digits_value(num);
  const auto roman = roman_value(num);
  const auto value = digits ? digits : roman ? roman : letter_value(num);
  if (!value || (digits && !is_all_upper({words.data(), words.size()}))) return std::nullopt;
  const auto title = words.empty() ? next_line_with_words(text, line.last) : line;
  const auto titled =
      words.empty() ? trimmed(text.substr(title.first, title.size())) : std::string_view(words.data(), words.size());
  if (titled.empty() || titled.size() > kLongestTitle || !begins_sentence(titled.front())) return std::nullopt;
  const bool is_by_paragraphs = words.empty() && roman && leads_to_first_paragraph(text, title);
  if (!is_by_paragraphs && !leads_to_first_unit(text, title, language)) return std::nullopt;
  Heading heading;
  heading.is_half_by_paragraphs = is_by_paragraphs;
  heading.kind = ProvisionKind::Part;
  heading.num = std::string(num);
  heading.value = *value;
  heading.is_bare = true;
  heading.start = static_cast<std::size_t>(number.data() - text.data());
  heading.after = words.empty() ? line.last : static_cast<std::size_t>(words.data() - text.data());
  return heading;
}

/// The last line before `at` that is not empty; an empty range if there is none.
LineRange line_above(std::string_view text, std::size_t at) {
  while (at > 0 && is_space(text[at - 1])) --at;
  return at == 0 ? LineRange{} : line_around(text, at - 1);
}

/// Whether the line is directly below a heading, and so contains the words of that heading instead of a title.
bool stands_below_heading(std::string_view text, const LineRange& line, const StructureWords& language) {
  const auto above = line_above(text, line.first);
  return above.size() > 0 && heading_at(text, above.first, above.last, language).has_value();
}

/// Whether a line is the title of an article, below its number or above it.
bool is_title_of_unit(std::string_view text, const LineRange& line, const StructureWords& language) {
  const auto below = next_line_with_words(text, line.last);
  const auto next = heading_at(text, below.first, below.last, language);
  return stands_below_heading(text, line, language) || (next && is_unit(next->kind) && next->value > 1);
}

/// The heading that a line may be, by the first reader that accepts it. Titles come last, because many lines look like
/// one.
std::optional<Heading> any_heading_at(std::string_view text, const LineRange& line, const StructureWords& language) {
  auto heading = named_annex_at(text, line, language);
  if (heading && heading->is_nested && is_title_of_unit(text, line, language))
    heading.reset();  // "Schedule of Commitments"
  if (!heading) heading = heading_at(text, line.first, line.last, language);
  if (!heading) heading = listed_annex_at(text, line, language);
  if (!heading) heading = unnumbered_protocol_at(text, line, language);
  if (!heading) heading = bare_half_at(text, line, language);
  if (!heading) heading = side_letter_at(text, line, language);
  if (heading) return heading;
  auto title = title_at(text, line, language);
  return title && !stands_below_heading(text, line, language) ? title : std::nullopt;
}

/// "(b)" alone: the next line is its text.
bool is_mark_alone(std::string_view words) {
  static const RE2 mark(R"(\s*(?:\([A-Za-z0-9]{1,4}\)|[a-z0-9]{1,3}\)|[–•-])\s*)");
  return RE2::FullMatch(piece(words), mark);
}

/// Collects the candidates of a text, line by line.
class Finder {
 public:
  Finder(std::string_view text, const StructureWords& language)
      : text_(text), language_(language), quoted_(quoted_amendments(text, language)) {}

  std::vector<HeadingCandidate> candidates() {
    for_each_line(text_, [&](const LineRange& line) {
      if (!quotes(line.first)) read(line);
    });
    return std::move(candidates_);
  }
  /// Whether a byte is in a provision of another treaty that is quoted.
  [[nodiscard]] bool quotes(std::size_t at) const { return is_quoted(quoted_, at); }

 private:
  void read(const LineRange& line) {
    constexpr std::size_t kLongestWeakLine = 120;
    auto heading = any_heading_at(text_, line, language_);
    if (heading && heading->has_note && !is_next_of_its_kind(*heading)) heading.reset();
    if (const auto split = split_heading_at(text_, line, language_)) candidates_.push_back({*split, false});
    const auto opening = heading && !is_text_of_mark(line) ? opening_at(text_, line.first, language_) : Opening::No;
    const bool is_weak = opening == Opening::Perhaps || (heading && heading->has_note) ||
                         (opening == Opening::Yes && heading->is_bare);  // may also be the number of a page
    // A citation that is taken for an annex would take the rest of the treaty with it.
    const bool names_annex = heading && is_component(heading->kind) && !is_all_upper(text_.substr(heading->start, 5));
    const bool may_be =
        opening == Opening::Perhaps && line.size() <= kLongestWeakLine && !names_annex && !heading->is_title;
    const bool opens = opening == Opening::Yes || may_be;
    const auto after = opens ? heading->after : line.first;
    if (opens) add_with_inner(text_, {*heading, is_weak}, line.last, language_, candidates_);
    if (opens && heading->is_title) return;
    // Headings inside the line are found by kind, so they are sorted by place.
    const auto glued = candidates_.size();
    find_glued_headings(text_, {after, line.last}, language_, candidates_);
    find_glued_articles(text_, {after, line.last}, language_, candidates_);
    if (!opens) find_heading_at_line_end(text_, line, language_, candidates_);
    std::sort(candidates_.begin() + static_cast<std::ptrdiff_t>(glued), candidates_.end(),
              [](const auto& a, const auto& b) { return a.heading.start < b.heading.start; });
  }

  /// "Article 4 1" after article 3, but not "Article 1 0" after article 9, which is article 10.
  [[nodiscard]] bool is_next_of_its_kind(const Heading& heading) const {
    constexpr std::ptrdiff_t kNear = 64;
    const auto end = candidates_.rbegin() + std::min(kNear, std::ssize(candidates_));
    const auto last = std::find_if(candidates_.rbegin(), end,
                                   [&](const HeadingCandidate& other) { return other.heading.kind == heading.kind; });
    return last != end && last->heading.value + 1 == heading.value;
  }

  // The line below "(b)" alone is the text of that point, even if it begins with "Article 5".
  [[nodiscard]] bool is_text_of_mark(const LineRange& line) const {
    const auto above = line_above(text_, line.first);
    return above.size() > 0 && is_mark_alone(text_.substr(above.first, above.size()));
  }

  std::string_view text_;
  const StructureWords& language_;
  std::vector<LineRange> quoted_;
  std::vector<HeadingCandidate> candidates_;
};

}  // namespace

// What was found for missing numbers joins the candidates and is judged with them again.
Headings find_headings(std::string_view text, const StructureWords& language) {
  Finder finder(text, language);
  auto candidates = finder.candidates();
  auto headings = headings_in_sequence(text, candidates, language);
  auto missed = missed_headings(text, headings.all, language);
  std::erase_if(missed, [&](const HeadingCandidate& found) { return finder.quotes(found.heading.start); });
  if (missed.empty()) return headings;
  candidates.insert(candidates.begin(), missed.begin(), missed.end());
  const auto start = [](const HeadingCandidate& candidate) { return candidate.heading.start; };
  std::ranges::stable_sort(candidates, {}, start);
  // Two counts may miss the same number, and a missed heading may already be a candidate that was in no sequence.
  const auto doubles = std::ranges::unique(candidates, {}, start);
  candidates.erase(doubles.begin(), doubles.end());
  return headings_in_sequence(text, std::move(candidates), language);
}

}  // namespace treatygraph::ingest
