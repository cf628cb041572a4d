#pragma once
// Compares two treaties, or two versions of one, side by side: provisions with their words, relationships, or
// statements carried from one to the other.

#include <optional>
#include <string>
#include <vector>

#include "queries/request/budget.h"
#include "queries/request/scope.h"
#include "queries/request/truncation.h"
#include "queries/treaty/correspondence.h"
#include "queries/treaty/relationship_changes.h"
#include "queries/treaty/word_difference.h"

namespace treatygraph::queries {

struct CompareRequest {
  enum class View : std::uint8_t { Provisions, Relationships, Statements };
  std::string left;                    ///< slug, "uncac" or with a version "uncc@2023-11"
  std::string right;                   ///< slug
  std::string of;                      ///< key or eId ("art_17") of one provision, of either side; empty: all
  std::string label = "Article";       ///< which nodes are compared; in the relationships view, which ends (empty: all)
  std::vector<std::string> relations;  ///< of a pair (as stored, or corresponding, changed, verbatim, adapted) or
                                       ///< missing; empty: all
  View view = View::Provisions;
  Scope scope;
  std::size_t limit = 500;  ///< pairs, and the same limit for each other list
};

/// A pair of corresponding nodes.
struct ComparedPair {
  NodeId left;
  NodeId right;
  std::vector<RelationshipId> correspondences;
  /// The distinct relations: "equivalent", "broader". Without CORRESPONDS_TO: same_number for versions of one treaty,
  /// same_words for identical texts.
  std::vector<std::string> relations;
  std::optional<WordDifference> words;  ///< if both texts are known
  bool changed = false;                 ///< a relation other than equivalent, or different words

  [[nodiscard]] bool is_verbatim() const { return words && words->similarity == 1.0; }
  [[nodiscard]] bool is_adapted() const { return words && words->similarity < 1.0 && words->similarity >= 0.5; }
};

/// A row of the side-by-side view: a pair, or a node that only one side has.
struct ComparedRow {
  std::optional<NodeId> left;
  std::optional<NodeId> right;
  std::optional<std::size_t> pair = {};  ///< index into the pairs
};

/// What was said about a provision on the left, for the provision on the right that it became.
struct CarriedStatement {
  NodeId statement;
  RelationshipId addresses;
  NodeId to;  ///< on the right
  std::vector<RelationshipId> correspondences;
  std::string confidence;  ///< the lowest of all; empty if one does not say
};

/// The answer. Lists are cut at the limit; the totals are not.
struct Comparison {
  NodeId left{};
  NodeId right{};
  CompareRequest::View view = CompareRequest::View::Provisions;
  std::string label;
  std::size_t left_count = 0;  ///< number of compared nodes on each side
  std::size_t right_count = 0;
  std::vector<ComparedPair> pairs;    ///< in document order of the left, then of the right
  std::vector<NodeId> missing_right;  ///< only on the left: omitted from the right
  std::vector<NodeId> missing_left;   ///< on the right
  /// Pairs and unmatched nodes in reading order: that of the left, with nodes that only the right has placed after
  /// their predecessor on the right.
  std::vector<ComparedRow> rows;
  // Totals, also if the lists are cut.
  std::size_t pair_count = 0;
  std::size_t changed_count = 0;
  std::size_t missing_right_count = 0;
  std::size_t missing_left_count = 0;
  std::vector<CarriedStatement> carried;  ///< in the statements view, and if one provision was requested
  RelationshipChanges changes;            ///< in the relationships view
  std::string explanation;                ///< what could not be compared, and why
  Truncated truncated;
};

/// The view with that name: provisions, relationships or statements. The error lists them.
[[nodiscard]] Result<CompareRequest::View> view_called(std::string_view name);
/// Compares the two sides. Word differences are computed while the budget lasts.
[[nodiscard]] Result<Comparison> compare(const Graph& graph, const CompareRequest& request, Budget budget);

}  // namespace treatygraph::queries
