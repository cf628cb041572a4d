#pragma once
// The notation of rules, which lawyers can read and correct.

#include <string>
#include <string_view>

namespace treatygraph::ingest {

/// An expression of RE2's, in which a space stands for any white space, " ?" for some or none, and " ... " for any
/// words of the same sentence, or none: "shall be guaranteed ... (fair treatment|a fair trial)". Upper and lower case
/// are the same; a phrase begins and ends with whole words.
[[nodiscard]] std::string phrase_pattern(std::string_view phrase);

}  // namespace treatygraph::ingest
