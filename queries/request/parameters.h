#pragma once
// What was asked, as names and values: of a query string, or of a command line. Both speak the same names.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "graph/result.h"

namespace treatygraph::queries {

class Parameters {
 public:
  Parameters() = default;
  Parameters(std::initializer_list<std::pair<std::string, std::string>> values) : values_(values) {}

  void expect(std::size_t count) { values_.reserve(count); }
  void add(std::string name, std::string value) { values_.emplace_back(std::move(name), std::move(value)); }
  /// As text(name), and forgets all values of that name.
  std::string take(std::string_view name);
  [[nodiscard]] const std::vector<std::pair<std::string, std::string>>& all() const { return values_; }

  [[nodiscard]] bool has(std::string_view name) const { return find(name).has_value(); }
  /// The first value of that name.
  [[nodiscard]] std::optional<std::string_view> find(std::string_view name) const;
  /// The first value, or empty. Good until it is taken.
  [[nodiscard]] std::string_view text(std::string_view name) const { return find(name).value_or(std::string_view()); }
  /// All values of that name, each split at its commas; empty pieces are dropped.
  [[nodiscard]] std::vector<std::string> list(std::string_view name) const;
  /// A whole number; `otherwise` where the name was not given; the error says what was found.
  [[nodiscard]] Result<std::size_t> count(std::string_view name, std::size_t otherwise) const;
  /// true, false, 1, 0, yes, no.
  [[nodiscard]] Result<bool> flag(std::string_view name, bool otherwise) const;
  /// The value, which must be given and not empty.
  [[nodiscard]] Result<std::string> required(std::string_view name) const;

 private:
  std::vector<std::pair<std::string, std::string>> values_;
};

}  // namespace treatygraph::queries
