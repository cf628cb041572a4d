#include "queries/mcp/read_json.h"

#include <charconv>
#include <cmath>
#include <cstdlib>
#include <string>

#include <fmt/format.h>
#include <rapidjson/error/en.h>
#include <rapidjson/reader.h>

namespace treatygraph::queries {
namespace {

using cypher::Map;
using cypher::Value;
using cypher::ValueList;

constexpr std::size_t kDeepest = 64;

/// Builds values from the events of RapidJSON's iterative parser, with a stack of its own, so deep nesting in the input
/// causes no recursion.
class Builder : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, Builder> {
 public:
  bool Null() { return add({}); }
  bool Bool(bool v) { return add(v); }
  /// Numbers are parsed here, because RapidJSON 1.1 reads 0e80 as 2.6e61: it normalizes a significand of zero, which
  /// has no first bit.
  bool RawNumber(const char* text, rapidjson::SizeType length, bool /*copy*/) {
    const auto* const end = text + length;
    std::int64_t integer = 0;
    if (const auto read = std::from_chars(text, end, integer); read.ec == std::errc() && read.ptr == end) {
      return add(integer);
    }
    double number = 0;
    if (std::from_chars(text, end, number).ec == std::errc()) return add(number);
    number = std::strtod(std::string(text, length).c_str(), nullptr);  // too small for a double: 0, or nearly
    if (std::isfinite(number)) return add(number);
    problem_ = "a number too large for 64 bits";
    return false;
  }
  bool String(const char* text, rapidjson::SizeType length, bool /*copy*/) { return add(std::string(text, length)); }
  bool StartObject() { return open(true); }
  bool StartArray() { return open(false); }
  bool Key(const char* text, rapidjson::SizeType length, bool /*copy*/) {
    open_.back().name.assign(text, length);
    if (open_.back().map.find(open_.back().name) == nullptr) return true;
    problem_ = fmt::format("the name \"{}\" occurs twice in one object", open_.back().name);
    return false;
  }
  bool EndObject(rapidjson::SizeType /*count*/) { return close(); }
  bool EndArray(rapidjson::SizeType /*count*/) { return close(); }

  [[nodiscard]] const std::string& problem() const { return problem_; }
  [[nodiscard]] Value take() { return std::move(whole_); }

 private:
  /// An object or array that is not closed yet. `name` is that of the next member.
  struct Level {
    bool is_object = false;
    std::string name;
    Map map;
    ValueList list;
  };

  bool open(bool is_object) {
    if (open_.size() == kDeepest) {
      problem_ = fmt::format("more than {} levels of nesting", kDeepest);
      return false;
    }
    open_.push_back({is_object, {}, {}, {}});
    return true;
  }

  bool close() {
    auto level = std::move(open_.back());
    open_.pop_back();
    return level.is_object ? add(std::move(level.map)) : add(std::move(level.list));
  }

  bool add(Value value) {
    if (open_.empty()) {
      whole_ = std::move(value);
    } else if (open_.back().is_object) {
      open_.back().map.set(open_.back().name, std::move(value));
    } else {
      open_.back().list.push_back(std::move(value));
    }
    return true;
  }

  std::vector<Level> open_;
  Value whole_;
  std::string problem_;
};

}  // namespace

Result<Value> read_json(std::string_view text) {
  Builder builder;
  rapidjson::Reader reader;
  // The text may contain zero bytes; a terminated copy lets the parser distinguish them from the end.
  const std::string terminated(text);
  rapidjson::MemoryStream memory(terminated.data(), terminated.size());
  rapidjson::EncodedInputStream<rapidjson::UTF8<>, rapidjson::MemoryStream> stream(memory);
  constexpr auto kFlags =
      rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag | rapidjson::kParseNumbersAsStringsFlag;
  const auto result = reader.Parse<kFlags>(stream, builder);
  if (result.IsError()) {
    const auto why =
        builder.problem().empty() ? std::string(rapidjson::GetParseError_En(result.Code())) : builder.problem();
    return fail(ErrorCode::InvalidArgument, fmt::format("not JSON at byte {}: {}", result.Offset(), why));
  }
  // A zero byte ends the reading as the end of the text does.
  if (stream.Tell() < text.size())
    return fail(ErrorCode::InvalidArgument, fmt::format("not JSON at byte {}: a zero byte", stream.Tell()));
  return builder.take();
}

}  // namespace treatygraph::queries
