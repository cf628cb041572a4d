// Sources that cite a treaty make a placeholder from the words of the citation, so one treaty may have many
// placeholders: "Lakes Convention", "Convention on Lakes of 1990". They are merged in two ways. A name that the
// registry knows (a source's or a well-known treaty's) gets the slug of the registry. Names that nobody knows are
// compared with each other without date and spaces: spellings_[name][year] collects the slugs of each.

#include "ingest/build/one_treaty.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "graph/key.h"
#include "graph/vocabulary.h"
#include "ingest/records/instrument_registry.h"
#include "ingest/records/treaty_facts.h"
#include "ingest/treaties/treaty_names.h"

namespace treatygraph::ingest {
namespace {

/// A body of law has no name of its own, and a draft has the name of its treaty, so neither is merged by name.
bool has_own_name(const NodeRecord& node) {
  return is_treaty(node) && text_of(node, "kind") != "body_of_law" && node.key.find('@') == std::string::npos;
}

/// The node with only those properties that decide which treaty it is.
NodeRecord name_of_treaty(const NodeRecord& node) {
  NodeRecord named{node.key, node.labels, {}};
  for (const auto name : {property::kSlug, property::kTitle, std::string_view("short_title"),
                          std::string_view("aliases"), property::kKind, property::kLoaded, property::kBasis}) {
    const auto* value = find_property(node.properties, name);
    if (value != nullptr) set_property(named.properties, name, *value);
  }
  return named;
}

/// The key and all names in one text, to recognise equal placeholders.
std::string all_names(const NodeRecord& node) {
  auto all = node.key;
  for (const auto& property : node.properties)
    all += fmt::format("\n{}={}", property.name, text_of(node, property.name));
  return all;
}

/// Finds the placeholders that mean the same treaty. The constructor compares each with the registry, and take()
/// compares those that are left with each other.
class Placeholders {
 public:
  Placeholders(const GraphRecords& loaded, const GraphRecords& placeholders) {
    registry_.add(loaded);
    registry_.add(curated(placeholders));
    for (const auto& node : loaded.nodes) loaded_.insert(node.key);
    for (const auto& node : placeholders.nodes) {
      if (has_own_name(node) && !loaded_.contains(node.key)) rename(node);
    }
  }

  RenamedTreaties take() {
    for (const auto& [name, spellings] : spellings_) join(spellings);
    return std::move(renamed_);
  }

 private:
  /// Placeholders of datasets. A person chose their slug, so they keep it and others are merged into them.
  static GraphRecords curated(const GraphRecords& placeholders) {
    GraphRecords chosen;
    for (const auto& node : placeholders.nodes) {
      if (text_of(node, "basis") == "curated") chosen.nodes.push_back(node);
    }
    return chosen;
  }

  /// A slug of the registry is used only if the table or a source has the treaty. Otherwise the registry made it up
  /// from the same words.
  void rename(const NodeRecord& node) {
    const auto slug = text_of(node, property::kSlug);
    const auto named = registry_.treaty_of_names(names_of(node));
    if (!named.slug.empty() && named.slug != slug && (named.well_known != nullptr || is_known(named.slug))) {
      renamed_.emplace(slug, named.slug);
    } else if (named.well_known == nullptr && !is_known(slug)) {
      // Nobody knows the treaty, so its placeholders are compared by the letters of their names.
      const auto [name, year, words] = dated_name(text_of(node, property::kTitle));
      if (!name.empty()) spellings_[name][year].insert({words, slug});
    }
  }

  [[nodiscard]] bool is_known(const std::string& slug) const {
    return loaded_.contains(treaty_key(slug)) || registry_.has(slug);
  }

  /// `words` is the number of words of the name as this source writes it.
  struct Spelling {
    std::size_t words;
    std::string slug;
    auto operator<=>(const Spelling&) const = default;
  };
  using Spellings = std::map<std::optional<int>, std::set<Spelling>>;

  /// Merges the spellings of each year. A name without a year means the only year that is cited, if there is only one;
  /// with several years it stays separate.
  void join(const Spellings& spellings) {
    const auto undated = spellings.find(std::nullopt);
    const auto years = spellings.size() - (undated == spellings.end() ? 0U : 1U);
    std::set<Spelling> all;
    for (const auto& [year, slugs] : spellings) {
      if (years == 1) {
        all.insert(slugs.begin(), slugs.end());
      } else {
        join(slugs);
      }
    }
    join(all);
  }

  /// Uses the slug of the name with the most words, because scans lose spaces ("LakesConvention"). If several have as
  /// many words, the shortest slug wins, since it has no date.
  void join(const std::set<Spelling>& spellings) {
    if (spellings.empty()) return;
    const auto is_better = [](const Spelling& a, const Spelling& b) {
      return a.words != b.words ? a.words < b.words : a.slug.size() > b.slug.size();
    };
    const auto best = std::ranges::max_element(spellings, is_better)->slug;
    for (const auto& spelling : spellings) {
      if (spelling.slug != best) renamed_.emplace(spelling.slug, best);
    }
  }

