// Each name is in two maps: whole_ by all its letters, and undated_ without its date. A search tries forms of the name
// from the most to the least exact, and stops at the first form that any treaty has, so that a vague match never
// competes with an exact one.

#include "ingest/treaties/treaty_names.h"

#include <algorithm>

#include <re2/re2.h>

namespace treatygraph::ingest {
namespace {

/// Puts a year at the beginning to the end, where most names have it: "1958-convention-on-lakes" becomes
/// "convention-on-lakes-1958".
std::string year_after(std::string words) {
  static const RE2 before(R"(^(1[89]\d\d|20\d\d)-(.*)$)");
  RE2::Replace(&words, before, R"(\2-\1)");
  return words;
}

/// "safeguards-agreement" becomes "agreement-on-safeguards". Empty if the last word is not a noun for treaties.
std::string turned_round(const std::string& words) {
  const auto dash = words.rfind('-');
  if (dash == std::string::npos || !is_noun_of_treaties(std::string_view(words).substr(dash + 1))) return {};
  return words.substr(dash + 1) + "-on-" + words.substr(0, dash);
}

/// The organisation at the end and the rest: "agreement-on-safeguards-of-world-trade-organization", "... of the WTO
/// Agreement". Empty if there is none.
std::pair<std::string, std::string> organization_after(const std::string& words) {
  for (auto of = words.rfind("-of-"); of != std::string::npos && of > 0; of = words.rfind("-of-", of - 1)) {
    auto tail = words.substr(of + 4);
    if (tail.ends_with("-agreement")) tail.resize(tail.size() - std::string_view("-agreement").size());
    if (auto organization = organization_of(tail); !organization.empty()) return {organization, words.substr(0, of)};
  }
  return {};
}

}  // namespace

/// Other forms of a name: without an organisation before or after it, without its first word, which may be a place, and
/// with its words reordered.
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
  if (const auto [organization, rest] = organization_after(words); !organization.empty()) add({organization, {}}, rest);
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

// With a year, an ambiguous name may still identify one treaty, so it is not ambiguous in undated_.
void TreatyNames::add_ambiguous(std::string_view name, std::size_t treaty, const TreatyFacts& facts) {
  whole_.emplace(alike(name), Entry{treaty, facts, true});
  undated_.emplace(alike(name), Entry{treaty, facts});
}

/// The treaties with this name whose facts do not contradict the year and the maker. Unknown years match any year; an
/// unknown organisation or place does not match.
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

/// Looks for a form of the name in both maps.
TreatyNames::Found TreatyNames::find_written(std::string_view name, const Maker& maker) const {
  if (auto found = matching(whole_, alike(name), {}, maker); !found.treaties.empty()) return found;
  const auto dated = dated_name(name);
  // The name without brackets at its end may be complete.
  if (!dated.year) {
    if (auto found = matching(whole_, dated.name, {}, maker); !found.treaties.empty()) return found;
  }
  return dated.name.empty() ? Found() : matching(undated_, dated.name, dated.year, maker);
}

TreatyNames::Found TreatyNames::find(std::string_view name) const {
  if (auto found = find_written(name, {}); !found.treaties.empty()) return found;
  if (const auto shorter = without_brackets_at_end(name); shorter.size() < name.size()) return find(shorter);
  const auto words = year_after(words_of(name));
  for (const auto& [maker, rest] : makers_taken_off(words)) {
    if (auto found = find_written(rest, maker); !found.treaties.empty()) return found;
  }
  static constexpr std::string_view kGlued = "and";  // "Rightsand", from a line that ended there
  const bool ends_glued = words.ends_with(kGlued) && !words.ends_with("-and");
  return ends_glued ? find_written(words.substr(0, words.size() - kGlued.size()), {}) : Found();
}

}  // namespace treatygraph::ingest
