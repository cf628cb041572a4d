#pragma once
// Normal forms of treaty names, by which they are compared: their significant words, their date, and an organisation at
// their beginning.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace treatygraph::ingest {

/// A name as lower-case ASCII letters and digits, without a leading article and without anything between words, because
/// typists and scanners lose spaces ("andCombating"). "organisation" becomes "organization".
[[nodiscard]] std::string alike(std::string_view name);

/// Changes the word from `begin` to the end of `letters` to the spelling of alike(): "organisation", "labour".
void spell_alike(std::string& letters, std::size_t begin);

/// A name without the date of the treaty and the place of its publication.
struct DatedName {
  std::string name;         ///< normalized, without trailing brackets and without the date
  std::optional<int> year;  ///< year of that date
  std::size_t words = 0;    ///< number of words as written
};
/// Recognises "1988 Convention", "Convention of 4 May 1988", "Convention, 1988" and "Convention (ETS No. 5)". A year
/// alone, or after a short form ("GATT 1994"), is also part of the name, so compare by alike() first.
[[nodiscard]] DatedName dated_name(std::string_view name);

/// Whether the words only name a kind of instrument: "the Convention", "the Second Protocol", "the 1988 Convention".
/// Only the citing document can say which one is meant.
[[nodiscard]] bool is_bare_name(std::string_view name);

/// The organisation that a name begins with, and the rest: "WTO Agreement on Safeguards".
struct OrganizationAndRest {
  std::string organization;  ///< "worldtradeorganization"; empty if there is none
  std::string rest;
};
[[nodiscard]] OrganizationAndRest without_organization(std::string_view name);
/// The canonical word of an organisation, the same for "World Trade Organization" and "WTO". Empty if it is unknown.
[[nodiscard]] std::string organization_of(std::string_view name);

/// The words joined by '-', without articles. For an act of the European Union, its type and number.
[[nodiscard]] std::string words_of(std::string_view name);
/// Removes brackets with words, such as "(ETS No. 5)", but not a year such as "(1971)".
[[nodiscard]] std::string without_brackets_at_end(std::string_view name);
/// Whether a lower-case word names a kind of treaty: "convention".
[[nodiscard]] bool is_noun_of_treaties(std::string_view word);

}  // namespace treatygraph::ingest
