// A query cannot be paused in the middle, so pausing means that its thread waits inside the callback that takes a row.
// While it waits it gives up its turn (Turns), the time is not charged to its budget (prolong), and it notices RESET, a
// stop or giving way at once, or at the latest after kLook.
//
// Bytes pass in two steps: the query's thread collects messages in written_, and publish() swaps them into ready_ once
// the session has taken the previous piece. So at most two pieces, each of 64 KiB plus one row, are in memory for a
// client that takes nothing.

#include "server/bolt/open_result.h"

#include <exception>
#include <utility>

#include <fmt/format.h>

#include "queries/cypher/asking/plan_cache.h"
#include "queries/cypher/values/guarded.h"
#include "queries/request/budget_in_force.h"
#include "server/bolt/summary.h"

namespace treatygraph::server::bolt {
namespace {

using queries::Budget;
using queries::cypher::CypherError;
using queries::cypher::CypherResult;
using queries::cypher::Phase;
using queries::cypher::PreparedQuery;
using queries::cypher::Profile;
using queries::cypher::Value;

constexpr std::size_t kPieceBytes = 65'536;  // of messages that are handed over at once
/// A larger buffer, left by one large row, is freed.
constexpr std::size_t kLargestKept = 4 * kPieceBytes;
/// How soon a waiting query notices that the operator has stopped it.
constexpr std::chrono::milliseconds kLook{100};

/// A parameter or setting that cannot be read.
CypherError request_error(const Error& error) {
  return {"RequestError", Phase::Compile, "Invalid", error.detail, {}};
}

/// Thrown from the middle of a query; `guarded` makes a failure of it.
CypherError transaction_is_over() {
  return {
      "TransientError", Phase::Run, "DeadlineExceeded", "the time that the client gave to the transaction is over", {}};
}

}  // namespace

OpenResult::OpenResult(Question question, const QueryServices& services, std::function<void()> tell)
    : question_(std::move(question)), services_(services), tell_(std::move(tell)) {}

// Called by the session.

/// The session sends the next request only after this one has ended, so there is at most one to remember.
void OpenResult::ask(std::optional<std::uint64_t> rows, bool discards) {
  const std::scoped_lock lock(mutex_);
  next_demand_ = Demand{!rows, rows.value_or(0), discards};
  changed_.notify_all();
}

/// Copied, not moved: memory must be freed on the thread that it is charged to.
OpenResult::End OpenResult::take(std::string& out) {
  const std::scoped_lock lock(mutex_);
  out += ready_;
  ready_.clear();
  changed_.notify_all();
  return std::exchange(end_, End::NotYet);
}

void OpenResult::abandon() {
  const std::scoped_lock lock(mutex_);
  abandoned_ = true;
  stopped_ = true;
  changed_.notify_all();
}

void OpenResult::give_way() {
  const std::scoped_lock lock(mutex_);
  gave_way_ = true;
  stopped_ = true;
  changed_.notify_all();
}

// The query's thread.

void OpenResult::work() {
  // Even waiting for the first turn may end because the client has gone away.
  auto failure = take_turn() ? answer() : std::optional(failure_of(why_stopped(), text_));
  if (failure) {
    status_ = failure->http_status;
    append_failure(written_, question_.version, *failure);
  }
  ++(failure ? services_.load.failed : services_.load.answered);
  give_turn_back();
  record();
  // Without a budget it waits for its client as long as necessary: the last message must not be lost.
  (void)publish(nullptr, failure ? End::Failed : End::Over);
}

std::optional<Failure> OpenResult::answer() try {
  auto limits = services_.limits;
  Budget budget(limits, &stopped_, question_.arrived);
  const auto done = queries::cypher::guarded([&]() -> CypherResult<void> {
    const queries::BudgetInForce in_force(budget);
    return run(budget);
  });
  return done ? std::nullopt : std::optional(failure_of(done.error(), text_));
} catch (const std::exception&) {  // exceptions must not leave the thread
  return failure_of({"DatabaseError", Phase::Run, "Unknown", "the query could not be answered", {}}, text_);
}

/// Reads the request, prepares the query and runs it. The ticket lists the query until it returns.
CypherResult<void> OpenResult::run(Budget& budget) {
  auto asked = RunRequest::read(std::exchange(question_.message, {}));
  if (!asked) return tl::unexpected(request_error(asked.error()));
  text_ = asked->text;
  if (!question_.is_in_transaction) {
    auto transaction = TransactionRequest::read(asked->extra, question_.transaction.filter);
    if (!transaction) return tl::unexpected(request_error(transaction.error()));
    question_.transaction = std::move(*transaction);
    if (const auto time = question_.transaction.timeout) question_.ends_by = question_.arrived + *time;
  }
  keep_to_transaction(budget);
  Request request;
  request.method = "RUN";
  request.target = "/bolt";
  request.body = text_;
  request.gone = &stopped_;
  request.peer = question_.peer;
  request.client = question_.client;
  // The query is listed like a request over HTTP, so the operator can stop it.
  auto ticket = services_.running.begin(request, question_.id);
  ticket.asks(text_);
  const auto query = queries::cypher::PlanCache::of(*question_.graph).prepare(text_, asked->parameters);
  if (!query) return tl::unexpected(query.error());
  begin_answer(**query);
  (void)publish(&budget, End::HasMore);
  return run_rows(budget, *asked, **query);
}

/// Warnings that only running can find (notes) are in the summary.
CypherResult<void> OpenResult::run_rows(Budget& budget, const RunRequest& asked, const PreparedQuery& query) {
  std::optional<Profile> profile;
  is_profile_ = query.is_profile();
  if (is_profile_) profile.emplace();
  std::vector<std::string> notes;
  if (!query.is_explain()) {
    const auto take = [&](std::span<const Value> row) { return take_row(budget, row); };
    auto ran = query.run(asked.parameters, budget, take, profile ? &*profile : nullptr, &notes);
    if (!ran) return ran;
    // The query returned as if it were complete, because a row was rejected.
    if (is_cut_) return tl::unexpected(why_stopped());
  }
  end_answer(query, profile ? &*profile : nullptr, notes);
  return {};
}

/// EXPLAIN has no rows: its plan is part of the summary.
void OpenResult::begin_answer(const PreparedQuery& query) {
  const bool tells_database =
      question_.version.tells_database() && !question_.is_in_transaction && question_.transaction.database.empty();
  const std::size_t entries = 2U + (question_.is_in_transaction ? 1U : 0U) + (tells_database ? 1U : 0U);
  append_success(written_, entries, [&](PackWriter& pack) {
    pack.string("fields");
    const std::size_t columns = query.is_explain() ? 0 : query.columns().size();
    pack.list(columns);
    for (std::size_t i = 0; i < columns; ++i) pack.string(query.columns()[i]);
    pack.entry("t_first", milliseconds());
    if (question_.is_in_transaction) pack.entry("qid", question_.qid);
    if (tells_database) pack.entry("db", kDatabase);
  });
}

/// The summary is the SUCCESS after the last row.
void OpenResult::end_answer(const PreparedQuery& query, const Profile* profile, const std::vector<std::string>& notes) {
  auto warnings = query.warnings();
  warnings.insert(warnings.end(), notes.begin(), notes.end());
  const Notifications notifications(warnings, question_.transaction.filter);
  std::optional<queries::cypher::PlanNode> plan;
  if (query.is_explain() || profile != nullptr) plan = query.plan(profile);
  append_summary(written_, {.version = question_.version,
                            .database = database(),
                            .bookmark = question_.is_in_transaction ? std::string_view() : question_.graph->snapshot(),
                            .milliseconds = milliseconds(),
                            .notifications = notifications,
                            .plan = plan ? &*plan : nullptr,
                            .is_profile = profile != nullptr,
                            .has_columns = !query.is_explain() && !query.columns().empty(),
                            .has_rows = rows_ > 0});
}

/// Called for each row. False ends the query: it was stopped, or the rest is discarded.
bool OpenResult::take_row(Budget& budget, std::span<const Value> row) {
  if (!demand_.is_all && demand_.rows == 0 && !wait_for_demand(budget)) return false;
  if (!demand_.is_all) --demand_.rows;
  ++rows_;
  // The rest of a read-only query need not run, except under PROFILE, which counts all of it.
  if (demand_.discards) return !demand_.is_all || is_profile_;
  MessageFrame frame(written_);
  ValueWriter values(written_, *question_.graph, question_.dialect);
  values.pack().structure('\x71', 1);
  values.pack().list(row.size());
  for (const auto& value : row) values.write(value);
  frame.end();
  ++services_.load.rows;
  return written_.size() < kPieceBytes || publish(&budget, End::NotYet);
}

/// The query keeps the rejected row and pauses. The time that its client takes is not charged to it.
bool OpenResult::wait_for_demand(Budget& budget) {
  if (is_asked_) {
    append_success(written_, 1, [](PackWriter& pack) { pack.entry("has_more", true); });
    if (!publish(&budget, End::HasMore)) return false;
  }
  if (!wait_until(&budget, [this] { return next_demand_.has_value(); })) return false;
  {
    const std::scoped_lock lock(mutex_);
    demand_ = *std::exchange(next_demand_, std::nullopt);
  }
  is_asked_ = true;
  keep_to_transaction(budget);
  return true;
}

/// Limits the query to what is left of its transaction's time. That time continues while the client is slow.
void OpenResult::keep_to_transaction(Budget& budget) const {
  if (!question_.ends_by) return;
  const auto left = std::chrono::ceil<std::chrono::milliseconds>(*question_.ends_by - Clock::now());
  if (left.count() <= 0) throw transaction_is_over();
  budget = budget.within(left);
}

/// Hands over the written messages once the client has taken the previous ones. False if the query was stopped.
/// The session takes both the bytes and the end of the previous piece before there is room.
bool OpenResult::publish(Budget* budget, End end) {
  const auto is_room = [this] { return ready_.empty() && end_ == End::NotYet; };
  if (!wait_until(budget, is_room) && budget != nullptr) return false;
  {
    const std::scoped_lock lock(mutex_);
    bytes_ += written_.size();
    ready_.swap(written_);
    end_ = end;
  }
  if (written_.capacity() > kLargestKept) written_ = std::string();
  written_.clear();
  tell_();
  return true;
}

/// Waits until `done()`, which is called under the mutex. False if the query was stopped in the meantime. Without a
/// budget the query has ended, and only abandoning it ends the waiting.
template <typename Done>
bool OpenResult::wait_until(Budget* budget, Done done) {
  std::unique_lock lock(mutex_);
  const auto& stops = budget == nullptr ? abandoned_ : stopped_;
  if (!done() && !stops) {
    const auto begun = Clock::now();
    waits_since_ = begun;
    give_turn_back();
    while (!done() && !stops) changed_.wait_for(lock, kLook);
    waits_since_ = kNotWaiting;
    lock.unlock();
    if (budget != nullptr) {
      budget->prolong(Clock::now() - begun);
      if (!take_turn()) is_cut_ = true;
    }
    lock.lock();
  }
  if (stops && budget != nullptr) is_cut_ = true;
  return !stops;
}

/// Waits for a turn to compute. False if the query was stopped while waiting.
bool OpenResult::take_turn() {
  const auto is_stopped = [this] { return stopped_.load(); };
  has_turn_ = services_.turns.take(question_.client, is_stopped);
  return has_turn_;
}

void OpenResult::give_turn_back() {
  if (std::exchange(has_turn_, false)) services_.turns.give_back(question_.client);
}

CypherError OpenResult::why_stopped() const {
  if (gave_way_) {
    return {"TransientError",
            Phase::Run,
            "ClientTooSlow",
            "too many results were open at once, and this one had waited longest for its client; take the rows sooner, "
            "or ask for fewer",
            {}};
  }
  return {"TransientError", Phase::Run, "Cancelled", "the query was stopped before all its rows had left", {}};
}

/// Since RUN arrived, including waiting.
std::int64_t OpenResult::milliseconds() const {
  return std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - question_.arrived).count();
}

/// As the client named it: every name means this graph.
std::string_view OpenResult::database() const {
  const auto& named = question_.transaction.database;
  return named.empty() ? kDatabase : std::string_view(named);
}

void OpenResult::record() const {
  RequestRecord record;
  record.id = question_.id;
  record.method = "RUN";
  record.target = "/bolt";
  record.status = status_;
  record.bytes = bytes_ + written_.size();
  record.took = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - question_.arrived);
  record.route = "/bolt";
  record.broken_off = abandoned_;
  services_.log(record);
}

}  // namespace treatygraph::server::bolt
