#include "ingest/commands/fetch_command.h"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "graph/program.h"
#include "ingest/fetch/fetch_text.h"
#include "ingest/fetch/registry.h"
#include "ingest/text/read_file.h"

namespace treatygraph::ingest {
namespace {

constexpr std::size_t kMiB = std::size_t{1024} * 1024;
/// A larger table is probably another file.
constexpr std::size_t kLargestRegistry = 16 * kMiB;

struct FetchOptions {
  std::vector<std::string> wanted;
  std::string languages = "en";
  std::string format, kind = "text", cache, registry;
  FetchRules rules;
  double timeout_seconds = 120;
  std::size_t max_mib = 256;
  bool lists = false;
};

/// The built-in registry, or the table of --registry.
Result<Registry> registry_of(const FetchOptions& options) {
  if (options.registry.empty()) return Registry::parse(kRegistryTable, "registry.csv");
  const auto table = read_file(options.registry, kLargestRegistry);
  if (!table) return fail(table.error());
  return Registry::parse(*table, options.registry);
}

/// Prints the registry as lines with tabs, for use in scripts.
void print_list(const Registry& registry) {
  for (const auto& text : registry.texts()) {
    print(fmt::format("{}\t{}\t{}\t{}\t{}\t{}\t{}\n", text.slug, text.field, text.kind, text.format,
                      fmt::join(text.languages, ","), text.known, text.title));
  }
}

bool is_address(const std::string& wanted) {
  return wanted.find("://") != std::string::npos;
}

/// One requested text.
struct FetchTarget {
  std::string slug;  ///< empty for a URL
  std::vector<TextPlace> places;
};

/// Finds all addresses first, so that a misspelt slug is reported before anything is downloaded. It prints SLUG=FILE or
/// FILE for each text that can be used, and messages on stderr.
class FetchCommand {
 public:
  explicit FetchCommand(const FetchOptions& options) : options_(options) {}

  int run() {
    const auto registry = registry_of(options_);
    if (!registry) return refuse(registry.error().detail);
    if (options_.lists) {
      print_list(*registry);
      return 0;
    }
    if (options_.wanted.empty())
      return refuse("name a treaty of the registry or an address; --list shows the registry");
    for (const auto& wanted : options_.wanted) find_places(wanted, *registry);
    return asked_.empty() ? exit_code_ : fetch();
  }

 private:
  int refuse(const std::string& why) {
    say(why);
    return exit_code_ = 1;
  }

  /// Finds the addresses of one argument, in all languages that were asked for. Problems are printed at once.
  void find_places(const std::string& wanted, const Registry& registry) {
    if (is_address(wanted)) {
      auto place = place_at(wanted);
      if (!place) return static_cast<void>(refuse(place.error().detail));
      if (!options_.format.empty()) place->format = options_.format;
      asked_.push_back({{}, {*std::move(place)}});
      return;
    }
    const auto treaty = registry.of(wanted);
    if (!treaty) return static_cast<void>(refuse(treaty.error().detail));
    for (const auto& language : languages()) {
      auto places = places_of(*treaty, options_.kind, language, options_.format);
      if (places) {
        asked_.push_back({wanted, *std::move(places)});
      } else {
        refuse(places.error().detail);
      }
    }
  }

  [[nodiscard]] std::vector<std::string> languages() const {
    std::vector<std::string> parts;
    for (std::string_view rest = options_.languages; !rest.empty();) {
      const auto part = rest.substr(0, rest.find(','));
      if (!part.empty()) parts.emplace_back(part);
      rest.remove_prefix(std::min(part.size() + 1, rest.size()));
    }
    return parts;
  }

  /// With --offline, a cached text is success. Otherwise the address must have given the current text.
  int fetch() {
    const auto folder = options_.cache.empty() ? TextCache::usual_folder() : std::filesystem::path(options_.cache);
    if (folder.empty()) return refuse("neither XDG_CACHE_HOME nor HOME says where to keep texts; --cache DIR does");
    auto cache = TextCache::open(folder);
    if (!cache) return refuse(cache.error().detail);
    DownloadLimits limits;
    limits.time = std::chrono::milliseconds(std::lround(options_.timeout_seconds * 1000));
    limits.bytes = options_.max_mib * kMiB;
    Downloader downloader(limits);
    for (const auto& asked : asked_) {
      const auto fetched = fetch_text(asked.places, options_.rules, downloader, *cache);
      for (const auto& line : fetched.notes) say(line);
      const bool is_done = fetched.is_as_asked || (options_.rules.is_offline && fetched.file);
      if (!is_done) exit_code_ = 1;
      if (!fetched.file) continue;
      print(asked.slug.empty() ? fmt::format("{}\n", fetched.file->string())
                               : fmt::format("{}={}\n", asked.slug, fetched.file->string()));
    }
    return exit_code_;
  }

  const FetchOptions& options_;
  std::vector<FetchTarget> asked_;
  int exit_code_ = 0;
};

}  // namespace

void add_fetch_command(CLI::App& program, int& exit_code) {
  auto options = std::make_shared<FetchOptions>();
  auto* command = program.add_subcommand("fetch", "Download official texts into a cache and print their paths");
  command->add_option("TREATY", options->wanted, "A slug from the registry, or an HTTPS address");
  command->add_option("--languages", options->languages, "ISO 639-1 codes, for example en,fr (default: en)");
  command->add_option("--format", options->format, "Accept only this format (default: the first in the registry)")
      ->check(CLI::IsMember({"pdf", "docx", "odt", "html", "xml", "txt"}));
  command->add_option("--kind", options->kind, "text (default), or status: the depositary's page about the treaty")
      ->check(CLI::IsMember({"text", "status"}));
  command->add_option("--cache", options->cache, "Cache folder (default: $XDG_CACHE_HOME/treatygraph)");
  command->add_option("--registry", options->registry, "A table of official texts that replaces the built-in one");
  command->add_flag("--accept-changed", options->rules.accepts_change,
                    "Accept a text that has changed at its address; the old one is kept");
  command->add_flag("--offline", options->rules.is_offline, "Use only the cache");
  command->add_option("--timeout", options->timeout_seconds, "Time limit for one document in seconds (default: 120)")
      ->check(CLI::Range(0.1, 3600.0));
  command->add_option("--max-size", options->max_mib, "Size limit for one document in MiB (default: 256)")
      ->check(CLI::Range(std::size_t{1}, std::size_t{2048}));
  command->add_flag("--list", options->lists, "Print the registry, one text per line, and download nothing");
  command->callback([options, &exit_code] { exit_code = FetchCommand(*options).run(); });
}

}  // namespace treatygraph::ingest
