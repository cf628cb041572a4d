#include "ingest/formats/odt_styles.h"

#include "ingest/formats/xml_tree.h"

namespace treatygraph::ingest {

void OdtStyles::read(const pugi::xml_node& part) {
  // Named styles, and those that the program made for single paragraphs.
  for (const auto* const name : {"styles", "automatic-styles"}) {
    for (const auto& node : child_named(part, name).children()) read_style(node);
  }
}

bool OdtStyles::is_title(std::string_view style) const {
  // The depth is limited, because parents may form a cycle.
  for (int depth = 0; depth < 5 && !style.empty(); ++depth) {
    if (style == "Title") return true;
    const auto parent = parents.find(style);
    style = parent == parents.end() ? std::string_view() : std::string_view(parent->second);
  }
  return false;
}

void OdtStyles::read_style(const pugi::xml_node& node) {
  const auto kind = local_name(node);
  const std::string name(attribute_named(node, "name"));
  if (kind == "list-style") lists[name] = read_list_style(node);
  if (kind == "outline-style") outline = read_list_style(node);
  if (kind != "style") return;
  parents[name] = attribute_named(node, "parent-style-name");
  const auto list = attribute_named(node, "list-style-name");
  if (!list.empty()) list_of_paragraph[name] = list;
  const auto text = child_named(node, "text-properties");
  if (attribute_named(text, "text-position").starts_with("super")) raised[name] = true;
  if (attribute_named(text, "display") == "none") hidden[name] = true;
}

}  // namespace treatygraph::ingest
