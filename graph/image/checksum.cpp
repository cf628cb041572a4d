// Four lanes of 64-bit words, each mixed by multiplication and rotation, in the manner of xxHash
// (github.com/Cyan4973/xxHash) but not compatible with it. Four, because a processor computes independent lanes side by
// side. The result is stored in files, so it must never change.

#include "graph/image/checksum.h"

#include <array>
#include <bit>
#include <cstring>

namespace treatygraph::image {
namespace {

constexpr std::uint64_t kOdd1 = 0x9e37'79b1'85eb'ca87;
constexpr std::uint64_t kOdd2 = 0xc2b2'ae3d'27d4'eb4f;

std::uint64_t step(std::uint64_t lane, std::uint64_t word) {
  return std::rotl((lane ^ word) * kOdd1, 31) * kOdd2;
}

std::uint64_t word_at(const char* at, std::size_t size = 8) {
  std::uint64_t word = 0;
  std::memcpy(&word, at, size);
  return word;
}

constexpr std::size_t kStride = 32;
constexpr std::array kFirstLanes = {kOdd1, kOdd2, ~kOdd1, ~kOdd2};  // four, so that they are computed side by side
using LaneArray = std::array<std::uint64_t, 4>;

/// Takes the whole strides of `bytes`; returns the rest.
std::string_view take_strides(LaneArray& lanes, std::string_view bytes) {
  const char* at = bytes.data();
  auto rest = bytes.size();
  for (; rest >= kStride; rest -= kStride, at += kStride) {
    for (std::size_t i = 0; i < lanes.size(); ++i) lanes[i] = step(lanes[i], word_at(at + 8 * i));
  }
  return {at, rest};
}

/// The final sum of `size` bytes: `bytes` are the last of them, fewer than a stride.
std::uint64_t sum_of(const LaneArray& lanes, std::uint64_t size, std::string_view bytes) {
  auto sum = size;
  for (const auto lane : lanes) sum = step(sum, lane);
  for (; bytes.size() >= 8; bytes.remove_prefix(8)) sum = step(sum, word_at(bytes.data()));
  if (!bytes.empty()) sum = step(sum, word_at(bytes.data(), bytes.size()));
  sum ^= sum >> 29U;
  return sum * kOdd1 ^ sum >> 32U;
}

}  // namespace

std::uint64_t checksum(std::string_view bytes) {
  auto lanes = kFirstLanes;
  const auto rest = take_strides(lanes, bytes);
  return sum_of(lanes, bytes.size(), rest);
}

Checksum::Checksum() : lanes_(kFirstLanes) {}

void Checksum::add(std::string_view bytes) {
  size_ += bytes.size();
  if (!rest_.empty()) {
    const auto filling = bytes.substr(0, kStride - rest_.size());
    rest_ += filling;
    bytes.remove_prefix(filling.size());
    if (rest_.size() < kStride) return;
    (void)take_strides(lanes_, rest_);
  }
  rest_ = take_strides(lanes_, bytes);
}

std::uint64_t Checksum::value() const {
  return sum_of(lanes_, size_, rest_);
}

}  // namespace treatygraph::image
