#pragma once
// The summary that ends an answer.

#include <cstdint>
#include <string>
#include <string_view>

#include "queries/cypher/running/plan_tree.h"
#include "server/bolt/notifications.h"
#include "server/bolt/versions.h"

namespace treatygraph::server::bolt {

struct Summary {
  Version version;
  std::string_view database;
  std::string_view bookmark;  ///< empty in a transaction, which has one bookmark in total
  std::int64_t milliseconds = 0;
  const Notifications& notifications;
  const queries::cypher::PlanNode* plan = nullptr;
  bool is_profile = false;
  bool has_columns = true;
  bool has_rows = false;
};

void append_summary(std::string& out, const Summary& summary);

}  // namespace treatygraph::server::bolt
