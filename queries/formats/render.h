#pragma once
// An answer as bytes, in the format that was asked for.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "graph/graph.h"
#include "queries/answer.h"

namespace treatygraph::queries::formats {

enum class Format : std::uint8_t {
  Json,
  Ndjson,
  Csv,
  Cytoscape,
  Graphology,
  Jgf,
  Graphml,
  Gexf,
  Dot,
  Turtle,
  Jsonld,
};

struct FormatSpec {
  Format format;
  std::string_view name;        ///< of `format=`: "json"
  std::string_view media_type;  ///< of Accept and Content-Type, without charset
  std::string_view extension;   ///< of a file, "json"
};

[[nodiscard]] std::span<const FormatSpec> all_formats();
/// By the name of `format=`; the error lists the names.
[[nodiscard]] Result<Format> format_called(std::string_view name);
[[nodiscard]] const FormatSpec& spec_of(Format format);

/// JSON: one object with "snapshot", the answer's members, "warnings" and "truncated" (null while the answer is whole).
/// Graph formats take answers that are graphs: the error names the questions that have one.
[[nodiscard]] Result<std::string> render(const Graph& graph, const Answer& answer, Format format);

}  // namespace treatygraph::queries::formats
