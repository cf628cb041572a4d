// Programs read the report, so the names of its members must stay. A source is "taken" if it has no errors.

#include "ingest/commands/build_report.h"

#include <initializer_list>
#include <utility>

#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>
#include <sys/resource.h>

#include "ingest/commands/build_log.h"
#include "ingest/commands/json_member.h"
#include "ingest/commands/leftover_members.h"

namespace treatygraph::ingest {
namespace {

using Json = rapidjson::PrettyWriter<rapidjson::StringBuffer>;
using ingest::member;

void member(Json& json, const char* name, double value) {
  json.Key(name);
  json.Double(value);
}

void member(Json& json, const char* name, const std::vector<std::string>& values) {
  json.Key(name);
  json.StartArray();
  for (const auto& value : values) json.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
  json.EndArray();
}

/// An object of numbers: counts or seconds.
template <typename Number>
void member(Json& json, const char* name, std::initializer_list<std::pair<const char*, Number>> numbers) {
  json.Key(name);
  json.StartObject();
  for (const auto& [of, number] : numbers) member(json, of, number);
  json.EndObject();
}

void member(Json& json, const char* name, const SourceReport::References& references) {
  member<std::size_t>(json, name,
                      {{"found", references.found},
                       {"resolved", references.resolved},
                       {"external", references.external},
                       {"absent_part", references.absent_part},
                       {"unresolved", references.unresolved}});
}

void member(Json& json, const char* name, const StageSeconds& seconds) {
  member<double>(
      json, name,
      {{"read", seconds.read}, {"structure", seconds.structure}, {"cite", seconds.cite}, {"records", seconds.records}});
}

/// What the source covers and, for a text, how it was merged with a dataset of its treaty.
void write_coverage(Json& json, const SourceReport& source) {
  json.Key("covers");
  json.StartObject();
  member(json, "provisions", source.provisions);
  member(json, "articles", source.articles);
  if (const auto& takeover = source.takeover) {
    member(json, "of_dataset", takeover->of_dataset);
    member(json, "held", takeover->held);
    // Provisions that the text does not cover.
    member(json, "kept_from_dataset", takeover->kept);
    member(json, "contradicted", takeover->contradicted);
    member(json, "added", takeover->added);
  }
  json.EndObject();
}

void write_leftovers(Json& json, const std::vector<Leftover>& leftovers) {
  json.Key("leftovers");
  json.StartArray();
  for (const auto& leftover : leftovers) {
    json.StartObject();
    leftover_members(json, leftover);
    json.EndObject();
  }
  json.EndArray();
}

/// One source, also if it was refused: "errors" then says why.
void write_source(Json& json, const SourceReport& source) {
  json.StartObject();
  member(json, "source", source.source);
  json.Key("taken");
  json.Bool(source.errors.empty());
  member(json, "errors", source.errors);
  member(json, "warnings", source.warnings);
  member(json, "format", source.format);
  member(json, "treaty", source.slug);
  member(json, "title", source.title);
  member(json, "bytes", source.bytes);
  member(json, "sha256", source.sha256);
  member(json, "provisions", source.provisions);
  member(json, "facts", source.facts);
  write_coverage(json, source);
  member(json, "read", source.share_read);
  write_leftovers(json, source.leftovers);
  member(json, "references", source.references);
  json.Key("unresolved");
  json.StartArray();
  for (const auto& unresolved : source.unresolved) {
    json.StartObject();
    member(json, "from", unresolved.from);
    member(json, "words", unresolved.words);
    member(json, "missing", unresolved.missing);
    json.EndObject();
  }
  json.EndArray();
  member(json, "seconds", source.seconds);
  json.EndObject();
}

/// Sums over the sources without errors.
void write_totals(Json& json, const std::vector<SourceReport>& sources) {
  std::size_t taken = 0;
  std::size_t bytes = 0;
  std::size_t provisions = 0;
  SourceReport::References references;
  StageSeconds seconds;
  for (const auto& source : sources) {
    if (!source.errors.empty()) continue;
    ++taken;
    bytes += source.bytes;
    provisions += source.provisions;
    references.found += source.references.found;
    references.resolved += source.references.resolved;
    references.external += source.references.external;
    references.absent_part += source.references.absent_part;
    references.unresolved += source.references.unresolved;
    seconds.read += source.seconds.read;
    seconds.structure += source.seconds.structure;
    seconds.cite += source.seconds.cite;
    seconds.records += source.seconds.records;
  }
  json.Key("totals");
  json.StartObject();
  member(json, "sources", sources.size());
  member(json, "taken", taken);
  member(json, "bytes", bytes);
  member(json, "provisions", provisions);
  member(json, "references", references);
  member(json, "seconds", seconds);
  json.EndObject();
}

}  // namespace

std::size_t tell(std::vector<BuildSource>& sources, BuildLog& log, BuildReport& report) {
  std::size_t wrong = 0;
  for (auto& source : sources) {
    for (const auto& error : source.report.errors) log.error(source.report.source, error);
    for (const auto& warning : source.report.warnings) log.warning(source.report.source, warning);
    wrong += source.is_right() ? 0U : 1U;
    report.sources.push_back(std::move(source.report));
  }
  return wrong;
}

void tell(const MadeGraph& made, BuildReport& report) {
  report.snapshot = made.snapshot;
  report.nodes = made.nodes;
  report.relationships = made.relationships;
  report.link_seconds = made.link_seconds;
  report.write_seconds = made.write_seconds;
}

std::string to_json(const BuildReport& report) {
  rapidjson::StringBuffer buffer;
  Json json(buffer);
  json.SetIndent(' ', 1);
  json.SetMaxDecimalPlaces(6);
  json.StartObject();
  member(json, "out", report.out);
  member(json, "snapshot", report.snapshot);
  member(json, "nodes", report.nodes);
  member(json, "relationships", report.relationships);
  json.Key("seconds");
  json.StartObject();
  member(json, "read", report.read_seconds);
  member(json, "link", report.link_seconds);
  member(json, "write", report.write_seconds);
  json.EndObject();
  member(json, "peak_memory_bytes", report.peak_memory_bytes);
  member(json, "errors", report.errors);
  write_totals(json, report.sources);
  json.Key("sources");
  json.StartArray();
  for (const auto& source : report.sources) write_source(json, source);
  json.EndArray();
  json.EndObject();
  return std::string(buffer.GetString(), buffer.GetSize()) + "\n";
}

std::size_t peak_memory_bytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  // Linux counts ru_maxrss in KiB.
  constexpr std::size_t kKibi = 1024;
  return static_cast<std::size_t>(usage.ru_maxrss) * kKibi;
}

}  // namespace treatygraph::ingest
