// A list in order of use and a hash map from the request's head to its place in the list: the usual LRU cache. The keys
// of the map are views of the heads in the list, whose elements do not move.

#include "server/http/kept_answers.h"

#include <iterator>
#include <utility>

#include "server/http/line_ends.h"

namespace treatygraph::server {
namespace {

constexpr std::string_view kBeforeId = "\r\nX-Request-Id: ";
constexpr std::string_view kBeforeTime = "\r\nServer-Timing: total;dur=";
constexpr std::size_t kBesideText = 512;  // fixed cost of an entry, in bytes

/// Compares the graphs' control blocks, so a graph that is gone does not equal a new one at the same address.
bool is_of_one_graph(const std::weak_ptr<const Graph>& left, const std::weak_ptr<const Graph>& right) {
  return !left.owner_before(right) && !right.owner_before(left);
}

}  // namespace

/// Header values contain no line ends, so searching for a name at a line's start finds its header.
std::optional<KeptAnswer> KeptAnswer::of(std::string_view bytes, Cacheable what, bool closes) {
  const auto head = bytes.substr(0, bytes.find("\r\n\r\n") + kLineEnd.size());
  const auto id = head.find(kBeforeId);
  if (id == std::string_view::npos) return std::nullopt;
  const auto after_id = head.find(kLineEnd, id + kBeforeId.size());
  const auto time = head.find(kBeforeTime, after_id);
  if (time == std::string_view::npos) return std::nullopt;
  const auto time_value = time + kBeforeTime.size();
  return KeptAnswer{std::string(bytes.substr(0, id + kBeforeId.size())),
                    std::string(bytes.substr(after_id, time_value - after_id)),
                    std::string(bytes.substr(head.find(kLineEnd, time_value))), std::move(what), closes};
}

std::string KeptAnswer::bytes() const {
  constexpr std::size_t kTime = 16;
  std::string text;
  text.reserve(before_id.size() + what.record.id.size() + before_time.size() + kTime + after_time.size());
  text.append(before_id).append(what.record.id).append(before_time);
  append_milliseconds(text, what.record.took);
  return text.append(after_time);
}

/// One digit for milliseconds and three for their fraction: 1,000 is added so that leading zeros are printed, and its
/// digit 1 is dropped.
void append_milliseconds(std::string& text, std::chrono::microseconds time) {
  const auto fraction = std::to_string(1'000 + time.count() % 1'000);
  text.append(std::to_string(time.count() / 1'000)).append(".").append(fraction, 1);
}

/// An estimate, including an allowance for nodes of the list and the map.
std::size_t KeptAnswers::Entry::bytes() const {
  return kBesideText + head.size() + answer.before_id.size() + answer.before_time.size() + answer.after_time.size() +
         answer.what.record.target.size() + answer.what.record.route.size();
}

KeptAnswer* KeptAnswers::find(std::string_view head) {
  const auto found = by_head_.find(head);
  if (found == by_head_.end()) return nullptr;
  entries_.splice(entries_.begin(), entries_, found->second);
  return &found->second->answer;
}

void KeptAnswers::keep(std::string head, KeptAnswer answer) {
  if (!entries_.empty() && !is_of_one_graph(entries_.front().answer.what.graph, answer.what.graph)) clear();
  Entry entry{std::move(head), std::move(answer)};
  const auto bytes = entry.bytes();
  if (bytes > most_bytes_ || by_head_.contains(entry.head)) return;
  while (bytes_ + bytes > most_bytes_) drop_oldest();
  entries_.push_front(std::move(entry));
  by_head_.emplace(entries_.front().head, entries_.begin());
  bytes_ += bytes;
}

void KeptAnswers::clear() {
  by_head_.clear();
  entries_.clear();
  bytes_ = 0;
}

void KeptAnswers::drop_oldest() {
  bytes_ -= entries_.back().bytes();
  by_head_.erase(entries_.back().head);
  entries_.pop_back();
}

}  // namespace treatygraph::server
