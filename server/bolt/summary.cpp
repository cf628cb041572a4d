#include "server/bolt/summary.h"

#include "server/bolt/answers.h"

namespace treatygraph::server::bolt {
namespace {

using queries::cypher::PlanNode;

/// A plan and its children.
void write_plan(PackWriter& pack, const PlanNode& plan) {
  pack.map(plan.done ? 6 : 4);
  pack.entry("operatorType", std::string_view(plan.op));
  pack.string("identifiers");
  pack.list(plan.identifiers.size());
  for (const auto& name : plan.identifiers) pack.string(name);
  pack.string("args");
  pack.map(plan.estimated ? 2 : 1);
  pack.entry("Details", std::string_view(plan.details));
  if (plan.estimated) {
    pack.string("EstimatedRows");
    pack.floating(*plan.estimated);
  }
  if (plan.done) {
    pack.entry("dbHits", static_cast<std::int64_t>(plan.done->hits));
    pack.entry("rows", static_cast<std::int64_t>(plan.done->rows));
  }
  pack.string("children");
  pack.list(plan.children.size());
  for (const auto& child : plan.children) write_plan(pack, child);
}

}  // namespace

void append_summary(std::string& out, const Summary& summary) {
  const bool has_bookmark = !summary.bookmark.empty();
  // GQL statuses always begin with that of the outcome; notifications are left out if there are none.
  const bool tells_warnings = summary.version.has_statuses() || !summary.notifications.empty();
  const std::size_t entries =
      3U + (has_bookmark ? 1U : 0U) + (tells_warnings ? 1U : 0U) + (summary.plan != nullptr ? 1U : 0U);
  append_success(out, entries, [&](PackWriter& pack) {
    pack.entry("type", "r");
    pack.entry("t_last", summary.milliseconds);
    pack.entry("db", summary.database);
    if (has_bookmark) pack.entry("bookmark", summary.bookmark);
    if (summary.version.has_statuses()) {
      pack.string("statuses");
      summary.notifications.write_statuses(pack, summary.has_columns, summary.has_rows);
    } else if (tells_warnings) {
      pack.string("notifications");
      summary.notifications.write_notifications(pack);
    }
    if (summary.plan != nullptr) {
      pack.string(summary.is_profile ? "profile" : "plan");
      write_plan(pack, *summary.plan);
    }
  });
}

}  // namespace treatygraph::server::bolt
