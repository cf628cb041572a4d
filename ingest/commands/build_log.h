#pragma once
// The messages of a build on stderr: a progress bar for people, or lines of JSON for programs.

#include <cstddef>
#include <string>
#include <string_view>

namespace treatygraph::ingest {

enum class LogFormat { Text, Json };

/// One message for each problem. Messages clear the bar, so that they do not run into it.
class BuildLog {
 public:
  /// The bar is only drawn if stderr is a terminal and the format is text.
  explicit BuildLog(LogFormat format);
  ~BuildLog();
  BuildLog(const BuildLog&) = delete;
  BuildLog& operator=(const BuildLog&) = delete;

  /// Draws the bar. Only one thread at a time may call it.
  void progress(std::string_view stage, std::size_t done, std::size_t of);
  /// `source` is the path of the source; empty if the message belongs to none.
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
