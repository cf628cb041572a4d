#include "ingest/commands/check_command.h"

#include <cstdio>
#include <memory>
#include <string>
#include <string_view>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "graph/analyses.h"
#include "graph/database.h"
#include "graph/program.h"
#include "graph/shown.h"
#include "ingest/records/audit.h"

namespace treatygraph::ingest {
namespace {

// Ends of messages about the image, FILE.graph: it only makes opening faster, so a missing one is not a fault.
constexpr const char* kWithoutImage =
    "; the tables are complete without it, but opening them takes longer; treatygraph-ingest build writes both files";
constexpr const char* kWrongImage =
    "; programs do not use it and read the tables instead, which takes longer; treatygraph-ingest build writes both "
    "files";

struct CheckOptions {
  std::string path;
  bool in_full = false;
};

/// Prints the number of lines, then the first few of them or all.
void print_list(std::string_view title, const std::vector<std::string>& lines, bool in_full) {
  constexpr std::size_t kFew = 10;
  constexpr std::size_t kLongestLine = 2'000;
  fmt::print("{}: {}\n", title, lines.size());
  const auto count = in_full ? lines.size() : std::min(kFew, lines.size());
  for (std::size_t i = 0; i < count; ++i) fmt::print("  {}\n", shown(lines[i], kLongestLine));
  if (count < lines.size()) fmt::print("  and {} more; --all shows them\n", lines.size() - count);
}

/// Prints what treatygraph-analyze wrote beside the file. Returns false if that is damaged.
bool check_analyses_beside(const std::string& path) {
  const auto graph = open_database(path, {}, Verify::WhenTouched);
  const auto analyses = graph ? check_analyses(path, *graph) : fail(graph.error());
  if (analyses) {
    fmt::print("  computed by treatygraph-analyze: {}\n", fmt::join((*analyses)->names(), ", "));
    return true;
  }
  if (analyses.error().code == ErrorCode::NotFound) return true;
  say(analyses.error().detail);
  return analyses.error().code == ErrorCode::InvalidArgument;  // of a former snapshot: ignored, and harmless
}

/// Verifies the checksums of the file and its image, then audits the graph and prints all lists.
int run(const CheckOptions& options) {
  const auto records = read_database(options.path);
  if (!records) {
    say(records.error().detail);
    return 1;
  }
  const auto image = check_image(options.path, *records);
  // The tables are complete without an image, so a missing one is only mentioned.
  const bool has_no_image = !image && image.error().code == ErrorCode::NotFound;
  if (!image) say(image.error().detail + (has_no_image ? kWithoutImage : kWrongImage));
  const auto found = audit(*records);
  fmt::print("{}: intact, {} nodes\n", options.path, found.nodes);
  for (const auto& [type, count] : found.relationships) fmt::print("  {}: {}\n", type, count);
  const bool are_analyses_sound = check_analyses_beside(options.path);
  print_list("rules of the model that do not hold", found.broken, options.in_full);
  print_list("facts without basis, confidence or source", found.without_source, options.in_full);
  print_list("references to provisions that do not exist", found.unresolved, options.in_full);
  for (const auto& [kind, count] : found.unresolved_kinds) fmt::print("  of them no such {}: {}\n", kind, count);
  print_list("references that reach less than they name", found.unreached, options.in_full);
  print_list("annexes and the like that are cited and not printed", found.absent_parts, options.in_full);
  print_list("relationships to a provision that its treaty does not have", found.moved, options.in_full);
  print_list("documents that were not read whole", found.not_read_whole, options.in_full);
  print_list("words that are in no provision", found.left_over, options.in_full);
  print_list("treaties that are cited and not loaded", found.not_loaded, options.in_full);
  print_list("what a text confirms", found.confirmed, options.in_full);
  print_list("what a text contradicts", found.contradicted, options.in_full);
  print_list("what a text adds", found.added, options.in_full);
  print_list("what a text lacks, and a dataset knows", found.lacking, options.in_full);
  print_list("acts that do not go together", found.doubtful, options.in_full);
  return found.is_good() && (image || has_no_image) && are_analyses_sound ? 0 : 1;
}

}  // namespace

void add_check_command(CLI::App& program, int& exit_code) {
  auto options = std::make_shared<CheckOptions>();
  auto* command =
      program.add_subcommand("check", "Check a treaties.db for damage, dangling references and contradictions");
  command->add_option("FILE", options->path, "A treaties.db")->required();
  command->add_flag("--all", options->in_full, "Do not shorten lists");
  command->callback([options, &exit_code] { exit_code = run(*options); });
}

}  // namespace treatygraph::ingest
