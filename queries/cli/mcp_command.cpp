// treatygraph-query mcp: the Model Context Protocol on stdin and stdout
// (https://modelcontextprotocol.io/specification/2026-07-28/basic/transports/stdio), one message per line.

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <deque>
#include <iostream>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

#include <CLI/App.hpp>

#include "queries/cli/command_line.h"
#include "queries/mcp/progress.h"
#include "queries/mcp/protocol.h"
#include "queries/mcp/read_json.h"
#include "queries/questions/search.h"
#include "queries/request/budget_in_force.h"

namespace treatygraph::queries {
namespace {

using cypher::Value;
using cypher::ValueType;
using mcp::Reply;
using mcp::RpcCode;

constexpr std::size_t kLongestLine = 1'048'576;  // bytes of one message
constexpr std::size_t kMostWaiting = 64;         // messages; then reading waits, and the client's pipe fills

/// A message that was read and is not answered yet.
struct Waiting {
  Value message;
  std::atomic<bool> cancelled = false;
};

/// Ids of JSON-RPC are numbers or strings.
bool same_id(const Value& left, const Value& right) {
  if (left.is(ValueType::Integer) && right.is(ValueType::Integer)) return left.integer() == right.integer();
  return left.is(ValueType::String) && right.is(ValueType::String) && left.string() == right.string();
}

/// One worker thread answers requests in order, so that a cancellation can be read while a request runs.
class Conversation {
 public:
  Conversation(const Graph& graph, std::string site) : graph_(graph), site_(std::move(site)) {
    worker_ = std::jthread([this] { work(); });
  }
  /// Answers everything read so far.
  ~Conversation() {
    {
      const std::scoped_lock lock(mutex_);
      ended_ = true;
    }
    changed_.notify_all();
  }
  Conversation(const Conversation&) = delete;
  Conversation& operator=(const Conversation&) = delete;

  /// Reads one line: a cancellation is handled at once, everything else waits for its turn.
  void read(const std::string& line) {
    const auto message = line.size() > kLongestLine
                             ? Result<Value>(fail(ErrorCode::InvalidArgument, "a line is at most 1 MiB long"))
                             : read_json(line);
    if (!message) {
      say(mcp::refuse(nullptr, RpcCode::ParseError, "Parse error: " + message.error().detail));
    } else if (mcp::method_in(*message) == "notifications/cancelled") {
      cancel(*message);
    } else {
      wait_for_turn(*message);
    }
  }

 private:
  /// The specification asks for no reply to a cancelled request, and none to the cancellation.
  void cancel(const Value& notification) {
    const auto* params = notification.map().find("params");
    const auto* id = params != nullptr && params->is(ValueType::Map) ? params->map().find("requestId") : nullptr;
    if (id == nullptr) return;
    const std::scoped_lock lock(mutex_);
    for (const auto& waiting : waiting_) {
      const auto* own = waiting->message.is(ValueType::Map) ? waiting->message.map().find("id") : nullptr;
      if (own != nullptr && same_id(*own, *id)) waiting->cancelled = true;
    }
  }

  /// Blocks while too many messages wait.
  void wait_for_turn(const Value& message) {
    auto waiting = std::make_shared<Waiting>();
    waiting->message = message;
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return waiting_.size() < kMostWaiting; });
    waiting_.push_back(std::move(waiting));
    changed_.notify_all();
  }

