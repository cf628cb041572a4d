#include <algorithm>
#include <cctype>
#include <map>

#include <re2/re2.h>

#include "ingest/structure/component_headings.h"
#include "ingest/structure/headings.h"
#include "ingest/text/lines.h"
#include "ingest/text/numerals.h"
#include "ingest/text/pattern_piece.h"

namespace treatygraph::ingest {
namespace {

struct Keyword {
  ProvisionKind kind;
  bool is_nested = false;
};

const std::map<std::string, Keyword, std::less<>> kKeywords = {{"article", {ProvisionKind::Article}},
                                                               {"art", {ProvisionKind::Article}},
                                                               {"rule", {ProvisionKind::Rule}},
                                                               {"regulation", {ProvisionKind::Regulation}},
                                                               {"standard", {ProvisionKind::Standard}},
                                                               {"guideline", {ProvisionKind::Guideline}},
                                                               {"principle", {ProvisionKind::Principle}},
                                                               {"clause", {ProvisionKind::Clause}},
                                                               {"part", {ProvisionKind::Part}},
                                                               {"chapter", {ProvisionKind::Chapter}},
                                                               {"section", {ProvisionKind::Section}},
                                                               {"subsection", {ProvisionKind::Subsection}},
                                                               {"title", {ProvisionKind::Title}},
                                                               {"annex", {ProvisionKind::Annex}},
                                                               {"annexe", {ProvisionKind::Annex}},
                                                               {"appendix", {ProvisionKind::Appendix, true}},
                                                               {"schedule", {ProvisionKind::Schedule, true}},
                                                               {"attachment", {ProvisionKind::Annex, true}},
                                                               {"protocol", {ProvisionKind::Protocol}}};

std::string_view view_of(const re2::StringPiece& piece) {
  return {piece.data(), piece.size()};
}

struct Number {
  std::string printed;
  int value;
  int chapter = 0;
  std::vector<int> levels = {};
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

/// "3–1" with the dash that a word processor makes of a hyphen.
std::string with_hyphens(std::string_view printed) {
  std::string number(printed);
  constexpr std::string_view kDash = "–";
  for (auto at = number.find(kDash); at != std::string::npos; at = number.find(kDash)) {
    number.replace(at, kDash.size(), "-");
  }
  return number;
}

/// "IVA": four, with a letter.
std::optional<Number> read_lettered_roman(std::string_view text) {
  if (text.size() < 2 || text.back() < 'A' || text.back() > 'Z') return std::nullopt;
  const auto value = roman_value(text.substr(0, text.size() - 1));
  return value && text.front() < 'a' ? std::optional(Number{std::string(text), *value}) : std::nullopt;
}

/// "XXIbis".
std::optional<Number> read_joined_number(std::string_view text) {
  const auto small = text.find_first_of("bqt");
  const auto value = small == std::string_view::npos ? std::nullopt : roman_value(text.substr(0, small));
  return value && text.front() < 'a' ? std::optional(Number{std::string(text), *value}) : std::nullopt;
}

/// "A1.1", "B2.2.1", "2.1" and "3-1" of standards, guidelines, regulations and rules, which keep them as printed.
std::optional<Number> read_levels(std::string_view text) {
  static const RE2 pattern(R"([A-Z]?\d{1,3}(?:[.-]\d{1,3}){1,3}|[A-Z]\d{1,3})");
  if (!RE2::FullMatch(piece(text), pattern)) return std::nullopt;
  Number number{std::string(text), 0};
  for (auto left = text; !left.empty();) {
    const auto first = left.find_first_of("0123456789");
    left.remove_prefix(first);
    const auto end = std::min(left.find_first_of(".-"), left.size());
    number.levels.push_back(digits_value(left.substr(0, end)).value_or(0));
    left.remove_prefix(std::min(end + 1, left.size()));
  }
  number.value = number.levels.back();
  number.chapter = number.levels.size() > 1 ? number.levels.front() : 0;
  return number;
}

/// "II-1" of chapters, "A-1" of parts, "A5-I" of appendices: what comes first counts on.
std::optional<Number> read_number_of_division(std::string_view text) {
  static const RE2 pattern(R"(([IVXLC]+|[A-Z]|\d{1,2})-\d{1,2}|[A-Z]\d{1,2}-([IVXLC]+))");
  std::string first;
  std::string last;
  if (!RE2::FullMatch(piece(text), pattern, &first, &last)) return std::nullopt;
  if (!last.empty()) return Number{std::string(text), roman_value(last).value_or(0)};
  const auto roman = roman_value(first);
  const auto value = digits_value(first) ? digits_value(first) : roman ? roman : letter_value(first);
  return value ? std::optional(Number{std::string(text), *value}) : std::nullopt;
}

std::optional<Number> read_number(std::string_view printed, ProvisionKind kind) {
  std::string text(printed);
  if (is_unit(kind) && kind != ProvisionKind::Article) {
    if (auto number = read_levels(text)) return number;
  }
  if (!is_unit(kind)) {
    if (auto number = read_number_of_division(text)) return number;
  }
  if (text == "l" || (text.ends_with('l') && digits_value(text.substr(0, text.size() - 1)))) {
    text.back() = '1';  // a typist's l
  }
  if (const auto value = digits_value(text)) return Number{text.front() == '0' ? std::to_string(*value) : text, *value};
  if (const auto value = roman_value(text); value && text != lower_case(text)) return Number{text, *value};
  if (const auto value = word_value(text)) return Number{std::to_string(*value), *value};
  const bool is_article = is_unit(kind);
  if (const auto value = letter_value(text); !is_article && value) return Number{text, *value};
  if (auto number = read_joined_number(text)) return number;
  if (auto number = read_lettered_roman(text)) return number;
  return is_article || is_component(kind) ? read_number_in_parts(text) : std::nullopt;
}

/// "Article XI*" has a note: its mark is no word of the heading.
std::string_view without_note_marks(std::string_view rest) {
  static const RE2 marks(R"((?:[*†‡¹²³⁴⁵⁶⁷⁸⁹]+|\[\d{1,2}\])\s*)");
  auto unread = piece(rest);
  RE2::Consume(&unread, marks);
  return view_of(unread);
}

/// "Chapter III Section 4, Chapter V and Article 4 shall apply": a sentence that begins with what it cites.
bool is_sentence_of_citations(std::string_view rest) {
  static const RE2 list(
      R"((?:Section|Chapter|Part|Title|Article|Annex|Rule|Regulation)s?\s+(?:[IVXLC]+|\d{1,3}|[A-Z])\s*(?:,|and\b|or\b|to\b|shall\b|of\b).*)");
  return RE2::FullMatch(piece(rest), list);
}

/// What follows the number on its line: nothing, a heading, or a paragraph's number, but not the rest of a sentence.
bool may_follow(std::string_view rest, ProvisionKind kind) {
  if (rest.empty()) return true;
  static const RE2 paragraph(R"((?:§\s*)?\d{1,2}\s*[.)]?\s+["(A-Z\x80-\xff].*)", RE2::Latin1);
  static const RE2 first_in_brackets(R"(\(1\)\s+["A-Z\x80-\xff].*)", RE2::Latin1);
  if (RE2::FullMatch(piece(rest), paragraph)) return true;
  if (is_unit(kind) && RE2::FullMatch(piece(rest), first_in_brackets)) return true;
  static const RE2 cites(R"((?:\([a-z0-9]{1,4}\)|(?:and|or|of|to|in|paragraphs?|shall|above|below)\b).*)");
  static const RE2 titled(R"(\(\s*[A-Z][^()]*\)\s*(?:[,;]|[a-z]).*)");  // "Chapter 9 (Investment), under"
  if (!is_unit(kind) && (is_sentence_of_citations(rest) || RE2::FullMatch(piece(rest), titled))) return false;
  return !RE2::FullMatch(piece(rest), cites) && begins_sentence(rest.front());
}

struct HeadingLine {
  re2::StringPiece keyword;
  re2::StringPiece number;
  re2::StringPiece insertion;
  re2::StringPiece separator;
  re2::StringPiece rest;
};

/// Whether a line may be one that read_line() takes; most lines begin with another word.
bool begins_with_keyword(std::string_view line) {
  const auto first = line.find_first_not_of(" \t\r\n\f\v");
  if (first == std::string_view::npos || std::isupper(static_cast<unsigned char>(line[first])) == 0) return false;
  line.remove_prefix(first);
  std::size_t size = 0;
  while (size < line.size() && std::isalpha(static_cast<unsigned char>(line[size])) != 0) ++size;
  constexpr std::size_t kLongest = 10;  // "regulation", "attachment"
  if (size > kLongest) return false;
  const auto word = lower_case(line.substr(0, size));
  return word == "sub" || kKeywords.contains(word);  // "Sub-section"
}

bool read_line(std::string_view line, HeadingLine& parts) {
  static const RE2 pattern(
      R"(\s*((?i:article|art|rule|regulation|standard|guideline|principle|clause|part|chapter|section|sub-?section|title|annexe?|appendix|schedule|attachment|protocol))\b\.?(?:\s+(?:(?:No|NO|Nr|N°)\.?\s+)?((?:[0-9]{1,4}|[IVXLC]+)(?:(?:[.-]|–)[0-9]{1,4}){1,3}\b|[IVXLC]+[ABD-HJKN-U]\b|[A-Z][0-9]{1,3}(?:\.[0-9]{1,3}){0,3}(?:-[IVXLC]+)?\b|[A-Z]-[0-9]{1,2}\b|[A-Z]{2}\s[IVXLC]+\b|[IVXLC]+(?:bis|ter|quater)\b|[0-9]{1,3}l?\b|[0-9]{1,4}|l\b|[IVXLC]+\b|[A-Z]\b|(?i:(?:twen|thir|for|fif|six|seven|eigh|nine)ty[\s-]+(?:one|two|three|four|five|six|seven|eight|nine|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)\b)|[A-Za-z]+(?:-[A-Za-z]+)?)((?:[\s-]?(?:bis|ter|quater|quinquies|sexies|septies|octies|[A-Z])|[a-z])\b)?)?((?:\s|[.:–—-])*))");
  // What a line says first decides: the pattern is matched to the beginning, and to more only if all of that matched.
  constexpr std::size_t kHead = 64;
  const auto match = [&](std::string_view text) {
    auto unread = piece(text);
    if (!RE2::Consume(&unread, pattern, &parts.keyword, &parts.number, &parts.insertion, &parts.separator))
      return false;
    parts.rest = piece(line.substr(text.size() - unread.size()));
    return !unread.empty() || text.size() == line.size();
  };
  auto head = std::min(kHead, line.size());
  while (head < line.size() && (static_cast<unsigned char>(line[head]) & 0xC0U) == 0x80U) ++head;
  return match(line.substr(0, head)) || match(line);
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

/// "ANNEX I TO PROTOCOL 2" and nothing more, or a heading behind a colon.
bool addresses_alone(std::string_view rest) {
  const auto ends = trimmed(rest);
  return !ends.empty() && std::string_view(".;,").find(ends.back()) == std::string_view::npos &&
         addressee_at(rest).has_value();
}

/// Whether the line at the end of what stands above, or at the beginning of what stands below, has blanks alone.
bool is_empty_or_edge(std::string_view words, bool is_above) {
  std::size_t line_ends = 0;
  while (!words.empty() && std::isspace(static_cast<unsigned char>(is_above ? words.back() : words.front())) != 0) {
    line_ends += (is_above ? words.back() : words.front()) == '\n' ? 1U : 0U;
    if (is_above) words.remove_suffix(1);
    if (!is_above) words.remove_prefix(1);
  }
  constexpr std::size_t kParted = 2;
  return words.empty() || line_ends >= kParted;
}

/// "Protocol 1 on Fish", between empty lines: what follows the number begins small, and says what it is about.
bool is_about(std::string_view text, std::size_t line_start, std::size_t line_end, std::string_view rest) {
  static const RE2 about(
      R"((?:on|concerning|relating to|regarding|governing|establishing|containing)\s+\S.*[^.;:,\s])");
  static const RE2 says(R"(\b(?:shall|is|are|may|must|appl(?:y|ies)|has|have)\b)");
  constexpr std::size_t kLongest = 200;
  const bool stands_alone =
      is_empty_or_edge(text.substr(0, line_start), true) && is_empty_or_edge(text.substr(line_end), false);
  return stands_alone && rest.size() <= kLongest && RE2::FullMatch(piece(rest), about) &&
         !RE2::PartialMatch(piece(rest), says);
}

void read_addressee(std::string_view text, std::size_t line_end, Heading& heading) {
  const auto found = addressee_at(text.substr(heading.after, line_end - heading.after));
  if (!found) return;
  heading.addressee = found->addressee;
  heading.after += found->size;
  while (heading.after < line_end && text[heading.after] == ' ') ++heading.after;
}

/// "PART IV (A)" is part IVA.
void read_letter_in_brackets(std::string_view text, std::size_t line_end, Heading& heading) {
  static const RE2 pattern(R"(\s*\(([A-Z])\)\s*([:.–—-]*\s*))");
  auto rest = piece(text.substr(heading.after, line_end - heading.after));
  std::string letter;
  if (!RE2::Consume(&rest, pattern, &letter)) return;
  heading.num += letter;
  heading.after = static_cast<std::size_t>(rest.data() - text.data());
}

}  // namespace

std::optional<Heading> heading_at(std::string_view text, std::size_t line_start, std::size_t line_end) {
  HeadingLine parts;
  const auto line = text.substr(line_start, line_end - line_start);
  if (!begins_with_keyword(line) || !read_line(line, parts)) return std::nullopt;
  auto word = lower_case(view_of(parts.keyword));
  std::erase(word, '-');
  const auto keyword = kKeywords.find(word)->second;
  const auto offset_of = [&](const re2::StringPiece& piece) {
    return static_cast<std::size_t>(piece.data() - text.data());
  };
  Heading heading;
  heading.kind = keyword.kind;
  heading.is_nested = keyword.is_nested;
  heading.start = offset_of(parts.keyword);
  const bool is_protocol = keyword.kind == ProvisionKind::Protocol;
  const auto number = read_number(with_hyphens(view_of(parts.number)), keyword.kind);
  const auto after_keyword = offset_of(parts.number.empty() ? parts.rest : parts.number);
  const auto words = trimmed(text.substr(after_keyword, line_end - after_keyword));
  const bool is_only_one = names_only_annex(parts, words) || addresses_alone(words);
  if (!number && is_component(keyword.kind) && !is_protocol && is_only_one) {
    heading.num = "I";
    heading.value = 1;
    heading.is_numbered = false;
    if (parts.number.empty() && !trimmed(view_of(parts.separator)).empty())
      heading.name = name_in_eid(words);  // "Annex: List of lakes"
    heading.after = after_keyword;
    read_addressee(text, line_end, heading);
    return heading;
  }
  const auto rest = without_note_marks(view_of(parts.rest));
  const bool is_parted = view_of(parts.separator).find(':') != std::string_view::npos;  // "Article 5: 3D models"
  const bool is_addressed = number && is_component(keyword.kind) && addresses_alone(rest);
  const bool is_named = number && is_component(keyword.kind) && is_about(text, line_start, line_end, trimmed(rest));
  static const RE2 note(R"(\d{1,2})");
  heading.has_note = number && is_unit(keyword.kind) && RE2::FullMatch(piece(trimmed(rest)), note);
  const bool may_be =
      is_parted || is_addressed || is_named || heading.has_note || may_follow(trimmed(rest), keyword.kind);
  if (!number || !may_be) return std::nullopt;
  // "Article 5 A Party shall", not "Article 5A" or "Article 5 A. Costs".
  const bool is_first_word = parts.insertion.size() == 2 && parts.insertion[0] == ' ' && !parts.rest.empty() &&
                             view_of(parts.separator) == " ";
  heading.num = number->printed + (is_first_word ? "" : joined(view_of(parts.insertion)));
  heading.value = number->value;
  heading.chapter = number->chapter;
  heading.levels = number->levels;
  heading.after = is_first_word ? offset_of(parts.insertion) : static_cast<std::size_t>(rest.data() - text.data());
  if (heading.has_note) heading.after = line_end;
  if (is_component(heading.kind)) read_addressee(text, line_end, heading);
  if (gathers_units(heading.kind)) read_letter_in_brackets(text, line_end, heading);
  return heading;
}

}  // namespace treatygraph::ingest
