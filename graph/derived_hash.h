#pragma once
// The hash over the contents of treaties.db other than the records.

#include <stop_token>
#include <string>

#include "graph/result.h"
#include "graph/sqlite.h"

namespace treatygraph {

/// The row of `meta` that contains the hash. It is left out of the hash itself.
inline constexpr const char* kDerivedHash = "derived_hash";

/// SHA-256, 64 hexadecimal digits, over what the content hash does not cover: the schema with its views and indexes,
/// the full-text index, and `meta`. It does not depend on where rows are in the file, so VACUUM preserves it.
[[nodiscard]] Result<std::string> derived_hash(const sqlite::Connection& db, const std::stop_token& stop = {});

}  // namespace treatygraph
