// The query language warns in sentences, so the kind is recognized by words that only sentences of that kind contain.

#include "server/api/neo4j_notifications.h"

#include <algorithm>
#include <array>

namespace treatygraph::server {
namespace {

/// The last entry matches every other warning.
constexpr std::array<Neo4jNotification, 4> kNotifications = {
    {{" has the label ", "Neo.ClientNotification.Statement.UnknownLabelWarning",
      "The provided label is not in the database.", "01N50", "warn: unknown label", "UNRECOGNIZED"},
     {" has the type ", "Neo.ClientNotification.Statement.UnknownRelationshipTypeWarning",
      "The provided relationship type is not in the database.", "01N51", "warn: unknown relationship type",
      "UNRECOGNIZED"},
     {" has the property ", "Neo.ClientNotification.Statement.UnknownPropertyKeyWarning",
      "The provided property key is not in the database", "01N52", "warn: unknown property key", "UNRECOGNIZED"},
     {"", "Neo.ClientNotification.Statement.Warning", "The answer may not be what the query seems to ask for", "01000",
      "warn: warning", "GENERIC"}}};

}  // namespace

const Neo4jNotification& neo4j_notification(std::string_view warning) {
  return *std::ranges::find_if(kNotifications, [&](const Neo4jNotification& kind) {
    return warning.find(kind.marks) != std::string_view::npos;
  });
}

}  // namespace treatygraph::server
