// Reads a treaties.db from its tables, for the case without a usable image and for programs that need the records. The
// file may come from anywhere, so it is verified before anything in it is believed, in this order: the header, by hand;
// the schema, so that no view, trigger or virtual table of a hostile file runs; SQLite's integrity check; the rows,
// with the content hash; the hash over everything else.

#include <functional>
#include <memory>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "graph/content_hash.h"
#include "graph/database.h"
#include "graph/database_header.h"
#include "graph/database_image.h"
#include "graph/database_schema.h"
#include "graph/derived_hash.h"
#include "graph/held_vfs.h"
#include "graph/provision_tree.h"
#include "graph/schema_check.h"
#include "graph/shown.h"
#include "graph/sqlite.h"
#include "graph/sqlite_texts.h"
#include "graph/stopped.h"
#include "graph/vocabulary.h"

namespace treatygraph {
namespace {

/// Whether the property `text` is read into memory. A server leaves it in the file.
enum class LongTexts { Keep, LeaveInFile };

struct Contents {
  GraphRecords records;
  std::string hash;
  std::vector<bool> left_in_file;  ///< by node, whether its text was
};

/// The error of a file that cannot be repaired here.
Error damaged(const std::filesystem::path& path, std::string_view how) {
  return {ErrorCode::Corrupt,
          fmt::format("{}: {}; build it again with treatygraph-ingest build, or take it from a backup", path.string(),
                      how)};
}

/// Turns SQLite's error about the file's contents into one that says what to do. Other errors stay as they are.
Error as_damage(const std::filesystem::path& path, const Error& error) {
  const bool is_of_file = error.code == ErrorCode::Corrupt || error.code == ErrorCode::InvalidArgument;
  return is_of_file ? damaged(path, fmt::format("is damaged or no treaties.db ({})", shown(error.detail))) : error;
}

Result<void> check_pages(const sqlite::Connection& db, const std::filesystem::path& path) {
  const auto integrity = db.text_of("PRAGMA integrity_check(1)");
  if (!integrity) return fail(as_damage(path, integrity.error()));
  // The check reports a page that it had no memory for as a damaged one, with the number of SQLITE_NOMEM.
  if (integrity->find("error code=7") != std::string::npos) {
    return fail(ErrorCode::Unavailable, fmt::format("{}: out of memory while its pages were checked", path.string()));
  }
  if (*integrity != "ok") return fail(damaged(path, fmt::format("is damaged ({})", shown(*integrity))));
  return {};
}

/// The property columns after the fixed ones, as SQL.
std::string select_list(const std::vector<PropertyColumnName>& columns, std::string_view table) {
  std::string list;
  for (const auto& column : columns) list += fmt::format(", {}.{}", table, sqlite::quoted_name(column.name));
  return list;
}

/// SQLite types values and not columns: a value of another type than its column's is converted.
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

/// "Article;Provision", as the column `labels` has it.
std::vector<std::string> split_labels(std::string_view joined) {
  std::vector<std::string> labels;
  while (!joined.empty()) {
    const auto end = joined.find(';');
    labels.emplace_back(joined.substr(0, end));
    joined.remove_prefix(end == std::string_view::npos ? joined.size() : end + 1);
  }
  return labels;
}

/// Reads and hashes the nodes. Texts are hashed even if they are left in the file.
Result<void> read_nodes(const sqlite::Connection& db, const std::vector<PropertyColumnName>& columns, LongTexts texts,
                        Contents& contents, ContentHash& hash, const std::stop_token& stop) {
  auto& records = contents.records;
  auto rows = db.prepare(fmt::format("SELECT id, key, labels{} FROM node ORDER BY id", select_list(columns, "node")));
  if (!rows) return fail(rows.error());
  while (true) {
    const auto row = rows->step();
    if (!row) return fail(row.error());
    if (!*row) return {};
    if (stop.stop_requested()) return fail_as_stopped();
    // Ids are NodeIds and count from 0, and the full-text index uses them as row ids.
    if (rows->integer(0) != static_cast<std::int64_t>(records.nodes.size())) {
      return fail(ErrorCode::Corrupt, fmt::format("node {} has the id {}", records.nodes.size(), rows->integer(0)));
    }
    NodeRecord node{std::string(rows->text(1)), split_labels(rows->text(2)), properties_at(*rows, 3, columns)};
    hash.add(node);
    if (texts == LongTexts::LeaveInFile) {
      contents.left_in_file.push_back(find_property(node.properties, property::kText) != nullptr);
      set_property(node.properties, property::kText, {});
    }
    records.nodes.push_back(std::move(node));
  }
}

Result<void> read_relationships(const sqlite::Connection& db, const std::vector<PropertyColumnName>& columns,
                                GraphRecords& records, ContentHash& hash, const std::stop_token& stop) {
  auto rows = db.prepare(
      fmt::format("SELECT type, from_id, to_id{} FROM relationship ORDER BY id", select_list(columns, "relationship")));
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
                                    records.nodes[static_cast<std::size_t>(to)].key, properties_at(*rows, 3, columns)};
    hash.add(relationship);
    records.relationships.push_back(std::move(relationship));
  }
}

