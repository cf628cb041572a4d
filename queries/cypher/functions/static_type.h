#pragma once
// Static types: what the text of a query tells about the type of an expression before it runs.

#include <cstdint>

namespace treatygraph::queries::cypher {

/// Any: not known. Temporal: any temporal value or duration.
enum class StaticKind : std::uint8_t {
  Any,
  Null,
  Boolean,
  Integer,
  Float,
  String,
  List,
  Map,
  Node,
  Relationship,
  Path,
  Temporal,
  Point
};

/// A kind and, for lists, the kind of the items.
struct StaticType {
  StaticKind kind = StaticKind::Any;
  StaticKind element = StaticKind::Any;  ///< of a list's items
};

/// A set of kinds accepted by a function or operator. Any and Null fit every set.
class KindSet {
 public:
  constexpr KindSet() = default;  ///< every kind
  template <typename... Kinds>
  constexpr explicit KindSet(StaticKind first, Kinds... more) : bits_((bit(first) | ... | bit(more))) {}
  [[nodiscard]] constexpr bool fits(StaticKind kind) const {
    return bits_ == 0 || kind == StaticKind::Any || kind == StaticKind::Null || (bits_ & bit(kind)) != 0;
  }

 private:
  static constexpr std::uint32_t bit(StaticKind kind) { return 1U << static_cast<unsigned>(kind); }
  std::uint32_t bits_ = 0;
};

}  // namespace treatygraph::queries::cypher
