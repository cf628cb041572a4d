#pragma once
// What the depositary calls States and organisations.

#include <optional>
#include <string>
#include <string_view>

#include "graph/records.h"

namespace treatygraph::ingest {

struct Participant {
  std::string key;        ///< "state:VNM", "org:european-union"
  std::string_view name;  ///< as the United Nations write it
};

/// The member and observer States of the United Nations, the Cook Islands, Niue and the European Union, by their
/// official names and those they were or are often called; case, accents and "the" do not matter.
[[nodiscard]] std::optional<Participant> participant_named(std::string_view name);

/// The official name nearest to a misspelt one; empty where none is near.
[[nodiscard]] std::string_view nearest_participant(std::string_view name);

/// State or Organization, with name and, of a State, iso3.
[[nodiscard]] NodeRecord record_of(const Participant& participant);

}  // namespace treatygraph::ingest
