#include "queries/formats/render.h"

#include <algorithm>
#include <array>

#include "queries/find_node.h"
#include "queries/formats/json_answers.h"
#include "queries/formats/table_answers.h"

namespace treatygraph::queries::formats {
namespace {

constexpr std::array kFormats = {FormatSpec{Format::Json, "json", "application/json", "json"},
                                 FormatSpec{Format::Ndjson, "ndjson", "application/x-ndjson", "ndjson"},
                                 FormatSpec{Format::Csv, "csv", "text/csv", "csv"}};

}  // namespace

std::span<const FormatSpec> all_formats() {
  return kFormats;
}

Result<Format> format_called(std::string_view name) {
  const auto found = std::ranges::find(kFormats, name, &FormatSpec::name);
  if (found != kFormats.end()) return found->format;
  std::vector<std::string_view> names;
  for (const auto& spec : kFormats) names.push_back(spec.name);
  return fail(unknown_name("format", name, std::move(names)));
}

const FormatSpec& spec_of(Format format) {
  return *std::ranges::find(kFormats, format, &FormatSpec::format);
}

std::string render(const Graph& graph, const Answer& answer, Format format) {
  switch (format) {
    case Format::Ndjson:
      return to_ndjson(to_table(graph, answer));
    case Format::Csv:
      return to_csv(to_table(graph, answer));
    case Format::Json:
      break;
  }
  return to_json(graph, answer);
}

}  // namespace treatygraph::queries::formats
