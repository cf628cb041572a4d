#include "ingest/structure/headings.h"

#include <algorithm>
#include <cctype>

#include <re2/re2.h>

#include "ingest/structure/component_headings.h"
#include "ingest/structure/heading_sequence.h"
#include "ingest/structure/quoted_amendments.h"
#include "ingest/text/lines.h"
#include "ingest/text/numerals.h"

namespace treatygraph::ingest {
namespace {

re2::StringPiece piece_of(std::string_view text) {
  return {text.data(), text.size()};
}

/// "of", "articles", "pursuant to": a line that ends so goes on with what it cites.
bool is_unfinished(std::string_view before) {
  static const RE2 unfinished(
      R"((?s).*\b(?:(?i:of|in|to|with|under|and|or|by|the|from|than|this|that|on|at|for|as|into|between|within)|see|per|(?i:articles?|paragraphs?)|annex|part|chapter|section)\s*)");
  if (before.empty()) return false;
  return RE2::FullMatch(piece_of(before), unfinished) || before.back() == ',' || before.back() == '-';
}

enum class Opening { No, Perhaps, Yes };

/// Whether the line can begin something new: it does not go on with the sentence of the line above.
Opening opening_at(std::string_view text, std::size_t line_start) {
  constexpr std::size_t kWindow = 40;
  auto at = line_start;
  std::size_t line_ends = 0;
  while (at > 0 && std::isspace(static_cast<unsigned char>(text[at - 1])) != 0)
    line_ends += text[--at] == '\n' ? 1U : 0U;
  if (at == 0) return Opening::Yes;
  const auto before = text.substr(at > kWindow ? at - kWindow : 0, std::min(at, kWindow));
  const auto above = line_around(text, at - 1);
  const auto words = text.substr(above.first, above.size());
  if (heading_at(text, above.first, above.last).has_value()) return Opening::Yes;
  if (is_all_upper(words)) return is_unfinished(words) ? Opening::No : Opening::Yes;
  if (line_ends >= 2) return is_unfinished(before) ? Opening::No : Opening::Yes;
  if (std::string_view(".;:\")").find(before.back()) != std::string_view::npos) return Opening::Yes;
  return is_unfinished(before) ? Opening::No : Opening::Perhaps;
}

/// "PART II SECTION 1. COSTS" and "SECTION 5. AMENDMENTS Article 1" are two headings on one line.
void add_with_inner(std::string_view text, const HeadingCandidate& candidate, std::size_t line_end,
                    std::vector<HeadingCandidate>& candidates) {
  candidates.push_back(candidate);
  const auto& outer = candidate.heading;
  if (is_unit(outer.kind) || outer.is_title) return;
  static const RE2 second(
      R"((?:[A-Z]{2}[A-Z ,'’-]* )?((?:PART|Part|CHAPTER|Chapter|SECTION|Section|ARTICLE|Article) .*))");
  re2::StringPiece found;
  if (!RE2::FullMatch(piece_of(text.substr(outer.after, line_end - outer.after)), second, &found)) return;
  const auto start = static_cast<std::size_t>(found.data() - text.data());
  if (is_unfinished(text.substr(outer.after, start - outer.after))) return;  // "IMPLEMENTATION OF PART XI"
  const auto inner = heading_at(text, start, line_end);
  if (inner && inner->kind > outer.kind) candidates.push_back({*inner});
}

/// A division's capitals that were set on the line of the sentence before: "... an abuse of right. Part XI
/// RESPONSIBILITY AND LIABILITY".
void find_glued_headings(std::string_view text, const LineRange& line, std::vector<HeadingCandidate>& candidates) {
  static const RE2 glued(
      R"re([.;:)"]\s+((?:PART|Part|CHAPTER|Chapter|SECTION|Section|ANNEX|Annex)(?:\s+(?:[IVXLC]+|\d+)\b)?\.?\s+(?:[A-Z]{2,3}\s+)?[A-Z]{4,}\b(?:[ ,'.-]+[A-Z]{2,}\b|\s+\d+\.)*))re");
  re2::StringPiece rest(text.data() + line.first, line.size());
  re2::StringPiece found;
  while (RE2::FindAndConsume(&rest, glued, &found)) {
    const auto start = static_cast<std::size_t>(found.data() - text.data());
    if (const auto heading = heading_at(text, start, start + found.size())) {
      add_with_inner(text, {*heading, false}, start + found.size(), candidates);
    }
    rest = re2::StringPiece(found.data() + 4, static_cast<std::size_t>(text.data() + line.last - found.data() - 4));
  }
}

/// An article's heading on the line of the sentence before, where a first paragraph follows: "... are final. Article 31
/// Request to intervene 1. Should a Party ...".
void find_glued_articles(std::string_view text, const LineRange& line, std::vector<HeadingCandidate>& candidates) {
  static const RE2 glued(R"re([.;]\s+((?:Article|ARTICLE)\s+\d{1,3}l?\s+[A-Z][^.;:]{3,160}\s[1l]\s?\.\s))re");
  re2::StringPiece rest(text.data() + line.first, line.size());
  re2::StringPiece found;
  while (RE2::FindAndConsume(&rest, glued, &found)) {
    const auto start = static_cast<std::size_t>(found.data() - text.data());
    if (const auto heading = heading_at(text, start, start + found.size())) candidates.push_back({*heading, true});
  }
}

/// "Article 1 0": a number that was split on its way out of a page, if article 10 is due.
std::optional<Heading> split_heading_at(std::string_view text, const LineRange& line) {
  static const RE2 split(R"(\s*((?:Article|ARTICLE|Art\.)\s+)([1-9])\s([0-9])(\s*[.:]?\s*|:?\s+[A-Z][^.;]*))");
  re2::StringPiece keyword;
  std::string tens;
  std::string ones;
  re2::StringPiece rest;
  if (!RE2::FullMatch(piece_of(text.substr(line.first, line.size())), split, &keyword, &tens, &ones, &rest)) {
    return std::nullopt;
  }
  Heading heading;
  heading.num = tens + ones;
  heading.value = std::stoi(heading.num);
  heading.is_split = true;
  heading.start = static_cast<std::size_t>(keyword.data() - text.data());
  heading.after = static_cast<std::size_t>(rest.data() - text.data());
  return heading;
}

LineRange next_line_with_words(std::string_view text, std::size_t at) {
  while (at < text.size() && std::isspace(static_cast<unsigned char>(text[at])) != 0) ++at;
  return at < text.size() ? line_around(text, at) : LineRange{text.size(), text.size()};
}

/// "I" alone above "Arbitration procedure" and "Article 1": half of an annex.
std::optional<Heading> bare_roman_at(std::string_view text, const LineRange& line) {
  constexpr std::size_t kLongestTitle = 120;
  const auto words = trimmed(text.substr(line.first, line.size()));
  auto number = words;
  if (number.ends_with('.')) number.remove_suffix(1);
  const auto value = number.size() <= 5 && !number.empty() && number.front() < 'a' ? roman_value(number) : std::nullopt;
  if (!value) return std::nullopt;
  const auto title = next_line_with_words(text, line.last);
  if (title.size() == 0 || title.size() > kLongestTitle ||
      !begins_sentence(trimmed(text.substr(title.first)).front())) {
    return std::nullopt;
  }
  const auto unit = next_line_with_words(text, title.last);
  const auto below = heading_at(text, unit.first, unit.last);
  if (!below || !is_unit(below->kind) || below->value != 1) return std::nullopt;
  Heading heading;
  heading.kind = ProvisionKind::Part;
  heading.num = std::string(number);
  heading.value = *value;
  heading.start = static_cast<std::size_t>(words.data() - text.data());
  heading.after = heading.start + words.size();
  return heading;
}

/// The line with words above, where none is: an empty one.
LineRange line_above(std::string_view text, std::size_t at) {
  while (at > 0 && std::isspace(static_cast<unsigned char>(text[at - 1])) != 0) --at;
  return at == 0 ? LineRange{} : line_around(text, at - 1);
}

/// A title is no heading's own words, which stand below its number.
bool stands_below_heading(std::string_view text, const LineRange& line) {
  const auto above = line_above(text, line.first);
  return above.size() > 0 && heading_at(text, above.first, above.last).has_value();
}

std::optional<Heading> any_heading_at(std::string_view text, const LineRange& line) {
  auto heading = named_annex_at(text, line);
  if (!heading) heading = heading_at(text, line.first, line.last);
  if (!heading) heading = unnumbered_protocol_at(text, line);
  if (!heading) heading = bare_roman_at(text, line);
  if (heading || stands_below_heading(text, line)) return heading;
  return title_at(text, line);
}

/// "(b)" alone: what stands on the next line is its text.
bool is_mark_alone(std::string_view words) {
  static const RE2 mark(R"(\s*(?:\([A-Za-z0-9]{1,4}\)|[a-z0-9]{1,3}\)|[–•-])\s*)");
  return RE2::FullMatch(piece_of(words), mark);
}

/// A roman number alone may be a page's: it must count on.
bool is_bare(const Heading& heading, std::string_view text) {
  return heading.kind == ProvisionKind::Part && roman_value(text.substr(heading.start, heading.num.size())).has_value();
}

class Finder {
 public:
  explicit Finder(std::string_view text) : text_(text), quoted_(quoted_amendments(text)) {}

  std::vector<HeadingCandidate> candidates() {
    for_each_line(text_, [&](const LineRange& line) {
      if (!is_quoted(quoted_, line.first)) read(line);
    });
    return std::move(candidates_);
  }

 private:
  void read(const LineRange& line) {
    constexpr std::size_t kLongestWeakLine = 120;
    const auto heading = any_heading_at(text_, line);
    if (const auto split = split_heading_at(text_, line)) candidates_.push_back({*split, false});
    const auto above = line_above(text_, line.first);
    const bool is_text_of_mark = above.size() > 0 && is_mark_alone(text_.substr(above.first, above.size()));
    const auto opening = heading && !is_text_of_mark ? opening_at(text_, line.first) : Opening::No;
    const bool is_weak = opening == Opening::Perhaps || (opening == Opening::Yes && is_bare(*heading, text_));
    // A citation taken for an annex would take the rest of the treaty with it.
    const bool names_annex = heading && is_component(heading->kind) && !is_all_upper(text_.substr(heading->start, 5));
    const bool may_be =
        opening == Opening::Perhaps && line.size() <= kLongestWeakLine && !names_annex && !heading->is_title;
    const bool opens = opening == Opening::Yes || may_be;
    const auto after = opens ? heading->after : line.first;
    if (opens) add_with_inner(text_, {*heading, is_weak}, line.last, candidates_);
    if (opens && heading->is_title) return;
    const auto glued = candidates_.size();
    find_glued_headings(text_, {after, line.last}, candidates_);
    find_glued_articles(text_, {after, line.last}, candidates_);
    std::sort(candidates_.begin() + static_cast<std::ptrdiff_t>(glued), candidates_.end(),
              [](const auto& a, const auto& b) { return a.heading.start < b.heading.start; });
  }

  std::string_view text_;
  std::vector<LineRange> quoted_;
  std::vector<HeadingCandidate> candidates_;
};

}  // namespace

Headings find_headings(std::string_view text) {
  return headings_in_sequence(text, Finder(text).candidates());
}

}  // namespace treatygraph::ingest
