#pragma once
// What is computed from an immutable graph at first use and then kept with it.

#include <memory>
#include <mutex>
#include <shared_mutex>
#include <typeindex>
#include <unordered_map>

namespace treatygraph {

/// One value of each type. Any thread may call it; a value lives as long as the graph.
class Derived {
 public:
  /// The T kept here, or make()'s. Two threads that come first together may both make one; the first stays.
  template <typename T, typename Make>
  const T& get(Make make) const {
    const std::type_index type = typeid(T);
    if (const auto* kept = find(type)) return *static_cast<const T*>(kept);
    auto made = std::make_shared<const T>(make());  // without the lock: it may derive something else on the way
    const std::scoped_lock lock(mutex_);
    return *static_cast<const T*>(values_.try_emplace(type, std::move(made)).first->second.get());
  }

 private:
  [[nodiscard]] const void* find(std::type_index type) const {
    const std::shared_lock lock(mutex_);
    const auto found = values_.find(type);
    return found == values_.end() ? nullptr : found->second.get();
  }

  mutable std::shared_mutex mutex_;
  mutable std::unordered_map<std::type_index, std::shared_ptr<const void>> values_;
};

}  // namespace treatygraph
