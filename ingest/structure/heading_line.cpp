// How a line is recognised as a heading: a keyword at its start ("Article", "PART"), a number, and then nothing that
// continues a sentence. The same words begin wrapped citations ("Article 5 of the Lakes Convention"), so what follows
// the number decides (may_follow): nothing, a title, or a paragraph may follow, but not "of", "shall" or a comma. Most
// lines begin with another word, so cheap tests come before the large pattern.

#include <algorithm>

#include <re2/re2.h>

#include "graph/ascii.h"
#include "ingest/structure/component_headings.h"
#include "ingest/structure/heading_numbers.h"
#include "ingest/structure/headings.h"
#include "ingest/text/lines.h"
#include "ingest/text/pattern_piece.h"
#include "ingest/text/plain_letters.h"

namespace treatygraph::ingest {
namespace {

std::string_view view_of(const re2::StringPiece& piece) {
  return {piece.data(), piece.size()};
}

/// Removes the mark of a footnote: the "*" of "Article XI*" is not part of the heading.
std::string_view without_note_marks(std::string_view rest) {
  static const RE2 marks(R"((?:[*†‡¹²³⁴⁵⁶⁷⁸⁹]+|\[\d{1,2}\])\s*)");
  auto unread = piece(rest);
  RE2::Consume(&unread, marks);
  return view_of(unread);
}

/// What may follow the number on its line: nothing, a heading, or a paragraph's number, but not the rest of a sentence.
bool may_follow(std::string_view rest, ProvisionKind kind, const StructureWords& words) {
  if (rest.empty()) return true;
  // Bytes instead of characters: any byte beyond ASCII may begin a capital such as "É".
  static const RE2 paragraph(R"((?:§\s*)?\d{1,2}\s*[.)]?\s+["(A-Z\x80-\xff].*)", RE2::Latin1);
  static const RE2 first_in_brackets(R"(\(1\)\s+["A-Z\x80-\xff].*)", RE2::Latin1);
  if (RE2::FullMatch(piece(rest), paragraph)) return true;
  if (is_unit(kind) && RE2::FullMatch(piece(rest), first_in_brackets)) return true;
  static const RE2 titled(R"(\(\s*[A-Z][^()]*\)\s*(?:[,;]|[a-z]).*)");  // "Chapter 9 (Investment), under"
  const bool cites =
      RE2::FullMatch(piece(rest), words.heading.sentence_of_citations) || RE2::FullMatch(piece(rest), titled);
  if (!is_unit(kind) && cites) return false;
  return !RE2::FullMatch(piece(rest), words.heading.cites_after_number) && begins_sentence(rest.front());
}

/// The parts of a line that matched, as views into the text. `rest` is what follows the separator.
struct HeadingLine {
  re2::StringPiece keyword;
  re2::StringPiece number;
  re2::StringPiece insertion;
  re2::StringPiece separator;
  re2::StringPiece rest;
};

// The row of a keyword in the table; null if it is none. "Sub-section" is found as "subsection".
const HeadingWord* heading_word(std::string_view printed, const StructureWords& words) {
  auto word = plain_letters(printed);
  std::erase(word, '-');
  const auto found = std::ranges::find(words.headings, word, &HeadingWord::word);
  return found == words.headings.end() ? nullptr : &*found;
}

/// How many bytes at the start of a text are letters, including accented letters of Western European languages.
std::size_t letters_in(std::string_view text) {
  std::size_t size = 0;
  while (size < text.size()) {
    const bool is_accented = text[size] == '\xC3' && size + 1 < text.size();
    if (!is_letter(text[size]) && !is_accented) break;
    size += is_accented ? 2U : 1U;
  }
  return size;
}

/// Whether read_line() might accept the line. A cheap test, because most lines start with another word.
bool begins_with_keyword(std::string_view line, const StructureWords& words) {
  const auto first = line.find_first_not_of(" \t\r\n\f\v");
  if (first == std::string_view::npos || !begins_with_capital(line.substr(first))) return false;
  line.remove_prefix(first);
  constexpr std::size_t kLongest = 16;  // bytes, enough for "décimotercera"
  const auto size = letters_in(line);
  if (size > kLongest) return false;
  const bool has_prefix = size < line.size() && line[size] == '-';  // "Sub-section"
  const auto word = line.substr(0, size);
  return has_prefix || heading_word(word, words) != nullptr ||
         (!words.heading.ordinal_first.pattern().empty() && words.numbers->ordinal(word));
}

/// "PREMIÈRE PARTIE": the number comes first.
bool read_ordinal_line(std::string_view line, const StructureWords& words, HeadingLine& parts) {
  if (words.heading.ordinal_first.pattern().empty()) return false;
  auto unread = piece(line);
  if (!RE2::Consume(&unread, words.heading.ordinal_first, &parts.number, &parts.keyword, &parts.separator))
    return false;
  parts.rest = unread;
  return true;
}

/// Divides the line into its parts; false if it is no heading.
bool read_line(std::string_view line, const StructureWords& words, HeadingLine& parts) {
  if (read_ordinal_line(line, words, parts)) return true;
  // The first words decide. Matching the whole line is slow, as a line may be a paragraph, so its start is matched
  // first.
  constexpr std::size_t kHead = 64;
  const auto match = [&](std::string_view text) {
    auto unread = piece(text);
    if (!RE2::Consume(&unread, words.heading.heading_line, &parts.keyword, &parts.number, &parts.insertion,
                      &parts.separator))
      return false;
    parts.rest = piece(line.substr(text.size() - unread.size()));
    return !unread.empty() || text.size() == line.size();
  };
  auto head = std::min(kHead, line.size());
  // Not in the middle of a character.
  while (head < line.size() && (static_cast<unsigned char>(line[head]) & 0xC0U) == 0x80U) ++head;
  return match(line.substr(0, head)) || match(line);
}

/// "ANNEX", "ANNEX TO THE TREATY" or "Annex: List of lakes": an annex without a number.
bool names_only_annex(const HeadingLine& parts, std::string_view words) {
  const bool is_parted = parts.number.empty() && !trimmed(view_of(parts.separator)).empty();
  return words.empty() || is_all_upper(words) || (is_parted && begins_sentence(words.front()));
}

/// The insertion as in an eId: "8 bis", "8-bis" and "8 BIS" are 8bis, but "2-A" keeps its hyphen.
std::string joined(std::string_view insertion) {
  constexpr std::size_t kHyphenAndLetter = 2;
  const bool is_hyphenated = insertion.starts_with('-') && insertion.size() == kHyphenAndLetter;
  while (!is_hyphenated && !insertion.empty() && !is_letter(insertion.front())) {
    insertion.remove_prefix(1);
  }
  return insertion.size() > 1 && !is_hyphenated ? lower_case(insertion) : std::string(insertion);
}

/// Whether an addressee, as in "ANNEX I TO PROTOCOL 2", is all that follows the number.
bool addresses_alone(std::string_view rest, const StructureWords& language) {
  const auto ends = trimmed(rest);
  return !ends.empty() && std::string_view(".;,").find(ends.back()) == std::string_view::npos &&
         addressee_at(rest, language).has_value();
}

/// Whether the text above ends, or the text below starts, with an empty line; true if there is no text.
bool is_empty_or_edge(std::string_view words, bool is_above) {
  std::size_t line_ends = 0;
  while (!words.empty() && is_space(is_above ? words.back() : words.front())) {
    line_ends += (is_above ? words.back() : words.front()) == '\n' ? 1U : 0U;
    if (is_above) words.remove_suffix(1);
    if (!is_above) words.remove_prefix(1);
  }
  constexpr std::size_t kParted = 2;
  return words.empty() || line_ends >= kParted;
}

/// "Protocol 1 on Fish" between empty lines: the words after the number begin in lower case and say what it is about.
bool is_about(std::string_view text, std::size_t line_start, std::size_t line_end, std::string_view rest,
              const StructureWords& words) {
  constexpr std::size_t kLongest = 200;
  const bool stands_alone =
      is_empty_or_edge(text.substr(0, line_start), true) && is_empty_or_edge(text.substr(line_end), false);
  return stands_alone && rest.size() <= kLongest && RE2::FullMatch(piece(rest), words.heading.about) &&
         !RE2::PartialMatch(piece(rest), words.heading.has_verb);
}

/// Reads "to Protocol 2" after the number; `after` is then the end of these words.
void read_addressee(std::string_view text, std::size_t line_end, const StructureWords& words, Heading& heading) {
  const auto found = addressee_at(text.substr(heading.after, line_end - heading.after), words);
  if (!found) return;
  heading.addressee = found->addressee;
  heading.after += found->size;
  while (heading.after < line_end && text[heading.after] == ' ') ++heading.after;
}

/// "PART IV (A)" becomes part IVA.
void read_letter_in_brackets(std::string_view text, std::size_t line_end, Heading& heading) {
  static const RE2 pattern(R"(\s*\(([A-Z])\)\s*([:.–—-]*\s*))");
  auto rest = piece(text.substr(heading.after, line_end - heading.after));
  std::string letter;
  if (!RE2::Consume(&rest, pattern, &letter)) return;
  heading.num += letter;
  heading.after = static_cast<std::size_t>(rest.data() - text.data());
}

/// The number of a heading, or the code of an annex.
std::optional<HeadingNumber> number_in(const HeadingLine& parts, ProvisionKind kind, const StructureWords& language) {
  auto number = heading_number(view_of(parts.number), kind, *language.numbers);
  const bool may_be_code =
      kind == ProvisionKind::Annex || kind == ProvisionKind::Appendix || kind == ProvisionKind::Schedule;
  if (number || !may_be_code || !parts.insertion.empty()) return number;
  const bool stands_alone =
      view_of(parts.separator).find_first_not_of(" \t") != std::string_view::npos || parts.rest.empty();
  return component_code(view_of(parts.number), stands_alone, language.joining);
}

}  // namespace

