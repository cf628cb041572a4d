#pragma once
// The names that depositaries give to States and organisations, and their keys.

#include <optional>
#include <string>
#include <string_view>

#include "graph/records.h"

namespace treatygraph::ingest {

/// A State or an organisation that may be party to treaties.
struct Participant {
  std::string key;        ///< "state:VNM", "org:european-union"
  std::string_view name;  ///< in the United Nations' spelling
};

/// Knows the member and observer States of the United Nations, the Cook Islands, Niue and the European Union, by their
/// official names and by other names that they have or had. Ignores case, accents and a leading "the".
[[nodiscard]] std::optional<Participant> participant_named(std::string_view name);

/// The official name that is nearest to a misspelt one, for error messages. Empty if none is near.
[[nodiscard]] std::string_view nearest_participant(std::string_view name);

/// A node with the label State or Organization, with its name and, for a State, iso3.
[[nodiscard]] NodeRecord record_of(const Participant& participant);

}  // namespace treatygraph::ingest
