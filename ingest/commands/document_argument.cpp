#include "ingest/commands/document_argument.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <fmt/format.h>

#include "graph/program.h"
#include "ingest/documents/leftovers.h"
#include "ingest/documents/read_document.h"

namespace treatygraph::ingest {

void add_ocr_option(CLI::App& command, bool& recognises_pictures) {
  command.add_flag("--ocr", recognises_pictures, "Recognise text on scanned PDF pages (needs tesseract)");
}

void add_document_argument(CLI::App& command, DocumentArgument& argument) {
  command
      .add_option(
          "DOCUMENT", argument.path,
          "A treaty's text: plain text, PDF, HTML, Markdown, .docx, .odt, Formex, Akoma Ntoso, other XML, ToTA or JSON")
      ->required();
  add_ocr_option(command, argument.recognises_pictures);
}

// Notices say what was converted or left out; a document with notices only is still read in full.
std::optional<Document> read_and_tell(const DocumentArgument& argument, int& exit_code) {
  auto document = read_document(argument.path, argument.recognises_pictures ? Pictures::Recognise : Pictures::LeaveOut);
  if (!document) {
    say(document.error().detail);
    exit_code = 1;
    return std::nullopt;
  }
  for (const auto& notice : document->notices) say(fmt::format("{}: {}", argument.path, notice));
  const auto missing = what_was_not_read(*document);
  if (!missing.empty()) say(fmt::format("{}: {}", argument.path, missing));
  if (!is_read_in_full(*document)) exit_code = 1;
  return std::move(*document);
}

}  // namespace treatygraph::ingest
