#include "ingest/ranks/post.h"

#include <algorithm>
#include <array>

#include <mpi.h>

namespace treatygraph::ingest {
namespace {

/// In bytes. Open MPI sends messages at once up to 4 KiB in shared memory, and up to more over a network.
constexpr std::size_t kPiece = 3'000;
constexpr int kMore = 1;  ///< tag of a piece that others follow
constexpr int kLast = 2;

}  // namespace

Post::Post(boost::mpi::communicator world)
    : world_(std::move(world)),
      incoming_(static_cast<std::size_t>(world_.size())),
      heard_(incoming_.size(), std::chrono::steady_clock::now()) {
  MPI_Comm_set_errhandler(world_, MPI_ERRORS_RETURN);  // a rank that is gone must not end this one
}

void Post::send(int to, Kind kind, std::string_view text) {
  std::string all(1, static_cast<char>(kind));
  all += text;
  for (std::size_t first = 0; first < all.size(); first += kPiece) {
    const auto size = std::min(kPiece, all.size() - first);
    MPI_Send(all.data() + first, static_cast<int>(size), MPI_BYTE, to, first + size < all.size() ? kMore : kLast,
             world_);
  }
}

/// Pieces of one rank arrive in order, so a letter is complete when its last piece comes. Pieces of several ranks may
/// alternate.
std::optional<Post::Letter> Post::next() {
  for (;;) {
    int is_there = 0;
    MPI_Status status{};
    if (MPI_Iprobe(MPI_ANY_SOURCE, MPI_ANY_TAG, world_, &is_there, &status) != MPI_SUCCESS || is_there == 0) {
      return std::nullopt;
    }
    std::array<char, kPiece> piece{};
    int size = 0;
    MPI_Get_count(&status, MPI_BYTE, &size);
    MPI_Recv(piece.data(), static_cast<int>(piece.size()), MPI_BYTE, status.MPI_SOURCE, status.MPI_TAG, world_,
             MPI_STATUS_IGNORE);
    const auto from = static_cast<std::size_t>(status.MPI_SOURCE);
    heard_[from] = std::chrono::steady_clock::now();
    incoming_[from].append(piece.data(), static_cast<std::size_t>(size));
    if (status.MPI_TAG != kLast) continue;
    const auto letter = std::exchange(incoming_[from], {});
    return Letter{status.MPI_SOURCE, static_cast<Kind>(letter.front()), letter.substr(1)};
  }
}

std::chrono::steady_clock::duration Post::silence_of(int rank) const {
  return std::chrono::steady_clock::now() - heard_[static_cast<std::size_t>(rank)];
}

}  // namespace treatygraph::ingest
