#pragma once
// Where official texts are: registry.csv, compiled in, or a table of the same columns.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/result.h"

namespace treatygraph::ingest {

/// The bytes of `registry.csv`.
extern const std::string_view kRegistryTable;

/// One row: a document in the languages that its address serves.
struct RegisteredText {
  std::string slug;
  std::string title;
  std::string field;                   ///< "crime", "human rights", "sea", "environment", "trade", "other"
  std::string kind;                    ///< "text", "status"
  std::string format;                  ///< "pdf", "docx", "html", "xml", "txt"
  std::vector<std::string> languages;  ///< ISO 639-1
  std::string address;                 ///< with {language} or {LANGUAGE} where one serves several
  std::string known;                   ///< how: "seen", "pattern", "recalled"
  std::string remark;

  /// The address in one of its languages.
  [[nodiscard]] std::string address_in(std::string_view language) const;
};

class Registry {
 public:
  /// The error names `name`, line and column of all that is wrong.
  [[nodiscard]] static Result<Registry> parse(std::string_view table, std::string_view name);

  [[nodiscard]] std::span<const RegisteredText> texts() const { return texts_; }
  /// Of one treaty, in the order of the table; the error offers the nearest slugs.
  [[nodiscard]] Result<std::vector<RegisteredText>> of(std::string_view slug) const;

 private:
  std::vector<RegisteredText> texts_;
};

}  // namespace treatygraph::ingest
