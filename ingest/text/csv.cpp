#include "ingest/text/csv.h"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "graph/ascii.h"
#include "graph/shown.h"
#include "ingest/text/read_file.h"

namespace treatygraph::ingest {
namespace {

constexpr std::size_t kMaxFileBytes = std::size_t{64} * 1024 * 1024;

std::string_view name_of_separator(char separator) {
  return separator == ',' ? "a comma" : separator == ';' ? "a semicolon" : "a tab";
}

/// A likely reason for a row with more fields than columns.
std::string hint_of_fields(std::size_t fields, const Csv& csv) {
  if (fields < csv.header.size()) return {};
  return fmt::format("; a cell that contains {} needs quotes", name_of_separator(csv.separator));
}

/// Reads the text from its start to its end, field by field, without going back. It counts lines, because a quoted
/// field may contain line ends.
class CsvScanner {
 public:
  CsvScanner(std::string_view text, std::string_view name, char separator)
      : text_(text), name_(name), separator_(separator) {}

  [[nodiscard]] bool at_end() const { return at_ == text_.size(); }

  // Only called at the start of a row, so a "#" inside a row begins no comment.
  void skip_comments() {
    while (is_at('#')) {
      const auto end = text_.find('\n', at_);
      at_ = end == std::string_view::npos ? text_.size() : end + 1;
      ++line_;
    }
  }

  // Reads one row and its line end.
  Result<CsvRow> row() {
    CsvRow row{line_, {}};
    while (true) {
      auto field = is_at('"') ? quoted() : plain();
      if (!field) return fail(field.error());
      row.fields.push_back(*std::move(field));
      if (is_at(separator_)) {
        ++at_;
        continue;
      }
      if (auto ended = end_of_line(); !ended) return fail(ended.error());
      return row;
    }
  }

 private:
  [[nodiscard]] bool is_at(char c) const { return at_ < text_.size() && text_[at_] == c; }

  // An unquoted field. RFC 4180 allows no quotes in it; they usually mean that the author quoted a part of the cell.
  Result<std::string> plain() {
    const std::array ends = {separator_, '\r', '\n'};
    const auto end = std::min(text_.find_first_of({ends.data(), ends.size()}, at_), text_.size());
    const auto field = text_.substr(at_, end - at_);
    if (field.find('"') != std::string_view::npos) {
      return fail(
          ErrorCode::InvalidArgument,
          fmt::format("{}:{}: there is a quote inside the field {}; put the whole field in quotes and double those "
                      "inside it",
                      name_, line_, shown(field)));
    }
    at_ = end;
    return std::string(field);
  }

  // A quoted field. The error names the line where it begins, because the missing quote may be noticed only at the end
  // of the file.
  Result<std::string> quoted() {
    const int begun = line_;
    std::string field;
    for (++at_; at_ < text_.size(); ++at_) {
      if (text_[at_] == '\n') ++line_;
      if (text_[at_] != '"') {
        field += text_[at_];
      } else if (at_ + 1 < text_.size() && text_[at_ + 1] == '"') {
        field += text_[++at_];
      } else {
        ++at_;
        return field;
      }
    }
    return fail(ErrorCode::InvalidArgument,
                fmt::format("{}:{}: a quoted field begins here and never ends", name_, begun));
  }

  Result<void> end_of_line() {
    if (is_at('\r')) ++at_;
    if (at_end()) return {};
    if (!is_at('\n')) {
      return fail(ErrorCode::InvalidArgument,
                  fmt::format("{}:{}: after a closing quote {} or the end of the line must follow", name_, line_,
                              name_of_separator(separator_)));
    }
    ++at_;
    ++line_;
    return {};
  }

  std::string_view text_;
  std::string_view name_;
  char separator_;
  std::size_t at_ = 0;
  int line_ = 1;
};

/// The first line that is not a comment.
std::string_view header_of(std::string_view text, CsvLines lines) {
  while (lines == CsvLines::RowsAndComments && text.starts_with('#')) {
    const auto end = text.find('\n');
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return text.substr(0, text.find('\n'));
}

/// Spreadsheets of many languages write semicolons or tabs. The header decides, because column names contain none of
/// these.
char separator_of(std::string_view header) {
  for (const char separator : {',', ';', '\t'}) {
    if (header.find(separator) != std::string_view::npos) return separator;
  }
  return ',';
}

}  // namespace

Csv parse_csv(std::string_view text, std::string_view name, CsvLines lines, Problems& problems) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  Csv csv;
  csv.separator = separator_of(header_of(text, lines));
  CsvScanner scanner(text, name, csv.separator);
  const auto skip_comments = [&] {
    if (lines == CsvLines::RowsAndComments) scanner.skip_comments();
  };
  skip_comments();
  if (scanner.at_end()) {
    problems.add(fmt::format("{}: is empty; its first line names the columns", name));
    return csv;
  }
  auto header = scanner.row();
  if (!header) {
    problems.add(header.error().detail);
    return csv;
  }
  csv.header = std::move(header->fields);
  csv.header_line = header->line;
  csv.is_whole = true;
  for (skip_comments(); !scanner.at_end(); skip_comments()) {
    auto row = scanner.row();
    if (!row) {  // with an open quote, the start of the next row is unknown
      problems.add(row.error().detail);
      csv.is_whole = false;
      return csv;
    }
    if (row->fields.size() == 1 && row->fields.front().empty()) continue;  // an empty line
    if (row->fields.size() != csv.header.size()) {
      problems.add(fmt::format("{}:{}: has {} fields, the header has {}{}", name, row->line, row->fields.size(),
                               csv.header.size(), hint_of_fields(row->fields.size(), csv)));
      csv.is_whole = false;
      continue;
    }
    csv.rows.push_back(*std::move(row));
  }
  return csv;
}

Result<Csv> parse_csv(std::string_view text, std::string_view name) {
  Problems problems;
  auto csv = parse_csv(text, name, CsvLines::RowsAlone, problems);
  if (!problems.empty()) return fail(problems.as_error());
  return csv;
}

Csv read_csv(const std::filesystem::path& path, CsvLines lines, Problems& problems) {
  const auto text = read_file(path, kMaxFileBytes);
  if (text) return parse_csv(*text, path.filename().string(), lines, problems);
  problems.add(text.error().detail);
  return {};
}

std::string notice_of_separator(const Csv& csv, std::string_view name) {
  if (csv.separator == ',') return {};
  return fmt::format("{}: its columns are separated by {}, not by a comma as in RFC 4180; it was read anyway", name,
                     name_of_separator(csv.separator));
}

std::vector<std::string> items_in_cell(std::string_view list) {
  std::vector<std::string> items;
  for (std::size_t at = 0; at <= list.size();) {
    const auto end = std::min(list.find(';', at), list.size());
    if (const auto item = trimmed(list.substr(at, end - at)); !item.empty()) items.emplace_back(item);
    at = end + 1;
  }
  return items;
}

}  // namespace treatygraph::ingest
