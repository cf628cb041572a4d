#pragma once
// Answers a question: separates the parameters about the form of the answer from the question's own, asks, and renders.

#include "queries/catalogue/catalogue.h"
#include "queries/formats/drawing.h"
#include "queries/request/truncation.h"
#include "server/api/router.h"
#include "server/http/message.h"

namespace treatygraph::server {

/// Besides the question's own parameters, `call` may contain `format`, `layout` (of drawings) and `fields` (of JSON).
[[nodiscard]] Response answer_question(const queries::Question& question, const Call& call);

/// Rows and drawings cannot contain warnings as JSON does, nor always why rows are missing, so headers say so.
void say_in_head(std::size_t warnings, const queries::Truncated& truncated, Response& response);

/// What `call` says of the drawing, which is taken from its parameters.
[[nodiscard]] Result<queries::formats::Drawing> drawing_asked(const Call& call, queries::formats::Format format);

}  // namespace treatygraph::server
