#pragma once
// The languages in which texts are read. A further language is a further file, with the names of the others, and its
// row in `kLanguages`.

#include <array>
#include <cstddef>
#include <string_view>
#include <utility>

#include "ingest/languages/language_table.h"

namespace treatygraph::ingest {

/// ISO 639 codes.
inline constexpr std::array<std::string_view, 3> kLanguages = {"en", "fr", "es"};

/// The file of the language at a place of `kLanguages`. Parsed on first use; lives as long as the program.
[[nodiscard]] const LanguageTable& language_file(std::size_t place);

/// Calls `build` with the file of a language and returns the result; null if no file has this code. The result is built
/// when the language is first asked for, which is thread-safe, and lives as long as the program. It is never moved, so
/// it may hold patterns.
template <auto build>
[[nodiscard]] const auto* of_language(std::string_view code) {
  using Built = decltype(build(language_file(0)));
  return [&]<std::size_t... place>(std::index_sequence<place...>) {
    const Built* found = nullptr;
    const auto use = [&]<std::size_t at>(std::integral_constant<std::size_t, at>) {
      static const Built built = build(language_file(at));
      found = &built;
      return true;
    };
    (void)((code == kLanguages[place] && use(std::integral_constant<std::size_t, place>())) || ...);
    return found;
  }
  (std::make_index_sequence<kLanguages.size()>());
}

}  // namespace treatygraph::ingest
