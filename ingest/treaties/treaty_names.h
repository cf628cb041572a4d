#pragma once
// When two names of treaties are one: "the 1966 International Covenant on Civil and Political Rights" and
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

/// What tells a treaty from others of the same name.
struct TreatyFacts {
  std::vector<int> years = {};    ///< in which it, or an act that revised it, was made; none where not known
  std::string organization = {};  ///< whose name may stand beside it, as `organization_of` gives it
  std::string place = {};         ///< of conclusion, `alike`: "the Chicago Convention on International Civil Aviation"
};

/// Names of numbered treaties, each with what tells it from those of the same name.
class TreatyNames {
 public:
  void add(std::string_view name, std::size_t treaty, const TreatyFacts& facts = {});
  /// "the Geneva Convention": what `find` gives for it is never one treaty alone, unless a year says which.
  void add_ambiguous(std::string_view name, std::size_t treaty, const TreatyFacts& facts = {});

  struct Found {
    std::vector<std::size_t> treaties = {};  ///< all that the name may mean, in order
    bool is_ambiguous = false;
    [[nodiscard]] std::optional<std::size_t> only() const {
      return treaties.size() == 1 && !is_ambiguous ? std::optional(treaties.front()) : std::nullopt;
    }
  };
  /// By the whole name, or else by the name without its date, without the organization or the place beside it ("WTO
  /// Agreement on Safeguards"), or with its words turned round ("Safeguards Agreement"). A year that is none of a
  /// treaty's own tells that it is not meant, and so does another organization or place.
  [[nodiscard]] Found find(std::string_view name) const;

 private:
  struct Entry {
    std::size_t treaty;
    TreatyFacts facts;
    bool is_ambiguous = false;
  };
  using Entries = std::multimap<std::string, Entry, std::less<>>;

  struct Maker {
    std::string organization;
    std::string place;
  };

  static Found matching(const Entries& entries, std::string_view name, std::optional<int> year, const Maker& maker);
  static std::vector<std::pair<Maker, std::string>> makers_taken_off(const std::string& words);
  [[nodiscard]] Found find_written(std::string_view name, const Maker& maker) const;

  Entries whole_;    ///< by the whole name, made alike
  Entries undated_;  ///< by the name without its date
};

}  // namespace treatygraph::ingest
