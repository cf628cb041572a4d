#pragma once
// The table of well-known treaties: names, numbers and publications. It is `well_known_treaties.csv`, compiled in.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/treaties/treaty_names.h"

namespace treatygraph::ingest {

/// A row of the table; unknown cells are empty. Lists in the table are separated by ";".
struct WellKnownTreaty {
  std::string slug;
  std::string title;  ///< official, in English
  std::string title_fr;
  std::string title_es;
  std::vector<std::string> short_titles;     ///< in any of the three languages
  std::vector<std::string> abbreviations;    ///< "ICCPR", "PIDCP"
  std::vector<std::string> ambiguous_names;  ///< names shared with other treaties
  std::vector<std::string> numbers;          ///< "CETS 185", "MTDSG XVIII-16", "ILO C182", "CELEX 12012E"
  std::string unts;                          ///< registration number and volume: "I-27531, vol. 1577"
  std::string celex;                         ///< of the text: "12012E/TXT"
  std::string place;                         ///< of conclusion
  int year = 0;
  std::vector<int> other_years;  ///< years of revising acts, and of an opening for signature in a later year
  std::string organization;      ///< organization under which it was made
  std::string kind;              ///< "treaty", or another kind of cited instrument: "declaration", "rules"
  std::string text_url;          ///< depositary's address of the official text
  std::string source;            ///< source of the row
  std::string recalled;          ///< columns recalled without a document
  std::string confidence;        ///< confidence in the recalled columns
};

/// Immutable; any thread may use it.
class WellKnownTreaties {
 public:
  /// The built-in table. The first call parses it. Pointers to its rows stay valid until the program ends.
  [[nodiscard]] static const WellKnownTreaties& table();

  [[nodiscard]] const std::vector<WellKnownTreaty>& all() const { return treaties_; }

  /// The treaty with this name, by the rules of TreatyNames::find(). Null if no row, or more than one, matches.
  [[nodiscard]] const WellKnownTreaty* find(std::string_view name) const;
  /// The treaties that an ambiguous name may mean. Empty if it means one treaty or none.
  [[nodiscard]] std::vector<const WellKnownTreaty*> may_be(std::string_view name) const;

  [[nodiscard]] bool has_slug(std::string_view slug) const;

  /// Whether a title or short title, in the form of alike(), begins with these letters, and whether one equals them.
  enum class Spelling { Unknown, Begins, Whole };
  [[nodiscard]] Spelling spelling(std::string_view letters) const;

 private:
  WellKnownTreaties();

  std::vector<WellKnownTreaty> treaties_;
  TreatyNames names_;
  std::vector<std::string> spellings_;  ///< of titles and short titles, sorted
};

/// All ways in which a number of a series is cited, itself first: "CETS 185" is also "ETS No. 185" and "STE 185".
[[nodiscard]] std::vector<std::string> ways_to_write(std::string_view number);

}  // namespace treatygraph::ingest
