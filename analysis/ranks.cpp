// Exchanges by MPI_Alltoallv, which Boost.MPI does not wrap for buffers of different sizes. The sizes are exchanged
// first. Values travel as plain bytes, so all ranks must run on machines of one kind; they must anyway, to map the same
// image.

#include "analysis/ranks.h"

#include <algorithm>
#include <numeric>
#include <stdexcept>

#include <mpi.h>

#include "graph/vocabulary.h"

namespace treatygraph::analysis {
namespace {

/// The sizes of the messages for (or from) each rank, and their places in one buffer. MPI counts bytes in an int.
struct Counts {
  explicit Counts(std::vector<int> given) : sizes(std::move(given)) {
    std::size_t all = 0;
    for (const auto size : sizes) {
      places.push_back(static_cast<int>(all));
      all += static_cast<std::size_t>(size);
      if (all > INT_MAX) throw std::length_error("more than 2 GiB for one message; use more ranks");
    }
    total = all;
  }
  std::vector<int> sizes;
  std::vector<int> places;
  std::size_t total = 0;
};

}  // namespace

/// All ranks call it. `to` has the bytes for each rank, and the result those from each rank.
std::vector<std::vector<char>> Ranks::exchange_bytes(const std::vector<std::span<const char>>& to) const {
  std::vector<int> sizes;
  std::vector<char> outgoing;
  for (const auto part : to) {
    if (part.size() > INT_MAX) throw std::length_error("more than 2 GiB for one rank; use more ranks");
    sizes.push_back(static_cast<int>(part.size()));
    outgoing.insert(outgoing.end(), part.begin(), part.end());
  }
  const Counts sent(sizes);
  std::vector<int> arriving;
  boost::mpi::all_to_all(world_, sizes, arriving);
  const Counts received(std::move(arriving));
  std::vector<char> incoming(received.total);
  BOOST_MPI_CHECK_RESULT(MPI_Alltoallv,
                         (outgoing.data(), sent.sizes.data(), sent.places.data(), MPI_BYTE, incoming.data(),
                          received.sizes.data(), received.places.data(), MPI_BYTE, world_));
  std::vector<std::vector<char>> from;
  for (std::size_t i = 0; i < to.size(); ++i) {
    const auto first = incoming.begin() + received.places[i];
    from.emplace_back(first, first + received.sizes[i]);
  }
  return from;
}

/// The only exchange of node numbers: each rank learns which of its nodes others want, in their order.
Halo::Halo(const Ranks& ranks, std::vector<std::uint32_t> wanted) : ranks_(ranks), wanted_(std::move(wanted)) {
  std::vector<std::vector<std::uint32_t>> by_owner(ranks.count());
  for (const auto node : wanted_) by_owner[ranks.owner(NodeId{node})].push_back(node);
  for (const auto& part : by_owner) wanted_of_.push_back(part.size());
  asked_ = ranks.exchange(by_owner);
}

std::size_t Halo::slot(NodeId node) const {
  return static_cast<std::size_t>(std::ranges::lower_bound(wanted_, static_cast<std::uint32_t>(node)) -
                                  wanted_.begin());
}

/// The values of these are what a rank needs from others.
std::vector<std::uint32_t> remote_targets(const Graph& graph, NodeRange nodes) {
  std::vector<std::uint32_t> targets;
  const auto refers_to = graph.types().find(type::kRefersTo);
  if (!refers_to) return targets;
  for (const auto hop : graph.out(nodes, *refers_to)) {
    if (!nodes.contains(hop.node)) targets.push_back(static_cast<std::uint32_t>(hop.node));
  }
  std::ranges::sort(targets);
  targets.erase(std::ranges::unique(targets).begin(), targets.end());
  return targets;
}

}  // namespace treatygraph::analysis
