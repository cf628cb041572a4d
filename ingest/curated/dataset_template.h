#pragma once
// A template of a dataset folder: every table with its columns, the allowed values as comments, and a few rows.

#include <string>
#include <string_view>
#include <vector>

namespace treatygraph::ingest {

struct TemplateFile {
  std::string name;
  std::string text;
};

/// The files of a folder that builds as delivered, generated from the rules that check datasets.
[[nodiscard]] std::vector<TemplateFile> dataset_template(std::string_view slug);

}  // namespace treatygraph::ingest
