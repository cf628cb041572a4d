#pragma once
// What is computed from an immutable graph at first use and then kept with it.

#include <array>
#include <atomic>
#include <cstddef>
#include <memory>
#include <mutex>
#include <stdexcept>
#include <vector>

#include "graph/memory_account.h"

namespace treatygraph {

/// One value of each type. Any thread may call it; a value lives as long as the graph. What is kept is found without a
/// lock: every answer asks, on every thread.
class Derived {
 public:
  /// The T kept here, or make()'s. Two threads that come first together may both make one; the first stays.
  template <typename T, typename Make>
  const T& get(Make make) const {
    auto& place = places_.at(place_of<T>());
    if (const auto* kept = place.load(std::memory_order_acquire)) return *static_cast<const T*>(kept);
    const MemoryAccount::Lasting lasting;           // it is the graph's, not the request's that comes first
    auto made = std::make_shared<const T>(make());  // without the lock: it may derive something else on the way
    const std::scoped_lock lock(mutex_);
    if (place.load(std::memory_order_relaxed) == nullptr) {
      place.store(made.get(), std::memory_order_release);
      values_.push_back(std::move(made));
    }
    return *static_cast<const T*>(place.load(std::memory_order_relaxed));
  }

 private:
  static constexpr std::size_t kMostTypes = 64;

  /// Each type has its place, the same in all graphs: given when it is first asked for.
  template <typename T>
  static std::size_t place_of() {
    static const std::size_t place = next_place();
    return place;
  }
  static std::size_t next_place() {
    static std::atomic<std::size_t> given = 0;
    return given.fetch_add(1, std::memory_order_relaxed);
  }

  mutable std::array<std::atomic<const void*>, kMostTypes> places_{};
  mutable std::mutex mutex_;  ///< of values_, and of writing to places_
  mutable std::vector<std::shared_ptr<const void>> values_;
};

}  // namespace treatygraph
