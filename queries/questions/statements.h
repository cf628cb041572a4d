#pragma once
// What was said about a provision, its parts, or what it rests on, including what was said about their drafts.

#include <optional>
#include <string>
#include <vector>

#include "graph/graph.h"
#include "queries/questions/acts.h"
#include "queries/questions/carried_to.h"
#include "queries/request/budget.h"
#include "queries/request/page.h"
#include "queries/request/scope.h"

namespace treatygraph::queries {

struct StatementsRequest {
  std::string about;          ///< key; empty: all statements
  bool parts = true;          ///< include=parts
  bool dependencies = false;  ///< include=dependencies: also about what it rests on, all the way, as it is written
  std::vector<std::string> stances;  ///< any of these stances ("critical"); empty: any
  std::string speaker;               ///< key of a State or organisation; empty: any
  std::string concern;               ///< one concern; empty: any
  bool acts = false;    ///< with=acts: also the speakers' acts concerning the treaty that each statement is about
  bool events = false;  ///< with=events: also votes and other events about the same provisions
  Scope scope;
  Page page;  ///< number of statements
};

/// One statement with one of the things that it addresses.
struct StatementHit {
  NodeId statement{};
  std::vector<NodeId> speakers;
  std::optional<RelationshipId> addresses;  ///< the ADDRESSES relationship; none if the statement addresses nothing
  std::optional<NodeId> addressed;          ///< its target; in a draft if `carried` is not empty
  std::vector<RelationshipId> carried;      ///< CORRESPONDS_TO from the version that it addresses to the requested one
  bool carried_by_article = false;          ///< only the articles are matched, and each has a part of that number
  std::string_view carried_confidence;      ///< the lowest confidence of `carried`; empty if not stated
  std::vector<RelationshipId> rests_on;     ///< references from `about` to what it addresses, if that is a dependency
  /// What the provision of a draft became in the final text; nothing if it is not in a draft.
  std::optional<std::vector<CarriedTo>> carried_to;
  std::vector<Acts> acts;  ///< of each speaker, if requested
};

/// An event with one of the things that it was about.
struct EventHit {
  NodeId event{};
  RelationshipId concerns{};                         ///< CONCERNS, with the proposal and its outcome
  std::optional<std::vector<CarriedTo>> carried_to;  ///< as for statements
};

/// One page of statements, with totals over all pages.
struct StatementsAnswer {
  /// Ordered by the statement's date, then key, then target. A page contains complete statements.
  std::vector<StatementHit> hits;
  std::size_t total = 0;            ///< number of statements on all pages
  std::size_t total_addresses = 0;  ///< number of their targets, each counted once per statement
  std::vector<EventHit> events;     ///< by date, then key; on every page
  std::string next_cursor;
  std::string explanation;  ///< why the answer is empty
  Truncated truncated;
};

/// The stance on the target or, if not stated, of the statement as a whole; empty if neither is.
[[nodiscard]] std::string_view stance_of(const Graph& graph, const StatementHit& hit);

/// The statements that fulfil the conditions. If the budget is spent, those found so far, with `truncated`.
[[nodiscard]] Result<StatementsAnswer> statements_about(const Graph& graph, const StatementsRequest& request,
                                                        Budget budget);

}  // namespace treatygraph::queries
