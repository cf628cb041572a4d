#include "server/http/message.h"

#include "server/http/characters.h"

namespace treatygraph::server {

std::string_view Request::header(std::string_view name) const {
  for (const auto& [given, value] : headers) {
    if (equal_but_for_case(given, name)) return value;
  }
  return {};
}

}  // namespace treatygraph::server
