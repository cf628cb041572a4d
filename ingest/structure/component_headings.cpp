#include "ingest/structure/component_headings.h"

#include <algorithm>

#include <re2/re2.h>

#include "graph/ascii.h"
#include "ingest/text/pattern_piece.h"
#include "ingest/text/plain_letters.h"

namespace treatygraph::ingest {
namespace {

constexpr std::size_t kLongestLine = 300;  ///< bytes; a longer line is a paragraph

// A title has no punctuation mark at its end. An empty text counts as a sentence.
bool ends_as_sentences_do(std::string_view words) {
  return words.empty() || std::string_view(".;:,").find(words.back()) != std::string_view::npos;
}

/// The first non-empty line below `line`.
std::string_view words_below(std::string_view text, const LineRange& line) {
  auto at = line.last;
  while (at < text.size() && is_space(text[at])) ++at;
  return text.substr(at, std::min(text.find('\n', at), text.size()) - at);
}

/// "on dyes", "concerning fish": a name that belongs to the keyword above it.
bool is_name_of_something(std::string_view words, const StructureWords& language) {
  return words.size() <= kLongestLine && RE2::FullMatch(piece(words), language.component.name_of_component) &&
         !ends_as_sentences_do(words);
}

/// "of Tin Toys" after "Schedule".
bool is_list_of_something(std::string_view words, const StructureWords& language) {
  constexpr std::size_t kLongest = 120;
  return words.size() <= kLongest && RE2::FullMatch(piece(words), language.component.list_in_name) &&
         !ends_as_sentences_do(words) && !RE2::PartialMatch(piece(words), language.heading.has_verb);
}

/// Whether the line begins with one of these letters, ignoring case: most lines need no closer look.
bool begins_with_one_of(std::string_view words, std::string_view letters) {
  const auto first = words.find_first_not_of(" \t");
  if (first == std::string_view::npos) return false;
  const auto letter = upper(words[first]);
  return letters.find(letter) != std::string_view::npos;
}

/// A heading of an unnumbered component; `keyword` is a view into `text`.
Heading component(ProvisionKind kind, std::string_view text, const re2::StringPiece& keyword) {
  Heading heading;
  heading.kind = kind;
  heading.value = 1;
  heading.is_numbered = false;
  heading.start = offset_in(text, keyword);
  heading.after = heading.start + keyword.size();
  return heading;
}

}  // namespace

// Words after an annex's number are an addressee ("to the Treaty on Quiet Skies") or the start of a sentence ("to the
// Convention shall apply"). A verb shows the sentence, unless another heading is on the same line.
std::optional<AddresseeWords> addressee_at(std::string_view rest, const StructureWords& language) {
  re2::StringPiece whole;
  std::string word;
  std::string number;
  re2::StringPiece following;
  if (!RE2::FullMatch(piece(rest), language.component.addressee, &whole, &word, &number, &following))
    return std::nullopt;
  AddresseeWords found;
  const auto kind = plain_letters(word);
  const bool is_protocol = kind == language.protocol;
  const bool is_instrument = RE2::FullMatch(kind, language.component.addressee_instrument);
  found.addressee.kind = is_protocol     ? Addressee::Kind::Protocol
                         : is_instrument ? Addressee::Kind::Treaty
                                         : Addressee::Kind::Division;
  if (is_protocol) found.addressee.num = number;
  const auto left = trimmed({following.data(), following.size()});
  const bool goes_on = !left.empty() && !begins_sentence(left.front()) && left.front() != ':' && left.front() != '-';
  const bool names_it = is_instrument || is_protocol;
  if (goes_on && !names_it) return std::nullopt;
  if (goes_on && RE2::FullMatch(piece(left), language.component.addressee_verb) &&
      !RE2::PartialMatch(piece(left), language.component.addressee_heading))
    return std::nullopt;
  const bool is_name =
      goes_on && !RE2::PartialMatch(following, language.component.addressee_ends);  // "to the Treaty on Quiet Skies"
  found.size = is_name ? rest.size() : whole.size();
  return found;
}

// In other languages than English, letters lose their accents. Other characters beyond ASCII and apostrophes are left
// out, and all other signs separate words.
std::string name_in_eid(std::string_view printed, const StructureWords& language) {
  constexpr std::size_t kLongest = 60;
  const auto plain = language.language == "en" ? std::string(printed) : plain_letters(printed);
  std::string_view words = plain;
  std::string name;
  std::string word;
  const auto end_word = [&] {
    const bool fits = name.size() + word.size() < kLongest;
    if (!word.empty() && fits) name.append(name.empty() ? "" : "-").append(word);
    if (!fits) words = {};
    word.clear();
  };
  words = words.substr(0, words.find_first_of("(["));
  for (std::size_t i = 0; i < words.size(); ++i) {
    const char c = words[i];
    if (is_letter_or_digit(c)) {
      word += lower(c);
    } else if (c != '\'' && static_cast<unsigned char>(c) < 0x80) {
      end_word();
    }
  }
  end_word();
  while (!name.empty()) {  // "agreement-on-the" says no more than "agreement"
    const auto dash = name.rfind('-');
    if (dash == std::string::npos) break;
    const auto last = std::string_view(name).substr(dash + 1);
    if (std::ranges::find(language.name_joining, last) == language.name_joining.end()) break;
    name.resize(dash);
  }
  return name;
}

// The name may be on the line below, if the keyword is alone on its line.
std::optional<Heading> named_annex_at(std::string_view text, const LineRange& line, const StructureWords& language) {
  re2::StringPiece keyword;
  re2::StringPiece rest;
  const auto words = text.substr(line.first, line.size());
  if (words.size() > kLongestLine || !begins_with_one_of(words, "AS")) return std::nullopt;
  if (!RE2::FullMatch(piece(words), language.component.annex_line, &keyword, &rest)) return std::nullopt;
  // Annex, appendix and schedule differ in their second letter.
  const char initial = upper(keyword[1]);
  auto heading = component(initial == 'N'   ? ProvisionKind::Annex
                           : initial == 'P' ? ProvisionKind::Appendix
                                            : ProvisionKind::Schedule,
                           text, keyword);
  heading.is_nested = heading.kind != ProvisionKind::Annex;
  const auto own = trimmed({rest.data(), rest.size()});
  const auto name = own.empty() ? words_below(text, line) : own;
  heading.is_of_something = heading.is_nested && is_list_of_something(own, language);
  if (!heading.is_of_something && !is_name_of_something(trimmed(name), language)) return std::nullopt;
  heading.name = name_in_eid(name, language);
  return heading;
}

std::optional<Heading> listed_annex_at(std::string_view text, const LineRange& line, const StructureWords& language) {
  static const RE2 pattern(R"(\s*(\d{1,2})[.)]?\s+([A-Z].*))");
  constexpr std::size_t kLongest = 40;
  const auto words = text.substr(line.first, line.size());
  re2::StringPiece place;
  re2::StringPiece own;
  if (words.size() > kLongest || !RE2::FullMatch(piece(words), pattern, &place, &own)) return std::nullopt;
  auto heading = heading_at(text, offset_in(text, own), line.last, language);
  const bool is_annex = heading && heading->kind == ProvisionKind::Annex && heading->is_numbered;
  if (!is_annex || !trimmed(text.substr(heading->after, line.last - heading->after)).empty()) return std::nullopt;
  if (RE2::FullMatch(piece(words_below(text, line)), pattern)) return std::nullopt;  // a list of annexes
  heading->words_above = offset_in(text, place);
  return heading;
}

// `words_above` tells drop_named_protocols() that the line has no number and may be the title of the treaty itself.
std::optional<Heading> unnumbered_protocol_at(std::string_view text, const LineRange& line,
                                              const StructureWords& language) {
  constexpr std::size_t kLongest = 200;
  re2::StringPiece first;
  re2::StringPiece keyword;
  re2::StringPiece rest;
  const auto words = text.substr(line.first, line.size());
  if (words.size() > kLongest || !begins_with_one_of(words, language.protocol_initials)) return std::nullopt;
  if (!RE2::FullMatch(piece(words), language.component.protocol_line, &first, &keyword, &rest)) return std::nullopt;
  if (!begins_sentence(first[0])) return std::nullopt;
  auto heading = component(ProvisionKind::Protocol, text, first);
  heading.words_above = heading.start;
  const auto own = trimmed({rest.data(), rest.size()});
  const auto name = own.empty() ? trimmed(words_below(text, line)) : own;
  if (is_name_of_something(name, language)) heading.name = name_in_eid(name, language);
  return heading;
}

// A letter with a number is named by it, all others by their title.
std::optional<Heading> side_letter_at(std::string_view text, const LineRange& line, const StructureWords& language) {
  re2::StringPiece letter;
  re2::StringPiece number;
  re2::StringPiece exchange;
  re2::StringPiece declaration;
  const auto words = text.substr(line.first, line.size());
  if (words.size() > kLongestLine || !begins_with_one_of(words, language.letter_initials)) return std::nullopt;
  if (!RE2::FullMatch(piece(words), language.component.letter_line, &letter, &number, &exchange, &declaration))
    return std::nullopt;
  const auto& title = !letter.empty() ? letter : !exchange.empty() ? exchange : declaration;
  auto heading = component(declaration.empty() ? ProvisionKind::Letter : ProvisionKind::Instrument, text, title);
  heading.is_side_letter = true;
  if (!number.empty()) {
    heading.num = std::string(number);
    heading.is_numbered = true;
    return heading;
  }
  heading.after = heading.start;
  heading.name = name_in_eid({title.data(), title.size()}, language);
  return heading;
}

// The keyword may be anywhere in a title, so the line is only refused if it reads like a sentence.
std::optional<Heading> title_at(std::string_view text, const LineRange& line, const StructureWords& language) {
  re2::StringPiece title;
  re2::StringPiece regulations;
  re2::StringPiece rules;
  const auto words = text.substr(line.first, line.size());
  const auto first = words.find_first_not_of(" \t");
  const bool begins_large = first != std::string_view::npos && begins_with_capital(words.substr(first));
  if (words.size() > kLongestLine || !begins_large || ends_as_sentences_do(trimmed(words))) return std::nullopt;
  if (!RE2::FullMatch(piece(words), language.component.title_line, &title, &regulations, &rules)) return std::nullopt;
  if (RE2::FullMatch(title, language.component.title_sentence)) return std::nullopt;
  const auto kind = !regulations.empty() ? ProvisionKind::Regulations
                    : !rules.empty()     ? ProvisionKind::Rules
                                         : ProvisionKind::Instrument;
  auto heading = component(kind, text, title);
  heading.after = heading.start;
  heading.is_title = true;
  heading.name = name_in_eid({title.data(), title.size()}, language);
  return heading;
}

}  // namespace treatygraph::ingest
