#pragma once
// Who did what a citation describes, and further acts of the same sentence that are described.

#include <string_view>

namespace treatygraph::ingest {

/// "Property confiscated by a State Party", without who did it: "Property confiscated".
[[nodiscard]] std::string_view without_agent(std::string_view words);

/// Whether the words between two citations go on with another act of the same kind: "before refusing a request pursuant
/// to paragraph 21 *or postponing its execution pursuant to* paragraph 25".
[[nodiscard]] bool goes_on_with_act(std::string_view between);

}  // namespace treatygraph::ingest
