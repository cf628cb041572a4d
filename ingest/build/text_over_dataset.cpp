// The records of the text are the base, and the dataset is merged into them: facts first (corroborate), then
// references, nodes, HAS_PART and the other relationships. Everything that a reader might ask about is written into
// findings: what agrees, what differs, what only one side has.

#include "ingest/build/text_over_dataset.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "graph/counted.h"
#include "graph/key.h"
#include "graph/property.h"
#include "graph/vocabulary.h"
#include "ingest/build/corroboration.h"
#include "ingest/build/text_coverage.h"

namespace treatygraph::ingest {
namespace {

bool is_provision(const NodeRecord& node) {
  return std::ranges::find(node.labels, label::kProvision) != node.labels.end();
}

/// "said" is what the dataset says, "read" is what was read from the text.
class TextDatasetMerge {
 public:
  TextDatasetMerge(SourceRecords dataset, SourceRecords text, const std::string& slug)
      : dataset_(std::move(dataset)), text_(std::move(text)), treaty_(treaty_key(slug)), prefix_(slug + ":") {}

  /// The order matters: references are compared before relationships of the dataset are moved.
  TextOverDataset merge(const std::string& slug) {
    const auto known = source_provisions(dataset_.records, slug);
    const auto told = source_provisions(text_.records, slug);
    for (const auto& eid : provisions_beyond(known, told)) beyond_.insert(prefix_ + eid.to_string());
    corroborate(dataset_.records, text_.records, slug, findings_);
    drop_what_is_only_cited();
    for (std::size_t i = 0; i < text_.records.nodes.size(); ++i) by_key_.emplace(text_.records.nodes[i].key, i);
    compare_references();
    for (auto& node : dataset_.records.nodes) take_node(std::move(node));
    list_added_provisions();
    list_lacking(known);
    place_parts();
    for (auto& relationship : dataset_.records.relationships) take_relationship(std::move(relationship));
    write_findings();
    std::ranges::move(dataset_.placeholders.nodes, std::back_inserter(text_.placeholders.nodes));
    std::ranges::move(dataset_.placeholders.relationships, std::back_inserter(text_.placeholders.relationships));
    return {std::move(text_), takeover_};
  }

 private:
  /// The keys of the citing and the cited provision.
  using Pair = std::pair<std::string, std::string>;

  [[nodiscard]] bool is_of_treaty(std::string_view key) const { return key.starts_with(prefix_); }

  [[nodiscard]] bool is_reference_of_treaty(const RelationshipRecord& r) const {
    return r.type == type::kRefersTo && is_of_treaty(r.from);
  }

  /// The references within the treaty, with their mode.
  [[nodiscard]] std::map<Pair, std::string> references(const GraphRecords& records) const {
    std::map<Pair, std::string> pairs;
    for (const auto& r : records.relationships) {
      if (is_reference_of_treaty(r) && is_of_treaty(r.to))
        pairs.emplace(Pair{r.from, r.to}, text_of(r.properties, "mode"));
    }
    return pairs;
  }

  /// Removes the text's placeholders of annexes that it only cites, if the dataset contains them.
  void drop_what_is_only_cited() {
    const auto gives_way = [&](const std::string& key) { return beyond_.contains(key) && !read_.contains(key); };
    for (const auto& node : text_.records.nodes) {
      const auto* loaded = find_property(node.properties, property::kLoaded);
      if (loaded == nullptr || loaded->value != PropertyValue(false).value) read_.insert(node.key);
    }
    std::erase_if(text_.records.nodes, [&](const NodeRecord& node) { return gives_way(node.key); });
    std::erase_if(text_.records.relationships,
                  [&](const RelationshipRecord& r) { return r.type == type::kHasPart && gives_way(r.to); });
  }

