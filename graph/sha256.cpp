#include "graph/sha256.h"

#include <array>
#include <fstream>

#include <fmt/format.h>
#include <openssl/evp.h>

namespace treatygraph {

std::array<std::uint8_t, 32> sha256_digest(std::string_view bytes) {
  std::array<std::uint8_t, 32> digest{};
  EVP_Digest(bytes.data(), bytes.size(), digest.data(), nullptr, EVP_sha256(), nullptr);
  return digest;
}

Sha256::Sha256() : context_(EVP_MD_CTX_new()) {
  EVP_DigestInit_ex(context_, EVP_sha256(), nullptr);
}

Sha256::~Sha256() {
  EVP_MD_CTX_free(context_);
}

void Sha256::add(std::string_view bytes) {
  EVP_DigestUpdate(context_, bytes.data(), bytes.size());
}

std::string Sha256::finish() {
  std::array<unsigned char, 32> digest{};
  EVP_DigestFinal_ex(context_, digest.data(), nullptr);
  std::string hex;
  for (const auto byte : digest) hex += fmt::format("{:02x}", byte);
  return hex;
}

Result<std::string> sha256_of_file(const std::filesystem::path& path) {
  constexpr std::size_t kPiece = 64UL * 1024;
  std::ifstream file(path, std::ios::binary);
  if (!file) return fail(ErrorCode::NotFound, fmt::format("{}: cannot be read", path.string()));
  Sha256 hash;
  std::string piece(kPiece, '\0');
  // In pieces, because files may be larger than memory.
  while (file) {
    file.read(piece.data(), static_cast<std::streamsize>(piece.size()));
    hash.add(std::string_view(piece).substr(0, static_cast<std::size_t>(file.gcount())));
  }
  if (file.bad()) return fail(ErrorCode::Corrupt, fmt::format("{}: cannot be read to its end", path.string()));
  return hash.finish();
}

}  // namespace treatygraph
