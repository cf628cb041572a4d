#pragma once
// The page at / and what it loads; made from server/web/ when the server is built.

#include <string_view>

namespace treatygraph::server::web {

extern const std::string_view kIndexHtml;
extern const std::string_view kIconSvg;
extern const std::string_view kPageCss;
extern const std::string_view kPageJs;
extern const std::string_view kPageJsSha256;

}  // namespace treatygraph::server::web
