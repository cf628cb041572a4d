#pragma once
// The hand-written parts of the contract, generated from server/contract/ at build time: contract/embed.cmake makes a
// source file of them.

#include <string_view>

namespace treatygraph::server::contract {

/// The "paths" of the routes other than the questions: one JSON object.
extern const std::string_view kPaths;
/// The "components": parameters, headers, responses and schemas of all routes.
extern const std::string_view kComponents;

}  // namespace treatygraph::server::contract
