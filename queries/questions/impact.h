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

/// What an impact tells.
enum class Effect : std::uint8_t {
  Direct,      ///< dangling references
  Transitive,  ///< what rests on it
  CutOff,
  Losses,  ///< gone things, lost safeguards, lost definitions
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

/// A statement that found fault with the provision, a part of it, or what it was in a draft.
struct Objection {
  enum class Deletion : std::uint8_t {
    AskedFor,   ///< what it says of the provision speaks of deletion, or it speaks of that and of no other provision
    Mentioned,  ///< it speaks of deletion, and of several provisions: of which is not recorded
    NotSpokenOf,
  };
  StatementHit hit;
  Deletion deletion = Deletion::NotSpokenOf;
};

struct Impact {
  NodeId of;
  std::bitset<kEffectCount> shown;  ///< by Effect; what is not shown is empty
  std::vector<RelationshipId>
      dangling;             ///< references from outside to it or its parts: their words would point nowhere
  Dependencies dependents;  ///< what rests on it, all the way, with depth and chain
  CutOffs cut_off;          ///< what nothing else leads to, without what is gone
  Losses losses;
  std::vector<Objection> objections;  ///< those that ask for deletion first, then those that mention it
  std::string explanation;            ///< where nothing would break: what was searched
  Truncated truncated;

  [[nodiscard]] bool shows(Effect effect) const { return shown[static_cast<std::size_t>(effect)]; }
};

[[nodiscard]] Result<Impact> impact_of(const Graph& graph, const ImpactRequest& request, Budget budget);

}  // namespace treatygraph::queries
