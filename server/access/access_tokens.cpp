// Tokens are compared with every token of the file and over all their bytes, so the time of an answer does not tell how
// much of a guess was right. Only the length of the guess shows, and that is known to the client.

#include "server/access/access_tokens.h"

#include <algorithm>
#include <fstream>
#include <optional>
#include <sstream>

#include <fmt/format.h>

#include "server/http/characters.h"
#include "server/http/header_list.h"
#include "server/http/problem.h"

namespace treatygraph::server {
namespace {

constexpr std::size_t kLargestFile = 65'536;  // bytes
constexpr std::string_view kBase64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// The characters that may follow "Bearer" (RFC 6750, 2.1).
bool is_token68(std::string_view text) {
  const auto padding = text.find_last_not_of('=') + 1;
  const auto is_allowed = [](char c) {
    return is_letter_or_digit(c) || std::string_view("-._~+/").find(c) != std::string_view::npos;
  };
  return padding > 0 && std::ranges::all_of(text.substr(0, padding), is_allowed);
}

/// -1 if it is not a digit of base 64.
int base64_value(char c) {
  const auto at = kBase64.find(c);
  return at == std::string_view::npos ? -1 : static_cast<int>(at);
}

/// Stops at the padding. Empty if the text contains any other character, which is then not a token either.
std::string from_base64(std::string_view text) {
  std::string bytes;
  unsigned bits = 0;
  unsigned count = 0;
  for (const char c : text.substr(0, text.find('='))) {
    const auto value = base64_value(c);
    if (value < 0) return {};
    bits = (bits << 6U | static_cast<unsigned>(value)) & 0xffffffU;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    bytes += static_cast<char>(bits >> count & 0xffU);
  }
  return bytes;
}

/// The token or password of a request.
std::optional<std::string> credential_in(const Request& request) {
  auto rest = request.header("Authorization");
  const auto scheme = next_piece(rest, ' ');
  rest = trimmed(rest);
  if (equal_but_for_case(scheme, "bearer")) return std::string(rest);
  if (!equal_but_for_case(scheme, "basic")) return std::nullopt;
  // The user name before the first colon does not matter.
  const auto pair = from_base64(rest);
  const auto colon = pair.find(':');
  return colon == std::string::npos ? std::nullopt : std::optional(pair.substr(colon + 1));
}

/// Compares every byte, wherever the first difference is.
bool is_same(std::string_view given, std::string_view token) {
  unsigned difference = given.size() == token.size() ? 0 : 1;
  for (std::size_t i = 0; i < given.size(); ++i) {
    const unsigned byte = static_cast<unsigned char>(given[i]);
    difference |= byte ^ static_cast<unsigned char>(token[i % token.size()]);
  }
  return difference == 0;
}

/// One byte more than allowed is read, so that a file that is too large is noticed.
Result<std::string> text_of(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  std::string text(kLargestFile + 1, '\0');
  stream.read(text.data(), static_cast<std::streamsize>(text.size()));
  if (stream.bad() || (stream.fail() && !stream.eof())) {
    return fail(ErrorCode::InvalidArgument, fmt::format("--token-file {}: it cannot be read", file.string()));
  }
  text.resize(static_cast<std::size_t>(stream.gcount()));
  if (text.size() <= kLargestFile) return text;
  return fail(ErrorCode::InvalidArgument,
              fmt::format("--token-file {}: it has more than {} bytes", file.string(), kLargestFile));
}

}  // namespace

Result<AccessTokens> AccessTokens::read(const std::filesystem::path& file) {
  const auto text = text_of(file);
  if (!text) return fail(text.error());
  AccessTokens tokens;
  std::istringstream lines(*text);
  std::size_t number = 0;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    if (line.ends_with('\r')) line.pop_back();
    const auto token = trimmed(line);
    if (token.empty() || token.starts_with('#')) continue;
    if (!is_token68(token)) {
      return fail(ErrorCode::InvalidArgument,
                  fmt::format("--token-file {}, line {}: a token is letters, digits and -._~+/ with = at its end",
                              file.string(), number));
    }
    tokens.tokens_.emplace_back(token);
  }
  if (!tokens.tokens_.empty()) return tokens;
  return fail(ErrorCode::InvalidArgument,
              fmt::format("--token-file {}: no token in it; write one a line", file.string()));
}

bool AccessTokens::admit(const Request& request) const {
  const auto given = credential_in(request);
  return given && admit(std::string_view(*given));
}

bool AccessTokens::admit(std::string_view token) const {
  bool is_known = false;
  for (const auto& known : tokens_) is_known |= is_same(token, known);
  return is_known;
}

Response AccessTokens::refuse(const Request& request) {
  const bool has_tried = !request.header("Authorization").empty();
  auto response = problem(401, has_tried ? "this token is not one of the server's; ask its operator for one"
                                         : "this server asks for a token: send Authorization: Bearer TOKEN, or the "
                                           "token as the password of any user");
  // Browsers read one challenge per header.
  response.headers.emplace_back(
      "WWW-Authenticate", fmt::format("Bearer realm=\"treatygraph\"{}", has_tried ? ", error=\"invalid_token\"" : ""));
  response.headers.emplace_back("WWW-Authenticate", R"(Basic realm="treatygraph", charset="UTF-8")");
  return response;
}

}  // namespace treatygraph::server
