#pragma once
// Tables of the elements in the XML of publishers of laws and treaties: which element is an article, a number, a
// heading. One reader (units_text) then serves all publishers.

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include <pugixml.hpp>

#include "graph/eid.h"

namespace treatygraph::ingest {

/// What an element means to the reader.
enum class MarkRole : std::uint8_t {
  Provision,  ///< an article, a chapter, a point: see `kind`
  Number,     ///< printed before the provision that contains it; a label ("Article") is part of it
  Heading,    ///< of the provision that contains it
  Head,       ///< contains number and heading
  Group,      ///< contains provisions; its heading becomes that of the first one
  Through,    ///< has no meaning of its own; its children are read
  Block,      ///< begins a new line
  Title,      ///< of the whole document
  Table,
  Quoted,  ///< text that an amendment puts into another instrument
  Note,
  LeftOut
};

/// The meaning of one element name. `kind` counts only for MarkRole::Provision.
struct ElementRule {
  std::string_view name;
  MarkRole role;
  ProvisionKind kind = ProvisionKind::Article;
};

/// The elements of one publisher's XML. The tables are static.
struct XmlVocabulary {
  std::string_view format;  ///< as Document::format
  std::span<const ElementRule> rules;
  ProvisionKind least = ProvisionKind::Section;  ///< a text must number this kind, or units
  bool is_exact = true;                          ///< if false, names ignore case, and numbers may be attributes

  /// The rule for an element, by its name without prefix; null if the vocabulary does not know it.
  [[nodiscard]] const ElementRule* rule_of(const pugi::xml_node& element) const;
};

/// The vocabulary that belongs to a root element: LexML (Brazil), CLML (legislation.gov.uk), BWB (the Netherlands),
/// USLM (the United States). Null for other roots.
[[nodiscard]] const XmlVocabulary* vocabulary_of(const pugi::xml_node& root);
/// Akoma Ntoso that is read by its elements, without eIds.
[[nodiscard]] const XmlVocabulary& akn_vocabulary();
/// For unknown publishers: the usual words for articles and their parts in English and Romance languages.
[[nodiscard]] const XmlVocabulary& general_vocabulary();
/// What the units of a document are if the element does not tell: a P1 of CLML is a section in an act and an article in
/// an order.
[[nodiscard]] ProvisionKind unit_kind_of(const pugi::xml_node& root);

}  // namespace treatygraph::ingest
