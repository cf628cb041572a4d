#pragma once
// The answer to any question, for those who pass it on: the server's routes and the command line.

#include <string>
#include <variant>
#include <vector>

#include "queries/compare.h"
#include "queries/coverage.h"
#include "queries/cycles.h"
#include "queries/dependencies.h"
#include "queries/impact.h"
#include "queries/list_nodes.h"
#include "queries/neighborhood.h"
#include "queries/node.h"
#include "queries/participation.h"
#include "queries/paths.h"
#include "queries/rank.h"
#include "queries/relationships.h"
#include "queries/schema.h"
#include "queries/search.h"
#include "queries/sentences.h"
#include "queries/statements.h"
#include "queries/states.h"
#include "queries/treaties.h"

namespace treatygraph::queries {

using TreatyList = std::vector<TreatySummary>;

struct Answer {
  std::variant<NodeAnswer, RelationshipsAnswer, NodeList, Neighborhood, Dependencies, Paths, Impact, Coverage,
               Comparison, Cycles, Rank, StatementsAnswer, SearchAnswer, TreatyList, TableOfContents, Participation,
               StateAnswer, Schema>
      body;
  std::vector<std::string> warnings;  ///< "limit 5000 is more than 1000: 1000 was used"
  std::vector<Told> why = {};         ///< where that was asked for
};

}  // namespace treatygraph::queries
