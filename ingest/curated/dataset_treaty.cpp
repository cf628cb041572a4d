// rapidjson does not keep line numbers, so the text is parsed twice: once for the values, and once by places_of_json()
// for the line of each member. MemberReader notes which members were asked for; refuse_others() reports the rest,
// because a misspelt optional member would otherwise be ignored.

#include "ingest/curated/dataset_treaty.h"

#include <algorithm>
#include <array>
#include <set>
#include <span>

#include <fmt/format.h>
#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include "graph/key.h"
#include "ingest/curated/json_places.h"
#include "ingest/text/iso_date.h"
#include "ingest/text/read_file.h"

namespace treatygraph::ingest {
namespace {

/// A treaty.json has a few lines; anything larger is another file.
constexpr std::size_t kMaxFileBytes = std::size_t{1} * 1024 * 1024;

constexpr std::array<std::string_view, 3> kTreatyConfidences = {"high", "medium", "low"};
/// Words of statements.csv for the treaty itself and for the time before any draft. A draft cannot have these names.
constexpr std::array<std::string_view, 2> kNoVersions = {"final", "none"};

/// Reports problems with members, with their lines.
class MemberProblems {
 public:
  MemberProblems(std::string name, const JsonPlaces& places, Problems& problems)
      : name_(std::move(name)), places_(places), problems_(problems) {}

  /// `path` in the form of JsonPlaces; for a missing member, the object that lacks it.
  void add(std::string_view path, std::string_view what) const {
    const auto found = places_.lines.find(path);
    problems_.add(fmt::format("{}:{}: {}", name_, found == places_.lines.end() ? 1 : found->second, what));
  }

 private:
  std::string name_;
  const JsonPlaces& places_;
  Problems& problems_;
};

/// Reads the members of one JSON object and reports problems. The functions return an empty value after a problem, so
/// that all problems can be reported. `object` and `complaints` must outlive it.
class MemberReader {
 public:
  MemberReader(const rapidjson::Value& object, std::string path, const MemberProblems& complaints)
      : object_(object), path_(std::move(path)), complaints_(complaints) {}

  /// Empty if it is absent or not a string.
  std::string text(const char* name, bool is_required = false) {
    const auto* value = member(name, is_required, "a text", [](const auto& v) { return v.IsString(); });
    if (value == nullptr) return {};
    std::string words(value->GetString(), value->GetStringLength());
    if (words.empty() && is_required) complain(name, "is empty");
    return words;
  }

  /// A date of ISO 8601, complete or not.
  std::string date(const char* name) {
    auto day = text(name);
    if (!day.empty() && !is_iso_date(day)) {
      complain(name, fmt::format("\"{}\" is not a date; write 2025-10-25, 2025-10 or 2025", day));
    }
    return day;
  }

  std::string slug(const char* name) {
    auto slug = text(name, true);
    if (!slug.empty() && !is_slug(slug)) {
      complain(name, fmt::format("\"{}\" may contain only lower-case letters, digits and '-'{}", slug, nearest(slug)));
    }
    return slug;
  }

  /// A required word of a closed vocabulary. `what` names it in the message.
  std::string one_of(const char* name, std::string_view what, std::span<const std::string_view> allowed) {
    auto word = text(name, true);
    if (!word.empty() && std::ranges::find(allowed, word) == allowed.end()) {
      complain(name, Problems::not_one_of(what, word, {allowed.begin(), allowed.end()}));
    }
    return word;
  }

  std::int64_t count(const char* name) {
    const auto* value = member(name, false, "a whole number of at least 0",
                               [](const auto& v) { return v.IsInt64() && v.GetInt64() >= 0; });
    return value != nullptr ? value->GetInt64() : 0;
  }

  std::vector<std::string> texts(const char* name) {
    std::vector<std::string> words;
    std::size_t at = 0;
    for (const auto& item : items(name)) {
      if (item.IsString()) {
        words.emplace_back(item.GetString(), item.GetStringLength());
      } else {
        complain(fmt::format("{}[{}]", name, at), "must be a text");
      }
      ++at;
    }
    return words;
  }

  /// The entries of a list. Empty if the member is absent or not a list.
  rapidjson::Value::ConstArray items(const char* name) {
    static const rapidjson::Value kNoParts(rapidjson::kArrayType);
    const auto* value = member(name, false, "a list", [](const auto& v) { return v.IsArray(); });
    return value != nullptr ? value->GetArray() : kNoParts.GetArray();
  }

  /// Null if the member is absent or not an object.
  const rapidjson::Value* object(const char* name) {
    return member(name, false, "an object", [](const auto& v) { return v.IsObject(); });
  }

  /// Reports members that were not asked for. Call it last.
  void refuse_others() const {
    for (const auto& entry : object_.GetObject()) {
      const std::string_view name(entry.name.GetString(), entry.name.GetStringLength());
      if (std::ranges::find(known_, name) != known_.end()) continue;
      complaints_.add(path_of(name), Problems::not_one_of("member", path_of(name), known_));
    }
  }

  /// Reports a problem with a member of this object.
  void complain(std::string_view name, std::string_view what) const {
    complaints_.add(path_of(name), fmt::format("member {}: {}", path_of(name), what));
  }

 private:
  [[nodiscard]] std::string path_of(std::string_view name) const {
    return path_.empty() ? std::string(name) : fmt::format("{}.{}", path_, name);
  }

  static std::string nearest(std::string_view words) {
    const auto slug = slug_of(words);
    return slug.empty() ? slug : fmt::format("; nearest: {}", slug);
  }

