#include "server/message.h"

#include <algorithm>
#include <cctype>

namespace treatygraph::server {
namespace {

bool equal_but_for_case(std::string_view a, std::string_view b) {
  const auto lower = [](char c) { return std::tolower(static_cast<unsigned char>(c)); };
  return std::ranges::equal(a, b, {}, lower, lower);
}

}  // namespace

std::string_view Request::header(std::string_view name) const {
  for (const auto& [given, value] : headers) {
    if (equal_but_for_case(given, name)) return value;
  }
  return {};
}

}  // namespace treatygraph::server
