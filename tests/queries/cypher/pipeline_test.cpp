// Whole queries against a reference that is slow and obvious: a table of rows, and each clause a function from table to
// table that tries everything. Random pipelines of MATCH, OPTIONAL MATCH, WHERE, UNWIND, WITH (columns, DISTINCT,
// aggregates), ORDER BY with SKIP and LIMIT, UNION, LET, FILTER, FOR, NEXT, WHEN and subqueries, on random graphs. What
// can be spelled in several ways is spelled in each: repeated patterns, label expressions, dynamic labels, EXISTS,
// COUNT and COLLECT.

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <variant>

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "queries/cypher/asking/statement.h"
#include "queries/cypher/values/error_text.h"
#include "tests/queries/cypher/answer_to.h"
#include "tests/support/drawing.h"
#include "tests/support/random_graph.h"

namespace treatygraph::queries::cypher {
namespace {

using testing::answer_to;
using testing::Random;

/// null, a number, or a text. Nodes are their keys.
using Cell = std::variant<std::monostate, std::int64_t, std::string>;
using Row = std::map<std::string, Cell>;
using Table = std::vector<Row>;

bool is_null(const Cell& cell) {
  return cell.index() == 0;
}

/// As ORDER BY sorts: texts, numbers, null.
std::pair<int, Cell> rank(const Cell& cell) {
  return {is_null(cell) ? 2 : cell.index() == 2 ? 0 : 1, cell};
}

/// A query as text, and the table that it means.
class Pipeline {
 public:
  Pipeline(const Graph& graph, Random& random) : graph_(graph), random_(random), table_(1) {}

  void build() {
    add_match(false);
    for (auto more = 1 + random_.below(4); more > 0 && table_.size() < 300; --more) add_clause();
    finish();
  }

  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] const std::vector<std::string>& columns() const { return columns_; }
  [[nodiscard]] std::vector<std::vector<Cell>> rows() const {
    std::vector<std::vector<Cell>> rows;
    for (const auto& row : table_) {
      auto& cells = rows.emplace_back();
      for (const auto& column : columns_) cells.push_back(row.at(column));
    }
    return rows;
  }

 private:
  void add_clause() {
    switch (random_.below(11)) {
      case 0:
        return add_match(false);
      case 1:
        return add_match(true);
      case 2:
        return add_unwind();
      case 3:
        return add_columns();
      case 4:
        return add_aggregates();
      case 5:
        return add_let();
      case 6:
        return add_filter();
      case 7:
        return add_next();
      case 8:
        return add_degree();
      case 9:
        return add_exists();
      default:
        return add_page();
    }
  }

  [[nodiscard]] std::string new_name() { return fmt::format("v{}", next_++); }
  [[nodiscard]] std::vector<std::string> names() const { return {variables_.begin(), variables_.end()}; }
  [[nodiscard]] std::vector<std::string> node_names() const { return {nodes_.begin(), nodes_.end()}; }

  // MATCH (from)-[:TYPE*min..max]->(to:Label) WHERE to.key < '...'

  struct Hop {
    std::string from, to, type, label, least;
    Direction direction = Direction::Out;
    std::size_t min = 1, max = 1;
  };

  [[nodiscard]] Hop random_hop() {
    static const std::vector<std::string> kTypes = {"REFERS_TO", "REFERS_TO", "HAS_PART", "PROVIDES", "CONDITIONS"};
    static const std::vector<std::string> kLabels = {"", "", "Article", "Provision", "Safeguard", "Article|Safeguard"};
    static const std::vector<Direction> kDirections = {Direction::Out, Direction::In, Direction::Both};
    Hop hop;
    hop.type = random_.one_of(kTypes);
    hop.label = random_.one_of(kLabels);
    hop.direction = random_.one_of(kDirections);
    if (random_.chance(30)) {
      hop.min = random_.below(2);
      hop.max = hop.min + 1;
    }
    if (random_.chance(25)) hop.least = "one:art_2";
    return hop;
  }

  void add_match(bool optional) {
    auto hop = random_hop();
    const bool from_bound = !nodes_.empty() && (optional || random_.chance(85));
    hop.from = from_bound ? random_.one_of(node_names()) : new_name();
    hop.to = random_.chance(10) && from_bound ? random_.one_of(node_names()) : new_name();
    match(hop, optional, from_bound);
  }

