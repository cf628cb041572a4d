// Hashes the results of fixed queries, value by value, so the hash depends on what the file says and not on where
// SQLite has put it. Each value is preceded by its type and length, and each result by its SQL; without these, two
// different results could be the same bytes.

#include "graph/derived_hash.h"

#include <array>
#include <cstdint>
#include <string_view>

#include <fmt/format.h>

#include "graph/sha256.h"
#include "graph/stopped.h"

namespace treatygraph {
namespace {

/// Eight bytes, lowest first, on every machine.
void add_number(Sha256& hash, std::uint64_t number) {
  std::array<char, 8> bytes{};
  for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<char>(number >> (8 * i));
  hash.add({bytes.data(), bytes.size()});
}

void add_text(Sha256& hash, std::string_view text) {
  add_number(hash, text.size());
  hash.add(text);
}

/// Each value with its type and length, so that no two lists of rows look the same.
Result<void> add_rows(const sqlite::Connection& db, const std::string& sql, Sha256& hash, const std::stop_token& stop) {
  add_text(hash, sql);
  auto rows = db.prepare(sql);
  if (!rows) return fail(rows.error());
  while (true) {
    if (stop.stop_requested()) return fail_as_stopped();
    const auto row = rows->step();
    if (!row) return fail(row.error());
    if (!*row) return {};
    for (int column = 0; column < rows->column_count(); ++column) {
      add_number(hash, static_cast<std::uint64_t>(rows->type(column)));
      add_text(hash, rows->text(column));
    }
  }
}

}  // namespace

Result<std::string> derived_hash(const sqlite::Connection& db, const std::stop_token& stop) {
  // The tables node_words_* are the shadow tables in which FTS5 stores its index.
  const std::array<std::string, 6> queries = {
      "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name",
      fmt::format("SELECT name, value FROM meta WHERE name <> '{}' ORDER BY name", kDerivedHash),
      "SELECT id, block FROM node_words_data ORDER BY id",
      "SELECT segid, term, pgno FROM node_words_idx ORDER BY segid, term",
      "SELECT id, sz FROM node_words_docsize ORDER BY id",
      "SELECT k, v FROM node_words_config ORDER BY k"};
  Sha256 hash;
  for (const auto& sql : queries) {
    if (auto added = add_rows(db, sql, hash, stop); !added) return fail(added.error());
  }
  return hash.finish();
}

}  // namespace treatygraph
