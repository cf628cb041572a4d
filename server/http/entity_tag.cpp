#include "server/http/entity_tag.h"

#include <bit>
#include <functional>

#include <fmt/format.h>

#include "server/http/header_list.h"

namespace treatygraph::server {
namespace {

constexpr std::size_t kSnapshotDigits = 16;

constexpr std::hash<std::string_view> kHash;

std::string_view opaque(std::string_view tag) {
  return tag.starts_with("W/") ? tag.substr(2) : tag;
}

}  // namespace

std::string entity_tag(std::string_view snapshot, const Request& request) {
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
