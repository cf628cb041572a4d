// Four proposals of four bytes follow the identification 60 60 B0 17. Each is 00, the number of older minor versions
// that the client speaks as well, the newest minor version, and the major version: 00 04 04 05 means 5.4 down to 5.0.
// The first proposal that has a common version wins; 00 00 00 00 says that there is none. The bytes 00 00 01 FF instead
// of a proposal ask for the manifest: its format, the number of ranges, the ranges, and a number whose bits are
// capabilities, in variable-length encoding.

#include "server/bolt/handshake.h"

#include <algorithm>
#include <array>
#include <optional>

#include <fmt/format.h>

namespace treatygraph::server::bolt {
namespace {

constexpr std::string_view kIdentification{"\x60\x60\xB0\x17", 4};
constexpr std::string_view kManifest{"\x00\x00\x01\xFF", 4};  // in the place of a proposal
constexpr std::string_view kNoVersion{"\0\0\0\0", 4};         // the answer if no version is common
constexpr std::size_t kProposals = 4;
constexpr std::size_t kLongestVarInt = 10;  // a 64-bit number, seven bits per byte

/// As a number from 0 to 255.
unsigned byte_at(std::string_view bytes, std::size_t at) {
  return static_cast<unsigned char>(bytes[at]);
}

/// Whether one of the ranges in kSpoken contains the version.
bool is_spoken(Version version) {
  return std::ranges::any_of(kSpoken, [&](const VersionRange& range) {
    return version.major == range.newest.major && version.minor <= range.newest.minor &&
           version.minor + range.older >= range.newest.minor;
  });
}

/// The newest common version in a proposal of the form "minor, and so many below it, of major".
std::optional<Version> newest_of(std::string_view proposed) {
  const auto older = byte_at(proposed, 1);
  const auto minor = byte_at(proposed, 2);
  for (unsigned below = 0; below <= std::min(older, minor); ++below) {
    const Version version{static_cast<std::uint8_t>(byte_at(proposed, 3)), static_cast<std::uint8_t>(minor - below)};
    if (is_spoken(version)) return version;
  }
  return std::nullopt;
}

/// In the form of a proposal.
void append_version(std::string& out, Version version, std::uint8_t older = 0) {
  for (const unsigned byte : {0U, unsigned{older}, unsigned{version.minor}, unsigned{version.major}}) {
    out.push_back(static_cast<char>(static_cast<unsigned char>(byte)));
  }
}

void append_manifest(std::string& out) {
  out.append(kManifest);
  out.push_back(static_cast<char>(kSpoken.size()));  // one byte, since the number is below 128
  for (const auto& range : kSpoken) append_version(out, range.newest, range.older);
  out.push_back('\0');  // no capabilities
}

}  // namespace

std::string text_of(Version version) {
  return fmt::format("{}.{}", version.major, version.minor);
}

std::size_t Handshake::read(std::string_view received, std::string& answer) {
  switch (state_) {
    case State::Proposal:
      return read_proposal(received, answer);
    case State::Choice:
      return read_choice(received);
    case State::Agreed:
    case State::Refused:
      break;
  }
  return 0;
}

std::size_t Handshake::read_proposal(std::string_view received, std::string& answer) {
  const auto beginning = received.substr(0, kIdentification.size());
  if (beginning != kIdentification.substr(0, beginning.size())) {
    state_ = State::Refused;
    return 0;
  }
  constexpr auto kSize = kIdentification.size() + kProposals * 4;
  if (received.size() < kSize) return 0;
  for (std::size_t i = 0; i < kProposals; ++i) {
    const auto proposed = received.substr(kIdentification.size() + 4 * i, 4);
    if (proposed == kManifest) {
      append_manifest(answer);
      by_manifest_ = true;
      state_ = State::Choice;
      return kSize;
    }
    const auto version = newest_of(proposed);
    if (!version) continue;
    append_version(answer, *version);
    version_ = *version;
    state_ = State::Agreed;
    return kSize;
  }
  answer.append(kNoVersion);
  state_ = State::Refused;
  return kSize;
}

/// A version, then the capabilities that the client wants. There are none.
std::size_t Handshake::read_choice(std::string_view received) {
  if (received.size() < 5) return 0;
  version_ = {static_cast<std::uint8_t>(byte_at(received, 3)), static_cast<std::uint8_t>(byte_at(received, 2))};
  std::size_t end = 4;
  while (end < received.size() && (byte_at(received, end) & 0x80U) != 0) ++end;
  const bool is_too_long = end - 4 >= kLongestVarInt;
  if (end == received.size() && !is_too_long) return 0;
  const bool is_a_range = byte_at(received, 0) != 0 || byte_at(received, 1) != 0;
  const bool wants_capabilities = end > 4 || byte_at(received, 4) != 0;
  state_ = is_too_long || is_a_range || wants_capabilities || !is_spoken(version_) ? State::Refused : State::Agreed;
  return std::min(end + 1, received.size());
}

}  // namespace treatygraph::server::bolt
