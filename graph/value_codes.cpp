// The first different values, up to kMostKnown of them or kMostKnownBytes, are in a hash table. A value that does not
// fit is noted by its digest and its place, with kLater instead of a code. At close() these are sorted by digest, so
// equal ones are side by side, the earliest first. Sorting by that earliest place gives the order of first occurrence,
// in which they are numbered. A third sort brings the codes back into the order of the values.
//
// Once the table is full it stays full, so all its values first occur before all others. The codes are therefore in the
// order of first occurrence, with and without a spill.

#include "graph/value_codes.h"

#include <cstring>
#include <functional>
#include <utility>

#include "graph/sha256.h"

namespace treatygraph {
namespace {

constexpr std::uint32_t kFree = 0xffff'ffff;  // a slot without a code
constexpr std::size_t kMostKnown = 1UL << 15U;
constexpr std::size_t kMostKnownBytes = 1UL << 20U;

std::size_t hash_of(std::string_view bytes) {
  return std::hash<std::string_view>()(bytes);
}

}  // namespace

ValueCodes::ValueCodes(SpillFile* spill)
    : spill_(spill), known_(spill != nullptr), codes_(spill), later_(spill), later_codes_(spill) {}

void ValueCodes::add(std::string_view bytes) {
  const auto code = known_.code_of(bytes);
  if (!code) {
    const auto digest = sha256_digest(bytes);
    Later later{{}, static_cast<std::uint32_t>(codes_.size())};
    std::memcpy(later.digest.data(), digest.data(), sizeof(later.digest));
    later_.add(later);
  }
  codes_.add(code.value_or(kLater));
}

void ValueCodes::close() {
  different_ = known_.size();
  known_ = Known(true);
  number_later();
}

/// Numbers the values that did not fit; equal values get one number.
void ValueCodes::number_later() {
  struct Equal {
    std::uint32_t first;
    std::uint32_t slot;
    auto operator<=>(const Equal&) const = default;
  };
  SortedRuns<Equal> equal(spill_);
  std::optional<Later> first;
  later_.close();
  later_.each([&](const Later& value) {
    if (!first || first->digest != value.digest) first = value;
    equal.add({first->slot, value.slot});
  });
  equal.close();
  equal.each([this](const Equal& value) {
    if (value.first == value.slot) ++different_;
    later_codes_.add({value.slot, static_cast<std::uint32_t>(different_ - 1)});
  });
  later_codes_.close();
}

ValueCodes::Cursor::Cursor(const ValueCodes& codes) : codes_(codes.codes_), later_(codes.later_codes_) {}

ValueCodes::Code ValueCodes::Cursor::next() {
  auto code = codes_[next_++];
  if (code == kLater) {
    code = later_.peek()->code;
    later_.skip();
  }
  const bool is_first = code == different_;
  if (is_first) ++different_;
  return {code, is_first};
}

std::string_view ValueCodes::Known::bytes_of(std::uint32_t code) const {
  const auto begin = code == 0 ? 0 : ends_[code - 1];
  return std::string_view(bytes_).substr(begin, ends_[code] - begin);
}

bool ValueCodes::Known::is_full() const {
  return is_bounded_ && (ends_.size() >= kMostKnown || bytes_.size() >= kMostKnownBytes);
}

std::optional<std::uint32_t> ValueCodes::Known::code_of(std::string_view bytes) {
  if ((ends_.size() + 1) * 4 > slots_.size() * 3) grow();
  auto& slot = slot_of(bytes);
  if (slot != kFree) return slot;
  if (is_full()) return std::nullopt;
  slot = static_cast<std::uint32_t>(ends_.size());
  bytes_ += bytes;
  ends_.push_back(bytes_.size());
  return slot;
}

/// The slot of the value, or the free slot where it would be.
std::uint32_t& ValueCodes::Known::slot_of(std::string_view bytes) {
  auto at = hash_of(bytes) & (slots_.size() - 1);
  while (slots_[at] != kFree && bytes_of(slots_[at]) != bytes) at = (at + 1) & (slots_.size() - 1);
  return slots_[at];
}

void ValueCodes::Known::grow() {
  constexpr std::size_t kFewest = 64;
  slots_.assign(slots_.empty() ? kFewest : slots_.size() * 2, kFree);
  for (std::uint32_t code = 0; code < ends_.size(); ++code) slot_of(bytes_of(code)) = code;
}

}  // namespace treatygraph
