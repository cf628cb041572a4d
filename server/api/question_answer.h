#pragma once
// Answers a question: separates the parameters about the form of the answer from the question's own, asks, and renders.

#include "queries/catalogue/catalogue.h"
#include "queries/formats/drawing.h"
#include "server/api/router.h"
#include "server/http/message.h"

namespace treatygraph::server {

/// Besides the question's own parameters, `call` may contain `format`, `layout` (of drawings) and `fields` (of JSON).
[[nodiscard]] Response answer_question(const queries::Question& question, const Call& call);

/// What `call` says of the drawing, which is taken from its parameters.
[[nodiscard]] Result<queries::formats::Drawing> drawing_asked(const Call& call, queries::formats::Format format);

}  // namespace treatygraph::server
