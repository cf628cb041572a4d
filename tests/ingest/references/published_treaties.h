#pragma once
// Files of treaties with the provisions and references that a reader sees in each.

#include <algorithm>
#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

#include "ingest/structure/document.h"
#include "tests/support/temporary_folder.h"

namespace treatygraph::ingest {

struct Published {
  std::string name;
  std::string text;        ///< empty if it is a file of that name
  std::string eids;        ///< parted by spaces
  std::string references;  ///< one a line
};

// NOLINTNEXTLINE(readability-identifier-naming): GoogleTest looks for that name.
inline void PrintTo(const Published& treaty, std::ostream* out) {
  *out << treaty.name;
}

inline std::string folded(const std::string& words) {
  std::istringstream in(words);
  std::string all;
  for (std::string word; in >> word;) all += (all.empty() ? "" : " ") + word;
  return all;
}

/// "==== name", the text, "---- provisions", "---- references".
inline void read_published(const std::filesystem::path& file, std::vector<Published>& all) {
  const std::string begin = "==== ";
  const auto bytes = "\n" + testing::bytes_of(file);
  const auto piece = [&](std::size_t& at, const std::string& mark) {
    const auto end = std::min(bytes.find("\n" + mark, at), bytes.size());
    auto found = bytes.substr(at, end - at);
    at = std::min(end + 1 + mark.size(), bytes.size());
    return found;
  };
  for (std::size_t at = 1 + begin.size(); at < bytes.size();) {
    Published treaty;
    treaty.name = piece(at, "");
    treaty.text = piece(at, "---- provisions");
    treaty.eids = folded(piece(at, "---- references"));
    treaty.references = piece(at, begin);
    if (treaty.references.starts_with('\n')) treaty.references.erase(0, 1);
    while (treaty.references.ends_with('\n')) treaty.references.pop_back();
    all.push_back(std::move(treaty));
  }
}

inline std::string eids_of(const Document& document) {
  std::string all;
  for (const auto& provision : document.structure) all += (all.empty() ? "" : " ") + provision.eid.to_string();
  return all;
}

}  // namespace treatygraph::ingest
