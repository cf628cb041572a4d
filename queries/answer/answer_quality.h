#pragma once
// How far an answer can be trusted: how much of it was extracted from a text, and how much was curated by a person.

#include <cstddef>
#include <string>

#include "graph/graph.h"
#include "queries/questions/quality.h"

namespace treatygraph::queries {

struct Answer;

/// Counts over the distinct nodes and relationships of an answer.
struct AnswerQuality {
  BasisCount nodes;
  BasisCount relationships;
  ConfidenceCount confidence;           ///< counts over the relationships
  std::size_t inferred_references = 0;  ///< REFERS_TO that the words do not name
  std::size_t unresolved_count = 0;     ///< unresolved citations of the answer's provisions and their parts

  /// The curated share of the relationships or, if there are none, of the nodes: 0 to 1; 0 for an empty answer.
  [[nodiscard]] double curated_share() const;
};

/// Counts what the answer shows. Linear in its nodes, their parts and its relationships.
[[nodiscard]] AnswerQuality quality_of_answer(const Graph& graph, const Answer& answer);

/// "12 of 30 relationships are curated, 18 extracted; ...": for formats that contain only rows.
[[nodiscard]] std::string sentence_of(const AnswerQuality& quality);

}  // namespace treatygraph::queries
