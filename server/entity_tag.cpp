#include "server/entity_tag.h"

#include <cstdint>

#include <fmt/format.h>

#include "server/header_list.h"

namespace treatygraph::server {
namespace {

constexpr std::size_t kSnapshotDigits = 16;

/// FNV-1a, 64 bits.
std::uint64_t hash_of(std::string_view text, std::uint64_t hash = 0xcbf29ce484222325) {
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
  return hash;
}

std::string_view opaque(std::string_view tag) {
  return tag.starts_with("W/") ? tag.substr(2) : tag;
}

}  // namespace

std::string entity_tag(std::string_view snapshot, const Request& request) {
  const auto question = hash_of(request.header("Accept"), hash_of(request.target));
  return fmt::format("W/\"{}-{:016x}\"", snapshot.substr(0, kSnapshotDigits), question);
}

std::string entity_tag_of(std::string_view body) {
  return fmt::format("W/\"{:016x}\"", hash_of(body));
}

bool names_tag(std::string_view if_none_match, std::string_view tag) {
  while (!if_none_match.empty()) {
    if (opaque(next_piece(if_none_match, ',')) == opaque(tag)) return true;
  }
  return false;
}

}  // namespace treatygraph::server
