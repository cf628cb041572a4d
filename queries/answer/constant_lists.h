#pragma once
// Lists in the constants that describe a question, written where they are used: `.parameters = list_of<"of", "as_of">`.

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace treatygraph::queries {

/// A text as an argument of a template.
template <std::size_t size>
struct FixedText {
  std::array<char, size> text{};

  // NOLINTNEXTLINE(google-explicit-constructor): string literals must convert to it
  consteval FixedText(const char (&literal)[size]) { std::copy_n(literal, size, text.begin()); }
  [[nodiscard]] constexpr std::string_view view() const { return {text.data(), size - 1}; }
};

template <FixedText... texts>
// NOLINTNEXTLINE(readability-identifier-naming): it reads like a call
inline constexpr std::array<std::string_view, sizeof...(texts)> list_of = {texts.view()...};

/// A column of a procedure.
struct ProcedureOutput {
  std::string_view name;
  std::string_view type;  ///< in openCypher notation: "STRING?"
};

/// A column from openCypher notation: "node :: NODE?".
constexpr ProcedureOutput output_of(std::string_view column) {
  constexpr std::string_view kMark = " :: ";
  std::size_t name = 0;  // counted, because GCC with a sanitizer cannot find() in a constant
  while (column[name] != kMark.front()) ++name;
  return {column.substr(0, name), column.substr(name + kMark.size())};
}

template <FixedText... columns>
// NOLINTNEXTLINE(readability-identifier-naming): it reads like a call
inline constexpr std::array<ProcedureOutput, sizeof...(columns)> outputs_of = {output_of(columns.view())...};

}  // namespace treatygraph::queries
