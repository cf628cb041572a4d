// The protocol: a rank says Ready; the first rank answers with a Task; the rank reads the document in a child process,
// and sends the Result, which also means that it is ready again. At the end, all get End. Each side sends Alive once a
// second, also while its child reads, so silence means that a rank is gone. The first rank reads documents itself, and
// serves the others while it waits for its child.

#include "ingest/ranks/read_over_ranks.h"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <system_error>
#include <thread>

#include <fmt/format.h>

#include "ingest/build/stored_source.h"
#include "ingest/documents/limited_child.h"
#include "ingest/ranks/hand_out.h"

namespace treatygraph::ingest {
namespace {

using Clock = std::chrono::steady_clock;
using Kind = Post::Kind;
/// Between two looks for letters, so that waiting costs no processor.
constexpr std::chrono::milliseconds kPause{5};
/// Much shorter than RankLimits::silence.
constexpr std::chrono::seconds kBetweenSigns{1};

/// A source that was not read, as bytes: its item, and why.
std::string not_read(const SourceItem& item, std::string why) {
  StoredSource source;
  source.item = item;
  source.report.source = item.path.string();
  source.report.errors.push_back(fmt::format("{}: {}", item.path.string(), why));
  return to_bytes(source);
}

/// A task as a letter: the limit in seconds, a line end, and a source of which only the item and `pictures` are set.
std::string task_of(const SourceItem& item, Pictures pictures, const RankLimits& limits) {
  StoredSource source;
  source.item = item;
  source.pictures = pictures;
  return fmt::format("{}\n{}", limits.document.count(), to_bytes(source));
}

/// Reads one document in a child process.
std::string read_in_child(const SourceItem& item, Pictures pictures, const RankLimits& limits,
                          const std::function<void()>& meanwhile) {
  ChildLimits of_child;
  of_child.time = limits.document;
  if (pictures == Pictures::Recognise) {
    of_child.time *= 20;  // each page of a scan takes seconds
    of_child.file_bytes = of_child.output_bytes;
  }
  const auto read = in_limited_child(
      of_child, [&] { return Result<std::string>(to_bytes(read_alone(item, nullptr, pictures))); }, meanwhile);
  return read ? *read : not_read(item, read.error().detail);
}

/// The result of a task. Empty if the task cannot be read, because the first rank has another version.
std::string do_task(const std::string& letter, const std::function<void()>& meanwhile) {
  RankLimits limits;
  std::size_t end_of_line = 0;
  limits.document = std::chrono::seconds(std::stol(letter, &end_of_line));
  const auto task = stored_source_of(std::string_view(letter).substr(end_of_line + 1));
  return task ? read_in_child(task->item, task->pictures, limits, meanwhile) : std::string();
}

/// Does something at most once a second.
class Pulse {
 public:
  template <typename Work>
  void beat(Work work) {
    if (Clock::now() < next_) return;
    next_ = Clock::now() + kBetweenSigns;
    work();
  }

 private:
  Clock::time_point next_ = Clock::now();
};

/// The first rank's work.
class TaskGiver {
 public:
  TaskGiver(Post& post, const std::vector<ReadingTask>& tasks, Pictures pictures, const RankLimits& limits,
            const TaskDone& done)
      : post_(post), tasks_(tasks), pictures_(pictures), limits_(limits), done_(done), hand_out_(sizes_of(tasks)) {}

  std::size_t run() {
    while (!hand_out_.is_done() && !is_stopped_) {
      if (const auto document = hand_out_.next(post_.rank())) {
        read_here(*document);
      } else {
        serve();
        std::this_thread::sleep_for(kPause);
      }
    }
    for (int rank = 1; rank < post_.count(); ++rank) {
      if (!lost_.contains(rank)) post_.send(rank, Kind::End, lost_.empty() ? "" : "lost");
    }
    return lost_.size();
  }

