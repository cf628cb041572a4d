#pragma once
// Reads untrusted ZIP archives within limits. Nothing is written to disk.

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "graph/result.h"

struct zip;

namespace treatygraph::ingest {

/// Whether the bytes begin with the header of a ZIP entry. An empty archive does not.
[[nodiscard]] bool is_zip(std::string_view bytes);

/// An open archive in memory.
class ZipArchive {
 public:
  /// Opens an archive. `bytes` must outlive it. The error says that it is damaged.
  [[nodiscard]] static Result<ZipArchive> open(std::string_view bytes);

  [[nodiscard]] bool has(const std::string& name) const;
  /// Unpacks one part. The error says that there is no such part, that it is encrypted or damaged, or that it unpacks
  /// to more than any document needs: more than 64 MiB, or more than 4 MiB and 200 times its packed size.
  [[nodiscard]] Result<std::string> read(const std::string& name) const;

 private:
  struct Discard {
    void operator()(zip* archive) const;
  };
  explicit ZipArchive(zip* archive) : archive_(archive) {}

  std::unique_ptr<zip, Discard> archive_;
};

}  // namespace treatygraph::ingest
