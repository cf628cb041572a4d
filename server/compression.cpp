#include "server/compression.h"

#include <algorithm>
#include <array>
#include <optional>
#include <stdexcept>

#include <zlib.h>

#include "server/header_list.h"

namespace treatygraph::server {
namespace {

constexpr std::size_t kWorthIt = 1'024;  // below, the answer is one packet anyway
constexpr int kLevel = 5;
constexpr int kGzipWindow = 15 + 16;  // of deflateInit2: the largest window, in gzip's frame
constexpr int kMemoryLevel = 8;

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

}  // namespace

bool prefers_gzip(std::string_view accept_encoding) {
  const auto gzip = quality_for(accept_encoding, "gzip").value_or(0);
  const auto plain = quality_for(accept_encoding, "identity").value_or(0);
  return gzip > 0 && gzip >= plain;
}

bool is_worth_compressing(std::string_view content_type, std::size_t bytes) {
  constexpr std::array<std::string_view, 4> kTexts = {"text/", "json", "xml", "javascript"};
  return bytes >= kWorthIt && std::ranges::any_of(kTexts, [&](std::string_view text) {
           return content_type.find(text) != std::string_view::npos;
         });
}

std::string gzipped(std::string_view bytes) {
  z_stream stream{};
  if (deflateInit2(&stream, kLevel, Z_DEFLATED, kGzipWindow, kMemoryLevel, Z_DEFAULT_STRATEGY) != Z_OK) {
    throw std::bad_alloc();
  }
  std::string packed(deflateBound(&stream, bytes.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  deflate(&stream, Z_FINISH);  // whole at once: the room is enough for the worst case
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  return packed;
}

}  // namespace treatygraph::server
