#pragma once
// An answer as bytes, in the format that was asked for.

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "graph/graph.h"
#include "queries/answer.h"
#include "queries/formats/graph_writer.h"

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
  Html,
  Bibtex,
  CslJson,
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

/// What writes a whole graph in that format; none for those that are not for whole graphs.
[[nodiscard]] std::unique_ptr<GraphWriter> export_writer(Format format, std::string& out);

/// JSON: one object with "snapshot", the answer's members, "warnings" and "truncated" (null while the answer is whole).
/// Graph formats take answers that are graphs: the error names the questions that have one. HTML draws those, and
/// tabulates the others. BibTeX and CSL-JSON cite what is listed.
[[nodiscard]] Result<std::string> render(const Graph& graph, const Answer& answer, Format format);

}  // namespace treatygraph::queries::formats
