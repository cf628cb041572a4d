#pragma once
// How many files and sockets the process may hold open.

#include <cstddef>

namespace treatygraph::server {

/// Raises the limit to what the system lets this process have, and returns it.
std::size_t raise_descriptor_limit();

/// Opens /dev/null for those of stdin, stdout and stderr that are closed: otherwise a file or a client's socket would
/// take the number, and what is printed would go there.
void keep_standard_descriptors();

}  // namespace treatygraph::server
