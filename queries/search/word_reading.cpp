#include "queries/search/word_reading.h"

#include <array>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace treatygraph::queries {
namespace {

/// In the order of How. Both kinds of spelling have one name.
constexpr std::array<std::string_view, 8> kHows = {"not_found", "spelling",    "spelling", "kin",
                                                   "thesaurus", "translation", "name",     "treaty"};

}  // namespace

std::string_view name_of(WordReading::How how) {
  return kHows[static_cast<std::size_t>(how)];
}

/// "no ..." if the typed word is not in the data; "also looked for" if it is.
std::string sentence_of(const WordReading& reading) {
  const auto others = fmt::format("‘{}’", fmt::join(reading.read_as, "’, ‘"));
  switch (reading.how) {
    case WordReading::How::NotFound:
      return fmt::format("‘{}’ was not found", reading.typed);
    case WordReading::How::Spelling:
    case WordReading::How::Kin:
      return fmt::format("no ‘{}’; shown for {}", reading.typed, others);
    case WordReading::How::Treaty:
      return fmt::format("‘{}’ was read as the treaty {}", reading.typed, others);
    case WordReading::How::Translation:
      return fmt::format("‘{}’ was read as {}", reading.typed, others);
    case WordReading::How::RareSpelling:
    case WordReading::How::Thesaurus:
    case WordReading::How::Name:
      break;
  }
  return fmt::format("‘{}’ was also looked for as {}", reading.typed, others);
}

}  // namespace treatygraph::queries
