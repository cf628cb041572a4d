#pragma once
// Answers a question: separates the parameters about the form of the answer from the question's own, asks, and renders.

#include "queries/catalogue/catalogue.h"
#include "server/api/router.h"
#include "server/http/message.h"

namespace treatygraph::server {

/// Besides the question's own parameters, `call` may contain `format`, `layout` (of drawings) and `fields` (of JSON).
[[nodiscard]] Response answer_question(const queries::Question& question, const Call& call);

}  // namespace treatygraph::server
