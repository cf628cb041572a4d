#pragma once
// A question asked by a request: what of the request is about the form of its answer, and the answer in that form.

#include "queries/catalogue/catalogue.h"
#include "server/api/router.h"
#include "server/http/message.h"

namespace treatygraph::server {

/// Beside the question's own parameters `call` may have `format`, `layout` (of drawings) and `fields` (of JSON).
[[nodiscard]] Response answer_question(const queries::Question& question, const Call& call);

}  // namespace treatygraph::server
