#pragma once
// The parts of the contract that are written by hand; made from server/contract/ when the server is built.

#include <string_view>

namespace treatygraph::server::contract {

extern const std::string_view kPaths;
extern const std::string_view kComponents;

}  // namespace treatygraph::server::contract
