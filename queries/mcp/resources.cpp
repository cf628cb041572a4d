#include "queries/mcp/resources.h"

#include <algorithm>

#include <fmt/format.h>

#include "queries/catalogue/catalogue.h"
#include "queries/formats/answers/json_answers.h"
#include "queries/formats/text/utf8.h"
#include "queries/mcp/model_view.h"
#include "queries/questions/cite.h"
#include "queries/questions/suggest.h"
#include "queries/questions/text.h"
#include "queries/questions/treaties.h"
#include "queries/request/find_node.h"
#include "queries/treaty/short_citation.h"
#include "queries/treaty/titles.h"

namespace treatygraph::queries::mcp {
namespace {

using formats::JsonText;

constexpr std::string_view kScheme = "treaty://";
constexpr std::string_view kMarkdown = "text/markdown";
/// The most provisions in one text; a longer treaty says that it is not whole.
constexpr std::size_t kMostProvisions = 400;

/// Decodes the percent-encoding of a URL. A % without two hexadecimal digits stays.
std::string decoded(std::string_view text) {
  const auto digit = [](char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
  };
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_encoded = text[i] == '%' && i + 2 < text.size() && digit(text[i + 1]) >= 0 && digit(text[i + 2]) >= 0;
    plain += is_encoded ? static_cast<char>(digit(text[i + 1]) * 16 + digit(text[i + 2])) : text[i];
    if (is_encoded) i += 2;
  }
  return plain;
}

std::string_view words_note(WordsAre are) {
  return are == WordsAre::Summary ? " *(a summary, not the words of the treaty)*" : "";
}

/// The words of a provision or a treaty in Markdown, each part with its title.
Result<std::string> as_markdown(const CallContext& context, NodeId node) {
  const auto& graph = context.graph;
  const auto text =
      text_of_provisions(graph, {std::string(graph.key(node)), {}, {kMostProvisions, {}}}, context.budget);
  if (!text) return fail(text.error());
  const auto cited = cite(graph, graph.key(node), {});
  auto page = fmt::format("# {}\n\n", title_of(graph, node));
  if (cited) page += fmt::format("Cite as: {}\n\n", cited->plain);
  page += fmt::format("{}\n\n", permalink(graph, context.site, node));
  for (const auto& entry : text->hits) {
    page += fmt::format("**{}** {}{}\n\n", title_of(graph, entry.node), entry.words, words_note(entry.words_are));
  }
  if (!text->explanation.empty()) page += text->explanation + "\n";
  if (text->truncated) page += fmt::format("Not whole: {}.\n", text->truncated->reason);
  return page;
}

/// The answer to a question of the catalogue.
Result<std::string> as_json(const CallContext& context, std::string_view question, const Parameters& parameters) {
  const auto answer = ask(*find_question(question), context.graph, parameters, context.budget);
  if (!answer) return fail(answer.error());
  return formats::to_json(context.graph, *answer);
}

void write_contents(JsonText& json, std::string_view uri, std::string_view type, std::string_view text) {
  json.key("contents").begin_array().begin_object();
  json.member("uri", uri).member("mimeType", type).member("text", text).end_object().end_array();
}

}  // namespace

void write_resources(JsonText& json, const Graph& graph) {
  json.begin_array().begin_object().member("uri", "treaty://schema").member("name", "schema");
  json.member("title", "What the graph holds").member("mimeType", "application/json").end_object();
  for (const auto& treaty : treaties(graph)) {
    if (!treaty.loaded) continue;
    json.begin_object().member("uri", permalink(graph, {}, treaty.treaty));
    json.member("name", treaty_slug(graph, treaty.treaty)).member("title", title_of(graph, treaty.treaty));
    json.member("mimeType", kMarkdown).end_object();
  }
  json.end_array();
}

void write_resource_templates(JsonText& json) {
  const auto add = [&](std::string_view uri, std::string_view name, std::string_view description,
                       std::string_view type) {
    json.begin_object().member("uriTemplate", uri).member("name", name).member("description", description);
    json.member("mimeType", type).end_object();
  };
  json.begin_array();
  add("treaty://{slug}", "treaty", "The text of a treaty or draft", kMarkdown);
  add("treaty://{slug}/{eid}", "provision", "A provision by its eId, as art_24__para_2", kMarkdown);
  add("treaty://node/{key}", "node", "Any node by its key", "application/json");
  json.end_array();
}

Result<void> write_resource(JsonText& json, const CallContext& context, std::string_view uri) {
  const auto unknown = [&] {
    return fail(ErrorCode::NotFound, fmt::format("no resource {}; there are treaty://SLUG, treaty://SLUG/EID, "
                                                 "treaty://node/KEY and treaty://schema",
                                                 formats::first_characters(uri, 200)));
  };
  if (!uri.starts_with(kScheme)) return unknown();
  const auto rest = uri.substr(kScheme.size());
  const auto slash = rest.find('/');
  const auto first = decoded(rest.substr(0, slash));
  const auto second = slash == std::string_view::npos ? std::string() : decoded(rest.substr(slash + 1));
  if (first == "schema" || (first == "node" && !second.empty())) {
    const auto text = first == "schema" ? as_json(context, "schema", {}) : as_json(context, "node", {{"key", second}});
    if (!text) return fail(text.error());
    write_contents(json, uri, "application/json", *text);
    return {};
  }
  const auto node = context.graph.find(second.empty() ? "treaty:" + first : first + ":" + second);
  if (!node) return unknown();
  const auto text = as_markdown(context, *node);
  if (!text) return fail(text.error());
  write_contents(json, uri, kMarkdown, *text);
  return {};
}

std::vector<std::string> completions(const Graph& graph, std::string_view argument, std::string_view typed) {
  std::vector<std::string> values;
  if (argument == "slug" || argument == "treaty") {
    for (const auto& treaty : treaties(graph)) {
      const auto slug = treaty_slug(graph, treaty.treaty);
      if (treaty.loaded && slug.starts_with(typed)) values.emplace_back(slug);
    }
  } else if (argument == "key" && !typed.empty()) {
    const auto suggested = suggest(graph, {std::string(typed)});
    if (!suggested) return values;
    for (const auto& suggestion : suggested->suggestions) {
      if (suggestion.node) values.emplace_back(graph.key(*suggestion.node));
    }
  }
  constexpr std::size_t kMost = 100;
  if (values.size() > kMost) values.resize(kMost);
  return values;
}

}  // namespace treatygraph::queries::mcp
