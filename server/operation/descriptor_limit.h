#pragma once
// The number of files and sockets that the process may open.

#include <cstddef>

namespace treatygraph::server {

/// Raises the soft limit to the hard limit of this process, and returns it; 0 if it is unknown.
std::size_t raise_descriptor_limit();

/// Opens /dev/null for each of stdin, stdout and stderr that is closed. Otherwise a file or a client's socket would get
/// its number, and printed text would go there.
void keep_standard_descriptors();

}  // namespace treatygraph::server
