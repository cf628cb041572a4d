#pragma once
// Prints PDFs with Chromium, like the PDFs that depositaries publish.

#include <cstdint>
#include <filesystem>

namespace treatygraph::testing {

enum class PageLines : std::uint8_t {
  None,
  HeadAndFoot,  ///< date and title above each page; address and page number "3/12" below
};

[[nodiscard]] bool has_printer();
/// Prints `html` to `pdf`, with temporary files in the folder of `pdf`. Returns whether it succeeded.
[[nodiscard]] bool print(const std::filesystem::path& html, const std::filesystem::path& pdf, PageLines lines);

}  // namespace treatygraph::testing
