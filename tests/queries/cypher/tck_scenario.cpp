#include "tests/queries/cypher/tck_scenario.h"

#include <stdexcept>

#include <rapidjson/document.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include "queries/cypher/values/temporal_text.h"

namespace treatygraph::testing {
namespace {

using Json = rapidjson::Value;
using Writer = rapidjson::Writer<rapidjson::StringBuffer>;

std::string text_of(const Json& value) {
  return {value.GetString(), value.GetStringLength()};
}

PropertyValue temporal_of(std::string_view kind, const std::string& text) {
  namespace cypher = queries::cypher;
  if (kind == "$date") return PropertyValue(PropertyValue::Variant(cypher::read_date(text).value()));
  if (kind == "$localtime") return PropertyValue(PropertyValue::Variant(cypher::read_time(text).value().local));
  if (kind == "$duration") return PropertyValue(PropertyValue::Variant(cypher::read_duration(text).value()));
  if (kind == "$time") {
    const auto time = cypher::read_time(text).value();
    return PropertyValue(PropertyValue::Variant(Time{time.local, time.zone.value().offset_seconds}));
  }
  const auto read = cypher::read_date_time(text).value();
  if (kind == "$localdatetime") return PropertyValue(PropertyValue::Variant(read.local));
  return PropertyValue(PropertyValue::Variant(cypher::at_zone(read.local, read.zone.value())));
}

PropertyValue value_of(const Json& value) {
  if (value.IsBool()) return value.GetBool();
  if (value.IsInt64()) return value.GetInt64();
  if (value.IsNumber()) return value.GetDouble();
  if (value.IsString()) return text_of(value);
  if (value.IsObject()) {
    const auto& only = *value.MemberBegin();
    return temporal_of(text_of(only.name), text_of(only.value));
  }
  PropertyList list;
  for (const auto& item : value.GetArray()) list.push_back(value_of(item));
  return list;
}

Properties properties_of(const Json& map) {
  Properties properties;
  for (const auto& [name, value] : map.GetObject()) properties.push_back({text_of(name), value_of(value)});
  return properties;
}

std::string key_of(const Json& id) {
  return "n" + std::to_string(id.GetInt64());
}

GraphRecords graph_of(const Json& graph) {
  GraphRecords records;
  for (const auto& node : graph["nodes"].GetArray()) {
    NodeRecord record{key_of(node["id"]), {}, properties_of(node["properties"])};
    for (const auto& label : node["labels"].GetArray()) record.labels.push_back(text_of(label));
    records.nodes.push_back(std::move(record));
  }
  for (const auto& relationship : graph["relationships"].GetArray()) {
    records.relationships.push_back({text_of(relationship["type"]), key_of(relationship["start"]),
                                     key_of(relationship["end"]), properties_of(relationship["properties"])});
  }
  return records;
}

TckProcedure procedure_of(const Json& json) {
  TckProcedure procedure{text_of(json["signature"]), {}, {}};
  for (const auto& column : json["columns"].GetArray()) procedure.columns.push_back(text_of(column));
  for (const auto& row : json["rows"].GetArray()) {
    auto& values = procedure.rows.emplace_back();
    for (const auto& cell : row.GetArray()) values.push_back(text_of(cell));
  }
  return procedure;
}

void write(Writer& writer, std::string_view text) {
  writer.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
}

}  // namespace

TckScenario read_scenario(const std::string& line) {
  rapidjson::Document json;
  json.Parse<rapidjson::kParseFullPrecisionFlag>(line.c_str(), line.size());
  if (json.HasParseError() || !json.IsObject()) throw std::runtime_error("a line is not JSON object");
  TckScenario scenario;
  scenario.id = text_of(json["id"]);
  scenario.query = text_of(json["query"]);
  scenario.graph = graph_of(json["graph"]);
  for (const auto& [name, literal] : json["params"].GetObject()) {
    scenario.parameters.emplace_back(text_of(name), text_of(literal));
  }
  if (json.HasMember("procedures")) {
    for (const auto& procedure : json["procedures"].GetArray()) scenario.procedures.push_back(procedure_of(procedure));
  }
  return scenario;
}

std::string answer_line(const std::string& id, const std::vector<std::string>& columns,
                        const std::vector<std::vector<std::string>>& rows) {
  rapidjson::StringBuffer buffer;
  Writer writer(buffer);
  const auto list = [&](const std::vector<std::string>& texts) {
    writer.StartArray();
    for (const auto& text : texts) write(writer, text);
    writer.EndArray();
  };
  writer.StartObject();
  writer.Key("id");
  write(writer, id);
  writer.Key("columns");
  list(columns);
  writer.Key("rows");
  writer.StartArray();
  for (const auto& row : rows) list(row);
  writer.EndArray();
  writer.EndObject();
  return buffer.GetString();
}

std::string error_line(const std::string& id, std::string_view type, std::string_view phase, std::string_view detail,
                       std::string_view message) {
  rapidjson::StringBuffer buffer;
  Writer writer(buffer);
  const auto member = [&](const char* name, std::string_view text) {
    writer.Key(name);
    write(writer, text);
  };
  writer.StartObject();
  member("id", id);
  writer.Key("error");
  writer.StartObject();
  member("type", type);
  member("phase", phase);
  member("detail", detail);
  member("message", message);
  writer.EndObject();
  writer.EndObject();
  return buffer.GetString();
}

}  // namespace treatygraph::testing
