#include "server/api/routes.h"

#include <algorithm>
#include <array>
#include <memory>

#include <fmt/format.h>

#include "queries/formats/graphs/graph_export.h"
#include "queries/formats/render.h"
#include "queries/formats/text/json_text.h"
#include "queries/questions/treaties.h"
#include "server/api/estimates.h"
#include "server/api/negotiation.h"
#include "server/api/openapi.h"
#include "server/api/question_answer.h"
#include "server/api/saved_file.h"
#include "server/api/version.h"
#include "server/api/web_files.h"
#include "server/http/problem.h"
#include "server/http/target.h"

namespace treatygraph::server {
namespace {

using queries::Question;
using queries::formats::Format;
using queries::formats::JsonText;

/// The whole graph, piece by piece (GraphExport). Parameters other than format and snapshot are refused, as they are
/// for questions.
Response export_graph(const Call& call) {
  const auto format_name = call.parameters.take("format");
  if (const auto& others = call.parameters.all(); !others.empty()) {
    return problem(400, fmt::format("no parameter {} here; there are: format, snapshot", others.front().first));
  }
  auto format = negotiate(format_name, call.request.header("Accept"));
  if (!format) return format_name.empty() ? problem(406, format.error().detail) : problem(format.error());
  if (format_name.empty() && *format == Format::Html) format = Format::Json;  // a browser, which accepts everything
  auto whole = queries::formats::GraphExport::of(call.graph, *format, queries::formats::export_writer, call.iri_base);
  if (!whole) return problem(whole.error());
  Response response;
  response.content_type = content_type_of(*format);
  save_as(call.graph.snapshot().substr(0, 12), *format, response);
  const auto shared = std::make_shared<queries::formats::GraphExport>(std::move(*whole));
  response.source = [shared](std::string& piece) {
    const auto more = shared->next(piece);
    if (!more) return Piece::Failed;
    return *more ? Piece::More : Piece::Done;
  };
  return response;
}

/// One question for the list at /v1.
void write_link(JsonText& json, const Question& question) {
  json.begin_object()
      .member("name", question.name)
      .member("route", question.route)
      .member("summary", question.summary)
      .member("example", example_target(question))
      .key("parameters")
      .begin_array();
  for (const auto& parameter : question.parameters) {
    json.begin_object()
        .member("name", parameter.name)
        .member("value", parameter.value)
        .member("help", parameter.help)
        .member("required", parameter.is_required)
        .end_object();
  }
  json.end_array().end_object();
}

/// The answer to GET /v1: what is loaded, which formats there are, and all questions with an example.
Response describe_service(const Call& call) {
  Response response;
  response.content_type = content_type_of(queries::formats::Format::Json);
  JsonText json(response.body);
  json.begin_object()
      .member("service", "treatygraph")
      .member("version", kVersion)
      .member("snapshot", call.graph.snapshot())
      .member("nodes", call.graph.node_count())
      .member("relationships", call.graph.relationship_count())
      .key("treaties")
      .begin_array();
  for (const auto& treaty : queries::treaties(call.graph)) {
    if (treaty.loaded) json.value(call.graph.key(treaty.treaty));
  }
  json.end_array().key("formats").begin_array();
  for (const auto& spec : queries::formats::all_formats()) json.value(spec.name);
  json.end_array().key("routes").begin_array();
  for (const auto& question : queries::questions()) write_link(json, question);
  json.end_array().end_object();
  response.body += '\n';
  return response;
}

/// The OpenAPI document, the same for all snapshots.
Response serve_contract(const Call&) {
  Response response;
  response.content_type = content_type_of(queries::formats::Format::Json);
  response.body = openapi_document();
  return response;
}

/// Scripts, styles and fonts of the page. The names of its parts contain a hash of their bytes, so caches may keep
/// them.
Response web_file(const WebFile& file) {
  Response response;
  response.content_type = file.content_type;
  response.body = file.bytes;
  if (file.content_type.starts_with("text/html")) {
    response.headers.emplace_back(
        "Content-Security-Policy",
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
        "font-src 'self'; worker-src 'self'; connect-src 'self'; base-uri 'none'; "
        "form-action 'self'; frame-ancestors 'none'");
  }
  return response;
}

/// Null if there is no such file.
const WebFile* find_web_file(std::string_view name) {
  const auto found = std::ranges::find(web_files(), name, &WebFile::name);
  return found == web_files().end() ? nullptr : &*found;
}

/// All views of the page are the same file; its script shows the view that the address names.
Response page(const Call&) {
  return web_file(*find_web_file("index.html"));
}

/// The page of a provision; its head names the words that the page will ask for (server/web/read/use_text.ts), so that
/// a browser asks for them at once and not when the scripts run.
Response page_of_provision(const Call& call) {
  auto response = page(call);
  const auto treaty = call.parameters.take("treaty");
  const auto provision = call.parameters.take("provision");
  // A paragraph or point is shown on the page of its article.
  const auto article = provision.substr(0, std::min(provision.find("__para"), provision.find("__point")));
  response.headers.emplace_back("Link", fmt::format("</v1/text?of={}&limit=1500>; rel=preload; as=fetch; crossorigin",
                                                    form_encoded(treaty + ":" + article)));
  return response;
}

Response page_file(const Call& call) {
  const auto name = call.parameters.take("name");
  const auto* file = find_web_file(name);
  if (!file) return problem(404, fmt::format("the page has no file {}; load the page again", name));
  return web_file(*file);
}

/// The page, or `discovery` for clients that ask for JSON, such as those of Neo4j's Query API.
std::function<Response(const Call&)> front_page(std::function<Response(const Call&)> discovery) {
  return [discovery = std::move(discovery)](const Call& call) {
    const auto accept = call.request.header("Accept");
    return accept.starts_with("application/json") ? discovery(call) : page(call);
  };
}

/// The addresses of the page's views, as server/web/address/address.ts writes them.
constexpr std::array<std::string_view, 5> kViews = {"/read/{treaty}", "/node/{key}", "/ask/{question}", "/query",
                                                    "/about"};

}  // namespace

std::string example_target(const Question& question) {
  std::string path(question.route);
  std::string query;
  std::string_view rest = question.example;
  while (!rest.empty()) {
    const auto pair = rest.substr(0, rest.find('&'));
    rest.remove_prefix(std::min(pair.size() + 1, rest.size()));
    const auto equals = pair.find('=');
    const auto name = pair.substr(0, equals);
    const auto value = percent_encoded(pair.substr(equals + 1));
    const auto slot = "{" + std::string(name) + "}";
    // Parameters in the path are replaced there; all others become the query string.
    if (const auto at = path.find(slot); at != std::string::npos) {
      path.replace(at, slot.size(), value);
    } else {
      query += (query.empty() ? "?" : "&") + std::string(name) + "=" + value;
    }
  }
  return path + query;
}

void add_routes(Router& router, std::function<Response(const Call&)> discovery) {
  // Answers of the program itself: their entity tags are hashes, so they are made anew only for the hash.
  const auto instant = [&](std::string_view path, std::function<Response(const Call&)> answer) {
    router.add({"GET", std::string(path), std::move(answer), Freshness::Program, Cost::Instant});
  };
  instant("/", front_page(std::move(discovery)));
  for (const auto view : kViews) instant(view, page);
  instant("/read/{treaty}/{provision}", page_of_provision);
  instant("/assets/{name}", page_file);
  instant("/favicon.ico",
          [](const Call&) { return web_file(*find_web_file("icon.svg")); });  // browsers ask for it unasked
  for (const auto* path : {"/openapi.json", "/v1/openapi.json"})
    router.add({"GET", path, serve_contract, Freshness::Program, Cost::Cheap});
  router.add({"GET", "/v1", describe_service, Freshness::Snapshot, Cost::Instant});
  router.add({"GET", "/v1/export", export_graph});
  for (const auto& question : queries::questions()) {
    router.add({"GET", std::string(question.route),
                [&question](const Call& call) { return answer_question(question, call); }, Freshness::Snapshot,
                Cost::Dear, estimate_of(question.effort)});
  }
}

}  // namespace treatygraph::server
