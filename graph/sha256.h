#pragma once
// SHA-256 (FIPS 180-4), by OpenSSL.

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "graph/result.h"

struct evp_md_ctx_st;  // OpenSSL's

namespace treatygraph {

/// The digest of bytes that are in memory.
[[nodiscard]] std::array<std::uint8_t, 32> sha256_digest(std::string_view bytes);

/// The digest of bytes that arrive in pieces. Used by one thread.
class Sha256 {
 public:
  Sha256();
  ~Sha256();
  Sha256(const Sha256&) = delete;
  Sha256& operator=(const Sha256&) = delete;

  void add(std::string_view bytes);
  /// 64 hexadecimal digits. Nothing may be added after it.
  [[nodiscard]] std::string finish();

 private:
  evp_md_ctx_st* context_;
};

/// The hash of a file's bytes, 64 hexadecimal digits. The error, NotFound or Corrupt, names the file.
[[nodiscard]] Result<std::string> sha256_of_file(const std::filesystem::path& path);

}  // namespace treatygraph
