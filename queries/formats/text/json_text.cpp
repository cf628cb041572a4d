// Text is copied in runs: plain_length() skips plain ASCII eight bytes at a time, and only bytes that need an escape
// interrupt a run.

#include "queries/formats/text/json_text.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

#include "queries/formats/text/utf8.h"
#include "queries/request/budget_in_force.h"
#include "queries/request/property_text.h"

namespace treatygraph::queries::formats {
namespace {

/// The length of the character at the start of `text` if JSON needs no escape for it; otherwise 0.
std::size_t unescaped_length(std::string_view text) {
  const auto first = static_cast<unsigned char>(text.front());
  if (first >= 0x80) return utf8_length(text);
  return first < 0x20 || first == '"' || first == '\\' ? 0 : 1;
}

/// The escape of a byte that JSON does not allow as is.
void append_escape(std::string& out, char c) {
  if (static_cast<unsigned char>(c) >= 0x80) {
    out += kReplacementCharacter;
    return;
  }
  switch (c) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    default:
      fmt::format_to(std::back_inserter(out), "\\u{:04x}", static_cast<unsigned>(c));
      return;
  }
}

/// Writes a property's value according to its type.
struct WriteProperty {
  JsonText& json;
  void operator()(std::monostate) const { json.null(); }
  void operator()(bool flag) const { json.value(flag); }
  void operator()(std::int64_t number) const { json.value(number); }
  void operator()(double number) const { json.value(number); }
  void operator()(std::string_view text) const { json.value(text); }
  void operator()(const PropertyList* list) const {
    json.begin_array();
    for (const auto& item : *list) json.value(view_of(item));
    json.end_array();
  }
  template <typename Temporal>
  void operator()(const Temporal& moment) const {
    json.value(queries::text_of(PropertyView(moment)));
  }
};

}  // namespace

void append_json_string(std::string& out, std::string_view text) {
  out += '"';
  std::size_t same = 0;  // start of the part without changes
  for (std::size_t i = plain_length(text); i < text.size(); i += plain_length(text.substr(i))) {
    if (const auto length = unescaped_length(text.substr(i))) {
      i += length;
      continue;
    }
    out.append(text, same, i - same);
    append_escape(out, text[i]);
    same = ++i;
  }
  out.append(text, same);
  out += '"';
}

JsonText& JsonText::open(char bracket) {
  BudgetInForce::spend();
  // Comma and bracket in one append.
  const std::array after_comma = {',', bracket};
  out_.append(needs_comma_ ? std::string_view(after_comma.data(), 2) : std::string_view(&bracket, 1));
  needs_comma_ = false;
  return *this;
}

JsonText& JsonText::close(char bracket) {
  out_ += bracket;
  needs_comma_ = true;
  return *this;
}

/// Leaves the comma out if none is needed by starting at the second byte.
JsonText& JsonText::key(std::string_view name) {
  constexpr std::size_t kAround = 4;  // a comma, two quotes, a colon
  constexpr std::size_t kShort = 60;
  if (name.size() <= kShort && plain_length(name) == name.size()) {
    // Member names are frequent, so each is appended at once.
    std::array<char, kShort + kAround> whole;  // NOLINT(*-member-init): filled as far as it is read
    whole[0] = ',';
    whole[1] = '"';
    auto* end = std::ranges::copy(name, &whole[2]).out;
    *end++ = '"';
    *end++ = ':';
    const char* const begin = whole.data() + (needs_comma_ ? 0 : 1);
    out_.append(begin, static_cast<std::size_t>(end - begin));
  } else {
    separate();
    append_json_string(out_, name);
    out_ += ':';
  }
  needs_comma_ = false;
  return *this;
}

JsonText& JsonText::value(std::string_view text) {
  BudgetInForce::spend_on_text(text.size());
  separate();
  append_json_string(out_, text);
  return *this;
}

/// {fmt} prints the shortest text that gives the same number back. JSON has no infinities and no NaN.
JsonText& JsonText::value(double number) {
  return std::isfinite(number) ? raw(fmt::format("{}", number)) : null();
}

JsonText& JsonText::value(const PropertyView& view) {
  std::visit(WriteProperty{*this}, view);
  return *this;
}

JsonText& JsonText::raw(std::string_view json) {
  separate();
  out_ += json;
  return *this;
}

JsonText& JsonText::raw_after_comma(std::string_view json) {
  if (!needs_comma_) json.remove_prefix(1);
  out_ += json;
  needs_comma_ = true;
  return *this;
}

}  // namespace treatygraph::queries::formats
