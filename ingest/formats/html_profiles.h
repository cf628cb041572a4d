#pragma once
// Roles of a page's elements, by the names used by publishers of treaties and by web standards.

#include <cstdint>

#include <gumbo.h>

namespace treatygraph::ingest {

enum class HtmlRole : std::uint8_t {
  Text,
  LeftOut,     ///< not words of the document: scripts, forms, pictures
  Hidden,      ///< not shown to a reader
  Navigation,  ///< part of the website, not of the document
  Note,        ///< a footnote
  Title,       ///< part of the document's title
  Heading,
  Spaced  ///< inline, but separated from its neighbours: "(1)" before its words
};

[[nodiscard]] HtmlRole role_of(const GumboNode& element);

/// The element with the document's text, if the page or its known publisher identifies it; otherwise `root`.
[[nodiscard]] const GumboNode& main_content_of(const GumboNode& root);

}  // namespace treatygraph::ingest
