#pragma once
// Many streams of bytes that grow side by side, in memory or in a temporary file.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "graph/spill_file.h"

namespace treatygraph {

/// Streams are numbered from 0. An entry is what a caller appends at one place; entries are never split between two
/// chunks. Used by one thread.
class ColumnStreams {
 public:
  static constexpr std::size_t kChunk = 64UL * 1024;  ///< bytes of a stream that are written to the spill at once

  /// In memory if `spill` is null; otherwise each stream keeps up to `chunk` bytes, and one entry, in memory.
  explicit ColumnStreams(SpillFile* spill, std::size_t chunk = kChunk) : spill_(spill), chunk_(chunk) {}

  [[nodiscard]] std::size_t size() const { return streams_.size(); }
  /// The string to append an entry to. The stream is created if it is new. The entry must be complete before the next
  /// call.
  std::string& place_in(std::size_t stream) {
    if (stream >= streams_.size()) streams_.resize(stream + 1);
    auto& [chunks, end] = streams_[stream];
    if (spill_ != nullptr && end.size() >= chunk_) {
      chunks.push_back({spill_->append(end), end.size()});
      end.clear();
    }
    return end;
  }

  /// Calls use(bytes) for runs of whole entries, in order.
  template <typename Use>
  void each(std::size_t stream, const Use& use) const {
    const auto& [chunks, end] = streams_[stream];
    if (!chunks.empty()) spill_->flush();
    std::string bytes;
    for (const auto& chunk : chunks) {
      bytes.resize(chunk.size);
      spill_->read(chunk.offset, chunk.size, bytes.data());
      use(std::string_view(bytes));
    }
    use(std::string_view(end));
  }
  /// Whether nothing was appended to the stream, which must exist.
  [[nodiscard]] bool is_empty(std::size_t stream) const {
    return streams_[stream].chunks.empty() && streams_[stream].end.empty();
  }
  /// Frees the stream's memory. Its bytes in the spill stay there.
  void forget(std::size_t stream) { streams_[stream] = {}; }

 private:
  struct Chunk {
    std::uint64_t offset;
    std::size_t size;
  };
  struct Stream {
    std::vector<Chunk> chunks;
    std::string end;
  };
  SpillFile* spill_;
  std::size_t chunk_;
  std::vector<Stream> streams_;
};

}  // namespace treatygraph
