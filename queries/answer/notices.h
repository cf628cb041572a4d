#pragma once
// What a reader must know of an answer that the answer does not show: a treaty that is cited and not loaded, a scope in
// which nothing of the kind is known, words that cannot be compared.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/graph.h"
#include "queries/answer/question.h"

namespace treatygraph::queries {

/// Finds them for one answer, and appends each once to its warnings.
class Notices {
 public:
  Notices(const Graph& graph, const Question& question, const Parameters& parameters, Answer& answer)
      : graph_(graph), question_(question), parameters_(parameters), answer_(answer) {}

  /// Those of every question, then those of this one.
  void add_all();

  void say(std::string sentence);
  [[nodiscard]] const Graph& graph() const { return graph_; }
  [[nodiscard]] const Parameters& parameters() const { return parameters_; }
  [[nodiscard]] std::string_view slug_of(NodeId treaty) const;

 private:
  void find_what_is_named();
  void take_treaty(const std::string& key);
  /// An annex that is cited and not in the document of a treaty that is loaded.
  void take_part(const std::string& key);
  void say_what_is_lacking(std::optional<NodeId> treaty);

  const Graph& graph_;
  const Question& question_;
  const Parameters& parameters_;
  Answer& answer_;
  std::vector<NodeId> treaties_;
  std::vector<NodeId> absent_parts_;
};

/// Appends them to the answer's warnings.
void add_notices(const Graph& graph, const Question& question, const Parameters& parameters, Answer& answer);

}  // namespace treatygraph::queries
