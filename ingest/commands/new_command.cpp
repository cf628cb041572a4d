#include "ingest/commands/new_command.h"

#include <filesystem>
#include <fstream>
#include <memory>
#include <string>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <fmt/format.h>

#include "graph/key.h"
#include "graph/program.h"
#include "ingest/curated/dataset_template.h"
#include "ingest/curated/table.h"

namespace treatygraph::ingest {
namespace {

namespace fs = std::filesystem;

/// Returns false if the file cannot be written.
bool write(const fs::path& path, const std::string& text) {
  std::ofstream file(path, std::ios::binary);
  file << text;
  file.close();
  return !file.fail();
}

/// The error; empty if everything was written.
std::string problem_of(const std::string& slug, const fs::path& folder) {
  if (!is_slug(slug)) {
    const auto nearest = slug_of(slug);
    return fmt::format("\"{}\" is not a slug: lower-case letters, digits and '-'{}", slug,
                       nearest.empty() ? "" : fmt::format("; write {}", nearest));
  }
  std::error_code error;
  // Also refuses a link that leads nowhere, because it would be followed.
  if (fs::exists(fs::symlink_status(folder, error))) {
    return fmt::format("{}: is there already, and nothing of it was touched", folder.string());
  }
  if (!fs::create_directories(folder, error)) {
    return fmt::format("{}: cannot be made: {}", folder.string(), error.message());
  }
  for (const auto& file : dataset_template(slug)) {
    if (!write(folder / file.name, file.text))
      return fmt::format("{}: cannot be written", (folder / file.name).string());
  }
  return {};
}

struct NewOptions {
  std::string slug, in = ".";
};

}  // namespace

void add_new_command(CLI::App& program, int& exit_code) {
  auto options = std::make_shared<NewOptions>();
  auto* command =
      program.add_subcommand("new", "Create a dataset folder from a commented template that builds without changes");
  command->add_option("SLUG", options->slug, "The treaty's slug: prefix of its keys and name of the folder")
      ->required();
  command->add_option("--in", options->in, "Parent folder (default: current folder)");
  command->callback([options, &exit_code] {
    // Without --in, the message shows the folder as the user would write it.
    const auto folder = options->in == "." ? fs::path(options->slug) : fs::path(options->in) / options->slug;
    if (const auto problem = problem_of(options->slug, folder); !problem.empty()) {
      say(problem);
      exit_code = 1;
      return;
    }
    print(fmt::format("{}: a dataset to fill in; its README.md says how\n", folder.string()));
  });
}

}  // namespace treatygraph::ingest
