#include "ingest/treaty_json_text.h"

#include <fmt/format.h>
#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include "ingest/lines.h"

namespace treatygraph::ingest {
namespace {

using Json = rapidjson::Value;

std::string_view member(const Json& object, const char* name) {
  const auto found = object.FindMember(name);
  if (found == object.MemberEnd() || !found->value.IsString()) return {};
  return {found->value.GetString(), found->value.GetStringLength()};
}

}  // namespace

bool is_json(std::string_view bytes) {
  return trimmed(bytes.substr(0, 1024)).starts_with('{');
}

Result<MarkedText> treaty_json_text(std::string_view bytes) {
  rapidjson::Document json;
  json.Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag>(bytes.data(), bytes.size());
  if (json.HasParseError()) {
    return fail(ErrorCode::InvalidArgument, fmt::format("byte {}: is no JSON: {}", json.GetErrorOffset(),
                                                        rapidjson::GetParseError_En(json.GetParseError())));
  }
  if (!json.IsObject() || !json.HasMember("articles") || !json["articles"].IsArray()) {
    return fail(ErrorCode::InvalidArgument, "a treaty in JSON is an object with \"treaty_en\" and a list \"articles\"");
  }
  MarkedText marked;
  marked.format = "treaty-json";
  marked.title = fold(member(json, "treaty_en"));
  if (const auto preamble = member(json, "preamble_en"); !preamble.empty()) {
    add_block(marked, fmt::format("Preamble\n\n{}\n", preamble));
  }
  std::size_t number = 0;
  for (const auto& article : json["articles"].GetArray()) {
    ++number;
    if (!article.IsObject())
      return fail(ErrorCode::InvalidArgument, fmt::format("articles[{}] is no object", number - 1));
    add_heading(marked, ProvisionKind::Article, fmt::format("Article {}", number), member(article, "title_en"));
    add_block(marked, member(article, "content_en"));
  }
  return marked;
}

}  // namespace treatygraph::ingest
