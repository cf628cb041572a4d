#include "ingest/commands/build_command.h"

#include <algorithm>
#include <cstdio>
#include <exception>
#include <fstream>
#include <memory>
#include <new>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <fmt/format.h>

#include "graph/database.h"
#include "graph/temporary_file.h"
#include "ingest/build/kept_sources.h"
#include "ingest/build/make_graph.h"
#include "ingest/build/read_sources.h"
#include "ingest/commands/build_log.h"
#include "ingest/commands/build_report.h"
#include "ingest/commands/document_argument.h"

namespace treatygraph::ingest {
namespace {

// Exit codes, as --help documents them.
constexpr int kWholly = 0;
constexpr int kWithoutSome = 1;
constexpr int kNotAtAll = 3;

/// The command line.
struct BuildOptions {
  BuildRequest request;
  std::string out;
  std::string report;
  std::string log_format = "text";
  bool recognises_pictures = false;
  bool forgets_sources = false;
  bool keeps_going = true;  ///< the explicit default; the opposite is --strict
  ReadTasks read_tasks;
};

/// Reads, links and writes the sources without errors. The report covers all of them.
Result<void> build(const BuildOptions& options, BuildLog& log, BuildReport& report) {
  Stopwatch watch;
  const Progress progress = [&log](auto stage, auto done, auto of) { log.progress(stage, done, of); };
  auto stored = NewSources::beside(options.out);
  if (!stored) return fail(stored.error());
  auto sources = read_into(stored->store(), options.request, progress, options.read_tasks);
  if (!sources) return fail(sources.error());
  report.read_seconds = watch.lap();
  const auto made = make_graph(
      *sources, *stored,
      {options.out, options.request.pictures, options.request.stop_at_error, !options.forgets_sources}, progress);
  const auto wrong = tell(*sources, log, report);
  // The sources' own errors were logged, so this one only says why nothing was written.
  if (!made && options.request.stop_at_error && wrong > 0) {
    return fail(ErrorCode::InvalidArgument, "--strict: a source is wrong");
  }
  if (!made) return fail(made.error());
  tell(*made, report);
  if (wrong > 0) log.note(fmt::format("{} of {} sources were left out", wrong, report.sources.size()));
  return {};
}

/// A failure never leaves a half-written file, so it is reported like any other error.
Result<void> build_or_say_why(const BuildOptions& options, BuildLog& log, BuildReport& report) {
  try {
    const auto destination = replaceable(options.out);
    return destination ? build(options, log, report) : fail(destination.error());
  } catch (const std::bad_alloc&) {
    return fail(ErrorCode::Unavailable, "there is not enough memory to read, link and write all of this");
  } catch (const std::exception& error) {
    return fail(ErrorCode::Unavailable, error.what());
  }
}

/// Returns false if the file cannot be written.
bool write_report(const std::string& path, const BuildReport& report) {
  std::ofstream file(path, std::ios::binary);
  file << to_json(report);
  file.close();
  return !file.fail();
}

/// The report is written even if the build failed, since it says why.
int run(const BuildOptions& options) {
  BuildLog log(options.log_format == "json" ? LogFormat::Json : LogFormat::Text);
  BuildReport report;
  report.out = options.out;
  const auto done = build_or_say_why(options, log, report);
  if (!done) {
    report.errors.push_back(done.error().detail);
    log.error({}, fmt::format("{}\n{} was not written", done.error().detail, options.out));
  }
  report.peak_memory_bytes = peak_memory_bytes();
  const bool is_reported = options.report.empty() || write_report(options.report, report);
  if (!is_reported) log.error(options.report, fmt::format("{}: the report cannot be written there", options.report));
  if (!done) return kNotAtAll;
  fmt::print("{}: {} nodes, {} relationships, snapshot {}\n", options.out, report.nodes, report.relationships,
             report.snapshot);
  const bool is_whole = is_reported && std::ranges::all_of(report.sources, [](const auto& source) {
                          return source.errors.empty() && source.is_read_in_full;
                        });
  return is_whole ? kWholly : kWithoutSome;
}

}  // namespace

CLI::App* add_build_command(CLI::App& program, int& exit_code, const ReadTasks& read_tasks) {
  auto options = std::make_shared<BuildOptions>();
  options->read_tasks = read_tasks;
  auto* command = program.add_subcommand("build", "Build treaties.db from dataset folders and documents");
  command->add_option("--out,-o", options->out, "Output file. It is replaced atomically, or not changed at all")
      ->required();
  command->add_option("--text", options->request.texts,
                      "SLUG=FILE: the official text of a treaty in a dataset. Its structure and references replace "
                      "those of the dataset");
  add_ocr_option(*command, options->recognises_pictures);
  auto* strict =
      command->add_flag("--strict", options->request.stop_at_error,
                        "Stop at the first source that has an error or was read only in part, and write nothing");
  command
      ->add_flag("--keep-going", options->keeps_going,
                 "Skip sources that have errors, list them, and exit with 1 (default)")
      ->excludes(strict);
  command->add_flag("--forget-sources", options->forgets_sources,
                    "Do not write OUT.sources, which add, remove and update need");
  command->add_option("--report", options->report,
                      "Write a JSON report of what was read, found and rejected to this file");
  command->add_option("--log-format", options->log_format, "text (with a progress bar on a terminal) or json")
      ->check(CLI::IsMember({"text", "json"}));
  command
      ->add_option(
          "SOURCE", options->request.sources,
          "A dataset folder, a document, or a folder of documents. SLUG=FILE sets the slug of a document's treaty")
      ->required();
  command->callback([options, &exit_code] {
    if (options->recognises_pictures) options->request.pictures = Pictures::Recognise;
    exit_code = run(*options);
  });
  return command;
}

}  // namespace treatygraph::ingest
