#pragma once
// A source of a build: what is known about it while its records are in the store.

#include <string>
#include <utility>
#include <vector>

#include "ingest/build/source_report.h"
#include "ingest/build/source_store.h"
#include "ingest/build/stored_source.h"

namespace treatygraph::ingest {

struct BuildSource {
  SourceItem item;
  StoredSource::Kind kind = StoredSource::Kind::Nothing;
  Pictures pictures = Pictures::LeaveOut;
  std::string place_slug = {};
  std::string title = {};
  std::string widened_by = {};
  SourceReport report = {};  ///< its slug is that of the source's treaty
  StoredPlace place = {};

  [[nodiscard]] bool is_right() const { return report.errors.empty(); }
  [[nodiscard]] bool is(StoredSource::Kind other) const { return kind == other && is_right(); }
  void refuse(std::string why) { report.errors.push_back(std::move(why)); }
};

/// All but the records.
[[nodiscard]] inline BuildSource build_source_of(StoredSource source, const StoredPlace& place) {
  return {std::move(source.item),   source.kind,
          source.pictures,          std::move(source.place_slug),
          std::move(source.title),  std::move(source.widened_by),
          std::move(source.report), place};
}

}  // namespace treatygraph::ingest
