#pragma once
// An index of the short texts of each node, in memory: names and headings, aliases, speakers, concerns, summaries. The
// long texts of provisions are searched in the text store (graph/text_store.h) instead.

#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "graph/graph.h"

namespace treatygraph::queries {

/// How closely a text describes the node.
enum class Field : std::uint8_t { Name, Alias, Speaker, Concern, Summary, Detail };

/// One text of a node. The view points into the graph, or into the index for names that are computed.
struct FieldText {
  NodeId node;
  Field field = Field::Name;
  std::uint16_t words = 0;  ///< number of words that are not fillers
  std::string_view text;
  NodeId of = {};  ///< the node that the text names: for a statement, its speaker
};

/// An inverted index from stems to texts. Built once per graph and kept with it; not changed afterwards, so threads
/// share it.
class FieldIndex {
 public:
  [[nodiscard]] static const FieldIndex& of(const Graph& graph);
  explicit FieldIndex(const Graph& graph);

  /// The texts of a node are adjacent; nodes are in id order.
  [[nodiscard]] const std::vector<FieldText>& texts() const { return texts_; }
  [[nodiscard]] std::span<const FieldText> texts_of(NodeId node) const;
  /// Ascending positions in texts() of the texts with a word of this stem.
  [[nodiscard]] std::span<const std::uint32_t> with(const std::string& stem) const;
  /// Each word with how often it occurs in these texts.
  [[nodiscard]] const std::unordered_map<std::string, std::uint32_t>& words() const { return words_; }

 private:
  void add_fields_of(const Graph& graph, NodeId node);
  void add(NodeId node, Field field, std::string_view text);
  void add(NodeId node, Field field, std::string_view text, NodeId of);
  void add_list(NodeId node, Field field, std::string_view list, NodeId of);
  void add_key_words(const Graph& graph, NodeId node);
  void add_country_names(NodeId node, std::string_view key);
  void add_speakers(const Graph& graph, NodeId statement);
  void index();

  std::deque<std::string> names_;  ///< that are in no property
  std::vector<FieldText> texts_;
  std::unordered_map<std::string, std::uint32_t> words_;
  std::unordered_map<std::string, std::vector<std::uint32_t>> by_stem_;
};

}  // namespace treatygraph::queries
