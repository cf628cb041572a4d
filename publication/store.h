#pragma once
// The place where publications are kept: a folder, or a web server.

#include <cstdint>
#include <filesystem>
#include <memory>
#include <stop_token>
#include <string>
#include <string_view>

#include "graph/result.h"

namespace treatygraph::publication {

/// Entries with names, which are relative paths with '/', such as "objects/9f86...". Every error names the entry's full
/// path or address.
class Store {
 public:
  Store() = default;
  Store(const Store&) = delete;
  Store& operator=(const Store&) = delete;
  virtual ~Store() = default;

  /// The bytes of a small entry. NotFound if there is none, Corrupt if it has more than `most` bytes, Unavailable if
  /// the store cannot be reached.
  [[nodiscard]] virtual Result<std::string> read(const std::string& name, std::size_t most, std::stop_token stop) = 0;
  /// Copies an entry of exactly `bytes` bytes into the file `to`. Corrupt if it has another size or is cut off; the
  /// file may then have some of the bytes.
  [[nodiscard]] virtual Result<void> fetch(const std::string& name, std::uint64_t bytes,
                                           const std::filesystem::path& to, std::stop_token stop) = 0;
  /// Writes an entry from a file, and replaces an older one atomically: a reader gets the old entry or the new one.
  [[nodiscard]] virtual Result<void> put(const std::string& name, const std::filesystem::path& from) = 0;
  /// Removes an entry. It is no error if there is none.
  [[nodiscard]] virtual Result<void> remove(const std::string& name) = 0;
  /// The lock that a publisher keeps while it publishes; Unavailable if another publisher has it. A store without locks
  /// returns null.
  [[nodiscard]] virtual Result<std::shared_ptr<void>> lock() { return std::shared_ptr<void>(); }
  /// For messages: the full path or address of an entry.
  [[nodiscard]] virtual std::string place(std::string_view name) const = 0;
};

/// A web server at an http: or https: address, or a folder (a path, or a file: address). publish() needs a web server
/// that accepts PUT and DELETE (RFC 9110; nginx does with dav_methods) and replaces an entry atomically.
/// InvalidArgument if it is empty or an address of another kind.
[[nodiscard]] Result<std::unique_ptr<Store>> store_at(const std::string& folder_or_address);

[[nodiscard]] std::unique_ptr<Store> folder_store(std::filesystem::path folder);
[[nodiscard]] std::unique_ptr<Store> web_store(std::string address);

}  // namespace treatygraph::publication
