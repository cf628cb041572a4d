#include "ingest/text/csv.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "graph/shown.h"
#include "ingest/text/read_file.h"

namespace treatygraph::ingest {
namespace {

constexpr std::size_t kMaxFileBytes = 64U * 1024 * 1024;

/// Walks the text field by field.
class CsvScanner {
 public:
  CsvScanner(std::string_view text, std::string_view name) : text_(text), name_(name) {}

  [[nodiscard]] bool at_end() const { return at_ == text_.size(); }

  Result<CsvRow> row() {
    CsvRow row{line_, {}};
    while (true) {
      auto field = is_at('"') ? quoted() : plain();
      if (!field) return fail(field.error());
      row.fields.push_back(*std::move(field));
      if (is_at(',')) {
        ++at_;
        continue;
      }
      if (auto ended = end_of_line(); !ended) return fail(ended.error());
      return row;
    }
  }

 private:
  [[nodiscard]] bool is_at(char c) const { return at_ < text_.size() && text_[at_] == c; }

  Result<std::string> plain() {
    const auto end = std::min(text_.find_first_of(",\r\n", at_), text_.size());
    const auto field = text_.substr(at_, end - at_);
    if (field.find('"') != std::string_view::npos) {
      return fail(
          ErrorCode::InvalidArgument,
          fmt::format("{}:{}: a quote stands inside the field {}; put the whole field in quotes and double those "
                      "inside it",
                      name_, line_, shown(field)));
    }
    at_ = end;
    return std::string(field);
  }

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
                  fmt::format("{}:{}: after a closing quote a comma or the end of the line must follow", name_, line_));
    }
    ++at_;
    ++line_;
    return {};
  }

  std::string_view text_;
  std::string_view name_;
  std::size_t at_ = 0;
  int line_ = 1;
};

}  // namespace

Result<Csv> parse_csv(std::string_view text, std::string_view name) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  CsvScanner scanner(text, name);
  if (scanner.at_end()) {
    return fail(ErrorCode::InvalidArgument, fmt::format("{}: is empty; its first line names the columns", name));
  }
  auto header = scanner.row();
  if (!header) return fail(header.error());
  Csv csv{std::move(header->fields), {}};
  while (!scanner.at_end()) {
    auto row = scanner.row();
    if (!row) return fail(row.error());
    if (row->fields.size() == 1 && row->fields.front().empty()) continue;  // an empty line
    if (row->fields.size() != csv.header.size()) {
      return fail(ErrorCode::InvalidArgument, fmt::format("{}:{}: has {} fields, the header has {}", name, row->line,
                                                          row->fields.size(), csv.header.size()));
    }
    csv.rows.push_back(*std::move(row));
  }
  return csv;
}

Result<Csv> read_csv(const std::filesystem::path& path) {
  const auto text = read_file(path, kMaxFileBytes);
  if (!text) return fail(text.error());
  return parse_csv(*text, path.filename().string());
}

}  // namespace treatygraph::ingest
