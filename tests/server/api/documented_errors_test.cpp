// Produces every documented error of every route by a request over a real socket. The error must have a documented form
// and say what to do.

#include <algorithm>
#include <atomic>
#include <chrono>
#include <map>
#include <set>
#include <vector>

#include <gmock/gmock.h>

#include "queries/catalogue/catalogue.h"
#include "server/api/json_body.h"
#include "server/api/openapi.h"
#include "server/http/target.h"
#include "tests/server/lakes_http.h"

namespace treatygraph::server {
namespace {

using queries::cypher::Map;
using queries::cypher::Value;
using ::testing::Contains;
using ::testing::ContainsRegex;
using ::testing::HasSubstr;
using testing::RawClient;
using namespace std::chrono_literals;

struct DocumentedRoute {
  std::string method;
  std::string path;
  std::map<std::string, std::set<std::string>> media_types;  ///< by status, including "default"
};

std::ostream& operator<<(std::ostream& out, const DocumentedRoute& route) {
  return out << route.method << " " << route.path;
}

const Map& contract() {
  static const auto document = read_json_object(openapi_document());
  return *document;
}

const Map& component(std::string_view group, std::string_view name) {
  return contract().find("components")->map().find(group)->map().find(name)->map();
}

std::set<std::string> media_types_of(const Map& response) {
  if (const auto* reference = response.find("$ref")) {
    const auto name = reference->string();
    return media_types_of(component("responses", name.substr(name.rfind('/') + 1)));
  }
  std::set<std::string> types;
  if (const auto* content = response.find("content")) {
    for (const auto& [type, schema] : content->map().entries()) types.emplace(type);
  }
  return types;
}

/// A documented route that only the admin listener has.
bool is_for_operator(std::string_view path) {
  return path.starts_with("/admin/") || path.starts_with("/v1/queries");
}

std::vector<DocumentedRoute> documented_routes() {
  std::vector<DocumentedRoute> routes;
  for (const auto& [path, item] : contract().find("paths")->map().entries()) {
    for (const auto& [method, operation] : item.map().entries()) {
      DocumentedRoute route{std::string(method), std::string(path), {}};
      std::ranges::transform(route.method, route.method.begin(), [](unsigned char c) { return std::toupper(c); });
      for (const auto& [status, response] : operation.map().find("responses")->map().entries()) {
        if (status == "default" || status[0] >= '4')
          route.media_types[std::string(status)] = media_types_of(response.map());
      }
      routes.push_back(std::move(route));
    }
  }
  return routes;
}

/// Refusals that are independent of the route: the contract's Refusal lists them.
std::set<int> refusals() {
  std::set<int> statuses;
  const auto& of_status = component("schemas", "Refusal").find("allOf")->list()[1].map().find("properties")->map();
  for (const auto& status : of_status.find("status")->map().find("enum")->list())
    statuses.insert(static_cast<int>(status.integer()));
  return statuses;
}

const queries::Question* question_of(const DocumentedRoute& route) {
  const auto all = queries::questions();
  const auto found = std::ranges::find(all, route.path, &queries::Question::route);
  return found == all.end() ? nullptr : &*found;
}

/// Values of each parameter that lakes.graph has, and values that it does not have.
std::string value_for(const queries::ParameterSpec& parameter, bool exists) {
  if (parameter.value.starts_with("KEY")) return exists ? "lakes:art_1" : "lakes:art_99";
  if (parameter.value == "SLUG") return exists ? "lakes" : "rivers";
  if (parameter.value == "ISO3") return exists ? "VNM" : "XXX";
  return "lake";
}

/// Builds the text of a request.
struct Ask {
  std::string method;
  std::string path;
  std::string query;
  std::string headers;
  std::string body;
  std::string version = "HTTP/1.1";
  std::string length = {};  ///< replaces the length of the body
  std::string host = "127.0.0.1";

