#include "ingest/commands/export_command.h"

#include <cstdio>
#include <fstream>
#include <memory>
#include <string>
#include <string_view>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <fmt/format.h>

#include "graph/database.h"
#include "graph/key.h"
#include "graph/program.h"
#include "ingest/commands/document_argument.h"
#include "ingest/export/akn_export.h"
#include "ingest/export/document_of_records.h"
#include "ingest/references/references.h"
#include "ingest/text/read_file.h"

namespace treatygraph::ingest {
namespace {

struct ExportOptions {
  DocumentArgument document;
  std::string treaty;
  std::string out;
  std::string format = "akn";
};

/// By the first bytes of every SQLite file, whatever its name is.
bool is_database(const std::string& path) {
  constexpr std::string_view kBegins = "SQLite format 3";
  return first_bytes(path, kBegins.size()) == kBegins;
}

/// The treaty of a treaties.db. Sets `treaty` if it is empty and there is only one.
Result<Document> of_database(const std::string& path, std::string& treaty) {
  const auto records = read_database(path);
  if (!records) return fail(records.error());
  if (treaty.empty()) {
    auto sole = sole_treaty(*records);
    if (!sole) return fail(sole.error().code, fmt::format("{}: {}", path, sole.error().detail));
    treaty = std::move(*sole);
  }
  auto document = document_of(*records, treaty);
  if (!document) return fail(document.error().code, fmt::format("{}: {}", path, document.error().detail));
  return document;
}

/// Reads a treaties.db or a document. Sets `treaty` if the command line does not name one: to the only treaty of the
/// database, or to a slug of the document's title. Errors are printed.
std::optional<Document> read(const DocumentArgument& argument, std::string& treaty, int& exit_code) {
  if (is_database(argument.path)) {
    auto document = of_database(argument.path, treaty);
    if (document) return std::move(*document);
    say(document.error().detail);
    exit_code = 1;
    return std::nullopt;
  }
  auto document = read_and_tell(argument, exit_code);
  if (document && treaty.empty()) treaty = slug_of(document->title.substr(0, 60));
  if (treaty.empty()) treaty = "treaty";
  return document;
}

/// Writes to a file, or to standard output if `path` is empty.
bool write(const std::string& path, const std::string& xml) {
  if (path.empty()) {
    print(xml);
    return true;
  }
  std::ofstream file(path, std::ios::binary);
  file << xml;
  file.close();
  return !file.fail();
}

int run(ExportOptions options) {
  int exit_code = 0;
  const auto document = read(options.document, options.treaty, exit_code);
  if (!document) return exit_code;
  // References are found in the text again, because positions in a treaties.db are those of the original document.
  const auto xml = akn_of(*document, find_references(*document), options.treaty);
  if (write(options.out, xml)) return exit_code;
  say(options.out + ": cannot be written");
  return 1;
}

}  // namespace

void add_export_command(CLI::App& program, int& exit_code) {
  auto options = std::make_shared<ExportOptions>();
  auto* command = program.add_subcommand("export", "Write a treaty as Akoma Ntoso 3.0");
  command->add_option("FILE", options->document.path, "A treaties.db, or a document in any supported format")
      ->required();
  command->add_option("--format", options->format, "akn (Akoma Ntoso 3.0) is the only format")
      ->check(CLI::IsMember({"akn"}));
  command->add_option("--treaty", options->treaty,
                      "The slug of the treaty (may be omitted if a treaties.db contains only one)");
  add_ocr_option(*command, options->document.recognises_pictures);
  command->add_option("--out,-o", options->out, "Output file (default: standard output)");
  command->callback([options, &exit_code] { exit_code = run(*options); });
}

}  // namespace treatygraph::ingest
