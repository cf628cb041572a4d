#pragma once
// The JSON of nodes and relationships, written once for each snapshot: at 1,000 nodes an answer costs more to write
// than to find.

#include <array>
#include <atomic>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "graph/graph.h"

namespace treatygraph::queries::formats {

/// Texts by number, each made when it is first asked for. Any thread may ask.
class FragmentShelf {
 public:
  explicit FragmentShelf(std::size_t count);
  ~FragmentShelf();
  FragmentShelf(const FragmentShelf&) = delete;
  FragmentShelf& operator=(const FragmentShelf&) = delete;

  /// Empty where none is kept.
  [[nodiscard]] std::string_view find(std::size_t number) const;
  /// Keeps `text` while the shelf has room, else leaves it to the caller: false.
  bool keep(std::size_t number, std::string_view text) const;
  /// Of the texts that are kept, 0 while none is.
  [[nodiscard]] std::size_t mean_bytes() const;

 private:
  static constexpr std::size_t kPerBoard = 4'096;
  static constexpr std::size_t kMostBytes = 256U * 1024 * 1024;
  /// A text and its length in one piece of memory: one miss less where many are read.
  class Kept;
  using Board = std::array<std::atomic<const Kept*>, kPerBoard>;
  [[nodiscard]] Board& board_of(std::size_t number) const;

  const std::size_t boards_;
  const std::unique_ptr<std::atomic<Board*>[]> shelf_;
  mutable std::atomic<std::size_t> bytes_ = 0;
  mutable std::atomic<std::size_t> texts_ = 0;
};

/// Kept in the graph's Derived.
struct JsonFragments {
  explicit JsonFragments(const Graph& graph) : nodes(graph.node_count()), relationships(graph.relationship_count()) {}
  [[nodiscard]] static const JsonFragments& of(const Graph& graph);

  // Each after a comma, so that one more in a list is one more piece to copy.
  FragmentShelf nodes;          ///< the beginning of a node's object: its brace, its members
  FragmentShelf relationships;  ///< whole objects
};

}  // namespace treatygraph::queries::formats
