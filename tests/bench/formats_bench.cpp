// The cost of reading each format beside plain text: an invented treaty written as a web page, a Word document and
// Markdown, read from the file to its provisions.
//
//   formats_bench [ARTICLES]
//   formats_bench TEXT FILE...      real files of one treaty, its plain text first
//
// Single-threaded, processor time, best of seven interleaved rounds, so that load on the machine affects all alike. MB
// refers to the file; for a Word document also to its unpacked XML.

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "ingest/documents/read_document.h"
#include "tests/bench/result_row.h"
#include "tests/ingest/formats/archives.h"
#include "tests/support/temporary_folder.h"

namespace treatygraph::ingest {
namespace {

double seconds() {
  timespec time{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

/// The words of one article, between the format's markup before and after each kind of block.
struct Marks {
  std::string heading, paragraph, point, end;
};

std::string treaty(int articles, const Marks& marks) {
  std::string text;
  for (int i = 1; i <= articles; ++i) {
    text += fmt::format("{}Article {}{}", marks.heading, i, marks.end);
    for (int k = 1; k <= 3; ++k) {
      text += fmt::format(
          "{}{}. Each Party shall, in accordance with article {}, and without prejudice to its other duties, take such "
          "measures as may be necessary to keep the water of well {} clean, and shall:{}",
          marks.paragraph, k, 1 + (i * 7) % articles, i * k, marks.end);
      for (const char letter : {'a', 'b', 'c'}) {
        text += fmt::format("{}({}) report to the Council, at the end of each year, on what it has done;{}",
                            marks.point, letter, marks.end);
      }
    }
  }
  return text;
}

struct Row {
  std::string name;
  std::filesystem::path path;
  double bytes = 0;
  double seconds = 1e9;
  std::size_t provisions = 0;
  std::size_t characters = 0;
};

void measure(Row& row) {
  const auto begin = seconds();
  const auto document = read_document(row.path);
  row.seconds = std::min(row.seconds, seconds() - begin);
  row.provisions = document ? document->structure.size() : 0;
  row.characters = document ? document->characters : 0;
}

/// The first row is the baseline for the others.
void print(std::vector<Row> rows) {
  constexpr int kRounds = 7;
  for (int i = 0; i < kRounds; ++i) {
    for (auto& row : rows) measure(row);
  }
  bench::print_result_header();
  const auto& first = rows.front();
  for (const auto& row : rows) {
    bench::print_result({fmt::format("reading {}, {} provisions", row.name, row.provisions), "s", row.seconds,
                         bench::Baseline{first.name, first.seconds}});
    bench::print_result({fmt::format("reading {}, characters of text", row.name), "M/s",
                         static_cast<double>(row.characters) / 1e6 / row.seconds});
  }
}

Row row_of(std::string name, std::filesystem::path path) {
  const auto bytes = static_cast<double>(std::filesystem::file_size(path));
  return {std::move(name), std::move(path), bytes, 1e9, 0, 0};
}

int run_files(int count, char** files) {
  std::vector<Row> rows;
  for (int i = 0; i < count; ++i) rows.push_back(row_of(std::filesystem::path(files[i]).filename(), files[i]));
  print(std::move(rows));
  return 0;
}

int run(int articles) {
  const testing::TemporaryFolder folder;
  std::vector<Row> rows;
  const auto add = [&](std::string label, const char* name, const std::string& bytes) {
    const auto path = folder / name;
    std::ofstream(path, std::ios::binary) << bytes;
    rows.push_back(row_of(std::move(label), path));
  };
  const std::string open =
      "<w:p><w:pPr><w:spacing w:after=\"120\"/><w:jc w:val=\"both\"/></w:pPr><w:r><w:rPr><w:sz "
      "w:val=\"24\"/></w:rPr><w:t>";
  const auto body = treaty(articles, {open, open, open, "</w:t></w:r></w:p>"});
  add("text", "treaty.txt", treaty(articles, {"", "", "", "\n\n"}));
  add("html", "treaty.html",
      "<!DOCTYPE html><html><body>" +
          treaty(articles, {"<h3 class=\"title\">", "<p class=\"normal\">", "<p class=\"point\">", "</p>\n"}));
  add("markdown", "treaty.md", "# Treaty\n\n" + treaty(articles, {"## ", "", "", "\n\n"}));
  add("docx, packed", "treaty.docx", testing::docx_of(body));
  rows.push_back(rows.back());
  rows.back().name = "docx, its XML";
  rows.back().bytes = static_cast<double>(body.size());
  print(std::move(rows));
  return 0;
}

}  // namespace
}  // namespace treatygraph::ingest

int main(int argc, char** argv) {
  constexpr int kArticles = 2'000;
  if (argc > 1 && std::filesystem::is_regular_file(argv[1])) {
    return treatygraph::ingest::run_files(argc - 1, argv + 1);
  }
  return treatygraph::ingest::run(argc > 1 ? std::atoi(argv[1]) : kArticles);
}
