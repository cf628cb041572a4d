#include "ingest/structure/headings.h"

#include <algorithm>
#include <cctype>
#include <map>

#include <re2/re2.h>

#include "ingest/structure/heading_sequence.h"
#include "ingest/text/lines.h"
#include "ingest/text/numerals.h"

namespace treatygraph::ingest {
namespace {

struct Keyword {
  ProvisionKind kind;
  bool is_nested = false;
  bool is_protocol = false;
};

const std::map<std::string, Keyword, std::less<>> kKeywords = {{"article", {ProvisionKind::Article}},
                                                               {"art", {ProvisionKind::Article}},
                                                               {"rule", {ProvisionKind::Article}},
                                                               {"regulation", {ProvisionKind::Article}},
                                                               {"clause", {ProvisionKind::Article}},
                                                               {"part", {ProvisionKind::Part}},
                                                               {"chapter", {ProvisionKind::Chapter}},
                                                               {"section", {ProvisionKind::Section}},
                                                               {"title", {ProvisionKind::Title}},
                                                               {"annex", {ProvisionKind::Annex}},
                                                               {"appendix", {ProvisionKind::Annex, true}},
                                                               {"schedule", {ProvisionKind::Annex, true}},
                                                               {"attachment", {ProvisionKind::Annex, true}},
                                                               {"protocol", {ProvisionKind::Annex, false, true}}};

std::string_view view_of(const re2::StringPiece& piece) {
  return {piece.data(), piece.size()};
}

re2::StringPiece piece_of(std::string_view text) {
  return {text.data(), text.size()};
}

struct Number {
  std::string printed;
  int value;
  int chapter = 0;
};

/// "3.12" or "III-115": the last part counts on, the ones before it say in what.
std::optional<Number> read_number_in_parts(std::string_view text) {
  const auto dot = text.find_last_of(".-");
  if (dot == std::string_view::npos || dot == 0) return std::nullopt;
  const auto first = text.substr(0, text.find_first_of(".-"));
  const auto chapter = digits_value(first) ? digits_value(first) : roman_value(first);
  const auto value = digits_value(text.substr(dot + 1));
  if (!chapter || !value) return std::nullopt;
  std::string printed(text);
  std::ranges::replace(printed, '.', '-');
  return Number{printed, *value, *chapter};
}

/// "XXIbis".
std::optional<Number> read_joined_number(std::string_view text) {
  const auto small = text.find_first_of("bqt");
  const auto value = small == std::string_view::npos ? std::nullopt : roman_value(text.substr(0, small));
  return value && text.front() < 'a' ? std::optional(Number{std::string(text), *value}) : std::nullopt;
}

std::optional<Number> read_number(std::string_view printed, ProvisionKind kind) {
  std::string text(printed);
  if (text == "l" || (text.ends_with('l') && digits_value(text.substr(0, text.size() - 1)))) {
    text.back() = '1';  // a typist's l
  }
  if (const auto value = digits_value(text)) return Number{text, *value};
  if (const auto value = roman_value(text); value && text != lower_case(text)) return Number{text, *value};
  if (const auto value = word_value(text)) return Number{std::to_string(*value), *value};
  const bool is_article = kind == ProvisionKind::Article;
  if (const auto value = letter_value(text); !is_article && value) return Number{text, *value};
  if (auto number = read_joined_number(text)) return number;
  return is_article || kind == ProvisionKind::Annex ? read_number_in_parts(text) : std::nullopt;
}

/// "Article XI*" has a note: its mark is no word of the heading.
std::string_view without_note_marks(std::string_view rest) {
  static const RE2 marks(R"((?:[*†‡¹²³⁴⁵⁶⁷⁸⁹]+|\[\d{1,2}\])\s*)");
  auto piece = piece_of(rest);
  RE2::Consume(&piece, marks);
  return view_of(piece);
}

/// What follows the number on its line: nothing, a heading, or a paragraph's number; not the rest of a sentence.
bool may_follow(std::string_view rest) {
  if (rest.empty()) return true;
  static const RE2 paragraph(R"((?:§\s*)?\d{1,2}\s*[.)]?\s+["(A-Z\x80-\xff].*)", RE2::Latin1);
  if (RE2::FullMatch(piece_of(rest), paragraph)) return true;
  static const RE2 cites(R"((?:\([a-z0-9]{1,4}\)|(?:and|or|of|to|in|paragraphs?|shall|above|below)\b).*)");
  return !RE2::FullMatch(piece_of(rest), cites) && begins_sentence(rest.front());
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
  if (outer.kind == ProvisionKind::Article) return;
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

struct HeadingLine {
  re2::StringPiece keyword;
  re2::StringPiece number;
  re2::StringPiece insertion;
  re2::StringPiece separator;
  re2::StringPiece rest;
};

bool read_line(std::string_view line, HeadingLine& parts) {
  static const RE2 pattern(
      R"(\s*((?i:article|art|rule|regulation|clause|part|chapter|section|title|annex|appendix|schedule|attachment|protocol))\b\.?(?:\s+(?:(?:No|NO|Nr|N°)\.?\s+)?((?:[0-9]{1,4}|[IVXLC]+)(?:[.-][0-9]{1,4}){1,3}\b|[IVXLC]+(?:bis|ter|quater)\b|[0-9]{1,3}l?\b|[0-9]{1,4}|l\b|[IVXLC]+\b|[A-Z]\b|(?i:(?:twen|thir|for|fif|six|seven|eigh|nine)ty[\s-]+(?:one|two|three|four|five|six|seven|eight|nine|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)\b)|[A-Za-z]+(?:-[A-Za-z]+)?)((?:[\s-]?(?:bis|ter|quater|quinquies|sexies|septies|octies|[A-Z])|[a-z])\b)?)?((?:\s|[.:–—-])*)(.*))");
  return RE2::FullMatch(piece_of(line), pattern, &parts.keyword, &parts.number, &parts.insertion, &parts.separator,
                        &parts.rest);
}

/// "ANNEX", "ANNEX TO THE TREATY" or "Annex: List of lakes": the only one.
bool names_only_annex(const HeadingLine& parts, std::string_view words) {
  const bool is_parted = parts.number.empty() && !trimmed(view_of(parts.separator)).empty();
  return words.empty() || is_all_upper(words) || (is_parted && begins_sentence(words.front()));
}

/// "8 bis" and "8-bis" are 8bis; "2-A" stays.
std::string joined(std::string_view insertion) {
  constexpr std::size_t kHyphenAndLetter = 2;
  const bool is_hyphenated = insertion.starts_with('-') && insertion.size() == kHyphenAndLetter;
  while (!is_hyphenated && !insertion.empty() && std::isalpha(static_cast<unsigned char>(insertion.front())) == 0) {
    insertion.remove_prefix(1);
  }
  return std::string(insertion);
}

}  // namespace

std::optional<Heading> heading_at(std::string_view text, std::size_t line_start, std::size_t line_end) {
  HeadingLine parts;
  if (!read_line(text.substr(line_start, line_end - line_start), parts)) return std::nullopt;
  if (std::isupper(static_cast<unsigned char>(parts.keyword[0])) == 0) return std::nullopt;
  const auto keyword = kKeywords.find(lower_case(view_of(parts.keyword)))->second;
  const auto offset_of = [&](const re2::StringPiece& piece) {
    return static_cast<std::size_t>(piece.data() - text.data());
  };
  Heading heading;
  heading.kind = keyword.kind;
  heading.is_nested = keyword.is_nested;
  heading.is_protocol = keyword.is_protocol;
  heading.start = offset_of(parts.keyword);
  const auto number = read_number(view_of(parts.number), keyword.kind);
  const auto after_keyword = offset_of(parts.number.empty() ? parts.rest : parts.number);
  const auto words = trimmed(text.substr(after_keyword, line_end - after_keyword));
  if (!number && keyword.kind == ProvisionKind::Annex && !keyword.is_protocol && names_only_annex(parts, words)) {
    heading.num = "I";
    heading.value = 1;
    heading.after = after_keyword;
    return heading;
  }
  const auto rest = without_note_marks(view_of(parts.rest));
  const bool is_parted = view_of(parts.separator).find(':') != std::string_view::npos;  // "Article 5: 3D models"
  if (!number || (!is_parted && !may_follow(trimmed(rest)))) return std::nullopt;
  // "Article 5 A Party shall", not "Article 5A" or "Article 5 A. Costs".
  const bool is_first_word = parts.insertion.size() == 2 && parts.insertion[0] == ' ' && !parts.rest.empty() &&
                             view_of(parts.separator) == " ";
  heading.num = number->printed + (is_first_word ? "" : joined(view_of(parts.insertion)));
  heading.value = number->value;
  heading.chapter = number->chapter;
  heading.after = is_first_word ? offset_of(parts.insertion) : static_cast<std::size_t>(rest.data() - text.data());
  return heading;
}

/// "PROTOCOL", "Optional Protocol to the Convention on Lakes": the only one, which is found by that name.
std::optional<Heading> unnumbered_protocol_at(std::string_view text, const LineRange& line) {
  static const RE2 pattern(
      R"(\s*((?:(?i:optional|additional|final|supplementary|annexed)\s+)?(PROTOCOL|Protocol))(?:\s+((?i:to|on|concerning|relating|regarding|for|of|between)\b.*[^.;:,\s]))?\s*)");
  constexpr std::size_t kLongest = 200;
  re2::StringPiece name;
  re2::StringPiece keyword;
  const auto words = text.substr(line.first, line.size());
  if (words.size() > kLongest || !RE2::FullMatch(piece_of(words), pattern, &name, &keyword)) return std::nullopt;
  if (!begins_sentence(name[0])) return std::nullopt;
  Heading heading;
  heading.kind = ProvisionKind::Annex;
  heading.is_protocol = true;
  heading.num = "I";
  heading.value = 1;
  heading.start = static_cast<std::size_t>(keyword.data() - text.data());
  heading.after = heading.start + keyword.size();
  heading.words_above = static_cast<std::size_t>(name.data() - text.data());
  return heading;
}

Headings find_headings(std::string_view text) {
  constexpr std::size_t kLongestWeakLine = 120;
  std::vector<HeadingCandidate> candidates;
  for_each_line(text, [&](const LineRange& line) {
    auto heading = heading_at(text, line.first, line.last);
    if (!heading) heading = unnumbered_protocol_at(text, line);
    const auto opening = heading ? opening_at(text, line.first) : Opening::No;
    const bool is_weak = opening == Opening::Perhaps;
    // A citation taken for an annex would take the rest of the treaty with it.
    const bool names_annex =
        heading && heading->kind == ProvisionKind::Annex && !is_all_upper(text.substr(heading->start, 5));
    const bool may_be = is_weak && line.size() <= kLongestWeakLine && !names_annex;
    const bool opens = opening == Opening::Yes || may_be;
    const auto after = opens ? heading->after : line.first;
    if (opens) add_with_inner(text, {*heading, is_weak}, line.last, candidates);
    const auto glued = candidates.size();
    find_glued_headings(text, {after, line.last}, candidates);
    find_glued_articles(text, {after, line.last}, candidates);
    std::sort(candidates.begin() + static_cast<std::ptrdiff_t>(glued), candidates.end(),
              [](const auto& a, const auto& b) { return a.heading.start < b.heading.start; });
  });
  return headings_in_sequence(text, std::move(candidates));
}

}  // namespace treatygraph::ingest
