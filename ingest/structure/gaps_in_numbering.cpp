// Numbers that belong together (Count) are those of one kind, in one provision or instrument and, for "3-12", in one
// chapter. Each is compared with the number before it. A jump is a gap only if none of the numbers that it jumps over
// occurs elsewhere in the count, because texts sometimes print provisions out of order.

#include "ingest/structure/gaps_in_numbering.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "graph/ascii.h"
#include "graph/numerals.h"

namespace treatygraph::ingest {
namespace {

/// How the numbers of a count are written.
enum class Numerals { Digits, Letters, Roman };

/// The numerals of a count. One number alone is ambiguous: "(i)" may come after "(h)" or before "(ii)", and "(cc)"
/// after "(bb)". They are Roman if all of them can be, and the first is I or one of them has several letters and is
/// below 50.
Numerals numerals_of(const std::vector<std::string_view>& nums) {
  if (std::ranges::all_of(nums, [](std::string_view num) { return is_digit(num.front()); })) return Numerals::Digits;
  constexpr int kRomanBelow = 50;  // "(ll)" and "(cc)" are letters
  const auto is_surely_roman = [](std::string_view num) { return num.size() > 1 && *roman_value(num) < kRomanBelow; };
  const bool may_be_roman =
      std::ranges::all_of(nums, [](std::string_view num) { return roman_value(num).has_value(); });
  const bool is_roman = may_be_roman && (roman_value(nums.front()) == 1 || std::ranges::any_of(nums, is_surely_roman));
  return is_roman ? Numerals::Roman : Numerals::Letters;
}

std::optional<int> value_of(std::string_view num, Numerals numerals) {
  if (numerals == Numerals::Digits) return digits_value(num);
  if (numerals == Numerals::Roman) return roman_value(num);
  return num.size() == 1 ? letter_value(lower_case(num)) : std::nullopt;
}

// A missing number, written like an existing one.
std::string printed(int value, Numerals numerals, std::string_view like) {
  if (numerals == Numerals::Digits) return std::to_string(value);
  const auto capitals =
      numerals == Numerals::Letters ? std::string{static_cast<char>('A' + value - 1)} : roman_numeral(value);
  return is_lower(like.front()) ? lower_case(capitals) : capitals;
}

/// "3-" of the article called 3-12.
std::string_view chapter_of(std::string_view num) {
  const auto end = num.find('-');
  const bool is_chapter = end != std::string_view::npos && std::ranges::all_of(num.substr(0, end), is_digit);
  return is_chapter ? num.substr(0, end + 1) : std::string_view();
}

/// Numbers such as 101, 102, 201, 202, whose hundreds are chapters. They are recognised because most numbers up to the
/// last one do not exist.
class Hundreds {
 public:
  explicit Hundreds(const std::set<int>& all)
      : are_chapters_(!all.empty() && static_cast<int>(all.size()) * 2 < *all.rbegin()) {}

  [[nodiscard]] bool begin_with(int value, int before) const {
    return are_chapters_ && value % 100 <= 1 && value / 100 == before / 100 + 1;
  }

 private:
  bool are_chapters_;
};

/// The numbers that are counted together.
struct Count {
  std::size_t holder;
  ProvisionKind kind;
  std::string_view chapter;
  auto operator<=>(const Count&) const = default;
};

class GapFinder {
 public:
  explicit GapFinder(const Structure& structure) : structure_(structure) {}

  std::vector<std::string> sentences() {
    for (std::size_t i = 0; i < structure_.size(); ++i) {
      const auto& provision = structure_[i];
      const bool is_counted = is_unit(provision.kind) || gathers_units(provision.kind) ||
                              provision.kind == ProvisionKind::Paragraph || provision.kind == ProvisionKind::Point;
      if (!is_counted || provision.num.empty() || is_in_quotation(i)) continue;
      counts_[{holder_of(i), provision.kind, chapter_of(provision.num)}].push_back(i);
    }
    for (const auto& [count, members] : counts_) look_at(count, members);
    std::vector<std::string> sentences;
    for (auto& [place, sentence] : gaps_) sentences.push_back(std::move(sentence));
    return sentences;
  }

 private:
  /// What an amendment inserts is only a part of another instrument, so gaps in it mean nothing.
  [[nodiscard]] bool is_in_quotation(std::size_t i) const {
    for (; i != kNone; i = structure_[i].parent) {
      if (structure_[i].kind == ProvisionKind::Quoted) return true;
    }
    return false;
  }

  /// The provision in which a number is counted. Articles are counted through all chapters of their instrument.
  [[nodiscard]] std::size_t holder_of(std::size_t i) const {
    auto holder = structure_[i].parent;
    while (is_unit(structure_[i].kind) && holder != kNone && !is_component(structure_[holder].kind)) {
      holder = structure_[holder].parent;
    }
    return holder;
  }

  void look_at(const Count& count, const std::vector<std::size_t>& members) {
    std::vector<std::string_view> nums;
    for (const auto i : members) nums.push_back(std::string_view(structure_[i].num).substr(count.chapter.size()));
    std::erase(nums, std::string_view());
    if (nums.empty()) return;
    const auto numerals = numerals_of(nums);
    std::set<int> all;
    for (const auto num : nums) {
      if (const auto value = value_of(num, numerals)) all.insert(*value);
    }
    const Hundreds hundreds(all);
    std::optional<std::pair<int, std::size_t>> last;
    for (const auto i : members) {
      const auto value = value_of(std::string_view(structure_[i].num).substr(count.chapter.size()), numerals);
      if (!value) continue;
      // Only units are sure to begin with 1: a list may continue one in another provision.
      const bool begins_with_one = is_unit(count.kind) && numerals != Numerals::Letters;
      const int before = last ? last->first : begins_with_one ? 0 : *value - 1;
      const auto other = all.upper_bound(before);
      const bool is_gap = *value > before + 1 && !hundreds.begin_with(*value, before);
      if (is_gap && other != all.end() && *other == *value) {
        say(count, numerals, {before, *value}, last ? std::optional(last->second) : std::nullopt, i);
      }
      last = {*value, i};
    }
  }

  /// Adds the sentence for the numbers between two numbers. `before` is nothing if the first ones are missing.
  void say(const Count& count, Numerals numerals, std::pair<int, int> between, std::optional<std::size_t> before,
           std::size_t after) {
    const auto& num = structure_[after].num;
    const auto number = [&](int value) { return std::string(count.chapter) + printed(value, numerals, num); };
    const auto first = number(between.first + 1);
    const bool is_one = between.second == between.first + 2;
    const auto what =
        is_one ? fmt::format("{} {} is missing", name_of(count.kind), first)
               : fmt::format("{}s {} to {} are missing", name_of(count.kind), first, number(between.second - 1));
    const auto next = citation_of(structure_[after].eid);
    gaps_.emplace(after, before ? fmt::format("{} between {} and {}", what, citation_of(structure_[*before].eid), next)
                                : fmt::format("{} before {}", what, next));
  }

  const Structure& structure_;
  std::map<Count, std::vector<std::size_t>> counts_;
  std::map<std::size_t, std::string> gaps_;  ///< by the provision that comes after
};

}  // namespace

std::vector<std::string> gaps_in_numbering(const Structure& structure) {
  return GapFinder(structure).sentences();
}

}  // namespace treatygraph::ingest
