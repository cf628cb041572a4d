#include "ingest/curated/json_places.h"

#include <algorithm>
#include <cstddef>

#include <fmt/format.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

namespace treatygraph::ingest {
namespace {

using Stream = rapidjson::MemoryStream;

/// Follows rapidjson's events and keeps the path of the current value. The stream tells how far the parser has read, so
/// a line is known to the token.
class PlaceReader : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, PlaceReader> {
 public:
  PlaceReader(std::string_view text, const Stream& stream, JsonPlaces& places)
      : text_(text), stream_(stream), places_(places) {}

  bool Default() {
    begin_value();
    return true;
  }
  bool StartObject() { return open(false); }
  bool StartArray() { return open(true); }
  bool EndObject(rapidjson::SizeType) { return close(); }
  bool EndArray(rapidjson::SizeType) { return close(); }
  bool Key(const char* name, rapidjson::SizeType size, bool) {
    open_.back().member = path_below({name, size});
    const auto at = line();
    if (!places_.lines.emplace(open_.back().member, at).second) places_.twice.emplace_back(open_.back().member, at);
    return true;
  }

 private:
  /// An object or list that has not ended.
  struct Open {
    std::string path;
    bool is_list;
    std::size_t items = 0;
    std::string member = {};  ///< path of the value that comes next
  };

  [[nodiscard]] std::string path_below(std::string_view name) const {
    const auto& path = open_.back().path;
    return path.empty() ? std::string(name) : fmt::format("{}.{}", path, name);
  }

  /// The path of the value that begins here.
  std::string begin_value() {
    if (open_.empty()) return {};
    auto& whole = open_.back();
    if (!whole.is_list) return whole.member;
    auto path = fmt::format("{}[{}]", whole.path, whole.items++);
    places_.lines.emplace(path, line());
    return path;
  }

  bool open(bool is_list) {
    open_.push_back({begin_value(), is_list});
    return true;
  }

  bool close() {
    open_.pop_back();
    return true;
  }

  /// The line of the parser's position. Positions only grow, so newlines are counted from the last one.
  int line() {
    const auto at = std::min(stream_.Tell(), text_.size());
    line_ += static_cast<int>(std::ranges::count(text_.substr(counted_, at - counted_), '\n'));
    counted_ = at;
    return line_;
  }

  std::string_view text_;
  const Stream& stream_;
  JsonPlaces& places_;
  std::vector<Open> open_;
  std::size_t counted_ = 0;  ///< lines before this byte are in line_
  int line_ = 1;
};

}  // namespace

JsonPlaces places_of_json(std::string_view text) {
  JsonPlaces places;
  Stream stream(text.data(), text.size());
  PlaceReader reader(text, stream, places);
  rapidjson::Reader().Parse<rapidjson::kParseIterativeFlag>(stream, reader);
  return places;
}

}  // namespace treatygraph::ingest
