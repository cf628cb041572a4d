#pragma once
// The formats that answers come in: their names, media types and file extensions.

#include <cstdint>
#include <span>
#include <string_view>

#include "graph/result.h"

namespace treatygraph::queries::formats {

enum class Format : std::uint8_t {
  Json,
  Ndjson,
  Csv,
  Cytoscape,
  Graphology,
  Jgf,
  D3,
  VisNetwork,
  ReactFlow,
  Echarts,
  Graphml,
  Gexf,
  Dot,
  Turtle,
  Jsonld,
  Html,
  Bibtex,
  CslJson,
};

struct FormatSpec {
  Format format;
  std::string_view name;        ///< value of `format=`: "json"
  std::string_view media_type;  ///< media type in Accept and Content-Type, without charset
  std::string_view extension;   ///< file extension, "json"
};

[[nodiscard]] std::span<const FormatSpec> all_formats();
/// The format with the given `format=` name; the error lists the names.
[[nodiscard]] Result<Format> format_called(std::string_view name);
[[nodiscard]] const FormatSpec& spec_of(Format format);

}  // namespace treatygraph::queries::formats
