#include "graph/derived_hash.h"

#include <array>
#include <cstdint>
#include <memory>
#include <string_view>

#include <fmt/format.h>
#include <openssl/evp.h>

#include "graph/stopped.h"

namespace treatygraph {
namespace {

class Sha256 {
 public:
  Sha256() { EVP_DigestInit_ex(context_.get(), EVP_sha256(), nullptr); }

  void add(std::uint64_t number) {
    std::array<unsigned char, 8> bytes{};
    for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<unsigned char>(number >> (8 * i));
    EVP_DigestUpdate(context_.get(), bytes.data(), bytes.size());
  }
  void add(std::string_view bytes) {
    add(bytes.size());
    EVP_DigestUpdate(context_.get(), bytes.data(), bytes.size());
  }
  [[nodiscard]] std::string finish() {
    std::array<unsigned char, 32> digest{};
    EVP_DigestFinal_ex(context_.get(), digest.data(), nullptr);
    std::string hex;
    for (const auto byte : digest) hex += fmt::format("{:02x}", byte);
    return hex;
  }

 private:
  struct Free {
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
  };
  std::unique_ptr<EVP_MD_CTX, Free> context_{EVP_MD_CTX_new()};
};

/// Each value with its type and length, so that no two lists of rows look the same.
Result<void> add_rows(const sqlite::Connection& db, const std::string& sql, Sha256& hash, const std::stop_token& stop) {
  hash.add(sql);
  auto rows = db.prepare(sql);
  if (!rows) return fail(rows.error());
  while (true) {
    if (stop.stop_requested()) return fail_as_stopped();
    const auto row = rows->step();
    if (!row) return fail(row.error());
    if (!*row) return {};
    for (int column = 0; column < rows->column_count(); ++column) {
      hash.add(static_cast<std::uint64_t>(rows->type(column)));
      hash.add(rows->text(column));
    }
  }
}

}  // namespace

Result<std::string> derived_hash(const sqlite::Connection& db, const std::stop_token& stop) {
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
