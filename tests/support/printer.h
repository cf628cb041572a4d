#pragma once
// Chromium as a printer: PDFs as those who publish treaties make them.

#include <cstdint>
#include <filesystem>

namespace treatygraph::testing {

enum class PageLines : std::uint8_t {
  None,
  HeadAndFoot,  ///< the day and the title above each page; where it comes from and its number, "3/12", below
};

[[nodiscard]] bool has_printer();
/// Prints `html` to `pdf`; keeps what the printer needs in the folder of `pdf`. Whether it did.
[[nodiscard]] bool print(const std::filesystem::path& html, const std::filesystem::path& pdf, PageLines lines);

}  // namespace treatygraph::testing
