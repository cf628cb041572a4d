// Runs a Linker over the units of the store. Units are made on all cores, but the linker takes them in order
// (for_each_in_order), so the result does not depend on timing. If sources have nodes in common, the later ones are
// refused and the first reading is repeated with a new linker, because a linker cannot forget a source.

#include "ingest/build/link_units.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "ingest/build/link.h"
#include "ingest/build/parallel.h"

namespace treatygraph::ingest {
namespace {

class LinkingUnits {
 public:
  LinkingUnits(std::vector<BuildSource>& sources, SourceUnits& units, SpillFile& spill, const TakeRecords& take,
               const Progress& progress)
      : sources_(sources), units_(units), spill_(spill), take_(take), progress_(progress) {}

  /// First reading. It is repeated until the remaining sources have no node in common, which seldom takes more than one
  /// repetition.
  Result<void> meet() {
    if (auto met = meet_all(Round::First); !met) return met;
    while (!linker_->keys().doubles().empty()) {
      if (auto refused = refuse_doubles(); !refused) return refused;
      if (auto met = meet_all(Round::Another); !met) return met;
    }
    return {};
  }

  [[nodiscard]] bool are_all_right() const {
    return std::ranges::all_of(sources_, [](const BuildSource& source) { return source.is_right(); });
  }

  /// Second reading.
  Result<void> link() {
    for_each_in_order(
        taken_.size(), [this](std::size_t i) { return linked(i); },
        [this](std::size_t i, Result<GraphRecords> records) { return take(i, std::move(records)); });
    if (failed_) return fail(*failed_);
    auto rest = linker_->rest();
    if (!rest) return fail(rest.error());
    return take_(*std::move(rest));
  }

 private:
  /// Reports are filled in the first round only, since counting twice would double their numbers.
  enum class Round { First, Another };

  /// Gives all sources without errors to a new linker.
  Result<void> meet_all(Round round) {
    linker_.emplace(&spill_);
    std::vector<std::size_t> right;
    for (std::size_t i = 0; i < sources_.size(); ++i) {
      if (sources_[i].is_right()) right.push_back(i);
    }
    taken_.clear();
    for_each_in_order(
        right.size(),
        [&](std::size_t i) { return round == Round::First ? units_.unit_and_report(right[i]) : units_.unit(right[i]); },
        [&](std::size_t i, Result<SourceRecords> records) {
          // Both readings are one stage for the user, each a half of it.
          if (progress_) progress_("linking", i, right.size() * 2);
          return meet(right[i], std::move(records));
        });
    if (failed_) return fail(*failed_);
    const auto& twice = linker_->close().twice();
    if (!twice) return {};
    const auto key = key_of(*twice);
    return fail(key ? Error{ErrorCode::InvalidArgument, is_made_twice(*key)} : key.error());
  }

  /// Gives one source to the linker. Returns false to stop.
  bool meet(std::size_t source, Result<SourceRecords> records) {
    if (records) {
      linker_->take(*records);
      taken_.push_back(source);
      return true;
    }
    if (records.error().code == ErrorCode::Corrupt) return stop(records.error());  // the store's, not the source's
    sources_[source].refuse(records.error().detail);
    return true;
  }

  /// Refuses the sources that have a node of an earlier source.
  Result<void> refuse_doubles() {
    for (const auto& node : linker_->keys().doubles()) {
      const auto key = key_of(node);
      if (!key) return fail(key.error());
      auto& source = sources_[taken_[node.source]];
      source.refuse(has_already(source, *key));
    }
    return {};
  }

  /// The linker only keeps hashes, so the key is read from the store again.
  Result<std::string> key_of(const NodeOfSource& node) const {
    const auto records = units_.unit(taken_[node.source]);
    if (!records) return fail(records.error());
    return records->records.nodes.at(node.node).key;
  }

  Result<GraphRecords> linked(std::size_t n) const {
    auto records = units_.unit(taken_[n]);
    if (!records) return fail(records.error());
    return linker_->linked(n, *std::move(records));
  }

  bool take(std::size_t i, Result<GraphRecords> records) {
    if (progress_) progress_("linking", taken_.size() + i, taken_.size() * 2);
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
  SpillFile& spill_;
  const TakeRecords& take_;
  const Progress& progress_;
  std::vector<std::size_t> taken_;  ///< the sources that the linker took
  std::optional<Linker> linker_;
  std::optional<Error> failed_;
};

}  // namespace

Result<void> link_units(std::vector<BuildSource>& sources, SourceUnits& units, bool stops_at_error, SpillFile& spill,
                        const TakeRecords& take, const Progress& progress) {
  LinkingUnits linking(sources, units, spill, take, progress);
  if (auto met = linking.meet(); !met) return met;
  if (stops_at_error && !linking.are_all_right()) return {};
  return linking.link();
}

}  // namespace treatygraph::ingest
