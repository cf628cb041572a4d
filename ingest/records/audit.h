#pragma once
// What is to be said of a built graph: what breaks the model, what dangles, what has no source, what a text decided.

#include <map>
#include <string>
#include <vector>

#include "graph/records.h"

namespace treatygraph::ingest {

struct Audit {
  std::size_t nodes = 0;
  std::map<std::string, std::size_t> relationships;  ///< by type
  std::vector<std::string> broken;                   ///< rules of the model that do not hold; a good file has none
  std::vector<std::string> without_source;  ///< facts without basis, confidence or source; a good file has none
  std::vector<std::string> unresolved;      ///< citations that name no provision that there is, with their words
  std::map<std::string, std::size_t> unresolved_kinds;  ///< how many of them name an annex, an article, ...
  std::vector<std::string> unreached;                   ///< citations that lead to less than they name
  std::vector<std::string> absent_parts;                ///< annexes that are cited and their document does not hold
  std::vector<std::string> moved;                       ///< relationships to a provision that its treaty does not have
  std::vector<std::string> not_read_whole;              ///< treaties of whose text less than 98 % is in provisions
  std::vector<std::string> left_over;                   ///< words of treaties that are in no provision, with the reason
  std::vector<std::string> not_loaded;                  ///< treaties that are only cited, and how often
  std::vector<std::string> confirmed;                   ///< what a text says as the dataset did
  std::vector<std::string> contradicted;                ///< what a text says otherwise
  std::vector<std::string> added;                       ///< what only a text says
  std::vector<std::string> lacking;                     ///< what a dataset says of provisions that its text lacks
  std::vector<std::string> doubtful;                    ///< acts that do not go together

  [[nodiscard]] bool is_good() const { return broken.empty() && without_source.empty() && not_read_whole.empty(); }
};

/// Each list is sorted.
[[nodiscard]] Audit audit(const GraphRecords& records);

}  // namespace treatygraph::ingest
