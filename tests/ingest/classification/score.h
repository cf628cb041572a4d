#pragma once
// How well what was found agrees with labels that were made by reading.

#include <cstddef>
#include <string>

namespace treatygraph::ingest {

struct Score {
  std::size_t right = 0, invented = 0, missed = 0;
  std::size_t misquoted = 0;  ///< found, but by other words than the label's
  std::string wrong;          ///< one line for each error
  [[nodiscard]] double precision() const { return ratio(right, invented); }
  [[nodiscard]] double recall() const { return ratio(right, missed); }

 private:
  static double ratio(std::size_t good, std::size_t bad) {
    return good + bad == 0 ? 1.0 : static_cast<double>(good) / static_cast<double>(good + bad);
  }
};

}  // namespace treatygraph::ingest
