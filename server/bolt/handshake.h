#pragma once
// The bytes before the first message, by which both sides agree on a version
// (https://neo4j.com/docs/bolt/current/bolt/handshake/): four versions or ranges that the client proposes, or, where it
// proposes a manifest, the list of all that are spoken here and its choice.

#include <cstddef>
#include <string>
#include <string_view>

#include "server/bolt/versions.h"

namespace treatygraph::server::bolt {

class Handshake {
 public:
  enum class State : std::uint8_t { Proposal, Choice, Agreed, Refused };

  /// Reads what it can of `received` and appends what is to be answered. How many bytes it has read: fewer than there
  /// are where the rest belongs to messages, or where more must come first.
  std::size_t read(std::string_view received, std::string& answer);

  [[nodiscard]] State state() const { return state_; }
  /// Once agreed.
  [[nodiscard]] Version version() const { return version_; }
  [[nodiscard]] bool was_by_manifest() const { return by_manifest_; }

 private:
  std::size_t read_proposal(std::string_view received, std::string& answer);
  std::size_t read_choice(std::string_view received);

  State state_ = State::Proposal;
  Version version_;
  bool by_manifest_ = false;
};

}  // namespace treatygraph::server::bolt
