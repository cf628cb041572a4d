#pragma once
// The layout of a graph's image: what is where in treaties.db.graph and in the memory of every Graph. An image is a
// Header, a table of Entry, and the sections. A change to anything here needs a new kVersion.

#include <array>
#include <cstdint>

namespace treatygraph::image {

/// "TGIMAGE" and a zero.
inline constexpr std::uint64_t kMagic = 0x0045'4741'4d49'4754;
/// Counts the layouts. An image with another version is not used; the graph is then built from the tables.
inline constexpr std::uint32_t kVersion = 2;
/// Reads as another number on a machine with the other byte order.
inline constexpr std::uint32_t kByteOrder = 0x0102'0304;
/// Sections begin at multiples of this: a cache line, and enough for the alignment of every type in them.
inline constexpr std::uint64_t kAlignment = 64;

/// What a section contains. For the topology, `number` in the table of sections is the TypeId; for columns it is the
/// PropertyId; elsewhere it is 0 unless said otherwise.
enum class Section : std::uint32_t {
  LabelNames = 1,  ///< names: the text of each, by id
  TypeNames,
  PropertyNames,
  Keys,             ///< the key of each node
  KeySlots,         ///< hash table of node ids, open addressing; kNoNode where free
  SubtreeEnd,       ///< by node: one past the last of its parts
  LabelSetOf,       ///< by node
  LabelSets,        ///< the labels of each set
  NodesWithLabel,   ///< the nodes of each label
  OutStarts,        ///< by type: where rows begin, and one more; see CsrRows for its forms
  OutMarks,         ///< by type: which nodes have a row
  OutTargets,       ///< by type: the node at the other end
  InStarts,         ///< the same against the direction
  InMarks,          ///<
  InSources,        ///<
  InRelationships,  ///< by type: RelationshipId of each entry of InSources
  HasText,          ///< a bit for each node
  Pages,            ///< a digest for each 4096 bytes of the treaties.db that belongs to it
  NodeColumn = 32,  ///< and the next six: the parts of a property's column, see ColumnPart
  RelationshipColumn = 48,
  // The sections of a treaties.db.analysis, which has no others.
  AnalysisScores = 64,  ///< by Score and node: a double
  AnalysisConnections,  ///< by Score: a count
  AnalysisComponents,   ///< by node: the first node of its component
  AnalysisClosures,     ///< by Direction and node: a count
  /// The offsets of a list of texts or of lists are a section of their own, with the number Section + Offsets.
  Offsets = 1024,
};

/// The parts of a property's column, added to NodeColumn or RelationshipColumn.
enum class ColumnPart : std::uint32_t {
  Head,     ///< ColumnHead
  Present,  ///< a bit for each row
  Ranks,    ///< values before each word of Present
  Codes,    ///< by row with a value: its place in Values, in `code_width` bytes; absent if all values differ
  Tags,     ///< by entry of Values: its PropertyTag; absent if all have the first tag
  Values,   ///< each different value: its bits, or offset << 32 | length in Texts
  Texts,
};

/// One for each column that any row has a value in.
struct ColumnHead {
  std::uint32_t first_tag;
  std::uint32_t code_width;  ///< 0 (no codes), 1, 2 or 4
};

/// The first bytes of an image.
struct Header {
  std::uint64_t magic;
  std::uint32_t version;
  std::uint32_t byte_order;
  std::uint64_t size;  ///< of the whole image, in bytes
  std::uint32_t section_count;
  std::uint32_t node_count;
  std::uint32_t relationship_count;
  std::uint32_t reserved;
  std::uint64_t database_size;    ///< of the treaties.db that belongs to it; 0 if none does
  std::array<char, 64> snapshot;  ///< the content hash, in hexadecimal digits
  std::uint64_t checksum;         ///< of the header up to here, and of the table of sections
};
static_assert(sizeof(Header) == 120);

/// An entry of the table of sections, which follows the header and is sorted by section and number.
struct Entry {
  std::uint32_t section;
  std::uint32_t number;
  std::uint64_t offset;
  std::uint64_t size;
  std::uint64_t checksum;
};
static_assert(sizeof(Entry) == 32);

/// No NodeId: a graph has at most 4,294,967,294 nodes.
inline constexpr std::uint32_t kNoNode = 0xffff'ffff;

}  // namespace treatygraph::image
