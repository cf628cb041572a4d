#pragma once
// Helpers of citation_mode for citations that only identify a thing, as in "property confiscated by a State Party
// pursuant to article 5": who acted, and whether the sentence continues with another such act.

#include <string_view>

namespace treatygraph::ingest {

/// The words without the agent at their end: "Property confiscated" for "Property confiscated by a State Party". All
/// words if no agent is there.
[[nodiscard]] std::string_view without_agent(std::string_view words);

/// Whether the words between two citations continue with another act of the same kind: "before refusing a request
/// pursuant to paragraph 21 *or postponing its execution pursuant to* paragraph 25".
[[nodiscard]] bool goes_on_with_act(std::string_view between);

}  // namespace treatygraph::ingest
