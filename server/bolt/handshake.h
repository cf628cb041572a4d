#pragma once
// The handshake before the first message, by which both sides agree on a version
// (https://neo4j.com/docs/bolt/current/bolt/handshake/). The client proposes four versions or ranges of versions.
// Alternatively it proposes a manifest, gets the list of all versions that this server speaks, and chooses one.

#include <cstddef>
#include <string>
#include <string_view>

#include "server/bolt/versions.h"

namespace treatygraph::server::bolt {

class Handshake {
 public:
  /// Waiting for the proposals, waiting for a choice from the manifest, done, or failed.
  enum class State : std::uint8_t { Proposal, Choice, Agreed, Refused };

  /// Parses what it can of `received` and appends the reply. Returns the number of bytes read: fewer than given if the
  /// rest belongs to messages, or if more bytes are needed.
  std::size_t read(std::string_view received, std::string& answer);

  [[nodiscard]] State state() const { return state_; }
  /// The agreed version, once there is one.
  [[nodiscard]] Version version() const { return version_; }
  /// Whether the version was chosen from a manifest.
  [[nodiscard]] bool was_by_manifest() const { return by_manifest_; }

 private:
  std::size_t read_proposal(std::string_view received, std::string& answer);
  std::size_t read_choice(std::string_view received);

  State state_ = State::Proposal;
  Version version_;
  bool by_manifest_ = false;
};

}  // namespace treatygraph::server::bolt
