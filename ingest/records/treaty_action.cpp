#include "ingest/records/treaty_action.h"

#include <algorithm>
#include <array>
#include <utility>

#include "graph/vocabulary.h"

namespace treatygraph::ingest {
namespace {

// A State that succeeds to a treaty takes the place of its predecessor. The model has no type for this, and accession
// is the closest one. A definitive signature binds without a later act (VCLT art. 12), but it is still a signature.
constexpr std::array<std::pair<std::string_view, std::string_view>, 10> kTypeOfAction = {
    {{"signature", type::kSigned},
     {"definitive signature", type::kSigned},
     {"ratification", type::kRatified},
     {"formal confirmation", type::kRatified},
     {"consent to be bound", type::kRatified},
     {"acceptance", type::kAccepted},
     {"approval", type::kApproved},
     {"accession", type::kAcceded},
     {"succession", type::kAcceded},
     {"withdrawal", type::kWithdrew}}};

}  // namespace

std::optional<std::string_view> type_of_action(std::string_view action) {
  const auto* found = std::ranges::find(kTypeOfAction, action, &decltype(kTypeOfAction)::value_type::first);
  return found == kTypeOfAction.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace treatygraph::ingest
