#pragma once
// What was said about a provision, its parts, or what it rests on.

#include <optional>
#include <string>
#include <vector>

#include "graph/graph.h"
#include "queries/request/budget.h"
#include "queries/request/page.h"
#include "queries/request/scope.h"

namespace treatygraph::queries {

struct StatementsRequest {
  std::string about;          ///< key; empty: all statements
  bool parts = true;          ///< include=parts
  bool dependencies = false;  ///< include=dependencies: also about what it rests on, all the way, as it is written
  std::string stance;         ///< as in the data ("critical"); empty: any
  std::string speaker;        ///< key of a State or organisation; empty: any
  std::string concern;        ///< one of the ';'-separated concerns; empty: any
  Scope scope;
  Page page;
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
};

struct StatementsAnswer {
  std::vector<StatementHit> hits;  ///< by the statement's date, then key, then what it addresses
  std::size_t total = 0;
  std::string next_cursor;
  std::string explanation;  ///< for an empty answer
  Truncated truncated;
};

[[nodiscard]] Result<StatementsAnswer> statements_about(const Graph& graph, const StatementsRequest& request,
                                                        Budget budget);

}  // namespace treatygraph::queries
