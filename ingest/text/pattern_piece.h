#pragma once
// Conversion of texts to the type that RE2 takes. In some versions of the library its views are not std::string_view.

#include <cstddef>
#include <string_view>

#include <re2/stringpiece.h>

namespace treatygraph::ingest {

/// A view of the same bytes; `text` must outlive it.
[[nodiscard]] inline re2::StringPiece piece(std::string_view text) {
  return {text.data(), text.size()};
}

/// The offset in bytes at which `found`, a view into `text`, begins.
[[nodiscard]] inline std::size_t offset_in(std::string_view text, const re2::StringPiece& found) {
  return static_cast<std::size_t>(found.data() - text.data());
}

}  // namespace treatygraph::ingest
