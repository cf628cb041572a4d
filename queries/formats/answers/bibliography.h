#pragma once
// Treaties, provisions and statements as works to cite, with the snapshot that they were read in.

#include <string>
#include <vector>

#include "graph/graph.h"
#include "queries/catalogue/answer.h"

namespace treatygraph::queries::formats {

struct BibliographyEntry {
  std::string key;
  std::string title;    ///< of the treaty or statement
  std::string section;  ///< of a provision: "article 24 (Conditions and safeguards)"
  std::string number;   ///< of the document: "A/RES/79/243"
  std::string date;     ///< ISO 8601, or shorter where the day is not known
  std::string address;  ///< where the source says so
  std::vector<std::string> authors;
  bool is_treaty = true;  ///< or else a statement
  std::string note;       ///< the snapshot
};

/// A treaty, a provision or a statement.
[[nodiscard]] BibliographyEntry work_of(const Graph& graph, NodeId node);

/// The nodes of the answer that can be cited, in its order. The error says that it has none.
[[nodiscard]] Result<std::vector<BibliographyEntry>> bibliography(const Graph& graph, const Answer& answer);

[[nodiscard]] std::string to_bibtex(const std::vector<BibliographyEntry>& entries);
/// CSL-JSON 1.0.2 (https://citationstyles.org): what Zotero, pandoc and Citation.js read.
[[nodiscard]] std::string to_csl_json(const std::vector<BibliographyEntry>& entries);

}  // namespace treatygraph::queries::formats
