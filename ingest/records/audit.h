#pragma once
// Audits a built graph. It reports violations of the model, relationships without a source, citations that lead
// nowhere, and where a dataset and a text disagree. `treatygraph-ingest check` prints the result.

#include <map>
#include <string>
#include <vector>

#include "graph/records.h"

namespace treatygraph::ingest {

/// The findings. Each line names the node or the relationship that it is about.
struct Audit {
  std::size_t nodes = 0;
  std::map<std::string, std::size_t> relationships;     ///< by type
  std::vector<std::string> broken;                      ///< violations of the model; none in a good file
  std::vector<std::string> without_source;              ///< records without basis, confidence or source
  std::vector<std::string> unresolved;                  ///< citations of provisions that do not exist, with their words
  std::map<std::string, std::size_t> unresolved_kinds;  ///< how many of them name an annex, an article, ...
  std::vector<std::string> unreached;                   ///< citations that lead to less than they name
  std::vector<std::string> absent_parts;                ///< cited annexes that their document does not contain
  std::vector<std::string> moved;                       ///< relationships to a provision that its treaty does not have
  std::vector<std::string> not_read_whole;              ///< treaties with less than 98 % of their text in provisions
  std::vector<std::string> left_over;                   ///< words of treaties that are in no provision, with the reason
  std::vector<std::string> not_loaded;                  ///< treaties that are only cited, with the number of citations
  std::vector<std::string> confirmed;                   ///< dataset facts that a text confirms
  std::vector<std::string> contradicted;                ///< dataset facts that a text contradicts
  std::vector<std::string> added;                       ///< facts that only a text has
  std::vector<std::string> lacking;                     ///< dataset facts about provisions that the text does not have
  std::vector<std::string> doubtful;                    ///< acts of States that contradict each other: doubtful_acts()

  /// Whether the file keeps to the model and its texts were read as wholes. Unresolved citations and disagreements do
  /// not count: real texts have them.
  [[nodiscard]] bool is_good() const { return broken.empty() && without_source.empty() && not_read_whole.empty(); }
};

/// All lists are sorted. The cost is linear in the records, apart from sorting.
[[nodiscard]] Audit audit(const GraphRecords& records);

}  // namespace treatygraph::ingest
