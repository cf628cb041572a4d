// A store in a folder: each entry is a file. put() writes a temporary file beside the entry and renames it, so a
// follower that reads meanwhile sees the old entry or the new one. The folder may be served by any web server, from
// which a follower reads the same names (web_store.cpp).

#include <fstream>

#include <fmt/format.h>

#include "graph/temporary_file.h"
#include "publication/copy.h"
#include "publication/folder_lock.h"
#include "publication/store.h"

namespace treatygraph::publication {
namespace {

namespace fs = std::filesystem;

/// See Store for the functions.
class FolderStore : public Store {
 public:
  explicit FolderStore(fs::path folder) : folder_(std::move(folder)) {}

  Result<std::string> read(const std::string& name, std::size_t most, std::stop_token /*stop*/) override {
    const auto path = folder_ / name;
    std::error_code error;
    if (!fs::exists(path, error)) return fail(ErrorCode::NotFound, path.string() + ": there is no such file");
    std::ifstream file(path, std::ios::binary);
    // One byte more than allowed, so that an entry of `most` bytes is told from a longer one.
    std::string bytes(most + 1, '\0');
    file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(file.gcount()));
    if (file.bad() || !file.eof() || bytes.size() > most)
      return fail(ErrorCode::Corrupt,
                  fmt::format("{}: cannot be read, or has more than {} bytes", path.string(), most));
    return bytes;
  }

  Result<void> fetch(const std::string& name, std::uint64_t bytes, const fs::path& to, std::stop_token stop) override {
    const auto path = folder_ / name;
    const auto copied = copy_bytes(path, to, stop);
    if (!copied) return fail(copied.error());
    if (*copied == bytes) return {};
    return fail(ErrorCode::Corrupt,
                fmt::format("{}: has {} bytes, and {} are expected", path.string(), *copied, bytes));
  }

  Result<void> put(const std::string& name, const fs::path& from) override {
    const auto path = folder_ / name;
    std::error_code error;
    // objects/ and history/ are made when they are first needed.
    fs::create_directories(path.parent_path(), error);
    if (error) return fail(ErrorCode::Unavailable, fmt::format("{}: {}", path.parent_path().string(), error.message()));
    auto file = TemporaryFile::beside(path);
    if (!file) return fail(file.error());
    const auto copied = copy_bytes(from, file->path(), {});
    if (!copied) return fail(copied.error());
    return file->commit();
  }

  Result<void> remove(const std::string& name) override {
    std::error_code error;
    fs::remove(folder_ / name, error);
    if (error) return fail(ErrorCode::Unavailable, fmt::format("{}: {}", place(name), error.message()));
    return {};
  }

  Result<std::shared_ptr<void>> lock() override {
    std::error_code error;
    fs::create_directories(folder_, error);
    auto held = FolderLock::of(folder_);
    if (!held) return fail(held.error());
    return std::shared_ptr<void>(std::make_shared<FolderLock>(*std::move(held)));
  }

  [[nodiscard]] std::string place(std::string_view name) const override { return (folder_ / name).string(); }

 private:
  fs::path folder_;
};

}  // namespace

std::unique_ptr<Store> folder_store(fs::path folder) {
  return std::make_unique<FolderStore>(std::move(folder));
}

}  // namespace treatygraph::publication
