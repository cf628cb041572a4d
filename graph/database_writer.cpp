#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <system_error>
#include <unordered_map>

#include <fcntl.h>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <unistd.h>

#include "graph/content_hash.h"
#include "graph/database.h"
#include "graph/database_image.h"
#include "graph/database_schema.h"
#include "graph/derived_hash.h"
#include "graph/node_order.h"
#include "graph/provision_tree.h"
#include "graph/sqlite.h"
#include "graph/temporary_file.h"

namespace treatygraph {
namespace {

using RowIds = std::unordered_map<std::string_view, std::int64_t>;

constexpr std::string_view kHowToRead =
    "A graph of treaty provisions. Tables: node and relationship, one column per property. Views: one per label "
    "(SELECT * "
    "FROM Article) and one per relationship type (SELECT * FROM REFERS_TO) with the keys of both ends. Full text: "
    "SELECT key "
    "FROM node JOIN node_words ON node.id = node_words.rowid WHERE node_words MATCH 'data'.";

std::string insert_into(std::string_view table, int fixed, const std::vector<PropertyColumnName>& columns) {
  std::string sql = fmt::format("INSERT INTO {} VALUES (?", table);
  for (std::size_t i = 1; i < static_cast<std::size_t>(fixed) + columns.size(); ++i) sql += ",?";
  return sql + ")";
}

void bind_properties(sqlite::Statement& insert, int first, const std::vector<PropertyColumnName>& columns,
                     const Properties& properties) {
  static const PropertyValue kNull;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const auto* value = find_property(properties, columns[i].name);
    insert.bind(first + static_cast<int>(i), value != nullptr ? *value : kNull);
  }
}

Result<void> run_once(sqlite::Statement& insert) {
  const auto done = insert.step();
  if (!done) return fail(done.error());
  insert.reset();
  return {};
}

Result<RowIds> insert_nodes(const sqlite::Connection& db, const DatabaseSchema& schema, const GraphRecords& records,
                            const NodeOrder& order) {
  auto insert = db.prepare(insert_into("node", 3, schema.node));
  if (!insert) return fail(insert.error());
  RowIds ids;
  ids.reserve(records.nodes.size());
  for (const auto index : order.records) {
    const auto& node = records.nodes[index];
    const auto id = static_cast<std::int64_t>(ids.size());
    const auto labels = fmt::format("{}", fmt::join(node.labels, ";"));
    insert->bind(1, id);
    insert->bind(2, std::string_view(node.key));
    insert->bind(3, std::string_view(labels));
    bind_properties(*insert, 4, schema.node, node.properties);
    if (auto done = run_once(*insert); !done) return fail(done.error());
    ids.emplace(node.key, id);
  }
  return ids;
}

Result<void> insert_relationships(const sqlite::Connection& db, const DatabaseSchema& schema,
                                  const GraphRecords& records, const RowIds& ids) {
  auto insert = db.prepare(insert_into("relationship", 4, schema.relationship));
  if (!insert) return fail(insert.error());
  std::int64_t id = 0;
  for (const auto& relationship : records.relationships) {
    const auto from = ids.find(relationship.from);
    const auto to = ids.find(relationship.to);
    if (from == ids.end() || to == ids.end()) {
      return fail(ErrorCode::InvalidArgument,
                  fmt::format("{} from {} to {}: there is no node {}", relationship.type, relationship.from,
                              relationship.to, from == ids.end() ? relationship.from : relationship.to));
    }
    insert->bind(1, id++);
    insert->bind(2, std::string_view(relationship.type));
    insert->bind(3, from->second);
    insert->bind(4, to->second);
    bind_properties(*insert, 5, schema.relationship, relationship.properties);
    if (auto done = run_once(*insert); !done) return done;
  }
  return {};
}

Result<void> insert_meta(const sqlite::Connection& db, const DatabaseSchema& schema, const std::string& hash) {
  auto meta = db.prepare("INSERT INTO meta VALUES (?, ?)");
  if (!meta) return fail(meta.error());
  const std::array<std::pair<std::string_view, std::string_view>, 3> rows = {
      {{"content_hash", hash}, {"made_by", "treatygraph-ingest build"}, {"how_to_read", kHowToRead}}};
  for (const auto& [name, value] : rows) {
    meta->bind(1, name);
    meta->bind(2, value);
    if (auto done = run_once(*meta); !done) return done;
  }
  auto property = db.prepare("INSERT INTO property VALUES (?, ?, ?)");
  if (!property) return fail(property.error());
  const auto insert_columns = [&](std::string_view owner,
                                  const std::vector<PropertyColumnName>& columns) -> Result<void> {
    for (const auto& column : columns) {
      property->bind(1, owner);
      property->bind(2, std::string_view(column.name));
      property->bind(3, sql_name(column.type));
      if (auto done = run_once(*property); !done) return done;
    }
    return {};
  };
  if (auto done = insert_columns("node", schema.node); !done) return done;
  return insert_columns("relationship", schema.relationship);
}

/// When all else is in the file.
Result<void> insert_derived_hash(const sqlite::Connection& db) {
  const auto hash = derived_hash(db);
  if (!hash) return fail(hash.error());
  auto meta = db.prepare("INSERT INTO meta VALUES (?, ?)");
  if (!meta) return fail(meta.error());
  meta->bind(1, std::string_view(kDerivedHash));
  meta->bind(2, std::string_view(*hash));
  return run_once(*meta);
}

Result<void> check_written(const sqlite::Connection& db) {
  const auto integrity = db.text_of("PRAGMA integrity_check(1)");
  if (!integrity) return fail(integrity.error());
  if (*integrity != "ok")
    return fail(ErrorCode::Unavailable, fmt::format("the new file failed SQLite's check: {}", *integrity));
  const auto dangling = db.text_of("PRAGMA foreign_key_check");
  if (!dangling) return fail(dangling.error());
  if (!dangling->empty())
    return fail(ErrorCode::InvalidArgument, "a relationship in the new file has an end that no node has");
  return {};
}

Result<void> fill(sqlite::Connection& db, const DatabaseSchema& schema, const GraphRecords& records,
                  const NodeOrder& order, const std::string& hash) {
  // The file is thrown away when anything fails, so SQLite need not protect it while it is filled; we fsync it at the
  // end.
  if (auto done = db.run(fmt::format("PRAGMA page_size=4096; PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; "
                                     "PRAGMA application_id={}; PRAGMA user_version={}; BEGIN",
                                     kApplicationId, kLayoutVersion));
      !done) {
    return done;
  }
  if (auto done = db.run(schema.tables()); !done) return done;
  const auto ids = insert_nodes(db, schema, records, order);
  if (!ids) return fail(ids.error());
  if (auto done = insert_relationships(db, schema, records, *ids); !done) return done;
  if (auto done = insert_meta(db, schema, hash); !done) return done;
  if (auto done = db.run(DatabaseSchema::views(records)); !done) return done;
  if (auto done = db.run("INSERT INTO node_words(node_words) VALUES ('rebuild'); "
                         "INSERT INTO node_words(node_words) VALUES ('optimize'); " +
                         std::string(DatabaseSchema::indexes()) +
                         "COMMIT; INSERT INTO node_words(node_words, rank) VALUES ('integrity-check', 1)");
      !done) {
    return done;
  }
  if (auto done = insert_derived_hash(db); !done) return done;
  if (auto done = db.run("PRAGMA journal_mode=DELETE"); !done) return done;
  return check_written(db);
}

/// The image of what was written to `tables`, for image_path(path).
Result<TemporaryFile> written_image(const std::filesystem::path& tables, const std::filesystem::path& path,
                                    const GraphRecords& records, const NodeOrder& order, const std::string& hash) {
  const auto bytes = image_of(tables, records, order, hash);
  if (!bytes) return fail(bytes.error());
  auto file = TemporaryFile::beside(image_path(path));
  if (!file) return fail(file.error());
  std::ofstream out(file->path(), std::ios::binary);
  out.write(bytes->data(), static_cast<std::streamsize>(bytes->size()));
  out.close();
  if (!out) {
    return fail(ErrorCode::Unavailable, fmt::format("{}: its image {} cannot be written; perhaps the disk is full",
                                                    path.string(), image_path(path).string()));
  }
  return file;
}

}  // namespace

