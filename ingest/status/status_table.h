#pragma once
// Reads the table of participants of a status page: names, acts and dates.

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/status/status_page.h"

namespace treatygraph::ingest {

/// "2025-10-25" for "25 Oct 2025" or "25 October 2025"; empty if it is not a date.
[[nodiscard]] std::string iso_date(std::string_view words);

/// A name without its note numbers, and the numbers: "China 2, 3".
struct NotedName {
  std::string name;
  std::vector<std::string> notes;
  bool is_bracketed = false;  ///< "[Burundi]": has withdrawn
};
/// Splits a cell. Markup and brackets are removed from the name.
[[nodiscard]] NotedName noted_name(std::string_view cell);

/// Knows what the columns of a table mean, and adds the acts of its rows to a page. Rows that cannot be read add a
/// warning with their line.
class StatusTable {
 public:
  /// Texts of notes by number. A withdrawal is often only in a note.
  using Notes = std::map<std::string, std::string>;

  /// Takes the cells of the head: "Participant", "Signature", "Ratification, Acceptance(A), Accession(a)".
  explicit StatusTable(const std::vector<std::string>& head);

  /// Adds a row whose cells match the head.
  void add_row(std::size_t line, const std::vector<std::string>& cells, const Notes& notes, StatusPage& page) const;
  /// Adds a row that is a line of text. Its cells are separated by tabs, or else by the dates in it.
  void add_line(std::size_t line, std::string_view text, const Notes& notes, StatusPage& page) const;

 private:
  /// What the dates of a column are.
  enum class Role { Name, Signature, Binding, Withdrawal, Other };
  struct Column {
    Role role = Role::Other;
    std::string unmarked = "ratification";      ///< the act for a date without a mark
    std::map<std::string, std::string> marked;  ///< "a" -> "accession"
  };
  [[nodiscard]] static Column column_of(std::string_view head);
  [[nodiscard]] std::vector<std::string> cells_of(std::string_view text) const;

  std::vector<Column> columns_;
};

}  // namespace treatygraph::ingest
