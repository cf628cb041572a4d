#pragma once
// Names and meanings of elements in the XML of publishers of laws and treaties.

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include <pugixml.hpp>

#include "graph/eid.h"

namespace treatygraph::ingest {

enum class MarkRole : std::uint8_t {
  Provision,  ///< an article, a chapter, a point: see `kind`
  Number,     ///< printed before the provision that contains it; a label ("Article") is part of it
  Heading,    ///< of the provision that contains it
  Head,       ///< contains number and heading
  Group,      ///< contains provisions; its heading is that of the first
  Through,    ///< without meaning of its own
  Block,      ///< begins a new line
  Title,      ///< of the whole document
  Table,
  Quoted,  ///< text that an amendment puts into another instrument
  Note,
  LeftOut
};

struct ElementRule {
  std::string_view name;
  MarkRole role;
  ProvisionKind kind = ProvisionKind::Article;
};

/// The elements of one publisher's XML.
struct XmlVocabulary {
  std::string_view format;  ///< as Document::format
  std::span<const ElementRule> rules;
  ProvisionKind least = ProvisionKind::Section;  ///< besides units, what a text must number to be recognised
  bool is_exact = true;                          ///< if false, names ignore case, and numbers may be attributes

  /// Null for elements that the vocabulary does not know.
  [[nodiscard]] const ElementRule* rule_of(const pugi::xml_node& element) const;
};

/// By the root element: LexML (Brazil), CLML (legislation.gov.uk), BWB (the Netherlands), USLM (the United States).
[[nodiscard]] const XmlVocabulary* vocabulary_of(const pugi::xml_node& root);
/// Akoma Ntoso without eIds, by its elements alone.
[[nodiscard]] const XmlVocabulary& akn_vocabulary();
/// For unknown publishers: the usual words of several languages for articles and their parts.
[[nodiscard]] const XmlVocabulary& general_vocabulary();
/// The kind of units if elements do not tell: what is a section in an act is an article in an order.
[[nodiscard]] ProvisionKind unit_kind_of(const pugi::xml_node& root);

}  // namespace treatygraph::ingest
