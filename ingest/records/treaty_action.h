#pragma once
// What a State or an organisation does to a treaty.

#include <array>
#include <optional>
#include <string_view>

#include "graph/vocabulary.h"

namespace treatygraph::ingest {

/// How a State consents to be bound, once and for all its acts after it.
inline constexpr std::array kConsents = {type::kRatified, type::kAccepted, type::kApproved, type::kAcceded};

/// The relationship type of "signature", "ratification", "acceptance", "approval", "accession", "succession" and
/// "withdrawal", and of "formal confirmation", which is an organisation's ratification.
[[nodiscard]] std::optional<std::string_view> type_of_action(std::string_view action);

}  // namespace treatygraph::ingest