  /// The label as one of the ways to ask for it.
  [[nodiscard]] std::string label_text(const std::string& label) {
    if (label.empty()) return {};
    const auto how = random_.below(4);
    if (label == "Article|Safeguard") {
      return how == 0 ? ":$any(['Article', 'Safeguard'])" : how == 1 ? ":!(!Article&!Safeguard)" : ":" + label;
    }
    return how == 0 ? fmt::format(":$('{}')", label) : how == 1 ? fmt::format(":{}&%", label) : ":" + label;
  }

  /// -[:TYPE*0..1]->, -[:TYPE]->{0,1}, (()-[:TYPE]->()){0,1}
  [[nodiscard]] std::string hop_text(const Hop& hop) {
    const auto* left = hop.direction == Direction::In ? "<-" : "-";
    const auto* right = hop.direction == Direction::Out ? "->" : "-";
    if (hop.min == 1 && hop.max == 1) return fmt::format("{}[:{}]{}", left, hop.type, right);
    switch (random_.below(3)) {
      case 0:
        return fmt::format("{}[:{}*{}..{}]{}", left, hop.type, hop.min, hop.max, right);
      case 1:
        return fmt::format("{}[:{}]{}{{{},{}}}", left, hop.type, right, hop.min, hop.max);
      default:
        return fmt::format("(()-[:{}]{}()){{{},{}}}", hop.type, right, hop.min, hop.max);
    }
  }

  /// (from)-[:TYPE]->(to:Label) of a node that has a value; `condition` is empty, or WHERE and more.
  [[nodiscard]] std::string pattern_text(const Hop& hop) {
    const auto end = fmt::format("({}{})", hop.to, label_text(hop.label));
    const auto condition = hop.least.empty() ? "" : fmt::format(" WHERE {}.key >= '{}'", hop.to, hop.least);
    return fmt::format("({}){}{}{}", hop.from, hop_text(hop), end, condition);
  }

  [[nodiscard]] Hop hop_from_known() {
    auto hop = random_hop();
    if (hop.direction == Direction::In) hop.direction = Direction::Out;  // the repeated part is written to the right
    hop.from = random_.one_of(node_names());
    hop.to = new_name();
    return hop;
  }

  [[nodiscard]] std::size_t ends_from(const Hop& hop, const Row& row) {
    const auto* key = std::get_if<std::string>(&row.at(hop.from));
    if (key == nullptr) return 0;
    Table found;
    std::set<RelationshipId> used;
    walk(hop, *graph_.find(*key), 0, row, used, found);
    return found.size();
  }

  /// How many paths there are, in the ways of counting them.
  void add_degree() {
    if (nodes_.empty()) return;
    const auto hop = hop_from_known();
    const auto name = new_name();
    for (auto& row : table_) row[name] = static_cast<std::int64_t>(ends_from(hop, row));
    variables_.insert(name);
    const auto pattern = pattern_text(hop);
    switch (random_.below(5)) {
      case 0:
        text_ += fmt::format("LET {} = COUNT {{ {} }} ", name, pattern);
        break;
      case 1:
        text_ += fmt::format("LET {} = size(COLLECT {{ MATCH {} RETURN {}.key }}) ", name, pattern, hop.to);
        break;
      case 2:
        text_ += fmt::format("CALL ({}) {{ MATCH {} RETURN count(*) AS {} }} ", hop.from, pattern, name);
        break;
      case 3:
        text_ += fmt::format("CALL (*) {{ WITH 1 AS {}_one MATCH {} RETURN count({}) AS {} }} ", name, pattern, hop.to,
                             name);
        break;
      default:
        text_ += fmt::format("WITH *, COUNT {{ MATCH {} RETURN {} }} AS {} ", pattern, hop.to, name);
    }
  }

  void add_exists() {
    if (nodes_.empty()) return;
    const auto hop = hop_from_known();
    const bool wanted = random_.chance(60);
    std::erase_if(table_, [&](const Row& row) { return (ends_from(hop, row) > 0) != wanted; });
    const auto* no = wanted ? "" : "NOT ";
    const auto pattern = pattern_text(hop);
    text_ += random_.chance(50)
                 ? fmt::format("FILTER {}EXISTS {{ {} }} ", no, pattern)
                 : fmt::format("WITH * WHERE {}EXISTS {{ MATCH {} RETURN 1 AS {}_one }} ", no, pattern, hop.to);
  }

