#pragma once
// Decodes a chunked body (RFC 9112, 7.1) while it arrives.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "server/http/frame_limits.h"

namespace treatygraph::server {

/// Looks at each byte once, however slowly the body arrives. Only an incomplete line is looked at again.
class ChunkedBody {
 public:
  explicit ChunkedBody(const FrameLimits& limits) : limits_(limits) {}

  /// Decodes what is new in `encoded`, which is everything that has arrived of the body, from its beginning; it is
  /// longer with each call. Returns the reason if the body must be refused; do not call it again after that.
  [[nodiscard]] std::optional<Refusal> read(std::string_view encoded);

  /// Whether the last chunk and the trailers have been read.
  [[nodiscard]] bool is_whole() const { return expects_ == Expects::Nothing; }
  /// How many bytes of the last `encoded` have been decoded: the whole body once it is complete.
  [[nodiscard]] std::size_t encoded_bytes() const { return at_; }
  /// The decoded body. Chunk extensions and trailers are checked and discarded.
  [[nodiscard]] std::string take_text() { return std::move(text_); }

 private:
  /// What comes next in the body: a chunk's size line, its data, the line end after the data, trailers, or nothing.
  enum class Expects { Size, Data, EndOfData, Trailer, Nothing };
  [[nodiscard]] std::optional<Refusal> read_line(std::string_view line);
  [[nodiscard]] std::optional<Refusal> read_size(std::string_view line);
  [[nodiscard]] std::optional<Refusal> read_trailer(std::string_view line);
  [[nodiscard]] bool read_data(std::string_view encoded);

  FrameLimits limits_;
  Expects expects_ = Expects::Size;
  std::size_t at_ = 0;
  std::size_t missing_ = 0;   ///< bytes that the current chunk still lacks
  std::size_t trailers_ = 0;  ///< trailer lines so far
  std::string text_;
};

}  // namespace treatygraph::server
