// Servers that follow a publisher, alone and after HAProxy.

#include <algorithm>
#include <atomic>
#include <cctype>
#include <csignal>
#include <fstream>
#include <map>
#include <memory>
#include <mutex>
#include <stdexcept>
#include <thread>

#include <gmock/gmock.h>

#include "graph/database.h"
#include "publication/publish.h"
#include "tests/program/free_port.h"
#include "tests/program/programs.h"
#include "tests/program/running_server.h"
#include "tests/support/drawing.h"
#include "tests/support/places.h"
#include "tests/support/temporary_folder.h"

namespace treatygraph {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using testing::kIngest;
using testing::RunningServer;

/// A publisher's folder. Database n has n articles.
class Publisher {
 public:
  Publisher() : store_(publication::folder_store(where())) {}

  [[nodiscard]] std::string where() const { return (folder_ / "published").string(); }

  /// Returns the snapshot id.
  std::string publish(int articles) {
    const auto path = folder_ / "treaties.db";
    std::string drawing;
    for (int i = 1; i <= articles; ++i) drawing += "t:art_" + std::to_string(i) + "\n";
    EXPECT_TRUE(write_database(path, testing::records_of(drawing)));
    const auto published = publication::publish(path, *store_, 5);
    EXPECT_TRUE(published) << published.error().detail;
    if (!published) return {};
    const std::scoped_lock lock(mutex_);
    articles_[published->manifest.snapshot] = articles;
    return published->manifest.snapshot;
  }

  /// The number of articles that an answer of this snapshot must count; 0 if it was never published.
  [[nodiscard]] int articles_of(const std::string& snapshot) const {
    const std::scoped_lock lock(mutex_);
    const auto found = articles_.find(snapshot);
    return found == articles_.end() ? 0 : found->second;
  }

  /// The current object, for tests that damage it.
  [[nodiscard]] std::filesystem::path object() const {
    return where() + "/objects/" + testing::bytes_of(where() + "/current").substr(last_hash(), 64);
  }

 private:
  [[nodiscard]] std::size_t last_hash() const { return testing::bytes_of(where() + "/current").rfind(' ') + 1; }

  testing::TemporaryFolder folder_;
  std::unique_ptr<publication::Store> store_;
  mutable std::mutex mutex_;
  std::map<std::string, int> articles_;
};

class Follower {
 public:
  explicit Follower(const std::string& where)
      : server_("", {"--follow", where, "--replica", (folder_ / "replica").string(), "--follow-interval", "0.1"}) {}

