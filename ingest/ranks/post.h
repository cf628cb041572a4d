#pragma once
// Messages between ranks that survive the death of either.

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/mpi/communicator.hpp>

namespace treatygraph::ingest {

/// A text goes out in pieces that MPI copies at once: a larger message needs both ranks until its end, and would block
/// the one for ever if the other died.
class Post {
 public:
  explicit Post(boost::mpi::communicator world);

  enum class Kind : char { Ready = 'r', Alive = 'a', Task = 't', Result = 'R', End = 'e' };
  struct Letter {
    int from = 0;
    Kind kind = Kind::Alive;
    std::string text;
  };

  [[nodiscard]] int rank() const { return world_.rank(); }
  [[nodiscard]] int count() const { return world_.size(); }

  void send(int to, Kind kind, std::string_view text = {});
  /// The next letter that has arrived whole; nothing if none has. Never waits.
  [[nodiscard]] std::optional<Letter> next();
  /// How long ago a piece of a letter last came from `rank`.
  [[nodiscard]] std::chrono::steady_clock::duration silence_of(int rank) const;

 private:
  boost::mpi::communicator world_;
  std::vector<std::string> incoming_;  ///< by rank: pieces of the letter that is arriving
  std::vector<std::chrono::steady_clock::time_point> heard_;
};

}  // namespace treatygraph::ingest
