#pragma once
// Messages between ranks that survive the death of either side.

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/mpi/communicator.hpp>

namespace treatygraph::ingest {

/// Sends texts of any length in pieces that MPI copies at once. A larger message needs both ranks until its end, and
/// would block one of them forever if the other died. One thread only.
class Post {
 public:
  explicit Post(boost::mpi::communicator world);

  /// The first byte of a letter. Ready: a rank has no document. Alive: a sign of life. Task: read this. Result: what
  /// was read. End: no more documents.
  enum class Kind : char { Ready = 'r', Alive = 'a', Task = 't', Result = 'R', End = 'e' };
  struct Letter {
    int from = 0;
    Kind kind = Kind::Alive;
    std::string text;
  };

  [[nodiscard]] int rank() const { return world_.rank(); }
  [[nodiscard]] int count() const { return world_.size(); }

  /// Returns when MPI has copied all pieces. A letter to a rank that is gone is lost without an error.
  void send(int to, Kind kind, std::string_view text = {});
  /// The next letter that has arrived completely; none if there is none. Never waits.
  [[nodiscard]] std::optional<Letter> next();
  /// The time since a piece of a letter last came from `rank`, or since the start.
  [[nodiscard]] std::chrono::steady_clock::duration silence_of(int rank) const;

 private:
  boost::mpi::communicator world_;
  std::vector<std::string> incoming_;  ///< by rank: pieces of the letter that is arriving
  std::vector<std::chrono::steady_clock::time_point> heard_;
};

}  // namespace treatygraph::ingest
