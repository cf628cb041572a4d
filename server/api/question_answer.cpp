#include "server/api/question_answer.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "queries/catalogue/catalogue.h"
#include "queries/formats/render.h"
#include "server/api/negotiation.h"
#include "server/api/saved_file.h"
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
/// The question's own parameters are in the path or in the query, so the target as sent has them all.
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

/// For the name of the saved file: "cite-uncc:art_24" for the question `cite` about that article.
std::string subject_of(const Question& question, const queries::Parameters& parameters) {
  std::string subject(question.name);
  for (const auto& parameter : question.parameters) {
    if (parameter.is_required) subject += fmt::format("-{}", parameters.text(parameter.name));
  }
  return subject;
}

}  // namespace

void say_in_head(std::size_t warnings, const queries::Truncated& truncated, Response& response) {
  if (warnings > 0) {
    response.headers.emplace_back("Treatygraph-Warnings", fmt::format("{}; format=json tells them", warnings));
  }
  if (truncated) response.headers.emplace_back("Treatygraph-Truncated", truncated->reason);
}

Result<queries::formats::Drawing> drawing_asked(const Call& call, Format format) {
  std::optional<std::vector<std::string>> fields;
  // `fields=` with nothing after it is a list without elements: no property at all.
  if (call.parameters.has("fields")) fields = call.parameters.list("fields");
  (void)call.parameters.take("fields");
  return queries::formats::drawing_asked(call.graph, format, call.parameters.take("layout"), fields);
}

Response answer_question(const Question& question, const Call& call) {
  const auto format_name = call.parameters.take("format");
  // Only the missing or unsuitable Accept header is 406; a wrong `format` is an invalid argument.
  const auto format = negotiate(format_name, call.request.header("Accept"));
  if (!format) return format_name.empty() ? problem(406, format.error().detail) : problem(format.error());
  const auto drawing = drawing_asked(call, *format);
  if (!drawing) return problem(drawing.error());
  if (is_rows(*format)) queries::ask_for_all_rows(question, call.parameters);
  const auto answer = queries::ask(question, call.graph, call.parameters, call.budget);
  if (!answer) return problem(answer.error());
  Response response;
  response.content_type = content_type_of(*format);
  auto body = queries::formats::render(call.graph, *answer, *format, {drawing->layout, call.iri_base});
  if (!body) return problem(body.error());
  response.body = queries::formats::with_fields(std::move(*body), *drawing);
  if (*format != Format::Json && *format != Format::Html) {
    say_in_head(answer->warnings.size(), answer->body->truncated(), response);
    if (answer->quality) response.headers.emplace_back("Treatygraph-Quality", queries::sentence_of(*answer->quality));
    save_as(subject_of(question, call.parameters), *format, response);
  }
  if (const auto cursor = answer->body->next_cursor(); !cursor.empty()) {
    response.headers.emplace_back("Link", next_link(call, cursor));
  }
  return response;
}

}  // namespace treatygraph::server
