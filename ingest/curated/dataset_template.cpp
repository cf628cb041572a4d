// A table is written from two parts: the rules of its columns (dataset_files), which become comments with the allowed
// values, and a description with example rows. The examples must pass the checks of a dataset, because the template
// builds without changes.

#include "ingest/curated/dataset_template.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "ingest/curated/dataset.h"

namespace treatygraph::ingest {
namespace {

/// What the template says about a table.
struct Described {
  std::string_view file;
  std::string_view what;  ///< what a row is
  std::string_view rows;  ///< examples
};

constexpr std::array kDescribed = {
    Described{"provisions.csv",
              "One row for each chapter, article, paragraph, point, recital and annex, in the order of the treaty.",
              "chp_I,,I,General provisions,,low,recalled,\n"
              "art_1,chp_I,1,Purpose,What the treaty is for.,low,recalled,\n"
              "art_2,chp_I,2,Obligations,,low,recalled,\n"
              "art_2__para_1,,1,,An empty parent_eid: the eId says that it is part of article 2.,low,recalled,\n"
              "art_2__para_2,,2,,,low,recalled,\n"},
    Described{"references.csv", "One row for each citation of one provision by another of the same treaty.",
              "art_2__para_2,art_1,in_accordance_with,,,,low,recalled\n"},
    Described{"external_references.csv", "Citations of other treaties, which instruments.csv names.", ""},
    Described{"instruments.csv", "Other treaties and bodies of law that are cited or compared.", ""},
    Described{"offences.csv", "Conduct that the treaty asks Parties to make criminal, by the provision that does.", ""},
    Described{"safeguards.csv",
              "Conditions on what Parties may do. applies_to: eIds, ranges (art_3..art_9), or treaty.", ""},
    Described{"powers.csv", "Powers that the treaty asks Parties to give their authorities.", ""},
    Described{"terms.csv", "Terms that a provision defines.", ""},
    Described{"term_uses.csv", "Provisions that use a term of terms.csv.", ""},
    Described{"states.csv", "States, by their ISO 3166-1 alpha-3 codes; a participant elsewhere is state:CHL.", ""},
    Described{"organizations.csv", "Organisations; a participant elsewhere is org:ID.", ""},
    Described{"actions.csv", "What States and organisations did to the treaty, and when.", ""},
    Described{"events.csv", "Steps of the treaty's making.", ""},
    Described{"event_participants.csv", "Who took part in an event of events.csv, and as what.", ""},
    Described{"event_provisions.csv", "What an event was about. version: final, or one of treaty.json.", ""},
    Described{"votes.csv", "Who voted how in an event of events.csv.", ""},
    Described{"statements.csv", "What somebody said about provisions. version: final, none, or one of treaty.json.",
              ""},
    Described{"version_correspondences.csv", "Which provision of a draft became which of the treaty.", ""},
    Described{"correspondences.csv", "Which provision of another instrument says the same.", ""},
};

/// The values that a column of this shape accepts.
std::string_view words_of(CellShape shape) {
  switch (shape) {
    case CellShape::Slug:
      return "lower-case letters, digits and '-'";
    case CellShape::EidCell:
      return "an eId, as art_24__para_2";
    case CellShape::Date:
      return "a day, month or year: 2025-10-25, 2025-10, 2025";
    case CellShape::Count:
      return "a whole number";
    case CellShape::Text:
      break;
  }
  return "text";
}

/// A comment line for a column.
std::string comment_of(const ColumnRule& rule) {
  const auto what = rule.allowed.empty() ? std::string(words_of(rule.shape))
                                         : fmt::format("one of {}", fmt::join(rule.allowed, ", "));
  return fmt::format("#   {}: {}{}\n", rule.name, what, rule.is_required ? "" : "; may be empty");
}

std::string table_of(const DatasetFile& file, const Described& described) {
  auto text = fmt::format("# {}\n", described.what);
  std::vector<std::string_view> columns;
  for (const auto& rule : file.rules) {
    text += comment_of(rule);
    columns.push_back(rule.name);
  }
  return fmt::format("{}{}\n{}", text, fmt::join(columns, ","), described.rows);
}

/// treaty.json with all members that a dataset usually has.
std::string treaty_of(std::string_view slug) {
  return fmt::format(R"({{
  "slug": "{0}",
  "title": "The full title of {0}",
  "short_title": "",
  "aliases": [],
  "symbol": "",
  "adopted": "",
  "opened": "",
  "closes": "",
  "depositary": "",
  "confidence": "low",
  "source": "recalled",
  "versions": []
}}
)",
                     slug);
}

/// What a person must know to fill in the folder.
std::string readme_of(std::string_view slug) {
  return fmt::format(R"(# {0}

A dataset of one treaty. It builds as it is:

    treatygraph-ingest build --out {0}.db {0}

- `treaty.json`: what the treaty is called; days as 2025-10-25, 2025-10 or 2025; empty texts say nothing. To say when it enters into
  force add `"entry_into_force": {{"ratifications": 40, "days": 90}}`, for drafts with a numbering of their own
  `"versions": [{{"version": "2023-05", "title": "First draft", "date": "2023-05"}}]`.
- `*.csv`: one table each, with its columns explained in the lines that begin with `#`, which are comments. Tables that
  you do not need may go; `provisions.csv` must stay.
- `confidence` is high, medium or low; `source` is an address, a document, `recalled`, or `inferred ...` with what from.
- The treaty's own text, put beside them as `text.txt`, `text.pdf` or `text.xml`, takes over for the provisions that it contains.
)",
                     slug);
}

}  // namespace

std::vector<TemplateFile> dataset_template(std::string_view slug) {
  std::vector<TemplateFile> files = {{"README.md", readme_of(slug)}, {"treaty.json", treaty_of(slug)}};
  for (const auto& file : dataset_files()) {
    const auto* const described = std::ranges::find(kDescribed, file.name, &Described::file);
    // A table without a description is not part of the template.
    if (described == kDescribed.end()) continue;
    files.push_back({std::string(file.name), table_of(file, *described)});
  }
  return files;
}

}  // namespace treatygraph::ingest
