// A tag is known before the answer is made, so a request with If-None-Match costs nothing if the snapshot is the same.
// Hashes are those of the standard library: a tag is only compared with tags of the same program, and a client that
// gets a different one merely fetches the answer again.

#include "server/http/entity_tag.h"

#include <bit>
#include <functional>

#include <fmt/format.h>

#include "server/http/header_list.h"

namespace treatygraph::server {
namespace {

/// Of the snapshot's id; enough to tell snapshots apart.
constexpr std::size_t kSnapshotDigits = 16;

constexpr std::hash<std::string_view> kHash;

/// The tag without its mark for weakness, which weak comparison ignores.
std::string_view opaque(std::string_view tag) {
  return tag.starts_with("W/") ? tag.substr(2) : tag;
}

}  // namespace

std::string entity_tag(std::string_view snapshot, const Request& request) {
  // Rotated, so that equal target and Accept do not cancel each other.
  const auto question = std::rotl(kHash(request.target), 1) ^ kHash(request.header("Accept"));
  return fmt::format("W/\"{}-{:016x}\"", snapshot.substr(0, kSnapshotDigits), question);
}

std::string entity_tag_of(std::string_view body) {
  return fmt::format("W/\"{:016x}\"", kHash(body));
}

bool names_tag(std::string_view if_none_match, std::string_view tag) {
  while (!if_none_match.empty()) {
    if (opaque(next_piece(if_none_match, ',')) == opaque(tag)) return true;
  }
  return false;
}

}  // namespace treatygraph::server
