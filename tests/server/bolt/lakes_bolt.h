#pragma once
// A Bolt listener that serves lakes.graph on a real socket.

#include <memory>
#include <string>
#include <thread>
#include <utility>

#include <gtest/gtest.h>

#include "server/bolt/bolt_server.h"
#include "tests/server/bolt/bolt_client.h"
#include "tests/server/lakes_server.h"

namespace treatygraph::server::bolt {

class LakesBolt : public ::testing::Test {
 protected:
  void SetUp() override { start({}); }
  void TearDown() override { stop(); }

  void start(BoltOptions options, const AccessOptions& access = LakesServer::usual_access()) {
    stop();
    lakes_ = std::make_unique<LakesServer>(options.budget, access);
    load_ = std::make_unique<BoltLoad>();
    options.admits = [this](std::string_view token) { return lakes_->access.admits(token); };
    options.refuse_upgrade = [this](const Request& request) { return lakes_->access.refuse_web_socket(request); };
    options.record = [this](const RequestRecord& record) {
      const std::scoped_lock lock(mutex_);
      log_.push_back(record);
    };
    server_ = std::make_unique<BoltServer>(lakes_->current, lakes_->running, *load_, std::move(options));
    port_ = *server_->bind({"127.0.0.1", 0});
    thread_ = std::jthread([this](const std::stop_token& stop) { server_->serve(stop); });
  }
  void stop() {
    thread_.request_stop();
    if (thread_.joinable()) thread_.join();
    server_.reset();
  }

  /// A client that has logged on.
  [[nodiscard]] std::unique_ptr<BoltClient> client(Version version = {6, 0}, const std::string& from = {}) const {
    auto made = std::make_unique<BoltClient>(port_, version, from);
    made->log_on();
    return made;
  }
  /// Waits until the condition holds. After a timeout the test fails on what it checks next.
  template <typename Is>
  static bool comes_true(Is is) {
    for (int tries = 0; tries < 1'000 && !is(); ++tries) std::this_thread::sleep_for(std::chrono::milliseconds(10));
    return is();
  }
  [[nodiscard]] std::vector<RequestRecord> logged() {
    const std::scoped_lock lock(mutex_);
    return log_;
  }

  static constexpr auto kForever =
      "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a, b WHERE a + b = 0 RETURN count(*) AS n";

  std::unique_ptr<LakesServer> lakes_;
  std::unique_ptr<BoltLoad> load_;
  std::unique_ptr<BoltServer> server_;
  std::jthread thread_;
  int port_ = 0;

 private:
  std::mutex mutex_;  ///< guards log_
  std::vector<RequestRecord> log_;
};

}  // namespace treatygraph::server::bolt
