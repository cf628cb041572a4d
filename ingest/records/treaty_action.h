#pragma once
// What a State or an organisation does to a treaty.

#include <optional>
#include <string_view>

namespace treatygraph::ingest {

/// The relationship type of "signature", "ratification", "acceptance", "approval", "accession", "succession" and
/// "withdrawal", and of "formal confirmation", which is an organisation's ratification.
[[nodiscard]] std::optional<std::string_view> type_of_action(std::string_view action);

}  // namespace treatygraph::ingest
