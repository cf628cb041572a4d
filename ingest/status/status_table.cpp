// A column may contain several acts, told apart by a mark after the date: "25 Oct 2025 a" is an accession in a column
// "Ratification, Accession(a)". The head says which marks a column has; the usual marks of the depositary apply as
// well. Brackets around a row mean that the participant has withdrawn.

#include "ingest/status/status_table.h"

#include <algorithm>
#include <array>
#include <chrono>

#include <fmt/format.h>
#include <re2/re2.h>

#include "graph/ascii.h"
#include "ingest/text/lines.h"
#include "ingest/text/pattern_piece.h"

namespace treatygraph::ingest {
namespace {

/// A date as printed in tables, its mark, and the bracket of a withdrawn participant.
const RE2& day_pattern() {
  static const RE2 pattern(R"((\[?)\s*(\d{1,2}\s+[A-Z][a-z]{2,8}\.?\s+\d{4})\s*([A-Za-z]{1,2}\b)?)");
  return pattern;
}

/// The act that words name: "acceptance" for "Acceptance". Empty if they name none.
std::string action_named(std::string_view words) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kActions = {
      {{"ratif", "ratification"},
       {"accept", "acceptance"},
       {"approv", "approval"},
       {"access", "accession"},
       {"success", "succession"},
       {"confirm", "formal confirmation"},
       {"consent", "consent to be bound"},
       {"definitive", "definitive signature"}}};
  const auto said = lower_case(words);
  for (const auto& [part, action] : kActions) {
    if (said.find(part) != std::string::npos) return std::string(action);
  }
  return {};
}

/// The marks of the United Nations Treaty Collection.
const std::map<std::string, std::string>& usual_marks() {
  static const std::map<std::string, std::string> marks = {
      {"a", "accession"},           {"A", "acceptance"},           {"AA", "approval"},          {"d", "succession"},
      {"c", "formal confirmation"}, {"s", "definitive signature"}, {"P", "consent to be bound"}};
  return marks;
}

/// Adds a warning with the line of the row.
void warn(StatusPage& page, std::size_t line, const std::string& what) {
  page.warnings.push_back(fmt::format("{}:{}: {}", page.name, line, what));
}

/// The date of withdrawal in one of the participant's notes. Empty if no note gives it.
std::string day_of_withdrawal(const NotedName& name, const StatusTable::Notes& notes) {
  static const RE2 withdraws(R"((?is)(\d{1,2} [A-Z][a-z]+ \d{4}).*?(?:withdr[ae]w|denunciat|denounc))");
  for (const auto& number : name.notes) {
    const auto note = notes.find(number);
    std::string day;
    if (note != notes.end() && RE2::PartialMatch(piece(note->second), withdraws, &day)) return iso_date(day);
  }
  return {};
}

}  // namespace

// Only the first three letters of a month count: "Oct", "Oct." and "October". std::chrono refuses days such as 31
// April.
std::string iso_date(std::string_view words) {
  static const RE2 pattern(R"(\s*(\d{1,2})\s+([A-Z][a-z]{2})[a-z]*\.?\s+(\d{4})\s*)");
  constexpr std::array<std::string_view, 12> kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                        "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  unsigned day = 0;
  std::string month;
  int year = 0;
  if (!RE2::FullMatch(piece(words), pattern, &day, &month, &year)) return {};
  const auto* const found = std::ranges::find(kMonths, month);
  const auto number = static_cast<unsigned>(found - kMonths.begin()) + 1;
  const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(number), std::chrono::day(day)};
  return date.ok() ? fmt::format("{:04}-{:02}-{:02}", year, number, day) : std::string();
}

// Numbers after a name are notes, and may be separated by commas or spaces.
NotedName noted_name(std::string_view cell) {
  static const RE2 tag(R"(<[^>]*>)");
  static const RE2 notes_after(R"(^(.*?[^\d,\s])[\s,]*(\d{1,3}(?:[\s,]+\d{1,3})*)[\s,]*$)");
  auto plain = std::string(cell);
  RE2::GlobalReplace(&plain, tag, " ");
  NotedName noted;
  std::string numbers;
  noted.name = fold(plain);
  if (RE2::FullMatch(noted.name, notes_after, &plain, &numbers)) noted.name = plain;
  static const RE2 number(R"((\d+))");
  re2::StringPiece rest(numbers);
  for (std::string found; RE2::FindAndConsume(&rest, number, &found);) noted.notes.push_back(found);
  noted.is_bracketed = noted.name.starts_with('[');
  std::erase_if(noted.name, [](char c) { return c == '[' || c == ']'; });
  noted.name = fold(noted.name);
  return noted;
}

/// The first column has the names, whatever its head says.
StatusTable::StatusTable(const std::vector<std::string>& head) {
  for (const auto& cell : head) columns_.push_back(column_of(noted_name(cell).name));
  if (!columns_.empty()) columns_.front().role = Role::Name;
}

