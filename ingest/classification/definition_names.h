#pragma once
// Recognizes and normalizes names of defined terms.

#include <string>
#include <string_view>
#include <vector>

namespace treatygraph::ingest {

/// An RE2 pattern for words in a pair of quotation marks, with two groups of which one is set.
[[nodiscard]] std::string quoted_name_pattern();

/// One quoted name or several: "'freezing' or 'seizure'", "“Harmonized System” (“HS”)". No group.
[[nodiscard]] std::string quoted_names_pattern();

/// The names in what quoted_names_pattern() matched, as printed, without their article; abbreviations in brackets too.
/// The words between quotation marks are a treaty's own choice ("in writing", "existing"): refused are only addresses
/// of provisions ("Annex I") and what is no phrase.
[[nodiscard]] std::vector<std::string> quoted_names(std::string_view matched);

/// Names that no quotation marks set off, of which a sentence may only seem to define one: none where the words are no
/// noun phrase ("by agreement between them, include as", "through appropriate").
[[nodiscard]] std::vector<std::string> bare_names(std::string_view words);

/// Whether a name means the same wherever it is defined: "TRIPS Agreement", "WTO", but not "Committee".
[[nodiscard]] bool is_of_one_thing(const std::string& name);

}  // namespace treatygraph::ingest
