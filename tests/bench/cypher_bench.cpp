// openCypher beside the best SQL for the same graph in SQLite, in one run.

#include <map>
#include <memory>
#include <random>
#include <span>
#include <variant>

#include <benchmark/benchmark.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include "graph/graph.h"
#include "graph/vocabulary.h"
#include "queries/cypher/asking/statement.h"
#include "tests/bench/ratio_reporter.h"
#include "tests/bench/treaty_shape.h"

namespace treatygraph::bench {
namespace {

using queries::Budget;
using queries::cypher::Statement;
using queries::cypher::Text;

using Cell = std::variant<std::monostate, std::int64_t, std::string>;

/// The graph as tables: relationships clustered by type and source, with an index by target.
class Tables {
 public:
  explicit Tables(const Graph& graph) {
    // Single-threaded, so SQLite takes no locks.
    sqlite3_open_v2(":memory:", &db_, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr);
    run("CREATE TABLE node (id INTEGER PRIMARY KEY, key TEXT NOT NULL, label TEXT NOT NULL)");
    run("CREATE TABLE relationship (type INTEGER, source INTEGER, target INTEGER, id INTEGER, PRIMARY KEY (type, "
        "source, target, id)) "
        "WITHOUT ROWID");
    run("BEGIN");
    auto* node = prepare("INSERT INTO node VALUES (?1, ?2, ?3)");
    for (std::uint32_t i = 0; i < graph.node_count(); ++i) {
      const auto key = std::string(graph.key(NodeId{i}));
      const auto label = graph.labels().name(graph.labels_of(NodeId{i}).back());
      sqlite3_bind_int64(node, 1, i);
      sqlite3_bind_text(node, 2, key.c_str(), -1, SQLITE_TRANSIENT);
      sqlite3_bind_text(node, 3, label.c_str(), -1, SQLITE_TRANSIENT);
      sqlite3_step(node);
      sqlite3_reset(node);
    }
    auto* relationship = prepare("INSERT INTO relationship VALUES (?1, ?2, ?3, ?4)");
    for (std::uint32_t i = 0; i < graph.relationship_count(); ++i) {
      const RelationshipId id{i};
      sqlite3_bind_int64(relationship, 1, static_cast<std::int64_t>(index_of(graph.type(id))));
      sqlite3_bind_int64(relationship, 2, static_cast<std::int64_t>(index_of(graph.source(id))));
      sqlite3_bind_int64(relationship, 3, static_cast<std::int64_t>(index_of(graph.target(id))));
      sqlite3_bind_int64(relationship, 4, i);
      sqlite3_step(relationship);
      sqlite3_reset(relationship);
    }
    run("CREATE UNIQUE INDEX node_key ON node (key)");
    run("CREATE INDEX node_label ON node (label)");
    run("CREATE INDEX by_source ON relationship (source, type, target)");
    run("CREATE INDEX by_target ON relationship (target, type, source)");
    run("COMMIT");
    run("ANALYZE");
  }
  ~Tables() {
    for (auto& [sql, statement] : statements_) sqlite3_finalize(statement);
    sqlite3_close(db_);
  }
  Tables(const Tables&) = delete;
  Tables& operator=(const Tables&) = delete;

  /// The rows with their columns as texts and numbers, copied, because SQLite's own are valid only until its next step.
  std::vector<Cell> rows(const std::string& sql, const std::string& first, const std::string& second = {}) {
    auto* statement = prepare(sql);
    sqlite3_bind_text(statement, 1, first.c_str(), -1, SQLITE_STATIC);
    if (!second.empty()) sqlite3_bind_text(statement, 2, second.c_str(), -1, SQLITE_STATIC);
    std::vector<Cell> cells;
    while (sqlite3_step(statement) == SQLITE_ROW) {
      for (int i = 0; i < sqlite3_column_count(statement); ++i) cells.push_back(cell(statement, i));
    }
    sqlite3_reset(statement);
    return cells;
  }
  std::size_t width(const std::string& sql) { return static_cast<std::size_t>(sqlite3_column_count(prepare(sql))); }

