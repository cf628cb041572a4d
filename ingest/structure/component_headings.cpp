#include "ingest/structure/component_headings.h"

#include <algorithm>
#include <array>
#include <cctype>

#include <re2/re2.h>

#include "ingest/text/pattern_piece.h"

namespace treatygraph::ingest {
namespace {

constexpr std::size_t kLongestLine = 300;

bool ends_as_sentences_do(std::string_view words) {
  return words.empty() || std::string_view(".;:,").find(words.back()) != std::string_view::npos;
}

/// The first non-empty line below `line`.
std::string_view words_below(std::string_view text, const LineRange& line) {
  auto at = line.last;
  while (at < text.size() && std::isspace(static_cast<unsigned char>(text[at])) != 0) ++at;
  return text.substr(at, std::min(text.find('\n', at), text.size()) - at);
}

/// "on dyes", "concerning fish": a name that belongs to the keyword above it.
bool is_name_of_something(std::string_view words) {
  static const RE2 named(R"((?:on|On|ON|concerning|CONCERNING|relating to|regarding|for)\s+[A-Za-z].*)");
  return words.size() <= kLongestLine && RE2::FullMatch(piece(words), named) && !ends_as_sentences_do(words);
}

/// "of Tin Toys" behind "Schedule".
bool is_list_of_something(std::string_view words) {
  static const RE2 named(R"((?:of|OF)\s+(?:(?i:the)\s+)?[A-Z].*)");
  static const RE2 says(R"(\b(?:shall|is|are|may|must|appl(?:y|ies)|has|have)\b)");
  constexpr std::size_t kLongest = 120;
  return words.size() <= kLongest && RE2::FullMatch(piece(words), named) && !ends_as_sentences_do(words) &&
         !RE2::PartialMatch(piece(words), says);
}

/// Whether the line begins with one of these letters, ignoring case: most lines need no closer look.
bool begins_with_one_of(std::string_view words, std::string_view letters) {
  const auto first = words.find_first_not_of(" \t");
  if (first == std::string_view::npos) return false;
  const auto letter = static_cast<char>(std::toupper(static_cast<unsigned char>(words[first])));
  return letters.find(letter) != std::string_view::npos;
}

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

std::optional<AddresseeWords> addressee_at(std::string_view rest) {
  static const RE2 pattern(
      R"((\s*(?i:to|of)\s+(?:(?i:the|this)\s+)?(?:[A-Z][a-z]+\s+)?(?i:(protocol|treaty|convention|agreement|statute|covenant|pact|charter|accord|compact|constitution|chapter|article|section|part|annex)s?)(?:\s+(?:(?i:No)\.?\s*)?([IVXLC]+|\d{1,3}|[A-Z])\b)?)([^\n]*))");
  re2::StringPiece whole;
  std::string word;
  std::string number;
  re2::StringPiece behind;
  if (!RE2::FullMatch(piece(rest), pattern, &whole, &word, &number, &behind)) return std::nullopt;
  AddresseeWords found;
  const auto kind = lower_case(word);
  static const RE2 instrument("treaty|convention|agreement|statute|covenant|pact|charter|accord|compact|constitution");
  const bool is_instrument = RE2::FullMatch(kind, instrument);
  found.addressee.kind = kind == "protocol" ? Addressee::Kind::Protocol
                         : is_instrument    ? Addressee::Kind::Treaty
                                            : Addressee::Kind::Division;
  if (kind == "protocol") found.addressee.num = number;
  const auto left = trimmed({behind.data(), behind.size()});
  const bool goes_on = !left.empty() && !begins_sentence(left.front()) && left.front() != ':' && left.front() != '-';
  const bool names_it = is_instrument || kind == "protocol";
  if (goes_on && !names_it) return std::nullopt;
  // "to the Convention shall apply" says something.
  static const RE2 heading_word(R"(\b(?:ARTICLE|Article|PART|Part|CHAPTER|Chapter|SECTION|Section)\s+(?:[0-9]|[IVX]))");
  static const RE2 says(
      R"([^.;:]*?\b(?:shall|is|are|may|must|appl(?:y|ies)|has|have|contains?|forms?|constitutes?)\b.*)");
  if (goes_on && RE2::FullMatch(piece(left), says) && !RE2::PartialMatch(piece(left), heading_word))
    return std::nullopt;
  static const RE2 sentence_or_heading(R"([.;]|\b(?:ARTICLE|Article|PART|Part|CHAPTER|Chapter|SECTION|Section)\s)");
  const bool is_name = goes_on && !RE2::PartialMatch(behind, sentence_or_heading);  // "to the Treaty on Quiet Skies"
  found.size = is_name ? rest.size() : whole.size();
  return found;
}

std::string name_in_eid(std::string_view words) {
  constexpr std::size_t kLongest = 60;
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
    const auto c = static_cast<unsigned char>(words[i]);
    if (std::isalnum(c) != 0) {
      word += static_cast<char>(std::tolower(c));
    } else if (c != '\'' && c < 0x80) {
      end_word();
    }
  }
  end_word();
  while (!name.empty()) {  // "agreement-on-the" says no more than "agreement"
    const auto dash = name.rfind('-');
    if (dash == std::string::npos) break;
    const auto last = std::string_view(name).substr(dash + 1);
    constexpr std::array<std::string_view, 8> kJoining = {"on", "of", "the", "and", "to", "for", "in", "a"};
    if (std::ranges::find(kJoining, last) == kJoining.end()) break;
    name.resize(dash);
  }
  return name;
}

std::optional<Heading> named_annex_at(std::string_view text, const LineRange& line) {
  static const RE2 pattern(R"(\s*(ANNEX|Annexe?|APPENDIX|Appendix|SCHEDULE|Schedule)\s*(\S.*)?)");
  re2::StringPiece keyword;
  re2::StringPiece rest;
  const auto words = text.substr(line.first, line.size());
  if (words.size() > kLongestLine || !begins_with_one_of(words, "AS")) return std::nullopt;
  if (!RE2::FullMatch(piece(words), pattern, &keyword, &rest)) return std::nullopt;
  const char initial = static_cast<char>(std::toupper(static_cast<unsigned char>(keyword[1])));
  auto heading = component(initial == 'N'   ? ProvisionKind::Annex
                           : initial == 'P' ? ProvisionKind::Appendix
                                            : ProvisionKind::Schedule,
                           text, keyword);
  heading.is_nested = heading.kind != ProvisionKind::Annex;
  const auto own = trimmed({rest.data(), rest.size()});
  const auto name = own.empty() ? words_below(text, line) : own;
  const bool is_named = is_name_of_something(trimmed(name)) || (heading.is_nested && is_list_of_something(own));
  if (!is_named) return std::nullopt;
  heading.name = name_in_eid(name);
  return heading;
}

std::optional<Heading> unnumbered_protocol_at(std::string_view text, const LineRange& line) {
  static const RE2 pattern(
      R"(\s*((?:(?i:optional|additional|final|supplementary|annexed)\s+)?(PROTOCOL|Protocol))(?:\s+((?i:to|on|concerning|relating|regarding|for|of|between|annexed)\b.*[^.;:,\s]))?\s*)");
  constexpr std::size_t kLongest = 200;
  re2::StringPiece first;
  re2::StringPiece keyword;
  re2::StringPiece rest;
  const auto words = text.substr(line.first, line.size());
  if (words.size() > kLongest || !begins_with_one_of(words, "AFOPS")) return std::nullopt;
  if (!RE2::FullMatch(piece(words), pattern, &first, &keyword, &rest)) return std::nullopt;
  if (!begins_sentence(first[0])) return std::nullopt;
  auto heading = component(ProvisionKind::Protocol, text, first);
  heading.words_above = heading.start;
  const auto own = trimmed({rest.data(), rest.size()});
  const auto name = own.empty() ? trimmed(words_below(text, line)) : own;
  if (is_name_of_something(name)) heading.name = name_in_eid(name);
  return heading;
}

std::optional<Heading> side_letter_at(std::string_view text, const LineRange& line) {
  static const RE2 pattern(
      R"(\s*(?:((?:LETTER|Letter)\s+(?:(?i:No)\.?\s*)?(\d{1,2}|[IVX]{1,4}|[A-H]))|(EXCHANGE OF (?:LETTERS|NOTES)[^a-z]*)|((?:[A-Z]+ )?(?:DECLARATIONS?|STATEMENTS?|AGREED MINUTES?|FINAL ACT)\b[^a-z]*))\s*)");
  re2::StringPiece letter;
  re2::StringPiece number;
  re2::StringPiece exchange;
  re2::StringPiece declaration;
  const auto words = text.substr(line.first, line.size());
  if (words.size() > kLongestLine || !begins_with_one_of(words, "ACDEFIJLSU")) return std::nullopt;
  if (!RE2::FullMatch(piece(words), pattern, &letter, &number, &exchange, &declaration)) return std::nullopt;
  const auto& title = !letter.empty() ? letter : !exchange.empty() ? exchange : declaration;
  auto heading = component(declaration.empty() ? ProvisionKind::Letter : ProvisionKind::Instrument, text, title);
  heading.is_side_letter = true;
  if (!number.empty()) {
    heading.num = std::string(number);
    heading.is_numbered = true;
    return heading;
  }
  heading.after = heading.start;
  heading.name = name_in_eid({title.data(), title.size()});
  return heading;
}

std::optional<Heading> title_at(std::string_view text, const LineRange& line) {
  static const RE2 pattern(
      R"(\s*((?:[A-Z][\w'’-]*\s+){0,5}?(?:(REGULATIONS|Regulations)|(RULES|Rules)|AGREEMENT|Agreement|UNDERSTANDING|Understanding|CONVENTION|Convention|TREATY|Treaty|STATUTES?|Statutes?|CHARTER|Charter|DECLARATION|Declaration|MEMORANDUM|Memorandum|CONSTITUTION|Constitution|CODE|Code|GUIDELINES|Guidelines|BY-?LAWS|By-?laws|FINAL ACT|Final Act)(?:\s+(?:(?i:on|of|for|to|under|between|concerning|relating|regarding|governing|among|in|annexed|attached)\b|\d{4}\b).*)?)\s*)");
  re2::StringPiece title;
  re2::StringPiece regulations;
  re2::StringPiece rules;
  const auto words = text.substr(line.first, line.size());
  const auto first = words.find_first_not_of(" \t");
  const bool begins_large = first != std::string_view::npos && words[first] >= 'A' && words[first] <= 'Z';
  if (words.size() > kLongestLine || !begins_large || ends_as_sentences_do(trimmed(words))) return std::nullopt;
  if (!RE2::FullMatch(piece(words), pattern, &title, &regulations, &rules)) return std::nullopt;
  static const RE2 sentence(
      R"((?i:to|of|under|on|for|and|in|by|with|from|the|this|that|such|each|any|all|where|if|members?|parties)\b.*|.*\b(?:means?|shall|is|are|was|were|may|has|have|includes?|applies)\b.*)");
  if (RE2::FullMatch(title, sentence)) return std::nullopt;
  const auto kind = !regulations.empty() ? ProvisionKind::Regulations
                    : !rules.empty()     ? ProvisionKind::Rules
                                         : ProvisionKind::Instrument;
  auto heading = component(kind, text, title);
  heading.after = heading.start;
  heading.is_title = true;
  heading.name = name_in_eid({title.data(), title.size()});
  return heading;
}

}  // namespace treatygraph::ingest
