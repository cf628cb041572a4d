#pragma once
// The notation of rules, which lawyers can read and correct.

#include <string>
#include <string_view>

namespace treatygraph::ingest {

/// An RE2 expression in which a space matches any white space, " ?" optional white space, and " ... " any words of the
/// same sentence, or none: "shall be guaranteed ... (fair treatment|a fair trial)". It ignores case and matches whole
/// words.
[[nodiscard]] std::string phrase_pattern(std::string_view phrase);

}  // namespace treatygraph::ingest
