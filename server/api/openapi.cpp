// The document is written once, as text. The kinds of values that the catalogue's ParameterSpec describes in words
// ("N", "out|in", "KEY,LABEL,...") are recognized here and become JSON Schema.

#include "server/api/openapi.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "graph/ascii.h"
#include "queries/catalogue/catalogue.h"
#include "queries/formats/render.h"
#include "queries/formats/text/json_text.h"
#include "server/api/contract_files.h"
#include "server/api/routes.h"
#include "server/api/version.h"

namespace treatygraph::server {
namespace {

using queries::ParameterSpec;
using queries::Question;
using queries::formats::Format;
using queries::formats::FormatSpec;
using queries::formats::JsonText;

constexpr std::string_view kDescription =
    "Treaties as a graph: what refers to what, which safeguards reach which powers, who said what about which "
    "article, each with the words or the source that shows it. Read-only. Errors are RFC 9457 problem details. "
    "Lists page with limit and an opaque cursor; an answer that is not whole says why, and how to go on. A number "
    "above its maximum is lowered to it, with a warning in the answer. Every GET has an entity tag; bodies are "
    "compressed for clients that accept gzip; HEAD and OPTIONS are answered everywhere. Answers are described as "
    "JSON; x-formats of a response lists what else format= or Accept may ask for.";

/// A lower-case word such as "out" stands for itself; "KEY" and "N" stand for a kind of value.
bool is_word(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return is_lower(c) || c == '_'; });
}

/// "out|in|both" and "parts,dependencies" list allowed words; "KEY|LABEL" and "TYPE,..." do not.
std::vector<std::string_view> choices_in(std::string_view value, char separator) {
  std::vector<std::string_view> words;
  while (!value.empty()) {
    const auto word = value.substr(0, value.find(separator));
    if (!is_word(word)) return {};
    words.push_back(word);
    value.remove_prefix(std::min(word.size() + 1, value.size()));
  }
  return words;
}

/// Writes the member `name`, an array of strings.
void write_words(JsonText& json, std::string_view name, const std::vector<std::string_view>& words) {
  json.key(name).begin_array();
  for (const auto word : words) json.value(word);
  json.end_array();
}

/// "N|all" is a number or the word "all".
void write_number(JsonText& json, const ParameterSpec& parameter) {
  const bool may_be_all = parameter.value == "N|all";
  if (may_be_all) json.key("anyOf").begin_array().begin_object().member("const", "all").end_object().begin_object();
  json.member("type", "integer").member("minimum", parameter.name == "limit" ? 1 : 0);
  if (parameter.most > 0) json.member("maximum", parameter.most);
  if (!parameter.fallback.empty()) json.key("default").raw(parameter.fallback);
  if (may_be_all) json.end_object().end_array();
}

bool is_number(const ParameterSpec& parameter) {
  return parameter.value == "N" || parameter.value == "N|all";
}

/// A list is one parameter with values between commas.
void write_list(JsonText& json, const ParameterSpec& parameter) {
  json.member("type", "array").key("items").begin_object().member("type", "string");
  const auto choices = choices_in(parameter.value, ',');
  if (!choices.empty()) write_words(json, "enum", choices);
  json.end_object();
  if (!parameter.fallback.empty()) write_words(json, "default", {parameter.fallback});
}

/// A single word or text; the value decides about its allowed words and its format.
void write_word(JsonText& json, const ParameterSpec& parameter) {
  json.member("type", "string");
  if (const auto choices = choices_in(parameter.value, '|'); choices.size() > 1) write_words(json, "enum", choices);
  if (parameter.value == "YYYY-MM-DD") json.member("format", "date");
  if (parameter.is_required) json.member("minLength", 1);
  if (!parameter.fallback.empty()) json.member("default", parameter.fallback);
}

/// Such as match=name:value, which is given once for each condition; others are lists within one value.
bool may_be_repeated(const ParameterSpec& parameter) {
  return parameter.value == "NAME:VALUE";
}

bool is_list(const ParameterSpec& parameter) {
  return may_be_repeated(parameter) || parameter.value.ends_with(",...") || choices_in(parameter.value, ',').size() > 1;
}

/// Writes the member "schema".
void write_schema(JsonText& json, const ParameterSpec& parameter) {
  json.key("schema").begin_object();
  if (is_number(parameter)) {
    write_number(json, parameter);
  } else if (parameter.value == "true|false") {
    json.member("type", "boolean");
    if (!parameter.fallback.empty()) json.key("default").raw(parameter.fallback);
  } else if (is_list(parameter)) {
    write_list(json, parameter);
  } else {
    write_word(json, parameter);
  }
  json.end_object();
}

