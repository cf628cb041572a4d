#pragma once
// The formats that answers come in: their names, media types and file extensions. A new format needs an entry here and
// a writer.

#include <cstdint>
#include <span>
#include <string_view>

#include "graph/result.h"

namespace treatygraph::queries::formats {

/// In the order in which they are offered: of formats that a client likes equally, the first is used.
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

/// The entry of a format. All texts are constants.
struct FormatSpec {
  Format format;
  std::string_view name;        ///< value of `format=`: "json"
  std::string_view media_type;  ///< media type in Accept and Content-Type, without charset
  std::string_view extension;   ///< file extension, "json"
};

/// All formats, in the order of Format.
[[nodiscard]] std::span<const FormatSpec> all_formats();
/// The format with the given `format=` name; the error lists the names.
[[nodiscard]] Result<Format> format_called(std::string_view name);
/// The entry of the format.
[[nodiscard]] const FormatSpec& spec_of(Format format);

}  // namespace treatygraph::queries::formats
