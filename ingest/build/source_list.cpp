#include "ingest/build/source_list.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "graph/ascii.h"
#include "ingest/curated/dataset.h"

namespace treatygraph::ingest {
namespace {

namespace fs = std::filesystem;

/// Also accepts "@", because statements may be about a draft: "uncc@2023-05".
bool looks_like_slug(std::string_view text) {
  return !text.empty() &&
         std::ranges::all_of(text, [](char c) { return is_lower(c) || is_digit(c) || c == '-' || c == '@'; });
}

/// Whether a file in a folder is taken. A file that is named on the command line is taken whatever its name is.
bool is_document_name(const fs::path& path) {
  constexpr std::array<std::string_view, 15> kEndings = {".txt",      ".pdf",  ".xml",  ".akn",   ".json",
                                                         ".csv",      ".html", ".htm",  ".xhtml", ".md",
                                                         ".markdown", ".docx", ".docm", ".odt",   ".fmx"};
  constexpr std::array<std::string_view, 3> kDescribing = {"readme", "license", "sources"};
  const auto stem = lower_case(path.stem().string());
  const auto name = lower_case(path.filename().string());
  if (name.starts_with('.') || name == "schema.json" || std::ranges::find(kDescribing, stem) != kDescribing.end()) {
    return false;
  }
  return std::ranges::find(kEndings, lower_case(path.extension().string())) != kEndings.end();
}

/// For a folder that has tables of a dataset but no treaty.json. Without this message its CSV files would be read as
/// documents, each with an error of its own.
std::string problem_of_folder(const fs::path& folder) {
  const auto table = table_of_no_dataset(folder);
  if (table.empty()) return {};
  return fmt::format(
      "{}: this folder has {} and no treaty.json, which says which treaty its tables are about; \"treatygraph-ingest "
      "new "
      "SLUG\" writes a template of one",
      folder.string(), table);
}

/// Adds the documents below a folder, sorted because directory order differs between machines. Links to folders are not
/// followed, because they may form a cycle. Folders that cannot be listed are left out.
void add_folder(const fs::path& folder, std::vector<SourceItem>& items) {
  if (auto problem = problem_of_folder(folder); !problem.empty()) {
    items.push_back({SourceItem::Kind::Dataset, {}, folder, std::move(problem)});
    return;
  }
  std::vector<fs::path> entries;
  std::error_code error;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    entries.push_back(at->path());
  }
  std::ranges::sort(entries);
  for (const auto& path : entries) {
    const bool is_folder = fs::is_directory(fs::symlink_status(path, error));
    if (is_folder && is_dataset(path)) {
      items.push_back({SourceItem::Kind::Dataset, {}, path});
    } else if (is_folder) {
      add_folder(path, items);
    } else if (is_document_name(path)) {
      items.push_back({SourceItem::Kind::Document, {}, path});
    }
  }
}

/// A suggestion for an error message: "pta-99" for "PTA_99". Empty if nothing remains.
std::string nearest_slug(std::string_view name) {
  auto slug = lower_case(name);
  std::ranges::replace_if(
      slug,
      [](char c) {
        return !looks_like_slug({&c, 1});
      },
      '-');
  return slug.find_first_not_of('-') == std::string::npos ? std::string() : slug;
}

/// Explains "NAME=FILE" if NAME is not a slug. If the whole argument is an existing file, or NAME contains a slash, the
/// argument is a path, and there is no problem.
std::string problem_of_name(std::string_view argument, std::size_t equals) {
  std::error_code error;
  if (equals == std::string_view::npos || fs::exists(fs::path(argument), error)) return {};
  const auto name = argument.substr(0, equals);
  if (name.find('/') != std::string_view::npos) return {};
  const auto slug = nearest_slug(name);
  return fmt::format(
      "{}: \"{}\", before the '=', is not a slug of a treaty: a slug has lower-case letters, digits, '-' and '@' "
      "alone{}",
      argument, name, slug.empty() ? "" : fmt::format("; write {}={}", slug, argument.substr(equals + 1)));
}

}  // namespace

SourceItem named_item(SourceItem::Kind kind, std::string_view argument) {
  const auto equals = argument.find('=');
  const bool has_slug = equals != std::string_view::npos && looks_like_slug(argument.substr(0, equals));
  if (!has_slug) return {kind, {}, argument, problem_of_name(argument, equals)};
  return {kind, std::string(argument.substr(0, equals)), argument.substr(equals + 1)};
}

// A folder without any document is an error, because it is probably the wrong one.
std::vector<SourceItem> list_sources(const std::vector<std::string>& arguments) {
  std::vector<SourceItem> items;
  for (const auto& argument : arguments) {
    auto item = named_item(SourceItem::Kind::Document, argument);
    std::error_code error;
    if (is_dataset(item.path)) {
      item.kind = SourceItem::Kind::Dataset;
    } else if (fs::is_directory(item.path, error)) {
      const auto before = items.size();
      add_folder(item.path, items);
      if (items.size() > before) continue;
      item.problem = fmt::format(
          "{}: this folder has neither a treaty.json nor a document (.txt, .pdf, .html, .md, .docx, .odt, .xml, .json, "
          ".csv)",
          item.path.string());
    }
    items.push_back(std::move(item));
  }
  return items;
}

}  // namespace treatygraph::ingest
