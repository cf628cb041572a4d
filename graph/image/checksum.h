#pragma once
// A quick checksum of bytes, the same on every machine and in every version: against damage, not against forgery.

#include <cstdint>
#include <string_view>

namespace treatygraph::image {

/// Each step is a bijection of the lane, so that any change of a single word changes the sum.
[[nodiscard]] std::uint64_t checksum(std::string_view bytes);

}  // namespace treatygraph::image
