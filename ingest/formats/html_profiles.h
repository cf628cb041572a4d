#pragma once
// What elements of pages are, by the names that publishers of treaties and browsers' standards give them.

#include <cstdint>

#include <gumbo.h>

namespace treatygraph::ingest {

enum class HtmlRole : std::uint8_t {
  Text,
  LeftOut,     ///< no words of the document: scripts, forms, pictures
  Hidden,      ///< not shown to a reader
  Navigation,  ///< of the site that the page is on
  Note,        ///< a footnote
  Title,       ///< part of the document's title
  Heading,
  Spaced  ///< inline, but set apart from its neighbours: "(1)" before its words
};

[[nodiscard]] HtmlRole role_of(const GumboNode& element);

/// The element that contains the document's text, where the page says so or its publisher is known for it; else `root`.
[[nodiscard]] const GumboNode& main_content_of(const GumboNode& root);

}  // namespace treatygraph::ingest
