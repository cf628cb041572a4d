#include "ingest/formats/xml_tree.h"

#include <algorithm>

#include <fmt/format.h>

namespace treatygraph::ingest {
namespace {

constexpr std::size_t kDeepest = 200;

std::size_t line_at(std::string_view bytes, std::ptrdiff_t offset) {
  const auto before = bytes.substr(0, static_cast<std::size_t>(std::max<std::ptrdiff_t>(offset, 0)));
  return static_cast<std::size_t>(std::ranges::count(before, '\n')) + 1;
}

/// The first element below `root` nested deeper than kDeepest; null if there is none.
pugi::xml_node too_deep(const pugi::xml_node& root) {
  std::size_t depth = 1;
  for (auto at = root; at;) {
    if (depth > kDeepest) return at;
    if (const auto child = at.first_child()) {
      at = child;
      ++depth;
      continue;
    }
    while (at != root && !at.next_sibling()) {
      at = at.parent();
      --depth;
    }
    if (at == root) break;
    at = at.next_sibling();
  }
  return {};
}

std::string_view without_prefix(std::string_view name) {
  const auto colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

}  // namespace

Result<void> parse_xml(std::string_view bytes, pugi::xml_document& document) {
  const auto parsed = document.load_buffer(bytes.data(), bytes.size(), pugi::parse_default | pugi::parse_ws_pcdata);
  if (!parsed) {
    return fail(ErrorCode::InvalidArgument, fmt::format("line {}: is not well-formed XML: {}",
                                                        line_at(bytes, parsed.offset), parsed.description()));
  }
  if (const auto entity = bytes.find("<!ENTITY"); entity != std::string_view::npos) {
    return fail(ErrorCode::InvalidArgument,
                fmt::format("line {}: declares an entity, and none are expanded; write the file without its DTD, as "
                            "xmllint --noent --dropdtd does",
                            line_at(bytes, static_cast<std::ptrdiff_t>(entity))));
  }
  if (const auto deep = too_deep(document.document_element())) {
    return fail(ErrorCode::InvalidArgument, fmt::format("line {}: elements stand in each other more than {} deep; no "
                                                        "treaty does",
                                                        line_at(bytes, deep.offset_debug()), kDeepest));
  }
  return {};
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

}  // namespace treatygraph::ingest
