#include "ingest/json_lines.h"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

namespace treatygraph::ingest {
namespace {

using Writer = rapidjson::Writer<rapidjson::StringBuffer>;

void member(Writer& json, const char* name, const std::string& value) {
  json.Key(name);
  json.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
}

void member(Writer& json, const char* name, std::size_t value) {
  json.Key(name);
  json.Uint64(value);
}

}  // namespace

std::string structure_lines(const Document& document) {
  std::string lines;
  for (const auto& provision : document.structure) {
    rapidjson::StringBuffer buffer;
    Writer json(buffer);
    json.StartObject();
    member(json, "eid", provision.eid.to_string());
    member(json, "kind", std::string(name_of(provision.kind)));
    member(json, "number", provision.num);
    member(json, "heading", provision.heading);
    member(json, "start", document.map.character_at(provision.start, document.text.data()));
    member(json, "end", document.map.character_at(provision.end, document.text.data()));
    json.EndObject();
    lines.append(buffer.GetString(), buffer.GetSize());
    lines += '\n';
  }
  return lines;
}

}  // namespace treatygraph::ingest
