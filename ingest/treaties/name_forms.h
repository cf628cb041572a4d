#pragma once
// What of a treaty's name counts: its words made alike, its date, the organization before it.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

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

/// The organization whose name `name` begins with, and the rest: "WTO Agreement on Safeguards".
struct OrganizationAndRest {
  std::string organization;  ///< "worldtradeorganization"; empty where there is none
  std::string rest;
};
[[nodiscard]] OrganizationAndRest without_organization(std::string_view name);
/// One word for "World Trade Organization" and "WTO"; empty where the organization is not known.
[[nodiscard]] std::string organization_of(std::string_view name);

/// The words with one '-' between them, without articles; of an act of the European Union, what it is and its number.
[[nodiscard]] std::string words_of(std::string_view name);
/// "(ETS No. 5)" taken off, but not "(1971)".
[[nodiscard]] std::string without_brackets_behind(std::string_view name);
/// Whether a word in small letters says what kind of treaty it is: "convention".
[[nodiscard]] bool is_noun_of_treaties(std::string_view word);

}  // namespace treatygraph::ingest
