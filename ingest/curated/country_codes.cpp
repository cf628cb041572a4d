#include "ingest/curated/country_codes.h"

#include <algorithm>
#include <array>
#include <string>

#include <unicode/uloc.h>

namespace treatygraph::ingest {
namespace {

/// Codes of States that were parties to treaties and no longer exist. ISO 3166-3 keeps these codes.
constexpr std::array<std::string_view, 12> kFormer = {"BUR", "CSK", "DDR", "DHY", "HVO", "RHO",
                                                      "SCG", "SUN", "VDR", "YMD", "YUG", "ZAR"};

/// ISO 3166-1, 8.1.3: AAA to AAZ, QMA to QZZ, XAA to XZZ and ZZA to ZZZ. DGA is reserved for a place in IOT.
bool is_left_to_users(std::string_view code) {
  return code.starts_with("AA") || (code[0] == 'Q' && code[1] >= 'M') || code[0] == 'X' || code.starts_with("ZZ") ||
         code == "DGA";
}

/// ICU also lists codes that ISO leaves to users, such as XKX. Those are removed.
std::vector<std::string_view> all_codes() {
  std::vector<std::string_view> codes(kFormer.begin(), kFormer.end());
  for (const auto* const* country = uloc_getISOCountries(); *country != nullptr; ++country) {
    const std::string_view code = uloc_getISO3Country(("und_" + std::string(*country)).c_str());
    if (code.size() == 3 && !is_left_to_users(code)) codes.push_back(code);
  }
  std::ranges::sort(codes);
  return codes;
}

}  // namespace

const std::vector<std::string_view>& country_codes() {
  static const auto codes = all_codes();
  return codes;
}

}  // namespace treatygraph::ingest
