#pragma once
// What would break if a provision, with all its parts, were deleted.

#include <bitset>
#include <string>
#include <vector>

#include "queries/questions/dependencies.h"
#include "queries/questions/statements.h"
#include "queries/treaty/losses.h"
#include "queries/walks/cut_off_by_deletion.h"

namespace treatygraph::queries {

/// The parts of an impact answer.
enum class Effect : std::uint8_t {
  Direct,      ///< dangling references
  Transitive,  ///< what rests on it
  CutOff,
  Losses,  ///< lost offences and the like, safeguards, definitions
  Statements,
};
inline constexpr std::size_t kEffectCount = 5;

struct ImpactRequest {
  std::string of;  ///< a provision
  Level level = Level::Article;
  std::vector<std::string> modes;  ///< of references; empty: all
  Scope scope;
  std::size_t limit = 1'000;           ///< nodes that rest on it
  std::vector<std::string> only = {};  ///< direct, transitive, cut_off, losses, statements; empty: all
};

/// A statement that criticised the provision, a part of it, or what it was in a draft.
struct Objection {
  enum class Deletion : std::uint8_t {
    AskedFor,   ///< it asks for deletion of this provision, or speaks of deletion and of no other provision
    Mentioned,  ///< it speaks of deletion and of several provisions; which one is not recorded
    NotSpokenOf,
  };
  StatementHit hit;
  Deletion deletion = Deletion::NotSpokenOf;
};

struct Impact {
  NodeId of{};
  std::bitset<kEffectCount> shown;       ///< by Effect; hidden effects are empty
  std::vector<RelationshipId> dangling;  ///< references from outside to it or its parts, which would point nowhere
  Dependencies dependents;               ///< everything that rests on it, with depth and chain
  CutOffs cut_off;                       ///< what nothing else leads to, except losses
  Losses losses;
  std::vector<Objection> objections;  ///< requests for deletion first, then mentions of it
  std::string explanation;            ///< if nothing would break: what was searched
  Truncated truncated;

  [[nodiscard]] bool shows(Effect effect) const { return shown[static_cast<std::size_t>(effect)]; }
};

/// Computes the requested effects. InvalidArgument if request.of is not a treaty or provision.
[[nodiscard]] Result<Impact> impact_of(const Graph& graph, const ImpactRequest& request, Budget budget);

}  // namespace treatygraph::queries
