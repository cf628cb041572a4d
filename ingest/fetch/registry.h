#pragma once
// The registry of official texts: registry.csv, compiled in, or a table with the same columns.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/result.h"

namespace treatygraph::ingest {

/// The bytes of `registry.csv`.
extern const std::string_view kRegistryTable;

/// One row: a document in the languages that its address offers.
struct RegisteredText {
  std::string slug;
  std::string title;
  std::string field;                   ///< "crime", "human rights", "sea", "environment", "trade", "other"
  std::string kind;                    ///< "text", "status"
  std::string format;                  ///< "pdf", "docx", "html", "xml", "txt"
  std::vector<std::string> languages;  ///< ISO 639-1
  std::string address;                 ///< with {language} or {LANGUAGE} if it serves several
  std::string known;                   ///< how it is known: "seen", "pattern", "recalled"
  std::string remark;

  /// The address in one of its languages: replaces {language} by "en" and {LANGUAGE} by "EN".
  [[nodiscard]] std::string address_in(std::string_view language) const;
};

/// Immutable after parse().
class Registry {
 public:
  /// Reads a table in CSV. The error names `name` and the line and column of each problem.
  [[nodiscard]] static Result<Registry> parse(std::string_view table, std::string_view name);

  [[nodiscard]] std::span<const RegisteredText> texts() const { return texts_; }
  /// The rows of one treaty, in the order of the table, at least one. The error suggests the nearest slugs.
  [[nodiscard]] Result<std::vector<RegisteredText>> of(std::string_view slug) const;

 private:
  std::vector<RegisteredText> texts_;
};

}  // namespace treatygraph::ingest