  /// The member if it is there and of the right kind; null otherwise. Problems are reported.
  template <typename IsRight>
  const rapidjson::Value* member(const char* name, bool is_required, std::string_view kind, IsRight is_right) {
    known_.emplace_back(name);
    const auto found = object_.FindMember(name);
    if (found == object_.MemberEnd()) {
      if (is_required) complaints_.add(path_, fmt::format("member {} is missing", path_of(name)));
      return nullptr;
    }
    if (is_right(found->value)) return &found->value;
    complain(name, fmt::format("must be {}", kind));
    return nullptr;
  }

  const rapidjson::Value& object_;
  std::string path_;
  const MemberProblems& complaints_;
  std::vector<std::string_view> known_;
};

DatasetVersion read_version(const rapidjson::Value& value, const std::string& path, const MemberProblems& complaints) {
  DatasetVersion version;
  if (!value.IsObject()) {
    complaints.add(path, fmt::format("member {}: must be an object", path));
    return version;
  }
  MemberReader reader(value, path, complaints);
  version.version = reader.slug("version");
  version.title = reader.text("title", true);
  version.symbol = reader.text("symbol");
  version.date = reader.date("date");
  if (std::ranges::find(kNoVersions, version.version) != kNoVersions.end()) {
    reader.complain("version",
                    fmt::format("no draft can be called \"{}\", which has a meaning of its own", version.version));
  }
  reader.refuse_others();
  return version;
}

/// Reads the drafts. Two with the same name would share all keys.
void read_versions(MemberReader& reader, const MemberProblems& complaints, DatasetTreaty& treaty) {
  std::set<std::string> names;
  std::size_t at = 0;
  for (const auto& item : reader.items("versions")) {
    const auto path = fmt::format("versions[{}]", at++);
    auto version = read_version(item, path, complaints);
    if (!version.version.empty() && !names.insert(version.version).second) {
      complaints.add(path, fmt::format("member {}: another version is called {} already", path, version.version));
      continue;
    }
    treaty.versions.push_back(std::move(version));
  }
}

DatasetTreaty read_treaty(const rapidjson::Value& root, const MemberProblems& complaints) {
  DatasetTreaty treaty;
  treaty.was_read = true;
  MemberReader reader(root, "", complaints);
  treaty.slug = reader.slug("slug");
  treaty.title = reader.text("title", true);
  treaty.short_title = reader.text("short_title");
  treaty.aliases = reader.texts("aliases");
  treaty.symbol = reader.text("symbol");
  treaty.adopted = reader.date("adopted");
  treaty.opened = reader.date("opened");
  treaty.closes = reader.date("closes");
  const auto shared = std::min(treaty.opened.size(), treaty.closes.size());  // "2025-10" may be any day of it
  if (shared > 0 && treaty.closes.substr(0, shared) < treaty.opened.substr(0, shared)) {
    reader.complain("closes", fmt::format("{} is before {}, when it opens", treaty.closes, treaty.opened));
  }
  treaty.depositary = reader.text("depositary");
  treaty.confidence = reader.one_of("confidence", "value", kTreatyConfidences);
  treaty.source = reader.text("source", true);
  if (const auto* rule = reader.object("entry_into_force")) {
    MemberReader rule_reader(*rule, "entry_into_force", complaints);
    treaty.ratifications_needed = rule_reader.count("ratifications");
    treaty.entry_into_force_days = rule_reader.count("days");
    rule_reader.refuse_others();
  }
  read_versions(reader, complaints, treaty);
  reader.refuse_others();
  return treaty;
}

/// A hint for things that people write but JSON does not have: comments, a comma after the last member, single quotes.
std::string_view remedy_at(std::string_view text, std::size_t offset) {
  const auto rest = text.substr(std::min(offset, text.size()));
  if (rest.starts_with("//") || rest.starts_with("/*") || rest.starts_with('#'))
    return " JSON has no comments: take them out.";
  const auto before = text.substr(0, std::min(offset, text.size())).find_last_not_of(" \t\r\n");
  const bool is_after_comma = before != std::string_view::npos && text[before] == ',';
  if (is_after_comma && (rest.starts_with('}') || rest.starts_with(']')))
    return " Take out the comma before the bracket that closes.";
  if (rest.starts_with('\'')) return " JSON quotes texts with \" alone.";
  return "";
}

}  // namespace

DatasetTreaty read_dataset_treaty(const std::filesystem::path& path, Problems& problems) {
  const auto text = read_file(path, kMaxFileBytes);
  if (!text) {
    problems.add(text.error().detail);
    return {};
  }
  rapidjson::Document json;
  // Iterative, so that deeply nested brackets cannot overflow the stack.
  json.Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseFullPrecisionFlag |
             rapidjson::kParseValidateEncodingFlag>(text->c_str(), text->size());
  const auto name = path.filename().string();
  if (json.HasParseError()) {
    const auto line =
        1 + std::count(text->begin(), text->begin() + static_cast<std::ptrdiff_t>(json.GetErrorOffset()), '\n');
    problems.add(fmt::format("{}:{}: {}{}", name, line, rapidjson::GetParseError_En(json.GetParseError()),
                             remedy_at(*text, json.GetErrorOffset())));
    return {};
  }
  if (!json.IsObject()) {
    problems.add(fmt::format("{}: must hold one object", name));
    return {};
  }
  const auto places = places_of_json(*text);
  const MemberProblems complaints(name, places, problems);
  // JSON allows a member twice, and RapidJSON returns the first one.
  for (const auto& [member, line] : places.twice) {
    problems.add(fmt::format("{}:{}: member {} occurs here a second time", name, line, member));
  }
  return read_treaty(json, complaints);
}

}  // namespace treatygraph::ingest
