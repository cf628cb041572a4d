#pragma once
// Where publications are kept: a folder, or a web server.

#include <cstdint>
#include <filesystem>
#include <memory>
#include <stop_token>
#include <string>
#include <string_view>

#include "graph/result.h"

namespace treatygraph::publication {

/// Named entries. Names are relative paths with '/'. Every error names the entry's full place.
class Store {
 public:
  Store() = default;
  Store(const Store&) = delete;
  Store& operator=(const Store&) = delete;
  virtual ~Store() = default;

  /// A small entry, at most `most` bytes. NotFound if there is none, Unavailable if the store cannot be reached.
  [[nodiscard]] virtual Result<std::string> read(const std::string& name, std::size_t most, std::stop_token stop) = 0;
  /// Copies an entry of exactly `bytes` bytes into a new file. Corrupt if it has another size or is cut off.
  [[nodiscard]] virtual Result<void> fetch(const std::string& name, std::uint64_t bytes,
                                           const std::filesystem::path& to, std::stop_token stop) = 0;
  /// Writes an entry from a file, replacing an older one at once: nobody sees a half.
  [[nodiscard]] virtual Result<void> put(const std::string& name, const std::filesystem::path& from) = 0;
  /// Removing what is not there is no error.
  [[nodiscard]] virtual Result<void> remove(const std::string& name) = 0;
  /// Held by a publisher while it publishes; Unavailable if another one holds it. A store that has no locks gives one
  /// that guards nothing.
  [[nodiscard]] virtual Result<std::shared_ptr<void>> lock() { return std::shared_ptr<void>(); }
  /// For messages: the full path or address of an entry.
  [[nodiscard]] virtual std::string place(std::string_view name) const = 0;
};

/// A web server at an http: or https: address, or a folder. `publish` needs a web server that takes PUT and DELETE
/// (RFC 9110; nginx with dav_methods does) and that replaces an entry at once. InvalidArgument if an address is wrong.
[[nodiscard]] Result<std::unique_ptr<Store>> store_at(const std::string& folder_or_address);

[[nodiscard]] std::unique_ptr<Store> folder_store(std::filesystem::path folder);
[[nodiscard]] std::unique_ptr<Store> web_store(std::string address);

}  // namespace treatygraph::publication
