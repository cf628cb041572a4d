#include "ingest/commands/change_command.h"

#include <algorithm>
#include <cstdio>
#include <exception>
#include <memory>
#include <new>
#include <string>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <fmt/format.h>

#include "ingest/build/change_sources.h"
#include "ingest/commands/build_log.h"
#include "ingest/commands/build_report.h"
#include "ingest/commands/document_argument.h"

namespace treatygraph::ingest {
namespace {

struct ChangeOptions {
  ChangeRequest request;
  bool recognises_pictures = false;
};

/// A failure never leaves a half-written file, so it is reported like any other error.
Result<MadeGraph> change_or_say_why(const ChangeRequest& request, std::vector<BuildSource>& told, BuildLog& log) {
  try {
    return change_sources(request, told, [&log](auto stage, auto done, auto of) { log.progress(stage, done, of); });
  } catch (const std::bad_alloc&) {
    return fail(ErrorCode::Unavailable, "there is not enough memory to link and write all of this");
  } catch (const std::exception& error) {
    return fail(ErrorCode::Unavailable, error.what());
  }
}

int run(const ChangeRequest& request) {
  BuildLog log(LogFormat::Text);
  BuildReport report;
  std::vector<BuildSource> told;
  const auto made = change_or_say_why(request, told, log);
  tell(told, log, report);
  if (!made) {
    log.error({}, fmt::format("{}\n{} was not changed", made.error().detail, request.database.string()));
    return 1;
  }
  fmt::print("{}: {} nodes, {} relationships, snapshot {}\n", request.database.string(), made->nodes,
             made->relationships, made->snapshot);
  return std::ranges::all_of(report.sources, &SourceReport::is_read_in_full) ? 0 : 1;
}

/// Adds one of the three commands, which only differ in their kind and their help.
void add_command(CLI::App& program, int& exit_code, const ChangeRequest& request, const char* name,
                 const char* description, const char* argument, const char* arguments) {
  auto options = std::make_shared<ChangeOptions>();
  options->request = request;
  auto* command = program.add_subcommand(name, description);
  command->add_option("FILE", options->request.database, "A treaties.db, with its FILE.sources beside it")->required();
  command->add_option(argument, options->request.arguments, arguments)->required();
  if (request.kind != ChangeRequest::Kind::Remove) add_ocr_option(*command, options->recognises_pictures);
  command->callback([options, &exit_code] {
    if (options->recognises_pictures) options->request.pictures = Pictures::Recognise;
    exit_code = run(options->request);
  });
}

}  // namespace

void add_change_commands(CLI::App& program, int& exit_code) {
  ChangeRequest request;
  request.kind = ChangeRequest::Kind::Add;
  add_command(program, exit_code, request, "add", "Add treaties to a treaties.db without reading the others again",
              "SOURCE", "A dataset folder, a document, SLUG=DOCUMENT, or a folder of documents");
  request.kind = ChangeRequest::Kind::Remove;
  add_command(program, exit_code, request, "remove",
              "Remove treaties from a treaties.db without reading the others again", "SLUG",
              "The slug of a treaty: its text, dataset, status page and statements are removed");
  request.kind = ChangeRequest::Kind::Update;
  add_command(program, exit_code, request, "update",
              "Read treaties of a treaties.db anew without reading the others again", "SLUG",
              "The slug of a treaty, whose files are read again, or SLUG=FILE: another file for it");
}

}  // namespace treatygraph::ingest
