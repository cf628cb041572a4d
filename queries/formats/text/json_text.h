#pragma once
// Appends JSON piece by piece to a string, without a document tree (RFC 8259). Large answers are written this way:
// nothing is stored twice.

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>

#include "graph/property.h"

namespace treatygraph::queries::formats {

/// Appends `text` as a quoted JSON string. Invalid UTF-8 becomes U+FFFD, so that the result is valid JSON.
void append_json_string(std::string& out, std::string_view text);

/// A writer for one JSON text. It handles commas; the caller opens and closes objects and arrays in pairs, and gives
/// each value in an object a key. `out` must outlive it. Charges its work to the budget in force, if any, and throws
/// OutOfBudget when it is spent.
class JsonText {
 public:
  explicit JsonText(std::string& out) : out_(out) {}

  JsonText& begin_object() { return open('{'); }
  JsonText& end_object() { return close('}'); }
  JsonText& begin_array() { return open('['); }
  JsonText& end_array() { return close(']'); }
  /// A member's name; its value must follow.
  JsonText& key(std::string_view name);

  JsonText& value(std::string_view text);
  JsonText& value(const std::string& text) { return value(std::string_view(text)); }
  JsonText& value(const char* text) { return value(std::string_view(text)); }
  JsonText& value(bool flag) { return raw(flag ? "true" : "false"); }
  JsonText& value(double number);  ///< null if it is not finite
  template <std::integral Integer>
  requires(!std::same_as<Integer, bool>) JsonText& value(Integer number) { return raw(std::to_string(number)); }
  /// A property: lists become arrays, dates and times text.
  JsonText& value(const PropertyView& view);
  JsonText& null() { return raw("null"); }
  /// Appends `json`, which must be one complete JSON value.
  JsonText& raw(std::string_view json);
  /// Appends prepared JSON. `json` begins with a comma, which is dropped if not needed, and continues with complete
  /// values or the start of an object.
  JsonText& raw_after_comma(std::string_view json);

  /// Replaces the second-to-last character by `c`: the depth in a node's object that was written for another depth.
  void replace_before_end(char c) { out_[out_.size() - 2] = c; }

  /// Reserves this many more bytes, so that a long answer is not copied repeatedly while it grows.
  void expect(std::size_t bytes) { out_.reserve(out_.size() + bytes); }

  /// A member with its value.
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