/// The parameter's value in the question's example; empty if it has none.
std::string_view example_of(const Question& question, std::string_view name) {
  std::string_view rest = question.example;
  while (!rest.empty()) {
    const auto pair = rest.substr(0, rest.find('&'));
    rest.remove_prefix(std::min(pair.size() + 1, rest.size()));
    const auto equals = pair.find('=');
    if (pair.substr(0, equals) == name) return pair.substr(equals + 1);
  }
  return {};
}

/// With the JSON type that the schema has.
void write_example(JsonText& json, const ParameterSpec& parameter, std::string_view example) {
  if (example.empty()) return;
  json.key("example");
  if (is_number(parameter) || parameter.value == "true|false") {
    json.raw(example);
    return;
  }
  if (!is_list(parameter)) {
    json.value(example);
    return;
  }
  json.begin_array();
  while (!example.empty()) {
    const auto piece = example.substr(0, example.find(','));
    json.value(piece);
    example.remove_prefix(std::min(piece.size() + 1, example.size()));
  }
  json.end_array();
}

/// "/v1/nodes/{key}" has `key` in its path.
bool stands_in_path(const Question& question, std::string_view name) {
  return question.route.find(fmt::format("{{{}}}", name)) != std::string_view::npos;
}

/// Writes one element of "parameters".
void write_parameter(JsonText& json, const Question& question, const ParameterSpec& parameter) {
  const bool in_path = stands_in_path(question, parameter.name);
  json.begin_object()
      .member("name", parameter.name)
      .member("in", in_path ? "path" : "query")
      .member("required", in_path || parameter.is_required)
      .member("description", fmt::format("{} ({})", parameter.help, parameter.value));
  if (is_list(parameter)) json.member("style", "form").member("explode", may_be_repeated(parameter));
  write_schema(json, parameter);
  write_example(json, parameter, example_of(question, parameter.name));
  json.end_object();
}

/// The formats that the question has: rows always, citations and graphs as the catalogue says.
bool answers_in(const Question& question, const FormatSpec& spec) {
  switch (spec.format) {
    case Format::Json:
    case Format::Ndjson:
    case Format::Csv:
    case Format::Html:
      return true;
    case Format::Bibtex:
    case Format::CslJson:
      return question.is_citable;
    default:
      return question.is_graph;
  }
}

/// Writes {"$ref": "#/components/GROUP/NAME"}.
void write_reference(JsonText& json, std::string_view group, std::string_view name) {
  json.begin_object().member("$ref", fmt::format("#/components/{}/{}", group, name)).end_object();
}

/// Parameters that every question has, in addition to its own: format, layout, fields.
void write_format_parameter(JsonText& json, const Question& question) {
  std::vector<std::string_view> names;
  for (const auto& spec : queries::formats::all_formats()) {
    if (answers_in(question, spec)) names.push_back(spec.name);
  }
  json.begin_object().member("name", "format").member("in", "query").member("description", "goes before Accept");
  json.key("schema").begin_object().member("type", "string");
  write_words(json, "enum", names);
  json.member("default", "json").end_object().end_object();
}

void write_layout_parameter(JsonText& json) {
  json.begin_object().member("name", "layout").member("in", "query");
  json.member("description", "positions for the nodes of graph formats; the same answer has the same layout");
  json.key("schema").begin_object().member("type", "string");
  write_words(json, "enum", {"none", "auto", "layered", "force"});
  json.member("default", "none").end_object().end_object();
}

void write_fields_parameter(JsonText& json) {
  json.begin_object().member("name", "fields").member("in", "query").member("explode", false);
  json.member("description",
              "of json, cytoscape and d3: which properties of nodes and relationships are given; none: no property");
  json.key("schema").begin_object().member("type", "array").key("items").begin_object().member("type", "string");
  json.end_object().end_object().end_object();
}

void write_parameters(JsonText& json, const Question& question) {
  json.key("parameters").begin_array();
  for (const auto& parameter : question.parameters) write_parameter(json, question, parameter);
  write_format_parameter(json, question);
  if (question.is_graph) write_layout_parameter(json);
  write_fields_parameter(json);
  for (const auto* name : {"Snapshot", "RequestId", "IfNoneMatch"}) write_reference(json, "parameters", name);
  json.end_array();
}

/// "DependenciesAnswer": the name in contract/components.json for the answer to `dependencies`.
std::string schema_name(const Question& question) {
  std::string name;
  bool begins_word = true;
  for (const char c : question.name) {
    const bool is_separator = c == '-' || c == '_';
    if (!is_separator) name += begins_word ? upper(c) : c;
    begins_word = is_separator;
  }
  return name + "Answer";
}