  void match(const Hop& hop, bool optional, bool from_bound) {
    Table next;
    for (const auto& row : table_) {
      const auto before = next.size();
      for (std::uint32_t node = 0; node < graph_.node_count(); ++node) {
        if (from_bound && row.at(hop.from) != Cell(std::string(graph_.key(NodeId{node})))) continue;
        auto begun = row;
        begun[hop.from] = std::string(graph_.key(NodeId{node}));
        std::set<RelationshipId> used;
        walk(hop, NodeId{node}, 0, begun, used, next);
      }
      if (next.size() > before || !optional) continue;
      auto missed = row;
      for (const auto& name : {hop.from, hop.to}) missed.try_emplace(name, Cell());
      next.push_back(std::move(missed));
    }
    table_ = std::move(next);
    for (const auto& name : {hop.from, hop.to}) {
      variables_.insert(name);
      nodes_.insert(name);
    }
    const auto condition = hop.least.empty() ? "" : fmt::format(" WHERE {}.key >= '{}'", hop.to, hop.least);
    const bool is_in_node = random_.chance(50);
    const bool is_turned = hop.direction == Direction::In;
    const auto from = fmt::format("({})", hop.from);
    const auto to = fmt::format("({}{}{})", hop.to, label_text(hop.label), is_in_node ? condition : "");
    auto straight = hop;
    if (is_turned) straight.direction = Direction::Out;
    const auto pattern = is_turned ? to + hop_text(straight) + from : from + hop_text(hop) + to;
    text_ += fmt::format("{}MATCH {}{} ", optional ? "OPTIONAL " : "", pattern, is_in_node ? "" : condition);
  }

  [[nodiscard]] bool has_label(NodeId node, const std::string& label) const {
    if (label == "Article|Safeguard") return graph_.has_label(node, "Article") || graph_.has_label(node, "Safeguard");
    return label.empty() || graph_.has_label(node, label);
  }

  void walk(const Hop& hop, NodeId at, std::size_t length, const Row& row, std::set<RelationshipId>& used,
            Table& found) {
    const auto key = std::string(graph_.key(at));
    const bool fits = has_label(at, hop.label) && (hop.least.empty() || key >= hop.least);
    const auto bound = row.find(hop.to);
    if (length >= hop.min && fits && (bound == row.end() || bound->second == Cell(key))) {
      auto arrived = row;
      arrived[hop.to] = key;
      found.push_back(std::move(arrived));
    }
    if (length == hop.max) return;
    for (std::uint32_t r = 0; r < graph_.relationship_count(); ++r) {
      const RelationshipId relationship{r};
      if (graph_.types().name(graph_.type(relationship)) != hop.type || !used.insert(relationship).second) continue;
      const auto source = graph_.source(relationship);
      const auto target = graph_.target(relationship);
      if (source == at && hop.direction != Direction::In) walk(hop, target, length + 1, row, used, found);
      const bool is_seen = source == target && hop.direction == Direction::Both;
      if (target == at && hop.direction != Direction::Out && !is_seen) walk(hop, source, length + 1, row, used, found);
      used.erase(relationship);
    }
  }

  void add_unwind() {
    const auto name = new_name();
    const auto count = static_cast<std::int64_t>(random_.below(4));
    Table next;
    for (const auto& row : table_) {
      for (std::int64_t i = 1; i <= count; ++i) {
        next.push_back(row);
        next.back()[name] = i;
      }
    }
    table_ = std::move(next);
    variables_.insert(name);
    const auto list = fmt::format("[x IN range(1, 5) WHERE x <= {}]", count);
    switch (random_.below(4)) {
      case 0:
        text_ += fmt::format("UNWIND {} AS {} ", list, name);
        break;
      case 1:
        text_ += fmt::format("FOR {} IN {} ", name, list);
        break;
      default: {
        const auto place = new_name();
        const bool from_one = random_.chance(50);
        for (auto& row : table_) row[place] = std::get<std::int64_t>(row.at(name)) - (from_one ? 0 : 1);
        variables_.insert(place);
        text_ += fmt::format("FOR {} IN {} WITH {} {} ", name, list, from_one ? "ORDINALITY" : "OFFSET", place);
      }
    }
  }

