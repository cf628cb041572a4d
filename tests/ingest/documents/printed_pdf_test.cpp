// PDFs as a printer makes them, in layouts that real treaties have: printed from HTML by Chromium, where it is
// installed.

#include <string>
#include <vector>

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "ingest/commands/json_lines.h"
#include "ingest/documents/read_document.h"
#include "tests/support/printer.h"
#include "tests/support/temporary_folder.h"

namespace treatygraph::ingest {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

constexpr int kArticles = 12;

/// Each article has paragraphs, points, a tail after them and, optionally, a note at the foot of its page.
std::string article(int number, bool with_note) {
  const std::string duty =
      "Each State Party shall, in accordance with the fundamental principles of its legal system, protect its lakes "
      "and "
      "the cross-border communications between them, and cooperate with other States Parties. ";
  auto html =
      fmt::format("<h3>Article {}<br>Protection of lake number {}</h3><p>1. {}{}</p>", number, number, duty, duty);
  html += "<p>2. Each State Party shall:</p><p class=point>(a) protect fish;</p><p class=point>(b) protect:</p>";
  html +=
      fmt::format("<p class=inner>(i) reeds of kind {};</p><p class=inner>(ii) sand of kind {},</p>", number, number);
  html += fmt::format("<p>as the law of State {} provides.</p><p>3. {}</p>", number, duty);
  if (with_note)
    html += fmt::format("<p class=note>{} General resolution of the year {}.</p>", number % 4 + 3, 1900 + number);
  return html;
}

std::string page(const std::string& inner, int number) {
  return fmt::format(
      "<div class=page><p class=head>Lakes Treaty Series</p><div class=text>{}</div><p class=foot>{}</p></div>", inner,
      number);
}

constexpr const char* kStyle =
    "@page{size:A4;margin:2cm} body{font:10pt serif;text-align:justify;hyphens:auto;margin:0} h3{font-size:10pt;"
    "text-align:center} .page{height:24cm;overflow:hidden;position:relative;break-after:page} "
    ".foot{position:absolute;bottom:0;width:100%;"
    "text-align:center} .point{margin-left:1cm} .inner{margin-left:2cm} ";

class PrintedPdf : public ::testing::Test {
 protected:
  /// Articles, two a page, in this style.
  Result<Document> print(const std::string& style, bool with_notes) {
    std::string html = fmt::format("<html lang=en><meta charset=utf-8><style>{}{}</style>", kStyle, style);
    for (int number = 1; number <= kArticles; number += 2) {
      html += page(article(number, false) + article(number + 1, with_notes), 40 + number / 2);
    }
    folder_.write("lakes.html", html);
    const auto pdf = folder_ / "lakes.pdf";
    if (!testing::print(folder_ / "lakes.html", pdf, testing::PageLines::None))
      return fail(ErrorCode::Unavailable, "chromium prints nothing");
    return read_document(pdf);
  }

  testing::TemporaryFolder folder_;
};

void expect_all_articles(const Document& document) {
  std::vector<std::string> expected;
  for (int number = 1; number <= kArticles; ++number) {
    for (const auto* part : {"", "__para_1", "__para_2", "__para_2__point_a", "__para_2__point_b",
                             "__para_2__point_b__point_i", "__para_2__point_b__point_ii", "__para_3"}) {
      expected.push_back(fmt::format("art_{}{}", number, part));
    }
  }
  std::vector<std::string> found;
  for (const auto& provision : document.structure) found.push_back(provision.eid.to_string());
  EXPECT_EQ(found, expected);
  EXPECT_EQ(document.structure.front().heading, "Protection of lake number 1");
  EXPECT_THAT(document.text, Not(HasSubstr("Series")));  // nor half of the head, cut in two where the columns part
}

TEST_F(PrintedPdf, in_one_column_has_its_articles_but_not_its_footnotes) {
  if (!testing::has_printer()) GTEST_SKIP() << "chromium is not installed";
  const auto document = print(".note{font-size:7pt;position:absolute;bottom:1cm}", true);
  ASSERT_TRUE(document) << document.error().detail;
  expect_all_articles(*document);
  EXPECT_THAT(document->text, Not(HasSubstr("General resolution")));
  EXPECT_THAT(document->text, HasSubstr("cross-border"));
  EXPECT_THAT(structure_lines(*document), HasSubstr(R"("eid":"art_12","kind":"article","number":"12")"));
  const auto& last = document->structure.back();
  EXPECT_EQ(document->map.page_at(last.start, document->text.data()), 6U);
}

TEST_F(PrintedPdf, in_two_columns_is_read_down_the_left_one_first) {
  if (!testing::has_printer()) GTEST_SKIP() << "chromium is not installed";
  for (const auto* style : {"", ".head{text-align:center}"}) {  // over the left column, or over both
    const auto document = print(std::string(".text{column-count:2;column-gap:1cm}") + style, false);
    ASSERT_TRUE(document) << document.error().detail;
    expect_all_articles(*document);
  }
}

}  // namespace
}  // namespace treatygraph::ingest
