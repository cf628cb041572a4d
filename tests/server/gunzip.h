#pragma once
// Decompresses a gzip stream as far as it has arrived.

#include <string>
#include <string_view>

namespace treatygraph::testing {

struct Gunzipped {
  std::string bytes;
  bool is_whole = false;  ///< complete, with a correct checksum
};

[[nodiscard]] Gunzipped gunzip(std::string_view packed);

}  // namespace treatygraph::testing
