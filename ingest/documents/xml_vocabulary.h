#pragma once
// The names that publishers of laws and treaties give to the elements of their XML, and what each of them means.

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include <pugixml.hpp>

#include "graph/eid.h"

namespace treatygraph::ingest {

enum class MarkRole : std::uint8_t {
  Provision,  ///< an article, a chapter, a point: see `kind`
  Number,     ///< printed before the provision that it stands in; a label ("Article") is part of it
  Heading,    ///< of the provision that it stands in
  Head,       ///< holds number and heading
  Group,      ///< holds provisions; its heading is that of the first
  Through,    ///< means nothing by itself
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
  ProvisionKind least = ProvisionKind::Section;  ///< besides units, what a text must number to be one
  bool is_exact = true;                          ///< false: names in any case, and numbers in attributes

  /// Null where the vocabulary does not know the element.
  [[nodiscard]] const ElementRule* rule_of(const pugi::xml_node& element) const;
};

/// By the root element: LexML (Brazil), CLML (legislation.gov.uk), BWB (the Netherlands), USLM (the United States).
[[nodiscard]] const XmlVocabulary* vocabulary_of(const pugi::xml_node& root);
/// Akoma Ntoso, by its elements alone.
[[nodiscard]] const XmlVocabulary& akn_vocabulary();
/// For the XML of publishers that are not known: the usual words of several languages for articles and their parts.
[[nodiscard]] const XmlVocabulary& general_vocabulary();
/// What units are called where elements do not say it: sections of an act are articles of an order.
[[nodiscard]] ProvisionKind unit_kind_of(const pugi::xml_node& root);

}  // namespace treatygraph::ingest
