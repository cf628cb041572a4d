#pragma once
// Reads treaty.json of a dataset folder.

#include <filesystem>

#include "ingest/curated/dataset.h"

namespace treatygraph::ingest {

/// Unknown members, wrong types and missing members are reported in `problems`, each with its line. If the file is not
/// a JSON object, the result is empty and `was_read` is false.
[[nodiscard]] DatasetTreaty read_dataset_treaty(const std::filesystem::path& path, Problems& problems);

}  // namespace treatygraph::ingest
