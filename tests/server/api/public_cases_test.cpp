// Test cases of other projects, from the folder TREATYGRAPH_PUBLIC_CASES. It contains clones of nst/JSONTestSuite,
// minimaxir/big-list-of-naughty-strings and nodejs/llhttp in subfolders named after the repository, without the owner.

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <regex>
#include <set>

#include <gmock/gmock.h>

#include "queries/formats/text/json_text.h"
#include "server/api/json_body.h"
#include "server/http/request_frame.h"
#include "server/http/target.h"
#include "tests/server/lakes_server.h"
#include "tests/support/temporary_folder.h"

namespace treatygraph::server {
namespace {

namespace fs = std::filesystem;

class PublicCases : public ::testing::Test {
 protected:
  void SetUp() override {
    const auto* const folder = std::getenv("TREATYGRAPH_PUBLIC_CASES");
    if (folder == nullptr) GTEST_SKIP() << "TREATYGRAPH_PUBLIC_CASES names no folder of public cases";
    folder_ = folder;
  }

  [[nodiscard]] std::vector<fs::path> files(const std::string& below, const std::string& extension) const {
    std::vector<fs::path> found;
    for (const auto& entry : fs::directory_iterator(folder_ / below)) {
      if (entry.path().extension() == extension) found.push_back(entry.path());
    }
    std::ranges::sort(found);
    EXPECT_FALSE(found.empty()) << folder_ / below;
    return found;
  }

  fs::path folder_;
};

TEST_F(PublicCases, of_json_are_read_as_their_names_say) {
  const std::set<std::string> twice = {"y_object_duplicated_key.json", "y_object_duplicated_key_and_value.json"};
  std::size_t count = 0;
  for (const auto& file : files("JSONTestSuite/test_parsing", ".json")) {
    const auto name = file.filename().string();
    const auto read = read_json_object("{\"case\": " + testing::bytes_of(file) + "}");
    ++count;
    if (name.starts_with("y_")) {
      EXPECT_EQ(read.has_value(), !twice.contains(name)) << name << ": a name twice is refused";
    } else if (name.starts_with("n_")) {
      EXPECT_FALSE(read) << name;
    }
  }
  EXPECT_GT(count, 300U);
}

std::string json_of(std::string_view text) {
  std::string json;
  queries::formats::append_json_string(json, text);
  return json;
}

TEST_F(PublicCases, of_naughty_strings_are_searched_for_and_come_back_as_they_were) {
  const auto list = testing::bytes_of(folder_ / "big-list-of-naughty-strings/blns.json");
  const auto strings = read_json_object("{\"all\": " + list + "}");
  ASSERT_TRUE(strings) << strings.error().detail;
  LakesServer server;
  const auto& all = strings->find("all")->list();
  EXPECT_GT(all.size(), 400U);
  for (const auto& value : all) {
    const std::string text(value.string());
    SCOPED_TRACE(text);
    const auto found = server.ask("GET", "/v1/search?q=" + percent_encoded(text));
    EXPECT_TRUE(found.status == 200 || found.status == 400) << found.status << found.body;
    EXPECT_TRUE(read_json_object(found.body)) << found.body;
    const auto node = server.ask("GET", "/v1/nodes/" + percent_encoded(text));
    EXPECT_LT(node.status, 500) << node.body;
    const auto body = R"({"query": "RETURN $p AS p", "parameters": {"p": )" + json_of(text) + "}}";
    const auto returned = server.ask("POST", "/v1/cypher", {{"Content-Type", "application/json"}}, body);
    ASSERT_EQ(returned.status, 200) << returned.body;
    EXPECT_EQ(read_json_object(returned.body)->find("rows")->list()[0].list()[0].string(), text);
    const auto asked = server.ask("POST", "/v1/cypher", {}, "{\"query\": " + json_of(text) + "}");
    EXPECT_TRUE(asked.status == 200 || asked.status == 400 || asked.status == 403) << asked.status << asked.body;
  }
}

/// An llhttp test case: a request in its notation, and the parser's expected output.
struct ParserCase {
  std::string title;
  std::string request;
  bool is_refused = false;
};

std::string replaced(std::string text, const std::string& pattern, const std::string& with) {
  return std::regex_replace(text, std::regex(pattern), with);
}

/// Decodes the notation as llhttp's own tests do: lines end in CR LF, a backslash joins lines, \r and
///  are escapes.
std::string in_bytes(std::string text) {
  if (text.ends_with('\n')) text.pop_back();
  text = replaced(text, "\\\\\n", "");
  text = replaced(text, "\n", "\r\n");
  text = replaced(text, "\\\\r", "\r");
  text = replaced(text, "\\\\n", "\n");
  text = replaced(text, "\\\\t", "\t");
  return replaced(text, "\\\\f", "\f");
}

/// Adds the Host header that this server requires and those cases leave out.
std::string with_host(const std::string& request) {
  if (std::regex_search(request, std::regex("\nhost[ ]*:", std::regex::icase))) return request;
  const auto end = request.find("\r\n");
  return end == std::string::npos ? request : request.substr(0, end + 2) + "Host: x\r\n" + request.substr(end + 2);
}

std::string block_of(const std::string& text, const std::string& language, std::size_t& at) {
  const auto mark = "```" + language + "\n";
  const auto begin = text.find(mark, at);
  if (begin == std::string::npos) return {};
  const auto end = text.find("\n```", begin + mark.size() - 1);
  at = end;
  return text.substr(begin + mark.size(), end + 1 - begin - mark.size());
}

/// Leaves out cases that pause, upgrade the connection, or have bytes after a request that closes.
bool says_wrong(const std::string& log) {
  return std::regex_search(log, std::regex("error code=(?!5 |21 |22 )"));
}

/// The cases for a strict parser.
std::vector<ParserCase> cases_in(const fs::path& file) {
  std::vector<ParserCase> cases;
  const auto text = testing::bytes_of(file);
  const std::string mark = "<!-- meta={\"type\": \"request\"";
  for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at + 1)) {
    const auto title = text.rfind("\n#", at) + 1;
    auto place = at;
    const auto request = block_of(text, "http", place);
    const auto log = block_of(text, "log", place);
    cases.push_back({file.filename().string() + text.substr(title, text.find('\n', title) - title), in_bytes(request),
                     says_wrong(log)});
  }
  return cases;
}

