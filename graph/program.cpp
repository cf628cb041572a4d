#include "graph/program.h"

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <exception>
#include <initializer_list>
#include <iostream>
#include <new>
#include <system_error>

#include <fcntl.h>
#include <unistd.h>

namespace treatygraph {
namespace {

/// Does not allocate: the message may be that memory is lacking.
void say_parts(std::initializer_list<std::string_view> parts) {
  for (const auto part : parts) std::fwrite(part.data(), 1, part.size(), stderr);
  std::fputc('\n', stderr);
}

/// Opens the standard streams that the caller closed (`program >&-`). Otherwise the next file that is opened would get
/// the number of such a stream, and printed text would go into treaties.db.
void open_closed_streams() {
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (fcntl(stream, F_GETFD) != -1 || errno != EBADF) continue;
    (void)open("/dev/null", stream == STDOUT_FILENO ? O_RDONLY : O_RDWR);  // so writing to stdout fails, as it should
  }
}

/// 0 if everything that was printed was accepted; otherwise the errno of the failure.
int error_of_stdout() {
  errno = 0;
  std::cout.flush();
  if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return 0;
  return errno != 0 ? errno : EIO;
}

/// The exit code if stdout failed. A reader that closed its pipe (`| head`) is no error worth a message.
int end_of_unwritten_output(std::string_view name, int failed, int error) {
  constexpr int kBySigpipe = 128 + SIGPIPE;
  if (error == EPIPE) return kBySigpipe;
  say_parts({name, ": standard output cannot be written: ", std::strerror(error)});
  return failed;
}

}  // namespace

void print(std::string_view text) {
  if (std::fwrite(text.data(), 1, text.size(), stdout) == text.size()) return;
  throw std::system_error(errno, std::generic_category(), "standard output cannot be written");
}

void say(std::string_view line) {
  say_parts({line});
}

int run_program(std::string_view name, int failed, const std::function<int()>& work) {
  open_closed_streams();
  std::signal(SIGXFSZ, SIG_IGN);  // a file that grows too large is an error of write(), told like a full disk
  int exit_code = failed;
  try {
    exit_code = work();
  } catch (const std::bad_alloc&) {
    say_parts({name, ": there is not enough memory; ask for less, or give it more"});
  } catch (const std::system_error& error) {
    if (std::ferror(stdout) != 0) return end_of_unwritten_output(name, failed, error.code().value());
    say_parts({name, ": ", error.what()});
  } catch (const std::exception& error) {
    say_parts({name, ": ", error.what()});
  }
  const int error = error_of_stdout();
  return error == 0 || exit_code != 0 ? exit_code : end_of_unwritten_output(name, failed, error);
}

}  // namespace treatygraph
