#include "ingest/commands/read_for_command.h"

#include <fmt/format.h>

#include "graph/program.h"
#include "ingest/documents/leftovers.h"
#include "ingest/documents/read_document.h"

namespace treatygraph::ingest {

void say_what_is_missing(const std::string& path, const Document& document, int& exit_code) {
  for (const auto& notice : document.notices) say(fmt::format("{}: {}", path, notice));
  const auto missing = what_was_not_read(document);
  if (!missing.empty()) say(fmt::format("{}: {}", path, missing));
  if (!missing.empty() || !is_read_in_full(document)) exit_code = 1;
}

std::optional<Document> read_or_say_why(const std::string& path, int& exit_code) {
  auto document = read_document(path);
  if (!document) {
    say(document.error().detail);
    exit_code = 1;
    return std::nullopt;
  }
  say_what_is_missing(path, *document, exit_code);
  return std::move(*document);
}

}  // namespace treatygraph::ingest
