#pragma once
// The phrases by which treaties create offences, grant powers and provide safeguards: [classification] of the file of
// English.

#include <string_view>
#include <vector>

#include "ingest/classification/fact.h"

namespace treatygraph::ingest {

/// A phrase by which treaties create a fact.
struct PhraseRule {
  std::string_view name;  ///< stable identifier, stored with its findings
  FactClass fact_class;
  std::string_view kind;        ///< of the power or safeguard
  std::string_view cue;         ///< letters in every text that the phrase matches, in lower case; searched first
  std::string_view phrase;      ///< see phrase.h
  std::string_view unless;      ///< a phrase that suppresses the rule if it occurs in the sentence; may be empty
  std::string_view confidence;  ///< high, medium or low
};

/// All rules: offences, powers, safeguards.
[[nodiscard]] const std::vector<PhraseRule>& phrase_rules();

/// Words that may come between the phrase that creates an offence or grants a power and the colon of a list whose
/// points describe the conduct: "under its domestic law", "when committed intentionally", "the following acts".
[[nodiscard]] const std::vector<std::string_view>& lead_qualifiers();

}  // namespace treatygraph::ingest
