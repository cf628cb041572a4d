#pragma once
// A body that comes in chunks (RFC 9112, 7.1), read as it arrives.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "server/http/frame_limits.h"

namespace treatygraph::server {

/// Each byte is looked at once, however the body drips: only a line that is not whole yet is looked at again.
class ChunkedBody {
 public:
  explicit ChunkedBody(const FrameLimits& limits) : limits_(limits) {}

  /// `encoded` is the body from its beginning, as far as it has come: longer with each call.
  [[nodiscard]] std::optional<Refusal> read(std::string_view encoded);

  [[nodiscard]] bool is_whole() const { return expects_ == Expects::Nothing; }
  /// How much of what was given has been read: all of the body, when it is whole.
  [[nodiscard]] std::size_t encoded_bytes() const { return at_; }
  /// What the chunks hold. Extensions and trailers are checked and dropped.
  [[nodiscard]] std::string take_text() { return std::move(text_); }

 private:
  enum class Expects { Size, Data, EndOfData, Trailer, Nothing };
  [[nodiscard]] std::optional<Refusal> read_line(std::string_view line);
  [[nodiscard]] std::optional<Refusal> read_size(std::string_view line);
  [[nodiscard]] std::optional<Refusal> read_trailer(std::string_view line);
  [[nodiscard]] bool read_data(std::string_view encoded);

  FrameLimits limits_;
  Expects expects_ = Expects::Size;
  std::size_t at_ = 0;
  std::size_t missing_ = 0;  ///< of the chunk that is read
  std::size_t trailers_ = 0;
  std::string text_;
};

}  // namespace treatygraph::server
