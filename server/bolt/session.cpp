// A table (Kind) lists each message with the states in which it may come and the function that handles it. Messages
// wait in a queue, because a client may send many without waiting for answers (pipelining); advance() handles them one
// after another and stops while a query has the turn (current_).
//
// RESET overtakes the queue: receive() stops the running query at once and counts the RESET, and everything queued
// before it is answered with IGNORED until its turn comes. After a failure everything but RESET is ignored as well, so
// a client can send a whole transaction without looking at the answers in between.

#include "server/bolt/session.h"

#include <algorithm>
#include <array>
#include <exception>
#include <utility>

#include <fmt/format.h>

#include "server/api/version.h"
#include "server/bolt/fields.h"
#include "server/http/authority.h"

namespace treatygraph::server::bolt {
namespace {

using queries::cypher::Map;
using queries::cypher::ValueType;

/// No further answers are made until the client has taken these bytes.
constexpr std::size_t kRoom = 131'072;
constexpr std::size_t kOverhead = 64;  // of a queued message, in addition to its bytes
/// A hint for drivers: longer silence means that the server is gone; NOOPs come every 15 seconds.
constexpr std::int64_t kReceiveTimeoutSeconds = 60;
constexpr std::int64_t kRoutesLast = 300;  // seconds
constexpr std::size_t kMostResults = 32;   // of one transaction
constexpr std::int64_t kLargestApi = 3;    // of TELEMETRY
constexpr char kReset = '\x0f';
constexpr char kGoodbye = '\x02';
constexpr std::size_t kLongestAddress = 256;  // bytes of an address in ROUTE

/// The Neo4j release whose protocol this follows. Some drivers accept no other server name.
constexpr std::string_view kNeo4jVersion = "Neo4j/5.26.0+treatygraph-";

/// A message is a structure (0xB0 and the number of fields), whose tag is the signature.
bool has_signature(std::string_view message, char signature) {
  return message.size() >= 2 && (static_cast<unsigned char>(message[0]) & 0xf0U) == 0xb0 && message[1] == signature;
}

/// A failure that leaves the connection usable.
Failure request_failure(std::string message) {
  auto failure = protocol_failure(std::move(message));
  failure.gql_status = "08N11";
  failure.description =
      "error: connection exception - request error. The request is invalid and could not be processed by the server.";
  return failure;
}

Failure transaction_expired(std::string message) {
  return failure_of({"TransientError", queries::cypher::Phase::Run, "DeadlineExceeded", std::move(message), {}}, {});
}

/// Whether the value is a list that contains the string.
bool lists(const queries::cypher::Value* value, std::string_view name) {
  return value != nullptr && value->is(ValueType::List) && std::ranges::any_of(value->list(), [&](const auto& item) {
           return item.is(ValueType::String) && item.string() == name;
         });
}

}  // namespace

/// A message: its signature, up to three states that allow it, and its handler.
struct Session::Kind {
  char signature;
  std::string_view name;
  std::array<State, 3> states;
  void (Session::*answer)(std::string& message, std::string& out);
};

/// Null for an unknown signature. GOODBYE is handled in receive(), RESET in handle_kind() in every state after logging
/// on.
const Session::Kind* Session::kind_of(char signature) {
  using enum State;
  static const std::array<Kind, 12> kinds = {{
      {'\x01', "HELLO", {Negotiation, Negotiation, Negotiation}, &Session::hello},
      {'\x6a', "LOGON", {Authentication, Authentication, Authentication}, &Session::logon},
      {'\x6b', "LOGOFF", {Ready, Ready, Ready}, &Session::logoff},
      {'\x54', "TELEMETRY", {Ready, Ready, Ready}, &Session::telemetry},
      {'\x10', "RUN", {Ready, TxReady, TxStreaming}, &Session::run},
      {'\x3f', "PULL", {Streaming, TxStreaming, TxStreaming}, &Session::pull},
      {'\x2f', "DISCARD", {Streaming, TxStreaming, TxStreaming}, &Session::discard},
      {'\x11', "BEGIN", {Ready, Ready, Ready}, &Session::begin},
      {'\x12', "COMMIT", {TxReady, TxStreaming, TxStreaming}, &Session::commit},
      {'\x13', "ROLLBACK", {TxReady, TxStreaming, TxStreaming}, &Session::rollback},
      {'\x66', "ROUTE", {Ready, Ready, Ready}, &Session::route},
      {kReset, "RESET", {Ready, Ready, Ready}, &Session::reset},
  }};
  const auto* const found = std::ranges::find(kinds, signature, &Kind::signature);
  return found == kinds.end() ? nullptr : found;
}

std::string_view Session::name_of(State state) {
  constexpr std::array<std::string_view, 8> names = {"NEGOTIATION", "AUTHENTICATION", "READY",  "STREAMING",
                                                     "TX_READY",    "TX_STREAMING",   "FAILED", "DEFUNCT"};
  return names.at(static_cast<std::size_t>(state));
}

Session::Session(const SessionServices& services, Peer peer, Agreed agreed, std::function<void()> tell)
    : services_(services),
      peer_(std::move(peer)),
      agreed_(agreed),
      tell_(std::move(tell)),
      counts_in_utc_(agreed.version.counts_in_utc()) {}

/// Queries must not outlive their client.
Session::~Session() {
  close_results();
}

void Session::receive(std::string message) {
  ++services_.load.messages;
  since_ = Clock::now();
  if (has_signature(message, kReset) && is_logged_on()) {
    ++resets_;
    if (current_) {
      is_interrupted_ = true;
      current_->abandon();
    }
  }
  // No answer follows, and what is queued is not handled any more.
  if (has_signature(message, kGoodbye)) {
    end_transaction();
    state_ = State::Defunct;
    return;
  }
  queued_bytes_ += message.size() + kOverhead;
  queue_.push_back(std::move(message));
}

/// Messages are handled in their order, one at a time.
void Session::advance(std::string& out) {
  while (!is_over()) {
    if (current_) collect(out);
    if (current_ || queue_.empty() || out.size() >= kRoom) return;
    auto message = std::move(queue_.front());
    queue_.pop_front();
    queued_bytes_ -= message.size() + kOverhead;
    handle(std::move(message), out);
    since_ = Clock::now();
  }
}

/// Takes what the query has produced, if the client has room for it.
void Session::collect(std::string& out) {
  using End = OpenResult::End;
  // The answer to a request that RESET has interrupted.
  if (std::exchange(is_interrupted_, false)) {
    current_.reset();
    return append_ignored(out);
  }
  while (current_ && out.size() < kRoom) {
    const auto before = out.size();
    const auto end = current_->take(out);
    services_.load.bytes += out.size() - before;
    if (end == End::NotYet && out.size() == before) return;
    since_ = Clock::now();
    if (end == End::NotYet) continue;
    current_.reset();
    // RUN has been answered, or all requested rows were sent: the result stays open.
    if (end == End::HasMore) return;
    results_.erase(current_qid_);
    if (end == End::Failed) {
      fail_session(State::Failed);
    } else if (is_in_transaction()) {
      state_ = results_.empty() ? State::TxReady : State::TxStreaming;
    } else {
      state_ = State::Ready;
    }
  }
}

/// An exception must not end the other connections of the loop.
void Session::handle(std::string message, std::string& out) try {
  const auto* kind = message.size() >= 2 && has_signature(message, message[1]) ? kind_of(message[1]) : nullptr;
  if (kind == nullptr) return fail_connection(out, protocol_failure("this is not a Bolt message"));
  handle_kind(*kind, message, out);
} catch (const std::exception&) {
  fail_connection(out, protocol_failure("the message could not be answered"));
}

/// The order of the checks matters: RESET works in any state, and ignored messages are not checked.
void Session::handle_kind(const Kind& kind, std::string& message, std::string& out) {
  if (kind.signature == kReset && is_logged_on()) return reset(message, out);
  if (resets_ > 0 || state_ == State::Failed) return append_ignored(out);
  if (std::ranges::find(kind.states, state_) == kind.states.end()) {
    return fail_connection(out, protocol_failure(fmt::format("{} cannot be handled by a session in the {} state",
                                                             kind.name, name_of(state_))));
  }
  if (expired_) return fail_request(out, *std::exchange(expired_, std::nullopt));
  (this->*kind.answer)(message, out);
}

void Session::fail_request(std::string& out, const Failure& failure) {
  append_failure(out, agreed_.version, failure);
  fail_session(State::Failed);
}

void Session::fail_connection(std::string& out, const Failure& failure) {
  append_failure(out, agreed_.version, failure);
  fail_session(State::Defunct);
}

/// After a failure the transaction is over; only RESET may follow.
void Session::fail_session(State state) {
  end_transaction();
  state_ = state;
}

void Session::refuse_long_message(std::string& out) {
  if (is_over()) return;
  auto failure = protocol_failure("a message is longer than this server reads; send less at a time");
  failure.gql_status = "22N56";
  failure.description = "error: data exception - protocol message length limit overflow.";
  fail_connection(out, failure);
}

void Session::close_results() {
  if (current_) current_->abandon();
  current_.reset();
  for (const auto& [qid, result] : results_) result->abandon();
  results_.clear();
}

void Session::end_transaction() {
  close_results();
  transaction_.reset();
  expired_.reset();
}

/// A transaction or an open result keeps a snapshot in memory, so it ends sooner than an idle connection.
bool Session::outlasts(Clock::time_point now, const SessionLimits& limits) {
  if (is_working()) return true;
  if (state_ == State::Ready || state_ == State::Failed || expired_) return now < since_ + limits.idle;
  if (now < since_ + limits.transaction) return true;
  // An auto-commit result ends as well; if its client asks for rows, it gets an error.
  close_results();
  if (transaction_) transaction_->graph.reset();
  expired_ = transaction_expired("nothing was asked for so long that the server has ended the transaction");
  return true;
}

// Authentication.

/// Logs the client in if its token is known, and answers with `entries` entries that `write` writes. Otherwise the
/// connection ends, as the specification says.
void Session::let_in(const Map& authentication, std::string& out, std::size_t entries,
                     const std::function<void(PackWriter&)>& write) {
  const auto token = string_in(authentication, "credentials");
  if (services_.admits && !services_.admits(token)) {
    return fail_connection(
        out, unauthorized(token.empty() ? "this server asks for a token: send it as the password of any user, or as a "
                                          "bearer token"
                                        : "this token is not one of the server's; ask its operator for one"));
  }
  append_success(out, entries, write);
  state_ = State::Ready;
}

/// Before 5.1, HELLO also contains the credentials.
void Session::hello(std::string& message, std::string& out) {
  const auto fields = fields_of(message, 1);
  if (!fields) return fail_connection(out, protocol_failure(fields.error().detail));
  const auto extra = map_at(*fields, 0);
  filter_ = filter_.with(extra);
  // Version 4.4 can be asked to send UTC seconds, as 5.0 does.
  const bool patches = agreed_.version < Version{5, 0} && lists(extra.find("patch_bolt"), "utc");
  if (patches) counts_in_utc_ = true;
  const std::size_t entries = 3U + (patches ? 1U : 0U) + (agreed_.by_manifest ? 1U : 0U);
  const auto write = [&](PackWriter& pack) {
    pack.entry("server", std::string_view(fmt::format("{}{}", kNeo4jVersion, kVersion)));
    pack.entry("connection_id", std::string_view(peer_.id));
    pack.string("hints");
    pack.map(1);
    // A driver that hears nothing for so long gives the connection up.
    pack.entry("connection.recv_timeout_seconds", kReceiveTimeoutSeconds);
    if (patches) {
      pack.string("patch_bolt");
      pack.list(1);
      pack.string("utc");
    }
    if (agreed_.by_manifest) pack.entry("protocol_version", std::string_view(text_of(agreed_.version)));
  };
  if (!agreed_.version.has_logon()) return let_in(extra, out, entries, write);
  append_success(out, entries, write);
  state_ = State::Authentication;
}

void Session::logon(std::string& message, std::string& out) {
  const auto fields = fields_of(message, 1);
  if (!fields) return fail_connection(out, protocol_failure(fields.error().detail));
  let_in(map_at(*fields, 0), out, 0, [](PackWriter&) {});
}

void Session::logoff(std::string& /*message*/, std::string& out) {
  append_success(out);
  state_ = State::Authentication;
}

/// Drivers tell which of their APIs is used. Only the form is checked.
void Session::telemetry(std::string& message, std::string& out) {
  const auto fields = fields_of(message, 1);
  if (!fields) return fail_request(out, request_failure(fields.error().detail));
  const auto& api = fields->front();
  const bool is_known = api.is(ValueType::Integer) && api.integer() >= 0 && api.integer() <= kLargestApi;
  if (!is_known) return fail_request(out, request_failure("TELEMETRY takes an API from 0 to 3"));
  append_success(out);
}

/// Ends everything that is open.
void Session::reset(std::string& /*message*/, std::string& out) {
  if (resets_ > 0) --resets_;
  end_transaction();
  state_ = State::Ready;
  append_success(out);
}

/// Names this server for every role: drivers send queries to a writer unless the session is marked as reading.
void Session::route(std::string& message, std::string& out) {
  const auto fields = fields_of(message, 1);
  if (!fields) return fail_request(out, request_failure(fields.error().detail));
  const auto known_as = map_at(*fields, 0);
  const auto given = string_in(known_as, "address");
  const bool is_usable = given.size() <= kLongestAddress && is_authority(given);
  // The address that the client used, since the server may be reachable under several.
  const auto address = is_usable ? given : std::string_view(services_.address);
  const auto extra = map_at(*fields, 2);
  const auto named = string_in(extra, "db");
  append_success(out, 1, [&](PackWriter& pack) {
    pack.string("rt");
    pack.map(3);
    pack.entry("ttl", kRoutesLast);
    pack.entry("db", named.empty() ? kDatabase : named);
    pack.string("servers");
    pack.list(3);
    for (const std::string_view role : {"ROUTE", "READ", "WRITE"}) {
      pack.map(2);
      pack.string("addresses");
      pack.list(1);
      pack.string(address);
      pack.entry("role", role);
    }
  });
}

// Transactions.

/// The snapshot is chosen here, once for the transaction.
void Session::begin(std::string& message, std::string& out) {
  const auto fields = fields_of(message, 1);
  if (!fields) return fail_request(out, request_failure(fields.error().detail));
  auto asked = TransactionRequest::read(map_at(*fields, 0), filter_);
  if (!asked) return fail_request(out, request_failure(asked.error().detail));
  Transaction begun{services_.current.get(), std::move(*asked), std::nullopt};
  if (begun.asked.timeout) begun.ends_by = Clock::now() + *begun.asked.timeout;
  const bool tells_database = agreed_.version.tells_database() && begun.asked.database.empty();
  append_success(out, tells_database ? 1 : 0, [&](PackWriter& pack) {
    if (tells_database) pack.entry("db", kDatabase);
  });
  transaction_ = std::move(begun);
  last_qid_ = -1;
  state_ = State::TxReady;
}

/// Ends the transaction. Results that are still open are discarded.
void Session::commit(std::string& /*message*/, std::string& out) {
  append_success(out, 1,
                 [&](PackWriter& pack) { pack.entry("bookmark", std::string_view(transaction_->graph->snapshot())); });
  end_transaction();
  state_ = State::Ready;
}

void Session::rollback(std::string& /*message*/, std::string& out) {
  append_success(out);
  end_transaction();
  state_ = State::Ready;
}

// Queries.

/// Opens a result, which runs on its own thread; collect() takes its answer.
void Session::run(std::string& message, std::string& out) {
  if (results_.size() >= kMostResults) {
    return fail_request(out, busy(fmt::format("a transaction may have {} results open at a time", kMostResults)));
  }
  OpenResult::Question question;
  question.message = std::move(message);
  question.version = agreed_.version;
  question.dialect = {agreed_.version.has_element_ids(), counts_in_utc_};
  question.is_in_transaction = is_in_transaction();
  question.graph = transaction_ ? transaction_->graph : services_.current.get();
  question.transaction.filter = filter_;
  if (transaction_) {
    question.transaction = transaction_->asked;
    question.ends_by = transaction_->ends_by;
  }
  // Outside of a transaction there is one result at a time, and its number is not used.
  question.qid = is_in_transaction() ? last_qid_ + 1 : 0;
  question.id = fmt::format("{}-{}", peer_.id, ++queries_);
  question.peer = peer_.name;
  question.client = peer_.address;
  const auto qid = question.qid;
  auto opened = services_.results.open(std::move(question), tell_);
  if (!opened) {
    return fail_request(out, busy("all threads are busy; ask again in a second"));
  }
  last_qid_ = qid;
  results_[qid] = opened;
  current_ = std::move(opened);
  current_qid_ = qid;
  state_ = is_in_transaction() ? State::TxStreaming : State::Streaming;
}

void Session::pull(std::string& message, std::string& out) {
  ask_for_rows(message, false, out);
}

void Session::discard(std::string& message, std::string& out) {
  ask_for_rows(message, true, out);
}

/// The common part of PULL and DISCARD: which result, and how many rows. `qid` -1 means the last result.
void Session::ask_for_rows(const std::string& message, bool discards, std::string& out) {
  const auto fields = fields_of(message, 1);
  if (!fields) return fail_request(out, request_failure(fields.error().detail));
  const auto extra = map_at(*fields, 0);
  const auto rows = integer_in(extra, "n");
  if (!rows || *rows == 0 || *rows < -1) {
    return fail_request(out, request_failure("n must be how many rows, or -1 for all of them"));
  }
  const auto named = integer_in(extra, "qid").value_or(-1);
  const auto qid = named == -1 || !is_in_transaction() ? last_qid_ : named;
  const auto found = results_.find(qid);
  if (found == results_.end()) return fail_request(out, request_failure(fmt::format("no open result {}", named)));
  current_ = found->second;
  current_qid_ = qid;
  current_->ask(*rows == -1 ? std::nullopt : std::optional(static_cast<std::uint64_t>(*rows)), discards);
}

}  // namespace treatygraph::server::bolt
