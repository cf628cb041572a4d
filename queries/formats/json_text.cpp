#include "queries/formats/json_text.h"

#include <array>
#include <cmath>

#include <fmt/format.h>

#include "queries/formats/utf8.h"
#include "queries/property_text.h"

namespace treatygraph::queries::formats {
namespace {

/// For each byte: 0 plain, 1 looked at closely (control, quote, backslash, not ASCII).
constexpr auto kSpecial = [] {
  std::array<bool, 256> special{};
  for (std::size_t byte = 0; byte < 256; ++byte)
    special[byte] = byte < 0x20 || byte >= 0x80 || byte == '"' || byte == '\\';
  return special;
}();

void append_escape(std::string& out, char c) {
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
    json.value(text_of(PropertyView(moment)));
  }
};

}  // namespace

void append_json_string(std::string& out, std::string_view text) {
  out += '"';
  std::size_t plain = 0;  // start of what needs no change
  for (std::size_t i = 0; i < text.size();) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (!kSpecial[byte]) {
      ++i;
      continue;
    }
    if (byte >= 0x80) {
      if (const auto length = utf8_length(text.substr(i))) {
        i += length;
        continue;
      }
    }
    out.append(text, plain, i - plain);
    if (byte >= 0x80) {
      out += kReplacementCharacter;
    } else {
      append_escape(out, text[i]);
    }
    plain = ++i;
  }
  out.append(text, plain);
  out += '"';
}

JsonText& JsonText::open(char bracket) {
  separate();
  out_ += bracket;
  needs_comma_ = false;
  return *this;
}

JsonText& JsonText::close(char bracket) {
  out_ += bracket;
  needs_comma_ = true;
  return *this;
}

JsonText& JsonText::key(std::string_view name) {
  separate();
  append_json_string(out_, name);
  out_ += ':';
  needs_comma_ = false;
  return *this;
}

JsonText& JsonText::value(std::string_view text) {
  separate();
  append_json_string(out_, text);
  return *this;
}

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

}  // namespace treatygraph::queries::formats