Result<PreparedDatabase> prepare_database(const std::filesystem::path& path, const GraphRecords& records) {
  if (auto tree = check_provision_tree(records); !tree) return fail(tree.error());
  const auto order = node_order(records);
  if (!order) return fail(order.error());
  const auto schema = DatabaseSchema::of(records);
  if (!schema) return fail(schema.error());
  auto hash = content_hash(records);
  auto file = TemporaryFile::beside(path);
  if (!file) return fail(file.error());
  {
    auto db = sqlite::Connection::open_to_write(file->path(), path);
    if (!db) return fail(db.error());
    if (auto done = fill(*db, *schema, records, *order, hash); !done) return fail(done.error());
  }
  auto image = written_image(file->path(), path, records, *order, hash);
  if (!image) return fail(image.error());
  return PreparedDatabase(*std::move(file), *std::move(image), std::move(hash));
}

Result<void> PreparedDatabase::commit() {
  // Tables first: after a crash between the two, the old image does not belong to them and is not used.
  if (auto done = tables_.commit(); !done) return done;
  return image_.commit();
}

Result<std::string> write_database(const std::filesystem::path& path, const GraphRecords& records) {
  auto prepared = prepare_database(path, records);
  if (!prepared) return fail(prepared.error());
  if (auto done = prepared->commit(); !done) return fail(done.error());
  return prepared->snapshot();
}

}  // namespace treatygraph