// There are two cases: a component without a number ("ANNEX", "Annex: List of lakes"), and a keyword with a number.
std::optional<Heading> heading_at(std::string_view text, std::size_t line_start, std::size_t line_end,
                                  const StructureWords& language) {
  HeadingLine parts;
  const auto line = text.substr(line_start, line_end - line_start);
  if (!begins_with_keyword(line, language) || !read_line(line, language, parts)) return std::nullopt;
  const auto* known = heading_word(view_of(parts.keyword), language);
  if (known == nullptr) return std::nullopt;
  const auto& keyword = *known;
  const auto offset_of = [&](const re2::StringPiece& piece) {
    return static_cast<std::size_t>(piece.data() - text.data());
  };
  Heading heading;
  heading.kind = keyword.kind;
  heading.is_nested = keyword.is_nested;
  heading.start = std::min(offset_of(parts.keyword), parts.number.empty() ? line_end : offset_of(parts.number));
  const bool is_protocol = keyword.kind == ProvisionKind::Protocol;
  const auto number = number_in(parts, keyword.kind, language);
  const bool is_number_after = !parts.number.empty() && parts.number.data() > parts.keyword.data();
  const auto after_keyword = offset_of(is_number_after ? parts.number : parts.rest);
  const auto words = trimmed(text.substr(after_keyword, line_end - after_keyword));
  const bool is_only_one = names_only_annex(parts, words) || addresses_alone(words, language);
  if (!number && is_component(keyword.kind) && !is_protocol && is_only_one) {
    heading.num = "I";
    heading.value = 1;
    heading.is_numbered = false;
    if (parts.number.empty() && !trimmed(view_of(parts.separator)).empty())
      heading.name = name_in_eid(words, language);  // "Annex: List of lakes"
    heading.after = after_keyword;
    read_addressee(text, line_end, language, heading);
    return heading;
  }
  const auto rest = without_note_marks(view_of(parts.rest));
  const bool is_parted = view_of(parts.separator).find(':') != std::string_view::npos;  // "Article 5: 3D models"
  const bool is_addressed = number && is_component(keyword.kind) && addresses_alone(rest, language);
  const bool is_named =
      number && is_component(keyword.kind) && is_about(text, line_start, line_end, trimmed(rest), language);
  static const RE2 note(R"(\d{1,2})");
  heading.has_note = number && is_unit(keyword.kind) && RE2::FullMatch(piece(trimmed(rest)), note);
  const bool may_be =
      is_parted || is_addressed || is_named || heading.has_note || may_follow(trimmed(rest), keyword.kind, language);
  if (!number || !may_be) return std::nullopt;
  // "A" is the first word of the sentence in "Article 5 A Party shall", not "Article 5A" or "Article 5 A. Costs".
  const bool is_first_word = parts.insertion.size() == 2 && parts.insertion[0] == ' ' && !parts.rest.empty() &&
                             view_of(parts.separator) == " ";
  heading.num = number->printed + (is_first_word ? "" : joined(view_of(parts.insertion)));
  heading.value = number->value;
  heading.chapter = number->chapter;
  heading.levels = number->levels;
  heading.after = is_first_word ? offset_of(parts.insertion) : static_cast<std::size_t>(rest.data() - text.data());
  if (heading.has_note) heading.after = line_end;
  if (is_component(heading.kind)) read_addressee(text, line_end, language, heading);
  if (gathers_units(heading.kind)) read_letter_in_brackets(text, line_end, heading);
  return heading;
}

}  // namespace treatygraph::ingest
