#pragma once
// The words of one language, as its file in this folder has them. The code that reads texts contains no such words
// itself: it asks for them by section and name.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "graph/eid.h"

namespace treatygraph::ingest {

/// A table of a language's file: texts, lists of texts, numbers, flags and further tables by name, in the order of the
/// file. What is asked for must be there, and of the kind that is asked for; otherwise std::logic_error names the
/// place, because the files are part of the program.
class LanguageTable {
 public:
  using Value =
      std::variant<std::string, std::vector<std::string>, std::int64_t, bool, std::unique_ptr<const LanguageTable>>;
  using Entries = std::vector<std::pair<std::string, Value>>;

  /// `path` is what errors call the table: "french.toml: structure.headings".
  LanguageTable(std::string path, Entries entries) : path_(std::move(path)), entries_(std::move(entries)) {}

  /// Often a pattern of RE2. Views of it stay valid as long as this table.
  [[nodiscard]] const std::string& text(std::string_view name) const;
  [[nodiscard]] std::vector<std::string_view> list(std::string_view name) const;
  [[nodiscard]] int number(std::string_view name) const;
  /// A flag that is not there is false.
  [[nodiscard]] bool flag(std::string_view name) const;
  /// The kind of provision that a text names: "article".
  [[nodiscard]] ProvisionKind kind(std::string_view name) const;
  [[nodiscard]] const LanguageTable& table(std::string_view name) const;

  [[nodiscard]] bool has(std::string_view name) const { return find(name) != nullptr; }
  /// In the order of the file.
  [[nodiscard]] std::vector<std::string_view> names() const;

 private:
  [[nodiscard]] const Value* find(std::string_view name) const;
  template <typename Kind>
  [[nodiscard]] const Kind& get(std::string_view name) const;

  std::string path_;
  Entries entries_;
};

}  // namespace treatygraph::ingest
