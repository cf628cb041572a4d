#pragma once
// Treaties, provisions and statements as works to cite, with the snapshot.

#include <string>
#include <vector>

#include "graph/graph.h"
#include "queries/answer/answer.h"

namespace treatygraph::queries::formats {

struct BibliographyEntry {
  std::string key;
  std::string title;    ///< title of the treaty or statement
  std::string section;  ///< for a provision: "article 24 (Conditions and safeguards)"
  std::string number;   ///< number of the document: "A/RES/79/243"
  std::string date;     ///< ISO 8601, shorter if the day is not known
  std::string address;  ///< if the source says so
  std::vector<std::string> authors;
  bool is_treaty = true;  ///< otherwise a statement
  std::string note;       ///< the snapshot
};

/// A treaty, a provision or a statement.
[[nodiscard]] BibliographyEntry work_of(const Graph& graph, NodeId node);

/// The citable nodes of the answer, in order. It is an error if there are none.
[[nodiscard]] Result<std::vector<BibliographyEntry>> bibliography(const Graph& graph, const Answer& answer);

[[nodiscard]] std::string to_bibtex(const std::vector<BibliographyEntry>& entries);
/// CSL-JSON 1.0.2 (https://citationstyles.org): what Zotero, pandoc and Citation.js read.
[[nodiscard]] std::string to_csl_json(const std::vector<BibliographyEntry>& entries);

}  // namespace treatygraph::queries::formats
