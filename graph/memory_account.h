#pragma once
// How much memory a piece of work may take, and how much the process may.
//
// The program's `operator new` is replaced: every object, string and container that a thread makes is counted, so that
// nothing has to be counted by hand, and a new parser, plan or format cannot forget to. A thread counts for itself and
// tells the process now and then; the design is that of ClickHouse's MemoryTracker. Memory that C libraries take with
// malloc (SQLite, ICU, zlib) is not seen.

#include <cstddef>
#include <new>

namespace treatygraph {

/// Thrown in place of std::bad_alloc by an allocation that its account refuses. Nothing was allocated.
class MemoryExceeded : public std::bad_alloc {
 public:
  enum class Limit { Work, Process };
  MemoryExceeded(Limit limit, std::size_t bytes) : limit_(limit), bytes_(bytes) {}
  [[nodiscard]] Limit limit() const { return limit_; }
  /// Of the limit.
  [[nodiscard]] std::size_t bytes() const { return bytes_; }
  [[nodiscard]] const char* what() const noexcept override { return "a limit of memory was reached"; }

 private:
  Limit limit_;
  std::size_t bytes_;
};

/// While it lives, its thread may not hold more than `limit` bytes in addition to those that it held before, and none
/// of its allocations may carry the process over its own limit. Accounts nest; the narrower limit counts. An allocation
/// that is refused throws MemoryExceeded.
class MemoryAccount {
 public:
  explicit MemoryAccount(std::size_t limit);
  /// Gives unused pages back to the system if the work had taken much.
  ~MemoryAccount();
  MemoryAccount(const MemoryAccount&) = delete;
  MemoryAccount& operator=(const MemoryAccount&) = delete;

  /// Bytes that the calling thread has allocated less those that it has freed. Only differences mean something.
  [[nodiscard]] static std::ptrdiff_t balance();
  /// Whether less than half of the calling thread's limit is left. False without an account.
  [[nodiscard]] static bool is_short();

  /// While it lives, allocations of its thread are not charged: they make what outlives the work, such as an index that
  /// is kept with a graph.
  class Lasting {
   public:
    Lasting();
    ~Lasting();
    Lasting(const Lasting&) = delete;
    Lasting& operator=(const Lasting&) = delete;

   private:
    std::ptrdiff_t most_;
    std::ptrdiff_t balance_;
  };

  /// While it lives, allocations are charged but none is refused: around a library that is not made for exceptions. The
  /// first allocation after it may be.
  class Patient {
   public:
    Patient();
    ~Patient();
    Patient(const Patient&) = delete;
    Patient& operator=(const Patient&) = delete;

   private:
    std::ptrdiff_t most_;
  };

 private:
  std::ptrdiff_t outer_most_;
  std::ptrdiff_t outer_limit_;
  std::ptrdiff_t outer_peak_;
};

namespace process_memory {

/// Of all that is counted, by default without limit.
void set_limit(std::size_t bytes);
[[nodiscard]] std::size_t limit();
/// As far as the threads have told: each may be some 256 KiB ahead.
[[nodiscard]] std::size_t used();
/// Of the machine, or of the control group that the process is in, whichever is less. 0 if neither can be read.
[[nodiscard]] std::size_t available();

}  // namespace process_memory

}  // namespace treatygraph