struct Verdict {
  std::size_t complete = 0;
  int status = 0;  ///< of the refused request
  std::string bodies;
  bool operator==(const Verdict&) const = default;
};

/// Of all requests in it, received `step` bytes at a time.
Verdict verdict_on(std::string received, std::size_t step) {
  Verdict verdict;
  RequestFramer framer({});
  for (std::size_t end = std::min(step, received.size()); verdict.status == 0;) {
    const auto frame = framer.look(std::string_view(received).substr(0, end));
    EXPECT_LE(frame.wire_bytes, end);
    verdict.status = frame.refusal.detail.empty() ? 0 : frame.refusal.status;
    if (frame.state == RequestFrame::State::Complete) {
      ++verdict.complete;
      verdict.bodies += frame.body + "|";
      (void)head_for_library(frame.head);
      received.erase(0, frame.wire_bytes);
      end -= frame.wire_bytes;
    } else if (end == received.size()) {
      break;
    } else {
      end = std::min(end + step, received.size());
    }
  }
  return verdict;
}

TEST_F(PublicCases, of_requests_are_framed_no_more_loosely_than_by_another_strict_parser) {
  // curl sends the target as typed: UTF-8, percent-encoded or not.
  const std::set<std::string> looser = {"uri.md## Disallow UTF-8 in URI path in strict mode"};
  std::size_t count = 0;
  for (const auto& file : files("llhttp/test/request", ".md")) {
    for (const auto& given : cases_in(file)) {
      SCOPED_TRACE(given.title + "\n" + given.request);
      const auto request = with_host(given.request);
      const auto whole = verdict_on(request, request.size());
      EXPECT_EQ(verdict_on(request, 1), whole) << "byte by byte";
      EXPECT_EQ(verdict_on(request, 7), whole);
      if (given.is_refused) {
        EXPECT_EQ(looser.contains(given.title), whole.status == 0 && whole.complete > 0) << "llhttp refuses it";
      }
      ++count;
    }
  }
  EXPECT_GT(count, 100U);
}

}  // namespace
}  // namespace treatygraph::server
