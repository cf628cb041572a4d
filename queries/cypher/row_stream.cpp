#include "queries/cypher/row_stream.h"

#include <exception>
#include <utility>

#include "queries/cypher/value_json.h"

namespace treatygraph::queries::cypher {
namespace {

constexpr std::size_t kPieceBytes = 64U * 1024;
/// How soon a client that went away is noticed while the query finds nothing.
constexpr std::chrono::milliseconds kLook{20};

}  // namespace

std::atomic<std::size_t> RowStream::count_ = 0;

RowStream::RowStream(Source source, Form form, Budget::Limits limits)
    : source_(std::move(source)), form_(form), thread_([this, limits] { run(Budget(limits, &stopped_)); }) {
  ++count_;
}

RowStream::~RowStream() {
  --count_;
  const std::scoped_lock lock(mutex_);
  stopped_ = true;
  changed_.notify_all();
}

void RowStream::run(Budget budget) {
  if (form_ == Form::Csv) append_csv_head(written_, source_.query->columns());
  const auto take = [&](std::span<const Value> row) {
    if (rows_ == source_.max_rows) return false;
    write(row);
    return written_.size() < kPieceBytes || hand_over(budget);
  };
  const auto error = error_of(budget, take);
  if (error) write_error(*error);
  end(error);
}

/// No exception may leave a thread.
std::optional<CypherError> RowStream::error_of(Budget& budget, PreparedQuery::Emit take) const try {
  const auto ran = source_.query->run(source_.parameters, budget, take);
  return ran ? std::nullopt : std::optional(ran.error());
} catch (const std::exception&) {
  return CypherError{"DatabaseError", Phase::Run, "Unknown", "the query could not be answered", {}};
}

void RowStream::write(std::span<const Value> row) {
  ++rows_;
  if (form_ == Form::Csv) {
    append_csv(written_, source_.graph, row);
  } else {
    append_ndjson(written_, source_.graph, source_.query->columns(), row);
  }
}

/// CSV has no place for it: there only the end that is missing tells.
void RowStream::write_error(const CypherError& error) {
  if (form_ == Form::Ndjson) append_ndjson_error(written_, error);
}

/// The time that the client takes is not the query's.
bool RowStream::hand_over(Budget& budget) {
  std::unique_lock lock(mutex_);
  const auto begun = Budget::Clock::now();
  changed_.wait(lock, [this] { return ready_.empty() || stopped_; });
  budget.prolong(Budget::Clock::now() - begun);
  ready_.swap(written_);
  has_handed_over_ = true;
  changed_.notify_all();
  return !stopped_;
}

void RowStream::end(std::optional<CypherError> error) {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return ready_.empty() || stopped_; });
  // An error before anything has left is the whole answer.
  if (!error || has_handed_over_) ready_.swap(written_);
  error_ = std::move(error);
  ended_ = true;
  changed_.notify_all();
}

RowStream::State RowStream::next(std::string& piece, const std::atomic<bool>* gone) {
  std::unique_lock lock(mutex_);
  while (!changed_.wait_for(lock, kLook, [this] { return ended_ || !ready_.empty(); })) {
    if (gone != nullptr && *gone) stopped_ = true;
  }
  piece += ready_;
  const bool took = !ready_.empty();
  ready_.clear();
  changed_.notify_all();
  if (!ended_) return State::More;
  if (!error_) return State::Done;
  return took ? State::More : State::Failed;
}

}  // namespace treatygraph::queries::cypher
