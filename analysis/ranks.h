#pragma once
// The ranks (MPI processes) that compute together, and how they exchange values. All communication of this folder goes
// through here or through world().

#include <climits>
#include <cstddef>
#include <cstring>
#include <functional>
#include <span>
#include <type_traits>
#include <vector>

#include <boost/mpi/collectives.hpp>
#include <boost/mpi/communicator.hpp>

#include "analysis/partition.h"
#include "graph/graph.h"

namespace treatygraph::analysis {

/// Every rank must call the same functions in the same order, because each call waits for all ranks.
class Ranks {
 public:
  Ranks(boost::mpi::communicator world, const Graph& graph)
      : world_(std::move(world)), partition_(graph, world_.size()) {}

  [[nodiscard]] const boost::mpi::communicator& world() const { return world_; }
  [[nodiscard]] const Partition& partition() const { return partition_; }
  [[nodiscard]] int rank() const { return world_.rank(); }
  [[nodiscard]] std::size_t count() const { return static_cast<std::size_t>(world_.size()); }
  [[nodiscard]] bool is_first() const { return rank() == 0; }
  [[nodiscard]] NodeRange own() const { return partition_.of(rank()); }
  [[nodiscard]] std::size_t owner(NodeId node) const { return static_cast<std::size_t>(partition_.owner(node)); }

  /// The sum of the values of all ranks, on every rank.
  template <typename T>
  [[nodiscard]] T sum(const T& value) const {
    return boost::mpi::all_reduce(world_, value, std::plus<T>());
  }

  /// Sends `to[i]` to rank i, and returns what each rank sent here, by rank. `to` has a vector for each rank. Throws
  /// std::length_error if a rank sends or receives more than 2 GiB.
  template <typename T>
  [[nodiscard]] std::vector<std::vector<T>> exchange(const std::vector<std::vector<T>>& to) const {
    static_assert(std::is_trivially_copyable_v<T>);
    std::vector<std::span<const char>> bytes;
    bytes.reserve(to.size());
    for (const auto& part : to) bytes.emplace_back(reinterpret_cast<const char*>(part.data()), part.size() * sizeof(T));
    const auto arrived = exchange_bytes(bytes);
    std::vector<std::vector<T>> from(count());
    for (std::size_t i = 0; i < count(); ++i) {
      from[i].resize(arrived[i].size() / sizeof(T));
      if (!from[i].empty()) std::memcpy(from[i].data(), arrived[i].data(), arrived[i].size());
    }
    return from;
  }

  /// The values of all ranks, one after the other, on the first rank; empty on the others. If `own` has a value for
  /// each node of its rank, these are the values of all nodes by NodeId.
  template <typename T>
  [[nodiscard]] std::vector<T> gathered(const std::vector<T>& own) const {
    std::vector<std::vector<T>> to(count());
    to.front() = own;
    std::vector<T> all;
    for (const auto& part : exchange(to)) all.insert(all.end(), part.begin(), part.end());
    return all;
  }

 private:
  [[nodiscard]] std::vector<std::vector<char>> exchange_bytes(const std::vector<std::span<const char>>& to) const;

  boost::mpi::communicator world_;
  Partition partition_;
};

/// Exchanges values of nodes of other ranks, any number of times. The constructor tells the other ranks which nodes are
/// wanted; later only values are sent. In finite element codes such copies of remote values are called a halo.
class Halo {
 public:
  /// `wanted` are nodes of other ranks, sorted, each once. `ranks` must outlive it. All ranks call it.
  Halo(const Ranks& ranks, std::vector<std::uint32_t> wanted);

  [[nodiscard]] std::size_t size() const { return wanted_.size(); }
  /// The position of a wanted node. A binary search.
  [[nodiscard]] std::size_t slot(NodeId node) const;

  /// The values of the wanted nodes, by slot. `value_of(NodeId)` is called for the nodes of this rank that others want.
  template <typename T, typename ValueOf>
  [[nodiscard]] std::vector<T> fetch(ValueOf value_of) const {
    std::vector<std::vector<T>> to(ranks_.count());
    for (std::size_t i = 0; i < to.size(); ++i) {
      for (const auto node : asked_[i]) to[i].push_back(value_of(NodeId{node}));
    }
    std::vector<T> values;
    for (const auto& part : ranks_.exchange(to)) values.insert(values.end(), part.begin(), part.end());
    return values;
  }
  /// The other direction: sends the value of each slot to the owner of its node, where `take(NodeId, value)` is called,
  /// once for each rank that wants the node.
  template <typename T, typename Take>
  void send(const std::vector<T>& values, Take take) const {
    std::vector<std::vector<T>> to(ranks_.count());
    auto next = values.begin();
    for (std::size_t i = 0; i < to.size(); ++i) {
      const auto end = next + static_cast<std::ptrdiff_t>(wanted_of_[i]);
      to[i].assign(next, end);
      next = end;
    }
    const auto from = ranks_.exchange(to);
    for (std::size_t i = 0; i < from.size(); ++i) {
      for (std::size_t k = 0; k < from[i].size(); ++k) take(NodeId{asked_[i][k]}, from[i][k]);
    }
  }

 private:
  const Ranks& ranks_;
  std::vector<std::uint32_t> wanted_;              ///< by slot; sorted, so by owner
  std::vector<std::size_t> wanted_of_;             ///< by rank: how many of its nodes are wanted here
  std::vector<std::vector<std::uint32_t>> asked_;  ///< by rank: the nodes of this rank that it wants
};

/// The targets of references of `nodes` that are outside `nodes`, sorted, each once.
[[nodiscard]] std::vector<std::uint32_t> remote_targets(const Graph& graph, NodeRange nodes);

}  // namespace treatygraph::analysis