 private:
  static Cell cell(sqlite3_stmt* statement, int i) {
    switch (sqlite3_column_type(statement, i)) {
      case SQLITE_INTEGER:
        return std::int64_t{sqlite3_column_int64(statement, i)};
      case SQLITE_TEXT: {
        const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement, i));
        return std::string(text, static_cast<std::size_t>(sqlite3_column_bytes(statement, i)));
      }
      default:
        return std::monostate();
    }
  }
  void run(const char* sql) { sqlite3_exec(db_, sql, nullptr, nullptr, nullptr); }
  sqlite3_stmt* prepare(const std::string& sql) {
    auto& statement = statements_[sql];
    if (statement == nullptr && sqlite3_prepare_v2(db_, sql.c_str(), -1, &statement, nullptr) != SQLITE_OK) {
      fmt::print(stderr, "{}\n", sqlite3_errmsg(db_));
      std::abort();
    }
    return statement;
  }

  sqlite3* db_ = nullptr;
  std::map<std::string, sqlite3_stmt*> statements_;
};

constexpr std::size_t kQuestions = 200;

struct Ground {
  explicit Ground(Size size)
      : graph(std::move(*Graph::build(treaty_shaped(size), "generated"))),
        plans(queries::cypher::PlanCache::of(graph)),
        tables(graph) {
    const auto articles = graph.nodes_with(*graph.labels().find(label::kArticle));
    const auto treaties = graph.nodes_with(*graph.labels().find(label::kTreaty));
    std::mt19937_64 engine(11);
    while (starts.size() < kQuestions) {
      const auto from = engine() % articles.size();
      const auto to = (from + 1 + engine() % (starts.size() % 2 == 0 ? articles.size() - 1 : 20)) % articles.size();
      if (from == to) continue;
      starts.emplace_back(graph.key(articles[from]));
      ends.emplace_back(graph.key(articles[to]));
      roots.emplace_back(graph.key(treaties[engine() % treaties.size()]));
    }
    for (const auto name : {type::kHasPart, type::kRefersTo, type::kAddresses}) {
      types[std::string(name)] = index_of(*graph.types().find(name));
    }
  }
  Graph graph;
  const queries::cypher::PlanCache& plans;
  Tables tables;
  std::vector<std::string> starts, ends, roots;
  std::map<std::string, std::size_t> types;
};

Ground& ground(Size size) {
  static std::unique_ptr<Ground> small;
  static std::unique_ptr<Ground> medium;
  auto& kept = size == Size::S ? small : medium;
  if (!kept) kept = std::make_unique<Ground>(size);
  return *kept;
}

struct Query {
  std::string name;
  std::string cypher;
  std::string sql;  ///< "{HAS_PART}" etc. are replaced by the type's number
  enum class About { Article, Pair, Treaty, Nothing, Nobody } about = About::Article;
};

