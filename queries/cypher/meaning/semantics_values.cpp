// Warnings about conditions that no value of this graph meets: a key or a name that nothing has, a number compared with
// texts, a regular expression that looks for a backspace.

#include <algorithm>
#include <charconv>
#include <set>

#include <fmt/format.h>

#include "graph/ascii.h"
#include "graph/nearest.h"
#include "graph/vocabulary.h"
#include "queries/cypher/functions/functions.h"
#include "queries/cypher/indexes/property_index.h"
#include "queries/cypher/indexes/property_types.h"
#include "queries/cypher/meaning/name_resolver.h"
#include "queries/request/budget_in_force.h"

namespace treatygraph::queries::cypher {
namespace {

/// A property with more distinct texts than this gets no suggestion: comparing them all would take too long.
constexpr std::size_t kMostValues = 10'000;

/// A value as a query writes it.
std::string written(const Value& value) {
  return value.is(ValueType::String) ? fmt::format("'{}'", value.string()) : text_of(value);
}

/// A number as a text, or a text as the whole number that it spells; null if it spells none. The stored value often has
/// the other type.
Value in_other_type(const Value& value) {
  if (value.is_number()) return Value(text_of(value));
  if (!value.is(ValueType::String)) return {};
  const auto text = value.string();
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() ? Value(number) : Value();
}

/// The texts that nodes have for the property; none if there are too many.
std::set<std::string_view> texts_of(const Graph& graph, PropertyId property) {
  std::set<std::string_view> texts;
  for (std::uint32_t i = 0; i < graph.node_count() && texts.size() <= kMostValues; ++i) {
    BudgetInForce::spend();
    const auto value = graph.property(NodeId{i}, property);
    if (const auto* text = std::get_if<std::string_view>(&value)) texts.insert(*text);
  }
  if (texts.size() > kMostValues) texts.clear();
  return texts;
}

/// The text of the property that is most similar to `wanted`, ignoring case; empty if none is similar.
std::string nearest_text(const Graph& graph, PropertyId property, std::string_view wanted) {
  const auto texts = texts_of(graph, property);
  std::vector<std::string> lowered;
  for (const auto text : texts) lowered.push_back(lower_case(text));
  const auto near = nearest_of(lower_case(wanted), {lowered.begin(), lowered.end()}, 1);
  if (near.empty()) return {};
  const auto found = std::ranges::find(lowered, near[0]) - lowered.begin();
  return std::string(*std::next(texts.begin(), found));
}

/// What to write instead of `value`, which no node has; empty if nothing is like it.
std::string instead_of_value(const Graph& graph, PropertyId property, const PropertyIndex& index, const Value& value) {
  const auto other = in_other_type(value);
  if (!other.is_null() && !index.find(other).empty())
    return fmt::format("; it is a {} here: write {}", other.is(ValueType::String) ? "string" : "number",
                       written(other));
  if (!value.is(ValueType::String)) return {};
  const auto near = nearest_text(graph, property, value.string());
  return near.empty() ? std::string() : fmt::format("; did you mean '{}'?", near);
}

/// The value of a literal that an index can look up; null for other expressions.
const Value* literal_in(const Expression& e) {
  const auto* literal = as<Literal>(e);
  return literal != nullptr && PropertyIndex::knows(literal->value) ? &literal->value : nullptr;
}

/// Whether the property of any node is a number.
bool has_number(const Graph& graph, PropertyId property) {
  for (std::uint32_t i = 0; i < graph.node_count(); ++i) {
    BudgetInForce::spend();
    if (value_of(graph.property(NodeId{i}, property)).is_number()) return true;
  }
  return false;
}

/// Whether any node has a text. In a large graph, only the first nodes are looked at, and if they have none, the answer
/// is not known. Then no warning is given.
class Texts {
 public:
  explicit Texts(const Graph& graph) {
    const auto looked_at = std::min<std::uint32_t>(static_cast<std::uint32_t>(graph.node_count()), kMostLookedAt);
    for (std::uint32_t i = 0; i < looked_at && are_missing_; ++i) {
      BudgetInForce::spend();
      const auto text = graph.text(NodeId{i});
      are_missing_ = text && text->empty();
    }
    if (looked_at < graph.node_count()) are_missing_ = false;
  }
  [[nodiscard]] static const Texts& of(const Graph& graph) {
    return graph.derived().get<Texts>([&graph] { return Texts(graph); });
  }
  [[nodiscard]] bool are_missing() const { return are_missing_; }

