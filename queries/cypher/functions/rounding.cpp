// The decimal digits are rounded, not the binary fraction. 1.005 is stored as a number slightly below it, so
// multiplying by 100 and rounding would give 1.0; its shortest decimal text is "1.005", which rounds to 1.01, as in
// Neo4j.

#include "queries/cypher/functions/rounding.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string>

#include <fmt/format.h>

#include "queries/cypher/values/error.h"

namespace treatygraph::queries::cypher {
namespace {

/// The shortest decimal number that parses to the float: 0.digits * 10^exponent.
struct Decimal {
  std::string digits;
  std::int64_t exponent = 0;
};

Decimal decimal_of(double size) {
  std::array<char, 64> buffer{};
  const auto written = std::to_chars(buffer.data(), buffer.data() + buffer.size(), size, std::chars_format::scientific);
  const std::string_view shortest(buffer.data(), static_cast<std::size_t>(written.ptr - buffer.data()));
  const auto e = shortest.find('e');
  Decimal decimal;
  for (const char c : shortest.substr(0, e)) {
    if (c != '.') decimal.digits += c;
  }
  decimal.exponent = std::stoi(std::string(shortest.substr(e + 1))) + 1;
  return decimal;
}

/// How the digits that are cut off compare with one half of the last kept digit.
enum class Rest : std::uint8_t { None, BelowHalf, Half, AboveHalf };

Rest rest_of(std::string_view cut) {
  if (cut.find_first_not_of('0') == std::string_view::npos) return Rest::None;
  if (cut.front() != '5') return cut.front() < '5' ? Rest::BelowHalf : Rest::AboveHalf;
  return cut.find_first_not_of('0', 1) == std::string_view::npos ? Rest::Half : Rest::AboveHalf;
}

/// Whether the kept digits are incremented, away from zero. `is_odd` is about the last kept digit.
bool grows(std::string_view mode, Rest rest, bool is_negative, bool is_odd) {
  if (mode == "UP") return true;
  if (mode == "DOWN") return false;
  if (mode == "CEILING") return !is_negative;
  if (mode == "FLOOR") return is_negative;
  if (rest != Rest::Half) return rest == Rest::AboveHalf;
  return mode == "HALF_UP" || (mode == "HALF_EVEN" && is_odd);
}

/// Increments a decimal number in place.
void add_one(std::string& digits) {
  for (auto i = digits.size(); i > 0; --i) {
    if (digits[i - 1] != '9') {
      ++digits[i - 1];
      return;
    }
    digits[i - 1] = '0';
  }
  digits.insert(digits.begin(), '1');
}

void need_mode(std::string_view mode) {
  constexpr std::array<std::string_view, 8> kModes = {"CEILING", "FLOOR",     "UP",        "DOWN",
                                                      "HALF_UP", "HALF_EVEN", "HALF_DOWN", "UNNECESSARY"};
  if (std::ranges::find(kModes, mode) != kModes.end()) return;
  runtime_error("ArgumentError", "InvalidArgumentValue",
                fmt::format("no rounding mode {}; there are {}", mode, fmt::join(kModes, ", ")));
}

}  // namespace

double rounded(double number, std::int64_t precision, std::string_view mode) {
  need_mode(mode);
  if (!std::isfinite(number) || number == 0) return number;
  auto [digits, exponent] = decimal_of(std::fabs(number));
  constexpr std::int64_t kMoreThanAnyFloatHas = 2'000;
  const auto kept = exponent + std::min(precision, kMoreThanAnyFloatHas);
  if (kept >= static_cast<std::int64_t>(digits.size())) return number;
  if (kept < 0) digits.insert(0, static_cast<std::size_t>(-kept), '0');
  const auto stays = static_cast<std::size_t>(std::max<std::int64_t>(kept, 0));
  const auto rest = rest_of(std::string_view(digits).substr(stays));
  if (rest == Rest::None) return number;
  if (mode == "UNNECESSARY") {
    runtime_error(
        "ArgumentError", "InvalidArgumentValue",
        fmt::format("{} has more than {} digits after the point, and UNNECESSARY rounds nothing", number, precision));
  }
  digits.resize(stays);
  if (digits.empty()) digits = "0";
  const bool is_odd = (digits.back() - '0') % 2 != 0;
  if (grows(mode, rest, number < 0, is_odd)) add_one(digits);
  const auto text = fmt::format("{}e{}", digits, -precision);
  double result = 0;
  std::from_chars(text.data(), text.data() + text.size(), result);
  return std::copysign(result, number);
}

}  // namespace treatygraph::queries::cypher
