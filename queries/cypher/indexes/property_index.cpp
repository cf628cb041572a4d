#include "queries/cypher/indexes/property_index.h"

#include <algorithm>

#include "queries/cypher/values/order.h"

namespace treatygraph::queries::cypher {
namespace {

/// Folds a hash to 32 bits, to halve the size of an entry.
std::uint32_t short_hash(const Value& value) {
  const std::uint64_t whole = hash(value);
  return static_cast<std::uint32_t>(whole ^ (whole >> 32U));
}

}  // namespace

bool PropertyIndex::knows(const Value& value) {
  return value.is(ValueType::String) || value.is_number() || value.is(ValueType::Boolean);
}

PropertyIndex::PropertyIndex(const Graph& graph, PropertyId property) {
  for (std::uint32_t i = 0; i < graph.node_count(); ++i) {
    const auto value = value_of(graph.property(NodeId{i}, property));
    if (knows(value)) entries_.push_back({short_hash(value), NodeId{i}});
  }
  entries_.shrink_to_fit();
  std::ranges::sort(entries_);
  // Distinct hashes, which are nearly as many as distinct values.
  std::size_t values = 0;
  for (std::size_t i = 0; i < entries_.size(); ++i)
    values += i == 0 || entries_[i].hash != entries_[i - 1].hash ? 1U : 0U;
  if (values > 0) nodes_a_value_ = static_cast<double>(entries_.size()) / static_cast<double>(values);
}

std::span<const PropertyIndex::Entry> PropertyIndex::find(const Value& value) const {
  const auto alike = std::ranges::equal_range(entries_, short_hash(value), {}, &Entry::hash);
  return {alike.begin(), alike.end()};
}

const PropertyIndexes& PropertyIndexes::of(const Graph& graph) {
  return graph.derived().get<PropertyIndexes>([&graph] { return PropertyIndexes(graph); });
}

const PropertyIndex& PropertyIndexes::by(PropertyId property) const {
  const std::scoped_lock lock(*mutex_);
  auto& made = made_[property];
  if (!made) made = std::make_unique<const PropertyIndex>(*graph_, property);
  return *made;
}

}  // namespace treatygraph::queries::cypher
