#include "server/bolt/chunks.h"

#include <algorithm>
#include <utility>

namespace treatygraph::server::bolt {
namespace {

constexpr std::size_t kMostInChunk = 0xffff;  // bytes; the size has 16 bits

void put_size(char* at, std::size_t size) {
  at[0] = static_cast<char>(static_cast<unsigned char>(size >> 8U));
  at[1] = static_cast<char>(static_cast<unsigned char>(size & 0xffU));
}

void append_chunk(std::string& out, std::string_view part) {
  char size[2];  // NOLINT: two bytes
  put_size(size, part.size());
  out.append(size, 2).append(part);
}

}  // namespace

// Two bytes are reserved for the size of the first chunk.
MessageFrame::MessageFrame(std::string& out) : out_(out), begin_(out.size()) {
  out_.append(kNoop);
}

MessageFrame::~MessageFrame() {
  if (!has_ended_) out_.resize(begin_);
}

/// Almost every message fits into one chunk, whose size is filled in. A longer message is copied out and appended again
/// in chunks.
void MessageFrame::end() {
  const auto size = out_.size() - begin_ - 2;
  if (size <= kMostInChunk) {
    put_size(out_.data() + begin_, size);
  } else {
    const auto message = out_.substr(begin_ + 2);
    out_.resize(begin_);
    for (std::string_view rest = message; !rest.empty(); rest.remove_prefix(std::min(rest.size(), kMostInChunk))) {
      append_chunk(out_, rest.substr(0, kMostInChunk));
    }
  }
  out_.append(kNoop);
  has_ended_ = true;
}

/// Only complete messages are appended; NOOPs are skipped.
bool MessageReader::read(std::string_view bytes, std::deque<std::string>& messages) {
  while (!bytes.empty()) {
    if (left_ > 0) {
      const auto part = bytes.substr(0, left_);
      message_.append(part);
      left_ -= part.size();
      bytes.remove_prefix(part.size());
      continue;
    }
    const auto byte = static_cast<unsigned char>(bytes.front());
    bytes.remove_prefix(1);
    if (!std::exchange(has_half_size_, !has_half_size_)) {
      half_size_ = byte;
      continue;
    }
    left_ = std::size_t{half_size_} << 8U | byte;
    if (message_.size() + left_ > longest_) return false;
    if (left_ == 0 && !message_.empty()) messages.push_back(std::exchange(message_, {}));
  }
  return true;
}

}  // namespace treatygraph::server::bolt
