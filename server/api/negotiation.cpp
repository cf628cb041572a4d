// Media ranges are matched from the most specific to the least: "text/html;q=0, */*" refuses HTML and admits everything
// else. Of formats with the same quality, the first in the table of formats wins, which is JSON.

#include "server/api/negotiation.h"

#include <string>

#include "server/http/header_list.h"

namespace treatygraph::server {
namespace {

using queries::formats::Format;
using queries::formats::FormatSpec;

/// 3 for the type itself, 2 for "text/*", 1 for "*/*", 0 for no match.
int closeness(std::string_view range, std::string_view media_type) {
  if (range == media_type) return 3;
  if (range == "*/*") return 1;
  const bool same_family = range.ends_with("/*") && media_type.starts_with(range.substr(0, range.size() - 1));
  return same_family ? 2 : 0;
}

/// The quality that the closest of the ranges gives to a media type.
double quality_for(std::string_view accept, std::string_view media_type) {
  int closest = 0;
  double quality = 0;
  while (!accept.empty()) {
    auto element = next_piece(accept, ',');
    const auto range = next_piece(element, ';');
    const auto close = closeness(range, media_type);
    if (close <= closest) continue;
    closest = close;
    quality = quality_of(element);
  }
  return quality;
}

}  // namespace

/// The quality of a format must be above zero: q=0 means "not acceptable".
std::optional<Format> best_accepted(std::string_view accept) {
  if (trimmed(accept).empty()) return Format::Json;
  std::optional<Format> best;
  double best_quality = 0;
  for (const auto& spec : queries::formats::all_formats()) {
    const auto quality = quality_for(accept, spec.media_type);
    if (quality <= best_quality) continue;
    best_quality = quality;
    best = spec.format;
  }
  return best;
}

Result<Format> negotiate(std::string_view format, std::string_view accept) {
  if (!format.empty()) return queries::formats::format_called(format);
  if (const auto best = best_accepted(accept)) return *best;
  std::string media_types;
  for (const auto& spec : queries::formats::all_formats()) {
    media_types += (media_types.empty() ? "" : ", ") + std::string(spec.media_type);
  }
  return fail(ErrorCode::InvalidArgument, "Accept admits none of " + media_types);
}

std::string content_type_of(queries::formats::Format format) {
  std::string type(queries::formats::spec_of(format).media_type);
  if (type.starts_with("text/")) type += "; charset=utf-8";
  return type;
}

}  // namespace treatygraph::server
