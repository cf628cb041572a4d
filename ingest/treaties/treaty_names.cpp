#include "ingest/treaties/treaty_names.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include <re2/re2.h>

#include "graph/key.h"

namespace treatygraph::ingest {
namespace {

re2::StringPiece piece(std::string_view text) {
  return {text.data(), text.size()};
}

/// The words with one '-' between them, without articles; of an act of the European Union, what it is and its number.
std::string words_of(std::string_view name) {
  auto words = slug_of(name);
  static const RE2 article("^(?:le|la|les|el|los|las)-");
  static const RE2 the("(^|-)the(?:-the)*(-|$)");
  static const RE2 maker("^(?:council|commission|european-parliament-and-council)-(regulation|directive|decision)-");
  RE2::Replace(&words, article, "");
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

std::string joined(std::string words) {
  std::erase(words, '-');
  return words;
}

/// "(ETS No. 5)", but not "(1971)".
std::string without_brackets_behind(std::string_view name) {
  std::string text(name);
  static const RE2 year(R"([(\[]\d{4}[)\]]\s*$)");
  static const RE2 brackets(R"(\s*[(\[][^()\[\]]*[)\]]\s*$)");
  if (RE2::PartialMatch(text, year)) return text;
  RE2::Replace(&text, brackets, "");
  return text;
}

int number(std::string_view digits) {
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

/// What organizations are called before the names of their treaties, all but the first also short.
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

constexpr std::array<std::string_view, 14> kNouns = {
    "convention", "conventions", "agreement", "agreements", "treaty",       "treaties", "protocol",
    "protocols",  "charter",     "covenant",  "covenants",  "constitution", "statute",  "act"};
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
constexpr std::array<std::string_view, 9> kOtherNouns = {"pact",     "accord",  "declaration",   "rules",     "agenda",
                                                         "statutes", "compact", "understanding", "memorandum"};
/// A number tells which: "Law 18.525".
constexpr std::array<std::string_view, 16> kActs = {
    "act",        "acts",     "law",         "laws",       "regulation",   "regulations", "code",    "order",
    "resolution", "decision", "instruments", "instrument", "constitucion", "ley",         "decreto", "codigo"};

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::ranges::find(words, word) != words.end();
}

/// "Protocol 4", "Protocol B", "Second Protocol", "1988 Convention", "Agreement of 29 March 1996".
bool counts(std::string_view word) {
  static const RE2 pattern(
      R"(\d{1,4}|[a-z]|[ivx]{1,5}|1st|2nd|3rd|january|february|march|april|may|june|july|august|september|october|november|december)");
  return RE2::FullMatch(piece(word), pattern);
}

/// "1958-convention-on-lakes" is "convention-on-lakes-1958".
std::string year_behind(std::string words) {
  static const RE2 before(R"(^(1[89]\d\d|20\d\d)-(.*)$)");
  RE2::Replace(&words, before, R"(\2-\1)");
  return words;
}

/// "safeguards-agreement" is "agreement-on-safeguards".
std::string turned_round(const std::string& words) {
  const auto dash = words.rfind('-');
  if (dash == std::string::npos || !is_one_of(std::string_view(words).substr(dash + 1), kNouns)) return {};
  return words.substr(dash + 1) + "-on-" + words.substr(0, dash);
}

/// "agreement-on-safeguards-of-world-trade-organization", "... of the WTO Agreement": the organization and the rest.
std::pair<std::string, std::string> organization_behind(const std::string& words) {
  for (auto of = words.rfind("-of-"); of != std::string::npos && of > 0; of = words.rfind("-of-", of - 1)) {
    auto tail = words.substr(of + 4);
    if (tail.ends_with("-agreement")) tail.resize(tail.size() - std::string_view("-agreement").size());
    if (auto organization = organization_of(tail); !organization.empty()) return {organization, words.substr(0, of)};
  }
  return {};
}

}  // namespace

void spell_alike(std::string& letters, std::size_t begin) {
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

DatedName dated_name(std::string_view name) {
  auto words = words_of(without_brackets_behind(name));
  static const RE2 before(R"(^(1[89]\d\d|20\d\d)-)");
  static const RE2 behind(
      R"(-(?:(?:done|signed|adopted|opened-for-signature)-(?:(?:at|in)-[a-z-]+-)?)?(?:of-?|on-)?(?:(?:january|february|march|april|may|june|july|august|september|october|november|december)-\d{1,2}-|\d{1,2}-(?:january|february|march|april|may|june|july|august|september|october|november|december)-)?(1[89]\d\d|20\d\d)$)");
  DatedName dated;
  std::string year;
  if (RE2::PartialMatch(words, before, &year)) {
    RE2::Replace(&words, before, "");
  } else if (RE2::PartialMatch(words, behind, &year)) {
    RE2::Replace(&words, behind, "");
  }
  if (!year.empty()) dated.year = number(year);
  words = words_of(words);
  dated.words = static_cast<std::size_t>(std::ranges::count(words, '-')) + 1;
  dated.name = joined(std::move(words));
  return dated;
}

bool is_bare_name(std::string_view name) {
  const auto slug = words_of(name);
  bool has_noun = false;
  bool is_act = false;
  bool has_number = false;
  for (std::string_view rest = slug; !rest.empty();) {
    const auto word = rest.substr(0, rest.find('-'));
    rest.remove_prefix(std::min(rest.size(), word.size() + 1));
    const bool is_noun = is_one_of(word, kNouns) || is_one_of(word, kOtherNouns) || is_one_of(word, kActs);
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

OrganizationAndRest without_organization(std::string_view name) {
  const auto words = words_of(name);
  for (const auto& [called, organization] : kOrganizations) {
    std::size_t at = 0;  // the organization's letters, whatever dashes stand between them
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

/// What may stand in a name beside it: who made it or where, before or behind; its words turned round.
std::vector<std::pair<TreatyNames::Maker, std::string>> TreatyNames::makers_taken_off(const std::string& words) {
  std::vector<std::pair<Maker, std::string>> names;
  const auto add = [&](const Maker& maker, const std::string& rest) {
    if (rest.empty()) return;
    names.emplace_back(maker, rest);
    if (auto turned = turned_round(rest); !turned.empty()) names.emplace_back(maker, std::move(turned));
  };
  if (const auto [organization, rest] = without_organization(words); !organization.empty()) {
    add({organization, {}}, rest);
  }
  if (const auto [organization, rest] = organization_behind(words); !organization.empty())
    add({organization, {}}, rest);
  const auto dash = words.find('-');
  if (dash != std::string::npos) add({{}, words.substr(0, dash)}, words.substr(dash + 1));
  if (auto turned = turned_round(words); !turned.empty()) names.emplace_back(Maker(), std::move(turned));
  return names;
}

void TreatyNames::add(std::string_view name, std::size_t treaty, const TreatyFacts& facts) {
  auto whole = alike(name);
  if (whole.empty()) return;
  auto [undated, year, words] = dated_name(name);
  auto dated = facts;
  if (year && std::ranges::find(dated.years, *year) == dated.years.end()) dated.years.push_back(*year);
  if (!undated.empty()) undated_.emplace(std::move(undated), Entry{treaty, std::move(dated)});
  whole_.emplace(std::move(whole), Entry{treaty, facts});
}

void TreatyNames::add_ambiguous(std::string_view name, std::size_t treaty, const TreatyFacts& facts) {
  whole_.emplace(alike(name), Entry{treaty, facts, true});
  undated_.emplace(alike(name), Entry{treaty, facts});
}

TreatyNames::Found TreatyNames::matching(const Entries& entries, std::string_view name, std::optional<int> year,
                                         const Maker& maker) {
  Found found;
  const auto [first, last] = entries.equal_range(name);
  for (auto at = first; at != last; ++at) {
    const auto& [treaty, facts, is_ambiguous] = at->second;
    const bool same_year = !year || facts.years.empty() || std::ranges::find(facts.years, *year) != facts.years.end();
    const bool same_maker = (maker.organization.empty() || facts.organization == maker.organization) &&
                            (maker.place.empty() || facts.place == maker.place);
    if (!same_year || !same_maker) continue;
    found.is_ambiguous = found.is_ambiguous || is_ambiguous;
    if (std::ranges::find(found.treaties, treaty) == found.treaties.end()) found.treaties.push_back(treaty);
  }
  std::ranges::sort(found.treaties);
  return found;
}

/// As the name is written, its maker having been taken off it.
TreatyNames::Found TreatyNames::find_written(std::string_view name, const Maker& maker) const {
  if (auto found = matching(whole_, alike(name), {}, maker); !found.treaties.empty()) return found;
  const auto dated = dated_name(name);
  if (!dated.year) {
    if (auto found = matching(whole_, dated.name, {}, maker); !found.treaties.empty()) return found;
  }
  return dated.name.empty() ? Found() : matching(undated_, dated.name, dated.year, maker);
}

TreatyNames::Found TreatyNames::find(std::string_view name) const {
  if (auto found = find_written(name, {}); !found.treaties.empty()) return found;
  if (const auto shorter = without_brackets_behind(name); shorter.size() < name.size()) return find(shorter);
  const auto words = year_behind(words_of(name));
  for (const auto& [maker, rest] : makers_taken_off(words)) {
    if (auto found = find_written(rest, maker); !found.treaties.empty()) return found;
  }
  static constexpr std::string_view kGlued = "and";  // "Rightsand" of a line that ended there
  const bool ends_glued = words.ends_with(kGlued) && !words.ends_with("-and");
  return ends_glued ? find_written(words.substr(0, words.size() - kGlued.size()), {}) : Found();
}

}  // namespace treatygraph::ingest
