#pragma once
// Writes the contract as OpenAPI 3.1: the questions come from their catalogue, the other routes and the shapes of
// answers from contract/*.json.

#include <string>

namespace treatygraph::server {

/// The document as text, made at the first call and kept. Thread-safe.
[[nodiscard]] const std::string& openapi_document();

}  // namespace treatygraph::server
