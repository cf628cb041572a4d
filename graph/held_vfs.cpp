// The VFS has one file. SQLite opens it by any name, takes locks that are never refused, and sees a file that is
// immutable (SQLITE_IOCAP_IMMUTABLE), so it looks for no journal. Reads go to HeldFile, and fail if the bytes have
// changed. A function that a read asks first can end a long operation.

#include "graph/held_vfs.h"

#include <algorithm>
#include <atomic>
#include <cstring>
#include <new>
#include <span>
#include <utility>

#include <fmt/format.h>

namespace treatygraph::sqlite {
namespace {

constexpr int kSetMayGoOn = 1001;  // file controls above 100 are the application's

/// SQLite allocates szOsFile bytes for it and knows only its base.
struct OpenFile : sqlite3_file {
  const HeldFile* held = nullptr;
  const std::function<bool()>* may_go_on = nullptr;  ///< asked before each read
};

OpenFile& opened(sqlite3_file* file) {
  return *static_cast<OpenFile*>(file);
}

int read(sqlite3_file* file, void* to, int amount, sqlite3_int64 offset) {
  const auto* held = opened(file).held;
  const auto* may_go_on = opened(file).may_go_on;
  if (may_go_on != nullptr && !(*may_go_on)()) return SQLITE_INTERRUPT;
  const auto from = static_cast<std::uint64_t>(offset);
  const std::span all(static_cast<char*>(to), static_cast<std::size_t>(amount));
  const auto there = from < held->size() ? std::min<std::uint64_t>(all.size(), held->size() - from) : 0;
  if (!held->read(from, all.first(there))) return SQLITE_IOERR_DATA;
  // SQLite requires that the rest of the buffer is zero after a short read.
  if (there == all.size()) return SQLITE_OK;
  std::ranges::fill(all.subspan(there), '\0');
  return SQLITE_IOERR_SHORT_READ;
}

int size_of(sqlite3_file* file, sqlite3_int64* size) {
  *size = static_cast<sqlite3_int64>(opened(file).held->size());
  return SQLITE_OK;
}

int control(sqlite3_file* file, int operation, void* argument) {
  if (operation != kSetMayGoOn) return SQLITE_NOTFOUND;
  opened(file).may_go_on = static_cast<const std::function<bool()>*>(argument);
  return SQLITE_OK;
}

int not_locked(sqlite3_file* /*file*/, int* is_reserved) {
  *is_reserved = 0;
  return SQLITE_OK;
}

/// The functions of an open file. Locks are always granted, because nobody writes; writes are refused.
sqlite3_io_methods methods() {
  sqlite3_io_methods of_file{};
  of_file.iVersion = 1;
  of_file.xClose = [](sqlite3_file*) { return SQLITE_OK; };
  of_file.xRead = read;
  of_file.xWrite = [](sqlite3_file*, const void*, int, sqlite3_int64) { return SQLITE_READONLY; };
  of_file.xTruncate = [](sqlite3_file*, sqlite3_int64) { return SQLITE_READONLY; };
  of_file.xSync = [](sqlite3_file*, int) { return SQLITE_OK; };
  of_file.xFileSize = size_of;
  of_file.xLock = [](sqlite3_file*, int) { return SQLITE_OK; };
  of_file.xUnlock = [](sqlite3_file*, int) { return SQLITE_OK; };
  of_file.xCheckReservedLock = not_locked;
  of_file.xFileControl = control;
  of_file.xSectorSize = [](sqlite3_file*) { return 4096; };
  of_file.xDeviceCharacteristics = [](sqlite3_file*) { return SQLITE_IOCAP_IMMUTABLE; };
  return of_file;
}

/// SQLite gives the memory for the file; OpenFile is made in it and needs no destructor.
int open(sqlite3_vfs* vfs, const char* /*name*/, sqlite3_file* file, int flags, int* flags_out) {
  static const auto kMethods = methods();
  file->pMethods = nullptr;
  // No journals and no temporary files.
  if ((flags & SQLITE_OPEN_MAIN_DB) == 0) return SQLITE_CANTOPEN;
  auto* made = new (file) OpenFile;
  made->pMethods = &kMethods;
  made->held = static_cast<const HeldFile*>(vfs->pAppData);
  if (flags_out != nullptr) *flags_out = SQLITE_OPEN_READONLY | SQLITE_OPEN_MAIN_DB;
  return SQLITE_OK;
}

/// Names have no folder here.
int full_path(sqlite3_vfs* /*vfs*/, const char* name, int room, char* full) {
  const auto size = std::strlen(name) + 1;
  if (size > static_cast<std::size_t>(room)) return SQLITE_CANTOPEN;
  std::memcpy(full, name, size);
  return SQLITE_OK;
}

}  // namespace

HeldVfs::HeldVfs(std::shared_ptr<const HeldFile> file) : file_(std::move(file)) {
  static std::atomic<std::uint64_t> count = 0;
  name_ = fmt::format("treatygraph-held-{}", count++);
  vfs_ = *sqlite3_vfs_find(nullptr);  // for its clock and its random numbers
  vfs_.iVersion = 1;
  vfs_.pNext = nullptr;
  vfs_.szOsFile = sizeof(OpenFile);
  vfs_.zName = name_.c_str();
  vfs_.pAppData = const_cast<HeldFile*>(file_.get());  // SQLite's type; xOpen takes it back as const
  vfs_.xOpen = open;
  vfs_.xDelete = [](sqlite3_vfs*, const char*, int) { return SQLITE_READONLY; };
  vfs_.xAccess = [](sqlite3_vfs*, const char*, int, int* has) {
    *has = 0;
    return SQLITE_OK;
  };
  vfs_.xFullPathname = full_path;
  sqlite3_vfs_register(&vfs_, 0);
}

HeldVfs::~HeldVfs() {
  sqlite3_vfs_unregister(&vfs_);
}

void HeldVfs::stop_reads_by(sqlite3* connection, const std::function<bool()>* may_go_on) {
  sqlite3_file_control(connection, "main", kSetMayGoOn, const_cast<std::function<bool()>*>(may_go_on));
}

}  // namespace treatygraph::sqlite
