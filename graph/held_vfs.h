#pragma once
// A SQLite VFS (virtual file system, sqlite.org/vfs.html) that reads a HeldFile.

#include <functional>
#include <memory>
#include <string>

#include <sqlite3.h>

#include "graph/held_file.h"

namespace treatygraph::sqlite {

/// A VFS with a single read-only, immutable file: no locks, journals or temporary files. A page with other bytes than
/// at first is a read error. It must outlive the connections opened through it. Thread-safe.
class HeldVfs {
 public:
  explicit HeldVfs(std::shared_ptr<const HeldFile> file);
  HeldVfs(const HeldVfs&) = delete;
  HeldVfs& operator=(const HeldVfs&) = delete;
  HeldVfs(HeldVfs&&) = delete;
  HeldVfs& operator=(HeldVfs&&) = delete;
  ~HeldVfs();

  /// The name to give to sqlite3_open_v2(), unique in the process.
  [[nodiscard]] const char* name() const { return name_.c_str(); }
  [[nodiscard]] const HeldFile& file() const { return *file_; }

  /// Ends a connection's reads with SQLITE_INTERRUPT once `may_go_on` returns false; some operations, such as the
  /// integrity check, never call the progress handler. Null turns it off.
  static void stop_reads_by(sqlite3* connection, const std::function<bool()>* may_go_on);

 private:
  std::shared_ptr<const HeldFile> file_;
  std::string name_;
  sqlite3_vfs vfs_{};
};

}  // namespace treatygraph::sqlite
