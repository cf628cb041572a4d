#include "server/api/question_answer.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "queries/catalogue/paging.h"
#include "queries/formats/render.h"
#include "queries/request/find_node.h"
#include "server/api/negotiation.h"
#include "server/api/saved_file.h"
#include "server/api/slim.h"
#include "server/http/problem.h"
#include "server/http/target.h"

namespace treatygraph::server {
namespace {

using queries::Question;
using queries::formats::Format;

/// Formats that are read as a file contain all rows.
bool is_rows(Format format) {
  return format == Format::Csv || format == Format::Ndjson;
}

/// The same request for the page that begins at `cursor` (RFC 8288).
std::string next_link(const Call& call, std::string_view cursor) {
  const std::string_view target = call.request.target;
  const auto question_mark = std::min(target.find('?'), target.size());
  std::string link = fmt::format("<{}?", target.substr(0, question_mark));
  const auto asked = parse_form(target.substr(std::min(question_mark + 1, target.size())));
  if (asked) {
    for (const auto& [name, value] : asked->all()) {
      if (name != "cursor") link += fmt::format("{}={}&", percent_encoded(name), percent_encoded(value));
    }
  }
  return link + fmt::format("cursor={}>; rel=\"next\"", percent_encoded(cursor));
}

/// Rows and drawings cannot contain warnings and quality as JSON does, so headers say that there are some.
void add_notes(const queries::Answer& answer, Response& response) {
  if (!answer.warnings.empty()) {
    response.headers.emplace_back("Treatygraph-Warnings",
                                  fmt::format("{}; format=json tells them", answer.warnings.size()));
  }
  if (const auto why = queries::why_cut(answer); !why.empty()) {
    response.headers.emplace_back("Treatygraph-Truncated", std::string(why));
  }
  if (answer.quality) response.headers.emplace_back("Treatygraph-Quality", queries::sentence_of(*answer.quality));
}

/// The question and its subject.
std::string subject_of(const Question& question, const queries::Parameters& parameters) {
  std::string subject(question.name);
  for (const auto& parameter : question.parameters) {
    if (parameter.is_required) subject += fmt::format("-{}", parameters.text(parameter.name));
  }
  return subject;
}

/// The properties that `fields=` asks for; nothing if it is absent. "none" means no properties.
Result<std::optional<std::set<std::string, std::less<>>>> fields_of(const Call& call, Format format) {
  using Fields = std::set<std::string, std::less<>>;
  if (!call.parameters.has("fields")) return std::optional<Fields>();
  const auto names = call.parameters.list("fields");
  (void)call.parameters.take("fields");
  if (format != Format::Json && format != Format::Cytoscape && format != Format::D3) {
    return fail(ErrorCode::InvalidArgument, "fields is for the formats json, cytoscape and d3");
  }
  Fields fields;
  for (const auto& name : names) {
    if (name == "none") continue;
    if (!call.graph.properties().find(name)) {
      std::vector<std::string_view> known;
      for (std::size_t i = 0; i < call.graph.properties().size(); ++i) {
        known.push_back(call.graph.properties().name(PropertyId{static_cast<std::uint16_t>(i)}));
      }
      return fail(queries::unknown_name("property", name, std::move(known)));
    }
    fields.insert(name);
  }
  return std::optional(std::move(fields));
}

/// `layout=`, which is refused by formats without positions.
Result<queries::formats::Layout> layout_of(const Call& call, Format format) {
  const auto name = call.parameters.take("layout");
  if (name.empty()) return queries::formats::Layout::None;
  if (!queries::formats::places_nodes(format)) {
    return fail(ErrorCode::InvalidArgument,
                "layout is for the formats cytoscape, graphology, jgf, d3, visnetwork, reactflow and echarts");
  }
  return queries::formats::layout_called(name);
}

}  // namespace

Response answer_question(const Question& question, const Call& call) {
  const auto format_name = call.parameters.take("format");
  const auto format = negotiate(format_name, call.request.header("Accept"));
  if (!format) return format_name.empty() ? problem(406, format.error().detail) : problem(format.error());
  const auto layout = layout_of(call, *format);
  if (!layout) return problem(layout.error());
  const auto fields = fields_of(call, *format);
  if (!fields) return problem(fields.error());
  if (is_rows(*format)) queries::ask_for_all_rows(question, call.parameters);
  const auto answer = queries::ask(question, call.graph, call.parameters, call.budget);
  if (!answer) return problem(answer.error());
  Response response;
  response.content_type = content_type_of(*format);
  auto body = queries::formats::render(call.graph, *answer, *format, {*layout, call.iri_base});
  if (!body) return problem(body.error());
  response.body = *fields ? slim(*body, **fields) + '\n' : std::move(*body);
  if (*format != Format::Json && *format != Format::Html) {
    add_notes(*answer, response);
    save_as(subject_of(question, call.parameters), *format, response);
  }
  if (const auto cursor = queries::next_cursor_of(*answer); !cursor.empty()) {
    response.headers.emplace_back("Link", next_link(call, cursor));
  }
  return response;
}

}  // namespace treatygraph::server
