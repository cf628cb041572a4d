#pragma once
// The styles of an OpenDocument text: lists, titles, superscripts, hidden text.

#include <map>
#include <string>
#include <string_view>

#include <pugixml.hpp>

#include "ingest/formats/odt_numbering.h"

namespace treatygraph::ingest {

/// The effect of styles on a text.
struct OdtStyles {
  std::map<std::string, OdtListStyle, std::less<>> lists;
  std::map<std::string, std::string, std::less<>> list_of_paragraph;
  std::map<std::string, bool, std::less<>> raised;
  std::map<std::string, bool, std::less<>> hidden;
  std::map<std::string, std::string, std::less<>> parents;
  OdtListStyle outline;

  /// Reads the styles of styles.xml or content.xml.
  void read(const pugi::xml_node& part);
  [[nodiscard]] bool is_title(std::string_view style) const;

 private:
  void read_style(const pugi::xml_node& node);
};

}  // namespace treatygraph::ingest