  InstrumentRegistry registry_;
  std::set<std::string, std::less<>> loaded_;
  RenamedTreaties renamed_;
  std::map<std::string, Spellings> spellings_;
};

/// Renames the key. Returns false if there was nothing to rename.
bool is_renamed(const RenamedTreaties& renamed, std::string& key) {
  static constexpr std::string_view kTreaty = "treaty:";
  const bool is_treaty_key = key.starts_with(kTreaty);
  const auto colon = key.find(':');
  const auto slug =
      is_treaty_key ? std::string_view(key).substr(kTreaty.size()) : std::string_view(key).substr(0, colon);
  const auto found = renamed.find(slug);
  if (found == renamed.end()) return false;
  key = is_treaty_key ? treaty_key(found->second) : found->second + key.substr(colon);
  return true;
}

void add_if_missing(NodeRecord& node, std::string_view name, const std::string& value) {
  if (!value.empty() && text_of(node, name).empty()) set_property(node.properties, std::string(name), value);
}

/// The names of the source, then those of the table, separated by semicolons and without duplicates.
std::string all_aliases(const NodeRecord& node, const WellKnownTreaty& row) {
  const auto title = text_of(node, property::kTitle);
  std::vector<std::string> aliases;
  std::set<std::string> seen = {title, text_of(node, "short_title")};
  const auto add = [&](const std::string& name) {
    // A name with a semicolon would be read as two.
    const bool may_stand_in_list = !name.empty() && name.find(';') == std::string::npos;
    if (may_stand_in_list && seen.insert(name).second) aliases.push_back(name);
  };
  const auto own = text_of(node, "aliases");
  for (std::string_view rest = own; !rest.empty();) {
    const auto alias = rest.substr(0, rest.find(';'));
    add(std::string(alias));
    rest.remove_prefix(std::min(alias.size() + 1, rest.size()));
  }
  for (const auto* official : {&row.title, &row.title_fr, &row.title_es}) add(*official);
  for (const auto* list : {&row.short_titles, &row.abbreviations, &row.numbers}) {
    for (const auto& name : *list) add(name);
  }
  return fmt::format("{}", fmt::join(aliases, ";"));
}

/// Properties of a source stay, except for `aliases`, `year` and the provenance of names. The title of a cited treaty
/// is replaced, because it was made from the words of some citation.
void tell(NodeRecord& node, const WellKnownTreaty& row) {
  // The table now vouches for this node, unless a person described it.
  if (!is_loaded(node)) {
    if (text_of(node, "basis") != "curated") {
      set_property(node.properties, "basis", "curated");
      set_property(node.properties, "confidence", row.confidence);
      set_property(node.properties, "source", row.source);
    }
    set_property(node.properties, std::string(property::kTitle), row.title);
  }
  if (!row.short_titles.empty()) add_if_missing(node, "short_title", row.short_titles.front());
  set_property(node.properties, "aliases", all_aliases(node, row));
  add_if_missing(node, "title_fr", row.title_fr);
  add_if_missing(node, "title_es", row.title_es);
  add_if_missing(node, "numbers", fmt::format("{}", fmt::join(row.numbers, ";")));
  add_if_missing(node, "unts", row.unts);
  add_if_missing(node, "celex", row.celex);
  // Treaty is the usual kind, which nodes do not state.
  if (row.kind != "treaty") add_if_missing(node, "kind", row.kind);
  add_if_missing(node, "place", row.place);
  set_property(node.properties, "year", static_cast<std::int64_t>(row.year));
  add_if_missing(node, "official_text", row.text_url);
  set_property(node.properties, "names_source", row.source);
  add_if_missing(node, "names_recalled", row.recalled);
}

}  // namespace

void TreatiesOfSources::add(const SourceRecords& source) {
  for (const auto& node : source.records.nodes) {
    if (is_treaty(node)) loaded_.nodes.push_back(name_of_treaty(node));
  }
  for (const auto& node : source.placeholders.nodes) {
    if (!is_treaty(node)) continue;
    auto named = name_of_treaty(node);
    if (known_.insert(all_names(named))) placeholders_.nodes.push_back(std::move(named));
  }
}

RenamedTreaties TreatiesOfSources::one_slug_each() const {
  return Placeholders(loaded_, placeholders_).take();
}

void rename_placeholder(const RenamedTreaties& renamed, NodeRecord& node) {
  if (!is_renamed(renamed, node.key)) return;
  for (const auto name : {property::kSlug, property::kTreaty}) {
    const auto found = renamed.find(text_of(node, name));
    if (found != renamed.end()) set_property(node.properties, std::string(name), found->second);
  }
}

void rename_key(const RenamedTreaties& renamed, std::string& key) {
  (void)is_renamed(renamed, key);
}

void rename_ends(const RenamedTreaties& renamed, RelationshipRecord& relationship) {
  rename_key(renamed, relationship.from);
  rename_key(renamed, relationship.to);
}

void tell_what_is_known(NodeRecord& node) {
  if (!has_own_name(node)) return;
  if (const auto* row = well_known_of_names(names_of(node))) tell(node, *row);
}

}  // namespace treatygraph::ingest