  /// A reference of the dataset is also confirmed if the text has it more exactly, from or to a part: "article 5 refers
  /// to article 9" by "article 5, paragraph 2, refers to article 9, paragraph 1".
  void compare_references() {
    const auto said = references(dataset_.records);
    const auto read = references(text_.records);
    // For each reference of the text, all less exact references that it also confirms.
    std::set<Pair> finer;
    for (const auto& [pair, mode] : read) {
      for (const auto& from : with_wholes(pair.first)) {
        for (const auto& to : with_wholes(pair.second)) finer.insert({from, to});
      }
    }
    for (const auto& [pair, mode] : said) {
      // The text says nothing about provisions that it does not cover.
      if (beyond_.contains(pair.first)) continue;
      const auto line = fmt::format("{} REFERS_TO {}", pair.first, pair.second);
      const auto found = read.find(pair);
      if (found == read.end() && finer.contains(pair)) {
        findings_.confirms.push_back(line + ": more exactly");
      } else if (found == read.end()) {
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

  /// The keys of a provision and of everything that contains it, by its eId: "a:art_1__para_2" and "a:art_1".
  [[nodiscard]] std::vector<std::string> with_wholes(const std::string& key) const {
    std::vector<std::string> keys = {key};
    for (auto at = key.rfind("__"); at != std::string::npos; at = key.rfind("__", at - 1)) {
      keys.push_back(key.substr(0, at));
    }
    return keys;
  }

  /// Facts and other nodes stay. A provision stays if the text does not cover it; otherwise only its summary and remark
  /// do.
  void take_node(NodeRecord node) {
    if (node.key == treaty_) return merge_treaty(node);
    if (!is_provision(node) || !is_of_treaty(node.key)) {
      text_.records.nodes.push_back(std::move(node));
      return;
    }
    said_.insert(node.key);
    ++takeover_.of_dataset;
    if (beyond_.contains(node.key)) {
      ++takeover_.kept;
      text_.records.nodes.push_back(std::move(node));
      return;
    }
    const auto found = by_key_.find(node.key);
    if (found == by_key_.end()) {
      ++takeover_.contradicted;
      findings_.contradicts.push_back(node.key + ": the text has no such provision");
      return;
    }
    ++takeover_.held;
    auto& read = text_.records.nodes[found->second];
    compare_headings(read, node);
    for (const auto* name : {"summary", "remark"}) {
      if (const auto words = text_of(node.properties, name); !words.empty()) set_property(read.properties, name, words);
    }
  }

  /// Headings are compared as slugs, without case and punctuation.
  void compare_headings(const NodeRecord& read, const NodeRecord& said) {
    const auto official = text_of(read.properties, property::kHeading);
    const auto recalled = text_of(said.properties, property::kHeading);
    if (recalled.empty()) return;
    if (slug_of(official) == slug_of(recalled)) {
      findings_.confirms.push_back(said.key + " heading");
    } else {
      findings_.contradicts.push_back(
          fmt::format(R"({} heading: "{}" in the text, "{}" in the dataset)", said.key, official, recalled));
    }
  }

  /// The dataset overrides properties of the treaty, because it knows more than the text: dates, aliases, the rule for
  /// entry into force.
  void merge_treaty(const NodeRecord& said) {
    auto& read = text_.records.nodes[by_key_.at(treaty_)];
    for (const auto& [name, value] : said.properties) set_property(read.properties, name, value);
  }

  /// Lists the provisions that the dataset does not have.
  void list_added_provisions() {
    for (const auto& [key, position] : by_key_) {
      const bool added = is_provision(text_.records.nodes[position]) && !said_.contains(key);
      if (!added) continue;
      ++takeover_.added;
      findings_.adds.push_back(key);
    }
  }

  /// Lists the outermost provisions that the text does not have, each with the number of its parts.
  void list_lacking(const std::vector<SourceProvision>& known) {
    std::map<std::string, std::size_t> parts;
    std::map<std::string, std::string> whole_of;
    for (const auto& provision : known) {
      const auto key = prefix_ + provision.eid.to_string();
      const auto whole = provision.whole.empty() ? treaty_ : prefix_ + provision.whole.to_string();
      whole_of.emplace(key, whole);
      if (!beyond_.contains(key)) continue;
      auto outermost = key;
      while (is_article_lacking(whole_of.at(outermost))) outermost = whole_of.at(outermost);
      parts[outermost] += outermost == key ? 0U : 1U;
    }
    for (const auto& [key, count] : parts) {
      findings_.lacks.push_back(count == 0 ? key : fmt::format("{} and {} of it", key, counted(count, "part")));
    }
  }

  /// Whether the text lacks this provision and it is not a division. A missing chapter is listed by its articles, which
  /// tell a reader more.
  [[nodiscard]] bool is_article_lacking(const std::string& key) const {
    const auto eid = beyond_.contains(key) ? Eid::parse(std::string_view(key).substr(prefix_.size())) : Eid();
    return eid && !eid->empty() && !gathers_units(eid->kind());
  }

  /// Each provision keeps the parent that the text gives it, or gets the one of the dataset if the text prints no
  /// division for it. The parts of a parent are then numbered in treaty order.
  void place_parts() {
    std::vector<RelationshipRecord> said;
    for (const auto& r : dataset_.records.relationships) {
      if (r.type == type::kHasPart && is_of_treaty(r.to)) said.push_back(r);
    }
    auto& relationships = text_.records.relationships;
    std::unordered_map<std::string, std::size_t> read;  // by part: its HAS_PART
    for (std::size_t i = 0; i < relationships.size(); ++i) {
      if (relationships[i].type == type::kHasPart && is_of_treaty(relationships[i].to)) {
        read.emplace(relationships[i].to, i);
      }
    }
    std::vector<std::string> order;  // of the treaty's parts, by the dataset
    std::set<std::string> wholes;    // that have parts of both
    for (const auto& r : said) {
      order.push_back(r.to);
      const auto found = read.find(r.to);
      if (found != read.end() && relationships[found->second].from == treaty_ && beyond_.contains(r.from)) {
        // The text has the article directly below the treaty, because it prints no chapters.
        relationships[found->second] = r;
        wholes.insert(r.from);
      } else if (found == read.end() && beyond_.contains(r.to)) {
        relationships.push_back(r);
        wholes.insert(r.from);
      }
    }
    for (const auto& whole : wholes) renumber(whole, order);
  }

  /// Parts of the text keep their order. A part of the dataset is placed after the nearest part that precedes it in the
  /// dataset.
  void renumber(const std::string& whole, const std::vector<std::string>& order) {
    std::vector<RelationshipRecord*> parts;
    for (auto& r : text_.records.relationships) {
      if (r.type == type::kHasPart && r.from == whole) parts.push_back(&r);
    }
    std::vector<RelationshipRecord*> merged;
    for (auto* part : parts) {
      if (!beyond_.contains(part->to)) merged.push_back(part);
    }
    for (auto* part : parts) {
      if (beyond_.contains(part->to)) merged.insert(place_for(part->to, merged, order), part);
    }
    std::int64_t ordinal = 0;
    for (auto* part : merged) set_property(part->properties, property::kOrdinal, ++ordinal);
  }

  /// After the nearest predecessor in `order` that is placed already, or at the beginning.
  static std::vector<RelationshipRecord*>::iterator place_for(const std::string& part,
                                                              std::vector<RelationshipRecord*>& merged,
                                                              const std::vector<std::string>& order) {
    for (auto at = std::ranges::find(order, part); at != order.begin();) {
      const auto before = std::ranges::find(
          merged, *--at, [](const auto* placed) -> const auto& { return placed->to; });
      if (before != merged.end()) return before + 1;
    }
    return merged.begin();
  }

  /// HAS_PART was placed already, and references from covered provisions are those of the text.
  void take_relationship(RelationshipRecord relationship) {
    const bool structure = relationship.type == type::kHasPart && is_of_treaty(relationship.to);
    const bool is_read = is_reference_of_treaty(relationship) && !beyond_.contains(relationship.from);
    if (structure || is_read) return;
    text_.records.relationships.push_back(std::move(relationship));
  }

  /// Writes the findings into the Treaty, where audit() collects them. They are sorted, so that the content hash does
  /// not depend on the order in which they were found.
  void write_findings() {
    auto& properties = text_.records.nodes[by_key_.at(treaty_)].properties;
    for (auto [name, lines] :
         {std::pair{"text_confirms", &findings_.confirms}, std::pair{"text_contradicts", &findings_.contradicts},
          std::pair{"text_adds", &findings_.adds}, std::pair{"text_lacks", &findings_.lacks}}) {
      std::ranges::sort(*lines);
      set_property(properties, name, fmt::format("{}", fmt::join(*lines, "\n")));
    }
  }

  SourceRecords dataset_;
  SourceRecords text_;
  std::string treaty_;
  std::string prefix_;
  std::unordered_map<std::string, std::size_t> by_key_;  ///< of the text's nodes
  std::set<std::string> said_;                           ///< keys of the dataset's provisions
  std::set<std::string> read_;                           ///< keys of nodes in the text
  std::set<std::string> beyond_;  ///< keys of the dataset's provisions that the text does not cover
  SourceReport::Takeover takeover_;
  Findings findings_;
};

}  // namespace

TextOverDataset text_over_dataset(SourceRecords dataset, SourceRecords text, const std::string& slug) {
  return TextDatasetMerge(std::move(dataset), std::move(text), slug).merge(slug);
}

}  // namespace treatygraph::ingest
