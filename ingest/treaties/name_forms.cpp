#include "ingest/treaties/name_forms.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include <re2/re2.h>

#include "graph/key.h"
#include "ingest/text/one_of.h"
#include "ingest/text/pattern_piece.h"

namespace treatygraph::ingest {
namespace {

/// Removes the hyphens between the words of a slug.
std::string joined(std::string words) {
  std::erase(words, '-');
  return words;
}

/// The value of decimal digits.
int number(std::string_view digits) {
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

/// Organisations that may come before the name of a treaty, as alike() writes them, each with its canonical word.
/// Abbreviations and former names have the same word as the full name.
constexpr std::array<std::pair<std::string_view, std::string_view>, 26> kOrganizations = {{
    {"unitednations", "unitednations"},
    {"un", "unitednations"},
    {"councilofeurope", "councilofeurope"},
    {"coe", "councilofeurope"},
    {"worldtradeorganization", "worldtradeorganization"},
    {"wto", "worldtradeorganization"},
    {"internationallabororganization", "internationallabororganization"},
    {"ilo", "internationallabororganization"},
    {"worldintellectualpropertyorganization", "worldintellectualpropertyorganization"},
    {"wipo", "worldintellectualpropertyorganization"},
    {"unesco", "unesco"},
    {"unece", "unece"},
    {"ece", "unece"},
    {"internationalmaritimeorganization", "internationalmaritimeorganization"},
    {"imo", "internationalmaritimeorganization"},
    {"worldhealthorganization", "worldhealthorganization"},
    {"who", "worldhealthorganization"},
    {"oecd", "oecd"},
    {"africanunion", "africanunion"},
    {"au", "africanunion"},
    {"organizationofafricanunity", "africanunion"},
    {"oau", "africanunion"},
    {"organizationofamericanstates", "organizationofamericanstates"},
    {"oas", "organizationofamericanstates"},
    {"unidroit", "unidroit"},
    {"europeanunion", "europeanunion"},
}};

/// Nouns for treaties.
constexpr std::array<std::string_view, 14> kTreatyNouns = {
    "convention", "conventions", "agreement", "agreements", "treaty",       "treaties", "protocol",
    "protocols",  "charter",     "covenant",  "covenants",  "constitution", "statute",  "act"};
/// Words that do not identify a treaty: "the said Additional Protocol" is still bare.
constexpr std::array<std::string_view, 60> kBareWords = {"this",
                                                         "that",
                                                         "those",
                                                         "said",
                                                         "same",
                                                         "latter",
                                                         "aforementioned",
                                                         "first",
                                                         "second",
                                                         "third",
                                                         "fourth",
                                                         "fifth",
                                                         "present",
                                                         "additional",
                                                         "optional",
                                                         "and",
                                                         "or",
                                                         "framework",
                                                         "final",
                                                         "main",
                                                         "supplementary",
                                                         "international",
                                                         "basic",
                                                         "previous",
                                                         "amended",
                                                         "original",
                                                         "no",
                                                         "politica",
                                                         "annexed",
                                                         "free",
                                                         "trade",
                                                         "association",
                                                         "implementing",
                                                         "internal",
                                                         "bilateral",
                                                         "investment",
                                                         "europe",
                                                         "economic",
                                                         "partnership",
                                                         "stabilization",
                                                         "interim",
                                                         "cooperation",
                                                         "co",
                                                         "operation",
                                                         "multilateral",
                                                         "regional",
                                                         "comprehensive",
                                                         "accession",
                                                         "amending",
                                                         "amendment",
                                                         "amendments",
                                                         "of",
                                                         "on",
                                                         "the",
                                                         "existing",
                                                         "relevant",
                                                         "applicable",
                                                         "environmental",
                                                         "intergovernmental",
                                                         "tax"};
/// Nouns for other instruments.
constexpr std::array<std::string_view, 9> kOtherNouns = {"pact",     "accord",  "declaration",   "rules",     "agenda",
                                                         "statutes", "compact", "understanding", "memorandum"};
/// Nouns for acts that a number identifies: "Law 18.525" is not bare.
constexpr std::array<std::string_view, 16> kActs = {
    "act",        "acts",     "law",         "laws",       "regulation",   "regulations", "code",    "order",
    "resolution", "decision", "instruments", "instrument", "constitucion", "ley",         "decreto", "codigo"};

/// Whether a word only tells one instrument from another of its kind: "Protocol 4", "Protocol B", "Second Protocol",
/// "1988 Convention", "Agreement of 29 March 1996".
bool counts(std::string_view word) {
  static const RE2 pattern(
      R"(\d{1,4}|[a-z]|[ivx]{1,5}|1st|2nd|3rd|january|february|march|april|may|june|july|august|september|october|november|december)");
  return RE2::FullMatch(piece(word), pattern);
}

}  // namespace

// A regulation is often cited with the institution that made it, so that is removed.
std::string words_of(std::string_view name) {
  auto words = slug_of(name);
  static const RE2 article("^(?:le|la|les|el|los|las)-");
  static const RE2 the("(^|-)the(?:-the)*(-|$)");
  static const RE2 maker("^(?:council|commission|european-parliament-and-council)-(regulation|directive|decision)-");
  RE2::Replace(&words, article, "");
  // "the" may also be inside a name. Each replacement leaves one hyphen.
  while (RE2::Replace(&words, the, "\\1")) continue;
  RE2::Replace(&words, maker, "\\1-");
  if (words.ends_with('-')) words.pop_back();
  std::string spelled;
  for (std::string_view rest = words; !rest.empty();) {
    const auto word = rest.substr(0, rest.find('-'));
    const auto begin = spelled.size();
    spelled += word;
    spell_alike(spelled, begin);
    rest.remove_prefix(word.size());
    if (rest.empty()) break;
    spelled += '-';
    rest.remove_prefix(1);
  }
  return spelled;
}

std::string without_brackets_at_end(std::string_view name) {
  std::string text(name);
  static const RE2 year(R"([(\[]\d{4}[)\]]\s*$)");
  static const RE2 brackets(R"(\s*[(\[][^()\[\]]*[)\]]\s*$)");
  if (RE2::PartialMatch(text, year)) return text;
  RE2::Replace(&text, brackets, "");
  return text;
}

bool is_noun_of_treaties(std::string_view word) {
  return is_one_of(word, kTreatyNouns);
}

void spell_alike(std::string& letters, std::size_t begin) {
  // One spelling for words that sources write in two ways: -ize, and "labor".
  static constexpr std::array<std::string_view, 5> kEnds = {"isation", "isations", "ised", "ising", "ise"};
  const auto word = std::string_view(letters).substr(begin);
  for (const auto end : kEnds) {
    if (word.size() > end.size() && word.ends_with(end)) letters[letters.size() - end.size() + 1] = 'z';
  }
  if (word == "labour") letters.replace(begin, word.size(), "labor");
}

std::string alike(std::string_view name) {
  return joined(words_of(name));
}

/// A year is a date only at the beginning or end. The expression also takes a day, a place and words such as "done at"
/// before a year at the end.
DatedName dated_name(std::string_view name) {
  auto words = words_of(without_brackets_at_end(name));
  static const RE2 before(R"(^(1[89]\d\d|20\d\d)-)");
  static const RE2 after(
      R"(-(?:(?:done|signed|adopted|opened-for-signature)-(?:(?:at|in)-[a-z-]+-)?)?(?:of-?|on-)?(?:(?:january|february|march|april|may|june|july|august|september|october|november|december)-\d{1,2}-|\d{1,2}-(?:january|february|march|april|may|june|july|august|september|october|november|december)-)?(1[89]\d\d|20\d\d)$)");
  DatedName dated;
  std::string year;
  if (RE2::PartialMatch(words, before, &year)) {
    RE2::Replace(&words, before, "");
  } else if (RE2::PartialMatch(words, after, &year)) {
    RE2::Replace(&words, after, "");
  }
  if (!year.empty()) dated.year = number(year);
  words = words_of(words);
  dated.words = static_cast<std::size_t>(std::ranges::count(words, '-')) + 1;
  dated.name = joined(std::move(words));
  return dated;
}

/// Bare means: a noun for an instrument, and otherwise only words that do not identify one.
bool is_bare_name(std::string_view name) {
  const auto slug = words_of(name);
  bool has_noun = false;
  bool is_act = false;
  bool has_number = false;
  for (std::string_view rest = slug; !rest.empty();) {
    const auto word = rest.substr(0, rest.find('-'));
    rest.remove_prefix(std::min(rest.size(), word.size() + 1));
    const bool is_noun = is_one_of(word, kTreatyNouns) || is_one_of(word, kOtherNouns) || is_one_of(word, kActs);
    has_noun = has_noun || is_noun;
    is_act = is_act || is_one_of(word, kActs);
    has_number = has_number || counts(word);
    if (!is_noun && !is_one_of(word, kBareWords) && !counts(word)) return false;
  }
  return slug.empty() || (has_noun && !(is_act && has_number));
}

std::string organization_of(std::string_view name) {
  const auto word = alike(name);
  const auto* const found =
      std::ranges::find(kOrganizations, std::string_view(word), &std::pair<std::string_view, std::string_view>::first);
  return found == kOrganizations.end() ? std::string() : std::string(found->second);
}

/// Compares letters and skips hyphens, because scans lose and insert spaces. Long names may be glued to the next word;
/// an abbreviation must end at a hyphen.
OrganizationAndRest without_organization(std::string_view name) {
  const auto words = words_of(name);
  for (const auto& [called, organization] : kOrganizations) {
    std::size_t at = 0;  // the organization's letters, ignoring dashes
    std::size_t matched = 0;
    while (at < words.size() && matched < called.size()) {
      if (words[at] != '-') {
        const bool is_spelling = called[matched] == 'z' && words[at] == 's';
        if (words[at] != called[matched] && !is_spelling) break;
        ++matched;
      }
      ++at;
    }
    const bool ends_word = at < words.size() && (words[at] == '-' || called.size() > 6);
    if (matched == called.size() && ends_word) {
      return {std::string(organization), words.substr(words[at] == '-' ? at + 1 : at)};
    }
  }
  return {{}, words};
}

}  // namespace treatygraph::ingest
