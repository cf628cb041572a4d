#pragma once
// The hand-written parts of the contract, generated from server/contract/ at build time.

#include <string_view>

namespace treatygraph::server::contract {

extern const std::string_view kPaths;
extern const std::string_view kComponents;

}  // namespace treatygraph::server::contract
