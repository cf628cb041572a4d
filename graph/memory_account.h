#pragma once
// Memory limits of a piece of work and of the process.
//
// Replaces `operator new`, so every object, string and container is counted without any code for it. Each thread counts
// for itself and reports to the process occasionally, as in ClickHouse's MemoryTracker. Memory that C libraries
// allocate with malloc (SQLite, ICU, zlib) is not counted, and neither are objects with an extended alignment, which
// have an `operator new` of their own.

#include <cstddef>
#include <new>

namespace treatygraph {

/// Thrown instead of std::bad_alloc by an allocation that its account refuses. Nothing was allocated.
class MemoryExceeded : public std::bad_alloc {
 public:
  /// Which limit was reached: that of an account, or that of the process.
  enum class Limit { Work, Process };
  MemoryExceeded(Limit limit, std::size_t bytes) : limit_(limit), bytes_(bytes) {}
  [[nodiscard]] Limit limit() const { return limit_; }
  /// The limit.
  [[nodiscard]] std::size_t bytes() const { return bytes_; }
  [[nodiscard]] const char* what() const noexcept override { return "a limit of memory was reached"; }

 private:
  Limit limit_;
  std::size_t bytes_;
};

/// While an account exists, its thread may allocate at most `limit` bytes more than it had before. Its
/// allocations must not push the process over the limit of the process either. Accounts nest; the lower limit applies.
/// A refused allocation throws MemoryExceeded. Create and destroy it on the same thread, as a local variable: other
/// threads are not charged to it.
class MemoryAccount {
 public:
  explicit MemoryAccount(std::size_t limit);
  /// Returns unused pages to the system if the work used much memory and no other account of the thread is left.
  ~MemoryAccount();
  MemoryAccount(const MemoryAccount&) = delete;
  MemoryAccount& operator=(const MemoryAccount&) = delete;

  /// Bytes allocated minus bytes freed by the calling thread. Only differences are meaningful.
  [[nodiscard]] static std::ptrdiff_t balance();
  /// Whether less than half of the calling thread's limit is left. False without an account.
  [[nodiscard]] static bool is_short();

  /// While it exists, allocations of its thread are not charged to the account: they belong to something that outlives
  /// the work, such as an index kept with a graph.
  class Uncharged {
   public:
    Uncharged();
    ~Uncharged();
    Uncharged(const Uncharged&) = delete;
    Uncharged& operator=(const Uncharged&) = delete;

   private:
    std::ptrdiff_t most_;
    std::ptrdiff_t balance_;
  };

  /// While it exists, allocations are charged, and neither the account nor the process refuses them: for libraries that
  /// are not exception-safe. The first allocation after it may be refused.
  class Unrefused {
   public:
    Unrefused();
    ~Unrefused();
    Unrefused(const Unrefused&) = delete;
    Unrefused& operator=(const Unrefused&) = delete;

   private:
    std::ptrdiff_t most_;
  };

 private:
  std::ptrdiff_t outer_most_;
  std::ptrdiff_t outer_limit_;
  std::ptrdiff_t outer_peak_;
};

namespace process_memory {

/// The limit on everything counted; unlimited by default.
void set_limit(std::size_t bytes);
[[nodiscard]] std::size_t limit();
/// Bytes in use, as reported by the threads: each thread may be about 256 KiB ahead.
[[nodiscard]] std::size_t used();
/// The memory of the machine or of the process's control group, whichever is less; 0 if it is not known. It is the
/// total, not what is free.
[[nodiscard]] std::size_t available();

}  // namespace process_memory

}  // namespace treatygraph
