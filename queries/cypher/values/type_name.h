#pragma once
// Types of values as queries write them: INTEGER, LIST<STRING NOT NULL>, INTEGER | FLOAT. Cypher manual, "Type
// predicate expressions" and "valueType()".

#include <cstdint>
#include <string>
#include <vector>

#include "queries/cypher/values/value.h"

namespace treatygraph::queries::cypher {

/// A type, or a union of types.
struct TypeName {
  enum class Kind : std::uint8_t {
    Nothing,
    Null,
    Boolean,
    String,
    Integer,
    Float,
    Date,
    LocalTime,
    ZonedTime,
    LocalDateTime,
    ZonedDateTime,
    Duration,
    Point,
    Node,
    Relationship,
    Map,
    List,
    Path,
    PropertyValue,
    Any,
    Elsewhere,  ///< VECTOR: no value here has it
  };
  /// One type of the union.
  struct Part {
    Kind kind = Kind::Any;
    bool not_null = false;
    std::vector<TypeName> element;  ///< of a list: the type of its items, one or none
  };
  std::vector<Part> parts;
};

/// Whether `value` has the type. Null has every type that is not NOT NULL. Linear in a list.
[[nodiscard]] bool has_type(const Value& value, const TypeName& type);

/// The result of valueType(): "LIST<INTEGER NOT NULL> NOT NULL".
[[nodiscard]] std::string type_text(const Value& value);

}  // namespace treatygraph::queries::cypher
