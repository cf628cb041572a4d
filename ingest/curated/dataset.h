#pragma once
// Reads and checks a dataset folder: treaty.json and the CSV files of facts. datasets/README.md documents the format.

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/curated/table.h"

namespace treatygraph::ingest {

/// A draft, or another stage of the text, with its own numbering.
struct DatasetVersion {
  std::string version;  ///< "2023-05": together with the treaty's slug "uncc@2023-05"
  std::string title;
  std::string symbol;  ///< number of the document, "A/AC.291/22"
  std::string date;
};

/// treaty.json.
struct DatasetTreaty {
  std::string slug;
  std::string title;
  std::string short_title;
  std::vector<std::string> aliases;
  std::string symbol, adopted, opened, closes, depositary, confidence, source;
  std::int64_t ratifications_needed = 0;  ///< 0: not known
  std::int64_t entry_into_force_days = 0;
  std::vector<DatasetVersion> versions;
  bool was_read = false;  ///< everything without a member is unknown
};

/// A dataset folder as it was read. DatasetRecords keeps views into its tables.
struct Dataset {
  std::filesystem::path folder;
  /// SHA-256 of the output of `sha256sum *.csv treaty.json`, for the files that are read.
  std::string sha256;
  DatasetTreaty treaty;
  Table provisions, references, external_references, instruments, offences, safeguards, powers, terms, term_uses,
      states, organizations, actions, events, event_participants, event_provisions, votes, statements,
      version_correspondences, correspondences;
  Problems problems;                 ///< problems visible within single files
  std::vector<std::string> notices;  ///< oddities and omissions that break nothing
};

/// A table of the format, and the rules for its columns.
struct DatasetFile {
  std::string_view name;
  Table Dataset::*table;
  std::span<const ColumnRule> rules;
};
/// All tables, in the order of the documentation. Checking, hashing and the template use this list.
[[nodiscard]] std::span<const DatasetFile> dataset_files();

/// Whether `path` is a folder that contains a treaty.json.
[[nodiscard]] bool is_dataset(const std::filesystem::path& path);

/// The name of a dataset table in `path`, if that is a folder without a treaty.json. Empty otherwise.
[[nodiscard]] std::string table_of_no_dataset(const std::filesystem::path& path);

/// Reads the folder. Only treaty.json and provisions.csv are required; other missing tables are empty. Errors are in
/// `problems`, so that all of them can be listed at once. `records_of` refuses a dataset with problems, after it has
/// also checked the files against each other.
[[nodiscard]] Dataset read_dataset(const std::filesystem::path& folder);

}  // namespace treatygraph::ingest