 private:
  /// A file without a size is read last, and its error is found then.
  static std::vector<std::size_t> sizes_of(const std::vector<ReadingTask>& tasks) {
    std::vector<std::size_t> sizes;
    for (const auto& task : tasks) {
      std::error_code error;
      const auto size = std::filesystem::file_size(task.item.path, error);
      sizes.push_back(error ? 0 : size);
    }
    return sizes;
  }

  void read_here(std::size_t document) {
    const auto read = read_in_child(tasks_[document].item, pictures_, limits_, [&] { serve(); });
    hand_out_.finish(post_.rank());
    keep(document, read);
  }

  /// Takes letters, looks after silent ranks, and gives documents to ranks that wait.
  void serve() {
    while (const auto letter = post_.next()) {
      if (lost_.contains(letter->from)) continue;  // its document was given to another
      const auto document = hand_out_.given_to(letter->from);
      if (letter->kind == Kind::Result && document) {
        hand_out_.finish(letter->from);
        keep(*document, letter->text);
      }
      if (letter->kind == Kind::Ready || letter->kind == Kind::Result) waiting_.insert(letter->from);
    }
    pulse_.beat([&] { look_after_others(); });
    while (!waiting_.empty() && !is_stopped_) {
      const auto rank = *waiting_.begin();
      const auto document = hand_out_.next(rank);
      if (!document) return;
      waiting_.erase(rank);
      post_.send(rank, Kind::Task, task_of(tasks_[*document].item, pictures_, limits_));
    }
  }
  /// Ranks that were silent for too long are lost. The others get a sign of life.
  void look_after_others() {
    for (int rank = 1; rank < post_.count(); ++rank) {
      if (lost_.contains(rank)) continue;
      if (post_.silence_of(rank) < limits_.silence) {
        post_.send(rank, Kind::Alive);
        continue;
      }
      lost_.insert(rank);
      waiting_.erase(rank);
      if (const auto given_up = hand_out_.lose(rank)) {
        keep(*given_up, not_read(tasks_[*given_up].item, "the ranks that read it died, twice"));
      }
    }
  }

  /// Passes a result on. Bytes that cannot be read come from another version of the program, and are an error of the
  /// document.
  void keep(std::size_t document, const std::string& bytes) {
    auto read = stored_source_of(bytes);
    if (!read) {
      read = stored_source_of(not_read(tasks_[document].item,
                                       "another rank sent something else; all ranks need the same "
                                       "version of this program"));
    }
    if (read && !is_stopped_ && !done_(document, *std::move(read))) is_stopped_ = true;
  }

  Post& post_;
  const std::vector<ReadingTask>& tasks_;
  Pictures pictures_;
  const RankLimits& limits_;
  const TaskDone& done_;
  HandOut hand_out_;
  std::set<int> waiting_;  ///< ranks that have no document
  std::set<int> lost_;
  Pulse pulse_;
  bool is_stopped_ = false;
};

}  // namespace

std::size_t give_out_documents(Post& post, const std::vector<ReadingTask>& tasks, Pictures pictures,
                               const RankLimits& limits, const TaskDone& done) {
  return TaskGiver(post, tasks, pictures, limits, done).run();
}

RanksAtEnd read_given_documents(Post& post, const RankLimits& limits) {
  Pulse pulse;
  const auto give_sign = [&] { pulse.beat([&] { post.send(0, Kind::Alive); }); };
  post.send(0, Kind::Ready);
  for (;;) {
    give_sign();
    const auto letter = post.next();
    if (!letter && post.silence_of(0) > limits.patience) return RanksAtEnd::FirstLost;
    if (!letter) std::this_thread::sleep_for(kPause);
    if (letter && letter->kind == Kind::End) return letter->text.empty() ? RanksAtEnd::All : RanksAtEnd::SomeLost;
    if (letter && letter->kind == Kind::Task) post.send(0, Kind::Result, do_task(letter->text, give_sign));
  }
}

}  // namespace treatygraph::ingest
