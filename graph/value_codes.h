#pragma once
// Numbers the different values of a column in the order in which they first occur, so that each is stored once.

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/sorted_runs.h"
#include "graph/spilled_list.h"

namespace treatygraph {

/// Values are equal if their bytes are equal. With `spill`, memory has the first different values, up to a few MiB.
/// Later ones are compared by 128 bits of their SHA-256, and equal ones are found by sorting.
class ValueCodes {
  /// A value that did not fit into memory: its digest, and its place among all values.
  struct Later {
    std::array<std::uint64_t, 2> digest;
    std::uint32_t slot;
    auto operator<=>(const Later&) const = default;
  };
  /// The code of such a value.
  struct LaterCode {
    std::uint32_t slot;
    std::uint32_t code;
    auto operator<=>(const LaterCode&) const = default;
  };

 public:
  /// In memory if `spill` is null; otherwise `spill` must outlive it.
  explicit ValueCodes(SpillFile* spill);

  void add(std::string_view bytes);
  /// Call it after the last value and before the functions below.
  void close();
  [[nodiscard]] std::size_t size() const { return codes_.size(); }
  /// How many different values there are. Codes are below it.
  [[nodiscard]] std::size_t different() const { return different_; }

  /// The number of a value, and whether the value is new.
  struct Code {
    std::uint32_t code;
    bool is_first;  ///< whether no value before it is equal
  };
  /// Reads the codes of all values, in order.
  class Cursor {
   public:
    /// `codes` must be closed and must outlive it.
    explicit Cursor(const ValueCodes& codes);
    [[nodiscard]] Code next();

   private:
    SpilledList<std::uint32_t>::Reader codes_;
    SortedRuns<LaterCode>::Cursor later_;
    std::size_t next_ = 0;
    std::uint32_t different_ = 0;
  };

 private:
  static constexpr std::uint32_t kLater = 0xffff'ffff;

  /// The values that came first: a hash table of their codes, with open addressing.
  class Known {
   public:
    explicit Known(bool is_bounded) : is_bounded_(is_bounded) {}
    /// The code of the value, which is added if there is room; otherwise nothing.
    std::optional<std::uint32_t> code_of(std::string_view bytes);
    [[nodiscard]] std::size_t size() const { return ends_.size(); }

   private:
    [[nodiscard]] std::string_view bytes_of(std::uint32_t code) const;
    [[nodiscard]] bool is_full() const;
    std::uint32_t& slot_of(std::string_view bytes);
    void grow();

    bool is_bounded_;
    std::string bytes_;                ///< of all, one after the other
    std::vector<std::uint64_t> ends_;  ///< by code
    std::vector<std::uint32_t> slots_;
  };

  void number_later();

  SpillFile* spill_;
  Known known_;
  SpilledList<std::uint32_t> codes_;  ///< kLater where it is in later_codes_
  SortedRuns<Later> later_;
  SortedRuns<LaterCode> later_codes_;
  std::size_t different_ = 0;
};

}  // namespace treatygraph
