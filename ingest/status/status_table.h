#pragma once
// The table of participants: a name, and what was done on which day.

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/status/status_page.h"

namespace treatygraph::ingest {

/// "2025-10-25" for "25 Oct 2025" or "25 October 2025"; empty where it is no day.
[[nodiscard]] std::string iso_date(std::string_view words);

/// A name without the numbers of its notes, and those: "China 2, 3".
struct NotedName {
  std::string name;
  std::vector<std::string> notes;
  bool is_bracketed = false;  ///< "[Burundi]": has withdrawn
};
[[nodiscard]] NotedName noted_name(std::string_view cell);

class StatusTable {
 public:
  /// Notes that say when somebody withdrew, by their number.
  using Notes = std::map<std::string, std::string>;

  /// The cells of the head: "Participant", "Signature", "Ratification, Acceptance(A), Accession(a)".
  explicit StatusTable(const std::vector<std::string>& head);

  /// A row as cells under those of the head.
  void add_row(std::size_t line, const std::vector<std::string>& cells, const Notes& notes, StatusPage& page) const;
  /// A row as one line of text: its cells parted by tabs, or else what days it names.
  void add_line(std::size_t line, std::string_view text, const Notes& notes, StatusPage& page) const;

 private:
  enum class Role { Name, Signature, Binding, Withdrawal, Other };
  struct Column {
    Role role = Role::Other;
    std::string unmarked = "ratification";      ///< what a day without a mark stands for
    std::map<std::string, std::string> marked;  ///< "a" -> "accession"
  };
  [[nodiscard]] static Column column_of(std::string_view head);
  [[nodiscard]] std::vector<std::string> cells_of(std::string_view text) const;

  std::vector<Column> columns_;
};

}  // namespace treatygraph::ingest
