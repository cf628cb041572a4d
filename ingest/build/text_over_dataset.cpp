#include "ingest/build/text_over_dataset.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "graph/key.h"
#include "graph/vocabulary.h"
#include "ingest/build/corroboration.h"

namespace treatygraph::ingest {
namespace {

bool is_provision(const NodeRecord& node) {
  return std::ranges::find(node.labels, label::kProvision) != node.labels.end();
}

std::string text_of(const Properties& properties, std::string_view name) {
  const auto* value = find_property(properties, name);
  const auto* text = value != nullptr ? std::get_if<std::string>(&value->value) : nullptr;
  return text != nullptr ? *text : std::string();
}

class TextDatasetMerge {
 public:
  TextDatasetMerge(SourceRecords dataset, SourceRecords text, const std::string& slug)
      : dataset_(std::move(dataset)), text_(std::move(text)), treaty_(treaty_key(slug)), prefix_(slug + ":") {}

  SourceRecords merge(const std::string& slug) {
    corroborate(dataset_.records, text_.records, slug, findings_);
    for (std::size_t i = 0; i < text_.records.nodes.size(); ++i) by_key_.emplace(text_.records.nodes[i].key, i);
    compare_references();
    for (auto& node : dataset_.records.nodes) take_node(std::move(node));
    list_added_provisions();
    for (auto& relationship : dataset_.records.relationships) take_relationship(std::move(relationship));
    write_findings();
    std::ranges::move(dataset_.placeholders.nodes, std::back_inserter(text_.placeholders.nodes));
    std::ranges::move(dataset_.placeholders.relationships, std::back_inserter(text_.placeholders.relationships));
    return std::move(text_);
  }

 private:
  using Pair = std::pair<std::string, std::string>;

  [[nodiscard]] bool is_of_treaty(std::string_view key) const { return key.starts_with(prefix_); }

  [[nodiscard]] bool is_reference_of_treaty(const RelationshipRecord& r) const {
    return r.type == type::kRefersTo && is_of_treaty(r.from);
  }

  [[nodiscard]] std::map<Pair, std::string> references(const GraphRecords& records) const {
    std::map<Pair, std::string> pairs;
    for (const auto& r : records.relationships) {
      if (is_reference_of_treaty(r) && is_of_treaty(r.to))
        pairs.emplace(Pair{r.from, r.to}, text_of(r.properties, "mode"));
    }
    return pairs;
  }

  void compare_references() {
    const auto said = references(dataset_.records);
    const auto read = references(text_.records);
    for (const auto& [pair, mode] : said) {
      const auto line = fmt::format("{} REFERS_TO {}", pair.first, pair.second);
      const auto found = read.find(pair);
      if (found == read.end()) {
        findings_.contradicts.push_back(line + ": the text has no such reference");
      } else if (found->second != mode) {
        findings_.contradicts.push_back(
            fmt::format("{}: mode {} in the text, {} in the dataset", line, found->second, mode));
      } else {
        findings_.confirms.push_back(line);
      }
    }
    for (const auto& [pair, mode] : read) {
      if (!said.contains(pair))
        findings_.adds.push_back(fmt::format("{} REFERS_TO {} ({})", pair.first, pair.second, mode));
    }
  }

  void take_node(NodeRecord node) {
    if (node.key == treaty_) return merge_treaty(node);
    if (!is_provision(node) || !is_of_treaty(node.key)) {
      text_.records.nodes.push_back(std::move(node));
      return;
    }
    said_.insert(node.key);
    const auto found = by_key_.find(node.key);
    if (found == by_key_.end()) {
      findings_.contradicts.push_back(node.key + ": the text has no such provision");
      return;
    }
    auto& read = text_.records.nodes[found->second];
    compare_headings(read, node);
    for (const auto* name : {"summary", "remark"}) {
      if (const auto words = text_of(node.properties, name); !words.empty()) set_property(read.properties, name, words);
    }
  }

  void compare_headings(const NodeRecord& read, const NodeRecord& said) {
    const auto official = text_of(read.properties, property::kHeading);
    const auto recalled = text_of(said.properties, property::kHeading);
    if (recalled.empty()) return;
    if (slug_of(official) == slug_of(recalled)) {
      findings_.confirms.push_back(said.key + " heading");
    } else {
      findings_.contradicts.push_back(
          fmt::format("{} heading: \"{}\" in the text, \"{}\" in the dataset", said.key, official, recalled));
    }
  }

  /// The dataset knows more of the treaty than its text says: dates, aliases, the rule for its entry into force.
  void merge_treaty(const NodeRecord& said) {
    auto& read = text_.records.nodes[by_key_.at(treaty_)];
    for (const auto& [name, value] : said.properties) set_property(read.properties, name, value);
  }

  void list_added_provisions() {
    for (const auto& [key, position] : by_key_) {
      const bool added = is_provision(text_.records.nodes[position]) && !said_.contains(key);
      if (added) findings_.adds.push_back(key);
    }
  }

  void take_relationship(RelationshipRecord relationship) {
    const bool structure = relationship.type == type::kHasPart && is_of_treaty(relationship.to);
    if (structure || is_reference_of_treaty(relationship)) return;
    text_.records.relationships.push_back(std::move(relationship));
  }

  void write_findings() {
    auto& properties = text_.records.nodes[by_key_.at(treaty_)].properties;
    for (auto [name, lines] :
         {std::pair{"text_confirms", &findings_.confirms}, std::pair{"text_contradicts", &findings_.contradicts},
          std::pair{"text_adds", &findings_.adds}}) {
      std::ranges::sort(*lines);
      set_property(properties, name, fmt::format("{}", fmt::join(*lines, "\n")));
    }
  }

  SourceRecords dataset_;
  SourceRecords text_;
  std::string treaty_;
  std::string prefix_;
  std::unordered_map<std::string, std::size_t> by_key_;  ///< of the text's nodes
  std::set<std::string> said_;
  Findings findings_;
};

}  // namespace

SourceRecords text_over_dataset(SourceRecords dataset, SourceRecords text, const std::string& slug) {
  return TextDatasetMerge(std::move(dataset), std::move(text), slug).merge(slug);
}

}  // namespace treatygraph::ingest
