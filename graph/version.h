#pragma once
// The version of treatygraph, one for its three programs.

#include <string_view>

namespace treatygraph {

/// "1.0.0 (e0f57a1)": the version by semantic versioning (semver.org), and the commit where the build knew it.
/// The major number changes with the HTTP API, the file format or the dataset format.
[[nodiscard]] std::string_view version();

}  // namespace treatygraph
