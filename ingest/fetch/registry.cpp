#include "ingest/fetch/registry.h"

#include <algorithm>
#include <array>
#include <map>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "graph/ascii.h"
#include "graph/nearest.h"
#include "ingest/text/csv.h"
#include "ingest/text/lines.h"
#include "ingest/text/problems.h"

namespace treatygraph::ingest {
namespace {

/// The columns of registry.csv. All must be there.
constexpr std::array<std::string_view, 9> kColumns = {"slug",      "title",   "field", "kind",  "format",
                                                      "languages", "address", "known", "remark"};
constexpr std::array<std::string_view, 2> kKinds = {"text", "status"};
constexpr std::array<std::string_view, 6> kFormats = {"pdf", "docx", "odt", "html", "xml", "txt"};
/// How certain an address is: it was seen, follows the pattern of its site, or was recalled.
constexpr std::array<std::string_view, 3> kKnown = {"seen", "pattern", "recalled"};

/// Replaces all occurrences.
void replace(std::string& text, std::string_view what, std::string_view with) {
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size())) {
    text.replace(at, what.size(), with);
  }
}

/// Checks the table and makes its rows. All columns are required, also in tables of users.
class RegistryReader {
 public:
  RegistryReader(const Csv& csv, std::string_view name, Problems& problems)
      : csv_(csv), name_(name), problems_(problems) {
    for (std::size_t i = 0; i < csv.header.size(); ++i) columns_.emplace(csv.header[i], i);
    for (const auto column : kColumns) {
      if (columns_.contains(column)) continue;
      problems_.add(fmt::format("{}:{}: the column {} is missing", name, csv.header_line, column));
    }
  }

  /// All rows. If columns are missing, none, because each cell would be a problem of its own.
  std::vector<RegisteredText> texts() {
    std::vector<RegisteredText> texts;
    if (!problems_.empty()) return texts;
    for (const auto& row : csv_.rows) {
      texts.push_back({at(row, "slug"), at(row, "title"), at(row, "field"), at(row, "kind"), at(row, "format"),
                       items_in_cell(at(row, "languages")), at(row, "address"), at(row, "known"), at(row, "remark")});
      check(row, "kind", {kKinds.begin(), kKinds.end()});
      check(row, "format", {kFormats.begin(), kFormats.end()});
      check(row, "known", {kKnown.begin(), kKnown.end()});
      for (const auto* column : {"slug", "title", "languages", "address"}) {
        if (at(row, column).empty()) problem(row, column, "is empty");
      }
    }
    return texts;
  }

 private:
  [[nodiscard]] const std::string& at(const CsvRow& row, std::string_view column) const {
    return row.fields[columns_.find(column)->second];
  }

  void check(const CsvRow& row, std::string_view column, const std::vector<std::string_view>& allowed) {
    const auto& value = at(row, column);
    if (std::ranges::find(allowed, value) != allowed.end()) return;
    problem(row, column, Problems::not_one_of("value", value, allowed));
  }

  void problem(const CsvRow& row, std::string_view column, std::string_view what) {
    problems_.add(fmt::format("{}:{}: column {}: {}", name_, row.line, column, what));
  }

  const Csv& csv_;
  std::string_view name_;
  Problems& problems_;
  std::map<std::string, std::size_t, std::less<>> columns_;
};

}  // namespace

std::string RegisteredText::address_in(std::string_view language) const {
  auto in_language = address;
  replace(in_language, "{language}", language);
  replace(in_language, "{LANGUAGE}", upper_case(language));
  return in_language;
}

Result<Registry> Registry::parse(std::string_view table, std::string_view name) {
  Problems problems;
  const auto csv = parse_csv(table, name, CsvLines::RowsAndComments, problems);
  Registry registry;
  if (problems.empty()) registry.texts_ = RegistryReader(csv, name, problems).texts();
  if (!problems.empty()) return fail(problems.as_error());
  return registry;
}

Result<std::vector<RegisteredText>> Registry::of(std::string_view slug) const {
  std::vector<RegisteredText> found;
  std::vector<std::string_view> slugs;
  for (const auto& text : texts_) {
    if (text.slug == slug) found.push_back(text);
    if (std::ranges::find(slugs, text.slug) == slugs.end()) slugs.emplace_back(text.slug);
  }
  if (!found.empty()) return found;
  // More suggestions would hide the right one.
  constexpr std::size_t kOffered = 3;
  const auto nearest = nearest_of(slug, slugs, kOffered);
  return fail(ErrorCode::NotFound,
              fmt::format("the registry has no treaty {}{}; --list shows what it has, and an address works too", slug,
                          nearest.empty() ? "" : fmt::format("; nearest: {}", fmt::join(nearest, ", "))));
}

}  // namespace treatygraph::ingest
