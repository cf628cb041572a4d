#include "server/operation/descriptor_limit.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

namespace treatygraph::server {

std::size_t raise_descriptor_limit() {
  constexpr std::size_t kUnlimited = 1U << 20U;  // counted as if it were the limit
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return 0;
  const auto before = limit.rlim_cur;
  limit.rlim_cur = limit.rlim_max;
  const bool is_raised = setrlimit(RLIMIT_NOFILE, &limit) == 0;
  const auto now = is_raised ? limit.rlim_cur : before;
  return now == RLIM_INFINITY ? kUnlimited : static_cast<std::size_t>(now);
}

void keep_standard_descriptors() {
  for (int number = STDIN_FILENO; number <= STDERR_FILENO; ++number) {
    if (fcntl(number, F_GETFD) < 0) (void)open("/dev/null", O_RDWR);  // gets the lowest free number, which is this one
  }
}

}  // namespace treatygraph::server
