#pragma once
// The kinds of warnings that Neo4j clients tell apart (https://neo4j.com/docs/status-codes/current/notifications/).

#include <string_view>

namespace treatygraph::server {

/// One kind of warning, as Neo4j describes it. All texts are constants.
struct Neo4jNotification {
  std::string_view marks;  ///< words that identify a warning of this kind
  std::string_view code;   ///< "Neo.ClientNotification.Statement.UnknownLabelWarning"
  std::string_view title;
  std::string_view gql_status;  ///< "01N50"
  std::string_view condition;   ///< the GQL status description
  std::string_view category;    ///< "UNRECOGNIZED"
};

/// The kind of a warning of the query language. Warnings that are not about a label, a type or a property are of the
/// kind "GENERIC".
[[nodiscard]] const Neo4jNotification& neo4j_notification(std::string_view warning);

}  // namespace treatygraph::server
