#pragma once
// Sorts more values than fit into memory: runs of them are sorted and written to a temporary file, and merged when they
// are read. Knuth, The Art of Computer Programming, vol. 3, section 5.4.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <queue>
#include <span>
#include <type_traits>
#include <utility>
#include <vector>

#include "graph/spill_file.h"

namespace treatygraph {

/// add() all values, close(), then read them in order with each() or a Cursor, any number of times. The sort is not
/// stable, so values that compare equal must be the same.
template <typename T>
class SortedRuns {
  static_assert(std::is_trivially_copyable_v<T>);
  static constexpr std::size_t kRunBytes = 2UL * 1024 * 1024;  ///< sorted in memory at once
  static constexpr std::size_t kWindowBytes = 32UL * 1024;     ///< read from a run at once

 public:
  /// In memory if `spill` is null. Otherwise memory has one run of `run_bytes`, and during reading a window of each
  /// run. `spill` must outlive it.
  explicit SortedRuns(SpillFile* spill = nullptr, std::size_t run_bytes = kRunBytes)
      : spill_(spill), per_run_(std::max<std::size_t>(run_bytes / sizeof(T), 1)) {}

  [[nodiscard]] std::size_t size() const { return written_ + last_.size(); }
  void add(const T& value) {
    if (spill_ != nullptr && last_.size() == per_run_) write_run();
    last_.push_back(value);
  }
  /// Call it after the last value and before reading.
  void close() {
    std::ranges::sort(last_);
    if (spill_ != nullptr) spill_->flush();
  }

  /// Reads all values, in order: a heap of the next value of each run. Several cursors may read at once.
  class Cursor {
   public:
    /// `runs` must be closed and must outlive it.
    explicit Cursor(const SortedRuns& runs) : runs_(runs), windows_(runs.places_.size()) {
      for (std::size_t run = 0; run <= windows_.size(); ++run) take_from(run);
    }
    /// The next value, valid until skip(); null at the end.
    [[nodiscard]] const T* peek() const { return heads_.empty() ? nullptr : &heads_.top().value; }
    /// Goes on to the value after peek(), which must not be null.
    void skip() {
      const auto run = heads_.top().run;
      heads_.pop();
      take_from(run);
    }

   private:
    struct Head {
      T value;
      std::size_t run;
      friend bool operator<(const Head& a, const Head& b) { return b.value < a.value; }  // the least is on top
    };
    struct Window {
      std::size_t taken = 0;  ///< values of the run that were read so far
      std::size_t next = 0;
      std::vector<T> values;
    };

    void take_from(std::size_t run) {
      if (run == windows_.size()) {
        if (next_of_last_ < runs_.last_.size()) heads_.push({runs_.last_[next_of_last_++], run});
        return;
      }
      auto& [taken, next, values] = windows_[run];
      if (next == values.size()) {
        runs_.read(run, taken, values);
        taken += values.size();
        next = 0;
      }
      if (next < values.size()) heads_.push({values[next++], run});
    }

    const SortedRuns& runs_;
    std::vector<Window> windows_;
    std::size_t next_of_last_ = 0;
    std::priority_queue<Head> heads_;
  };

  /// Calls use(value) for all values, in order. Call it after close().
  template <typename Use>
  void each(const Use& use) const {
    if (places_.empty()) {
      for (const auto& value : last_) use(value);
      return;
    }
    for (Cursor cursor(*this); cursor.peek() != nullptr; cursor.skip()) use(*cursor.peek());
  }

 private:
  void write_run() {
    std::ranges::sort(last_);
    places_.push_back(spill_->append({reinterpret_cast<const char*>(last_.data()), last_.size() * sizeof(T)}));
    written_ += last_.size();
    last_.clear();
  }
  /// Reads some values of a run after the first `taken`; none at its end. All written runs have the same length.
  void read(std::size_t run, std::size_t taken, std::vector<T>& values) const {
    values.resize(std::min(per_run_ - taken, kWindowBytes / sizeof(T)));
    spill_->read(places_[run] + taken * sizeof(T), values.size() * sizeof(T), reinterpret_cast<char*>(values.data()));
  }

  SpillFile* spill_;
  std::size_t per_run_;
  std::vector<std::uint64_t> places_;  ///< of the runs that were written
  std::size_t written_ = 0;            ///< values in them
  std::vector<T> last_;                ///< the run that is not full; it stays in memory
};

}  // namespace treatygraph
