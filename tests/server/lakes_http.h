#pragma once
// A server of lakes.graph on a real socket.

#include <charconv>
#include <memory>
#include <string>
#include <string_view>
#include <thread>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "server/http/http_server.h"
#include "tests/server/lakes_server.h"
#include "tests/server/raw_client.h"

namespace treatygraph::server {

/// A request with a body, on its own connection.
inline std::string post(std::string_view target, std::string_view type, std::string_view headers,
                        std::string_view body) {
  return fmt::format(
      "POST {} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: {}\r\n{}Content-Length: {}\r\n\r\n{}", target,
      type, headers, body.size(), body);
}

/// The decoded chunked body; anything after the last complete chunk is dropped.
inline std::string unchunked(std::string_view answer) {
  std::string body;
  auto rest = answer.substr(std::min(answer.size(), answer.find("\r\n\r\n") + 4));
  while (!rest.empty()) {
    std::size_t size = 0;
    const auto line = rest.find("\r\n");
    std::from_chars(rest.data(), rest.data() + std::min(line, rest.size()), size, 16);
    if (size == 0 || line + 2 + size + 2 > rest.size()) break;
    body += rest.substr(line + 2, size);
    rest.remove_prefix(line + 2 + size + 2);
  }
  return body;
}

class LakesHttp : public ::testing::Test {
 protected:
  void SetUp() override { start({}); }
  void TearDown() override { stop(); }

  void start(queries::Budget::Limits budget, LoopLimits loop = {},
             const AccessOptions& access = LakesServer::usual_access()) {
    stop();
    lakes_ = std::make_unique<LakesServer>(budget, access);
    server_ = std::make_unique<HttpServer>(
        HttpHandlers{[this](const Request& request) { return answer(request); },
                     [this](int status, const std::string& detail) { return lakes_->service.refuse(status, detail); },
                     [this](std::string_view method, std::string_view target) { return cost(method, target); },
                     [](std::string_view) {},
                     [this](const std::string& address, std::string_view head) {
                       return lakes_->service.client_of(address, head);
                     },
                     [this](KeptAnswer& kept) { return lakes_->service.repeat(kept); },
                     [this](Response refusal, std::string_view target) {
                       return lakes_->service.in_shape(std::move(refusal), target);
                     }},
        loop, lakes_->load);
    port_ = *server_->bind("127.0.0.1", 0);
    thread_ = std::jthread([this](std::stop_token stop) { server_->serve(std::move(stop)); });
  }
  void stop() {
    thread_.request_stop();
    if (thread_.joinable()) thread_.join();
    server_.reset();
  }

  virtual Response answer(const Request& request) { return lakes_->service.answer(request); }
  virtual Cost cost(std::string_view method, std::string_view target) { return lakes_->service.cost(method, target); }

  [[nodiscard]] std::string get(const std::string& target, const std::string& method = "GET") const {
    return testing::exchange(port_, method + " " + target + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
  }

  std::unique_ptr<LakesServer> lakes_;
  std::unique_ptr<HttpServer> server_;
  std::jthread thread_;
  int port_ = 0;
};

}  // namespace treatygraph::server
