#include "tests/server/gunzip.h"

#include <array>
#include <stdexcept>

#include <zlib.h>

namespace treatygraph::testing {

Gunzipped gunzip(std::string_view packed) {
  constexpr int kGzip = 15 + 16;
  Gunzipped read;
  std::string copy(packed);
  std::array<char, 65'536> room;
  z_stream stream{};
  if (inflateInit2(&stream, kGzip) != Z_OK) throw std::runtime_error("cannot inflate");
  stream.next_in = reinterpret_cast<Bytef*>(copy.data());
  stream.avail_in = static_cast<uInt>(copy.size());
  int state = Z_OK;
  do {
    stream.next_out = reinterpret_cast<Bytef*>(room.data());
    stream.avail_out = static_cast<uInt>(room.size());
    state = inflate(&stream, Z_SYNC_FLUSH);
    read.bytes.append(room.data(), room.size() - stream.avail_out);
  } while (state == Z_OK && stream.avail_out == 0);
  read.is_whole = state == Z_STREAM_END && stream.avail_in == 0;
  inflateEnd(&stream);
  return read;
}

}  // namespace treatygraph::testing
