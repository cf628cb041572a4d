#include "ingest/structure/structure_words.h"

#include <array>
#include <utility>

namespace treatygraph::ingest {
namespace {

/// A letter with its accented forms; unaccented letters match themselves.
std::string with_accents(char letter) {
  static constexpr std::array<std::pair<char, std::string_view>, 6> kForms = {
      {{'a', "[aáàâ]"}, {'e', "[eéèê]"}, {'i', "[iíî]"}, {'o', "[oóô]"}, {'u', "[uúû]"}, {'n', "[nñ]"}}};
  for (const auto& [plain, forms] : kForms) {
    if (plain == letter) return std::string(forms);
  }
  return {letter};
}

}  // namespace

// The table has words without accents and hyphens, so that a word can be found in it by its plain letters. The pattern
// must match all ways to print them: "sous-section" and "soussection", "ARTÍCULO" and "ARTICULO".
std::string heading_words_pattern(std::span<const HeadingWord> words) {
  static constexpr std::array<std::string_view, 2> kPrefixes = {"sub", "sous"};
  std::string pattern;
  for (const auto& [word, kind, is_nested] : words) {
    pattern += pattern.empty() ? "(?i:" : "|";
    std::size_t prefix = 0;
    for (const auto known : kPrefixes) {
      if (word.starts_with(known)) prefix = known.size();
    }
    for (std::size_t i = 0; i < word.size(); ++i) {
      if (prefix > 0 && i == prefix) pattern += "-?";
      pattern += with_accents(word[i]);
    }
  }
  return pattern + ")";
}

RE2::Options roomy_patterns() {
  constexpr int kBytes = 64 << 20;  // RE2 allows 8 MiB by default
  RE2::Options options;
  options.set_max_mem(kBytes);
  options.set_log_errors(false);
  return options;
}

const StructureWords* structure_of_language(std::string_view code) {
  if (code == "en") return &english_structure();
  if (code == "fr") return &french_structure();
  return code == "es" ? &spanish_structure() : nullptr;
}

}  // namespace treatygraph::ingest
