#include "ingest/build/link_units.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "ingest/build/link.h"
#include "ingest/build/parallel.h"

namespace treatygraph::ingest {
namespace {

class LinkingUnits {
 public:
  LinkingUnits(std::vector<BuildSource>& sources, SourceUnits& units, const TakeRecords& take, const Progress& progress)
      : sources_(sources), units_(units), take_(take), progress_(progress) {}

  Result<void> meet() {
    note_right_sources();
    for_each_in_order(
        right_.size(), [this](std::size_t i) { return units_.unit_and_report(right_[i]); },
        [this](std::size_t i, Result<SourceRecords> records) { return meet(i, std::move(records)); });
    return failed_ ? fail(*failed_) : Result<void>();
  }

  [[nodiscard]] bool are_all_right() const {
    return std::ranges::all_of(sources_, [](const BuildSource& source) { return source.is_right(); });
  }

  Result<void> link() {
    linker_.close();
    note_right_sources();
    for_each_in_order(
        right_.size(), [this](std::size_t i) { return linked(right_[i]); },
        [this](std::size_t i, Result<GraphRecords> records) { return take(i, std::move(records)); });
    if (failed_) return fail(*failed_);
    auto rest = linker_.rest();
    if (!rest) return fail(rest.error());
    return take_(*std::move(rest));
  }

 private:
  void note_right_sources() {
    right_.clear();
    for (std::size_t i = 0; i < sources_.size(); ++i) {
      if (sources_[i].is_right()) right_.push_back(i);
    }
  }

  bool meet(std::size_t i, Result<SourceRecords> records) {
    if (progress_) progress_("linking", i, right_.size() * 2);
    auto& source = sources_[right_[i]];
    if (!records) {
      if (records.error().code == ErrorCode::Corrupt) return stop(records.error());  // the store's, not the source's
      source.refuse(records.error().detail);
    } else if (const auto twice = linker_.double_of(*records)) {
      source.refuse(has_already(source, *twice));
    } else if (auto taken = linker_.take(*records); !taken) {
      return stop(taken.error());
    }
    return true;
  }

  Result<GraphRecords> linked(std::size_t source) const {
    auto records = units_.unit(source);
    if (!records) return fail(records.error());
    return linker_.linked(*std::move(records));
  }

  bool take(std::size_t i, Result<GraphRecords> records) {
    if (progress_) progress_("linking", right_.size() + i, right_.size() * 2);
    if (!records) return stop(records.error());
    if (auto taken = take_(*std::move(records)); !taken) return stop(taken.error());
    return true;
  }

  bool stop(const Error& error) {
    failed_ = error;
    return false;
  }

  std::vector<BuildSource>& sources_;
  SourceUnits& units_;
  const TakeRecords& take_;
  const Progress& progress_;
  std::vector<std::size_t> right_;
  Linker linker_;
  std::optional<Error> failed_;
};

}  // namespace

Result<void> link_units(std::vector<BuildSource>& sources, SourceUnits& units, bool stops_at_error,
                        const TakeRecords& take, const Progress& progress) {
  LinkingUnits linking(sources, units, take, progress);
  if (auto met = linking.meet(); !met) return met;
  if (stops_at_error && !linking.are_all_right()) return {};
  return linking.link();
}

}  // namespace treatygraph::ingest
