#pragma once
// A dataset folder: treaty.json and the CSV files of facts beside it, read and checked. datasets/README.md documents
// them.

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/curated/table.h"

namespace treatygraph::ingest {

/// A draft, or another stage of the text, with a numbering of its own.
struct DatasetVersion {
  std::string version;  ///< "2023-05": the treaty's slug and this make "uncc@2023-05"
  std::string title;
  std::string symbol;  ///< of the document, "A/AC.291/22"
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
  bool was_read = false;  ///< what it has no member for is not known otherwise
};

struct Dataset {
  std::filesystem::path folder;
  /// SHA-256 of what `sha256sum *.csv treaty.json` prints, of the files that are read alone.
  std::string sha256;
  DatasetTreaty treaty;
  Table provisions, references, external_references, instruments, offences, safeguards, powers, terms, term_uses,
      states, organizations, actions, events, event_participants, event_provisions, votes, statements,
      version_correspondences, correspondences;
  Problems problems;                 ///< what is wrong with any of these, as far as each file tells by itself
  std::vector<std::string> notices;  ///< what is odd, or left out, and breaks nothing
};

/// The files of the format, in the order of its documentation.
struct DatasetFile {
  std::string_view name;
  Table Dataset::*table;
  std::span<const ColumnRule> rules;
};
[[nodiscard]] std::span<const DatasetFile> dataset_files();

/// Whether `path` is a folder with a treaty.json.
[[nodiscard]] bool is_dataset(const std::filesystem::path& path);

/// Whether `path` is a folder without a treaty.json that has tables of a dataset; the name of one of them, or nothing.
[[nodiscard]] std::string table_of_no_dataset(const std::filesystem::path& path);

/// Tables that the folder does not have are empty; only provisions.csv must be there. `records_of` refuses a dataset
/// with problems, after it has looked for those that show between files.
[[nodiscard]] Dataset read_dataset(const std::filesystem::path& folder);

}  // namespace treatygraph::ingest
