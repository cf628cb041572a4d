#pragma once
// The page and what it loads; made from server/web/ when the server is built.

#include <span>
#include <string_view>

namespace treatygraph::server {

struct WebFile {
  std::string_view name;  ///< "index.html", "page.js", "chunk-ABC123.js"
  std::string_view content_type;
  std::string_view bytes;
};

[[nodiscard]] std::span<const WebFile> web_files();

}  // namespace treatygraph::server
