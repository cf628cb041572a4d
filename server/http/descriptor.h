#pragma once
// Owns a file descriptor and closes it when destroyed.

#include <utility>

#include <unistd.h>

namespace treatygraph::server {

/// Movable, not copyable. A default-constructed one is closed.
class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() { reset(); }
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    if (this != &other) {
      reset();
      number_ = std::exchange(other.number_, -1);
    }
    return *this;
  }
  // The number is -1 when closed.
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  [[nodiscard]] int number() const { return number_; }
  [[nodiscard]] bool is_open() const { return number_ >= 0; }
  void reset() {
    if (const int number = std::exchange(number_, -1); number >= 0) close(number);
  }

 private:
  int number_ = -1;
};

}  // namespace treatygraph::server