  void work() {
    for (;;) {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [this] { return ended_ || !waiting_.empty(); });
      if (waiting_.empty()) return;
      const auto current = waiting_.front();
      lock.unlock();
      const auto reply = answer_and_tell_progress(*current);
      if (!current->cancelled) say(reply);
      lock.lock();
      waiting_.pop_front();
      changed_.notify_all();
    }
  }

  /// Makes the reply; in the meantime reports progress each second if the client asks for it.
  [[nodiscard]] Reply answer_and_tell_progress(const Waiting& current) {
    const auto* token = mcp::progress_token_in(current.message);
    std::condition_variable_any ended;
    std::jthread teller;  // ends before the reply is said
    if (token != nullptr) {
      teller = std::jthread([&, token](const std::stop_token& stop) {
        std::mutex alone;
        std::unique_lock lock(alone);
        for (std::size_t seconds = 1;; ++seconds) {
          ended.wait_for(lock, stop, mcp::kBetweenProgress, [] { return false; });
          if (stop.stop_requested()) return;
          if (!current.cancelled) say({mcp::progress_notification(*token, seconds, Budget::Limits().time), 200});
        }
      });
    }
    return current.message.is(ValueType::List) ? answer_batch(current) : answer(current, current.message);
  }

  [[nodiscard]] Reply answer(const Waiting& waiting, const Value& message) try {
    Budget budget(Budget::Limits{}, &waiting.cancelled);
    const BudgetInForce in_force(budget);
    // Only clients of 2025-03-26 may send several messages at once.
    if (mcp::method_in(message) == "initialize") may_batch_ = asks_for_batches(message);
    return mcp::answer(message, {graph_, budget, site_});
  } catch (const OutOfBudget& spent) {
    return mcp::refuse(&message, RpcCode::InternalError, spent.error.detail);
  } catch (const MemoryExceeded& exceeded) {
    return mcp::refuse(&message, RpcCode::InternalError, error_of(exceeded).detail);
  }

  [[nodiscard]] Reply answer_batch(const Waiting& waiting) {
    const auto& messages = waiting.message.list();
    if (!may_batch_ || messages.empty())
      return mcp::refuse(nullptr, RpcCode::InvalidRequest, "each line must be one message");
    std::string all;
    for (const auto& message : messages) {
      const auto reply = answer(waiting, message);
      if (!reply.text.empty()) all += (all.empty() ? "[" : ",") + reply.text;
    }
    return {all.empty() ? all : all + "]", 200};
  }

  /// The version in an initialize request.
  static bool asks_for_batches(const Value& message) {
    const auto* params = message.map().find("params");
    const auto* version =
        params != nullptr && params->is(ValueType::Map) ? params->map().find("protocolVersion") : nullptr;
    return version != nullptr && version->is(ValueType::String) && version->string() == mcp::kWithBatches;
  }

  /// One line on stdout, from either thread.
  void say(const Reply& reply) {
    if (reply.text.empty()) return;
    const std::scoped_lock lock(writing_);
    std::fwrite(reply.text.data(), 1, reply.text.size(), stdout);
    std::fputc('\n', stdout);
    std::fflush(stdout);
  }

  const Graph& graph_;
  const std::string site_;
  bool may_batch_ = false;  ///< used by the worker only
  std::mutex mutex_;
  std::mutex writing_;
  std::condition_variable changed_;
  std::deque<std::shared_ptr<Waiting>> waiting_;  ///< the first one is being answered
  bool ended_ = false;
  std::jthread worker_;  ///< declared last because it uses the others
};

/// The next line without its line end, cut to the limit; false at the end of input.
bool read_line(std::string& line) {
  line.clear();
  int c = std::getchar();
  if (c == EOF) return false;
  for (; c != EOF && c != '\n'; c = std::getchar()) {
    if (line.size() <= kLongestLine) line += static_cast<char>(c);
  }
  return true;
}

/// Reads until the end of input; the destructor then answers what still waits.
int converse(const CommandLine& line, const std::string& site) {
  const auto graph = open_data(line);
  if (!graph) return complain(graph.error());
  prepare_search(*graph);
  Conversation conversation(*graph, site);
  for (std::string text; read_line(text);) {
    if (!text.empty() && text != "\r") conversation.read(text);
  }
  return 0;
}

}  // namespace

void add_mcp(CLI::App& program, CommandLine& line) {
  auto* command = program.add_subcommand("mcp", "the Model Context Protocol on stdin and stdout, for assistants");
  auto& site = line.values["site"];
  command->add_option("--site", site, "Where a server of the same data is, for links: https://treaties.example.org")
      ->expected(1);
  command->footer(
      "Example, as a client's configuration:\n"
      "  {\"mcpServers\": {\"treaties\": {\"command\": \"treatygraph-query\",\n"
      "    \"args\": [\"--data\", \"treaties.db\", \"mcp\"]}}}");
  command->callback([&line, &site] { line.exit_code = converse(line, site.empty() ? std::string() : site.front()); });
}

}  // namespace treatygraph::queries
