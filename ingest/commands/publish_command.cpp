#include "ingest/commands/publish_command.h"

#include <cstddef>
#include <memory>
#include <string>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <fmt/format.h>

#include "graph/program.h"
#include "publication/publish.h"

namespace treatygraph::ingest {
namespace {

/// The default of --keep.
constexpr std::size_t kUsualKeep = 5;

struct PublishOptions {
  std::string database;
  std::string where;
  std::size_t keep = kUsualKeep;
};

/// Prints an error, and returns the exit code.
int refuse(const Error& error) {
  say(error.detail);
  return 1;
}

int run(const PublishOptions& options) {
  const auto store = publication::store_at(options.where);
  if (!store) return refuse(store.error());
  const auto published = publication::publish(options.database, **store, options.keep);
  if (!published) return refuse(published.error());
  const auto& [manifest, is_new, not_removed] = *published;
  print(fmt::format("{} publication {}, snapshot {}\n", is_new ? "published:" : "unchanged:", manifest.sequence,
                    manifest.snapshot));
  for (const auto& why : not_removed) say("an old publication stays: " + why);
  return not_removed.empty() ? 0 : 1;
}

}  // namespace

void add_publish_command(CLI::App& program, int& exit_code) {
  auto options = std::make_shared<PublishOptions>();
  auto* command = program.add_subcommand(
      "publish", "Publish a treaties.db for servers that follow it (treatygraph-server --follow)");
  command->add_option("FILE", options->database, "A treaties.db")->required();
  command
      ->add_option("WHERE", options->where,
                   "A folder, or the http: or https: address of a web server that accepts PUT and DELETE")
      ->required();
  command
      ->add_option("--keep", options->keep,
                   "Number of older publications to keep, for servers that are still downloading one")
      ->capture_default_str();
  command->callback([options, &exit_code] { exit_code = run(*options); });
}

}  // namespace treatygraph::ingest
