#pragma once
// Decides whether two names mean the same treaty: "the 1966 International Covenant on Civil and Political Rights" and
// "International Covenant on Civil and Political Rights of 16 December 1966".

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ingest/treaties/name_forms.h"

namespace treatygraph::ingest {

/// What distinguishes a treaty from others with the same name.
struct TreatyFacts {
  std::vector<int> years = {};    ///< years in which it, or an act that revised it, was made; none if unknown
  std::string organization = {};  ///< organization whose name may accompany it, in the form of `organization_of`
  std::string place = {};         ///< of conclusion, normalized: "the Chicago Convention on ..."
};

/// An index of the names of numbered treaties, with what distinguishes equal names. Filled by one thread; then any
/// number of threads may call find().
class TreatyNames {
 public:
  /// Adds a name that means this treaty. The same name may be added for several treaties.
  void add(std::string_view name, std::size_t treaty, const TreatyFacts& facts = {});
  /// Marks an ambiguous name: "the Geneva Convention" never identifies a single treaty, unless a year does.
  void add_ambiguous(std::string_view name, std::size_t treaty, const TreatyFacts& facts = {});

  struct Found {
    std::vector<std::size_t> treaties = {};  ///< all possible meanings, in order
    bool is_ambiguous = false;
    [[nodiscard]] std::optional<std::size_t> only() const {
      return treaties.size() == 1 && !is_ambiguous ? std::optional(treaties.front()) : std::nullopt;
    }
  };
  /// Looks for the complete name, then the name without its date, then without an organisation or place that
  /// accompanies it ("WTO Agreement on Safeguards"), then with its words reordered ("Safeguards Agreement"). If the
  /// name has a year, organisation or place, treaties with another one are excluded.
  [[nodiscard]] Found find(std::string_view name) const;

 private:
  struct Entry {
    std::size_t treaty{};
    TreatyFacts facts;
    bool is_ambiguous = false;
  };
  using Entries = std::multimap<std::string, Entry, std::less<>>;

  /// The organisation or place that was taken off a name.
  struct Maker {
    std::string organization;
    std::string place;
  };

  static Found matching(const Entries& entries, std::string_view name, std::optional<int> year, const Maker& maker);
  static std::vector<std::pair<Maker, std::string>> makers_taken_off(const std::string& words);
  [[nodiscard]] Found find_written(std::string_view name, const Maker& maker) const;

  Entries whole_;    ///< by the complete normalized name
  Entries undated_;  ///< by the name without its date
};

}  // namespace treatygraph::ingest
