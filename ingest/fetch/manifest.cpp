#include "ingest/fetch/manifest.h"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>
#include <rapidjson/document.h>
#include <rapidjson/error/en.h>
#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

namespace treatygraph::ingest {
namespace {

using State = KeptText::State;
/// Changes if an older program could not read the file any more.
constexpr int kVersion = 1;
/// The words for states in the file.
constexpr std::array kStates = {std::pair{State::Current, std::string_view("current")},
                                std::pair{State::Changed, std::string_view("changed, not accepted")},
                                std::pair{State::Earlier, std::string_view("earlier")}};
/// The members that are texts, for writing and reading.
constexpr std::array kMembers = {std::pair{"asked", &KeptText::asked},
                                 std::pair{"address", &KeptText::address},
                                 std::pair{"name", &KeptText::name},
                                 std::pair{"format", &KeptText::format},
                                 std::pair{"media_type", &KeptText::media_type},
                                 std::pair{"sha256", &KeptText::sha256},
                                 std::pair{"fetched", &KeptText::fetched},
                                 std::pair{"checked", &KeptText::checked}};

tl::unexpected<Error> damaged(std::string why) {
  return fail(ErrorCode::Corrupt, std::move(why));
}

/// A member that must be a text.
Result<std::string> text_member(const rapidjson::Value& object, const char* name) {
  const auto found = object.FindMember(name);
  if (found == object.MemberEnd() || !found->value.IsString()) return damaged(fmt::format("a text has no {}", name));
  return std::string(found->value.GetString(), found->value.GetStringLength());
}

/// Refuses paths that lead out of the cache: a manifest may come from another machine.
bool is_inside(const std::filesystem::path& file) {
  return file.is_relative() && !file.empty() &&
         std::ranges::none_of(file, [](const std::filesystem::path& part) { return part == ".."; });
}

/// One entry. Each member is required.
Result<KeptText> read_text(const rapidjson::Value& object) {
  KeptText text;
  for (const auto& [name, member] : kMembers) {
    auto value = text_member(object, name);
    if (!value) return fail(value.error());
    text.*member = *std::move(value);
  }
  const auto file = text_member(object, "file");
  const auto state = text_member(object, "state");
  if (!file || !is_inside(*file)) return damaged("a text has no file in the cache");
  text.file = *file;
  const auto* const known = std::ranges::find(kStates, state.value_or(""), &decltype(kStates)::value_type::second);
  if (known == kStates.end()) return damaged("a text has no state");
  text.state = known->first;
  const auto bytes = object.FindMember("bytes");
  if (bytes == object.MemberEnd() || !bytes->value.IsUint64()) return damaged("a text has no bytes");
  text.bytes = bytes->value.GetUint64();
  return text;
}

}  // namespace

std::string manifest_of(const std::vector<KeptText>& texts) {
  rapidjson::StringBuffer buffer;
  rapidjson::PrettyWriter<rapidjson::StringBuffer> json(buffer);
  json.SetIndent(' ', 1);
  const auto member = [&](const char* name, std::string_view value) {
    json.Key(name);
    json.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
  };
  json.StartObject();
  json.Key("version");
  json.Int(kVersion);
  json.Key("texts");
  json.StartArray();
  for (const auto& text : texts) {
    json.StartObject();
    for (const auto& [name, value] : kMembers) member(name, text.*value);
    json.Key("bytes");
    json.Uint64(text.bytes);
    member("file", text.file.string());
    member("state", std::ranges::find(kStates, text.state, &decltype(kStates)::value_type::first)->second);
    json.EndObject();
  }
  json.EndArray();
  json.EndObject();
  return std::string(buffer.GetString(), buffer.GetSize()) + "\n";
}

Result<std::vector<KeptText>> read_manifest(std::string_view text) {
  rapidjson::Document json;
  json.Parse<rapidjson::kParseIterativeFlag>(text.data(), text.size());
  if (json.HasParseError()) {
    return damaged(fmt::format("byte {}: is not JSON: {}", json.GetErrorOffset(),
                               rapidjson::GetParseError_En(json.GetParseError())));
  }
  const bool is_manifest = json.IsObject() && json.HasMember("version") && json["version"].IsInt() &&
                           json.HasMember("texts") && json["texts"].IsArray();
  if (!is_manifest) return damaged("has no version and texts");
  if (json["version"].GetInt() != kVersion) {
    return damaged(fmt::format("is of version {}, and this program knows {}", json["version"].GetInt(), kVersion));
  }
  std::vector<KeptText> texts;
  for (const auto& object : json["texts"].GetArray()) {
    if (!object.IsObject()) return damaged("a text is not an object");
    auto one = read_text(object);
    if (!one) return fail(one.error());
    texts.push_back(*std::move(one));
  }
  return texts;
}

}  // namespace treatygraph::ingest
