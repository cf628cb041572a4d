#include "tests/support/terminal.h"

#include <array>

#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

namespace treatygraph::testing {

std::string run_on_terminal(const std::vector<std::string>& command, unsigned short columns) {
  const winsize size{24, columns, 0, 0};
  int terminal = -1;
  const pid_t pid = forkpty(&terminal, nullptr, nullptr, &size);
  if (pid == 0) {
    std::vector<char*> arguments;
    for (const auto& word : command) arguments.push_back(const_cast<char*>(word.c_str()));  // NOLINT: execv's own type
    arguments.push_back(nullptr);
    execv(arguments[0], arguments.data());
    _exit(127);
  }
  std::string shown;
  std::array<char, 4'096> buffer;
  for (ssize_t count = 0; (count = read(terminal, buffer.data(), buffer.size())) > 0;) {
    shown.append(buffer.data(), static_cast<std::size_t>(count));
  }
  close(terminal);
  waitpid(pid, nullptr, 0);
  return shown;
}

}  // namespace treatygraph::testing
