#pragma once
// Type names: INTEGER, LIST<STRING NOT NULL>, INTEGER | FLOAT. Cypher manual, "Type predicate expressions" and
// "valueType()".

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
  struct Part {
    Kind kind = Kind::Any;
    bool not_null = false;
    std::vector<TypeName> element;  ///< of a list: one
  };
  std::vector<Part> parts;
};

/// Whether `value` has the type. null has every type without NOT NULL.
[[nodiscard]] bool has_type(const Value& value, const TypeName& type);

/// The result of valueType(): "LIST<INTEGER NOT NULL> NOT NULL".
[[nodiscard]] std::string type_text(const Value& value);

}  // namespace treatygraph::queries::cypher
