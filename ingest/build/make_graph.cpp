#include "ingest/build/make_graph.h"

#include <algorithm>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "ingest/build/link_units.h"
#include "ingest/build/name_sources.h"
#include "ingest/build/source_units.h"
#include "ingest/text/stage_seconds.h"

namespace treatygraph::ingest {
namespace {

/// Checked after each step that can refuse sources.
Result<void> enough_is_right(const std::vector<BuildSource>& sources, bool stops_at_error) {
  const auto is_right = [](const BuildSource& source) { return source.is_right(); };
  if (std::ranges::none_of(sources, is_right)) {
    return fail(ErrorCode::InvalidArgument, "no source is without errors");
  }
  if (stops_at_error && !std::ranges::all_of(sources, is_right)) {
    return fail(ErrorCode::InvalidArgument, "a source is wrong");
  }
  return {};
}

/// The records pass through temporary files in the folder of the database, so memory does not depend on the size of the
/// graph. The database is prepared completely before it replaces the old one.
Result<MadeGraph> name_link_and_write(std::vector<BuildSource>& sources, NewSources& stored, const MakeRequest& request,
                                      const Progress& progress) {
  MadeGraph made;
  Stopwatch watch;
  const auto names = name_sources(sources, stored.store());
  if (!names) return fail(names.error());
  if (auto widened = widen_by_datasets(sources, names->datasets, stored.store()); !widened) {
    return fail(widened.error());
  }
  if (auto enough = enough_is_right(sources, request.stops_at_error); !enough) return fail(enough.error());
  SourceUnits units(sources, *names, stored.store());
  RecordSpill records(folder_of(request.out));
  const auto take = [&records](const GraphRecords& part) {
    records.add(part);
    return Result<void>();
  };
  {
    // Its disk space is freed before the database is written.
    SpillFile spill(folder_of(request.out));
    auto linked = link_units(sources, units, request.stops_at_error, spill, take, progress);
    if (!linked) return fail(linked.error());
  }
  if (auto enough = enough_is_right(sources, request.stops_at_error); !enough) return fail(enough.error());
  made.link_seconds = watch.lap();
  records.close();
  made.nodes = records.node_count();
  made.relationships = records.relationship_count();
  if (progress) progress("writing", 0, 1);
  auto prepared = prepare_database(request.out, records);
  if (!prepared) return fail(prepared.error());
  made.snapshot = prepared->snapshot();
  const auto done =
      request.keeps_sources ? stored.commit(sources, *prepared) : stored.commit_without_sources(*prepared);
  if (!done) return fail(done.error());
  made.write_seconds = watch.lap();
  return made;
}

}  // namespace

Result<MadeGraph> make_graph(std::vector<BuildSource>& sources, NewSources& stored, const MakeRequest& request,
                             const Progress& progress) {
  try {
    return name_link_and_write(sources, stored, request, progress);
  } catch (const std::system_error& error) {  // of a temporary file
    return fail(ErrorCode::Unavailable,
                fmt::format("{}: {}; perhaps the disk is full", request.out.string(), error.what()));
  }
}

}  // namespace treatygraph::ingest
