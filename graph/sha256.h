#pragma once
// Incremental SHA-256.

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "graph/result.h"

struct evp_md_ctx_st;  // OpenSSL's

namespace treatygraph {

/// Of bytes that are in memory.
[[nodiscard]] std::array<std::uint8_t, 32> sha256_digest(std::string_view bytes);

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

/// The hash of a file's bytes. The error names the file.
[[nodiscard]] Result<std::string> sha256_of_file(const std::filesystem::path& path);

}  // namespace treatygraph
