#include "ingest/records/instrument_registry.h"

#include <algorithm>

#include <re2/re2.h>

#include "graph/key.h"
#include "graph/vocabulary.h"

namespace treatygraph::ingest {
namespace {

/// "the 1966 International Covenant on Civil and Political Rights" and "International Covenant ... of 16 December 1966"
/// are one name.
std::string made_alike(std::string_view name) {
  auto plain = slug_of(name);
  static const RE2 article("^the-");
  static const RE2 year(R"(^\d{4}-)");
  static const RE2 date(R"(-of(?:-\d{1,2}-[a-z]+)?-\d{4}$)");
  RE2::Replace(&plain, article, "");
  RE2::Replace(&plain, year, "");
  RE2::Replace(&plain, date, "");
  return plain;
}

}  // namespace

void InstrumentRegistry::add(std::string_view name, std::string slug) {
  if (auto plain = made_alike(name); !plain.empty()) slugs_.try_emplace(std::move(plain), std::move(slug));
}

void InstrumentRegistry::add(const GraphRecords& records) {
  for (const auto& node : records.nodes) {
    if (std::ranges::find(node.labels, label::kTreaty) == node.labels.end()) continue;
    const auto text = [&](std::string_view name) {
      const auto* value = find_property(node.properties, name);
      const auto* words = value != nullptr ? std::get_if<std::string>(&value->value) : nullptr;
      return words != nullptr ? *words : std::string();
    };
    const auto slug = text(property::kSlug);
    if (slug.find('@') != std::string::npos) continue;  // a draft has the name of its treaty
    for (const auto name : {property::kTitle, std::string_view("short_title")}) add(text(name), slug);
    auto aliases = text("aliases");
    for (std::string_view rest = aliases; !rest.empty();) {
      const auto alias = rest.substr(0, rest.find(';'));
      add(alias, slug);
      rest.remove_prefix(std::min(alias.size() + 1, rest.size()));
    }
  }
}

std::optional<std::string> InstrumentRegistry::slug_of_name(std::string_view name) const {
  const auto found = slugs_.find(made_alike(name));
  return found == slugs_.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace treatygraph::ingest