  [[nodiscard]] RunningServer& server() { return server_; }
  [[nodiscard]] bool comes_to(const std::string& snapshot) const {
    for (int i = 0; i < 500; ++i) {
      if (server_.get("/readyz").find(snapshot) != std::string::npos) return true;
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    return false;
  }
  /// The answer to a reload: why nothing new was accepted.
  [[nodiscard]] std::string refusal() const { return server_.ask_admin("POST", "/admin/reload"); }
  [[nodiscard]] std::filesystem::path folder() const { return folder_ / "replica"; }

 private:
  testing::TemporaryFolder folder_;
  RunningServer server_;
};

/// The command for an nginx that writes nothing outside `folder`.
std::vector<std::string> nginx_with(const testing::TemporaryFolder& folder, const std::string& http) {
  std::string frame = "daemon off;\nmaster_process off;\npid " + (folder / "nginx.pid").string() +
                      ";\nerror_log stderr;\nevents {}\nhttp {\naccess_log off;\n";
  for (const auto* kind : {"client_body", "proxy", "fastcgi", "uwsgi", "scgi"}) {
    frame += std::string(kind) + "_temp_path " + (folder / kind).string() + ";\n";
  }
  const auto path = folder.write("nginx.conf", frame + http + "}\n");
  return {"nginx", "-p", folder.path().string(), "-c", path.string()};
}

constexpr const char* kCountArticles = "/v1/cypher?query=MATCH%20(a:Article)%20RETURN%20count(a)%20AS%20n";

TEST(Following, serves_what_is_published_and_answers_for_the_snapshots_before) {
  Publisher publisher;
  const auto first = publisher.publish(3);
  Follower follower(publisher.where());
  EXPECT_THAT(follower.server().get(kCountArticles), AllOf(HasSubstr(first), HasSubstr("[[3]]")));
  const auto second = publisher.publish(5);
  ASSERT_TRUE(follower.comes_to(second));
  EXPECT_THAT(follower.server().get(kCountArticles), AllOf(HasSubstr(second), HasSubstr("[[5]]")));
  EXPECT_THAT(follower.server().get(kCountArticles + ("&snapshot=" + first)),
              AllOf(HasSubstr(first), HasSubstr("[[3]]")));
  ASSERT_TRUE(follower.comes_to(publisher.publish(7)));
  ASSERT_TRUE(follower.comes_to(publisher.publish(9)));
  EXPECT_THAT(follower.server().get(kCountArticles + ("&snapshot=" + first)),
              AllOf(HasSubstr(" 409 "), HasSubstr(second)));
  EXPECT_THAT(follower.server().get(kCountArticles + ("&snapshot=" + second)), HasSubstr("[[5]]"));
}

TEST(Following, takes_nothing_damaged_cut_or_older_and_recovers) {
  Publisher publisher;
  const auto first = publisher.publish(3);
  const auto pointer = publisher.where() + "/current";
  const auto first_pointer = testing::bytes_of(pointer);
  Follower follower(publisher.where());
  ASSERT_TRUE(follower.comes_to(first));

  const auto write = [](const std::filesystem::path& path, const std::string& bytes) {
    std::ofstream(path, std::ios::binary) << bytes;
  };
  write(pointer, "treatygraph-publication 1\nsequence 2\nsnap");
  EXPECT_THAT(follower.refusal(), HasSubstr("it was cut"));
  write(pointer, first_pointer);

  // The object is damaged before the pointer names it.
  follower.server().process().send_signal(SIGSTOP);
  const auto second = publisher.publish(4);
  const auto object = publisher.object();
  const auto whole = testing::bytes_of(object);
  auto damaged = whole;
  damaged[damaged.size() / 2] ^= 1;
  write(object, damaged);
  follower.server().process().send_signal(SIGCONT);
  EXPECT_THAT(follower.refusal(), AllOf(HasSubstr("damaged"), HasSubstr(object.filename().string())));
  write(object, whole.substr(0, whole.size() / 2));
  EXPECT_THAT(follower.refusal(), HasSubstr("bytes, and"));
  EXPECT_THAT(follower.server().get(kCountArticles), AllOf(HasSubstr(first), HasSubstr("[[3]]")));
  write(object, whole);
  EXPECT_THAT(follower.refusal(), HasSubstr(second));
  EXPECT_THAT(follower.server().get(kCountArticles), HasSubstr("[[4]]"));

  write(pointer, first_pointer);
  EXPECT_THAT(follower.refusal(), HasSubstr("went back in time"));
  EXPECT_THAT(follower.server().get(kCountArticles), HasSubstr("[[4]]"));
  // A new publication continues the history.
  const auto third = publisher.publish(6);
  EXPECT_TRUE(follower.comes_to(third));
}

TEST(Following, starts_from_its_replica_while_the_publisher_is_away_and_says_why_it_cannot_start_without_one) {
  Publisher publisher;
  const auto first = publisher.publish(3);
  const testing::TemporaryFolder folder;
  const auto replica = (folder / "replica").string();
  const std::vector<std::string> options = {"--follow", publisher.where(), "--replica", replica};
  { const RunningServer server("", options); }
  std::filesystem::rename(publisher.where(), publisher.where() + ".away");
  const RunningServer server("", options);
  EXPECT_THAT(server.get(kCountArticles), AllOf(HasSubstr(first), HasSubstr("[[3]]")));
  const auto taken = testing::run({testing::kServer, "--follow", publisher.where(), "--replica", replica});
  EXPECT_EQ(taken.exit_code, 4);
  EXPECT_THAT(taken.err, HasSubstr("another process"));
  const auto nothing =
      testing::run({testing::kServer, "--follow", publisher.where(), "--replica", (folder / "other").string()});
  EXPECT_EQ(nothing.exit_code, 4);
  EXPECT_THAT(nothing.err, HasSubstr("current"));
  EXPECT_EQ(testing::run({testing::kServer}).exit_code, 2);
}

TEST(Publish, publishes_over_http_and_says_what_the_server_refuses) {
  const testing::TemporaryFolder folder;
  ASSERT_TRUE(write_database(folder / "treaties.db", testing::records_of("t:art_1\n")));
  const auto port = testing::free_port();
  const auto root = folder / "root";
  std::filesystem::create_directories(root);
  const auto address = "127.0.0.1:" + std::to_string(port);
  const testing::Process nginx(nginx_with(
      folder, "server { listen " + address + "; root " + root.string() +
                  "; client_max_body_size 0; location /w/ { dav_methods PUT DELETE; create_full_put_path on; } }\n"));
  const auto publish = [&](const std::string& where) {
    return testing::run({kIngest, "publish", (folder / "treaties.db").string(), where});
  };
  auto published = publish("http://" + address + "/w/t");
  for (int i = 0; i < 100 && published.exit_code != 0; ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    published = publish("http://" + address + "/w/t");
  }
  EXPECT_EQ(published.exit_code, 0) << published.err;
  EXPECT_THAT(published.out, HasSubstr("publication 1"));
  Follower follower("http://" + address + "/w/t");
  EXPECT_THAT(follower.server().get(kCountArticles), HasSubstr("[[1]]"));
  const auto refused = publish("http://" + address + "/elsewhere");
  EXPECT_EQ(refused.exit_code, 1);
  EXPECT_THAT(refused.err, AllOf(HasSubstr("405"), HasSubstr("must take PUT")));
  EXPECT_EQ(publish("ftp://" + address).exit_code, 1);
}

/// Three followers after one of the delivered configurations.
class BehindProxy : public ::testing::TestWithParam<std::string> {
 protected:
  BehindProxy() {
    snapshot_ = publisher_.publish(1);
    for (int i = 0; i < 3; ++i) followers_.push_back(std::make_unique<Follower>(publisher_.where()));
    port_ = testing::free_port();
    proxy_ = std::make_unique<testing::Process>(GetParam() == "haproxy" ? haproxy() : nginx());
    for (int i = 0; i < 200 && ask(kCountArticles).find(" 200 ") == std::string::npos; ++i) {
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
  }

  [[nodiscard]] std::string address_of(int follower) const {
    return "127.0.0.1:" + std::to_string(followers_[static_cast<std::size_t>(follower)]->server().port);
  }

  std::vector<std::string> haproxy() {
    auto text = testing::bytes_of(std::string(testing::kSourceFolder) + "/server/deploy/haproxy.cfg");
    replace(text, "bind :8080", "bind 127.0.0.1:" + std::to_string(port_));
    replace(text, "hdr Host treaties.example.org", "hdr Host 127.0.0.1");
    for (int i = 0; i < 3; ++i) replace(text, "10.0.0." + std::to_string(i + 1) + ":8080\n", address_of(i) + "\n");
    const auto path = folder_.write("haproxy.cfg", text).string();
    const auto checked = testing::run({"haproxy", "-c", "-f", path});
    EXPECT_EQ(checked.exit_code, 0) << checked.err << checked.out;
    return {"haproxy", "-db", "-f", path};
  }

  std::vector<std::string> nginx() {
    auto text = testing::bytes_of(std::string(testing::kSourceFolder) + "/server/deploy/nginx-replicas.conf");
    replace(text, "proxy_read_timeout 8s", "proxy_read_timeout 1s");
    for (int i = 0; i < 3; ++i) replace(text, "10.0.0." + std::to_string(i + 1) + ":8080 ", address_of(i) + " ");
    return nginx_with(folder_, text + "server { listen 127.0.0.1:" + std::to_string(port_) +
                                   "; location / { proxy_pass http://treatygraph; proxy_http_version 1.1; "
                                   "proxy_set_header Connection \"\"; proxy_set_header Host 127.0.0.1; } }\n");
  }

  static void replace(std::string& text, const std::string& what, const std::string& with) {
    const auto at = text.rfind(what);
    ASSERT_NE(at, std::string::npos) << what;
    text.replace(at, what.size(), with);
  }

  /// Empty if there is no answer.
  [[nodiscard]] std::string ask(const std::string& target) const try {
    return testing::exchange(port_, RunningServer::request("GET", target, {}));
  } catch (const std::runtime_error&) {
    return {};
  }

  /// A client that retries once if it gets no answer. Counts answers, wrong answers for the snapshot that they name,
  /// and requests that failed twice.
  void ask_until(const std::atomic<bool>& is_over) {
    while (!is_over) {
      auto answer = ask(kCountArticles);
      if (answer.find(" 200 ") == std::string::npos) {
        ++asked_again_;
        answer = ask(kCountArticles);
      }
      ++asked_;
      if (answer.find(" 200 ") == std::string::npos) {
        ++lost_;
        continue;
      }
      if (!is_right(answer)) ++wrong_;
    }
  }

  [[nodiscard]] bool is_right(const std::string& answer) const {
    constexpr std::string_view kHeader = "treatygraph-snapshot: ";
    auto lower = answer;
    std::ranges::transform(lower, lower.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    const auto at = lower.find(kHeader);
    if (at == std::string::npos) return false;
    const auto articles = publisher_.articles_of(lower.substr(at + kHeader.size(), 64));
    return articles > 0 && answer.find("[[" + std::to_string(articles) + "]]") != std::string::npos;
  }

  Publisher publisher_;
  testing::TemporaryFolder folder_;
  std::string snapshot_;
  std::vector<std::unique_ptr<Follower>> followers_;
  int port_ = 0;
  std::unique_ptr<testing::Process> proxy_;
  std::atomic<int> asked_ = 0;
  std::atomic<int> asked_again_ = 0;
  std::atomic<int> lost_ = 0;
  std::atomic<int> wrong_ = 0;
};

TEST_P(BehindProxy, ten_updates_a_dead_replica_and_a_stopped_one_lose_nothing_and_give_no_wrong_answer) {
  std::atomic<bool> is_over = false;
  {
    std::vector<std::jthread> clients;
    for (int i = 0; i < 4; ++i) clients.emplace_back([&] { ask_until(is_over); });
    for (int update = 1; update <= 10; ++update) {
      snapshot_ = publisher_.publish(update % 4 + 2);
      if (update == 4) followers_[0]->server().process().send_signal(SIGKILL);
      if (update == 7) followers_[1]->server().process().send_signal(SIGSTOP);
      std::this_thread::sleep_for(std::chrono::milliseconds(update == 7 ? 3'000 : 500));
    }
    EXPECT_TRUE(followers_[2]->comes_to(snapshot_));
    is_over = true;
  }
  EXPECT_GT(asked_, 100);
  EXPECT_EQ(wrong_, 0) << "of " << asked_;
  EXPECT_EQ(lost_, 0) << "of " << asked_ << ", " << asked_again_ << " asked again";
  followers_[1]->server().process().send_signal(SIGCONT);
  EXPECT_TRUE(followers_[1]->comes_to(snapshot_)) << "it catches up";
  RecordProperty("asked", asked_);
  RecordProperty("asked_again", asked_again_);
  std::cout << asked_ << " requests, " << asked_again_ << " asked again\n";
}

INSTANTIATE_TEST_SUITE_P(Proxies, BehindProxy, ::testing::Values("haproxy", "nginx"),
                         [](const auto& proxy) { return proxy.param; });

}  // namespace
}  // namespace treatygraph
