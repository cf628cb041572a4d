#pragma once
// The first canonical form of XML, in which conformance files give what a document means: attributes by name, no
// comments, every reference of one form.

#include <filesystem>
#include <map>
#include <regex>
#include <string>
#include <string_view>

#include <pugixml.hpp>

#include "tests/support/temporary_folder.h"

namespace treatygraph::testing {

inline std::string escaped_xml(std::string_view text) {
  static const std::map<char, std::string_view> kReferences = {
      {'&', "&amp;"}, {'<', "&lt;"}, {'>', "&gt;"}, {'"', "&quot;"}, {'\t', "&#9;"}, {'\n', "&#10;"}, {'\r', "&#13;"}};
  std::string escaped;
  for (const char c : text) {
    const auto reference = kReferences.find(c);
    reference == kReferences.end() ? escaped += c : escaped += reference->second;
  }
  return escaped;
}

inline std::string canonical(const pugi::xml_node& node) {
  if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) return escaped_xml(node.value());
  std::string inside;
  for (const auto& child : node.children()) inside += canonical(child);
  if (node.type() != pugi::node_element) return inside;
  std::map<std::string, std::string> attributes;
  for (const auto& attribute : node.attributes()) attributes.emplace(attribute.name(), attribute.value());
  std::string tag = node.name();
  for (const auto& [name, value] : attributes) tag += " " + name + "=\"" + escaped_xml(value) + "\"";
  return "<" + tag + ">" + inside + "</" + node.name() + ">";
}

inline std::string without_attributes(const std::string& xml) {
  static const std::regex kAttribute(R"( [^ <>="]+="[^"]*")");
  return std::regex_replace(xml, kAttribute, "");
}

/// Of a file that holds the canonical form, without its notations; processing instructions are no text of a document.
inline std::string canonical_in(const std::filesystem::path& file) {
  static const std::regex kLeftOut(R"(<!DOCTYPE [^\]]*\]>\s*|<\?[^?]*(\?[^>][^?]*)*\?+>)");
  return std::regex_replace(bytes_of(file), kLeftOut, "");
}

}  // namespace treatygraph::testing
