// A call is translated to the parameters of a question of the catalogue (or to a Cypher statement) and answered as over
// HTTP. The JSON of the answer is parsed again and written by model_view() in the form for models. Two tools combine
// questions: lookup_citation uses search and cite, and the tool for texts adds where a provision is.

#include "queries/mcp/tools.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include <fmt/format.h>

#include "graph/ascii.h"
#include "queries/catalogue/catalogue.h"
#include "queries/cypher/asking/answer_text.h"
#include "queries/cypher/values/error_text.h"
#include "queries/formats/answers/json_answers.h"
#include "queries/formats/text/utf8.h"
#include "queries/mcp/model_view.h"
#include "queries/mcp/read_json.h"
#include "queries/mcp/tool_table.h"
#include "queries/request/find_node.h"

namespace treatygraph::queries::mcp {
namespace {

constexpr std::size_t kLongestError = 2'000;

/// Tests on the notation of a parameter's values in the catalogue: "N", "a,b" and the like.
bool is_number(const ParameterSpec& spec) {
  return spec.value == "N" || spec.value == "N|all";
}

bool is_list(const ParameterSpec& spec) {
  return spec.value.find(',') != std::string_view::npos;
}

/// A choice of words: "out|in|both".
bool is_choice(const ParameterSpec& spec) {
  const auto is_of_words = std::ranges::all_of(spec.value, [](char c) { return is_lower(c) || c == '_' || c == '|'; });
  return is_of_words && spec.value.find('|') != std::string_view::npos;
}

/// The JSON Schema of a parameter.
void write_parameter(JsonText& json, const ParameterSpec& spec) {
  json.key(spec.name).begin_object();
  if (is_number(spec)) {
    json.member("type", "integer").member("minimum", 0);
  } else if (is_list(spec)) {
    json.member("type", "array").key("items").begin_object().member("type", "string").end_object();
  } else {
    json.member("type", "string");
    if (is_choice(spec)) {
      json.key("enum").begin_array();
      for (auto rest = spec.value; !rest.empty();) {
        const auto word = rest.substr(0, rest.find('|'));
        json.value(word);
        rest.remove_prefix(std::min(word.size() + 1, rest.size()));
      }
      json.end_array();
    }
  }
  json.member("description", fmt::format("{} ({})", spec.help, spec.value)).end_object();
}

/// The parameters `limit` and `cursor`, which are the same for all tools.
void write_paging(JsonText& json, const Tool& tool) {
  json.key("limit").begin_object().member("type", "integer").member("minimum", 1).member("maximum", tool.most);
  json.member("default", tool.limit).member("description", "how many entries on a page").end_object();
  if (tool.kind == ToolKind::Citation) return;
  json.key("cursor").begin_object().member("type", "string");
  json.member("description", "next_cursor of the page before").end_object();
}

/// The JSON Schema of a tool's arguments.
void write_input(JsonText& json, const Tool& tool) {
  json.key("inputSchema").begin_object().member("type", "object").key("properties").begin_object();
  if (tool.kind == ToolKind::Cypher) {
    json.key("query")
        .begin_object()
        .member("type", "string")
        .member("description", "openCypher, read-only")
        .end_object();
    json.key("parameters")
        .begin_object()
        .member("type", "object")
        .member("description", "values of $names")
        .end_object();
  }
  for (const auto& name : tool.parameters) write_parameter(json, parameter_of(tool, name));
  write_paging(json, tool);
  json.end_object().key("required").begin_array();
  if (tool.kind == ToolKind::Cypher) json.value("query");
  for (const auto& name : tool.parameters) {
    if (parameter_of(tool, name).is_required) json.value(name);
  }
  json.end_array().member("additionalProperties", false).end_object();
}

constexpr std::string_view kSourcesSchema =
    R"({"type":"array","description":"how each thing that the answer names is cited, its words, and where they are",)"
    R"("items":{"type":"object","required":["key","cite_as","url"],"properties":{"key":{"type":"string"},)"
    R"("cite_as":{"type":"string"},"quote":{"type":"string","description":"official words: may be quoted"},)"
    R"("summary":{"type":"string","description":"not official words"},"source":{"type":"string"},)"
    R"("url":{"type":"string"}}}})";

/// The JSON Schema of a tool's answer. Only members that every answer has are required.
void write_output(JsonText& json, const Tool& tool) {
  json.key("outputSchema").begin_object().member("type", "object").key("properties").begin_object();
  json.key("snapshot").raw(R"({"type":"string","description":"of the data that answered"})");
  for (const auto names : {tool.shape.lists, tool.shape.links}) {
    for (const auto& name : names) json.key(name).raw(R"({"type":"array"})");
  }
  json.key("shown").raw(R"({"type":"object","description":"of each paged list from, to and of"})");
  json.key("warnings")
      .raw(R"({"type":"array","items":{"type":"string"},"description":"what the answer does not know"})");
  json.key("truncated").raw(R"({"type":["object","null"],"description":"why the answer is not whole"})");
  json.key("next_cursor").raw(R"({"type":["string","null"]})");
  json.key("sources").raw(kSourcesSchema);
  json.end_object().key("required").raw(R"(["snapshot","warnings","truncated","next_cursor","sources"])");
  json.end_object();
}

/// A parameter's value in the form that questions parse.
Result<std::string> text_of_argument(std::string_view name, const Value& value) {
  switch (value.type()) {
    case ValueType::String:
      return std::string(value.string());
    case ValueType::Integer:
      return std::to_string(value.integer());
    case ValueType::Boolean:
      return std::string(value.boolean() ? "true" : "false");
    case ValueType::List: {
      std::string joined;
      for (const auto& item : value.list()) {
        const auto text = item.is(ValueType::List) ? text_of_argument(name, Value()) : text_of_argument(name, item);
        if (!text) return fail(text.error());
        joined += (joined.empty() ? "" : ",") + *text;
      }
      return joined;
    }
    default:
      return fail(ErrorCode::InvalidArgument,
                  fmt::format("{} must be a string, a number, true, false or a list of strings", name));
  }
}

/// The arguments of a call, as the question and the view need them.
struct ToolRequest {
  Parameters parameters;
  ViewPage page;
  std::string cursor;
};

/// The offset in a cursor such as "3f2a9c01b7d4.40", which has the snapshot before the dot. A cursor of another
/// snapshot is refused, because its offset would lead elsewhere.
Result<std::size_t> offset_of(const Graph& graph, std::string_view cursor) {
  const auto dot = cursor.find('.');
  const auto snapshot = cursor.substr(0, dot);
  std::size_t offset = 0;
  if (dot != std::string_view::npos) {
    const auto* end = cursor.data() + cursor.size();
    const auto read = std::from_chars(cursor.data() + dot + 1, end, offset);
    if (read.ec == std::errc() && read.ptr == end && snapshot.size() >= 4 && graph.snapshot().starts_with(snapshot))
      return offset;
  }
  return fail(ErrorCode::InvalidArgument,
              "this cursor is of another snapshot or of no page: ask again without cursor, with the same arguments");
}

/// `limit` and `cursor`. A question with pages of its own gets its cursor unchanged.
Result<void> read_paging(const Graph& graph, const Tool& tool, const Map& arguments, ToolRequest& asked) {
  asked.page.limit = tool.limit;
  if (const auto* limit = arguments.find("limit"); limit != nullptr && !limit->is_null()) {
    if (!limit->is(ValueType::Integer) || limit->integer() < 1 ||
        limit->integer() > static_cast<std::int64_t>(tool.most))
      return fail(ErrorCode::InvalidArgument, fmt::format("limit must be a whole number from 1 to {}", tool.most));
    asked.page.limit = static_cast<std::size_t>(limit->integer());
  }
  const auto* cursor = arguments.find("cursor");
  if (cursor == nullptr || cursor->is_null()) return {};
  if (!cursor->is(ValueType::String)) return fail(ErrorCode::InvalidArgument, "cursor must be a string");
  asked.cursor = cursor->string();
  if (tool.has_own_cursor) return {};
  const auto offset = offset_of(graph, asked.cursor);
  if (!offset) return fail(offset.error());
  asked.page.offset = *offset;
  return {};
}

Result<ToolRequest> read_arguments(const Graph& graph, const Tool& tool, const Map& arguments) {
  ToolRequest asked;
  for (const auto& [name, value] : arguments.entries()) {
    if (name == "limit" || name == "cursor" || value.is_null()) continue;
    if (std::ranges::find(tool.parameters, name) == tool.parameters.end()) {
      std::vector<std::string_view> known(tool.parameters.begin(), tool.parameters.end());
      known.insert(known.end(), {"limit", "cursor"});
      return fail(unknown_name("argument", name, known));
    }
    auto text = text_of_argument(name, value);
    if (!text) return fail(text.error());
    asked.parameters.add(std::string(name), std::move(*text));
  }
  if (const auto paging = read_paging(graph, tool, arguments, asked); !paging) return fail(paging.error());
  if (!tool.has_own_cursor) return asked;
  asked.parameters.add("limit", std::to_string(asked.page.limit));
  if (!asked.cursor.empty()) asked.parameters.add("cursor", asked.cursor);
  return asked;
}

/// The answer to a question of the catalogue, as values.
Result<Map> answer_of(const CallContext& context, std::string_view question, const Parameters& parameters) {
  const auto answer = ask(*find_question(question), context.graph, parameters, context.budget);
  if (!answer) return fail(answer.error());
  const auto read = read_json(formats::to_json(context.graph, *answer));
  if (!read) return fail(read.error());
  return read->map();
}

/// The targets of a citation, without other hits of the search, and how the first one is cited.
Result<Map> look_up(const CallContext& context, ToolRequest asked) {
  asked.parameters.add("limit", "1000");
  auto found = answer_of(context, "search", asked.parameters);
  if (!found) return found;
  ValueList hits;
  for (const auto& hit : found->find("hits")->list()) {
    const auto by = hit.map().find("found_by")->string();
    if (by == "citation" || by == "nearest_to_citation" || by == "name") hits.push_back(hit);
  }
  const auto shown = std::min(hits.size(), asked.page.limit);
  Map whole;
  whole.set("hits", ValueList(hits.begin(), hits.begin() + static_cast<std::ptrdiff_t>(shown)));
  if (hits.size() > shown) whole.set("hits_not_shown", static_cast<std::int64_t>(hits.size() - shown));
  auto warnings = found->find("warnings")->list();
  if (hits.size() > 1) warnings.emplace_back(fmt::format("of {} hits the first is cited below", hits.size()));
  whole.set("warnings", std::move(warnings));
  if (hits.empty()) {
    whole.set("note", std::string("nothing here is called so: search by words, or ask treaties which are loaded"));
    return whole;
  }
  const auto key = std::string(hits.front().map().find("key")->string());
  auto cited = answer_of(context, "cite", {{"of", key}});
  if (!cited) return whole;
  for (const auto* name : {"plain", "oscola", "bluebook"}) {
    if (const auto* text = cited->find(name)) whole.set(name, *text);
  }
  return whole;
}

/// The words of a provision, and the units that contain it.
Result<Map> read_text(const CallContext& context, const ToolRequest& asked) {
  auto text = answer_of(context, "text", asked.parameters);
  if (!text) return text;
  const auto* of = text->find("of");
  if (of == nullptr || !of->is(ValueType::String)) return text;
  const auto node = answer_of(context, "node", {{"key", std::string(of->string())}});
  if (!node) return text;
  if (const auto* breadcrumb = node->find("breadcrumb")) text->set("stands_in", *breadcrumb);
  return text;
}

/// A page of a Cypher query is cut from its rows: the query runs again for each page.
Result<std::string> ask_cypher(const CallContext& context, const Tool& tool, const Map& arguments) {
  for (const auto& [name, value] : arguments.entries()) {
    if (name != "query" && name != "parameters" && name != "limit" && name != "cursor")
      return fail(unknown_name("argument", name, {"query", "parameters", "limit", "cursor"}));
  }
  const auto* query = arguments.find("query");
  if (query == nullptr || !query->is(ValueType::String))
    return fail(ErrorCode::InvalidArgument, "query must be openCypher as a string");
  ToolRequest asked;
  if (const auto paging = read_paging(context.graph, tool, arguments, asked); !paging) return fail(paging.error());
  cypher::Statement statement;
  statement.text = query->string();
  // One row more than the page needs, to know whether there is a next page.
  statement.max_rows = asked.page.offset + asked.page.limit + 1;
  if (const auto* given = arguments.find("parameters"); given != nullptr && !given->is_null()) {
    if (!given->is(ValueType::Map)) return fail(ErrorCode::InvalidArgument, "parameters must be an object");
    statement.parameters = given->map();
  }
  const auto answer = cypher::ask(context.graph, statement, context.budget);
  if (!answer) return fail(ErrorCode::InvalidArgument, cypher::explain(answer.error(), statement.text));
  auto read = read_json(cypher::rows_as_json(context.graph, *answer, false));
  if (!read) return fail(read.error());
  auto whole = read->map();
  // Rows beyond the page are not missing: the next page has them.
  if (answer->rows.size() >= statement.max_rows) whole.set("truncated", Value());
  return model_view(context.graph, context.site, whole, tool.shape, asked.page);
}

Result<std::string> answer_tool(const CallContext& context, const Tool& tool, const Map& arguments) {
  if (tool.kind == ToolKind::Cypher) return ask_cypher(context, tool, arguments);
  const auto asked = read_arguments(context.graph, tool, arguments);
  if (!asked) return fail(asked.error());
  const auto answer = tool.kind == ToolKind::Citation ? look_up(context, *asked)
                      : tool.kind == ToolKind::Text   ? read_text(context, *asked)
                                                      : answer_of(context, tool.question, asked->parameters);
  if (!answer) return fail(answer.error());
  return model_view(context.graph, context.site, *answer, tool.shape, asked->page);
}

/// The text of an error for a model. If a key was not found, it says which tools give keys.
std::string told_to_a_model(const Tool& tool, const Error& error) {
  std::string told(formats::first_characters(error.detail, kLongestError));
  const bool asks_by_key =
      tool.kind != ToolKind::Citation && tool.kind != ToolKind::Cypher && tool.question != "search";
  if (error.code == ErrorCode::NotFound && asks_by_key)
    told += "; lookup_citation gives the key of a citation (\"UNCC art 24(2)\"), search that of words";
  return told;
}

void write_text(JsonText& json, std::string_view text) {
  json.key("content").begin_array().begin_object().member("type", "text").member("text", text).end_object().end_array();
}

}  // namespace

void write_tools(JsonText& json) {
  json.begin_array();
  for (const auto& tool : tools()) {
    json.begin_object().member("name", tool.name).member("title", tool.title).member("description", tool.description);
    write_input(json, tool);
    write_output(json, tool);
    json.key("annotations").begin_object().member("title", tool.title).member("readOnlyHint", true);
    json.member("destructiveHint", false).member("idempotentHint", true).member("openWorldHint", false);
    json.end_object().end_object();
  }
  json.end_array();
}

bool is_tool(std::string_view name) {
  return find_tool(name) != nullptr;
}

void call_tool(JsonText& json, const CallContext& context, std::string_view name, const Map& arguments) {
  const auto& tool = *find_tool(name);
  const auto answer = answer_tool(context, tool, arguments);
  if (!answer) {
    write_text(json, told_to_a_model(tool, answer.error()));
    json.member("isError", true);
    return;
  }
  write_text(json, *answer);
  json.key("structuredContent").raw(*answer).member("isError", false);
}

}  // namespace treatygraph::queries::mcp
