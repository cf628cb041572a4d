// zlib's deflate with a gzip header. A streamed answer is flushed after every piece (Z_SYNC_FLUSH): it costs a few
// bytes, but a client that reads rows while a query runs sees each row as soon as the piece arrives.

#include "server/http/compression.h"

#include <algorithm>
#include <array>
#include <memory>
#include <new>
#include <optional>
#include <utility>

#include <zlib.h>

#include "server/http/header_list.h"

namespace treatygraph::server {
namespace {

constexpr std::size_t kWorthIt = 1'024;  // a smaller answer is one packet anyway
constexpr int kLevel = 5;                // between zlib's fastest (1) and its default (6)
constexpr int kGzipWindow = 15 + 16;     // for deflateInit2: the largest window, with gzip's header
constexpr int kMemoryLevel = 8;          // zlib's default
constexpr std::size_t kFlushBytes = 16;  // bytes that a flush may add to a piece

/// The quality that the list gives to a coding by its name, or by "*".
std::optional<double> quality_for(std::string_view accept_encoding, std::string_view coding) {
  std::optional<double> by_star;
  while (!accept_encoding.empty()) {
    auto element = next_piece(accept_encoding, ',');
    const auto name = next_piece(element, ';');
    if (name == coding || (coding == "gzip" && name == "x-gzip")) return quality_of(element);
    if (name == "*") by_star = quality_of(element);
  }
  return by_star;
}

/// One deflate stream. Throws std::bad_alloc if zlib cannot get its memory.
class Packer {
 public:
  Packer() {
    if (deflateInit2(&stream_, kLevel, Z_DEFLATED, kGzipWindow, kMemoryLevel, Z_DEFAULT_STRATEGY) != Z_OK)
      throw std::bad_alloc();
  }
  ~Packer() { deflateEnd(&stream_); }
  Packer(const Packer&) = delete;
  Packer& operator=(const Packer&) = delete;

  /// Appends all compressed bytes so far to `packed`. `flush` is Z_SYNC_FLUSH, or Z_FINISH for the last call.
  void pack(std::string_view bytes, int flush, std::string& packed) {
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream_.avail_in = static_cast<uInt>(bytes.size());
    // Loops until zlib leaves room in the output, which is the sign that nothing is pending.
    do {
      const auto begin = packed.size();
      const auto room = deflateBound(&stream_, stream_.avail_in) + kFlushBytes;
      packed.resize(begin + room);
      stream_.next_out = reinterpret_cast<Bytef*>(packed.data() + begin);
      stream_.avail_out = static_cast<uInt>(room);
      deflate(&stream_, flush);
      packed.resize(begin + room - stream_.avail_out);
    } while (stream_.avail_out == 0);
  }

 private:
  z_stream stream_{};
};

}  // namespace

/// Without Accept-Encoding any coding is allowed (RFC 9110, 12.5.3), but then many clients cannot decode it, so nothing
/// is compressed.
bool prefers_gzip(std::string_view accept_encoding) {
  const auto gzip = quality_for(accept_encoding, "gzip").value_or(0);
  const auto plain = quality_for(accept_encoding, "identity").value_or(0);
  return gzip > 0 && gzip >= plain;
}

bool is_worth_compressing(const Response& response) {
  constexpr std::array<std::string_view, 4> kTexts = {"text/", "json", "xml", "javascript"};
  if (!response.source && response.body.size() < kWorthIt) return false;
  return std::ranges::any_of(
      kTexts, [&](std::string_view text) { return response.content_type.find(text) != std::string::npos; });
}

std::string gzipped(std::string_view bytes) {
  std::string packed;
  Packer().pack(bytes, Z_FINISH, packed);
  return packed;
}

BodySource gzipped(BodySource plain) {
  return [plain = std::move(plain), packer = std::make_shared<Packer>()](std::string& piece) {
    std::string bytes;
    const auto state = plain(bytes);
    if (state != Piece::Failed) packer->pack(bytes, state == Piece::Done ? Z_FINISH : Z_SYNC_FLUSH, piece);
    return state;
  };
}

}  // namespace treatygraph::server