const std::vector<Query>& all_queries() {
  static const std::vector<Query> queries = {
      {"Q1 node by key", "MATCH (n {key: $a}) RETURN n.key, labels(n)", "SELECT key, label FROM node WHERE key = ?1",
       Query::About::Article},
      {"Q2 neighbours", "MATCH (n {key: $a})-[r]-(m) RETURN type(r), m.key",
       "SELECT r.type, m.key FROM node n JOIN relationship r ON r.source = n.id JOIN node m ON m.id = r.target WHERE "
       "n.key = ?1 "
       "UNION ALL SELECT r.type, m.key FROM node n JOIN relationship r ON r.target = n.id JOIN node m ON m.id = "
       "r.source WHERE n.key = ?1",
       Query::About::Article},
      {"Q3 closure to depth 3", "MATCH (n {key: $a})-[:REFERS_TO*1..3]->(m) RETURN DISTINCT m.key",
       "WITH RECURSIVE walk(id, depth) AS (SELECT id, 0 FROM node WHERE key = ?1 UNION SELECT r.target, depth + 1 FROM "
       "walk JOIN "
       "relationship r ON r.type = {REFERS_TO} AND r.source = walk.id WHERE depth < 3) SELECT DISTINCT key FROM walk "
       "JOIN node USING "
       "(id) WHERE depth > 0",
       Query::About::Article},
      {"Q4 full closure, its size", "MATCH (n {key: $a})-[:REFERS_TO*]->(m) RETURN count(DISTINCT m)",
       "WITH RECURSIVE walk(id) AS (SELECT r.target FROM node n JOIN relationship r ON r.type = {REFERS_TO} AND "
       "r.source = n.id WHERE "
       "n.key = ?1 UNION SELECT r.target FROM walk JOIN relationship r ON r.type = {REFERS_TO} AND r.source = walk.id) "
       "SELECT "
       "count(*) FROM walk",
       Query::About::Article},
      {"Q5 shortest path",
       "MATCH p = shortestPath((a {key: $a})-[:REFERS_TO|HAS_PART*]-(b {key: $b})) RETURN length(p)",
       "WITH RECURSIVE walk(id, depth) AS (SELECT id, 0 FROM node WHERE key = ?1 UNION SELECT CASE WHEN r.source = "
       "walk.id THEN "
       "r.target ELSE r.source END, depth + 1 FROM walk JOIN relationship r ON (r.source = walk.id OR r.target = "
       "walk.id) AND r.type "
       "IN ({REFERS_TO}, {HAS_PART}) WHERE depth < 5) SELECT min(depth) FROM walk WHERE id = (SELECT id FROM node "
       "WHERE key = ?2)",
       Query::About::Pair},
      {"Q6 paths counted per statement",
       "MATCH (t {key: $a})-[:HAS_PART]->()-[:HAS_PART]->(a:Article)-[:REFERS_TO*1..2]->(b:Article) WITH a, count(*) "
       "AS n MATCH "
       "(s)-[:ADDRESSES]->(a) RETURN s.key, sum(n)",
       "WITH articles AS (SELECT a.target AS id FROM node t JOIN relationship c ON c.type = {HAS_PART} AND c.source = "
       "t.id JOIN "
       "relationship a ON a.type = {HAS_PART} AND a.source = c.target WHERE t.key = ?1), counted AS (SELECT x.id, "
       "count(*) AS n FROM "
       "(SELECT articles.id, r.target FROM articles JOIN relationship r ON r.type = {REFERS_TO} AND r.source = "
       "articles.id UNION ALL "
       "SELECT articles.id, r2.target FROM articles JOIN relationship r ON r.type = {REFERS_TO} AND r.source = "
       "articles.id JOIN "
       "relationship r2 ON r2.type = {REFERS_TO} AND r2.source = r.target) x JOIN node b ON b.id = x.target AND "
       "b.label = 'Article' "
       "GROUP BY x.id) SELECT s.key, sum(n) FROM counted JOIN relationship r ON r.type = {ADDRESSES} AND r.target = "
       "counted.id JOIN node s "
       "ON s.id = r.source GROUP BY s.id",
       Query::About::Treaty},
      {"Q7 top 20 by in-degree", "MATCH (a:Article) RETURN a.key, COUNT { ()-->(a) } AS n ORDER BY n DESC LIMIT 20",
       "SELECT a.key, (SELECT count(*) FROM relationship r WHERE r.target = a.id) AS n FROM node a WHERE a.label = "
       "'Article' ORDER BY n DESC "
       "LIMIT 20",
       Query::About::Nothing},
  };
  return queries;
}

std::string with_types(std::string sql, const Ground& on) {
  for (const auto& [name, number] : on.types) {
    const auto slot = "{" + name + "}";
    for (auto at = sql.find(slot); at != std::string::npos; at = sql.find(slot))
      sql.replace(at, slot.size(), std::to_string(number));
  }
  return sql;
}

const std::string& first_key(const Ground& on, const Query& query, std::size_t i) {
  static const std::string kNobody = "nobody:art_1";
  if (query.about == Query::About::Nobody) return kNobody;
  return query.about == Query::About::Treaty ? on.roots[i] : on.starts[i];
}

