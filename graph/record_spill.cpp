// One pass over the records collects everything that is needed about all of them: the records as bytes, where each
// begins, the hashes of keys and of ends, types and ordinals, the schema, and the content hash. Lists
// that grow with the number of records are on the disk, except for their ends.

#include "graph/record_spill.h"

#include <variant>

#include "graph/image/checksum.h"
#include "graph/node_order.h"
#include "graph/vocabulary.h"

namespace treatygraph {
namespace {

/// The bytes of a record, which end where the next one begins.
std::string_view bytes_of(SpillReader& reader, const SpillFile& file, SpilledList<std::uint64_t>::Reader& places,
                          std::size_t record, std::size_t count) {
  const auto begin = places[record];
  const auto end = record + 1 < count ? places[record + 1] : file.size();
  return reader.at(begin, end - begin);
}

}  // namespace

void RecordSpill::add(const NodeRecord& node) {
  schema_.note(node);
  hash_.add(node);
  bytes_.clear();
  ByteWriter(bytes_).node(node, names_);
  node_keys_.add({image::checksum(node.key), static_cast<std::uint32_t>(node_count())});
  node_places_.add(nodes_.append(bytes_));
}

void RecordSpill::add(const RelationshipRecord& relationship) {
  schema_.note(relationship);
  hash_.add(relationship);
  bytes_.clear();
  ByteWriter(bytes_).relationship(relationship, names_);
  const auto number = static_cast<std::uint32_t>(relationship_count());
  end_keys_.add({image::checksum(relationship.from), number, Side::From});
  end_keys_.add({image::checksum(relationship.to), number, Side::To});
  kinds_.add({relationship.type == type::kHasPart ? ordinal_of(relationship) : 0, types_.add(relationship.type)});
  relationship_places_.add(relationships_.append(bytes_));
}

void RecordSpill::add(const GraphRecords& records) {
  for (const auto& node : records.nodes) add(node);
  for (const auto& relationship : records.relationships) add(relationship);
}

void RecordSpill::close() {
  nodes_.flush();
  relationships_.flush();
  node_keys_.close();
  end_keys_.close();
}

RecordSpill::Reader::Reader(const RecordSpill& spill)
    : spill_(spill),
      nodes_(spill.nodes_),
      relationships_(spill.relationships_),
      node_places_(spill.node_places_),
      relationship_places_(spill.relationship_places_) {}

const NodeRecord& RecordSpill::Reader::node(std::size_t record) {
  ByteReader in(bytes_of(nodes_, spill_.nodes_, node_places_, record, node_count()));
  return node_ = in.node(spill_.names_);
}

const RelationshipRecord& RecordSpill::Reader::relationship(std::size_t record) {
  ByteReader in(bytes_of(relationships_, spill_.relationships_, relationship_places_, record, relationship_count()));
  return relationship_ = in.relationship(spill_.names_);
}

}  // namespace treatygraph
