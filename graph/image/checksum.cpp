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

}  // namespace

std::uint64_t checksum(std::string_view bytes) {
  std::array<std::uint64_t, 4> lanes = {kOdd1, kOdd2, ~kOdd1, ~kOdd2};  // four, so that they are computed side by side
  const char* at = bytes.data();
  auto rest = bytes.size();
  for (; rest >= 32; rest -= 32, at += 32) {
    for (std::size_t i = 0; i < 4; ++i) lanes[i] = step(lanes[i], word_at(at + 8 * i));
  }
  std::uint64_t sum = bytes.size();
  for (const auto lane : lanes) sum = step(sum, lane);
  for (; rest >= 8; rest -= 8, at += 8) sum = step(sum, word_at(at));
  if (rest > 0) sum = step(sum, word_at(at, rest));
  sum ^= sum >> 29U;
  return sum * kOdd1 ^ sum >> 32U;
}

}  // namespace treatygraph::image
