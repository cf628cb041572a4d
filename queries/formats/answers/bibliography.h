#pragma once
// Treaties, provisions and statements as works to cite. Each entry names the snapshot, because an answer can be
// repeated only with it.

#include <string>
#include <vector>

#include "graph/graph.h"
#include "queries/answer/answer.h"

namespace treatygraph::queries::formats {

/// What citation formats need of one work. Empty texts are unknown.
struct BibliographyEntry {
  std::string key;      ///< the node's key, also the entry's id
  std::string title;    ///< title of the treaty or statement
  std::string section;  ///< for a provision: "article 24 (Conditions and safeguards)"
  std::string number;   ///< number of the document: "A/RES/79/243"
  std::string date;     ///< ISO 8601, shorter if the day is not known
  std::string address;  ///< a web address, if the source is one
  std::vector<std::string> authors;
  bool is_treaty = true;  ///< otherwise a statement
  std::string note;       ///< the snapshot
};

/// The entry of a treaty, a provision or a statement; an empty one for any other node.
[[nodiscard]] BibliographyEntry work_of(const Graph& graph, NodeId node);

/// The citable nodes of the answer, in order, each once. Fails if there are none; the error says which answers have
/// some.
[[nodiscard]] Result<std::vector<BibliographyEntry>> bibliography(const Graph& graph, const Answer& answer);

/// BibTeX and BibLaTeX: entries of the type misc, with the fields of both.
[[nodiscard]] std::string to_bibtex(const std::vector<BibliographyEntry>& entries);
/// CSL-JSON 1.0.2 (https://citationstyles.org): what Zotero, pandoc and Citation.js read.
[[nodiscard]] std::string to_csl_json(const std::vector<BibliographyEntry>& entries);

}  // namespace treatygraph::queries::formats
