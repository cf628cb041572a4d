#include "queries/cypher/indexes/property_types.h"

#include <algorithm>
#include <array>
#include <optional>

#include "graph/ascii.h"
#include "queries/cypher/values/temporal_text.h"
#include "queries/request/budget_in_force.h"

namespace treatygraph::queries::cypher {
namespace {

constexpr std::array<std::string_view, 4> kDates = {"date", "adopted", "opened_for_signature", "closed_for_signature"};
/// Items are separated by semicolons, as in the source tables.
constexpr std::array<std::string_view, 5> kListProperties = {"aliases", "numbers", "concern", "applies_to",
                                                             "names_recalled"};

PropertyTypes::Kind kind_of(std::string_view name) {
  if (std::ranges::find(kDates, name) != kDates.end()) return PropertyTypes::Kind::Date;
  if (std::ranges::find(kListProperties, name) != kListProperties.end()) return PropertyTypes::Kind::List;
  return PropertyTypes::Kind::AsKept;
}

/// Parses 2025-10-25, and no other form of a date: read_date() would take "2025-10" for the first of the month.
std::optional<Date> whole_day(std::string_view text) {
  constexpr std::string_view kShape = "0000-00-00";
  const bool fits = text.size() == kShape.size() && std::ranges::equal(text, kShape, [](char c, char shape) {
                      return shape == '0' ? is_digit(c) : c == shape;
                    });
  return fits ? read_date(text) : std::nullopt;
}

std::string_view without_blanks(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
  return text.substr(0, text.find_last_not_of(' ') + 1);
}

}  // namespace

PropertyTypes::PropertyTypes(const Graph& graph) {
  for (const auto& name : graph.properties().all()) kinds_.push_back(kind_of(name));
}

const PropertyTypes& PropertyTypes::of(const Graph& graph) {
  return graph.derived().get<PropertyTypes>([&graph] { return PropertyTypes(graph); });
}

Value PropertyTypes::typed(PropertyId property, const Value& kept) const {
  const auto text = kept.string();
  if (kind(property) == Kind::Date) {
    const auto day = whole_day(text);
    return day ? Value(*day) : kept;
  }
  ValueList items;
  for (auto rest = text; !rest.empty();) {
    BudgetInForce::spend();
    const auto item = rest.substr(0, rest.find(';'));
    if (const auto bare = without_blanks(item); !bare.empty()) items.emplace_back(Text(bare));
    rest.remove_prefix(std::min(item.size() + 1, rest.size()));
  }
  return items;
}

IncompleteDates::IncompleteDates(const Graph& graph) {
  const auto look = [&](PropertyId property, const PropertyView& value) {
    const auto* text = std::get_if<std::string_view>(&value);
    if (text == nullptr || whole_day(*text)) return;
    auto& count = counts_[property];
    if (count.values++ == 0) count.example = *text;
  };
  for (std::size_t i = 0; i < graph.properties().size(); ++i) {
    const PropertyId property{static_cast<std::uint16_t>(i)};
    if (PropertyTypes::of(graph).kind(property) != PropertyTypes::Kind::Date) continue;
    for (std::uint32_t node = 0; node < graph.node_count(); ++node) {
      look(property, graph.property(NodeId{node}, property));
    }
    for (std::uint32_t one = 0; one < graph.relationship_count(); ++one) {
      look(property, graph.property(RelationshipId{one}, property));
    }
  }
}

const IncompleteDates& IncompleteDates::of(const Graph& graph) {
  return graph.derived().get<IncompleteDates>([&graph] { return IncompleteDates(graph); });
}

IncompleteDates::Count IncompleteDates::of(PropertyId property) const {
  const auto found = counts_.find(property);
  return found == counts_.end() ? Count() : found->second;
}

}  // namespace treatygraph::queries::cypher