  Ask& with(const std::string& pair) {
    query += (query.empty() ? "?" : "&") + pair;
    return *this;
  }
  Ask& sending(const std::string& header) {
    headers += header + "\r\n";
    return *this;
  }
  void without(const std::string& header) {
    const auto at = headers.find(header);
    if (at != std::string::npos) headers.erase(at, headers.find("\r\n", at) + 2 - at);
  }
  [[nodiscard]] std::string text() const {
    const bool has_body = !body.empty() || !length.empty();
    return fmt::format(
        "{} {}{} {}\r\nHost: {}\r\nConnection: close\r\n{}{}\r\n{}", method, path, query, version, host, headers,
        has_body ? fmt::format("Content-Length: {}\r\n", length.empty() ? std::to_string(body.size()) : length) : "",
        body);
  }
};

struct Answer {
  int status = 0;
  std::string media_type;
  std::string head;
  std::string body;
};

Answer parsed(const std::string& text) {
  Answer answer;
  if (text.size() < 12) return answer;
  answer.status = std::stoi(text.substr(9, 3));
  const auto end = text.find("\r\n\r\n");
  answer.head = text.substr(0, end);
  answer.body = text.substr(std::min(end + 4, text.size()));
  const auto type = answer.head.find("Content-Type: ") + 14;
  answer.media_type = answer.head.substr(type, answer.head.find_first_of(";\r", type) - type);
  return answer;
}

/// The error's sentence for people, in either form of error.
std::string told(const Answer& answer) {
  const auto body = read_json_object(answer.body);
  if (!body) return {};
  if (const auto* detail = body->find("detail")) return std::string(detail->string());
  if (const auto* message = body->find("detailedMessage")) return std::string(message->string());
  return std::string(body->find("errors")->list()[0].map().find("message")->string());
}

class DocumentedErrors : public LakesHttp, public ::testing::WithParamInterface<DocumentedRoute> {
 protected:
  void TearDown() override {
    release_ = true;
    stop();
  }

  Response answer(const Request& request) override {
    const auto wish = request.header("X-Test");
    if (wish == "fault") throw std::runtime_error("secret");
    if (wish == "wait") is_held_ = true;
    while (wish == "wait" && !release_) std::this_thread::sleep_for(1ms);
    return is_for_operator(request.target) ? lakes_->admin.answer(request) : lakes_->service.answer(request);
  }

  Cost cost(std::string_view method, std::string_view target) override {
    if (fills_threads_) return Cost::Dear;
    return is_for_operator(target) ? lakes_->admin.cost(method, target) : lakes_->service.cost(method, target);
  }

  /// A request that the route answers, with values that lakes.graph has or does not have.
  [[nodiscard]] Ask ask(bool exists = true, std::string_view statement = "RETURN 1") const {
    const auto& route = GetParam();
    Ask ask{route.method, route.path, {}, {}, {}};
    const auto fill = [&](std::string_view name, const std::string& value) {
      const auto slot = fmt::format("{{{}}}", name);
      const auto at = ask.path.find(slot);
      if (at == std::string::npos) return false;
      ask.path.replace(at, slot.size(), value);
      return true;
    };
    if (const auto* question = question_of(route)) {
      for (const auto& parameter : question->parameters) {
        if (!parameter.is_required) continue;
        const auto value = value_for(parameter, exists);
        if (!fill(parameter.name, value)) ask.with(std::string(parameter.name) + "=" + value);
      }
    }
    fill("database", "treatygraph");
    if (ask.path.find("{transaction}") != std::string::npos)
      fill("transaction", exists ? open_transaction(ask.path) : std::string("99999"));
    fill("queryId", "mine");
    fill("id", "99999");
    if (route.path.ends_with("/explain")) ask.with("explain=static");
    if (route.method == "POST") {
      ask.body = fmt::format(R"({{"query": "{0}", "statement": "{0}"}})", statement);
      ask.sending("Content-Type: application/json");
    } else if (route.path == "/v1/cypher" || route.path == "/openCypher") {
      ask.with("query=" + percent_encoded(statement));
    }
    return ask;
  }

  /// The id of a transaction opened through the API of `path`, or through any API if that one opens none.
  [[nodiscard]] std::string open_transaction(const std::string& path) const {
    const auto tx = path.substr(0, path.find("/tx") + 3);
    const auto opened = answer_to(Ask{"POST", tx, {}, {}, {}, "HTTP/1.1", "0"});
    const auto before = tx.find("/query/v2") == std::string::npos ? tx + "/" : std::string("\"id\":\"");
    const auto at = opened.body.rfind(before);
    constexpr std::size_t kIdLength = 24;
    return at == std::string::npos ? "99999" : opened.body.substr(at + before.size(), kIdLength);
  }

