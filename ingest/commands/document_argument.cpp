#include "ingest/commands/document_argument.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <fmt/format.h>

#include "graph/program.h"
#include "ingest/documents/read_document.h"

namespace treatygraph::ingest {

void add_ocr_option(CLI::App& command, bool& recognises_pictures) {
  command.add_flag("--ocr", recognises_pictures,
                   "Recognise the words of PDF pages that are pictures, with tesseract if it is installed");
}

void add_document_argument(CLI::App& command, DocumentArgument& argument) {
  command
      .add_option("DOCUMENT", argument.path,
                  "A treaty's text: plain text, PDF, HTML, Markdown, .docx, .odt, Formex, Akoma Ntoso, ToTA or JSON")
      ->required();
  add_ocr_option(command, argument.recognises_pictures);
}

Result<Document> read_and_tell(const DocumentArgument& argument) {
  auto document = read_document(argument.path, argument.recognises_pictures ? Pictures::Recognise : Pictures::LeaveOut);
  if (!document) return document;
  for (const auto& notice : document->notices) say(fmt::format("{}: {}", argument.path, notice));
  return document;
}

}  // namespace treatygraph::ingest
