#include "queries/formats/graphs/plain_text.h"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "queries/formats/text/utf8.h"

namespace treatygraph::queries::formats {

void write(JsonText& json, const PlainValue& value) {
  if (const auto* texts = std::get_if<std::vector<std::string>>(&value)) {
    json.begin_array();
    for (const auto& text : *texts) json.value(text);
    json.end_array();
    return;
  }
  std::visit(
      [&](const auto& plain) {
        if constexpr (!std::is_same_v<std::decay_t<decltype(plain)>, std::vector<std::string>>) json.value(plain);
      },
      value);
}

void write_members(JsonText& json, const PlainProperties& properties) {
  for (const auto& [name, value] : properties) {
    json.key(name);
    write(json, value);
  }
}

void write_strings(JsonText& json, std::string_view name, const std::vector<std::string>& texts) {
  json.key(name);
  write(json, PlainValue(texts));
}

std::string text_of(const PlainValue& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  if (const auto* texts = std::get_if<std::vector<std::string>>(&value))
    return fmt::format("{}", fmt::join(*texts, "; "));
  std::string written;
  JsonText json(written);
  write(json, value);
  return written;
}

std::string text_of(const PlainProperties& properties, std::string_view name) {
  const auto found = std::ranges::find(properties, name, [](const auto& property) { return property.first; });
  return found == properties.end() ? std::string() : text_of(found->second);
}

std::string joined_labels(const std::vector<std::string>& labels) {
  return fmt::format("{}", fmt::join(labels, ";"));
}

std::string xml_text(std::string_view text) {
  std::string escaped;
  escaped.reserve(text.size());
  while (!text.empty()) {
    const auto length = utf8_length(text);
    const auto c = static_cast<unsigned char>(text[0]);
    const bool is_char = length > 0 && (c >= 0x20 || c == '\t' || c == '\n' || c == '\r');
    const auto character = text.substr(0, length);
    // U+FFFE and U+FFFF are valid in UTF-8 but not in XML (2.2).
    if (!is_char || character == "\xEF\xBF\xBE" || character == "\xEF\xBF\xBF")
      escaped += kReplacementCharacter;
    else if (c == '&')
      escaped += "&amp;";
    else if (c == '<')
      escaped += "&lt;";
    else if (c == '>')
      escaped += "&gt;";
    else if (c == '"')
      escaped += "&quot;";
    else
      escaped += character;
    text.remove_prefix(length == 0 ? 1 : length);
  }
  return escaped;
}

}  // namespace treatygraph::queries::formats
