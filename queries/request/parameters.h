#pragma once
// The parameters of a question as names and values, from a query string or a command line. Both use the same names.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "graph/result.h"

namespace treatygraph::queries {

/// Names with values in the order given. A name may occur several times. Lookups are linear: a request has few
/// parameters.
class Parameters {
 public:
  Parameters() = default;
  Parameters(std::initializer_list<std::pair<std::string, std::string>> values) : values_(values) {}

  /// Reserves space for `count` values.
  void expect(std::size_t count) { values_.reserve(count); }
  void add(std::string name, std::string value) { values_.emplace_back(std::move(name), std::move(value)); }
  /// Like text(name), but removes all values of that name.
  std::string take(std::string_view name);
  [[nodiscard]] const std::vector<std::pair<std::string, std::string>>& all() const { return values_; }

  [[nodiscard]] bool has(std::string_view name) const { return find(name).has_value(); }
  /// The first value of that name.
  [[nodiscard]] std::optional<std::string_view> find(std::string_view name) const;
  /// The first value, or empty. The view is valid until a value is added or taken.
  [[nodiscard]] std::string_view text(std::string_view name) const { return find(name).value_or(std::string_view()); }
  /// All values of that name, each split at its commas; empty pieces are dropped.
  [[nodiscard]] std::vector<std::string> list(std::string_view name) const;
  /// The value as a whole number, or `otherwise` if the name was not given. The error quotes the value.
  [[nodiscard]] Result<std::size_t> count(std::string_view name, std::size_t otherwise) const;
  /// The value as true or false: "true", "1", "yes" and an empty value are true; "false", "0" and "no" are false.
  [[nodiscard]] Result<bool> flag(std::string_view name, bool otherwise) const;
  /// The value, which must be given and not empty.
  [[nodiscard]] Result<std::string> required(std::string_view name) const;

 private:
  std::vector<std::pair<std::string, std::string>> values_;
};

}  // namespace treatygraph::queries
