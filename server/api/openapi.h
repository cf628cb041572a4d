#pragma once
// Writes the contract as OpenAPI 3.1: the questions come from their catalogue, the other routes and the shapes of
// answers from contract/*.json.

#include <string>

namespace treatygraph::server {

[[nodiscard]] const std::string& openapi_document();

}  // namespace treatygraph::server
