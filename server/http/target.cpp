// A target is split at its separators before anything is decoded: "uncc%2Fart_1" is one segment, although it decodes to
// text with a slash.

#include "server/http/target.h"

#include <algorithm>

#include <fmt/format.h>

#include "queries/formats/text/utf8.h"
#include "server/http/characters.h"

namespace treatygraph::server {
namespace {

constexpr std::size_t kUsualSegments = 4;  // reserved in advance: /v1/nodes/KEY/relationships

using queries::formats::plain_length;
using queries::formats::utf8_length;

/// Whether it is UTF-8 without control characters. Values may contain line ends, because queries do.
/// Runs of plain ASCII are skipped eight bytes at a time (plain_length).
bool is_plain_text(std::string_view text, bool may_have_lines) {
  for (text.remove_prefix(plain_length(text)); !text.empty(); text.remove_prefix(plain_length(text))) {
    const auto first = static_cast<unsigned char>(text.front());
    const auto length = utf8_length(text);
    const bool is_blank = first == '\t' || first == '\n' || first == '\r';
    const bool is_control = first < 0x20 || first == 0x7f;
    if (length == 0 || (is_control && !(is_blank && may_have_lines))) return false;
    text.remove_prefix(length);
  }
  return true;
}

/// Where a piece of text comes from: it decides about '+' and about line ends.
enum class Part : std::uint8_t { Segment, Name, Value };

/// Decodes escapes and, outside the path, '+' as a space.
Result<void> unescape(std::string& text, Part part) {
  std::string bytes;
  bytes.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      bytes += text[i] == '+' && part != Part::Segment ? ' ' : text[i];
      continue;
    }
    const auto byte = escaped_byte(std::string_view(text).substr(i));
    if (!byte) return fail(ErrorCode::InvalidArgument, "a % in the target is not followed by two hexadecimal digits");
    bytes += *byte;
    i += 2;
  }
  text = std::move(bytes);
  return {};
}

/// Decodes `text` in place.
Result<void> decode(std::string& text, Part part) {
  const bool stands_for_itself = text.find('%') == std::string::npos && text.find('+') == std::string::npos;
  if (!stands_for_itself) {
    if (auto done = unescape(text, part); !done) return done;
  }
  if (is_plain_text(text, part == Part::Value)) return {};
  return fail(ErrorCode::InvalidArgument, "the target does not decode to UTF-8 text without control characters");
}

/// Calls `each` with the pieces of `text` between `separator`s, until one call fails.
template <typename Each>
Result<void> for_each_piece(std::string_view text, char separator, Each each) {
  while (!text.empty()) {
    const auto piece = text.substr(0, text.find(separator));
    text.remove_prefix(std::min(piece.size() + 1, text.size()));
    if (piece.empty()) continue;
    if (Result<void> done = each(piece); !done) return done;
  }
  return {};
}

}  // namespace

Result<Target> parse_target(std::string_view target) {
  Target parsed;
  parsed.segments.reserve(kUsualSegments);
  const auto question_mark = target.find('?');
  const auto path = target.substr(0, question_mark);
  auto done = for_each_piece(path, '/', [&](std::string_view piece) -> Result<void> {
    return decode(parsed.segments.emplace_back(piece), Part::Segment);
  });
  if (!done) return fail(done.error());
  if (question_mark == std::string_view::npos) return parsed;
  auto parameters = parse_form(target.substr(question_mark + 1));
  if (!parameters) return fail(parameters.error());
  parsed.parameters = std::move(*parameters);
  return parsed;
}

Result<queries::Parameters> parse_form(std::string_view form) {
  queries::Parameters parameters;
  parameters.expect(static_cast<std::size_t>(std::ranges::count(form, '&')) + 1);
  const auto done = for_each_piece(form, '&', [&](std::string_view piece) -> Result<void> {
    const auto equals = std::min(piece.find('='), piece.size());
    std::string name(piece.substr(0, equals));
    std::string value(piece.substr(std::min(equals + 1, piece.size())));
    if (auto read = decode(name, Part::Name); !read) return read;
    if (auto read = decode(value, Part::Value); !read) return read;
    parameters.add(std::move(name), std::move(value));
    return {};
  });
  if (!done) return fail(done.error());
  return parameters;
}

namespace {

/// Escapes every byte other than letters, digits and those in `safe`. Escapes are in upper case (RFC 3986, 2.1).
std::string encoded_but_for(std::string_view safe, std::string_view text) {
  std::string encoded;
  for (const char c : text) {
    const bool is_safe = is_letter_or_digit(c) || safe.find(c) != std::string_view::npos;
    encoded += is_safe ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return encoded;
}

}  // namespace

std::string percent_encoded(std::string_view text) {
  return encoded_but_for("-_.~:@,", text);
}

std::string form_encoded(std::string_view text) {
  auto encoded = encoded_but_for("*-._ ", text);
  std::ranges::replace(encoded, ' ', '+');
  return encoded;
}

bool is_probe(std::string_view target) {
  const auto path = target.substr(0, target.find('?'));
  return path == "/healthz" || path == "/readyz";
}

}  // namespace treatygraph::server