/// Its schema in contract/components.json, or the members that all answers have if the question has no schema there.
void write_answer_schema(JsonText& json, const Question& question) {
  const auto name = schema_name(question);
  if (contract::kComponents.find(fmt::format("\"{}\":", name)) != std::string_view::npos) {
    write_reference(json, "schemas", name);
    return;
  }
  json.raw(
      R"({"type":"object","required":["snapshot","warnings","truncated"],"properties":{"snapshot":{"type":"string"},)"
      R"("warnings":{"type":"array","items":{"type":"string"}},"truncated":{"type":["object","null"]}}})");
}

/// JSON is the only shape of the answer in "content", so that generators of clients make one type of it. "x-formats"
/// lists the media types of the other formats that `format` or Accept may ask for.
void write_content(JsonText& json, const Question& question) {
  json.key("content").begin_object().key(queries::formats::spec_of(Format::Json).media_type).begin_object();
  json.key("schema");
  write_answer_schema(json, question);
  json.end_object().end_object();
  json.key("x-formats").begin_object();
  for (const auto& spec : queries::formats::all_formats()) {
    if (spec.format != Format::Json && answers_in(question, spec)) json.member(spec.name, spec.media_type);
  }
  json.end_object();
}

/// The response 200 with its headers.
void write_answer(JsonText& json, const Question& question) {
  json.key("200").begin_object().member("description", question.summary).key("headers").begin_object();
  for (const auto* name : {"ETag", "Treatygraph-Snapshot", "Content-Disposition", "Treatygraph-Warnings",
                           "Treatygraph-Truncated", "Treatygraph-Quality", "Link", "X-Request-Id", "Server-Timing"}) {
    json.key(name);
    write_reference(json, "headers", name);
  }
  json.end_object();
  write_content(json, question);
  json.end_object();
}

/// Whether a parameter names something that may not exist.
bool may_be_not_found(const Question& question) {
  return std::ranges::any_of(question.parameters, [](const ParameterSpec& parameter) {
    return parameter.is_required &&
           (parameter.value.starts_with("KEY") || parameter.value == "SLUG" || parameter.value == "ISO3");
  });
}

/// All responses of a question. Their statuses are the same for all, except that only some can be 404.
void write_responses(JsonText& json, const Question& question) {
  json.key("responses").begin_object();
  write_answer(json, question);
  const auto refer = [&](std::string_view status, std::string_view name) {
    json.key(status);
    write_reference(json, "responses", name);
  };
  refer("304", "NotModified");
  refer("400", "BadRequest");
  if (may_be_not_found(question)) refer("404", "NotFound");
  refer("406", "NotAcceptable");
  refer("409", "OtherSnapshot");
  refer("503", "Busy");
  refer("default", "Refused");
  json.end_object();
}

/// One path with its GET.
void write_question(JsonText& json, const Question& question) {
  json.key(question.route).begin_object().key("get").begin_object();
  json.member("operationId", question.name).key("tags").begin_array().value("questions").end_array();
  json.member("summary", question.summary);
  write_parameters(json, question);
  write_responses(json, question);
  json.end_object().end_object();
}

/// Everything before "paths".
void write_about(JsonText& json) {
  json.member("openapi", "3.1.0").key("info").begin_object();
  json.member("title", "treatygraph").member("version", kVersion).member("description", kDescription);
  json.key("license").begin_object().member("name", "Apache 2.0").member("identifier", "Apache-2.0").end_object();
  json.end_object();
  json.key("servers").begin_array().begin_object().member("url", "/").end_object().end_array();
  // A token, a password, or neither: the server may have no tokens.
  json.key("security").begin_array().begin_object().end_object();
  for (const auto* scheme : {"token", "password"}) {
    json.begin_object().key(scheme).begin_array().end_array().end_object();
  }
  json.end_array();
  json.key("tags").begin_array();
  const auto tag = [&](std::string_view name, std::string_view description) {
    json.begin_object().member("name", name).member("description", description).end_object();
  };
  tag("questions", "What is asked of the graph; also the subcommands of treatygraph-query.");
  tag("cypher", "The graph by a query language.");
  tag("service", "What this service is.");
  tag("operation", "For operators; partly on a separate listener.");
  tag("page", "For people.");
  json.end_array();
}

/// The members of an object, without its braces.
std::string_view inside(std::string_view object) {
  const auto first = object.find('{') + 1;
  return object.substr(first, object.rfind('}') - first);
}

std::string write_document() {
  std::string text;
  JsonText json(text);
  json.begin_object();
  write_about(json);
  json.key("paths").begin_object();
  for (const auto& question : queries::questions()) write_question(json, question);
  json.raw(inside(contract::kPaths));
  json.end_object();
  json.key("components").raw(contract::kComponents);
  json.end_object();
  text += '\n';
  return text;
}

}  // namespace

const std::string& openapi_document() {
  static const std::string document = write_document();
  return document;
}

}  // namespace treatygraph::server
