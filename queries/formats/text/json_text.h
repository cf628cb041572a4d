#pragma once
// JSON appended piece by piece to one string: no document tree is built for an answer.

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>

#include "graph/property.h"

namespace treatygraph::queries::formats {

/// Appends `text` as a JSON string with its quotes. Bytes that are not UTF-8 become U+FFFD, so that the whole stays
/// JSON.
void append_json_string(std::string& out, std::string_view text);

/// Commas and brackets are its business; the caller opens and closes in pairs.
class JsonText {
 public:
  explicit JsonText(std::string& out) : out_(out) {}

  JsonText& begin_object() { return open('{'); }
  JsonText& end_object() { return close('}'); }
  JsonText& begin_array() { return open('['); }
  JsonText& end_array() { return close(']'); }
  JsonText& key(std::string_view name);

  JsonText& value(std::string_view text);
  JsonText& value(const std::string& text) { return value(std::string_view(text)); }
  JsonText& value(const char* text) { return value(std::string_view(text)); }
  JsonText& value(bool flag) { return raw(flag ? "true" : "false"); }
  JsonText& value(double number);  ///< null where it is not finite
  template <std::integral Integer>
  requires(!std::same_as<Integer, bool>) JsonText& value(Integer number) { return raw(std::to_string(number)); }
  JsonText& value(const PropertyView& view);
  JsonText& null() { return raw("null"); }
  /// `json` must be one whole JSON value.
  JsonText& raw(std::string_view json);
  /// `json` begins with a comma, which is left out where none is due, and is one whole value or more, or the
  /// beginning of an object: what is written very often is appended at once.
  JsonText& raw_after_comma(std::string_view json);

  /// Puts `c` in the place of the last but one character.
  void replace_before_end(char c) { out_[out_.size() - 2] = c; }

  /// Room for so many bytes more: a long answer is not copied again and again while it grows.
  void expect(std::size_t bytes) { out_.reserve(out_.size() + bytes); }

  template <typename Value>
  JsonText& member(std::string_view name, const Value& what) {
    return key(name).value(what);
  }

 private:
  JsonText& open(char bracket);
  JsonText& close(char bracket);
  void separate() {
    if (needs_comma_) out_ += ',';
    needs_comma_ = true;
  }

  std::string& out_;
  bool needs_comma_ = false;
};

}  // namespace treatygraph::queries::formats
