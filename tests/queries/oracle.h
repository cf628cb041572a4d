#pragma once
// The records themselves, asked slowly and plainly: what the queries are compared with.

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "graph/records.h"

namespace treatygraph::testing {

class Oracle {
 public:
  explicit Oracle(const GraphRecords& records) : records_(records) {
    for (const auto& node : records.nodes) labels_[node.key] = {node.labels.begin(), node.labels.end()};
    for (const auto& r : records.relationships) {
      if (r.type == "HAS_PART") whole_[r.to] = r.from;
    }
  }

  [[nodiscard]] const GraphRecords& records() const { return records_; }
  [[nodiscard]] bool is(const std::string& key, const std::string& label) const {
    return labels_.at(key).contains(label);
  }

  /// Whether `key` is `whole` or a part of it.
  [[nodiscard]] bool within(std::string key, const std::string& whole) const {
    while (key != whole) {
      const auto above = whole_.find(key);
      if (above == whole_.end()) return false;
      key = above->second;
    }
    return true;
  }

  /// The outermost of `key` and its containers that has one of `labels`; `key` if none has.
  [[nodiscard]] std::string lifted(const std::string& key, const std::set<std::string>& labels) const {
    auto best = key;
    for (std::optional<std::string> at = key; at;) {
      for (const auto& label : labels) {
        if (is(*at, label)) best = *at;
      }
      const auto above = whole_.find(*at);
      at = above == whole_.end() ? std::nullopt : std::optional(above->second);
    }
    return best;
  }

  [[nodiscard]] static std::string text(const Properties& properties, const std::string& name) {
    const auto* value = find_property(properties, name);
    const auto* words = value != nullptr ? std::get_if<std::string>(&value->value) : nullptr;
    return words != nullptr ? *words : std::string();
  }

  /// Those with the label Provision, in the order of the records.
  [[nodiscard]] std::vector<std::string> provisions() const {
    std::vector<std::string> keys;
    for (const auto& node : records_.nodes) {
      if (is(node.key, "Provision")) keys.push_back(node.key);
    }
    return keys;
  }

  /// The containers of `key`, nearest first; without itself.
  [[nodiscard]] std::vector<std::string> above(std::string key) const {
    std::vector<std::string> wholes;
    for (auto at = whole_.find(key); at != whole_.end(); at = whole_.find(at->second)) wholes.push_back(at->second);
    return wholes;
  }

  /// An article, a recital, or a part of one.
  [[nodiscard]] bool is_read(const std::string& key) const {
    return is(key, "Provision") && !is(key, "Division") && !is(key, "Treaty");
  }
  /// What is read with `key`: its parts, and the words of each article or part of one that contains it.
  [[nodiscard]] const std::set<std::string>& read(const std::string& key) const {
    const auto [known, is_new] = read_.try_emplace(key);
    auto& nodes = known->second;
    if (!is_new) return nodes;
    for (const auto& node : records_.nodes) {
      if (within(node.key, key)) nodes.insert(node.key);
    }
    for (const auto& whole : above(key)) {
      if (is_read(whole)) nodes.insert(whole);
    }
    return nodes;
  }

  /// `key` at a level: "article", "paragraph", "point" or "as_written".
  [[nodiscard]] std::string at_level(const std::string& key, std::string_view level) const {
    if (level == "article") return lifted(key, {"Article"});
    if (level == "paragraph") return lifted(key, {"Paragraph"});
    return level == "point" ? lifted(key, {"Point"}) : key;
  }

 private:
  const GraphRecords& records_;
  std::map<std::string, std::set<std::string>> labels_;
  std::map<std::string, std::string> whole_;
  mutable std::map<std::string, std::set<std::string>> read_;  ///< what was asked for before
};

}  // namespace treatygraph::testing
