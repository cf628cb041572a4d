#pragma once
// A web server of this machine that gives invented texts, well and badly.

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>

namespace httplib {
class Server;
}

namespace treatygraph::testing {

/// What one path answers.
struct Served {
  std::string bytes = {};
  std::string type = "text/html";
  int status = 200;
  std::string leads_to = {};     ///< of a redirect
  std::size_t cut_at = 0;        ///< so many bytes of them are sent before the connection ends; 0: all
  int slow_ms = 0;               ///< before anything is sent
  std::string retry_after = {};  ///< seconds, of a server that has too much to do
};

class TextServer {
 public:
  TextServer();
  ~TextServer();
  TextServer(const TextServer&) = delete;
  TextServer& operator=(const TextServer&) = delete;

  void serve(const std::string& path, Served served);
  /// "http://127.0.0.1:PORT" and the path.
  [[nodiscard]] std::string at(std::string_view path) const;
  /// How often each path was requested, and with which User-Agent.
  [[nodiscard]] int asked(const std::string& path) const;
  [[nodiscard]] std::string last_agent() const;

 private:
  std::unique_ptr<httplib::Server> server_;
  int port_ = 0;
  std::jthread thread_;
  mutable std::mutex mutex_;
  std::map<std::string, Served> served_;
  std::map<std::string, int> asked_;
  std::string agent_;
};

/// The shortest PDF that is whole.
[[nodiscard]] std::string small_pdf(std::string_view remark);
/// A page of HTML that is whole.
[[nodiscard]] std::string page(std::string_view title, std::string_view body);

}  // namespace treatygraph::testing
