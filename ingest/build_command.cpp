#include "ingest/build_command.h"

#include <cstdio>
#include <memory>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <fmt/format.h>

#include "graph/database.h"
#include "ingest/link.h"
#include "ingest/source.h"

namespace treatygraph::ingest {
namespace {

struct Built {
  std::size_t nodes = 0;
  std::size_t relationships = 0;
  std::string snapshot;
};

Result<Built> build(const BuildRequest& request, const std::string& out) {
  auto sources = read_sources(request);
  if (!sources) return fail(sources.error());
  const auto records = link(std::move(*sources));
  if (!records) return fail(records.error());
  auto snapshot = write_database(out, *records);
  if (!snapshot) return fail(snapshot.error());
  return Built{records->nodes.size(), records->relationships.size(), std::move(*snapshot)};
}

struct Options {
  BuildRequest request;
  std::string out;
};

int run(const Options& options) {
  const auto built = build(options.request, options.out);
  if (!built) {
    fmt::print(stderr, "{}\n{} was not written\n", built.error().detail, options.out);
    return 1;
  }
  fmt::print("{}: {} nodes, {} relationships, snapshot {}\n", options.out, built->nodes, built->relationships,
             built->snapshot);
  return 0;
}

}  // namespace

void add_build_command(CLI::App& program, int& exit_code) {
  auto options = std::make_shared<Options>();
  auto* command = program.add_subcommand("build", "Build treaties.db from dataset folders and documents");
  command->add_option("--out,-o", options->out, "The file to write; replaced whole, or left as it is")->required();
  command->add_option("--text", options->request.texts,
                      "SLUG=FILE: the official text of a dataset's treaty, whose structure and references then take "
                      "over from the dataset's");
  command
      ->add_option("SOURCE", options->request.sources,
                   "A dataset folder or a document; SLUG=FILE says what to call a document's treaty")
      ->required();
  command->callback([options, &exit_code] { exit_code = run(*options); });
}

}  // namespace treatygraph::ingest
