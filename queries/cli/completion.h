#pragma once
// Shell completion for treatygraph-query, generated from the catalogue of questions.

#include <string>

#include "graph/result.h"

namespace treatygraph::queries {

/// The script for "bash" or "zsh", to be sourced or saved in the shell's completion folder.
[[nodiscard]] Result<std::string> completion_script(const std::string& shell);

}  // namespace treatygraph::queries
