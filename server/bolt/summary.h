#pragma once
// The SUCCESS message that ends an answer, with statistics, warnings and the plan.

#include <cstdint>
#include <string>
#include <string_view>

#include "queries/cypher/running/plan_tree.h"
#include "server/bolt/notifications.h"
#include "server/bolt/versions.h"

namespace treatygraph::server::bolt {

/// What the summary says. Views and pointers are used only while it is written.
struct Summary {
  Version version;
  std::string_view database;  ///< as the client named it
  std::string_view bookmark;  ///< empty in a transaction, which has one bookmark in total
  std::int64_t milliseconds = 0;
  const Notifications& notifications;
  const queries::cypher::PlanNode* plan = nullptr;  ///< of EXPLAIN or PROFILE; null otherwise
  bool is_profile = false;
  bool has_columns = true;  ///< whether the query returns columns at all; decides the GQL status
  bool has_rows = false;
};

/// Appends the summary as one message.
void append_summary(std::string& out, const Summary& summary);

}  // namespace treatygraph::server::bolt
