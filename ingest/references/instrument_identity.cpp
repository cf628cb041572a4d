#include "ingest/references/instrument_identity.h"

#include <set>

namespace treatygraph::ingest {

/// A title such as "Convention" alone identifies nothing.
InstrumentIdentity::InstrumentIdentity(std::string_view title) : own_row_(WellKnownTreaties::table().find(title)) {
  if (!is_bare_name(title)) own_names_.add(title, 0);
}

const WellKnownTreaty* InstrumentIdentity::row_of(const std::string& name) {
  const auto [at, is_new] = rows_.try_emplace(name, nullptr);
  if (is_new) at->second = WellKnownTreaties::table().find(name);
  return at->second;
}

std::string InstrumentIdentity::of(const std::string& instrument) {
  const auto* row = row_of(instrument);
  return row != nullptr ? row->slug : alike(instrument);
}

/// First all instruments that are named in full, then the short names: the full name may come later in the text.
void InstrumentIdentity::settle_short_names(std::vector<Reference>& references) {
  const auto& table = WellKnownTreaties::table();
  std::set<const WellKnownTreaty*> named;
  for (const auto& reference : references) {
    if (reference.scope != Reference::Scope::External) continue;
    if (const auto* row = row_of(reference.name_of_instrument())) named.insert(row);
  }
  for (auto& reference : references) {
    const bool is_settled = !reference.full_name.empty() || row_of(reference.instrument) != nullptr;
    if (reference.scope != Reference::Scope::External || is_settled) continue;
    auto may_be = table.may_be(reference.instrument);
    std::erase_if(may_be, [&](const WellKnownTreaty* row) { return !named.contains(row); });
    if (may_be.size() == 1) reference.full_name = may_be.front()->title;
  }
}

bool InstrumentIdentity::is_own_title(const std::string& instrument) {
  if (instrument.empty() || is_bare_name(instrument)) return false;
  if (const auto* row = row_of(instrument)) return row == own_row_;
  return own_names_.find(instrument).only().has_value();
}

}  // namespace treatygraph::ingest
