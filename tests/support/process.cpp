#include "tests/support/process.h"

#include <array>
#include <csignal>
#include <cstdlib>
#include <thread>

#include <sys/wait.h>
#include <unistd.h>

namespace treatygraph::testing {
namespace {

std::string read_all(int descriptor) {
  std::string all;
  std::array<char, 4'096> buffer;
  for (ssize_t count = 0; (count = read(descriptor, buffer.data(), buffer.size())) > 0;) {
    all.append(buffer.data(), static_cast<std::size_t>(count));
  }
  return all;
}

}  // namespace

Process::Process(const std::vector<std::string>& command) {
  std::array<int, 2> out{};
  std::array<int, 2> err{};
  if (pipe(out.data()) != 0 || pipe(err.data()) != 0) std::abort();
  pid_ = fork();
  if (pid_ == 0) {
    dup2(out[1], STDOUT_FILENO);
    dup2(err[1], STDERR_FILENO);
    for (const int descriptor : {out[0], out[1], err[0], err[1]}) close(descriptor);
    std::vector<char*> arguments;
    for (const auto& word : command) arguments.push_back(const_cast<char*>(word.c_str()));  // NOLINT: execvp's own type
    arguments.push_back(nullptr);
    execvp(arguments[0], arguments.data());
    _exit(127);
  }
  close(out[1]);
  close(err[1]);
  out_ = out[0];
  err_ = err[0];
}

Process::~Process() {
  if (!waited_) {
    kill(pid_, SIGKILL);
    wait();
  }
  close(out_);
  close(err_);
}

std::string Process::read_line() {
  std::string line;
  for (char c = 0; read(out_, &c, 1) == 1 && c != '\n';) line += c;
  return line;
}

void Process::send_signal(int signal) const {
  kill(pid_, signal);
}

int Process::wait() {
  int status = 0;
  waitpid(pid_, &status, 0);
  waited_ = true;
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

std::string Process::output() {
  return read_all(out_);
}

std::string Process::errors() {
  return read_all(err_);
}

Finished run(const std::vector<std::string>& command) {
  Process process(command);
  Finished finished;
  std::jthread reader([&] { finished.err = process.errors(); });
  finished.out = process.output();
  reader.join();
  finished.exit_code = process.wait();
  return finished;
}

}  // namespace treatygraph::testing
