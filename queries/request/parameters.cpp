#include "queries/request/parameters.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

namespace treatygraph::queries {

std::optional<std::string_view> Parameters::find(std::string_view name) const {
  const auto found = std::ranges::find_if(values_, [&](const auto& value) { return value.first == name; });
  return found == values_.end() ? std::nullopt : std::optional<std::string_view>(found->second);
}

std::string Parameters::take(std::string_view name) {
  std::string value(text(name));
  std::erase_if(values_, [&](const auto& given) { return given.first == name; });
  return value;
}

/// Repeated parameters and comma-separated values mean the same.
std::vector<std::string> Parameters::list(std::string_view name) const {
  std::vector<std::string> pieces;
  for (const auto& [given, value] : values_) {
    if (given != name) continue;
    pieces.reserve(pieces.size() + 1 + static_cast<std::size_t>(std::ranges::count(value, ',')));
    std::string_view rest = value;
    while (!rest.empty()) {
      const auto piece = rest.substr(0, rest.find(','));
      if (!piece.empty()) pieces.emplace_back(piece);
      rest.remove_prefix(std::min(piece.size() + 1, rest.size()));
    }
  }
  return pieces;
}

/// std::from_chars must consume the whole text: "3x" and "-3" are errors.
Result<std::size_t> Parameters::count(std::string_view name, std::size_t otherwise) const {
  const auto text = find(name);
  if (!text) return otherwise;
  std::size_t number = 0;
  const auto* const end = text->data() + text->size();
  const auto [stop, error] = std::from_chars(text->data(), end, number);
  if (error == std::errc{} && stop == end && !text->empty()) return number;
  return fail(ErrorCode::InvalidArgument, fmt::format("{} is {}; expected a whole number, such as 3", name, *text));
}

/// An empty value is true, so that "?parts" works like "?parts=true".
Result<bool> Parameters::flag(std::string_view name, bool otherwise) const {
  const auto text = find(name);
  if (!text) return otherwise;
  if (*text == "true" || *text == "1" || *text == "yes" || text->empty()) return true;
  if (*text == "false" || *text == "0" || *text == "no") return false;
  return fail(ErrorCode::InvalidArgument, fmt::format("{} is {}; expected true or false", name, *text));
}

Result<std::string> Parameters::required(std::string_view name) const {
  const auto value = text(name);
  if (!value.empty()) return std::string(value);
  return fail(ErrorCode::InvalidArgument, fmt::format("the parameter {} is missing", name));
}

}  // namespace treatygraph::queries
