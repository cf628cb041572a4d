#pragma once
// Facts that a reader needs and that the answer does not show: a treaty that is cited and not loaded, a scope in which
// nothing of the kind is known, words that cannot be compared.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/graph.h"
#include "queries/answer/question.h"

namespace treatygraph::queries {

/// Finds the notices of one answer, and appends each once to its warnings. All references must outlive it.
class Notices {
 public:
  Notices(const Graph& graph, const Question& question, const Parameters& parameters, Answer& answer)
      : graph_(graph), question_(question), parameters_(parameters), answer_(answer) {}

  /// Adds the notices that every question has, then those of this one.
  void add_all();

  /// Adds a notice, unless the answer has it already.
  void say(std::string sentence);
  [[nodiscard]] const Graph& graph() const { return graph_; }
  [[nodiscard]] const Parameters& parameters() const { return parameters_; }
  /// The slug of a treaty's node: "uncc" for treaty:uncc.
  [[nodiscard]] std::string_view slug_of(NodeId treaty) const;

 private:
  void find_what_is_named();
  // Remembers the treaty if the graph knows it.
  void take_treaty(const std::string& key);
  /// An annex that is cited and not in the document of a treaty that is loaded.
  void take_part(const std::string& key);
  // A notice that nothing of what the question needs is known in the treaty, or in the whole graph.
  void say_what_is_lacking(std::optional<NodeId> treaty);

  const Graph& graph_;
  const Question& question_;
  const Parameters& parameters_;
  Answer& answer_;
  std::vector<NodeId> treaties_;
  std::vector<NodeId> absent_parts_;
};

/// Appends the notices to the answer's warnings.
void add_notices(const Graph& graph, const Question& question, const Parameters& parameters, Answer& answer);

}  // namespace treatygraph::queries
