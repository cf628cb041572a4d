// What reading a format costs beside reading the same words as plain text: an invented treaty, written as a web page, a
// Word document and Markdown, read from the file to its provisions.
//
//   formats_bench [ARTICLES]
//
// One thread, processor time, the best of five. MB are of the file; of a Word document also of its unpacked XML.

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <string>

#include <fmt/format.h>

#include "ingest/documents/read_document.h"
#include "tests/ingest/formats/archives.h"
#include "tests/support/temporary_folder.h"

namespace treatygraph::ingest {
namespace {

double seconds() {
  timespec time{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

/// The words of one article, between what a format sets before and behind each kind of block.
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

struct Cost {
  double seconds = 1e9;
  std::size_t provisions = 0;
};

Cost cost_of(const std::filesystem::path& path) {
  Cost cost;
  for (int i = 0; i < 5; ++i) {
    const auto begin = seconds();
    const auto document = read_document(path);
    cost.seconds = std::min(cost.seconds, seconds() - begin);
    cost.provisions = document ? document->structure.size() : 0;
  }
  return cost;
}

int run(int articles) {
  const testing::TemporaryFolder folder;
  const auto write = [&](const char* name, const std::string& bytes) {
    const auto path = folder / name;
    std::ofstream(path, std::ios::binary) << bytes;
    return path;
  };
  const auto page = "<!DOCTYPE html><html><body>" +
                    treaty(articles, {"<h3 class=\"title\">", "<p class=\"normal\">", "<p class=\"point\">", "</p>\n"});
  const std::string open =
      "<w:p><w:pPr><w:spacing w:after=\"120\"/><w:jc w:val=\"both\"/></w:pPr><w:r><w:rPr><w:sz "
      "w:val=\"24\"/></w:rPr><w:t>";
  const auto body = treaty(articles, {open, open, open, "</w:t></w:r></w:p>"});
  const auto text = cost_of(write("treaty.txt", treaty(articles, {"", "", "", "\n\n"})));
  const auto print = [&](const std::string& name, const std::filesystem::path& path, double bytes) {
    const auto cost = cost_of(path);
    fmt::print("{:<20} {:>8.3f} s {:>8.1f} MB/s {:>6.2f} x plain text, {} provisions\n", name, cost.seconds,
               bytes / 1e6 / cost.seconds, cost.seconds / text.seconds, cost.provisions);
  };
  const auto size = [](const std::filesystem::path& path) {
    return static_cast<double>(std::filesystem::file_size(path));
  };
  const auto plain = folder / "treaty.txt";
  print("text", plain, size(plain));
  const auto html = write("treaty.html", page);
  print("html", html, size(html));
  const auto markdown = write("treaty.md", "# Treaty\n\n" + treaty(articles, {"## ", "", "", "\n\n"}));
  print("markdown", markdown, size(markdown));
  const auto docx = write("treaty.docx", testing::docx_of(body));
  print("docx, packed", docx, size(docx));
  print("docx, its XML", docx, static_cast<double>(body.size()));
  return 0;
}

}  // namespace
}  // namespace treatygraph::ingest

int main(int argc, char** argv) {
  constexpr int kArticles = 2'000;
  return treatygraph::ingest::run(argc > 1 ? std::atoi(argv[1]) : kArticles);
}
