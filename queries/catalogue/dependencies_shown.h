#pragma once
// How dependencies are shown, for the two questions that have them: "dependencies" and "impact".

#include <vector>

#include "queries/answer/common_parameters.h"
#include "queries/answer/procedure_rows.h"
#include "queries/answer/shown_facts.h"
#include "queries/formats/answers/answer_writer.h"
#include "queries/questions/dependencies.h"

namespace treatygraph::queries {

/// Writes the members of the answer into the open object.
void write_dependencies(formats::AnswerWriter& out, const Dependencies& answer);
/// One row for each node but the first: the node, its depth, its chain of references, and the provisions that it
/// represents.
[[nodiscard]] ProcedureRows dependency_rows(const Dependencies& answer);
/// Adds the nodes and relationships of the answer.
void add_dependency_facts(ShownFacts& facts, const Dependencies& answer);
/// The chains as sentences, for all nodes or for the one that `why` names. Adds a warning if that node is not in the
/// answer.
[[nodiscard]] std::vector<Explanation> why_depends(const Graph& graph, const Dependencies& answer,
                                                   const WhyRequest& why, Warnings& warnings);

}  // namespace treatygraph::queries
