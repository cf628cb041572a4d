#pragma once
// Texts as RE2 takes them: the library's views differ from std::string_view in some of its versions.

#include <cstddef>
#include <string_view>

#include <re2/stringpiece.h>

namespace treatygraph::ingest {

[[nodiscard]] inline re2::StringPiece piece(std::string_view text) {
  return {text.data(), text.size()};
}

/// Where `found`, a part of `text`, begins in it.
[[nodiscard]] inline std::size_t offset_in(std::string_view text, const re2::StringPiece& found) {
  return static_cast<std::size_t>(found.data() - text.data());
}

}  // namespace treatygraph::ingest
