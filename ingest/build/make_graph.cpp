#include "ingest/build/make_graph.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "ingest/build/link_units.h"
#include "ingest/build/name_sources.h"
#include "ingest/build/source_units.h"
#include "ingest/text/stage_seconds.h"

namespace treatygraph::ingest {
namespace {

Result<void> enough_is_right(const std::vector<BuildSource>& sources, bool stops_at_error) {
  const auto is_right = [](const BuildSource& source) { return source.is_right(); };
  if (std::ranges::none_of(sources, is_right)) {
    return fail(ErrorCode::InvalidArgument, "there is no source that is right");
  }
  if (stops_at_error && !std::ranges::all_of(sources, is_right)) {
    return fail(ErrorCode::InvalidArgument, "a source is wrong");
  }
  return {};
}

}  // namespace

Result<MadeGraph> make_graph(std::vector<BuildSource>& sources, NewSources& stored, const MakeRequest& request,
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
  GraphRecords records;
  const auto take = [&records](GraphRecords part) {
    std::ranges::move(part.nodes, std::back_inserter(records.nodes));
    std::ranges::move(part.relationships, std::back_inserter(records.relationships));
    return Result<void>();
  };
  if (auto linked = link_units(sources, units, request.stops_at_error, take, progress); !linked) {
    return fail(linked.error());
  }
  if (auto enough = enough_is_right(sources, request.stops_at_error); !enough) return fail(enough.error());
  made.link_seconds = watch.lap();
  made.nodes = records.nodes.size();
  made.relationships = records.relationships.size();
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

}  // namespace treatygraph::ingest
