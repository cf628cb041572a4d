#pragma once
// Relationship types for what a State or an organisation does to a treaty, such as signing or ratifying it.

#include <array>
#include <optional>
#include <string_view>

#include "graph/vocabulary.h"

namespace treatygraph::ingest {

/// The ways of consenting to be bound (VCLT articles 14 and 15). A State consents once, until it withdraws.
inline constexpr std::array kConsents = {type::kRatified, type::kAccepted, type::kApproved, type::kAcceded};

/// The relationship type of "signature", "ratification", "acceptance", "approval", "accession", "succession" and
/// "withdrawal", and of "formal confirmation", which is an organisation's ratification.
/// None for any other word. Words must be in lower case.
[[nodiscard]] std::optional<std::string_view> type_of_action(std::string_view action);

}  // namespace treatygraph::ingest
