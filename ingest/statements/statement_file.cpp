#include "ingest/statements/statement_file.h"

#include <algorithm>
#include <array>
#include <optional>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <rapidjson/document.h>
#include <rapidjson/error/en.h>
#include <re2/re2.h>

#include "graph/eid.h"
#include "ingest/text/csv.h"
#include "ingest/text/iso_date.h"
#include "ingest/text/lines.h"
#include "ingest/text/one_of.h"
#include "ingest/text/pattern_piece.h"
#include "ingest/text/problems.h"

namespace treatygraph::ingest {
namespace {

using Json = rapidjson::Value;

/// The columns of a CSV and the members of an object. Others are errors, because a misspelt one would be ignored
/// silently.
constexpr std::array<std::string_view, 16> kMembers = {
    "id",     "speaker", "speakers", "date",   "title",      "text",       "summary", "version",
    "treaty", "stance",  "concern",  "source", "confidence", "provisions", "url",     "speaker_as"};

/// Reads both forms into the same entries, and collects all problems.
class EntryReader {
 public:
  explicit EntryReader(std::string name) { file_.name = std::move(name); }

  Result<StatementFile> read(std::string_view text) {
    const bool is_json =
        trimmed(text.substr(0, 1024)).starts_with('[') || trimmed(text.substr(0, 1024)).starts_with('{');
    file_.format = is_json ? "statements-json" : "statements-csv";
    const auto done = is_json ? read_json(text) : read_csv(text);
    if (!done) return fail(done.error());
    if (!problems_.empty()) return fail(problems_.as_error());
    return std::move(file_);
  }

 private:
  Result<void> read_csv(std::string_view text) {
    const auto csv = parse_csv(text, file_.name);
    if (!csv) return fail(csv.error());
    if (auto notice = notice_of_separator(*csv, file_.name); !notice.empty()) {
      file_.warnings.push_back(std::move(notice));
    }
    for (const auto& column : csv->header) check_member(1, column);
    for (const auto& row : csv->rows) {
      StatementEntry entry;
      entry.line = static_cast<std::size_t>(row.line);
      for (std::size_t i = 0; i < csv->header.size(); ++i) set(entry, csv->header[i], row.fields[i]);
      add(std::move(entry));
    }
    return {};
  }

  /// A list of objects, or an object with a member "statements" that is one.
  Result<void> read_json(std::string_view text) {
    rapidjson::Document json;
    json.Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag>(text.data(), text.size());
    if (json.HasParseError()) {
      return fail(ErrorCode::InvalidArgument,
                  fmt::format("{}: byte {}: is not JSON: {}", file_.name, json.GetErrorOffset(),
                              rapidjson::GetParseError_En(json.GetParseError())));
    }
    const Json* list = &json;
    if (json.IsObject() && json.HasMember("statements")) list = &json["statements"];
    if (!list->IsArray()) {
      return fail(ErrorCode::InvalidArgument, file_.name + ": statements in JSON are a list of objects");
    }
    std::size_t number = 0;
    for (const auto& object : list->GetArray()) add_object(++number, object);
    return {};
  }

  /// One object. Lists of texts are joined with semicolons, as in a cell of a CSV.
  void add_object(std::size_t number, const Json& object) {
    StatementEntry entry;
    // JSON has no lines for the user, so objects are counted from 1.
    entry.line = number;
    if (!object.IsObject()) return problem(number, "is not an object");
    for (const auto& [name, value] : object.GetObject()) {
      const std::string_view member(name.GetString(), name.GetStringLength());
      check_member(number, member);
      if (value.IsString()) {
        set(entry, member, {value.GetString(), value.GetStringLength()});
      } else if (value.IsArray()) {
        std::vector<std::string> parts;
        for (const auto& part : value.GetArray()) {
          if (part.IsString()) parts.emplace_back(part.GetString(), part.GetStringLength());
        }
        set(entry, member, fmt::format("{}", fmt::join(parts, ";")));
      } else if (!value.IsNull()) {
        problem(number, fmt::format("{}: expected a text", member));
      }
    }
    add(std::move(entry));
  }

