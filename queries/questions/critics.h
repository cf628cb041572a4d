#pragma once
// Who criticised a provision, and how these States and organisations then acted on the treaty: whether they signed it
// nevertheless, voted, made reservations.

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
  std::string of;  ///< key of a provision, of something that one carries, or of a treaty; of the final text or a draft
  bool parts = true;          ///< include=parts
  bool dependencies = false;  ///< include=dependencies: also of everything it rests on
  std::vector<std::string> stances = {"opposes", "critical", "calls_for_change"};  ///< stances that count as criticism
  std::string concern;                                                             ///< empty: any
  std::string label;               ///< State or Organization; empty: both
  std::optional<bool> has_signed;  ///< only those who are known to have signed, or only the others
  Scope scope;
  Page page;  ///< number of critics
};

/// A State or organisation with its criticism and its acts.
struct Critic {
  NodeId who{};
  std::vector<StatementHit> said;  ///< statements of those stances, ordered as by statements_about
  std::size_t statement_count = 0;
  Acts acts;  ///< acts concerning the treaty, whichever draft was spoken of
  [[nodiscard]] bool has_signed() const { return acts.towards.signature.has_value(); }
};

/// One page of critics, with totals over all pages.
struct CriticsAnswer {
  NodeId of{};
  NodeId treaty{};
  std::vector<Critic> hits;  ///< States, then organisations, each by key
  std::size_t total = 0;     ///< critics, on all pages: States and organisations
  std::size_t state_count = 0;
  std::size_t organization_count = 0;
  std::size_t signatory_count = 0;
  std::size_t statement_count = 0;  ///< statements by these critics; a joint statement counts once
  std::vector<EventHit> events;     ///< events about it, votes first; on every page
  std::string next_cursor;
  std::string explanation;  ///< why the answer is empty
  Truncated truncated;
};

/// The critics of request.of. InvalidArgument if it belongs to no treaty.
[[nodiscard]] Result<CriticsAnswer> critics_of(const Graph& graph, const CriticsRequest& request, Budget budget);

}  // namespace treatygraph::queries
