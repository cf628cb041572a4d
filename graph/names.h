#pragma once
// A dense numbering of the labels, relationship types or property names of one graph: 0, 1, 2 ... in the order in which
// the names were added.

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "graph/ids.h"

namespace treatygraph {

/// Names and their numbers, both ways. Reading is thread-safe while no thread adds.
template <typename Id>
class Names {
 public:
  /// The number of `name`, assigned if it is new.
  Id add(std::string_view name) {
    const auto [entry, is_new] = ids_.try_emplace(std::string(name), static_cast<Id>(names_.size()));
    if (is_new) names_.emplace_back(name);
    return entry->second;
  }

  /// The number of `name`, or nothing if it was never added.
  [[nodiscard]] std::optional<Id> find(std::string_view name) const {
    const auto entry = ids_.find(name);
    return entry == ids_.end() ? std::nullopt : std::optional(entry->second);
  }

  /// `id` must come from this object.
  [[nodiscard]] const std::string& name(Id id) const { return names_[index_of(id)]; }
  [[nodiscard]] std::size_t size() const { return names_.size(); }
  /// All names, by their numbers.
  [[nodiscard]] std::span<const std::string> all() const { return names_; }

 private:
  /// Allows lookups without copying the name.
  struct HashOfText {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
  };

  std::vector<std::string> names_;
  std::unordered_map<std::string, Id, HashOfText, std::equal_to<>> ids_;
};

}  // namespace treatygraph