  void check_member(std::size_t line, std::string_view name) {
    if (is_one_of(name, kMembers)) return;
    problem(line, Problems::not_one_of("column", name, {kMembers.begin(), kMembers.end()}));
  }

  /// Sets a member from its text. Lists are separated by semicolons, in JSON after they were joined.
  static void set(StatementEntry& entry, std::string_view name, std::string_view value) {
    if (name == "speaker" || name == "speakers") entry.speakers = items_in_cell(value);
    if (name == "provisions") entry.provisions = items_in_cell(value);
    const auto words = std::string(trimmed(value));
    if (name == "id") entry.id = words;
    if (name == "date") entry.date = words;
    if (name == "title") entry.title = words;
    if (name == "text") entry.text = words;
    if (name == "summary") entry.summary = words;
    if (name == "version") entry.version = words;
    if (name == "treaty") entry.treaty = words;
    if (name == "stance") entry.stance = words;
    if (name == "concern") entry.concern = words;
    if (name == "source" || (name == "url" && entry.source.empty())) entry.source = words;
    if (name == "confidence") entry.confidence = words;
  }

  /// Checks an entry. The statement's treaty and speakers are only resolved when all sources are known.
  void add(StatementEntry entry) {
    static const RE2 slug("[a-z0-9-]*");
    static const RE2 local("[A-Za-z0-9._-]*");
    const auto line = entry.line;
    if (entry.speakers.empty()) problem(line, "speaker: is empty");
    if (!is_iso_date(entry.date)) {
      problem(line, fmt::format("date: \"{}\" is not a date of ISO 8601, such as 2024-08-09", entry.date));
    }
    if (entry.title.empty() && entry.text.empty() && entry.summary.empty()) {
      problem(line, "one of title, text and summary must say something");
    }
    if (!RE2::FullMatch(entry.treaty, slug)) problem(line, fmt::format("treaty: \"{}\" is not a slug", entry.treaty));
    if (!RE2::FullMatch(entry.id, local))
      problem(line, fmt::format("id: \"{}\" has more than letters, digits, - . _", entry.id));
    if (!RE2::FullMatch(entry.version, local)) problem(line, fmt::format("version: \"{}\" is none", entry.version));
    if (!entry.stance.empty() && !is_one_of(entry.stance, kStances)) {
      problem(line, Problems::not_one_of("stance", entry.stance, {kStances.begin(), kStances.end()}));
    }
    if (!entry.confidence.empty() && !is_one_of(entry.confidence, kConfidences)) {
      problem(line, Problems::not_one_of("confidence", entry.confidence, {kConfidences.begin(), kConfidences.end()}));
    }
    for (const auto& provision : entry.provisions) {
      if (const auto eid = Eid::parse(provision); !eid) problem(line, "provisions: " + eid.error().detail);
    }
    file_.statements.push_back(std::move(entry));
  }

  void problem(std::size_t line, std::string_view what) {
    problems_.add(fmt::format("{}:{}: {}", file_.name, line, what));
  }

  StatementFile file_;
  Problems problems_;
};

}  // namespace

// A CSV is recognised by its head: a line of column names in lower case, one of them "speaker". This excludes prose
// that begins with a word such as "Speaker".
bool is_statement_file(std::string_view head) {
  static const RE2 json(R"(^\s*(?:\{\s*"statements"\s*:\s*)?\[\s*\{[^{}\[\]]*"speakers?"\s*:)");
  static const RE2 csv(R"(^[^\n<{]*\bspeakers?\b[^\n]*\n)");
  static const RE2 columns(R"(^(?:\xEF\xBB\xBF)?(?:"?[a-z_]+"?[,;\t])+"?[a-z_]+"?\r?\n)");
  return RE2::PartialMatch(piece(head), json) ||
         (RE2::PartialMatch(piece(head), csv) && RE2::PartialMatch(piece(head), columns));
}

Result<StatementFile> read_statement_file(std::string_view text, std::string name) {
  return EntryReader(std::move(name)).read(text);
}

}  // namespace treatygraph::ingest
