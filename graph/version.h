#pragma once
// The version of treatygraph, the same for all its programs.

#include <string_view>

namespace treatygraph {

/// "1.0.0 (e0f57a1)": the version by semantic versioning (semver.org), and the commit if the build knew it.
/// The major number changes with the HTTP API, the file format or the dataset format.
[[nodiscard]] std::string_view version();

}  // namespace treatygraph
