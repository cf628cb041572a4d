#pragma once
// Lines that a person types on a terminal, with history and completion (libedit).

#include <filesystem>
#include <string>

#include "graph/graph.h"

namespace treatygraph::queries {

/// The line editor of a terminal for as long as it exists. It reads the history at the start and writes it at the end.
/// One object at a time.
class LineEditor {
 public:
  explicit LineEditor(const Graph& graph);
  ~LineEditor();
  LineEditor(const LineEditor&) = delete;
  LineEditor& operator=(const LineEditor&) = delete;

  /// A line, a line that Ctrl-C has cleared, or the end of input.
  enum class Read { Line, Cleared, End };
  /// Cleared: Ctrl-C was pressed, and what was typed is gone.
  [[nodiscard]] Read read(const char* prompt, std::string& line);

 private:
  std::filesystem::path history_;
};

}  // namespace treatygraph::queries
