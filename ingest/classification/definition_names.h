#pragma once
// Recognises and normalises the names of defined terms.

#include <string>
#include <string_view>
#include <vector>

namespace treatygraph::ingest {

/// An RE2 pattern for words in a pair of quotation marks. It has two groups, for double and for single marks; one of
/// them is set.
[[nodiscard]] std::string quoted_name_pattern();

/// A pattern for one quoted name or several: "'freezing' or 'seizure'", "“Harmonized System” (“HS”)". It has no group.
[[nodiscard]] std::string quoted_names_pattern();

/// The names in a match of quoted_names_pattern(), as printed, without their article, including abbreviations in
/// brackets. Words in quotation marks are the treaty's own choice ("in writing", "existing"), so nearly everything is
/// accepted. Addresses of provisions ("Annex I") and words that cannot be a name are refused.
[[nodiscard]] std::vector<std::string> quoted_names(std::string_view matched);

/// Names without quotation marks. Such a sentence may only seem to be a definition, so the result is empty unless the
/// words are a noun phrase; "by agreement between them, include as" and "through appropriate" are not.
[[nodiscard]] std::vector<std::string> bare_names(std::string_view words);

/// Whether a name has the same meaning wherever it is defined: "TRIPS Agreement" and "WTO" do, "Committee" does not.
[[nodiscard]] bool is_of_one_thing(const std::string& name);

}  // namespace treatygraph::ingest
