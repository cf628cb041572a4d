#pragma once
// Lets SQLite read a HeldFile.

#include <functional>
#include <memory>
#include <string>

#include <sqlite3.h>

#include "graph/held_file.h"

namespace treatygraph::sqlite {

/// A SQLite VFS with a single read-only, immutable file: no locks, journals or temporary files. It must outlive the
/// connections opened through it. Thread-safe.
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

  /// Ends a connection's reads with SQLITE_INTERRUPT once `may_go_on` returns false; some operations, such as the
  /// integrity check, never call the progress handler. Null turns it off.
  static void stop_reads_by(sqlite3* connection, const std::function<bool()>* may_go_on);

 private:
  std::shared_ptr<const HeldFile> file_;
  std::string name_;
  sqlite3_vfs vfs_{};
};

}  // namespace treatygraph::sqlite
