// Two threads share a stream. The query's thread writes rows to `written_`, which only it uses. When a piece is large
// enough, it waits until `ready_` is empty and swaps the two. The client's thread, in next(), waits until `ready_` is
// filled, and takes it. `changed_` announces every change of the shared members to both.
//
// The head of an answer (status and headers) leaves with the first piece, so what is known then is fixed by
// settle_head(); what becomes known later is added at the end.

#include "queries/cypher/asking/row_stream.h"

#include <algorithm>
#include <exception>
#include <system_error>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "queries/cypher/asking/answer_text.h"

namespace treatygraph::queries::cypher {
namespace {

constexpr std::size_t kPieceBytes = std::size_t{64} * 1024;
/// How long a stream may wait for its client before it may be closed for another.
constexpr std::chrono::milliseconds kPatience{250};
/// How soon a vanished client is noticed while the query produces nothing.
constexpr std::chrono::milliseconds kLook{20};

/// The error of a stream that was closed to make room for another.
CypherError too_slow() {
  return {"TransientError",
          Phase::Run,
          "ClientTooSlow",
          "too many answers were on their way at once, and this one had waited longest for its client; read faster, or "
          "ask for fewer rows",
          {}};
}

CypherError stopped_early() {
  return {"TransientError", Phase::Run, "Cancelled", "the query was stopped before all its rows had left", {}};
}

}  // namespace

std::string RowStream::first_rows(std::size_t count) {
  return fmt::format("the first {} rows: the limit of this request", count);
}

/// All open streams.
class RowStream::All {
 public:
  static All& instance() {
    static All all;
    return all;
  }

  /// False if the limit is reached and no stream may be closed.
  [[nodiscard]] bool make_room() {
    const std::scoped_lock lock(mutex_);
    const auto is_at_work = [](const RowStream* stream) { return !stream->gave_way_; };
    if (std::cmp_less(std::ranges::count_if(streams_, is_at_work), kMost)) return true;
    const auto waits_since = [&](const RowStream* stream) {
      return is_at_work(stream) ? stream->waits_since_.load() : kNotWaiting;
    };
    auto* const slowest = *std::ranges::min_element(streams_, {}, waits_since);
    if (waits_since(slowest) > Clock::now() - kPatience) return false;
    slowest->give_way();
    return true;
  }
  void add(RowStream& stream) {
    const std::scoped_lock lock(mutex_);
    streams_.push_back(&stream);
  }
  void remove(RowStream& stream) {
    const std::scoped_lock lock(mutex_);
    std::erase(streams_, &stream);
  }

