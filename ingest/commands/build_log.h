#pragma once
// What a build says while it runs, on stderr: a bar for a person, lines for a log, nothing that nobody needs.

#include <cstddef>
#include <string>
#include <string_view>

namespace treatygraph::ingest {

enum class LogFormat { Text, Json };

class BuildLog {
 public:
  /// The bar is drawn where stderr is a terminal and the format is for people.
  explicit BuildLog(LogFormat format);
  ~BuildLog();
  BuildLog(const BuildLog&) = delete;
  BuildLog& operator=(const BuildLog&) = delete;

  /// Called by one thread at a time.
  void progress(std::string_view stage, std::size_t done, std::size_t of);
  /// One message for one thing that is wrong; `source` may be empty.
  void error(std::string_view source, std::string_view message);
  void warning(std::string_view source, std::string_view message);
  void note(std::string_view message);

 private:
  void clear_bar();
  void line(std::string_view level, std::string_view source, std::string_view message);

  LogFormat format_;
  bool has_bar_;
  std::size_t drawn_ = 0;  ///< columns of the bar that stands there
};

}  // namespace treatygraph::ingest
