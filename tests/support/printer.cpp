#include "tests/support/printer.h"

#include <cstdlib>

#include <fmt/format.h>

namespace treatygraph::testing {

bool has_printer() {
  return std::system("command -v chromium >/dev/null 2>&1") == 0;
}

bool print(const std::filesystem::path& html, const std::filesystem::path& pdf, PageLines lines) {
  const auto command = fmt::format(
      "HOME={0} timeout 120 chromium --headless --no-sandbox --disable-gpu {1} --user-data-dir={0}/profile "
      "--print-to-pdf={2} {3} >/dev/null 2>&1",
      pdf.parent_path().string(), lines == PageLines::None ? "--no-pdf-header-footer" : "", pdf.string(),
      html.string());
  return std::system(command.c_str()) == 0 && std::filesystem::exists(pdf);
}

}  // namespace treatygraph::testing
