// A delivery lives as long as somebody still needs it: the service while the answer is made, and the source of a
// streamed body, which owns it, until the loop has taken the last piece or has dropped the source. Its destructor is
// the one place where a request is logged, whichever way it ended.

#include "server/api/delivery.h"

#include <exception>
#include <utility>

namespace treatygraph::server {

Delivery::Delivery(const Request& request, std::string id, std::shared_ptr<const Graph> graph, RunningQueries& running,
                   const RecordRequest& log)
    : begun_(request.arrived), log_(log), ticket_(running.begin(request, id)), graph_(std::move(graph)) {
  record.id = std::move(id);
  record.method = request.method;
  record.target = request.target;
}

Delivery::~Delivery() {
  if (record.status == 0) return;
  record.took = taken();
  try {
    log_(record);
  } catch (const std::exception&) {
    return;  // there is nowhere left to report it
  }
}

std::chrono::microseconds Delivery::taken() const {
  return std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - begun_);
}

void Delivery::hand_over(const std::shared_ptr<Delivery>& delivery, Response& response) {
  // The destructor logs a record with a status only.
  delivery->record.status = response.status;
  delivery->record.bytes = response.body.size();
  if (!response.source) return;
  delivery->source_ = std::exchange(response.source, [delivery](std::string& piece) { return delivery->next(piece); });
  delivery->record.broken_off = delivery->record.method != "HEAD";  // until it has ended
}

/// Until the body is complete, the record says that it broke off. That remains true if the client goes away.
Piece Delivery::next(std::string& piece) {
  const auto state = source_(piece);
  if (state == Piece::Failed) return state;
  record.bytes += piece.size();
  if (state == Piece::Done) record.broken_off = false;
  return state;
}

}  // namespace treatygraph::server
