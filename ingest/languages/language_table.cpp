#include "ingest/languages/language_table.h"

#include <algorithm>
#include <stdexcept>

#include <fmt/format.h>

namespace treatygraph::ingest {

/// One after another: a table is read once, and has less than a hundred entries.
const LanguageTable::Value* LanguageTable::find(std::string_view name) const {
  const auto found = std::ranges::find(entries_, name, &Entries::value_type::first);
  return found == entries_.end() ? nullptr : &found->second;
}

template <typename Kind>
const Kind& LanguageTable::get(std::string_view name) const {
  const auto* value = find(name);
  if (value == nullptr) throw std::logic_error(fmt::format("{} lacks \"{}\"", path_, name));
  const auto* wanted = std::get_if<Kind>(value);
  if (wanted == nullptr) throw std::logic_error(fmt::format("{}: \"{}\" is of another kind", path_, name));
  return *wanted;
}

const std::string& LanguageTable::text(std::string_view name) const {
  return get<std::string>(name);
}

std::vector<std::string_view> LanguageTable::list(std::string_view name) const {
  const auto& texts = get<std::vector<std::string>>(name);
  return {texts.begin(), texts.end()};
}

int LanguageTable::number(std::string_view name) const {
  return static_cast<int>(get<std::int64_t>(name));
}

bool LanguageTable::flag(std::string_view name) const {
  return has(name) && get<bool>(name);
}

ProvisionKind LanguageTable::kind(std::string_view name) const {
  const auto kind = provision_kind(text(name));
  if (!kind) throw std::logic_error(fmt::format("{}: \"{}\": {}", path_, name, kind.error().detail));
  return *kind;
}

const LanguageTable& LanguageTable::table(std::string_view name) const {
  return *get<std::unique_ptr<const LanguageTable>>(name);
}

std::vector<std::string_view> LanguageTable::names() const {
  std::vector<std::string_view> names;
  for (const auto& [name, value] : entries_) names.emplace_back(name);
  return names;
}

}  // namespace treatygraph::ingest
