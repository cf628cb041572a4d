#pragma once
// A dataset folder to begin with: every table with its columns, what may stand in them as comments, and a few rows.

#include <string>
#include <string_view>
#include <vector>

namespace treatygraph::ingest {

struct TemplateFile {
  std::string name;
  std::string text;
};

/// The files of a folder that builds as it is, from the same rules by which a dataset is checked.
[[nodiscard]] std::vector<TemplateFile> dataset_template(std::string_view slug);

}  // namespace treatygraph::ingest
