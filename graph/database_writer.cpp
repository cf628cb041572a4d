// Writes treaties.db and its image. The records are in a spill, so memory does not grow with their number:
// 1. layout_of() finds the order of the nodes and the ends of the relationships;
// 2. one thread fills the tables, while another makes the image, column by column, from the same records;
// 3. the tables are checked, and the digests of their pages complete the image;
// 4. commit() renames the tables, then the image.
// Everything is written into temporary files beside the old ones, which stay in use until the rename.

#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <future>
#include <system_error>

#include <fcntl.h>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <unistd.h>

#include "graph/database.h"
#include "graph/database_header.h"
#include "graph/database_schema.h"
#include "graph/derived_hash.h"
#include "graph/held_file.h"
#include "graph/image_builder.h"
#include "graph/record_layout.h"
#include "graph/sqlite.h"
#include "graph/temporary_file.h"

namespace treatygraph {
namespace {

constexpr std::string_view kHowToRead =
    "A graph of treaty provisions. Tables: node and relationship, one column per property. Views: one per label "
    "(SELECT * "
    "FROM Article) and one per relationship type (SELECT * FROM REFERS_TO) with the keys of both ends. Full text: "
    "SELECT key "
    "FROM node JOIN node_words ON node.id = node_words.rowid WHERE node_words MATCH 'data'.";

/// INSERT with a parameter for each column.
std::string insert_into(std::string_view table, int fixed, const std::vector<PropertyColumnName>& columns) {
  std::string sql = fmt::format("INSERT INTO {} VALUES (?", table);
  for (std::size_t i = 1; i < static_cast<std::size_t>(fixed) + columns.size(); ++i) sql += ",?";
  return sql + ")";
}

/// Absent properties are bound as NULL.
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

/// In the order of the graph, so that a row's id is the NodeId.
Result<void> insert_nodes(const sqlite::Connection& db, const DatabaseSchema& schema, RecordAccess& records,
                          const NodeOrder& order) {
  auto insert = db.prepare(insert_into("node", 3, schema.node));
  if (!insert) return fail(insert.error());
  std::int64_t id = 0;
  Result<void> result;
  order.records.each([&](std::uint32_t index) {
    if (!result) return;
    const auto& node = records.node(index);
    const auto labels = fmt::format("{}", fmt::join(node.labels, ";"));
    insert->bind(1, id++);
    insert->bind(2, std::string_view(node.key));
    insert->bind(3, std::string_view(labels));
    bind_properties(*insert, 4, schema.node, node.properties);
    result = run_once(*insert);
  });
  return result;
}

/// In the order of the records.
Result<void> insert_relationships(const sqlite::Connection& db, const DatabaseSchema& schema, RecordAccess& records,
                                  const SpilledList<RelationshipEnds>& all_ends) {
  auto insert = db.prepare(insert_into("relationship", 4, schema.relationship));
  if (!insert) return fail(insert.error());
  std::size_t record = 0;
  Result<void> result;
  all_ends.each([&](const RelationshipEnds& ends) {
    if (!result) return;
    const auto& relationship = records.relationship(record);
    insert->bind(1, static_cast<std::int64_t>(record++));
    insert->bind(2, std::string_view(relationship.type));
    insert->bind(3, std::int64_t{ends.source});
    insert->bind(4, std::int64_t{ends.target});
    bind_properties(*insert, 5, schema.relationship, relationship.properties);
    result = run_once(*insert);
  });
  return result;
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

/// Call it when everything else is in the file.
Result<void> insert_derived_hash(const sqlite::Connection& db) {
  const auto hash = derived_hash(db);
  if (!hash) return fail(hash.error());
  auto meta = db.prepare("INSERT INTO meta VALUES (?, ?)");
  if (!meta) return fail(meta.error());
  meta->bind(1, std::string_view(kDerivedHash));
  meta->bind(2, std::string_view(*hash));
  return run_once(*meta);
}

/// Checks the file as it was written, before it replaces the old one.
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

/// What is written. The parts belong to the caller.
struct Content {
  const RecordSpill& records;
  const DatabaseSchema& schema;
  const NodeOrder& order;
  const LinkedRelationships& relationships;
  const std::string& hash;
};

Result<void> fill(sqlite::Connection& db, const Content& content) {
  // If anything fails the file is thrown away, so SQLite need not protect it with a journal while it is filled.
  // commit() calls fsync at the end.
  if (auto done = db.run(fmt::format("PRAGMA page_size=4096; PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; "
                                     "PRAGMA application_id={}; PRAGMA user_version={}; BEGIN",
                                     kApplicationId, kLayoutVersion));
      !done) {
    return done;
  }
  if (auto done = db.run(content.schema.tables()); !done) return done;
  RecordSpill::Reader records(content.records);
  if (auto done = insert_nodes(db, content.schema, records, content.order); !done) return done;
  if (auto done = insert_relationships(db, content.schema, records, content.relationships.ends); !done) return done;
  if (auto done = insert_meta(db, content.schema, content.hash); !done) return done;
  if (auto done = db.run(content.records.schema().views()); !done) return done;
  // The index is built at once from the filled table and merged into one segment, which is quicker than row by row and
  // makes searches quicker. Its integrity check compares it with the table.
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

Result<TemporaryFile> written_tables(const std::filesystem::path& path, const Content& content) {
  auto file = TemporaryFile::beside(path);
  if (!file) return fail(file.error());
  auto db = sqlite::Connection::open_to_write(file->path(), path);
  if (!db) return fail(db.error());
  if (auto done = fill(*db, content); !done) return fail(done.error());
  return file;
}

/// The image of what was written to `tables`, for image_path(path).
Result<TemporaryFile> written_image(const std::filesystem::path& tables, const std::filesystem::path& path,
                                    const std::string& hash, ImageBuilder& builder) {
  const auto held = HeldFile::open(tables, check_header);
  if (!held) return fail(held.error());
  auto file = TemporaryFile::beside(image_path(path));
  if (!file) return fail(file.error());
  std::ofstream out(file->path(), std::ios::binary);
  if (auto done = builder.finish(hash, {(*held)->digests(), (*held)->size()}, out); !done) return fail(done.error());
  out.close();
  if (!out) {
    return fail(ErrorCode::Unavailable, fmt::format("{}: its image {} cannot be written; perhaps the disk is full",
                                                    path.string(), image_path(path).string()));
  }
  return file;
}

/// Starts `work` in a thread. If the system has no thread left, the work is done when its result is asked for.
template <typename Work>
std::future<Result<void>> begun(const Work& work) {
  try {
    return std::async(std::launch::async, work);
  } catch (const std::system_error&) {
    return std::async(std::launch::deferred, work);
  }
}

/// Steps 1 to 3.
Result<PreparedDatabase> prepare(const std::filesystem::path& path, RecordSpill& records) {
  auto layout = layout_of(records);
  if (!layout) return fail(layout.error());
  const auto schema = records.schema().schema();
  if (!schema) return fail(schema.error());
  auto hash = records.hash();
  const LinkedRelationships relationships{records.types(), std::move(layout->ends)};
  SpillFile spill(records.folder());
  RecordSpill::Reader reader(records);
  ImageBuilder builder(reader, layout->order, relationships, ImageBuilder::PropertyOrder::ByName, &spill);
  auto prepared = begun([&builder] { return builder.prepare(); });
  auto tables = written_tables(path, {records, *schema, layout->order, relationships, hash});
  if (auto done = prepared.get(); !done) return fail(done.error());
  if (!tables) return fail(tables.error());
  auto image = written_image(tables->path(), path, hash, builder);
  if (!image) return fail(image.error());
  return PreparedDatabase(*std::move(tables), *std::move(image), std::move(hash));
}

/// The one error that failures of temporary files become.
Error cannot_spill(const std::filesystem::path& path, const std::system_error& error) {
  return {ErrorCode::Unavailable, fmt::format("{}: {}; perhaps the disk is full", path.string(), error.what())};
}

}  // namespace

Result<PreparedDatabase> prepare_database(const std::filesystem::path& path, RecordSpill& records) {
  try {
    return prepare(path, records);
  } catch (const std::system_error& error) {
    return fail(cannot_spill(path, error));
  }
}

Result<void> PreparedDatabase::commit() {
  // Tables first: after a crash between the two, the old image does not belong to them and is not used.
  if (auto done = tables_.commit(); !done) return done;
  return image_.commit();
}

Result<std::string> write_database(const std::filesystem::path& path, const GraphRecords& records) {
  try {
    RecordSpill spill(folder_of(path));
    spill.add(records);
    spill.close();
    auto prepared = prepare_database(path, spill);
    if (!prepared) return fail(prepared.error());
    if (auto done = prepared->commit(); !done) return fail(done.error());
    return prepared->snapshot();
  } catch (const std::system_error& error) {
    return fail(cannot_spill(path, error));
  }
}

}  // namespace treatygraph
