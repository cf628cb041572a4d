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
#include "ingest/build/link.h"
#include "ingest/build/read_sources.h"
#include "ingest/commands/build_log.h"
#include "ingest/commands/build_report.h"
#include "ingest/commands/document_argument.h"

namespace treatygraph::ingest {
namespace {

constexpr int kWholly = 0;
constexpr int kWithoutSome = 1;
constexpr int kNotAtAll = 3;

struct Options {
  BuildRequest request;
  std::string out;
  std::string report;
  std::string log_format = "text";
  bool recognises_pictures = false;
  bool keeps_going = true;  ///< the explicit default; the opposite is --strict
};

/// Reads, links and writes the valid sources; the report covers the rest.
Result<void> build(const Options& options, BuildLog& log, BuildReport& report) {
  Stopwatch watch;
  auto sources =
      read_sources(options.request, [&log](auto stage, auto done, auto of) { log.progress(stage, done, of); });
  report.read_seconds = watch.lap();
  report.sources = std::move(sources.reports);
  std::size_t wrong = 0;
  for (const auto& source : report.sources) {
    for (const auto& error : source.errors) log.error(source.source, error);
    for (const auto& warning : source.warnings) log.warning(source.source, warning);
    wrong += source.errors.empty() ? 0U : 1U;
  }
  if (sources.records.empty()) return fail(ErrorCode::InvalidArgument, "there is no source that is right");
  if (wrong > 0 && options.request.stop_at_error)
    return fail(ErrorCode::InvalidArgument, "--strict: a source is wrong");
  const auto records = link(std::move(sources.records));
  if (!records) return fail(records.error());
  report.link_seconds = watch.lap();
  report.nodes = records->nodes.size();
  report.relationships = records->relationships.size();
  log.progress("writing", 0, 1);
  auto snapshot = write_database(options.out, *records);
  if (!snapshot) return fail(snapshot.error());
  report.write_seconds = watch.lap();
  report.snapshot = std::move(*snapshot);
  if (wrong > 0) log.note(fmt::format("{} of {} sources were left out", wrong, report.sources.size()));
  return {};
}

/// A failure never leaves a half-written file, so it is reported like any other error.
Result<void> build_or_say_why(const Options& options, BuildLog& log, BuildReport& report) {
  try {
    const auto destination = replaceable(options.out);
    return destination ? build(options, log, report) : fail(destination.error());
  } catch (const std::bad_alloc&) {
    return fail(ErrorCode::Unavailable, "there is not enough memory to read, link and write all of this");
  } catch (const std::exception& error) {
    return fail(ErrorCode::Unavailable, error.what());
  }
}

bool write_report(const std::string& path, const BuildReport& report) {
  std::ofstream file(path, std::ios::binary);
  file << to_json(report);
  file.close();
  return !file.fail();
}

int run(const Options& options) {
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

void add_build_command(CLI::App& program, int& exit_code) {
  auto options = std::make_shared<Options>();
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
}

}  // namespace treatygraph::ingest
