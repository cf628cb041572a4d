#pragma once
// What was said about a provision, its parts, or what it rests on.

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
  std::vector<std::string> stances;  ///< any of these, as in the data ("critical"); empty: any
  std::string speaker;               ///< key of a State or organisation; empty: any
  std::string concern;               ///< one of the ';'-separated concerns; empty: any
  bool acts = false;    ///< with=acts: also what the speakers did to the treaty that each statement is about
  bool events = false;  ///< with=events: also votes and other events that `about` and the rest were the matter of
  Scope scope;
  Page page;  ///< of statements
};

/// One statement with one thing that it addresses.
struct StatementHit {
  NodeId statement;
  std::vector<NodeId> speakers;
  std::optional<RelationshipId> addresses;  ///< the ADDRESSES relationship; none where a statement addresses nothing
  std::optional<NodeId> addressed;          ///< its target: of a draft where `carried` is not empty
  std::vector<RelationshipId> carried;   ///< CORRESPONDS_TO from the version that it speaks of to the one asked about
  bool carried_by_article = false;       ///< only the articles of both are matched, and each has a part of that number
  std::string_view carried_confidence;   ///< of what carries; empty where that is not said
  std::vector<RelationshipId> rests_on;  ///< references from `about` to what it addresses, where that is a dependency
  /// What of the final text that provision of a draft became; nothing where it is of no draft.
  std::optional<std::vector<CarriedTo>> carried_to;
  std::vector<Acts> acts;  ///< of each speaker, where that was asked for
};

/// An event with one thing that it was about.
struct EventHit {
  NodeId event;
  RelationshipId concerns;                           ///< CONCERNS, with what was proposed and what came of it
  std::optional<std::vector<CarriedTo>> carried_to;  ///< as of statements
};

struct StatementsAnswer {
  /// By the statement's date, then key, then what it addresses. A page holds whole statements.
  std::vector<StatementHit> hits;
  std::size_t total = 0;            ///< statements, on all pages
  std::size_t total_addresses = 0;  ///< what these address, each once a statement
  std::vector<EventHit> events;     ///< by date, then key; on every page
  std::string next_cursor;
  std::string explanation;  ///< for an empty answer
  Truncated truncated;
};

/// As it is said of what the hit addresses, or else of the statement as a whole; empty where neither says.
[[nodiscard]] std::string_view stance_of(const Graph& graph, const StatementHit& hit);

[[nodiscard]] Result<StatementsAnswer> statements_about(const Graph& graph, const StatementsRequest& request,
                                                        Budget budget);

}  // namespace treatygraph::queries
