#include "ingest/text/iso_date.h"

#include <charconv>
#include <chrono>
#include <cstddef>

namespace treatygraph::ingest {
namespace {

// "dddd", "dddd-dd" or "dddd-dd-dd".
bool has_the_shape(std::string_view text) {
  constexpr std::string_view kPattern = "dddd-dd-dd";
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_digit = text[i] >= '0' && text[i] <= '9';
    if (kPattern[i] == 'd' ? !is_digit : text[i] != '-') return false;
  }
  return true;
}

// The digits [at, at + size), or `otherwise` if the text ends before: the first month or day of a shorter date.
unsigned number_at(std::string_view text, std::size_t at, std::size_t size, unsigned otherwise) {
  if (at + size > text.size()) return otherwise;
  unsigned number = 0;
  std::from_chars(text.data() + at, text.data() + at + size, number);
  return number;
}

}  // namespace

bool is_iso_date(std::string_view text) {
  if (!has_the_shape(text)) return false;
  const auto year = number_at(text, 0, 4, 0);
  const std::chrono::year_month_day day(std::chrono::year(static_cast<int>(year)),
                                        std::chrono::month(number_at(text, 5, 2, 1)),
                                        std::chrono::day(number_at(text, 8, 2, 1)));
  return year > 0 && day.ok();
}

}  // namespace treatygraph::ingest
