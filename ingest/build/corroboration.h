#pragma once
// Merges curated offences, powers, safeguards and terms with those extracted from a text.

#include <string>
#include <vector>

#include "graph/records.h"

namespace treatygraph::ingest {

/// One line per fact.
struct Findings {
  std::vector<std::string> confirms;
  std::vector<std::string> contradicts;
  std::vector<std::string> adds;
  std::vector<std::string> lacks;
};

/// If both have a fact of the same kind about the same provision, or about a provision inside the other's, they are
/// merged: the curated node keeps its key, is marked `corroborated`, `corroborated_by` the text, and gets the words
/// with their position; the extracted node is removed and its relationships move to the curated one. A fact that only
/// the text has stays in `text` under its own key. A curated fact without words in the text stays as well, and is
/// listed.
void corroborate(GraphRecords& dataset, GraphRecords& text, const std::string& slug, Findings& findings);

}  // namespace treatygraph::ingest
