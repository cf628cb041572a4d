#pragma once
// Answers a question for a request: chooses the format, asks, renders, and adds the headers that belong to the answer.

#include "queries/catalogue/catalogue.h"
#include "queries/formats/drawing.h"
#include "queries/request/truncation.h"
#include "server/api/router.h"
#include "server/http/message.h"

namespace treatygraph::server {

/// Besides the question's own parameters, `call` may contain `format`, `layout` (of graph formats) and `fields` (of
/// JSON formats). Parameters that the question does not know are refused with 400, a format that does not exist or
/// cannot be had with 400 or 406.
[[nodiscard]] Response answer_question(const queries::Question& question, const Call& call);

/// Adds headers about warnings and truncation: rows and drawings cannot contain warnings as JSON does, and cannot
/// always say why rows are missing.
void say_in_head(std::size_t warnings, const queries::Truncated& truncated, Response& response);

/// The layout and fields that `call` asks for. Both are taken out of its parameters.
[[nodiscard]] Result<queries::formats::Drawing> drawing_asked(const Call& call, queries::formats::Format format);

}  // namespace treatygraph::server
