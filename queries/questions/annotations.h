#pragma once
// The margin of a provision and its parts: what cites it, what it rests on, what reaches it, what it makes, what was
// said about it. It is an overview: each group lists a few notes and gives the total.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/graph.h"
#include "queries/questions/coverage.h"
#include "queries/questions/statements.h"
#include "queries/request/budget.h"
#include "queries/request/scope.h"
#include "queries/request/truncation.h"
#include "queries/treaty/dependency_steps.h"

namespace treatygraph::queries {

/// The groups of notes, in the order in which they are shown.
enum class MarginGroup : std::uint8_t {
  CitedBy,
  Cites,
  RestsOn,
  GovernedBy,
  Safeguards,
  Offences,
  Powers,
  Provides,
  Defines,
  Uses,
  Statements,
  Reservations,
  Counterparts,
  Events,
};
inline constexpr std::array<std::string_view, 14> kMarginGroupNames = {
    "cited_by", "cites",   "rests_on", "governed_by", "safeguards",   "offences",     "powers",
    "provides", "defines", "uses",     "statements",  "reservations", "counterparts", "events"};
/// The error lists the known names.
[[nodiscard]] Result<MarginGroup> margin_group_called(std::string_view name);

struct AnnotationsRequest {
  static constexpr std::size_t kDefaultLimit = 10;
  std::string of;                 ///< key of a provision or a treaty
  std::vector<MarginGroup> only;  ///< empty: all
  Scope scope;
  std::size_t limit = kDefaultLimit;  ///< per group
};

/// The first notes of a group, and how many there are.
template <typename Note>
struct NoteGroup {
  std::vector<Note> shown;
  std::size_t total = 0;

  void add(Note note, std::size_t limit) {
    if (total++ < limit) shown.push_back(std::move(note));
  }
};

/// References with the same words at the same place of one provision.
struct CitationNote {
  NodeId from;
  std::vector<RelationshipId> references;  ///< at least one
};

/// A safeguard that reaches the provision.
struct SafeguardNote {
  NodeId safeguard;
  Reach reach;
  std::optional<NodeId> holds_at;       ///< what it conditions, if that is not the provision itself
  std::vector<RelationshipId> witness;  ///< as in coverage
};

/// An offence, power, safeguard or term, with the part that makes it.
struct CarriedNote {
  NodeId by;
  NodeId thing;
  RelationshipId relationship;
};

/// The counterpart of a part of it in another treaty or version.
struct CounterpartNote {
  NodeId here{};
  NodeId there{};
  std::vector<RelationshipId> chain;  ///< CORRESPONDS_TO, starting at `here`
  bool by_containing = false;         ///< the match is of something that contains the provision, not of it or its parts
  std::string_view confidence;        ///< the lowest confidence among them; empty if one does not say
};

/// The answer. Groups that were not requested are empty, with total 0.
struct Annotations {
  NodeId of{};
  std::vector<MarginGroup> groups;    ///< requested groups; empty: all
  Scope scope;                        ///< as requested
  NoteGroup<CitationNote> cited_by;   ///< from outside the provision, in document order
  NoteGroup<CitationNote> cites;      ///< outward, in document order
  NoteGroup<DependencyHop> rests_on;  ///< direct steps, one per target
  NoteGroup<DependencyHop> governed_by;
  NoteGroup<SafeguardNote> safeguards;  ///< direct first, then inherited, by reference, excluded
  NoteGroup<CarriedNote> offences;
  NoteGroup<CarriedNote> powers;
  NoteGroup<CarriedNote> provides;
  NoteGroup<CarriedNote> defines;
  NoteGroup<CarriedNote> uses;  ///< each term once
  NoteGroup<StatementHit> statements;
  NoteGroup<RelationshipId> reservations;
  NoteGroup<CounterpartNote> counterparts;
  NoteGroup<EventHit> events;
  Truncated truncated;

  [[nodiscard]] bool shows(MarginGroup group) const;
};

/// The margin of request.of. NotFound for an unknown key; InvalidArgument if the node is not a treaty, division or
/// provision. If time runs out, the groups read so far are given, and `truncated` is set.
[[nodiscard]] Result<Annotations> annotations_of(const Graph& graph, const AnnotationsRequest& request, Budget budget);

}  // namespace treatygraph::queries
