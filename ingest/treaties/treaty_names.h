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

namespace treatygraph::ingest {

/// A name, made alike: lower case ASCII letters and digits without an article before them, without anything between
/// words (typists and scanners lose spaces: "andCombating"), "organisation" written "organization".
[[nodiscard]] std::string alike(std::string_view name);

/// The word that begins at `begin` and ends `letters`, in the spelling of `alike`: "organisation", "labour".
void spell_alike(std::string& letters, std::size_t begin);

/// A name without what only says when the treaty was made and where it was published.
struct DatedName {
  std::string name;         ///< made alike, without brackets behind and without its date
  std::optional<int> year;  ///< of that date
  std::size_t words = 0;    ///< how many words the name was written in
};
/// "1988 Convention", "Convention of 4 May 1988", "Convention, 1988", "Convention (ETS No. 5)". A year alone, or one
/// behind a short form ("GATT 1994"), is part of the name as well: the caller asks for `alike` first.
[[nodiscard]] DatedName dated_name(std::string_view name);

/// Words that say no more than what kind of instrument it is: "the Convention", "the Second Protocol", "the 1988
/// Convention". Only the document that uses them can say which one they mean.
[[nodiscard]] bool is_bare_name(std::string_view name);

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

/// The organization whose name `name` begins with, and the rest: "WTO Agreement on Safeguards".
struct OrganizationAndRest {
  std::string organization;  ///< "worldtradeorganization"; empty where there is none
  std::string rest;
};
[[nodiscard]] OrganizationAndRest without_organization(std::string_view name);
/// One word for "World Trade Organization" and "WTO"; empty where the organization is not known.
[[nodiscard]] std::string organization_of(std::string_view name);

}  // namespace treatygraph::ingest
