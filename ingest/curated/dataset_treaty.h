#pragma once
// treaty.json of a dataset folder.

#include <filesystem>

#include "ingest/curated/dataset.h"

namespace treatygraph::ingest {

/// Unknown members, wrong types and missing members are reported in `problems`.
[[nodiscard]] DatasetTreaty read_dataset_treaty(const std::filesystem::path& path, Problems& problems);

}  // namespace treatygraph::ingest
