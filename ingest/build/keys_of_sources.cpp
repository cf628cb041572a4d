// Finding duplicates is a sort: all hashes are written to sorted runs, and equal hashes are neighbours when the runs
// are merged. Only these are kept in shared_, which is short for a good corpus.
// A source with a duplicate is refused as a whole, and a refused source does not make later ones duplicates. Whether a
// source is refused therefore depends on the decisions about the sources before it, which find_doubles() makes in
// rounds over shared_.

#include "ingest/build/keys_of_sources.h"

#include <algorithm>

#include "graph/image/checksum.h"

namespace treatygraph::ingest {
namespace {

/// Is greater than any node, so std::min() replaces it. Placeholders have it as well.
constexpr NodeOfSource kNoNodeOfSource = {0xffff'ffff, 0xffff'ffff};

}  // namespace

void KeysOfSources::add(std::string_view key, NodeOfSource node) {
  if (states_.size() <= node.source) states_.resize(node.source + 1);
  keys_.add({image::checksum(key), node});
}

void KeysOfSources::close() {
  keys_.close();
  find_shared();
  find_doubles();
  find_twice();
}

void KeysOfSources::add_placeholder(std::string_view key) {
  keys_.add({image::checksum(key), kNoNodeOfSource});
}

KeysOfSources::Question KeysOfSources::question(std::string_view key, std::uint32_t number, std::uint32_t rank) {
  return {image::checksum(key), number, rank};
}

/// Collects the entries that have a neighbour with the same hash.
void KeysOfSources::find_shared() {
  shared_ = SpilledList<Entry>(spill_);
  std::optional<Entry> last;
  bool is_shared = false;
  keys_.each([&](const Entry& entry) {
    const bool is_same = last && last->hash == entry.hash;
    if (is_same && !is_shared) shared_.add(*last);
    if (is_same) shared_.add(entry);
    is_shared = is_same;
    last = entry;
  });
}

/// Calls use(entry, states of the sources that have its key and come before its own).
template <typename Use>
void KeysOfSources::each_shared(const Use& use) const {
  struct {
    bool is_any_used;
    bool is_any_unknown;
  } earlier{};
  std::optional<Entry> last;
  auto of_last_source = earlier;
  shared_.each([&](const Entry& entry) {
    if (!last || last->hash != entry.hash) {
      earlier = of_last_source = {};
    } else if (last->node.source != entry.node.source) {
      earlier = of_last_source;
    }
    use(entry, earlier);
    const auto state = states_[entry.node.source];
    of_last_source.is_any_used = of_last_source.is_any_used || state == State::Used;
    of_last_source.is_any_unknown = of_last_source.is_any_unknown || state == State::Unknown;
    last = entry;
  });
}

/// Works in rounds. A source is refused if an earlier used source has one of its keys. It is used if all earlier
/// sources with one of its keys are refused. Otherwise it waits for the next round. Each round decides at least the
/// first undecided source, because all sources before it are decided.
void KeysOfSources::find_doubles() {
  std::vector<NodeOfSource> first_double(states_.size(), kNoNodeOfSource);
  for (bool is_any_unknown = true; is_any_unknown;) {
    std::vector<bool> waits(states_.size());
    is_any_unknown = false;
    each_shared([&](const Entry& entry, const auto& earlier) {
      auto& first = first_double[entry.node.source];
      if (earlier.is_any_used) first = std::min(first, entry.node);
      if (earlier.is_any_unknown) waits[entry.node.source] = true;
    });
    for (std::size_t source = 0; source < states_.size(); ++source) {
      auto& state = states_[source];
      if (state != State::Unknown) continue;
      if (first_double[source] != kNoNodeOfSource) {
        state = State::Refused;
      } else if (!waits[source]) {
        state = State::Used;
      }
      is_any_unknown = is_any_unknown || state == State::Unknown;
    }
  }
  // Once all is decided: what was found of a refused source before may not have been all.
  each_shared([&](const Entry& entry, const auto& earlier) {
    auto& first = first_double[entry.node.source];
    if (earlier.is_any_used) first = std::min(first, entry.node);
  });
  doubles_.clear();
  for (const auto& node : first_double) {
    if (node != kNoNodeOfSource) doubles_.push_back(node);
  }
}

void KeysOfSources::find_twice() {
  std::optional<Entry> last;
  shared_.each([&](const Entry& entry) {
    const bool is_twice = last && last->hash == entry.hash && last->node.source == entry.node.source;
    if (is_twice && states_[entry.node.source] == State::Used)
      twice_ = std::min(twice_.value_or(entry.node), entry.node);
    last = entry;
  });
}

}  // namespace treatygraph::ingest
