#include "server/http/thrown.h"

#include <exception>

namespace treatygraph::server {

std::string what_was_thrown() try { throw; } catch (const std::exception& error) {
  return error.what();
} catch (...) {
  return "an exception that is no std::exception";
}

}  // namespace treatygraph::server
