#pragma once
// A quick checksum of bytes, the same on every machine of one byte order and in every version. It protects against
// damage, not against forgery. It also hashes the keys of nodes (key_slots.h).

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace treatygraph::image {

/// The checksum of `bytes`. Each step is a bijection of the lane, so a change of a single word always changes the lane.
[[nodiscard]] std::uint64_t checksum(std::string_view bytes);

/// The same checksum of bytes that arrive in pieces. How they are divided does not matter.
class Checksum {
 public:
  Checksum();
  void add(std::string_view bytes);
  /// The checksum of all bytes so far; more may be added.
  [[nodiscard]] std::uint64_t value() const;

 private:
  std::array<std::uint64_t, 4> lanes_;
  std::uint64_t size_ = 0;
  std::string rest_;  ///< bytes at the end that do not fill a stride of all lanes
};

}  // namespace treatygraph::image
