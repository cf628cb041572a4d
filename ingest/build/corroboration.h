#pragma once
// Offences, powers, safeguards and terms that a person compiled, beside those that a text was found to have.

#include <string>
#include <vector>

#include "graph/records.h"

namespace treatygraph::ingest {

/// One line for each fact.
struct Findings {
  std::vector<std::string> confirms;
  std::vector<std::string> contradicts;
  std::vector<std::string> adds;
  std::vector<std::string> lacks;
};

/// Where both have a fact of one kind about one provision, or one within the other, they are one: the curated node
/// stays, with its key, is marked `corroborated`, `corroborated_by` the text, and gets the words with their place; the
/// extracted one goes, and what pointed to it points to the curated one. What only the text has stays in `text`, under
/// a key of its own. A curated fact of which the text has no words stays too, and is listed.
void corroborate(GraphRecords& dataset, GraphRecords& text, const std::string& slug, Findings& findings);

}  // namespace treatygraph::ingest
