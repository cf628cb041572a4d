#include "server/api/saved_file.h"

#include <algorithm>
#include <string>

#include <fmt/format.h>

#include "graph/ascii.h"

namespace treatygraph::server {
namespace {

/// Replaces everything but letters, digits and "-_.@" by '-', and keeps at most 80 bytes: a name that every file system
/// and every shell accepts.
std::string for_file_name(std::string_view words) {
  constexpr std::size_t kLongest = 80;
  std::string name(words.substr(0, kLongest));
  std::ranges::replace_if(
      name, [](char c) { return !is_letter_or_digit(c) && std::string_view("-_.@").find(c) == std::string_view::npos; },
      '-');
  return name;
}

}  // namespace

void save_as(std::string_view what, queries::formats::Format format, Response& response) {
  response.headers.emplace_back("Content-Disposition",
                                fmt::format("attachment; filename=\"treatygraph-{}.{}\"", for_file_name(what),
                                            queries::formats::spec_of(format).extension));
}

}  // namespace treatygraph::server
