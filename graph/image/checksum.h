#pragma once
// A quick checksum of bytes, the same on every machine and in every version: against damage, not against forgery.

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace treatygraph::image {

/// Each step is a bijection of the lane, so that any change of a single word changes the sum.
[[nodiscard]] std::uint64_t checksum(std::string_view bytes);

/// The same of bytes that come one after the other.
class Checksum {
 public:
  Checksum();
  void add(std::string_view bytes);
  [[nodiscard]] std::uint64_t value() const;

 private:
  std::array<std::uint64_t, 4> lanes_;
  std::uint64_t size_ = 0;
  std::string rest_;  ///< fewer bytes than a step of all lanes takes
};

}  // namespace treatygraph::image
