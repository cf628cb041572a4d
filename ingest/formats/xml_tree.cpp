// XML is checked by expat (xml_check) and then parsed by pugixml, whose tree is convenient but which accepts malformed
// input. Both need UTF-8, so other encodings are converted before.

#include "ingest/formats/xml_tree.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "graph/ascii.h"
#include "graph/shown.h"
#include "ingest/formats/html_text.h"
#include "ingest/formats/xml_check.h"
#include "ingest/text/read_file.h"
#include "ingest/text/text_encoding.h"

namespace treatygraph::ingest {

bool is_text(const pugi::xml_node& node) {
  return node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata;
}

namespace {

std::string_view without_prefix(std::string_view name) {
  const auto colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

/// Joins neighbouring text nodes. Comments and CDATA sections divide a text into several nodes, and code that reads
/// only the first one would lose the others. Its depth is limited, because check_xml() refuses deep trees.
void join_text(pugi::xml_node parent) {
  for (auto child = parent.first_child(); child; child = child.next_sibling()) {
    if (!is_text(child)) {
      join_text(child);
    } else if (is_text(child.next_sibling())) {
      std::string words = child.value();
      for (auto next = child.next_sibling(); is_text(next); next = child.next_sibling()) {
        words += next.value();
        parent.remove_child(next);
      }
      child.set_value(words.c_str());
    }
  }
}

/// Whether the bytes can be checked and parsed as they are.
bool is_plain_utf8(std::string_view bytes) {
  return !bytes.starts_with("\xEF\xBB\xBF") && !is_seven_bit(declared_encoding(bytes)) && !first_invalid_utf8(bytes);
}

/// Converts XML to UTF-8. No encoding is guessed: XML that does not declare one is UTF-8 or UTF-16.
Result<DecodedText> in_utf8(std::string_view bytes) {
  auto decoded = decode_text(std::string(bytes), declared_encoding(bytes));
  if (!decoded || decoded->was_declared || decoded->encoding.starts_with("UTF-16")) return decoded;
  return fail(ErrorCode::InvalidArgument, fmt::format("{}: is not UTF-8, and the file declares no other encoding that "
                                                      "fits; convert it to UTF-8, for instance with iconv",
                                                      decoded->not_utf8));
}

/// Whether an encoding has two or four bytes for a character.
bool is_wide(std::string_view encoding) {
  const auto name = lower_case(encoding);
  return name.starts_with("utf-16") || name.starts_with("utf-32") || name.starts_with("ucs-") ||
         name.starts_with("iso-10646-ucs");
}

/// Checks and parses XML in UTF-8.
Result<std::vector<std::string>> parse_utf8(std::string_view text, pugi::xml_document& document) {
  auto checked = check_xml(text);
  if (!checked) return fail(ErrorCode::InvalidArgument, checked.error().message);
  if (!checked->without_dtd.empty()) text = checked->without_dtd;
  // The declaration may still name the encoding that the text had.
  const auto parsed =
      document.load_buffer(text.data(), text.size(), pugi::parse_default | pugi::parse_ws_pcdata, pugi::encoding_utf8);
  if (!parsed) return fail(ErrorCode::InvalidArgument, fmt::format("cannot be read as XML: {}", parsed.description()));
  join_text(document.root());
  return std::move(checked->notices);
}

}  // namespace

Result<std::vector<std::string>> parse_xml(std::string_view bytes, pugi::xml_document& document) {
  if (is_plain_utf8(bytes)) return parse_utf8(bytes, document);
  const auto decoded = in_utf8(bytes);
  return decoded ? parse_utf8(decoded->text, document) : fail(decoded.error());
}

std::string contradicted_declaration(const DecodedText& decoded, bool is_ascii) {
  const auto declared = declared_encoding(decoded.text);
  const auto& encoding = decoded.encoding;
  if (declared.empty() || (encoding != "UTF-8" && !is_wide(encoding))) return {};
  const auto name = lower_case(declared);
  // For an ASCII file any declaration of an encoding with single bytes is right.
  const bool agrees = is_wide(encoding) || is_wide(declared) ? is_wide(encoding) == is_wide(declared)
                                                             : is_ascii || name == "utf-8" || name == "utf8";
  if (agrees) return {};
  return fmt::format("line 1, column 1: the XML declaration says {}, but the file is in {} and was read as such",
                     shown(declared), encoding);
}

std::string malformed_xml(std::string_view bytes) {
  std::string converted;
  if (!is_plain_utf8(bytes)) {
    auto decoded = decode_text(std::string(bytes), declared_encoding(bytes));
    if (!decoded) return decoded.error().detail;
    converted = std::move(decoded->text);
    bytes = converted;
  }
  const auto checked = check_xml(bytes);
  return checked || !checked.error().is_malformed ? std::string() : checked.error().message;
}

std::string_view local_name(const pugi::xml_node& node) {
  return without_prefix(node.name());
}

std::string_view attribute_named(const pugi::xml_node& node, std::string_view name) {
  for (const auto& attribute : node.attributes()) {
    if (without_prefix(attribute.name()) == name) return attribute.value();
  }
  return {};
}

pugi::xml_node child_named(const pugi::xml_node& node, std::string_view name) {
  for (const auto& child : node.children()) {
    if (local_name(child) == name) return child;
  }
  return {};
}

std::string all_text(const pugi::xml_node& node) {
  std::string text;
  for (const auto& found : node.select_nodes(".//text()")) text += found.node().value();
  return text;
}

}  // namespace treatygraph::ingest
