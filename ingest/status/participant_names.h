#pragma once
// The depositary's names of States and organisations.

#include <optional>
#include <string>
#include <string_view>

#include "graph/records.h"

namespace treatygraph::ingest {

struct Participant {
  std::string key;        ///< "state:VNM", "org:european-union"
  std::string_view name;  ///< in the United Nations' spelling
};

/// The member and observer States of the United Nations, the Cook Islands, Niue and the European Union, by their
/// official names and names they have or had; ignoring case, accents and "the".
[[nodiscard]] std::optional<Participant> participant_named(std::string_view name);

/// The official name nearest to a misspelt one; empty if none is near.
[[nodiscard]] std::string_view nearest_participant(std::string_view name);

/// A State or Organization, with name and, for a State, iso3.
[[nodiscard]] NodeRecord record_of(const Participant& participant);

}  // namespace treatygraph::ingest
