#pragma once
// SQLite's way to a HeldFile.

#include <functional>
#include <memory>
#include <string>

#include <sqlite3.h>

#include "graph/held_file.h"

namespace treatygraph::sqlite {

/// A file system of SQLite with one file in it, read-only and immutable: no locks, no journals, no temporary files.
/// It lives longer than the connections that are opened through it. Any number of threads may open some.
class HeldVfs {
 public:
  explicit HeldVfs(std::shared_ptr<const HeldFile> file);
  HeldVfs(const HeldVfs&) = delete;
  HeldVfs& operator=(const HeldVfs&) = delete;
  HeldVfs(HeldVfs&&) = delete;
  HeldVfs& operator=(HeldVfs&&) = delete;
  ~HeldVfs();

  [[nodiscard]] const char* name() const { return name_.c_str(); }
  [[nodiscard]] const HeldFile& file() const { return *file_; }

  /// Lets the reads of a connection end with SQLITE_INTERRUPT once `may_go_on` says no: some of what SQLite does, such
  /// as its integrity check, never asks its progress handler. Null ends that.
  static void stop_reads_by(sqlite3* connection, const std::function<bool()>* may_go_on);

 private:
  std::shared_ptr<const HeldFile> file_;
  std::string name_;
  sqlite3_vfs vfs_{};
};

}  // namespace treatygraph::sqlite
