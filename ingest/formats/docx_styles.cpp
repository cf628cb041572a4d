// Styles are resolved once, when they are read: each style is merged with the one that it is based on, recursively.
// Afterwards a lookup gives all properties.

#include "ingest/formats/docx_styles.h"

#include "ingest/formats/xml_tree.h"
#include "ingest/text/lines.h"
#include "ingest/text/numerals.h"

namespace treatygraph::ingest {

NumberingPlace numbering_place(const pugi::xml_node& properties) {
  const auto place = child_named(properties, "numPr");
  return {integer_of(attribute_named(child_named(place, "numId"), "val")),
          integer_of(attribute_named(child_named(place, "ilvl"), "val"))};
}

std::optional<bool> switch_of(const pugi::xml_node& properties, std::string_view name) {
  const auto found = child_named(properties, name);
  if (!found) return std::nullopt;
  const auto value = attribute_named(found, "val");
  return value != "0" && value != "false" && value != "off";
}

void DocxStyles::read(const pugi::xml_node& styles) {
  for (const auto& node : styles.children()) {
    if (local_name(node) != "style") continue;
    const std::string id(attribute_named(node, "styleId"));
    raw_[id] = {node, std::string(attribute_named(child_named(node, "basedOn"), "val"))};
    const auto is_default = attribute_named(node, "default");
    if (attribute_named(node, "type") == "paragraph" && (is_default == "1" || is_default == "true")) {
      default_paragraph_ = id;
    }
  }
  for (const auto& [id, raw] : raw_) {
    const auto& style = resolve(id, 0);
    // Numbering styles are found here by the lists that are defined by them.
    if (style.numbering.num_id) numbering_[id] = style.numbering;
  }
  raw_.clear();
}

/// Resolves the style that it is based on, then applies what the style itself sets. Headings are known by their outline
/// level, or by the name "heading 1", which Word does not translate.
const DocxStyle& DocxStyles::resolve(const std::string& id, int depth) {
  constexpr int kDeepest = 50;  // a cycle of styles would never end
  const auto known = resolved_.find(id);
  if (known != resolved_.end()) return known->second;
  const auto raw = raw_.find(id);
  if (raw == raw_.end() || depth > kDeepest) return none_;
  auto style = raw->second.based_on.empty() ? DocxStyle() : resolve(raw->second.based_on, depth + 1);
  const auto paragraph = child_named(raw->second.node, "pPr");
  const auto run = child_named(raw->second.node, "rPr");
  const auto numbering = numbering_place(paragraph);
  if (numbering.num_id) style.numbering.num_id = numbering.num_id;
  if (numbering.level) style.numbering.level = numbering.level;
  const auto name = lower_case(attribute_named(child_named(raw->second.node, "name"), "val"));
  if (const auto outline = integer_of(attribute_named(child_named(paragraph, "outlineLvl"), "val"))) {
    style.outline_level = outline;
  } else if (name.starts_with("heading ") && name.size() == std::string_view("heading 1").size()) {
    style.outline_level = name.back() - '1';
  }
  if (const auto hidden = switch_of(run, "vanish")) style.is_hidden = hidden;
  if (const auto raised = child_named(run, "vertAlign"))
    style.is_raised = attribute_named(raised, "val") == "superscript";
  // These two are not inherited: a style based on "Title" need not be a title.
  style.is_contents = name.starts_with("toc ") && name != "toc heading";
  style.is_title = name == "title";
  return resolved_.emplace(id, style).first->second;
}

const DocxStyle& DocxStyles::style(std::string_view id) const {
  const auto found = resolved_.find(id.empty() ? std::string_view(default_paragraph_) : id);
  return found == resolved_.end() ? none_ : found->second;
}

}  // namespace treatygraph::ingest
