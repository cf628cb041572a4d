#pragma once
// What a client can read of gzip that it has got, whole or not.

#include <string>
#include <string_view>

namespace treatygraph::testing {

struct Gunzipped {
  std::string bytes;
  bool is_whole = false;  ///< the end has come, and its checksum is right
};

[[nodiscard]] Gunzipped gunzip(std::string_view packed);

}  // namespace treatygraph::testing
