// How a name finds its treaty, in this order: names that only say a kind ("the Convention") mean no treaty; then the
// table of well-known treaties; then the names of the sources. If several treaties could be meant, they are returned as
// candidates and none is chosen, because a wrong link is worse than an unresolved citation. Any other name gets a slug
// of its own, so that all citations of an unknown treaty lead to the same node.

#include "ingest/records/instrument_registry.h"

#include <algorithm>
#include <cstdint>

#include <fmt/format.h>
#include <re2/re2.h>

#include "graph/key.h"
#include "graph/vocabulary.h"
#include "ingest/records/treaty_facts.h"

namespace treatygraph::ingest {
namespace {

/// FNV-1a with 32 bits. std::hash may differ between machines, but these hashes become parts of slugs.
std::uint32_t hash_of(std::string_view text) {
  std::uint32_t hash = 2166136261U;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  return hash;
}

}  // namespace

std::vector<std::string> names_of(const NodeRecord& treaty) {
  std::vector<std::string> names;
  for (const auto name : {property::kTitle, std::string_view("short_title")}) {
    if (auto text = text_of(treaty, name); !text.empty()) names.push_back(std::move(text));
  }
  const auto aliases = text_of(treaty, "aliases");
  for (std::string_view rest = aliases; !rest.empty();) {
    const auto alias = rest.substr(0, rest.find(';'));
    if (!alias.empty()) names.emplace_back(alias);
    rest.remove_prefix(std::min(alias.size() + 1, rest.size()));
  }
  return names;
}

std::string slug_of_unknown(std::string_view name) {
  // Keeps keys readable. The cut is at a hyphen, between words.
  constexpr std::size_t kLongest = 60;
  auto slug = slug_of(name);
  static const RE2 article("^(?:the|that|those)-");
  RE2::Replace(&slug, article, "");
  if (slug.size() <= kLongest) return slug;
  const auto whole = hash_of(slug);
  slug.resize(slug.rfind('-', kLongest) == std::string::npos ? kLongest : slug.rfind('-', kLongest));
  return fmt::format("{}-{:04x}", slug, whole & 0xFFFFU);
}

/// The index of the slug in slugs_, which TreatyNames uses as the treaty's number.
std::size_t InstrumentRegistry::place_of(std::string_view slug) {
  const auto place = static_cast<std::size_t>(std::ranges::find(slugs_, slug) - slugs_.begin());
  if (place == slugs_.size()) slugs_.emplace_back(slug);
  return place;
}

const WellKnownTreaty* well_known_of_names(const std::vector<std::string>& names) {
  const auto& table = WellKnownTreaties::table();
  // A title is more reliable than short names, which several treaties may share.
  if (names.empty()) return nullptr;
  if (const auto* row = table.find(names.front())) return row;
  const WellKnownTreaty* agreed = nullptr;
  for (const auto& name : names) {
    const auto* row = table.find(name);
    if (row != nullptr && agreed != nullptr && row != agreed) return nullptr;
    if (row != nullptr) agreed = row;
  }
  return agreed;
}

void InstrumentRegistry::add(const std::vector<std::string>& names, std::string_view slug) {
  const auto* row = well_known_of_names(names);
  if (row != nullptr) well_known_.try_emplace(row, slug);
  for (const auto& name : names) {
    const auto* named = WellKnownTreaties::table().find(name);
    const bool is_anothers = named != nullptr && named != row;
    if (is_anothers || is_bare_name(name) || !taken_.insert(alike(name)).second) continue;
    names_.add(name, place_of(slug));
  }
}

bool InstrumentRegistry::has(std::string_view slug) const {
  return std::ranges::find(slugs_, slug) != slugs_.end();
}

/// The slug, or with a hash of the name if a source uses it for another treaty. A slug of the table is also refused if
/// `name` is not in the table, because the slug then belongs to another treaty.
std::string InstrumentRegistry::free_slug(std::string slug, std::string_view name) const {
  const auto& table = WellKnownTreaties::table();
  const bool is_anothers = table.find(name) == nullptr && table.has_slug(slug);
  if (!has(slug) && !is_anothers) return slug;
  return fmt::format("{}-{:08x}", slug, hash_of(alike(name)));
}

/// A source may have its own slug for a well-known treaty. The slug of the table is used only if no source has one.
NamedTreaty InstrumentRegistry::well_known(const WellKnownTreaty& treaty) const {
  const auto found = well_known_.find(&treaty);
  return {found != well_known_.end() ? found->second : free_slug(treaty.slug, treaty.title), &treaty};
}

NamedTreaty InstrumentRegistry::treaty_of_name(std::string_view name) const {
  if (is_bare_name(name)) return {};
  const auto& table = WellKnownTreaties::table();
  if (const auto* row = table.find(name)) return well_known(*row);
  const auto found = names_.find(name);
  if (const auto only = found.only()) return {slugs_[*only]};
  NamedTreaty none;
  for (const auto* row : table.may_be(name)) none.may_be.push_back(row->title);
  for (const auto treaty : found.treaties) none.may_be.push_back(slugs_[treaty]);
  if (!none.may_be.empty()) return none;
  return {free_slug(slug_of_unknown(name), name)};
}

NamedTreaty InstrumentRegistry::treaty_of_names(const std::vector<std::string>& names) const {
  if (const auto* row = well_known_of_names(names)) return well_known(*row);
  return names.empty() ? NamedTreaty() : treaty_of_name(names.front());
}

std::optional<std::string> InstrumentRegistry::slug_of_name(std::string_view name) const {
  if (const auto* row = WellKnownTreaties::table().find(name)) {
    const auto found = well_known_.find(row);
    return found != well_known_.end() ? std::optional(found->second) : std::nullopt;
  }
  const auto only = names_.find(name).only();
  return only ? std::optional(slugs_[*only]) : std::nullopt;
}

// Loaded treaties come first, so that a name that two treaties share belongs to the one with a text. Drafts have an "@"
// in their slug.
void InstrumentRegistry::add(const GraphRecords& records) {
  for (const bool loaded : {true, false}) {
    for (const auto& node : records.nodes) {
      if (!is_treaty(node) || is_loaded(node) != loaded || text_of(node, "kind") == "body_of_law") continue;
      const auto slug = text_of(node, property::kSlug);
      if (slug.find('@') != std::string::npos) continue;
      add(names_of(node), slug);
    }
  }
}

}  // namespace treatygraph::ingest
