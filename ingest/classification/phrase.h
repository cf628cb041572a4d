#pragma once
// The notation of phrase rules. It is close to plain English, so that lawyers can read and correct the rules.

#include <string>
#include <string_view>

namespace treatygraph::ingest {

/// The RE2 expression for a phrase. A space matches any white space, " ?" optional white space, and " ... " any words
/// of the same sentence, or none: "shall be guaranteed ... (fair treatment|a fair trial)". Everything else is RE2
/// syntax. The expression ignores case and matches whole words.
[[nodiscard]] std::string phrase_pattern(std::string_view phrase);

}  // namespace treatygraph::ingest
