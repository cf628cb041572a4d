#include "server/http/header_list.h"

#include <algorithm>
#include <charconv>

namespace treatygraph::server {

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

std::string_view next_piece(std::string_view& text, char separator) {
  const auto piece = text.substr(0, text.find(separator));
  text.remove_prefix(std::min(piece.size() + 1, text.size()));
  return trimmed(piece);
}

double quality_of(std::string_view parameters) {
  while (!parameters.empty()) {
    const auto parameter = next_piece(parameters, ';');
    if (!parameter.starts_with("q=")) continue;
    double quality = 1;
    std::from_chars(parameter.data() + 2, parameter.data() + parameter.size(), quality);
    return quality;
  }
  return 1;
}

}  // namespace treatygraph::server
