#pragma once
// What a shell completes of a treatygraph-query command, made from the catalogue of questions.

#include <string>

#include "graph/result.h"

namespace treatygraph::queries {

/// The script for "bash" or "zsh", to be sourced or kept where the shell looks for completions.
[[nodiscard]] Result<std::string> completion_script(const std::string& shell);

}  // namespace treatygraph::queries