  [[nodiscard]] static std::string percent_encoded(std::string_view text) {
    std::string encoded;
    for (const auto c : text) encoded += c == ' ' ? std::string("%20") : std::string(1, c);
    return encoded;
  }

  [[nodiscard]] Answer answer_to(const Ask& ask) const { return parsed(testing::exchange(port_, ask.text())); }

  static void expect_error(const Answer& answer, int status, const ::testing::Matcher<std::string>& help) {
    SCOPED_TRACE(::testing::Message() << GetParam() << " with " << status);
    EXPECT_EQ(answer.status, status) << answer.body;
    const auto& documented = GetParam().media_types;
    const auto own = documented.find(std::to_string(status));
    const auto& types = own == documented.end() ? documented.at("default") : own->second;
    EXPECT_THAT(types, Contains(answer.media_type));
    EXPECT_THAT(told(answer), help);
    if (answer.media_type == "application/problem+json") {
      EXPECT_THAT(answer.body, HasSubstr(fmt::format("\"status\":{},", status)));
    }
    if (status == 503) {
      EXPECT_THAT(answer.head, HasSubstr("\r\nRetry-After: 1"));
    }
  }

  void expect_bad_request() const {
    expect_error(answer_to(ask().with("x=%zz")), 400, HasSubstr("hexadecimal"));
    if (question_of(GetParam()) != nullptr)
      expect_error(answer_to(ask().with("no_such=1")), 400, HasSubstr("no parameter no_such"));
  }

  void expect_forbidden() const {
    if (is_for_operator(GetParam().path)) {
      expect_error(answer_to(ask().sending("Origin: https://evil.example")), 403, HasSubstr("for the operator"));
    } else {
      expect_error(answer_to(ask(true, "CREATE (n)")), 403, HasSubstr("read-only"));
    }
  }

  void expect_not_found() const {
    expect_error(answer_to(ask(false)), 404, ContainsRegex("no .*(art_99|rivers|XXX|99999|\\{name\\})"));
  }

  void expect_unprocessable() {
    lakes_->reloaded = fail(ErrorCode::Corrupt, "treaties.db: not a database of treaties");
    expect_error(answer_to(ask()), 422, HasSubstr("the old snapshot stays: treaties.db"));
  }

  [[nodiscard]] bool has_deadline() const {
    const auto routes = lakes_->public_routes().routes();
    const auto& wanted = GetParam();
    return std::ranges::any_of(routes, [&](const Route& route) {
      return route.method == wanted.method && route.path == wanted.path && route.freshness != Freshness::Live;
    });
  }

  void expect_unavailable() {
    if (has_deadline()) {
      queries::Budget::Limits limits;
      limits.time = 0ms;
      start(limits);
      expect_error(answer_to(ask()), 503, HasSubstr("ask again in a second"));
    }
    if (is_probe(GetParam().path)) return expect_not_ready();
    if (is_instant()) {
      EXPECT_TRUE(has_deadline()) << "who is answered on the loop waits for no thread";
      return;
    }
    const auto clients = fill_threads();
    expect_error(answer_to(ask()), 503, HasSubstr("all threads are busy"));
  }

  [[nodiscard]] bool is_instant() { return cost(GetParam().method, ask().path) == Cost::Instant; }

  void expect_not_ready() {
    lakes_->load.stopping = true;
    expect_error(answer_to(ask()), 503, HasSubstr("stopping"));
  }

  /// One request is processed and one waits; there is no room for another.
  std::vector<std::unique_ptr<RawClient>> fill_threads() {
    LoopLimits limits;
    limits.loops = 1;
    limits.threads = 1;
    limits.queue = 1;
    fills_threads_ = true;
    start({}, limits);
    auto waits = ask();
    waits.sending("X-Test: wait");
    std::vector<std::unique_ptr<RawClient>> clients;
    is_held_ = false;
    do {
      clients.push_back(std::make_unique<RawClient>(port_));
      clients.back()->send(waits.text());
      while (!is_held_) std::this_thread::sleep_for(1ms);  // else the queue would be empty again once it is
    } while (parsed(clients.back()->receive("\r\n\r\n", 50ms)).status != 503);
    return clients;
  }

