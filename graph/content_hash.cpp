// The content hash. Each record is written into one unambiguous string, of which the SHA-256 is taken; the hash of the
// graph is the SHA-256 over the sorted digests. Sorting digests makes the order of the records irrelevant and costs 32
// bytes for each record, however long its texts are.
//
// The format of the dump is part of every snapshot id. A change to it changes the ids of all existing databases, which
// need a new layout then (database.h).

#include "graph/content_hash.h"

#include <algorithm>
#include <bit>
#include <string_view>
#include <variant>

#include <fmt/format.h>

#include "graph/sha256.h"
#include "graph/stopped.h"

namespace treatygraph {
namespace {

/// Eight bytes, lowest first, on every machine.
void put_integer(std::string& dump, std::uint64_t value) {
  for (unsigned shift = 0; shift < 64; shift += 8) dump += static_cast<char>(value >> shift & 0xffU);
}

void put_text(std::string& dump, std::string_view text) {
  put_integer(dump, text.size());
  dump += text;
}

/// One letter for the type, then the value. Temporal values and lists are refused before they come here.
struct PutValue {
  std::string& dump;
  void operator()(bool flag) const { dump.append(flag ? "b1" : "b0"); }
  void operator()(std::int64_t integer) const { put_integer(dump += 'i', std::bit_cast<std::uint64_t>(integer)); }
  void operator()(double number) const { put_integer(dump += 'f', std::bit_cast<std::uint64_t>(number)); }
  void operator()(const std::string& text) const { put_text(dump += 's', text); }
  template <typename Unstored>
  void operator()(const Unstored&) const {
    dump += '?';
  }
};

void put_properties(std::string& dump, const Properties& properties) {
  std::vector<const Property*> sorted;
  for (const auto& property : properties) {
    if (!property.value.is_null()) sorted.push_back(&property);
  }
  std::ranges::sort(sorted, {}, &Property::name);
  put_integer(dump, sorted.size());
  for (const auto* property : sorted) {
    put_text(dump, property->name);
    std::visit(PutValue{dump}, property->value.value);
  }
}

}  // namespace

void ContentHash::add(const NodeRecord& node) {
  std::string dump = "N";
  put_text(dump, node.key);
  auto labels = node.labels;
  std::ranges::sort(labels);
  labels.erase(std::ranges::unique(labels).begin(), labels.end());
  put_integer(dump, labels.size());
  for (const auto& label : labels) put_text(dump, label);
  put_properties(dump, node.properties);
  digests_.add(sha256_digest(dump));
}

void ContentHash::add(const RelationshipRecord& relationship) {
  std::string dump = "R";
  put_text(dump, relationship.type);
  put_text(dump, relationship.from);
  put_text(dump, relationship.to);
  put_properties(dump, relationship.properties);
  digests_.add(sha256_digest(dump));
}

Result<std::string> ContentHash::finish(const std::stop_token& stop) {
  Sha256 all;
  digests_.close();
  digests_.each([&](const auto& digest) {
    if (!stop.stop_requested()) all.add({reinterpret_cast<const char*>(digest.data()), digest.size()});
  });
  if (stop.stop_requested()) return fail_as_stopped();
  return all.finish();
}

std::string content_hash(const GraphRecords& records) {
  ContentHash hash;
  for (const auto& node : records.nodes) hash.add(node);
  for (const auto& relationship : records.relationships) hash.add(relationship);
  return *hash.finish();
}

}  // namespace treatygraph
