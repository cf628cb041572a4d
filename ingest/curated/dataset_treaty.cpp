#include "ingest/curated/dataset_treaty.h"

#include <algorithm>

#include <fmt/format.h>
#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include "ingest/text/read_file.h"

namespace treatygraph::ingest {
namespace {

constexpr std::size_t kMaxFileBytes = 1U * 1024 * 1024;

/// Reads members of one JSON object and says what is wrong with them.
class MemberReader {
 public:
  MemberReader(const rapidjson::Value& object, std::string where, Problems& problems)
      : object_(object), where_(std::move(where)), problems_(problems) {}

  void text(const char* name, std::string& into, bool is_required = false) {
    if (const auto* value = member(name, is_required, "a text", [](const auto& v) { return v.IsString(); })) {
      into = value->GetString();
    }
  }

  void integer(const char* name, std::int64_t& into) {
    if (const auto* value = member(name, false, "a whole number", [](const auto& v) { return v.IsInt64(); })) {
      into = value->GetInt64();
    }
  }

  void texts(const char* name, std::vector<std::string>& into) {
    for (const auto& item : items(name)) {
      if (item.IsString()) {
        into.emplace_back(item.GetString());
      } else {
        problems_.add(fmt::format("{}: every item of {} is a text", where_, name));
      }
    }
  }

  rapidjson::Value::ConstArray items(const char* name) {
    static const rapidjson::Value kNone(rapidjson::kArrayType);
    const auto* value = member(name, false, "a list", [](const auto& v) { return v.IsArray(); });
    return value != nullptr ? value->GetArray() : kNone.GetArray();
  }

  const rapidjson::Value* object(const char* name) {
    return member(name, false, "an object", [](const auto& v) { return v.IsObject(); });
  }

  void refuse_others() {
    for (const auto& entry : object_.GetObject()) {
      const std::string_view name(entry.name.GetString(), entry.name.GetStringLength());
      if (std::ranges::find(known_, name) == known_.end()) {
        problems_.add(fmt::format("{}: {}", where_, Problems::not_one_of("member", name, known_)));
      }
    }
  }

 private:
  template <typename IsRight>
  const rapidjson::Value* member(const char* name, bool is_required, std::string_view kind, IsRight is_right) {
    known_.emplace_back(name);
    const auto found = object_.FindMember(name);
    if (found == object_.MemberEnd()) {
      if (is_required) problems_.add(fmt::format("{}: {} is missing", where_, name));
      return nullptr;
    }
    if (is_right(found->value)) return &found->value;
    problems_.add(fmt::format("{}: {} must be {}", where_, name, kind));
    return nullptr;
  }

  const rapidjson::Value& object_;
  std::string where_;
  Problems& problems_;
  std::vector<std::string_view> known_;
};

DatasetVersion read_version(const rapidjson::Value& value, const std::string& where, Problems& problems) {
  DatasetVersion version;
  if (!value.IsObject()) {
    problems.add(where + ": every version is an object");
    return version;
  }
  MemberReader reader(value, where, problems);
  reader.text("version", version.version, true);
  reader.text("title", version.title, true);
  reader.text("symbol", version.symbol);
  reader.text("date", version.date);
  reader.refuse_others();
  return version;
}

DatasetTreaty read_treaty(const rapidjson::Value& root, const std::string& where, Problems& problems) {
  DatasetTreaty treaty;
  MemberReader reader(root, where, problems);
  reader.text("slug", treaty.slug, true);
  reader.text("title", treaty.title, true);
  reader.text("short_title", treaty.short_title);
  reader.texts("aliases", treaty.aliases);
  reader.text("symbol", treaty.symbol);
  reader.text("adopted", treaty.adopted);
  reader.text("opened", treaty.opened);
  reader.text("closes", treaty.closes);
  reader.text("depositary", treaty.depositary);
  reader.text("confidence", treaty.confidence, true);
  reader.text("source", treaty.source, true);
  if (const auto* rule = reader.object("entry_into_force")) {
    MemberReader rule_reader(*rule, where + ": entry_into_force", problems);
    rule_reader.integer("ratifications", treaty.ratifications_needed);
    rule_reader.integer("days", treaty.entry_into_force_days);
    rule_reader.refuse_others();
  }
  for (const auto& version : reader.items("versions")) {
    treaty.versions.push_back(read_version(version, where + ": versions", problems));
  }
  reader.refuse_others();
  return treaty;
}

}  // namespace

DatasetTreaty read_dataset_treaty(const std::filesystem::path& path, Problems& problems) {
  const auto text = read_file(path, kMaxFileBytes);
  if (!text) {
    problems.add(text.error().detail);
    return {};
  }
  rapidjson::Document json;
  json.Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseFullPrecisionFlag>(text->c_str(), text->size());
  const auto name = path.filename().string();
  if (json.HasParseError()) {
    const auto line =
        1 + std::count(text->begin(), text->begin() + static_cast<std::ptrdiff_t>(json.GetErrorOffset()), '\n');
    problems.add(fmt::format("{}:{}: {}", name, line, rapidjson::GetParseError_En(json.GetParseError())));
    return {};
  }
  if (!json.IsObject()) {
    problems.add(fmt::format("{}: must hold one object", name));
    return {};
  }
  return read_treaty(json, name, problems);
}

}  // namespace treatygraph::ingest
