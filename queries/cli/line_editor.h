#pragma once
// Lines that a person types: with history and completion on a terminal, else as they come.

#include <filesystem>
#include <string>

#include "graph/graph.h"

namespace treatygraph::queries {

/// The line editor of a terminal for as long as it lives, with what was typed the last times. One at a time.
class LineEditor {
 public:
  explicit LineEditor(const Graph& graph);
  ~LineEditor();
  LineEditor(const LineEditor&) = delete;
  LineEditor& operator=(const LineEditor&) = delete;

  enum class Read { Line, Cleared, End };
  /// Cleared: Ctrl-C was pressed, and what was typed is gone.
  [[nodiscard]] Read read(const char* prompt, std::string& line);

 private:
  std::filesystem::path history_;
};

}  // namespace treatygraph::queries
