#pragma once
// The treaties that others cite: what each is called, numbered and published as. The table is
// `well_known_treaties.csv`, compiled in.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/treaties/treaty_names.h"

namespace treatygraph::ingest {

/// A row of the table; what is not known is empty. In the table the items of a list are parted by ";".
struct WellKnownTreaty {
  std::string slug;
  std::string title;  ///< official, in English
  std::string title_fr;
  std::string title_es;
  std::vector<std::string> short_titles;     ///< in any of the three languages
  std::vector<std::string> abbreviations;    ///< "ICCPR", "PIDCP"
  std::vector<std::string> ambiguous_names;  ///< names that other treaties have too
  std::vector<std::string> numbers;          ///< "CETS 185", "MTDSG XVIII-16", "ILO C182", "CELEX 12012E"
  std::string unts;                          ///< registration number and volume: "I-27531, vol. 1577"
  std::string celex;                         ///< of the text: "12012E/TXT"
  std::string place;                         ///< of conclusion
  int year = 0;
  std::vector<int> other_years;  ///< of the acts that revised it, and of an opening for signature in a later year
  std::string organization;      ///< under which it was made
  std::string kind;              ///< "treaty", or what else treaties cite: "declaration", "rules"
  std::string text_url;          ///< where a depositary has the official text
  std::string source;            ///< of what was carried over
  std::string recalled;          ///< the columns that no document was seen for
  std::string confidence;        ///< in what is recalled
};

class WellKnownTreaties {
 public:
  /// The table that the program has; read once, from any thread.
  [[nodiscard]] static const WellKnownTreaties& table();

  [[nodiscard]] const std::vector<WellKnownTreaty>& all() const { return treaties_; }

  /// The treaty called so, whatever its case, date and the organization before it; null where no row, or more than one,
  /// is.
  [[nodiscard]] const WellKnownTreaty* find(std::string_view name) const;
  /// Those that a name may mean which is no treaty's alone; else none.
  [[nodiscard]] std::vector<const WellKnownTreaty*> may_be(std::string_view name) const;

  [[nodiscard]] bool has_slug(std::string_view slug) const;

  /// Whether some name in the table, made `alike`, begins with these letters, and whether one is these.
  enum class Spelling { Unknown, Begins, Whole };
  [[nodiscard]] Spelling spelling(std::string_view letters) const;

 private:
  WellKnownTreaties();

  std::vector<WellKnownTreaty> treaties_;
  TreatyNames names_;
  std::vector<std::string> spellings_;  ///< of titles and short titles, sorted
};

/// How people write a number of a series: "CETS 185" is "ETS No. 185" and "STE 185" too.
[[nodiscard]] std::vector<std::string> ways_to_write(std::string_view number);

}  // namespace treatygraph::ingest