  /// Whether a variable is null, in the three ways of saying so.
  void add_let() {
    const auto name = new_name();
    const auto of = random_.one_of(names());
    for (auto& row : table_) row[name] = std::int64_t{is_null(row.at(of)) ? 1 : 2};
    variables_.insert(name);
    const auto how = random_.below(3);
    text_ += how == 0 ? fmt::format("LET {} = CASE {} WHEN IS NULL THEN 1 ELSE 2 END ", name, of)
             : how == 1
                 ? fmt::format("CALL ({}) {{ WHEN {} IS NULL THEN RETURN 1 AS {} ELSE RETURN 2 AS {} }} ", of, of, name,
                               name)
                 : fmt::format(
                       "OPTIONAL CALL ({}) {{ WITH {} WHERE {} IS NULL RETURN 1 AS {}_ }} LET {} = coalesce({}_, 2) "
                       "WITH {}, {} ",
                       of, of, of, name, name, name, fmt::join(names_but(name), ", "), name);
  }

  [[nodiscard]] std::vector<std::string> names_but(const std::string& name) const {
    auto others = names();
    std::erase(others, name);
    return others;
  }

  void add_filter() {
    const auto name = random_.one_of(names());
    const bool wanted = random_.chance(70);
    std::erase_if(table_, [&](const Row& row) { return is_null(row.at(name)) == wanted; });
    text_ += fmt::format("FILTER {}{} IS {}NULL ", random_.chance(50) ? "WHERE " : "", name, wanted ? "NOT " : "");
  }

  void add_next() { text_ += fmt::format("RETURN {} NEXT ", fmt::join(names(), ", ")); }

  // WITH

  void keep(const std::vector<std::string>& kept) {
    std::set<std::string> nodes;
    for (const auto& name : kept) {
      if (nodes_.contains(name)) nodes.insert(name);
    }
    nodes_ = std::move(nodes);
    variables_ = {kept.begin(), kept.end()};
    for (auto& row : table_) {
      std::erase_if(row, [&](const auto& entry) { return !variables_.contains(entry.first); });
    }
  }

  [[nodiscard]] std::vector<std::string> some_names() {
    auto some = names();
    std::erase_if(some, [&](const std::string&) { return random_.chance(30); });
    if (some.empty()) some.push_back(names().front());
    return some;
  }

  void add_columns() {
    const auto kept = some_names();
    const bool distinct = random_.chance(50);
    keep(kept);
    text_ += fmt::format("WITH {}{}", distinct ? "DISTINCT " : "", fmt::join(kept, ", "));
    if (distinct) {
      std::set<Row> seen;
      std::erase_if(table_, [&](const Row& row) { return !seen.insert(row).second; });
    }
    if (random_.chance(40)) {
      const auto& name = random_.one_of(kept);
      const bool wanted = random_.chance(70);
      std::erase_if(table_, [&](const Row& row) { return is_null(row.at(name)) == wanted; });
      text_ += fmt::format(" WHERE {} IS {}NULL", name, wanted ? "NOT " : "");
    }
    text_ += ' ';
  }

  void add_aggregates() {
    const auto keys = some_names();
    const auto of = random_.one_of(names());
    const auto all = new_name();
    const auto known = new_name();
    const auto differing = new_name();
    std::vector<std::pair<Row, std::vector<Cell>>> groups;
    for (const auto& row : table_) {
      Row key;
      for (const auto& name : keys) key[name] = row.at(name);
      auto group = std::ranges::find(groups, key, &std::pair<Row, std::vector<Cell>>::first);
      if (group == groups.end()) group = groups.insert(groups.end(), {key, {}});
      group->second.push_back(row.at(of));
    }
    table_.clear();
    for (auto& [row, values] : groups) {
      row[all] = static_cast<std::int64_t>(values.size());
      std::erase_if(values, is_null);
      row[known] = static_cast<std::int64_t>(values.size());
      row[differing] = static_cast<std::int64_t>(std::set<Cell>(values.begin(), values.end()).size());
      table_.push_back(std::move(row));
    }
    text_ += fmt::format("WITH {}, count(*) AS {}, count({}) AS {}, size(collect(DISTINCT {})) AS {} ",
                         fmt::join(keys, ", "), all, of, known, of, differing);
    auto kept = keys;
    kept.insert(kept.end(), {all, known, differing});
    std::set<std::string> nodes;
    for (const auto& name : keys) {
      if (nodes_.contains(name)) nodes.insert(name);
    }
    nodes_ = std::move(nodes);
    variables_ = {kept.begin(), kept.end()};
  }

  [[nodiscard]] std::string spelled(const std::string& name) const {
    return nodes_.contains(name) ? name + ".key" : name;
  }

