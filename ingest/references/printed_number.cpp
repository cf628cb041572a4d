#include "ingest/references/printed_number.h"

#include <algorithm>

#include "graph/ascii.h"
#include "graph/numerals.h"

namespace treatygraph::ingest {
namespace {

/// One kind for all that are looked up together.
ProvisionKind family_of(ProvisionKind kind) {
  if (is_component(kind)) return ProvisionKind::Annex;
  return is_unit(kind) ? ProvisionKind::Article : kind;
}

}  // namespace

std::optional<int> value_of(std::string_view num) {
  const auto digits = digits_value(num);
  return digits ? digits : roman_value(num);
}

bool same_letters(std::string_view printed, std::string_view cited) {
  return std::ranges::equal(printed, cited, [](char a, char b) { return a == b || (a == '.' && b == '-'); });
}

bool is_small_letter_after_digits(std::string_view num) {
  return num.size() > 1 && is_lower(num.back()) && digits_value(num.substr(0, num.size() - 1)).has_value();
}

bool same_number(std::string_view printed, std::string_view cited) {
  if (same_letters(printed, cited)) return true;
  // If both are digits, or neither is, they are in one notation and differ.
  const bool both_letters = digits_value(printed).has_value() == digits_value(cited).has_value();
  const auto value = both_letters ? std::nullopt : value_of(cited);
  return value && value == value_of(printed);
}

/// The first letter tells the family of kinds, the rest the number: its value if it has one, otherwise its letters and
/// digits in capitals.
std::string index_key(ProvisionKind kind, std::string_view num) {
  std::string key(1, static_cast<char>('a' + static_cast<int>(family_of(kind))));
  if (const auto value = value_of(num)) return key + std::to_string(*value);
  for (std::size_t i = 0; i < num.size(); ++i) {
    // A hyphen or full stop between digits separates levels: 1.2 is not 12. Other signs are only notation.
    const bool is_joint = num[i] == '-' || num[i] == '.';
    if (is_joint && i > 0 && i + 1 < num.size() && is_digit(num[i - 1]) && is_digit(num[i + 1])) {
      key += '-';
    } else if (is_letter_or_digit(num[i])) {
      key += upper(num[i]);
    }
  }
  return key;
}

bool same_key(std::string_view printed, std::string_view cited) {
  return same_number(printed, cited) ||
         (!value_of(cited) && index_key(ProvisionKind::Part, printed) == index_key(ProvisionKind::Part, cited));
}

bool is_of_other_style(ProvisionKind kind, std::string_view printed, std::string_view cited) {
  return is_unit(kind) && digits_value(printed) && !digits_value(cited);
}

}  // namespace treatygraph::ingest