/// Reads the acts of a column with their marks: "Ratification, Accession(a)". The first act without a mark is that of
/// dates without a mark.
StatusTable::Column StatusTable::column_of(std::string_view head) {
  Column column;
  std::string first_unmarked;
  static const RE2 part(R"(([^,;/]+))");
  static const RE2 mark(R"(^(.*?)\s*\(([A-Za-z]{1,2})\)\s*$)");
  re2::StringPiece rest = piece(head);
  for (std::string words; RE2::FindAndConsume(&rest, part, &words);) {
    std::string name;
    std::string letter;
    const bool is_marked = RE2::FullMatch(words, mark, &name, &letter);
    const auto action = action_named(is_marked ? name : words);
    if (action.empty()) continue;
    column.role = Role::Binding;
    if (is_marked) column.marked[letter] = action;
    if (!is_marked && first_unmarked.empty()) first_unmarked = action;
  }
  if (!first_unmarked.empty()) column.unmarked = first_unmarked;
  if (column.role == Role::Binding) return column;
  const auto said = lower_case(head);
  if (said.find("signature") != std::string::npos) column.role = Role::Signature;
  if (said.find("withdraw") != std::string::npos || said.find("denunciation") != std::string::npos) {
    column.role = Role::Withdrawal;
  }
  return column;
}

void StatusTable::add_row(std::size_t line, const std::vector<std::string>& cells, const Notes& notes,
                          StatusPage& page) const {
  if (cells.empty()) return;
  const auto name = noted_name(cells.front());
  const auto participant = participant_named(name.name);
  if (!participant) {
    const auto nearest = nearest_participant(name.name);
    return warn(page, line,
                fmt::format("\"{}\" is not a known State or organisation{}; its row was left out", name.name,
                            nearest.empty() ? std::string() : fmt::format("; nearest: {}", nearest)));
  }
  bool has_withdrawn = name.is_bracketed;
  for (std::size_t i = 1; i < std::min(cells.size(), columns_.size()); ++i) {
    const auto& column = columns_[i];
    std::string bracket;
    std::string day;
    std::string mark;
    if (column.role == Role::Other || !RE2::PartialMatch(piece(cells[i]), day_pattern(), &bracket, &day, &mark))
      continue;
    const auto date = iso_date(day);
    if (date.empty()) {
      warn(page, line, fmt::format("\"{}\" is not a day such as 25 Oct 2025", day));
      continue;
    }
    has_withdrawn = has_withdrawn || !bracket.empty();
    const auto own = column.marked.find(mark);
    const auto usual = usual_marks().find(mark);
    // From the least to the most specific: the column, the usual mark, the column's own mark.
    std::string action = column.role == Role::Withdrawal ? "withdrawal" : "signature";
    if (column.role == Role::Binding) action = column.unmarked;
    if (column.role != Role::Withdrawal && usual != usual_marks().end()) action = usual->second;
    if (column.role == Role::Binding && own != column.marked.end()) action = own->second;
    page.acts.push_back({*participant, action, date});
  }
  if (has_withdrawn) page.acts.push_back({*participant, "withdrawal", day_of_withdrawal(name, notes)});
}

void StatusTable::add_line(std::size_t line, std::string_view text, const Notes& notes, StatusPage& page) const {
  add_row(line, cells_of(text), notes, page);
}

/// The cells of a line. Without tabs, a single date without a mark is that of a signature if the table has such a
/// column: States that ratified have signed before, and accessions have a mark.
std::vector<std::string> StatusTable::cells_of(std::string_view text) const {
  std::string line(text);
  static const RE2 broken_day(R"((\d{1,2})\s+([A-Z][a-z]{2})[a-z]*\.?\s+(\d{4}))");
  RE2::GlobalReplace(&line, broken_day, R"(\1 \2 \3)");
  std::vector<std::string> cells;
  if (line.find('\t') != std::string::npos) {
    for (std::size_t at = 0; at <= line.size();) {
      const auto tab = std::min(line.find('\t', at), line.size());
      cells.push_back(line.substr(at, tab - at));
      at = tab + 1;
    }
    // A line with too few tabs was converted badly; its dates still separate the cells.
    if (cells.size() >= columns_.size()) return cells;
    cells.clear();
  }
  std::vector<std::pair<std::string, bool>> days;  // with whether it has a mark
  re2::StringPiece rest(line);
  std::string bracket;
  std::string day;
  std::string mark;
  std::size_t name_ends = line.size();
  while (RE2::FindAndConsume(&rest, day_pattern(), &bracket, &day, &mark)) {
    if (days.empty()) name_ends = line.find(day);
    days.emplace_back(fmt::format("{}{} {}", bracket, day, mark), !mark.empty());
  }
  auto name = line.substr(0, name_ends);
  while (!name.empty() && (std::string_view(" .\t[").find(name.back()) != std::string_view::npos)) name.pop_back();
  cells.resize(columns_.size());
  if (cells.empty()) return {name};
  cells.front() = name;
  // A marked date belongs to the last column even if the one before it is empty.
  const bool begins_late = days.size() == 1 && days.front().second && columns_.size() > 2;
  for (std::size_t i = 0; i < days.size() && i + 1 < cells.size(); ++i) {
    cells[begins_late ? cells.size() - 1 : i + 1] = days[i].first;
  }
  return cells;
}

}  // namespace treatygraph::ingest
