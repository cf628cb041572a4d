// A path is written as its distinct nodes, its distinct relationships, and a list of pairs that lead through them:
// relationship, node, relationship, node. The first node is not in the list.

#include "server/bolt/value_writer.h"

#include <unordered_map>
#include <vector>

#include <fmt/format.h>

#include "queries/cypher/functions/functions.h"
#include "queries/cypher/indexes/property_types.h"
#include "queries/cypher/values/point.h"
#include "queries/cypher/values/temporal_clock.h"
#include "queries/request/budget_in_force.h"

namespace treatygraph::server::bolt {
namespace {

using queries::cypher::Map;
using queries::cypher::Path;
using queries::cypher::Value;
using queries::cypher::ValueType;

/// The distinct nodes or relationships of a path, in order of first occurrence.
template <typename Id>
class Distinct {
 public:
  explicit Distinct(const std::vector<Id>& all) {
    for (const auto id : all) {
      if (places_.try_emplace(id, ids_.size()).second) ids_.push_back(id);
    }
  }
  [[nodiscard]] const std::vector<Id>& ids() const { return ids_; }
  [[nodiscard]] std::int64_t place_of(Id id) const { return static_cast<std::int64_t>(places_.at(id)); }

 private:
  std::vector<Id> ids_;
  std::unordered_map<Id, std::size_t> places_;
};

}  // namespace

void ValueWriter::write(const Value& value) {
  queries::BudgetInForce::spend();
  switch (value.type()) {
    case ValueType::Null:
      return pack_.null();
    case ValueType::Boolean:
      return pack_.boolean(value.boolean());
    case ValueType::Integer:
      return pack_.integer(value.integer());
    case ValueType::Float:
      return pack_.floating(value.floating());
    case ValueType::String:
      return pack_.string(value.string());
    case ValueType::List:
      pack_.list(value.list().size());
      for (const auto& item : value.list()) write(item);
      return;
    case ValueType::Map:
      return write_map(value.map());
    case ValueType::Node:
      return write_node(value.node());
    case ValueType::Relationship:
      return write_relationship(value.relationship());
    case ValueType::Path:
      return write_path(value.path());
    case ValueType::Point:
      return write_point(value.point());
    default:
      return write_temporal(value);
  }
}

void ValueWriter::write_map(const Map& map) {
  pack_.map(map.entries().size());
  for (const auto& [name, item] : map.entries()) {
    pack_.string(name);
    write(item);
  }
}

/// Properties as `n.name` gives them in a query: with dates and lists.
void ValueWriter::write_properties(const Value& element) {
  using queries::cypher::kKeyProperty;
  const auto& types = queries::cypher::PropertyTypes::of(graph_);
  write_map(queries::cypher::properties_of({graph_, {}, kKeyProperty, nullptr, &types}, element));
}

void ValueWriter::write_node(NodeId node) {
  pack_.structure('N', dialect_.has_element_ids ? 4 : 3);
  pack_.integer(static_cast<std::int64_t>(index_of(node)));
  const auto labels = graph_.labels_of(node);
  pack_.list(labels.size());
  for (const auto label : labels) pack_.string(graph_.labels().name(label));
  write_properties(node);
  if (dialect_.has_element_ids) pack_.string(graph_.key(node));
}

/// "r:12", as in the Query API: relationships have no keys.
void ValueWriter::write_element_id(RelationshipId relationship) {
  pack_.string(fmt::format("r:{}", index_of(relationship)));
}

/// Ends are given by id, and from version 5.0 by element id as well.
void ValueWriter::write_relationship(RelationshipId relationship) {
  const auto source = graph_.source(relationship);
  const auto target = graph_.target(relationship);
  pack_.structure('R', dialect_.has_element_ids ? 8 : 5);
  pack_.integer(static_cast<std::int64_t>(index_of(relationship)));
  pack_.integer(static_cast<std::int64_t>(index_of(source)));
  pack_.integer(static_cast<std::int64_t>(index_of(target)));
  pack_.string(graph_.types().name(graph_.type(relationship)));
  write_properties(relationship);
  if (!dialect_.has_element_ids) return;
  write_element_id(relationship);
  pack_.string(graph_.key(source));
  pack_.string(graph_.key(target));
}

/// A relationship in a path has no end nodes: the path names them.
void ValueWriter::write_unbound(RelationshipId relationship) {
  pack_.structure('r', dialect_.has_element_ids ? 4 : 3);
  pack_.integer(static_cast<std::int64_t>(index_of(relationship)));
  pack_.string(graph_.types().name(graph_.type(relationship)));
  write_properties(relationship);
  if (dialect_.has_element_ids) write_element_id(relationship);
}

/// Relationship indices start at 1 and are negative if the path traverses the relationship backwards. Node indices
/// start at 0.
void ValueWriter::write_path(const Path& path) {
  const Distinct nodes(path.nodes);
  const Distinct relationships(path.relationships);
  pack_.structure('P', 3);
  pack_.list(nodes.ids().size());
  for (const auto node : nodes.ids()) write(node);
  pack_.list(relationships.ids().size());
  for (const auto relationship : relationships.ids()) write_unbound(relationship);
  pack_.list(2 * path.relationships.size());
  for (std::size_t i = 0; i < path.relationships.size(); ++i) {
    const auto place = relationships.place_of(path.relationships[i]) + 1;
    // A path may go through a relationship from its target to its source.
    const bool is_forward = graph_.source(path.relationships[i]) == path.nodes[i];
    pack_.integer(is_forward ? place : -place);
    pack_.integer(nodes.place_of(path.nodes[i + 1]));
  }
}

/// The structure differs by the number of coordinates; the SRID tells the reference system.
void ValueWriter::write_point(const queries::cypher::Point& point) {
  const bool has_height = queries::cypher::reference_system_of(point).dimensions == 3;
  pack_.structure(has_height ? 'Y' : 'X', has_height ? 4 : 3);
  pack_.integer(point.srid);
  pack_.floating(point.x);
  pack_.floating(point.y);
  if (has_height) pack_.floating(point.z);
}

/// 'I' and 'F' have an offset, 'i' and 'f' a named zone; the capital and small letters 'I' and 'i' count in UTC, 'F'
/// and 'f' in local time.
void ValueWriter::write_moment(const DateTime& moment) {
  const bool utc = dialect_.counts_in_utc;
  const bool has_zone = !moment.zone.empty();
  const auto instant = utc ? queries::cypher::instant_of(moment) : queries::cypher::instant_of(moment.local);
  pack_.structure(utc ? (has_zone ? 'i' : 'I') : (has_zone ? 'f' : 'F'), 3);
  pack_.integer(instant.seconds);
  pack_.integer(instant.nanoseconds);
  if (has_zone) {
    pack_.string(moment.zone);
  } else {
    pack_.integer(moment.offset_seconds);
  }
}

void ValueWriter::write_temporal(const Value& value) {
  switch (value.type()) {
    case ValueType::Date:
      pack_.structure('D', 1);
      return pack_.integer(value.as<Date>().days);
    case ValueType::LocalTime:
      pack_.structure('t', 1);
      return pack_.integer(value.as<LocalTime>().nanoseconds);
    case ValueType::Time:
      pack_.structure('T', 2);
      pack_.integer(value.as<Time>().local.nanoseconds);
      return pack_.integer(value.as<Time>().offset_seconds);
    case ValueType::LocalDateTime: {
      const auto instant = queries::cypher::instant_of(value.as<LocalDateTime>());
      pack_.structure('d', 2);
      pack_.integer(instant.seconds);
      return pack_.integer(instant.nanoseconds);
    }
    case ValueType::DateTime:
      return write_moment(value.date_time());
    case ValueType::Duration: {
      const auto duration = value.as<Duration>();
      pack_.structure('E', 4);
      pack_.integer(duration.months);
      pack_.integer(duration.days);
      pack_.integer(duration.seconds);
      return pack_.integer(duration.nanoseconds);
    }
    default:  // all other types are handled above
      return pack_.null();
  }
}

}  // namespace treatygraph::server::bolt
