#pragma once
// Estimates how expensive each question of the catalogue is, before it is asked.

#include "queries/answer/question.h"
#include "server/api/router.h"

namespace treatygraph::server {

/// The estimate for questions of that effort; null if nothing is known, which counts as expensive.
[[nodiscard]] Estimate estimate_of(queries::Effort effort);

}  // namespace treatygraph::server
