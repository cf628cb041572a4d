#include "ingest/classification/fact_names.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

#include <fmt/format.h>

#include "graph/key.h"

namespace treatygraph::ingest {
namespace {

/// The article that contains a provision; if there is none, the nearest provision above it with a heading, or itself.
std::size_t titled_above(const Structure& structure, std::size_t provision) {
  for (auto at = provision; at != kNone; at = structure[at].parent) {
    if (is_unit(structure[at].kind) || !structure[at].heading.empty()) return at;
  }
  return provision;
}

/// A slug of at most 60 bytes, cut at a hyphen, so that keys stay readable.
std::string short_slug(std::string_view words) {
  constexpr std::size_t kLongest = 60;
  auto slug = slug_of(words);
  if (slug.size() <= kLongest) return slug;
  const auto cut = slug.rfind('-', kLongest);
  return slug.substr(0, cut == std::string::npos ? kLongest : cut);
}

/// "1-a" for article 6, paragraph 1 (a); empty for the article itself.
std::string path_below(const Structure& structure, std::size_t provision, std::size_t above) {
  std::string path;
  for (auto at = provision; at != above && at != kNone; at = structure[at].parent) {
    path.insert(0, slug_of(structure[at].num) + (path.empty() ? "" : "-"));
  }
  return path;
}

/// The name before it is compared with those of other facts. `is_alone`: no other fact of its class is in its article.
std::string base_name(const Fact& fact, const Structure& structure, bool is_alone) {
  if (fact.fact_class == FactClass::Safeguard) return fact.kind;
  const auto above = titled_above(structure, fact.provision);
  auto name = short_slug(structure[above].heading);
  if (name.empty()) return structure[fact.provision].eid.to_string();
  const auto path = path_below(structure, fact.provision, above);
  return is_alone || path.empty() ? name : name + "-" + path;
}

/// Makes names unique. Two facts in one provision may still share a name, or a name may look like one with an eId; the
/// second then gets "-2".
void tell_apart(std::vector<std::string>& names) {
  std::set<std::string> taken;
  std::map<std::string, std::size_t> last;
  for (auto& name : names) {
    const auto plain = name;
    while (!taken.insert(name).second) name = fmt::format("{}-{}", plain, ++last.try_emplace(plain, 1).first->second);
  }
}

}  // namespace

std::vector<std::string> names_of(const std::vector<Fact>& facts, const Structure& structure) {
  std::map<std::pair<FactClass, std::size_t>, std::size_t> in_article;
  const auto place = [&](const Fact& fact) {
    return std::pair{fact.fact_class, titled_above(structure, fact.provision)};
  };
  for (const auto& fact : facts) ++in_article[place(fact)];
  std::vector<std::string> names;
  std::map<std::string, std::size_t> times;
  for (const auto& fact : facts) {
    const auto base = base_name(fact, structure, in_article[place(fact)] == 1);
    names.push_back(fmt::format("{}.{}", name_of(fact.fact_class), base));
    ++times[names.back()];
  }
  for (std::size_t i = 0; i < facts.size(); ++i) {
    if (times[names[i]] > 1) names[i] += "-" + structure[facts[i].provision].eid.to_string();
  }
  tell_apart(names);
  return names;
}

std::vector<std::string> names_of(const std::vector<DefinedTerm>& terms, const Structure& structure) {
  const auto plain = [](const DefinedTerm& term) { return "term." + short_slug(term.name); };
  std::map<std::string, std::size_t> times;
  std::map<std::string, std::size_t> for_all;
  for (const auto& term : terms) {
    ++times[plain(term)];
    if (term.scope == DefinedTerm::kWholeTreaty) ++for_all[plain(term)];
  }
  std::vector<std::string> names;
  for (const auto& term : terms) {
    auto name = plain(term);
    const bool keeps = times[name] == 1 || (term.scope == DefinedTerm::kWholeTreaty && for_all[name] == 1);
    if (!keeps) name += "-" + structure[term.provision].eid.to_string();
    names.push_back(std::move(name));
  }
  tell_apart(names);
  return names;
}

// Numbers of paragraphs are separated by spaces, points are in brackets: "1 (a)".
std::string title_of(const Fact& fact, const Structure& structure) {
  const auto above = titled_above(structure, fact.provision);
  std::string path;
  for (auto at = fact.provision; at != above && at != kNone; at = structure[at].parent) {
    const bool is_point = structure[at].kind == ProvisionKind::Point;
    path.insert(0, is_point ? " (" + structure[at].num + ")" : " " + structure[at].num);
  }
  const auto& heading = structure[above].heading;
  if (heading.empty()) return citation_of(structure[fact.provision].eid);
  return path.empty() ? heading : heading + "," + path;
}

}  // namespace treatygraph::ingest
