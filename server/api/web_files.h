#pragma once
// The page and its assets, generated from server/web/ at build time.

#include <span>
#include <string_view>

namespace treatygraph::server {

/// A file of the page. Its bytes are part of the program.
struct WebFile {
  std::string_view name;  ///< "index.html", "page.js", "chunk-ABC123.js"
  std::string_view content_type;
  std::string_view bytes;
};

[[nodiscard]] std::span<const WebFile> web_files();

}  // namespace treatygraph::server