  /// Sorted by every column, so that the order is the same for all.
  std::string sort_all() {
    std::vector<std::string> keys;
    const bool descending = random_.chance(50);
    for (const auto& name : names()) keys.push_back(spelled(name) + (descending ? " DESC" : ""));
    std::ranges::stable_sort(table_, [&](const Row& a, const Row& b) {
      for (const auto& name : names()) {
        const auto left = rank(a.at(name));
        const auto right = rank(b.at(name));
        if (left != right) return descending ? right < left : left < right;
      }
      return false;
    });
    return fmt::format("{}", fmt::join(keys, ", "));
  }

  void add_page() {
    const auto keys = sort_all();
    const auto skip = random_.below(4);
    const auto limit = random_.below(12);
    table_.erase(table_.begin(), table_.begin() + static_cast<std::ptrdiff_t>(std::min(skip, table_.size())));
    if (table_.size() > limit) table_.resize(limit);
    text_ += random_.chance(50) ? fmt::format("WITH * ORDER BY {} SKIP {} LIMIT {} ", keys, skip, limit)
                                : fmt::format("ORDER BY {} OFFSET {} LIMIT {} ", keys, skip, limit);
  }

  void finish() {
    const auto kept = names();
    std::vector<std::string> items;
    for (const auto& name : kept) items.push_back(spelled(name) + " AS " + name);
    columns_ = kept;
    text_ += fmt::format("RETURN {}", fmt::join(items, ", "));
  }

  const Graph& graph_;
  Random& random_;
  Table table_;
  std::string text_;
  std::set<std::string> variables_;
  std::set<std::string> nodes_;  ///< those of the variables that are nodes
  std::vector<std::string> columns_;
  std::size_t next_ = 0;
};

Cell cell_of(const Value& value) {
  if (value.is(ValueType::Integer)) return value.integer();
  if (value.is(ValueType::String)) return std::string(value.string());
  return {};
}

std::multiset<std::vector<Cell>> rows_in_any_order(const Graph& graph, const std::string& query) {
  std::multiset<std::vector<Cell>> rows;
  const auto answer = answer_to(graph, {query, {}, Statement::kMaxRows});
  for (const auto& row : answer.rows) {
    std::vector<Cell> cells;
    for (const auto& value : row) cells.push_back(cell_of(value));
    rows.insert(std::move(cells));
  }
  return rows;
}

TEST(CypherPipelines, answer_as_tables_of_everything_do) {
  std::size_t rows = 0;
  for (std::uint64_t seed = 0; seed < 3'000; ++seed) {
    const auto graph = testing::graph_of(testing::random_records(seed % 50));
    Random random(seed);
    Pipeline pipeline(graph, random);
    pipeline.build();
    SCOPED_TRACE(fmt::format("seed {}: {}", seed, pipeline.text()));
    const auto expected = pipeline.rows();
    rows += expected.size();
    ASSERT_EQ(rows_in_any_order(graph, pipeline.text()),
              std::multiset<std::vector<Cell>>(expected.begin(), expected.end()));
  }
  EXPECT_GT(rows, 10'000U) << "most of these queries found nothing";
}

TEST(CypherPipelines, join_as_tables_do) {
  std::size_t compared = 0;
  for (std::uint64_t seed = 10'000; seed < 11'000; ++seed) {
    const auto graph = testing::graph_of(testing::random_records(seed % 50));
    Random random(seed);
    Pipeline left(graph, random);
    Pipeline right(graph, random);
    left.build();
    right.build();
    if (left.columns() != right.columns()) continue;
    ++compared;
    auto all = left.rows();
    const auto more = right.rows();
    all.insert(all.end(), more.begin(), more.end());
    const std::set<std::vector<Cell>> distinct(all.begin(), all.end());
    // A UNION after NEXT is of what NEXT goes on with, not of all before it.
    const auto part = [](const Pipeline& one) {
      return one.text().find(" NEXT ") == std::string::npos ? one.text() : "{ " + one.text() + " }";
    };
    const auto both = [&](const char* word) { return part(left) + word + part(right); };
    SCOPED_TRACE(fmt::format("seed {}: {}", seed, both(" UNION ")));
    ASSERT_EQ(rows_in_any_order(graph, both(" UNION ALL ")), std::multiset<std::vector<Cell>>(all.begin(), all.end()));
    ASSERT_EQ(rows_in_any_order(graph, both(" UNION ")),
              std::multiset<std::vector<Cell>>(distinct.begin(), distinct.end()));
  }
  EXPECT_GT(compared, 50U);
}

}  // namespace
}  // namespace treatygraph::queries::cypher
