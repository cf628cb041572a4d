#include "server/entity_tag.h"

#include <algorithm>
#include <cstdint>

#include <fmt/format.h>

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

bool is_current(std::string_view if_none_match, std::string_view tag) {
  if (if_none_match == "*") return true;
  while (!if_none_match.empty()) {
    auto given = if_none_match.substr(0, if_none_match.find(','));
    if_none_match.remove_prefix(std::min(given.size() + 1, if_none_match.size()));
    while (given.starts_with(' ')) given.remove_prefix(1);
    while (given.ends_with(' ')) given.remove_suffix(1);
    if (opaque(given) == opaque(tag)) return true;
  }
  return false;
}

}  // namespace treatygraph::server
