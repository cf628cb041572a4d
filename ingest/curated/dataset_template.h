#pragma once
// A template of a dataset folder: each table with its columns, the allowed values as comments, and a few rows.

#include <string>
#include <string_view>
#include <vector>

namespace treatygraph::ingest {

/// A file of the folder.
struct TemplateFile {
  std::string name;
  std::string text;
};

/// The files of a folder that builds without changes. They are generated from the rules that check datasets.
[[nodiscard]] std::vector<TemplateFile> dataset_template(std::string_view slug);

}  // namespace treatygraph::ingest