/// Compares a hash with the one in `meta`. Either may have failed to be computed.
Result<void> must_equal(const Result<std::string>& found, const Result<std::string>& promised, std::string_view what,
                        const std::filesystem::path& path) {
  for (const auto* hash : {&promised, &found}) {
    if (!*hash) return fail(as_damage(path, hash->error()));
  }
  if (*found == *promised) return {};
  return fail(damaged(path, fmt::format("is damaged: {} does not have the hash that it was written with", what)));
}

std::string meta_value(std::string_view name) {
  return fmt::format("SELECT value FROM meta WHERE name = {}", sqlite::quoted_text(name));
}

/// Verifies everything after the schema, and reads the records on the way.
Result<Contents> verified_contents(sqlite::Connection& db, const DatabaseSchema& schema, LongTexts texts,
                                   const std::filesystem::path& path, const std::stop_token& stop) {
  // SQLite looks at it during the integrity check, which takes long on a large file.
  const std::function<bool()> may_go_on = [&stop] { return !stop.stop_requested(); };
  const sqlite::StoppableWork stoppable(db, may_go_on);
  if (auto sound = check_pages(db, path); !sound) return fail(sound.error());
  Contents contents;
  ContentHash hash;
  auto& records = contents.records;
  if (auto done = read_nodes(db, schema.node, texts, contents, hash, stop); !done) {
    return fail(as_damage(path, done.error()));
  }
  if (auto done = read_relationships(db, schema.relationship, records, hash, stop); !done) {
    return fail(as_damage(path, done.error()));
  }
  auto found = hash.finish(stop);
  const auto content = must_equal(found, db.text_of(meta_value("content_hash")), "its content", path);
  if (!content) return fail(content.error());
  const auto derived = must_equal(derived_hash(db, stop), db.text_of(meta_value(kDerivedHash)),
                                  "its schema or its full-text index", path);
  if (!derived) return fail(derived.error());
  contents.hash = *std::move(found);
  return contents;
}

/// A held file, and everything that was read from its tables.
struct Loaded {
  std::shared_ptr<const sqlite::HeldVfs> vfs;
  Contents contents;
};

/// The order of the checks is explained at the top.
Result<Loaded> load(const std::filesystem::path& path, LongTexts texts, const std::stop_token& stop) {
  auto held = HeldFile::open(path, check_header, stop);
  if (!held) return fail(held.error());
  auto vfs = std::make_shared<const sqlite::HeldVfs>(*std::move(held));
  auto db = sqlite::Connection::open_to_read(vfs);
  if (!db) return fail(as_damage(path, db.error()));
  const auto schema = checked_schema(*db);
  if (!schema) return fail(as_damage(path, schema.error()));
  auto contents = verified_contents(*db, *schema, texts, path, stop);
  if (!contents) return fail(stop.stop_requested() ? fail_as_stopped().value() : contents.error());
  return Loaded{std::move(vfs), *std::move(contents)};
}

}  // namespace

Result<Graph> graph_of_tables(const std::filesystem::path& path, const std::stop_token& stop) {
  auto loaded = load(path, LongTexts::LeaveInFile, stop);
  if (!loaded) return fail(loaded.error());
  auto& [vfs, contents] = *loaded;
  if (auto tree = check_provision_tree(contents.records, stop); !tree) return fail(as_damage(path, tree.error()));
  auto long_texts = SqliteTexts::open(vfs, std::move(contents.left_in_file));
  if (!long_texts) return fail(as_damage(path, long_texts.error()));
  auto graph = Graph::build(std::move(contents.records), std::move(contents.hash), std::move(*long_texts), stop);
  if (!graph) return fail(as_damage(path, graph.error()));
  return graph;
}

Result<GraphRecords> read_database(const std::filesystem::path& path) {
  auto loaded = load(path, LongTexts::Keep, {});
  if (!loaded) return fail(loaded.error());
  return std::move(loaded->contents.records);
}

}  // namespace treatygraph
