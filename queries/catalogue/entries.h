#pragma once
// The entries of the catalogue. Each is defined in the file that is called after it, with all that belongs to the
// question; catalogue.cpp lists them.

#include "queries/answer/question.h"

namespace treatygraph::queries {

extern const Question kSchemaQuestion;
extern const Question kTreatiesQuestion;
extern const Question kTreatyQuestion;
extern const Question kParticipationQuestion;
extern const Question kNodesQuestion;
extern const Question kNodeQuestion;
extern const Question kRelationshipsQuestion;
extern const Question kSearchQuestion;
extern const Question kSuggestQuestion;
extern const Question kNeighborhoodQuestion;
extern const Question kDependenciesQuestion;
extern const Question kPathsQuestion;
extern const Question kImpactQuestion;
extern const Question kCoverageQuestion;
extern const Question kCompareQuestion;
extern const Question kCyclesQuestion;
extern const Question kRankQuestion;
extern const Question kStatementsQuestion;
extern const Question kQualityQuestion;
extern const Question kCriticsQuestion;
extern const Question kTextQuestion;
extern const Question kAnnotationsQuestion;
extern const Question kCiteQuestion;
extern const Question kStateQuestion;

}  // namespace treatygraph::queries
