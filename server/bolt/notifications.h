#pragma once
// The warnings of an answer: as Neo4j notifications up to version 5.4, and as GQL status objects from 5.6.

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "queries/cypher/values/value.h"
#include "server/bolt/pack_stream.h"

namespace treatygraph::server::bolt {

/// Which notifications a client wants (HELLO, BEGIN, RUN).
struct NotificationFilter {
  bool wants_any = true;  ///< false if the client wants none at all
  std::vector<std::string> disabled_categories;

  /// A copy in which the settings of `extra`, the map of a message, replace the present ones. At most 32 categories are
  /// kept.
  [[nodiscard]] NotificationFilter with(const queries::cypher::Map& extra) const;
};

/// The warnings that pass the filter. They are views of the warnings, which must outlive them.
class Notifications {
 public:
  Notifications(std::span<const std::string> warnings, const NotificationFilter& filter);

  [[nodiscard]] bool empty() const { return shown_.empty(); }
  /// A list of notifications (up to 5.4).
  void write_notifications(PackWriter& pack) const;
  /// A list of status objects (from 5.6), starting with the status of the outcome.
  void write_statuses(PackWriter& pack, bool has_columns, bool has_rows) const;

 private:
  std::vector<std::string_view> shown_;
};

}  // namespace treatygraph::server::bolt