/// Asked repeatedly with other parameters, like SQLite's bound statement. Both the plan and the statement are cached.
Statement statement_of(const Query& query) {
  return {.text = query.cypher, .parameters = {}, .max_rows = Statement::kMaxRows, .timed = false};
}

std::size_t ours(Ground& on, const Query& query, Statement& statement, std::size_t i) {
  statement.parameters.set("a", Text(first_key(on, query, i)));
  if (query.about == Query::About::Pair) statement.parameters.set("b", Text(on.ends[i]));
  const auto answer = queries::cypher::ask(on.plans, statement, Budget());
  if (!answer) {
    fmt::print(stderr, "{}: {}\n", query.name, answer.error().message);
    std::abort();
  }
  return answer->rows.size();
}

std::size_t theirs(Ground& on, const Query& query, const std::string& sql, std::size_t i) {
  const auto cells =
      on.tables.rows(sql, first_key(on, query, i), query.about == Query::About::Pair ? on.ends[i] : std::string());
  return cells.size();
}

std::size_t questions_of(const Query& query, Size size) {
  const bool is_heavy = query.name[1] == '4' || query.name[1] == '5' || query.name[1] == '7';
  return query.about == Query::About::Nothing ? 1 : size == Size::M && is_heavy ? 10 : kQuestions;
}

void add(const Query& query, Size size) {
  const auto name = fmt::format("{}/{}", query.name, size == Size::S ? "S" : "M");
  const auto count = questions_of(query, size);
  benchmark::RegisterBenchmark((name + "/sqlite").c_str(), [&query, size, count](benchmark::State& state) {
    auto& on = ground(size);
    const auto sql = with_types(query.sql, on);
    for (auto _ : state) {
      for (std::size_t i = 0; i < count; ++i) benchmark::DoNotOptimize(theirs(on, query, sql, i));
    }
    state.counters["questions"] = static_cast<double>(count);
  });
  benchmark::RegisterBenchmark((name + "/treatygraph").c_str(), [&query, size, count](benchmark::State& state) {
    auto& on = ground(size);
    auto statement = statement_of(query);
    for (auto _ : state) {
      for (std::size_t i = 0; i < count; ++i) benchmark::DoNotOptimize(ours(on, query, statement, i));
    }
    state.counters["questions"] = static_cast<double>(count);
  });
}

/// The cost of a query that finds nothing: plan lookup and setup, no rows.
void add_set_up(const Query& query) {
  benchmark::RegisterBenchmark(fmt::format("{}, set up alone/S/treatygraph", query.name).c_str(),
                               [&query](benchmark::State& state) {
                                 auto& on = ground(Size::S);
                                 auto about_nobody = query;
                                 about_nobody.about = Query::About::Nobody;
                                 auto statement = statement_of(query);
                                 for (auto _ : state) benchmark::DoNotOptimize(ours(on, about_nobody, statement, 0));
                               });
}

/// Row counts; by construction both sides must have the same rows.
bool all_agree() {
  auto& on = ground(Size::S);
  for (const auto& query : all_queries()) {
    if (query.about == Query::About::Pair) continue;
    const auto sql = with_types(query.sql, on);
    auto statement = statement_of(query);
    for (std::size_t i = 0; i < 20; ++i) {
      const auto us = ours(on, query, statement, i);
      const auto them = theirs(on, query, sql, i) / on.tables.width(sql);
      if (us == them) continue;
      fmt::print(stderr, "{}: {} rows, SQLite has {}\n", query.name, us, them);
      return false;
    }
  }
  return true;
}

}  // namespace
}  // namespace treatygraph::bench

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
  using namespace treatygraph::bench;
  if (!all_agree()) return 1;
  for (const auto& query : all_queries()) {
    for (const auto size : {Size::S, Size::M}) add(query, size);
  }
  for (const auto& query : std::span(all_queries()).first(3)) add_set_up(query);
  RatioReporter reporter(RatioReporter::Time::Processor);
  benchmark::RunSpecifiedBenchmarks(&reporter);
}
