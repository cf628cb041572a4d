#pragma once
// How far an answer can be trusted: what of it was read from a text, and what was compiled.

#include <cstddef>
#include <string>

#include "graph/graph.h"
#include "queries/questions/quality.h"

namespace treatygraph::queries {

struct Answer;

/// Of the nodes and relationships that an answer shows, each once.
struct AnswerQuality {
  BasisCount nodes;
  BasisCount relationships;
  ConfidenceCount confidence;           ///< of the relationships
  std::size_t inferred_references = 0;  ///< REFERS_TO that no words name
  std::size_t unresolved_count = 0;     ///< citations of the answer's provisions, with their parts, that lead nowhere

  /// Of the relationships, or where none is shown of the nodes: from 0 to 1; 0 where nothing is shown.
  [[nodiscard]] double curated_share() const;
};

[[nodiscard]] AnswerQuality quality_of_answer(const Graph& graph, const Answer& answer);

/// "12 of 30 relationships are curated, 18 extracted; ...": for formats that hold no more than rows.
[[nodiscard]] std::string sentence_of(const AnswerQuality& quality);

}  // namespace treatygraph::queries
