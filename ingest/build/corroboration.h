#pragma once
// Merges the offences, powers, safeguards and terms of a dataset with those that were extracted from the text of the
// same treaty.

#include <string>
#include <vector>

#include "graph/records.h"

namespace treatygraph::ingest {

/// How a dataset and a text agree. One line for each fact: "lakes:art_5 PROVIDES lakes:safeguard.notice".
struct Findings {
  /// Facts that both have.
  std::vector<std::string> confirms;
  /// Facts of the dataset for which the text has no words, or has them elsewhere.
  std::vector<std::string> contradicts;
  /// Facts that only the text has.
  std::vector<std::string> adds;
  /// Facts of the dataset about provisions that the text does not have.
  std::vector<std::string> lacks;
};

/// If both have a fact of the same kind about the same provision, or about a provision inside the other's, they are
/// merged: the curated node keeps its key, is marked `corroborated`, `corroborated_by` the text, and gets the words
/// with their position; the extracted node is removed and its relationships move to the curated one. A fact that only
/// the text has stays in `text` under its own key. A curated fact without words in the text stays as well, and is
/// listed.
void corroborate(GraphRecords& dataset, GraphRecords& text, const std::string& slug, Findings& findings);

}  // namespace treatygraph::ingest