  /// Refusals that are the same for every route.
  [[nodiscard]] Ask refused(int status) const {
    auto asked = ask();
    if (status == 403) asked.sending("Origin: https://evil.example");
    if (status == 403) asked.without("Content-Type");
    if (status == 405) asked.method = "PATCH";
    if (status == 413) asked.length = "2000000";
    if (status == 414) asked.with("q=" + std::string(5'000, 'x'));
    if (status == 415) asked.sending("Content-Encoding: gzip");
    if (status == 417) asked.sending("Expect: a-miracle");
    if (status == 421) asked.path = "https://127.0.0.1" + asked.path;
    if (status == 431) asked.sending("X-Long: " + std::string(20'000, 'x'));
    if (status == 500) asked.sending("X-Test: fault");
    if (status == 501) asked.method = "BREW";
    if (status == 505) asked.version = "HTTP/3.0";
    return asked;
  }

  /// Requests that a page of another site can send and that would cost or change something.
  [[nodiscard]] static bool is_refused_to_pages() {
    return GetParam().method == "POST" || is_for_operator(GetParam().path);
  }

  void expect_refusals_to_strangers() {
    auto elsewhere = ask();
    elsewhere.host = "evil.example";
    expect_error(answer_to(elsewhere), 421, HasSubstr("--host"));
    const testing::TemporaryFolder folder;
    auto access = LakesServer::usual_access();
    access.token_file = folder.write("tokens", "secret").string();
    start({}, {}, access);
    if (!is_probe(GetParam().path)) expect_error(answer_to(ask()), 401, HasSubstr("Authorization: Bearer"));
    EXPECT_NE(answer_to(ask().sending("Authorization: Bearer secret")).status, 401);
  }

  void expect_refusals() {
    for (const auto status : refusals()) {
      const bool has_test_of_its_own = status == 401 || status == 503;
      if (has_test_of_its_own || (status == 403 && !is_refused_to_pages())) continue;
      expect_error(answer_to(refused(status)), status, ContainsRegex("[a-z]{3,} [a-z]{2,}"));
    }
    if (!is_for_operator(GetParam().path)) expect_refusals_to_strangers();
    LoopLimits one;
    one.connections = 1;
    start({}, one);
    // A client that has begun a request is not idle, so it keeps its connection. The server may need a moment to
    // notice.
    Answer refused_for_room;
    for (int i = 0; i < 100 && refused_for_room.status != 503; ++i) {
      RawClient first(port_);
      first.send("GET /v1");
      (void)first.receive({}, 50ms);
      refused_for_room = answer_to(ask());
    }
    expect_error(refused_for_room, 503, HasSubstr("too many connections"));
  }

  void expect_documented(const std::string& status) {
    if (status == "400") return expect_bad_request();
    if (status == "403") return expect_forbidden();
    if (status == "404") return expect_not_found();
    if (status == "406")
      return expect_error(answer_to(ask().sending("Accept: image/png")), 406, HasSubstr("application/json"));
    if (status == "409")
      return expect_error(answer_to(ask().with("snapshot=0123456789abcdef")), 409, HasSubstr("ask without snapshot"));
    if (status == "422") return expect_unprocessable();
    if (status == "503") return expect_unavailable();
    if (status == "default") return expect_refusals();
    FAIL() << GetParam() << " documents " << status << ": what request has it?";
  }

  std::atomic<bool> release_ = false;
  std::atomic<bool> is_held_ = false;  ///< a request that waits has the thread
  std::atomic<bool> fills_threads_ = false;
};

TEST_P(DocumentedErrors, can_be_had_and_help) {
  for (const auto& [status, media_types] : GetParam().media_types) {
    expect_documented(status);
    release_ = true;
    stop();
    release_ = false;
    fills_threads_ = false;
    start({});
  }
}

std::string name_of(const ::testing::TestParamInfo<DocumentedRoute>& route) {
  auto name = route.param.method + route.param.path;
  std::ranges::replace_if(
      name, [](unsigned char c) { return std::isalnum(c) == 0; }, '_');
  return fmt::format("{}_{}", route.index, name);
}

INSTANTIATE_TEST_SUITE_P(Contract, DocumentedErrors, ::testing::ValuesIn(documented_routes()), name_of);

}  // namespace
}  // namespace treatygraph::server
