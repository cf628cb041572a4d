#pragma once
// The styles of an OpenDocument text that matter to a reader of treaties: lists, titles, superscripts, hidden text.

#include <map>
#include <string>
#include <string_view>

#include <pugixml.hpp>

#include "ingest/formats/odt_numbering.h"

namespace treatygraph::ingest {

/// What the styles of a document mean, by the names of styles. `list_of_paragraph`, `raised` and `hidden` have only the
/// styles that set it.
struct OdtStyles {
  std::map<std::string, OdtListStyle, std::less<>> lists;
  std::map<std::string, std::string, std::less<>> list_of_paragraph;
  std::map<std::string, bool, std::less<>> raised;
  std::map<std::string, bool, std::less<>> hidden;
  std::map<std::string, std::string, std::less<>> parents;
  OdtListStyle outline;

  /// Reads the styles of the root element of styles.xml or content.xml. Call it for both: content.xml has the automatic
  /// styles.
  void read(const pugi::xml_node& part);
  /// Whether a paragraph style is "Title" or inherits from it.
  [[nodiscard]] bool is_title(std::string_view style) const;

 private:
  void read_style(const pugi::xml_node& node);
};

}  // namespace treatygraph::ingest
