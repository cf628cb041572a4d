#pragma once
// Finds relationships that only one of two versions has, between corresponding nodes.

#include <vector>

#include "queries/treaty/correspondence.h"

namespace treatygraph::queries {

/// All relationships of a type between two nodes: provisions are lifted to their article, other nodes are unchanged.
struct ComparedRelationship {
  TypeId type;
  NodeId from;
  NodeId to;
  std::vector<RelationshipId> stored;
};

/// References between corresponding articles without a common mode.
struct RetypedReference {
  ComparedRelationship left;
  ComparedRelationship right;
};

/// What one side has and the other does not.
struct RelationshipChanges {
  std::vector<ComparedRelationship> lost;    ///< of the left, with no counterpart on the right
  std::vector<ComparedRelationship> gained;  ///< of the right, with no counterpart on the left
  std::vector<RetypedReference> retyped;
  std::size_t kept = 0;  ///< of the left
  std::size_t left_count = 0;
  std::size_t right_count = 0;
};

/// Compares REFERS_TO, ESTABLISHES, GRANTS, PROVIDES, DEFINES, USES and CONDITIONS. Articles correspond as `articles`
/// says; offences, powers, safeguards and terms correspond by their name in both versions; everything outside both
/// versions corresponds to itself. With a label, only relationships that end on a node with it are compared.
[[nodiscard]] RelationshipChanges relationship_changes(const Graph& graph, const ComparedNodes& left,
                                                       const ComparedNodes& right, const Correspondences& articles,
                                                       std::string_view label, const ScopeFilter& scope_filter);

}  // namespace treatygraph::queries
