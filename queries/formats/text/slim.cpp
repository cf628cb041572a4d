// A SAX filter between rapidjson's reader and its writer, so no document is built. Objects named "properties" are
// sifted: members that were not requested are skipped with everything in them. Numbers pass as text, because a number
// that is parsed and printed again may change its last digits. Iterative parsing keeps deep nesting off the stack.

#include "queries/formats/text/slim.h"

#include <cstdint>
#include <functional>
#include <utility>

#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

namespace treatygraph::queries::formats {
namespace {

constexpr unsigned kExact = rapidjson::kParseNumbersAsStringsFlag | rapidjson::kParseIterativeFlag;

/// Passes events on, except for members that were not requested and their contents.
class Sieve {
 public:
  using Fields = std::set<std::string, std::less<>>;
  Sieve(rapidjson::Writer<rapidjson::StringBuffer>& out, const Fields& fields) : out_(out), fields_(fields) {}

  bool Null() {
    return value([&] { return out_.Null(); });
  }
  bool Bool(bool flag) {
    return value([&] { return out_.Bool(flag); });
  }
  bool Int(int) { return false; }  // numbers are copied as written
  bool Uint(unsigned) { return false; }
  bool Int64(std::int64_t) { return false; }
  bool Uint64(std::uint64_t) { return false; }
  bool Double(double) { return false; }
  bool RawNumber(const char* digits, rapidjson::SizeType size, bool) {
    return value([&] { return out_.RawValue(digits, size, rapidjson::kNumberType); });
  }
  bool String(const char* text, rapidjson::SizeType size, bool) {
    return value([&] { return out_.String(text, size); });
  }
  bool Key(const char* name, rapidjson::SizeType size, bool) {
    const std::string_view key(name, size);
    if (skipped_ > 0) return true;
    if (depth_ == sifted_ && !fields_.contains(key)) {
      skips_next_ = true;
      return true;
    }
    is_properties_ = sifted_ == kNowhere && key == "properties";
    return out_.Key(name, size);
  }
  bool StartObject() {
    return open([&] { return out_.StartObject(); }, true);
  }
  bool EndObject(rapidjson::SizeType) {
    return close([&] { return out_.EndObject(); });
  }
  bool StartArray() {
    return open([&] { return out_.StartArray(); }, false);
  }
  bool EndArray(rapidjson::SizeType) {
    return close([&] { return out_.EndArray(); });
  }

 private:
  static constexpr std::size_t kNowhere = 0;

  /// Any value other than an object or array.
  template <typename Write>
  bool value(Write write) {
    is_properties_ = false;
    if (skipped_ > 0) return true;
    if (std::exchange(skips_next_, false)) return true;
    return write();
  }
  /// The start of an object or array. Inside an omitted member only the depth is counted.
  template <typename Write>
  bool open(Write write, bool is_object) {
    if (skipped_ > 0 || std::exchange(skips_next_, false)) {
      ++skipped_;
      return true;
    }
    ++depth_;
    if (std::exchange(is_properties_, false) && is_object) sifted_ = depth_;
    return write();
  }
  /// The end of an object or array.
  template <typename Write>
  bool close(Write write) {
    if (skipped_ > 0) {
      --skipped_;
      return true;
    }
    if (depth_ == sifted_) sifted_ = kNowhere;
    --depth_;
    return write();
  }

  rapidjson::Writer<rapidjson::StringBuffer>& out_;
  const Fields& fields_;
  std::size_t depth_ = 0;
  std::size_t sifted_ = kNowhere;  ///< depth of the object being filtered
  std::size_t skipped_ = 0;        ///< depth inside an omitted member
  bool skips_next_ = false;
  bool is_properties_ = false;
};

}  // namespace

std::string slim(std::string_view json, const std::set<std::string, std::less<>>& fields) {
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
  Sieve sieve(writer, fields);
  rapidjson::MemoryStream stream(json.data(), json.size());
  rapidjson::Reader reader;
  reader.Parse<kExact>(stream, sieve);
  return {buffer.GetString(), buffer.GetSize()};
}

}  // namespace treatygraph::queries::formats
