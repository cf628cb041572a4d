#include "graph/record_spill.h"

#include <cstring>
#include <variant>

#include "graph/image/checksum.h"
#include "graph/node_order.h"
#include "graph/vocabulary.h"

namespace treatygraph {
namespace {

std::string_view bytes_of(SpillReader& reader, const SpillFile& file, const std::vector<std::uint64_t>& places,
                          std::size_t record) {
  const auto end = record + 1 < places.size() ? places[record + 1] : file.size();
  return reader.at(places[record], end - places[record]);
}

}  // namespace

void RecordSpill::add(const NodeRecord& node) {
  schema_.note(node);
  hash_.add(node);
  bytes_.clear();
  ByteWriter(bytes_).node(node, names_);
  node_places_.push_back(nodes_.append(bytes_));
  node_hashes_.push_back(image::checksum(node.key));
}

void RecordSpill::add(const RelationshipRecord& relationship) {
  schema_.note(relationship);
  hash_.add(relationship);
  bytes_.clear();
  ByteWriter(bytes_).relationship(relationship, names_);
  relationship_places_.push_back(relationships_.append(bytes_));
  const auto ordinal = relationship.type == type::kHasPart ? ordinal_of(relationship) : 0;
  const Ends ends{image::checksum(relationship.from), image::checksum(relationship.to), ordinal,
                  types_.add(relationship.type)};
  ends_.append({reinterpret_cast<const char*>(&ends), sizeof(ends)});
}

void RecordSpill::add(const GraphRecords& records) {
  for (const auto& node : records.nodes) add(node);
  for (const auto& relationship : records.relationships) add(relationship);
}

void RecordSpill::close() {
  nodes_.flush();
  relationships_.flush();
  ends_.flush();
}

RecordSpill::Ends RecordSpill::ends(std::size_t relationship, SpillReader& reader) const {
  Ends ends;
  std::memcpy(&ends, reader.at(relationship * sizeof(ends), sizeof(ends)).data(), sizeof(ends));
  return ends;
}

RecordSpill::Reader::Reader(const RecordSpill& spill)
    : spill_(spill), nodes_(spill.nodes_), relationships_(spill.relationships_) {}

const NodeRecord& RecordSpill::Reader::node(std::size_t record) {
  ByteReader in(bytes_of(nodes_, spill_.nodes_, spill_.node_places_, record));
  return node_ = in.node(spill_.names_);
}

const RelationshipRecord& RecordSpill::Reader::relationship(std::size_t record) {
  ByteReader in(bytes_of(relationships_, spill_.relationships_, spill_.relationship_places_, record));
  return relationship_ = in.relationship(spill_.names_);
}

}  // namespace treatygraph
