#pragma once
// Roles of a page's elements, according to the class names that publishers of treaties use and to web standards.

#include <cstdint>

#include <gumbo.h>

namespace treatygraph::ingest {

/// What an element means to the reader.
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

/// The role of an element, from its tag, its attributes and its classes. The roles of its ancestors do not count.
[[nodiscard]] HtmlRole role_of(const GumboNode& element);

/// The element with the text of the document, if the page or its known publisher identifies it and it has at least two
/// thirds of the page's words. Otherwise `root`.
[[nodiscard]] const GumboNode& main_content_of(const GumboNode& root);

}  // namespace treatygraph::ingest
