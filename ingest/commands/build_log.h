#pragma once
// The messages of a build on stderr: a progress bar for people, lines for logs.

#include <cstddef>
#include <string>
#include <string_view>

namespace treatygraph::ingest {

enum class LogFormat { Text, Json };

class BuildLog {
 public:
  /// The bar is drawn if stderr is a terminal and the format is for people.
  explicit BuildLog(LogFormat format);
  ~BuildLog();
  BuildLog(const BuildLog&) = delete;
  BuildLog& operator=(const BuildLog&) = delete;

  /// Called by one thread at a time.
  void progress(std::string_view stage, std::size_t done, std::size_t of);
  /// One message per problem; `source` may be empty.
  void error(std::string_view source, std::string_view message);
  void warning(std::string_view source, std::string_view message);
  void note(std::string_view message);

 private:
  void clear_bar();
  void line(std::string_view level, std::string_view source, std::string_view message);

  LogFormat format_;
  bool has_bar_;
  std::size_t drawn_ = 0;  ///< width of the bar on screen
};

}  // namespace treatygraph::ingest
