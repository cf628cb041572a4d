#pragma once
// A cache for what is computed from an immutable graph on first use.

#include <array>
#include <atomic>
#include <cstddef>
#include <memory>
#include <mutex>
#include <stdexcept>
#include <vector>

#include "graph/memory_account.h"

namespace treatygraph {

/// One value per C++ type. Thread-safe; values live as long as the graph. Look-ups take no lock, because every answer
/// on every thread needs them. A type is its own key, so a caller defines a struct for its value and needs no registry.
class Derived {
 public:
  /// The cached T, or the result of make(). Two threads may both call make(); the first result is kept.
  template <typename T, typename Make>
  const T& get(Make make) const {
    auto& place = places_.at(place_of<T>());
    if (const auto* kept = place.load(std::memory_order_acquire)) return *static_cast<const T*>(kept);
    const MemoryAccount::Uncharged lasting;         // charged to the graph, not to the first request
    auto made = std::make_shared<const T>(make());  // without the lock, because it may derive something else
    const std::scoped_lock lock(mutex_);
    if (place.load(std::memory_order_relaxed) == nullptr) {
      place.store(made.get(), std::memory_order_release);
      values_.push_back(std::move(made));
    }
    return *static_cast<const T*>(place.load(std::memory_order_relaxed));
  }

 private:
  /// At most this many types in a program; places_.at() throws for one more.
  static constexpr std::size_t kMostTypes = 64;

  /// Each type has an index, the same in all graphs, assigned on first use.
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
  mutable std::mutex mutex_;  ///< guards values_, and writes to places_
  mutable std::vector<std::shared_ptr<const void>> values_;
};

}  // namespace treatygraph
