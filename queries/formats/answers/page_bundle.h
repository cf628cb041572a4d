#pragma once
// The bundle made from formats/web/ at build time: Cytoscape.js with the page's own script and style.

#include <string_view>

namespace treatygraph::queries::formats::web {

extern const std::string_view kPageJs;
extern const std::string_view kPageCss;
extern const std::string_view kPageJsSha256;  ///< base64, for Content-Security-Policy

}  // namespace treatygraph::queries::formats::web
