#pragma once
// The answer to any question, for the server's routes and the command line.

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "queries/catalogue/answer_quality.h"
#include "queries/questions/annotations.h"
#include "queries/questions/cite.h"
#include "queries/questions/compare.h"
#include "queries/questions/coverage.h"
#include "queries/questions/critics.h"
#include "queries/questions/cycles.h"
#include "queries/questions/dependencies.h"
#include "queries/questions/impact.h"
#include "queries/questions/list_nodes.h"
#include "queries/questions/neighborhood.h"
#include "queries/questions/node.h"
#include "queries/questions/participation.h"
#include "queries/questions/paths.h"
#include "queries/questions/quality.h"
#include "queries/questions/rank.h"
#include "queries/questions/relationships.h"
#include "queries/questions/schema.h"
#include "queries/questions/search.h"
#include "queries/questions/statements.h"
#include "queries/questions/states.h"
#include "queries/questions/suggest.h"
#include "queries/questions/text.h"
#include "queries/questions/treaties.h"
#include "queries/questions/why_sentences.h"
#include "queries/request/scope.h"

namespace treatygraph::queries {

using TreatyList = std::vector<TreatySummary>;

struct Answer {
  std::variant<NodeAnswer, RelationshipsAnswer, NodeList, Neighborhood, Dependencies, Paths, Impact, Coverage,
               Comparison, Cycles, Rank, StatementsAnswer, CriticsAnswer, SearchAnswer, SuggestAnswer, TreatyList,
               TableOfContents, Participation, StateAnswer, Schema, Quality, ProvisionText, Annotations, Citation>
      body;
  std::vector<std::string> warnings;          ///< "limit 5000 is more than 1000: 1000 was used"
  std::vector<Explanation> why = {};          ///< if requested
  std::optional<AnswerQuality> quality = {};  ///< if requested
  Scope scope = {};                           ///< what of the graph the question was to see
};

}  // namespace treatygraph::queries
