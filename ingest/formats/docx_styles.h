#pragma once
// Resolves the styles of paragraphs and characters in a DOCX, with Word's rules of inheritance: a style has the
// properties of the style that it is based on, unless it sets them itself.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include <pugixml.hpp>

#include "ingest/formats/docx_numbering.h"

namespace treatygraph::ingest {

/// What matters of a style to a reader of treaties, inheritance included. Empty members are not set by the style.
struct DocxStyle {
  NumberingPlace numbering;
  std::optional<int> outline_level;  ///< 0 to 8 of headings; 9 is text
  std::optional<bool> is_hidden;
  std::optional<bool> is_raised;  ///< superscript
  bool is_contents = false;       ///< an entry of a table of contents: "toc 1"
  bool is_title = false;
};

/// The styles of a document. References that it returns are valid as long as it is.
class DocxStyles {
 public:
  /// Reads <w:styles>; an empty node has none.
  void read(const pugi::xml_node& styles);

  /// The style of a paragraph that names it; the default style if the name is empty. A style without effect if it is
  /// unknown.
  [[nodiscard]] const DocxStyle& style(std::string_view id) const;
  /// The style of a run. Without a name it has no effect.
  [[nodiscard]] const DocxStyle& style_of_run(std::string_view id) const { return id.empty() ? none_ : style(id); }
  [[nodiscard]] const std::string& default_paragraph_style() const { return default_paragraph_; }
  /// The list of each style that has one.
  [[nodiscard]] const std::map<std::string, NumberingPlace, std::less<>>& numbering_of_styles() const {
    return numbering_;
  }

 private:
  const DocxStyle& resolve(const std::string& id, int depth);

  struct Raw {
    pugi::xml_node node;
    std::string based_on;
  };
  std::map<std::string, Raw, std::less<>> raw_;
  std::map<std::string, DocxStyle, std::less<>> resolved_;
  std::map<std::string, NumberingPlace, std::less<>> numbering_;
  std::string default_paragraph_;
  DocxStyle none_;
};

/// <w:numPr> of a paragraph's properties.
[[nodiscard]] NumberingPlace numbering_place(const pugi::xml_node& properties);
/// Whether a switch such as <w:vanish/> is on; nothing if it is absent.
[[nodiscard]] std::optional<bool> switch_of(const pugi::xml_node& properties, std::string_view name);

}  // namespace treatygraph::ingest
