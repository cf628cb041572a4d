// How memory is counted. An allocation costs two comparisons and two additions on thread-local numbers:
// - balance: what the thread has allocated minus what it has freed, compared with `most`, the limit of its account;
// - untold: what it has not yet added to the process's atomic counter. When it exceeds 256 KiB the thread reports it,
//   so threads rarely write to the shared counter.
// Sizes are those that malloc really gave (malloc_usable_size), so `operator delete` subtracts exactly what was added.
// Memory may be freed by another thread than the one that allocated it: balances of single threads can be negative, and
// only their sum is exact.
//
// thread_local and constinit variables need no initialization, so allocations before main() are counted safely.

#include "graph/memory_account.h"

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <fstream>
#include <limits>

#include <malloc.h>
#include <unistd.h>

namespace treatygraph {
namespace {

constexpr auto kNoLimit = std::numeric_limits<std::ptrdiff_t>::max() / 2;  // half: sums with it do not overflow
/// By how much a thread may differ from what it has reported to the process.
constexpr std::ptrdiff_t kUntold = std::int64_t{256} * 1024;
/// Work that has taken more than this leaves free pages that are worth returning to the system (malloc_trim).
constexpr std::ptrdiff_t kMuch = std::int64_t{16} * 1024 * 1024;

constinit std::atomic<std::ptrdiff_t> process_used = 0;
constinit std::atomic<std::ptrdiff_t> process_limit = kNoLimit;

struct ThreadMemory {
  std::ptrdiff_t balance = 0;
  std::ptrdiff_t most = kNoLimit;   ///< the highest balance that is allowed
  std::ptrdiff_t limit = kNoLimit;  ///< the limit of the account that set `most`, for messages
  std::ptrdiff_t untold = 0;        ///< not yet reported to the process
  std::ptrdiff_t peak = 0;          ///< of the balance, to within kUntold
  int accounts = 0;                 ///< that exist on this thread
  int unrefused = 0;                ///< Unrefused that exist on this thread
};

constinit thread_local ThreadMemory thread_memory;

/// Reports to the process.
void tell() {
  auto& self = thread_memory;
  process_used.fetch_add(self.untold, std::memory_order_relaxed);
  self.untold = 0;
  self.peak = std::max(self.peak, self.balance);
}

/// The rare case of allocate(): throws MemoryExceeded if the bytes may not be taken. It is a function of its own so
/// that the usual case stays small. Threads without an account are never refused: the server itself must go on.
[[gnu::noinline]] void make_sure_of(std::ptrdiff_t bytes) {
  auto& self = thread_memory;
  if (self.balance + bytes > self.most) {
    throw MemoryExceeded(MemoryExceeded::Limit::Work, static_cast<std::size_t>(self.limit));
  }
  tell();
  const auto limit = process_limit.load(std::memory_order_relaxed);
  if (self.accounts > 0 && self.unrefused == 0 && process_used.load(std::memory_order_relaxed) + bytes > limit) {
    throw MemoryExceeded(MemoryExceeded::Limit::Process, static_cast<std::size_t>(limit));
  }
  process_used.fetch_add(bytes, std::memory_order_relaxed);
  self.untold = -bytes;  // reported before they are allocated, so that two large requests cannot both pass
  self.peak = std::max(self.peak, self.balance + bytes);
}

/// Sizes above any limit become kNoLimit.
std::ptrdiff_t as_difference(std::size_t bytes) {
  return static_cast<std::ptrdiff_t>(std::min(bytes, static_cast<std::size_t>(kNoLimit)));
}

void* allocate(std::size_t bytes) {
  auto& self = thread_memory;
  const auto wanted = as_difference(bytes);
  if (self.balance + wanted > self.most || self.untold + wanted > kUntold) make_sure_of(wanted);
  void* const made = std::malloc(std::max<std::size_t>(bytes, 1));
  if (made == nullptr) throw std::bad_alloc();
  const auto taken = static_cast<std::ptrdiff_t>(malloc_usable_size(made));
  self.balance += taken;
  self.untold += taken;
  return made;
}

void release(void* made) {
  if (made == nullptr) return;
  auto& self = thread_memory;
  const auto taken = static_cast<std::ptrdiff_t>(malloc_usable_size(made));
  self.balance -= taken;
  self.untold -= taken;
  if (self.untold < -kUntold) tell();
  std::free(made);
}

/// The number in a file of a control group; the largest number if it says "max" or the file is absent.
std::size_t number_in(const char* path) {
  std::ifstream file(path);
  std::size_t number = 0;
  return file >> number ? number : std::numeric_limits<std::size_t>::max();
}

}  // namespace

MemoryAccount::MemoryAccount(std::size_t limit)
    : outer_most_(thread_memory.most), outer_limit_(thread_memory.limit), outer_peak_(thread_memory.peak) {
  auto& self = thread_memory;
  // An inner account cannot raise the limit of an outer one.
  const auto most = self.balance + as_difference(limit);
  if (most < self.most) {
    self.most = most;
    self.limit = as_difference(limit);
  }
  self.peak = self.balance;
  ++self.accounts;
}

MemoryAccount::~MemoryAccount() {
  auto& self = thread_memory;
  tell();
  const bool took_much = self.peak - self.balance > kMuch;
  self.most = outer_most_;
  self.limit = outer_limit_;
  self.peak = std::max(self.peak, outer_peak_);
  if (--self.accounts == 0 && took_much) malloc_trim(0);
}

std::ptrdiff_t MemoryAccount::balance() {
  return thread_memory.balance;
}

bool MemoryAccount::is_short() {
  const auto& self = thread_memory;
  return self.most - self.balance < self.limit / 2;
}

MemoryAccount::Uncharged::Uncharged() : most_(thread_memory.most), balance_(thread_memory.balance) {
  thread_memory.most = kNoLimit;
}

MemoryAccount::Uncharged::~Uncharged() {
  auto& self = thread_memory;
  // What was allocated meanwhile is added to the limit, so that it is not charged.
  self.most = most_ == kNoLimit ? kNoLimit : most_ + (self.balance - balance_);
}

MemoryAccount::Unrefused::Unrefused() : most_(thread_memory.most) {
  thread_memory.most = kNoLimit;
  ++thread_memory.unrefused;
}

MemoryAccount::Unrefused::~Unrefused() {
  --thread_memory.unrefused;
  thread_memory.most = most_;
}

namespace process_memory {

void set_limit(std::size_t bytes) {
  process_limit = as_difference(bytes);
}

std::size_t limit() {
  return static_cast<std::size_t>(process_limit.load());
}

std::size_t used() {
  return static_cast<std::size_t>(std::max<std::ptrdiff_t>(process_used.load(), 0));
}

std::size_t available() {
  const auto pages = sysconf(_SC_PHYS_PAGES);
  const auto page = sysconf(_SC_PAGESIZE);
  if (pages <= 0 || page <= 0) return 0;
  const auto machine = static_cast<std::size_t>(pages) * static_cast<std::size_t>(page);
  return std::min(
      // Control groups version 2, and version 1.
      {machine, number_in("/sys/fs/cgroup/memory.max"), number_in("/sys/fs/cgroup/memory/memory.limit_in_bytes")});
}

}  // namespace process_memory

}  // namespace treatygraph

// The array and nothrow forms of the standard library call these.
void* operator new(std::size_t bytes) {
  return treatygraph::allocate(bytes);
}
void operator delete(void* made) noexcept {
  treatygraph::release(made);
}
void operator delete(void* made, std::size_t /*bytes*/) noexcept {
  treatygraph::release(made);
}

#ifndef __has_feature
#define __has_feature(name) 0  // only Clang has it; GCC defines __SANITIZE_ADDRESS__
#endif
#if defined(__SANITIZE_ADDRESS__) || __has_feature(address_sanitizer)
// Shared libraries get the sanitizer's own `operator new`, whose memory comes back to the `operator delete` above.
// NOLINTNEXTLINE(bugprone-reserved-identifier): the sanitizer's name
extern "C" const char* __asan_default_options() {
  return "alloc_dealloc_mismatch=0";
}
#endif
