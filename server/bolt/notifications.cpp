#include "server/bolt/notifications.h"

#include <algorithm>

#include <fmt/format.h>

#include "server/api/neo4j_notifications.h"
#include "server/bolt/answers.h"

namespace treatygraph::server::bolt {
namespace {

using queries::cypher::Map;
using queries::cypher::ValueType;

constexpr std::size_t kMostCategories = 32;   // there are ten
constexpr std::size_t kLongestCategory = 32;  // bytes

/// A status object without a warning: the outcome of the query.
void write_status(PackWriter& pack, std::string_view status, std::string_view description) {
  pack.map(3);
  pack.entry("gql_status", status);
  pack.entry("status_description", description);
  pack.string("diagnostic_record");
  pack.map(kDiagnosticEntries);
  write_diagnostic_entries(pack);
}

/// A status object for a warning, with the classic notification's fields.
void write_warning(PackWriter& pack, std::string_view warning) {
  const auto& kind = neo4j_notification(warning);
  pack.map(6);
  pack.entry("gql_status", kind.gql_status);
  pack.entry("status_description", std::string_view(fmt::format("{}. {}", kind.condition, warning)));
  pack.entry("neo4j_code", kind.code);
  pack.entry("title", kind.title);
  pack.entry("description", warning);
  pack.string("diagnostic_record");
  pack.map(kDiagnosticEntries + 2);
  write_diagnostic_entries(pack);
  pack.entry("_classification", kind.category);
  pack.entry("_severity", "WARNING");
}

}  // namespace

NotificationFilter NotificationFilter::with(const Map& extra) const {
  auto changed = *this;
  const auto* severity = extra.find("notifications_minimum_severity");
  // All warnings have the severity WARNING, so only OFF changes anything.
  if (severity != nullptr && severity->is(ValueType::String)) changed.wants_any = severity->string() != "OFF";
  // The name up to version 5.4, and the name from 5.6.
  for (const auto* name : {"notifications_disabled_categories", "notifications_disabled_classifications"}) {
    const auto* disabled = extra.find(name);
    if (disabled == nullptr || !disabled->is(ValueType::List)) continue;
    changed.disabled_categories.clear();
    for (const auto& category : disabled->list()) {
      if (changed.disabled_categories.size() == kMostCategories) break;
      if (category.is(ValueType::String))
        changed.disabled_categories.emplace_back(category.string().substr(0, kLongestCategory));
    }
  }
  return changed;
}

Notifications::Notifications(std::span<const std::string> warnings, const NotificationFilter& filter) {
  if (!filter.wants_any) return;
  for (const auto& warning : warnings) {
    const auto& disabled = filter.disabled_categories;
    if (std::ranges::find(disabled, neo4j_notification(warning).category) == disabled.end())
      shown_.emplace_back(warning);
  }
}

void Notifications::write_notifications(PackWriter& pack) const {
  pack.list(shown_.size());
  for (const auto warning : shown_) {
    const auto& kind = neo4j_notification(warning);
    pack.map(5);
    pack.entry("code", kind.code);
    pack.entry("title", kind.title);
    pack.entry("description", warning);
    pack.entry("severity", "WARNING");
    pack.entry("category", kind.category);
  }
}

void Notifications::write_statuses(PackWriter& pack, bool has_columns, bool has_rows) const {
  pack.list(shown_.size() + 1);
  if (!has_columns) {
    write_status(pack, "00001", "note: successful completion - omitted result");
  } else if (has_rows) {
    write_status(pack, "00000", "note: successful completion");
  } else {
    write_status(pack, "02000", "note: no data");
  }
  for (const auto warning : shown_) write_warning(pack, warning);
}

}  // namespace treatygraph::server::bolt
