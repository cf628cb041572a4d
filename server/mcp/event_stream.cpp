// The reply is made on a thread of its own. A worker that sends the stream waits for it, at most a second at a time,
// and sends a progress event when that second is over. The stream's destructor stops the thread, so nothing runs on
// when the client has gone away.

#include "server/mcp/event_stream.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <string>
#include <system_error>
#include <thread>
#include <utility>

#include "queries/mcp/progress.h"

namespace treatygraph::server {
namespace {

namespace mcp = queries::mcp;
using Clock = std::chrono::steady_clock;

constexpr int kMost = 32;  // streams at a time; each has a thread
/// How soon a vanished client is noticed.
constexpr std::chrono::milliseconds kLooksForClientEvery{20};

/// One event in the format of the HTML standard (text/event-stream).
std::string event(std::string_view data) {
  return "event: message\ndata: " + std::string(data) + "\n\n";
}

/// One stream: the thread that makes the reply, and what next() needs.
class EventStream {
 public:
  EventStream(queries::cypher::Value token, MakeReply make, queries::Budget::Limits limits,
              const std::atomic<bool>* gone)
      : token_(std::move(token)), most_(limits.time), gone_(gone) {
    thread_ = std::jthread([this, make = std::move(make), limits] {
      auto reply = make(queries::Budget(limits, &stopped_));
      const std::scoped_lock lock(mutex_);
      reply_ = std::move(reply);
      changed_.notify_all();
    });
    ++open_;
  }
  /// Stops the work on the reply.
  ~EventStream() {
    stopped_ = true;
    --open_;
  }
  EventStream(const EventStream&) = delete;
  EventStream& operator=(const EventStream&) = delete;

  [[nodiscard]] static bool has_room() { return open_ < kMost; }

  /// The next event: progress after a second, or the reply.
  Piece next(std::string& piece) {
    std::unique_lock lock(mutex_);
    const auto until = Clock::now() + mcp::kBetweenProgress;
    while (!changed_.wait_for(lock, kLooksForClientEvery, [this] { return reply_.has_value(); })) {
      if (gone_ != nullptr && *gone_) stopped_ = true;
      if (Clock::now() < until) continue;
      piece += event(mcp::progress_notification(token_, ++seconds_, most_));
      return Piece::More;
    }
    piece += event(reply_->text);
    return Piece::Done;
  }

 private:
  /// Streams of all requests.
  static inline std::atomic<int> open_ = 0;

  const queries::cypher::Value token_;
  const std::chrono::milliseconds most_;
  const std::atomic<bool>* gone_;
  std::atomic<bool> stopped_ = false;
  std::size_t seconds_ = 0;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::optional<mcp::Reply> reply_;
  std::jthread thread_;  ///< last: it uses the others
};

}  // namespace

std::optional<Response> stream_of_events(queries::cypher::Value token, MakeReply make, queries::Budget::Limits limits,
                                         const std::atomic<bool>* gone) try {
  if (!EventStream::has_room()) return std::nullopt;
  Response response;
  response.content_type = "text/event-stream";
  response.headers.emplace_back("Cache-Control", "no-store");
  response.headers.emplace_back("X-Accel-Buffering", "no");  // proxies would keep progress back
  response.source = [stream = std::make_shared<EventStream>(std::move(token), std::move(make), limits, gone)](
                        std::string& piece) { return stream->next(piece); };
  return response;
} catch (const std::system_error&) {  // no thread can be started
  return std::nullopt;
}

}  // namespace treatygraph::server
