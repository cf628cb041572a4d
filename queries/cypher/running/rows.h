#pragma once
// The rows of an answer, all of the same width, in one block of memory.

#include <algorithm>
#include <cstddef>
#include <span>
#include <vector>

#include "queries/cypher/values/value_buffers.h"

namespace treatygraph::queries::cypher {

/// A table of values. Moving is cheap; the memory is returned to the thread's ValueBuffers.
class Rows {
 public:
  Rows() = default;
  explicit Rows(std::size_t width) : width_(width), cells_(ValueBuffers::take()) {}
  ~Rows() { ValueBuffers::give_back(std::move(cells_)); }
  Rows(Rows&&) = default;
  Rows& operator=(Rows&&) = default;

  /// `row` must have the width of the table.
  void add(std::span<const Value> row) {
    if (cells_.size() == cells_.capacity()) make_room();
    for (const auto& cell : row) cells_.push_back(cell);
    ++count_;
  }
  [[nodiscard]] std::size_t size() const { return count_; }
  [[nodiscard]] bool empty() const { return count_ == 0; }
  [[nodiscard]] std::span<const Value> operator[](std::size_t i) const {
    return std::span(cells_).subspan(i * width_, width_);
  }

  class Iterator {
   public:
    Iterator(const Rows& rows, std::size_t at) : rows_(&rows), at_(at) {}
    std::span<const Value> operator*() const { return (*rows_)[at_]; }
    Iterator& operator++() {
      ++at_;
      return *this;
    }
    bool operator==(const Iterator& other) const { return at_ == other.at_; }

   private:
    const Rows* rows_;
    std::size_t at_;
  };
  [[nodiscard]] Iterator begin() const { return {*this, 0}; }
  [[nodiscard]] Iterator end() const { return {*this, count_}; }

 private:
  /// Grows fourfold instead of twofold, because values are moved one by one when the memory grows.
  void make_room() {
    constexpr std::size_t kFirstRows = 16;
    cells_.reserve(std::max(kFirstRows * width_, 4 * cells_.size()));
  }

  std::size_t width_ = 0;
  std::size_t count_ = 0;
  std::vector<Value> cells_;
};

}  // namespace treatygraph::queries::cypher