 private:
  std::mutex mutex_;
  std::vector<RowStream*> streams_;
};

std::shared_ptr<RowStream> RowStream::begin(Source source, Form form, Budget::Limits limits) try {
  if (!All::instance().make_room()) return nullptr;
  std::shared_ptr<RowStream> stream(new RowStream(std::move(source), form, limits));
  All::instance().add(*stream);
  return stream;
} catch (const std::system_error&) {  // no thread can be started
  return nullptr;
}

RowStream::RowStream(Source source, Form form, Budget::Limits limits)
    : source_(std::move(source)), form_(form), thread_([this, limits] { run(Budget(limits, &stopped_)); }) {}

RowStream::~RowStream() {
  All::instance().remove(*this);
  const std::scoped_lock lock(mutex_);
  stopped_ = true;
  changed_.notify_all();
}

void RowStream::give_way() {
  const std::scoped_lock lock(mutex_);
  gave_way_ = true;
  stopped_ = true;
  changed_.notify_all();
}

void RowStream::run(Budget budget) {
  if (form_ == Form::Csv) append_csv_head(written_, source_.query->columns());
  const auto take = [&](std::span<const Value> row) {
    has_reached_limit_ = rows_ == source_.max_rows;
    if (has_reached_limit_) return false;
    write(row);
    return written_.size() < kPieceBytes || hand_over(budget);
  };
  auto error = error_of(budget, take);
  if (error) {
    write_error(written_, *error);
  } else {
    write_late_notes();
  }
  end(std::move(error));
}

/// Exceptions must not leave the thread.
std::optional<CypherError> RowStream::error_of(Budget& budget, PreparedQuery::Emit take) try {
  const auto ran = source_.query->run(source_.parameters, budget, take, nullptr, &notes_);
  return ran ? std::nullopt : std::optional(ran.error());
} catch (const std::exception&) {
  return CypherError{"DatabaseError", Phase::Run, "Unknown", "the query could not be answered", {}};
}

/// If a limit is reached while a row is being written, the row is removed: otherwise the error would end up in the
/// middle of it.
void RowStream::write(std::span<const Value> row) {
  const auto before = written_.size();
  try {
    if (form_ == Form::Csv) {
      append_csv(written_, source_.graph, row);
    } else {
      append_ndjson(written_, source_.graph, source_.query->columns(), row);
    }
  } catch (...) {
    written_.resize(before);
    throw;
  }
  ++rows_;
}

/// CSV has no place for an error: the client only sees that the transfer breaks off.
void RowStream::write_error(std::string& out, const CypherError& error) const {
  if (form_ == Form::Ndjson) append_ndjson_error(out, error);
}

/// Writes the warnings that were not known when the head of the answer was sent.
void RowStream::write_late_notes() {
  if (form_ != Form::Ndjson || !has_handed_over_) return;
  const auto told = warnings_.size() - source_.query->warnings().size();
  std::vector<std::string> late(notes_.begin() + static_cast<std::ptrdiff_t>(told), notes_.end());
  if (has_reached_limit_ && !is_limited_) late.push_back(first_rows(rows_));
  if (!late.empty()) append_ndjson_warnings(written_, late);
}

/// Called with the first piece, before the client sees it. The lock must be held.
void RowStream::settle_head() {
  if (has_handed_over_) return;
  warnings_ = source_.query->warnings();
  warnings_.insert(warnings_.end(), notes_.begin(), notes_.end());
  is_limited_ = has_reached_limit_;
}

std::vector<std::string> RowStream::warnings() {
  const std::scoped_lock lock(mutex_);
  return warnings_;
}

bool RowStream::is_limited() {
  const std::scoped_lock lock(mutex_);
  return is_limited_;
}

/// The time that the client takes is not charged to the query.
bool RowStream::hand_over(Budget& budget) {
  std::unique_lock lock(mutex_);
  const auto begun = Clock::now();
  waits_since_ = begun;
  changed_.wait(lock, [this] { return ready_.empty() || stopped_; });
  waits_since_ = kNotWaiting;
  budget.prolong(Clock::now() - begun);
  is_cut_ = stopped_;
  if (stopped_) return false;
  settle_head();
  ready_.swap(written_);
  has_handed_over_ = true;
  changed_.notify_all();
  return true;
}

void RowStream::end(std::optional<CypherError> error) {
  std::unique_lock lock(mutex_);
  waits_since_ = Clock::now();
  changed_.wait(lock, [this] { return ready_.empty() || stopped_; });
  if (gave_way_) {  // rows that were written meanwhile are lost, so the answer is incomplete
    error = too_slow();
    write_error(ready_, *error);
  } else if (is_cut_ && !error) {  // stopped between two budget checks: the answer is incomplete
    error = stopped_early();
    write_error(ready_, *error);
  } else if (!error || has_handed_over_) {  // before the first piece, the error is the whole answer
    ready_.swap(written_);
  }
  settle_head();
  error_ = std::move(error);
  ended_ = true;
  changed_.notify_all();
}

RowStream::State RowStream::next(std::string& piece, const std::atomic<bool>* gone) {
  std::unique_lock lock(mutex_);
  const auto look_whether_gone = [&] {
    if (gone == nullptr || !*gone) return;
    stopped_ = true;
    changed_.notify_all();
  };
  look_whether_gone();  // even if a piece is always ready
  while (!changed_.wait_for(lock, kLook, [this] { return ended_ || !ready_.empty(); })) look_whether_gone();
  piece += ready_;
  const bool took = !ready_.empty();
  ready_.clear();
  changed_.notify_all();
  if (!ended_) return State::More;
  if (!error_) return State::Done;
  return took ? State::More : State::Failed;
}

}  // namespace treatygraph::queries::cypher