 private:
  static constexpr std::uint32_t kMostLookedAt = 20'000;
  bool are_missing_ = true;
};

}  // namespace

/// The property that `e` reads from a variable that is a node; null if it reads something else.
const PropertyRead* Resolver::read_of_node(const Expression& e, const Variables& scope) const {
  const auto* read = as<PropertyRead>(e);
  const auto* variable = read != nullptr ? as<VariableRead>(*read->of) : nullptr;
  if (variable == nullptr) return nullptr;
  const auto* known = variable->is_this ? &this_ : scope.find(variable->name);
  return known != nullptr && known->type.kind == StaticKind::Node ? read : nullptr;
}

/// Looks the value up in the property's index, which is made if necessary. Dates and lists are excluded, because the
/// graph stores them as text.
void Resolver::warn_of_value(std::string_view name, const Expression& value) {
  const auto* wanted = key_property_.empty() ? nullptr : literal_in(value);
  if (wanted == nullptr) return;
  if (name == key_property_) {
    if (!wanted->is(ValueType::String) || graph_.find(wanted->string())) return;
    add_warning(fmt::format("no node has the key {}; CALL treaty.search('words') finds keys by words and citations",
                            written(*wanted)));
    return;
  }
  const auto property = graph_.properties().find(name);
  if (!property || PropertyTypes::of(graph_).kind(*property) != PropertyTypes::Kind::AsKept) return;
  const auto& index = PropertyIndexes::of(graph_).by(*property);
  if (!index.find(*wanted).empty()) return;
  add_warning(fmt::format("no node has {} = {}{}", name, written(*wanted),
                          instead_of_value(graph_, *property, index, *wanted)));
}

void Resolver::warn_of_values(const Comparison& e, const Variables& scope) {
  for (std::size_t i = 0; i + 1 < e.operands.size(); ++i) {
    for (const auto& [one, other] : {std::pair(i, i + 1), std::pair(i + 1, i)}) {
      const auto* read = read_of_node(*e.operands[one], scope);
      if (read == nullptr || e.operators[i] == Comparison::Operator::NotEqual) continue;
      if (e.operators[i] == Comparison::Operator::Equal) {
        warn_of_value(read->name, *e.operands[other]);
      } else {
        warn_of_order_of_texts(*read, *e.operands[other]);
      }
    }
  }
}

void Resolver::warn_of_order_of_texts(const PropertyRead& read, const Expression& other) {
  const auto* value = key_property_.empty() ? nullptr : literal_in(other);
  if (value == nullptr || !value->is_number() || !read.property || has_number(graph_, *read.property)) return;
  if (PropertyTypes::of(graph_).kind(*read.property) != PropertyTypes::Kind::AsKept) return;
  add_warning(
      fmt::format("no {} is a number in this graph, and none is less or greater than {}: compare "
                  "toInteger(x.{})",
                  read.name, written(*value), read.name));
}

void Resolver::warn_of_values(const Membership& e, const Variables& scope) {
  const auto* read = read_of_node(*e.item, scope);
  const auto* list = as<ListLiteral>(*e.list);
  if (read == nullptr || list == nullptr) return;
  for (const auto& item : list->items) warn_of_value(read->name, *item);
}

void Resolver::warn_of_backspace(const TextPredicate& e) {
  const auto* literal = e.op == TextPredicate::Operator::Matches ? as<Literal>(*e.part) : nullptr;
  if (literal == nullptr || !literal->value.is(ValueType::String)) return;
  if (literal->value.string().find('\b') == std::string_view::npos) return;
  add_warning(R"('\b' is a backspace, which no text has: a boundary of words is written '\\b')");
}

void Resolver::warn_of_text() {
  if (key_property_.empty() || !Texts::of(graph_).are_missing()) return;
  add_warning("no provision has its text in this data, which was ingested without texts: text is always null");
}

}  // namespace treatygraph::queries::cypher
