#pragma once
// Writes members of a JSON object, for any writer of RapidJSON.

#include <string_view>

#include <rapidjson/rapidjson.h>

namespace treatygraph::ingest {

template <typename Writer>
void member(Writer& json, const char* name, std::string_view value) {
  json.Key(name);
  json.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
}

template <typename Writer>
void member(Writer& json, const char* name, std::size_t value) {
  json.Key(name);
  json.Uint64(value);
}

}  // namespace treatygraph::ingest
