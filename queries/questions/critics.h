#pragma once
// Who found fault with a provision, and what they did to the treaty all the same.

#include <optional>
#include <string>
#include <vector>

#include "graph/graph.h"
#include "queries/questions/acts.h"
#include "queries/questions/statements.h"
#include "queries/request/budget.h"
#include "queries/request/page.h"
#include "queries/request/scope.h"

namespace treatygraph::queries {

struct CriticsRequest {
  std::string of;             ///< key of a provision, of what one carries, or of a treaty; of the final text or a draft
  bool parts = true;          ///< include=parts
  bool dependencies = false;  ///< include=dependencies: also of what it rests on, all the way
  std::vector<std::string> stances = {"opposes", "critical", "calls_for_change"};  ///< that count as fault-finding
  std::string concern;                                                             ///< empty: any
  std::string label;               ///< State or Organization; empty: both
  std::optional<bool> has_signed;  ///< only those whose signature is known, or only the others
  Scope scope;
  Page page;  ///< of critics
};

struct Critic {
  NodeId who;
  std::vector<StatementHit> said;  ///< of those stances, as statements_about orders them
  std::size_t statement_count = 0;
  Acts acts;  ///< towards the treaty, whatever draft was spoken of
  [[nodiscard]] bool has_signed() const { return acts.towards.signature.has_value(); }
};

struct CriticsAnswer {
  NodeId of;
  NodeId treaty;
  std::vector<Critic> hits;  ///< States, then organisations, each by key
  std::size_t total = 0;     ///< critics, on all pages: States and organisations
  std::size_t state_count = 0;
  std::size_t organization_count = 0;
  std::size_t signatory_count = 0;
  std::size_t statement_count = 0;  ///< statements by these critics; one by several critics once
  std::vector<EventHit> events;     ///< that it was the matter of, votes above all; on every page
  std::string next_cursor;
  std::string explanation;  ///< for an empty answer
  Truncated truncated;
};

[[nodiscard]] Result<CriticsAnswer> critics_of(const Graph& graph, const CriticsRequest& request, Budget budget);

}  // namespace treatygraph::queries
