#pragma once
// Labels that were made by reading, from tests/ingest/labels.

#include <algorithm>
#include <filesystem>
#include <utility>
#include <vector>

#include <rapidjson/document.h>

#include "tests/support/temporary_folder.h"

namespace treatygraph::ingest {

/// The objects of a file with one JSON object on each line.
inline std::vector<rapidjson::Document> read_labels(const std::filesystem::path& path) {
  std::vector<rapidjson::Document> labels;
  const auto bytes = testing::bytes_of(path);
  for (std::size_t at = 0; at < bytes.size();) {
    const auto end = std::min(bytes.find('\n', at), bytes.size());
    rapidjson::Document line;
    line.Parse(bytes.data() + at, end - at);
    if (line.IsObject()) labels.push_back(std::move(line));
    at = end + 1;
  }
  return labels;
}

}  // namespace treatygraph::ingest
