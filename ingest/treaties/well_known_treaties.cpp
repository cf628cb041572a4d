#include "ingest/treaties/well_known_treaties.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <stdexcept>

#include <fmt/format.h>

#include "ingest/text/csv.h"
#include "ingest/treaties/well_known_table.h"

namespace treatygraph::ingest {
namespace {

/// The cells of a row by column. A missing column throws, because the table is part of the program.
class Fields {
 public:
  Fields(const std::vector<std::string>& header, const CsvRow& row) {
    for (std::size_t i = 0; i < header.size(); ++i) fields_.emplace(header[i], row.fields[i]);
  }

  [[nodiscard]] std::string text(const std::string& column) const { return fields_.at(column); }
  [[nodiscard]] int number(const std::string& column) const { return number_of(fields_.at(column)); }
  [[nodiscard]] std::vector<std::string> list(const std::string& column) const {
    std::vector<std::string> items;
    for (std::string_view rest = fields_.at(column); !rest.empty();) {
      const auto item = rest.substr(0, rest.find(';'));
      if (!item.empty()) items.emplace_back(item);
      rest.remove_prefix(std::min(item.size() + 1, rest.size()));
    }
    return items;
  }
  [[nodiscard]] std::vector<int> numbers(const std::string& column) const {
    std::vector<int> values;
    for (const auto& item : list(column)) values.push_back(number_of(item));
    return values;
  }

 private:
  static int number_of(const std::string& digits) {
    int value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
  }

  std::map<std::string, std::string, std::less<>> fields_;
};

WellKnownTreaty treaty_of(const Fields& row) {
  WellKnownTreaty treaty;
  treaty.slug = row.text("slug");
  treaty.title = row.text("title");
  treaty.title_fr = row.text("title_fr");
  treaty.title_es = row.text("title_es");
  treaty.short_titles = row.list("short_titles");
  treaty.abbreviations = row.list("abbreviations");
  treaty.ambiguous_names = row.list("ambiguous_names");
  treaty.numbers = row.list("numbers");
  treaty.unts = row.text("unts");
  treaty.celex = row.text("celex");
  treaty.kind = row.text("kind");
  treaty.place = row.text("place");
  treaty.year = row.number("year");
  treaty.other_years = row.numbers("other_years");
  treaty.organization = row.text("organization");
  treaty.text_url = row.text("text_url");
  treaty.source = row.text("source");
  treaty.recalled = row.text("recalled");
  treaty.confidence = row.text("confidence");
  return treaty;
}

/// What tells the treaty from others with the same name.
TreatyFacts facts_of(const WellKnownTreaty& treaty) {
  TreatyFacts facts{treaty.other_years, organization_of(treaty.organization), alike(treaty.place)};
  facts.years.push_back(treaty.year);
  return facts;
}

}  // namespace

// The series: CETS of the Council of Europe (formerly ETS, in French STCE and STE), MTDSG of the United Nations, and
// conventions of the ILO. Numbers of CETS are also printed with three digits.
std::vector<std::string> ways_to_write(std::string_view number) {
  std::vector<std::string> ways = {std::string(number)};
  const auto space = number.find(' ');
  if (space == std::string_view::npos) return ways;
  const auto series = number.substr(0, space);
  const auto rest = number.substr(space + 1);
  if (series == "CETS") {
    for (const auto* name : {"CETS", "ETS", "STCE", "STE"}) {
      for (const auto* no : {"", "No. "}) {
        ways.push_back(fmt::format("{} {}{}", name, no, rest));
        ways.push_back(fmt::format("{} {}{:0>3}", name, no, rest));
      }
    }
  } else if (series == "MTDSG") {
    ways.emplace_back(rest);
  } else if (series == "ILO") {
    const auto digits = rest.substr(rest.find_first_not_of("C0"));
    for (const auto* form : {"C{}", "ILO Convention No. {}", "ILO Convention {}"}) {
      ways.push_back(fmt::format(fmt::runtime(form), digits));
    }
    ways.emplace_back(rest);
  }
  return ways;
}

const WellKnownTreaties& WellKnownTreaties::table() {
  static const WellKnownTreaties treaties;
  return treaties;
}

/// Throws std::logic_error if the compiled-in table is not CSV. Abbreviations are not spellings: they are too short to
/// recognise the beginning of a name by them.
WellKnownTreaties::WellKnownTreaties() {
  const auto csv = parse_csv(kWellKnownTable, "well_known_treaties.csv");
  if (!csv) throw std::logic_error(csv.error().detail);
  for (const auto& row : csv->rows) treaties_.push_back(treaty_of(Fields(csv->header, row)));
  for (std::size_t i = 0; i < treaties_.size(); ++i) {
    const auto& treaty = treaties_[i];
    const auto facts = facts_of(treaty);
    std::vector<std::string> full = {treaty.title, treaty.title_fr, treaty.title_es};
    full.insert(full.end(), treaty.short_titles.begin(), treaty.short_titles.end());
    for (const auto& name : full) {
      names_.add(name, i, facts);
      if (!name.empty()) spellings_.push_back(alike(name));
    }
    for (const auto& name : treaty.abbreviations) names_.add(name, i, facts);
    for (const auto& number : treaty.numbers) {
      for (const auto& name : ways_to_write(number)) names_.add(name, i, facts);
    }
    for (const auto& name : treaty.ambiguous_names) names_.add_ambiguous(name, i, facts);
  }
  std::ranges::sort(spellings_);
}

const WellKnownTreaty* WellKnownTreaties::find(std::string_view name) const {
  const auto only = names_.find(name).only();
  return only ? &treaties_[*only] : nullptr;
}

std::vector<const WellKnownTreaty*> WellKnownTreaties::may_be(std::string_view name) const {
  const auto found = names_.find(name);
  std::vector<const WellKnownTreaty*> treaties;
  if (found.only()) return treaties;
  for (const auto treaty : found.treaties) treaties.push_back(&treaties_[treaty]);
  return treaties;
}

bool WellKnownTreaties::has_slug(std::string_view slug) const {
  return std::ranges::find(treaties_, slug, &WellKnownTreaty::slug) != treaties_.end();
}

WellKnownTreaties::Spelling WellKnownTreaties::spelling(std::string_view letters) const {
  const auto at = std::ranges::lower_bound(spellings_, letters);
  if (at == spellings_.end() || !at->starts_with(letters)) return Spelling::Unknown;
  return *at == letters ? Spelling::Whole : Spelling::Begins;
}

}  // namespace treatygraph::ingest
