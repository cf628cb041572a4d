#include <memory>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "graph/content_hash.h"
#include "graph/database.h"
#include "graph/database_schema.h"
#include "graph/provision_tree.h"
#include "graph/sqlite.h"
#include "graph/sqlite_texts.h"
#include "graph/stopped.h"
#include "graph/vocabulary.h"

namespace treatygraph {
namespace {

enum class LongTexts { Keep, LeaveInFile };

struct Contents {
  GraphRecords records;
  std::string hash;
  std::vector<bool> left_in_file;  ///< by node, whether its text was
};

Error damaged(const std::filesystem::path& path, std::string_view how) {
  return {ErrorCode::Corrupt,
          fmt::format("{}: {}; build it again with treatygraph-ingest build, or take it from a backup", path.string(),
                      how)};
}

/// What SQLite says of a file that it cannot make sense of, in words that tell what to do.
Error as_damage(const std::filesystem::path& path, const Error& error) {
  return error.code == ErrorCode::Corrupt
             ? damaged(path, fmt::format("is damaged or no treaties.db ({})", error.detail))
             : error;
}

Result<void> check_layout(const sqlite::Connection& db, const std::filesystem::path& path) {
  const auto application = db.integer_of("PRAGMA application_id");
  if (!application) return fail(as_damage(path, application.error()));
  if (*application != kApplicationId) {
    return fail(ErrorCode::Corrupt,
                fmt::format("{}: is no treaties.db (its application id is {:#x}, not {:#x}); make one "
                            "with treatygraph-ingest build",
                            path.string(), *application, kApplicationId));
  }
  const auto version = db.integer_of("PRAGMA user_version");
  if (!version) return fail(as_damage(path, version.error()));
  if (*version != kLayoutVersion) {
    return fail(
        ErrorCode::Corrupt,
        fmt::format(
            "{}: has layout {}, this program reads layout {}; {}", path.string(), *version, kLayoutVersion,
            *version > kLayoutVersion ? "use a newer treatygraph" : "build it again with treatygraph-ingest build"));
  }
  const auto integrity = db.text_of("PRAGMA integrity_check(1)");
  if (!integrity) return fail(as_damage(path, integrity.error()));
  if (*integrity != "ok") return fail(damaged(path, fmt::format("is damaged ({})", *integrity)));
  return {};
}

Result<std::vector<PropertyColumnName>> columns_of(const sqlite::Connection& db, std::string_view owner) {
  auto statement = db.prepare("SELECT name, type FROM property WHERE owner = ? ORDER BY name");
  if (!statement) return fail(statement.error());
  statement->bind(1, owner);
  std::vector<PropertyColumnName> columns;
  while (true) {
    const auto row = statement->step();
    if (!row) return fail(row.error());
    if (!*row) return columns;
    const auto type = column_type(statement->text(1));
    if (!type) return fail(type.error());
    columns.push_back({std::string(statement->text(0)), *type});
  }
}

std::string select_list(const std::vector<PropertyColumnName>& columns, std::string_view table) {
  std::string list;
  for (const auto& column : columns) list += fmt::format(", {}.{}", table, sqlite::quoted_name(column.name));
  return list;
}

PropertyValue value_at(const sqlite::Statement& row, int column, ColumnType type) {
  switch (type) {
    case ColumnType::Text:
      return row.text(column);
    case ColumnType::Integer:
      return row.integer(column);
    case ColumnType::Real:
      return row.number(column);
    case ColumnType::Boolean:
      return row.integer(column) != 0;
  }
  return {};
}

Properties properties_at(const sqlite::Statement& row, int first, const std::vector<PropertyColumnName>& columns) {
  Properties properties;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const int column = first + static_cast<int>(i);
    if (!row.is_null(column)) properties.push_back({columns[i].name, value_at(row, column, columns[i].type)});
  }
  return properties;
}

std::vector<std::string> split_labels(std::string_view joined) {
  std::vector<std::string> labels;
  while (!joined.empty()) {
    const auto end = joined.find(';');
    labels.emplace_back(joined.substr(0, end));
    joined.remove_prefix(end == std::string_view::npos ? joined.size() : end + 1);
  }
  return labels;
}

Result<void> read_nodes(const sqlite::Connection& db, LongTexts texts, Contents& contents, ContentHash& hash,
                        const std::stop_token& stop) {
  auto& records = contents.records;
  const auto columns = columns_of(db, "node");
  if (!columns) return fail(columns.error());
  auto rows = db.prepare(fmt::format("SELECT id, key, labels{} FROM node ORDER BY id", select_list(*columns, "node")));
  if (!rows) return fail(rows.error());
  while (true) {
    const auto row = rows->step();
    if (!row) return fail(row.error());
    if (!*row) return {};
    if (stop.stop_requested()) return fail_as_stopped();
    if (rows->integer(0) != static_cast<std::int64_t>(records.nodes.size())) {
      return fail(ErrorCode::Corrupt, fmt::format("node {} has the id {}", records.nodes.size(), rows->integer(0)));
    }
    NodeRecord node{std::string(rows->text(1)), split_labels(rows->text(2)), properties_at(*rows, 3, *columns)};
    hash.add(node);
    if (texts == LongTexts::LeaveInFile) {
      contents.left_in_file.push_back(find_property(node.properties, property::kText) != nullptr);
      set_property(node.properties, property::kText, {});
    }
    records.nodes.push_back(std::move(node));
  }
}

Result<void> read_relationships(const sqlite::Connection& db, GraphRecords& records, ContentHash& hash,
                                const std::stop_token& stop) {
  const auto columns = columns_of(db, "relationship");
  if (!columns) return fail(columns.error());
  auto rows = db.prepare(fmt::format("SELECT type, from_id, to_id{} FROM relationship ORDER BY id",
                                     select_list(*columns, "relationship")));
  if (!rows) return fail(rows.error());
  const auto node_count = static_cast<std::int64_t>(records.nodes.size());
  while (true) {
    const auto row = rows->step();
    if (!row) return fail(row.error());
    if (!*row) return {};
    if (stop.stop_requested()) return fail_as_stopped();
    const auto from = rows->integer(1);
    const auto to = rows->integer(2);
    if (from < 0 || to < 0 || from >= node_count || to >= node_count) {
      return fail(ErrorCode::Corrupt,
                  fmt::format("relationship {} has an end that no node has", records.relationships.size()));
    }
    RelationshipRecord relationship{std::string(rows->text(0)), records.nodes[static_cast<std::size_t>(from)].key,
                                    records.nodes[static_cast<std::size_t>(to)].key, properties_at(*rows, 3, *columns)};
    hash.add(relationship);
    records.relationships.push_back(std::move(relationship));
  }
}

Result<Contents> read(const std::filesystem::path& path, LongTexts texts, const std::stop_token& stop) {
  auto db = sqlite::Connection::open_to_read(path);
  if (!db) return fail(as_damage(path, db.error()));
  const std::function<bool()> may_go_on = [&stop] { return !stop.stop_requested(); };
  const sqlite::StoppableWork stoppable(*db, may_go_on);
  if (auto layout = check_layout(*db, path); !layout) return fail(layout.error());
  const auto promised = db->text_of("SELECT value FROM meta WHERE name = 'content_hash'");
  if (!promised) return fail(as_damage(path, promised.error()));

  Contents contents;
  ContentHash hash;
  if (auto done = read_nodes(*db, texts, contents, hash, stop); !done) return fail(as_damage(path, done.error()));
  if (auto done = read_relationships(*db, contents.records, hash, stop); !done)
    return fail(as_damage(path, done.error()));
  auto found = hash.finish(stop);
  if (!found) return fail(found.error());
  contents.hash = *std::move(found);
  if (contents.hash != *promised) {
    return fail(damaged(path, "is damaged: its content does not have the hash that it was written with"));
  }
  return contents;
}

}  // namespace

Result<Graph> open_database(const std::filesystem::path& path, std::stop_token stop) {
  auto contents = read(path, LongTexts::LeaveInFile, stop);
  if (!contents) return fail(contents.error());
  if (auto tree = check_provision_tree(contents->records, stop); !tree) {
    return fail(tree.error().code == ErrorCode::Cancelled ? tree.error() : damaged(path, tree.error().detail));
  }
  auto long_texts = SqliteTexts::open(path, contents->hash, std::move(contents->left_in_file));
  if (!long_texts) return fail(as_damage(path, long_texts.error()));
  return Graph::build(std::move(contents->records), std::move(contents->hash), std::move(*long_texts), std::move(stop));
}

Result<GraphRecords> read_database(const std::filesystem::path& path) {
  auto contents = read(path, LongTexts::Keep, {});
  if (!contents) return fail(contents.error());
  return std::move(contents->records);
}

}  // namespace treatygraph
