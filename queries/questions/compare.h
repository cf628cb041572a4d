#pragma once
// Two treaties, or two versions of one, side by side.

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
  std::string label = "Article";       ///< what is compared; in the view of relationships, what they touch (empty: all)
  std::vector<std::string> relations;  ///< of a pair (as stored, or corresponding, changed, verbatim, adapted) or
                                       ///< missing; empty: all
  View view = View::Provisions;
  Scope scope;
  std::size_t limit = 500;  ///< pairs, and as many of each other list
};

/// What corresponds to what.
struct ComparedPair {
  NodeId left;
  NodeId right;
  std::vector<RelationshipId> correspondences;
  /// What these say, each once: "equivalent", "broader". Without any: same_number of versions of one treaty, same_words
  /// of texts that nobody has tied.
  std::vector<std::string> relations;
  std::optional<WordDifference> words;  ///< where both texts are known
  bool changed = false;  ///< a correspondence says more (or less) than equivalent, or the words are not the same

  [[nodiscard]] bool is_verbatim() const { return words && words->similarity == 1.0; }
  [[nodiscard]] bool is_adapted() const { return words && words->similarity < 1.0 && words->similarity >= 0.5; }
};

/// A line of the two texts side by side: a pair, or what stands on one side alone.
struct ComparedRow {
  std::optional<NodeId> left;
  std::optional<NodeId> right;
  std::optional<std::size_t> pair = {};  ///< into the pairs
};

/// What was said about a provision of the left, for the one of the right that it became.
struct CarriedStatement {
  NodeId statement;
  RelationshipId addresses;
  NodeId to;  ///< of the right
  std::vector<RelationshipId> correspondences;
  std::string confidence;  ///< the lowest of all of them; empty where one does not say
};

struct Comparison {
  NodeId left;
  NodeId right;
  CompareRequest::View view = CompareRequest::View::Provisions;
  std::string label;
  std::size_t left_count = 0;  ///< compared nodes of each side
  std::size_t right_count = 0;
  std::vector<ComparedPair> pairs;    ///< in document order of the left, then of the right
  std::vector<NodeId> missing_right;  ///< of the left, with nothing that corresponds on the right: left out there
  std::vector<NodeId> missing_left;   ///< of the right, with nothing on the left: new there
  /// Pairs and missing ones in the order of a reader: of the left, with what the right alone has behind what it stands
  /// behind on the right.
  std::vector<ComparedRow> rows;
  // Of all, also where the lists are cut.
  std::size_t pair_count = 0;
  std::size_t changed_count = 0;
  std::size_t missing_right_count = 0;
  std::size_t missing_left_count = 0;
  std::vector<CarriedStatement> carried;  ///< in the view of statements, and where one provision was asked about
  RelationshipChanges changes;            ///< in the view of relationships
  std::string explanation;                ///< what could not be compared, and why
  Truncated truncated;
};

/// provisions, relationships, statements.
[[nodiscard]] Result<CompareRequest::View> view_called(std::string_view name);
[[nodiscard]] Result<Comparison> compare(const Graph& graph, const CompareRequest& request, Budget budget);

}  // namespace treatygraph::queries
