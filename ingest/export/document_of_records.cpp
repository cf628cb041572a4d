#include "ingest/export/document_of_records.h"

#include <algorithm>
#include <unordered_map>
#include <variant>
#include <vector>

#include <fmt/format.h>

#include "graph/key.h"
#include "graph/property.h"
#include "graph/vocabulary.h"
#include "ingest/text/problems.h"

namespace treatygraph::ingest {
namespace {

/// The place of a part in its whole.
std::int64_t ordinal_of(const RelationshipRecord& relationship) {
  const auto* value = find_property(relationship.properties, property::kOrdinal);
  const auto* ordinal = value != nullptr ? std::get_if<std::int64_t>(&value->value) : nullptr;
  return ordinal != nullptr ? *ordinal : 0;
}

/// What is printed before a provision, made from its kind and number: "Article 24", "1.", "(a)".
std::string printed(ProvisionKind kind, const std::string& num) {
  if (kind == ProvisionKind::Paragraph) return num + ".";
  if (kind == ProvisionKind::Point || kind == ProvisionKind::Recital) return fmt::format("({})", num);
  if (kind == ProvisionKind::Preamble) return {};
  auto word = std::string(name_of(kind));
  word.front() = static_cast<char>(word.front() - 'a' + 'A');
  return num.empty() ? word : fmt::format("{} {}", word, num);
}

/// Whether a provision is an annex or the like that the treaty cites but its document does not contain.
bool is_absent(const NodeRecord& node) {
  const auto* loaded = find_property(node.properties, property::kLoaded);
  return loaded != nullptr && loaded->value == PropertyValue(false).value;
}

/// Follows HAS_PART from the treaty and appends each provision to the text. `records` must outlive it.
class DocumentMaker {
 public:
  explicit DocumentMaker(const GraphRecords& records) {
    for (const auto& node : records.nodes) nodes_.emplace(node.key, &node);
    for (const auto& relationship : records.relationships) {
      if (relationship.type == type::kHasPart) parts_[relationship.from].push_back(&relationship);
    }
    for (auto& [whole, parts] : parts_)
      std::ranges::stable_sort(parts, {}, [](auto* part) { return ordinal_of(*part); });
  }

  Document make(const NodeRecord& treaty) {
    document_.format = "treaties.db";
    document_.name = treaty.key;
    document_.title = text_of(treaty.properties, property::kTitle);
    document_.properties = treaty.properties;
    document_.text = document_.title + "\n\n";
    add_parts(treaty.key, Provision::kNoParent);
    document_.map = SourceMap::identity(document_.text);
    return std::move(document_);
  }

 private:
  /// Appends the parts of a provision, in their order.
  void add_parts(const std::string& whole, std::size_t parent) {
    const auto parts = parts_.find(whole);
    if (parts == parts_.end()) return;
    for (const auto* part : parts->second) {
      const auto node = nodes_.find(part->to);
      if (node != nodes_.end() && !is_absent(*node->second)) add(*node->second, parent);
    }
  }

  /// Appends a provision with its parts. Its end is only known after them.
  void add(const NodeRecord& node, std::size_t parent) {
    const auto eid = Eid::parse(text_of(node.properties, property::kEid));
    if (!eid) return;
    auto& text = document_.text;
    Provision provision;
    provision.eid = *eid;
    provision.kind = eid->kind();
    provision.num = text_of(node.properties, property::kNum);
    provision.heading = text_of(node.properties, property::kHeading);
    provision.parent = parent;
    provision.start = text.size();
    text += printed(provision.kind, provision.num) + (provision.kind < ProvisionKind::Paragraph ? "\n" : " ");
    provision.heading_start = text.size();
    text += provision.heading;
    provision.body = text.size();
    if (!provision.heading.empty()) text += "\n\n";
    text += text_of(node.properties, property::kText) + "\n\n";
    const auto position = document_.structure.size();
    document_.structure.push_back(std::move(provision));
    add_parts(node.key, position);
    document_.structure[position].end = text.size();
  }

  std::unordered_map<std::string_view, const NodeRecord*> nodes_;
  std::unordered_map<std::string, std::vector<const RelationshipRecord*>> parts_;
  Document document_;
};

/// The treaties whose text or dataset is in the records.
std::vector<const NodeRecord*> loaded_treaties(const GraphRecords& records) {
  std::vector<const NodeRecord*> treaties;
  for (const auto& node : records.nodes) {
    if (std::ranges::find(node.labels, label::kTreaty) == node.labels.end()) continue;
    const auto* loaded = find_property(node.properties, property::kLoaded);
    const auto* flag = loaded != nullptr ? std::get_if<bool>(&loaded->value) : nullptr;
    if (flag != nullptr && *flag) treaties.push_back(&node);
  }
  return treaties;
}

}  // namespace

Result<Document> document_of(const GraphRecords& records, const std::string& slug) {
  std::vector<std::string> slugs;
  for (const auto* treaty : loaded_treaties(records)) {
    if (treaty->key == treaty_key(slug)) return DocumentMaker(records).make(*treaty);
    slugs.push_back(text_of(treaty->properties, property::kSlug));
  }
  return fail(ErrorCode::NotFound, Problems::not_one_of("loaded treaty", slug, {slugs.begin(), slugs.end()}));
}

Result<std::string> sole_treaty(const GraphRecords& records) {
  const auto treaties = loaded_treaties(records);
  if (treaties.size() == 1) return text_of(treaties.front()->properties, property::kSlug);
  return fail(ErrorCode::InvalidArgument,
              fmt::format("there are {} treaties; say which with --treaty SLUG", treaties.size()));
}

}  // namespace treatygraph::ingest
