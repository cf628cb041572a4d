// What arrived is the document that was asked for, whole, or is refused by its own name.

#include "ingest/fetch/arrived.h"

#include <gmock/gmock.h>

#include "tests/ingest/fetch/text_server.h"

namespace treatygraph::ingest {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using testing::page;
using testing::small_pdf;

std::string arrived_as(std::string_view bytes, std::string_view type, std::string_view wanted) {
  const auto found = format_of_arrival(bytes, type, wanted);
  return found ? *found : found.error().detail;
}

TEST(Arrived, is_known_by_its_bytes) {
  EXPECT_EQ(arrived_as(small_pdf("a"), "application/pdf", "pdf"), "pdf");
  EXPECT_EQ(arrived_as(small_pdf("a"), "application/octet-stream", ""), "pdf");
  EXPECT_EQ(arrived_as(page("Pact on Wells", "Article 1"), "text/html", ""), "html");
  EXPECT_EQ(arrived_as("<?xml version=\"1.0\"?><a><b/></a>", "text/xml", "xml"), "xml");
  EXPECT_EQ(arrived_as("Article 1\n\nWells.\n", "text/plain", ""), "txt");
}

TEST(Arrived, is_refused_where_it_is_another_thing_than_was_wanted) {
  EXPECT_THAT(arrived_as(page("Please log on", "x"), "text/html", "pdf"),
              AllOf(HasSubstr("HTML arrived where a PDF was expected"), HasSubstr("Please log on")));
  EXPECT_THAT(arrived_as(page("Wells", "x"), "application/pdf", ""),
              HasSubstr("which the server calls application/pdf"));
  EXPECT_THAT(arrived_as(small_pdf("a"), "application/pdf", "docx"), HasSubstr("a PDF arrived where a Word document"));
  EXPECT_THAT(arrived_as(R"({"error": "no such symbol"})", "application/json", ""), HasSubstr("JSON arrived"));
  EXPECT_THAT(arrived_as("\xD0\xCF\x11\xE0 old", "application/msword", ""), HasSubstr("before 2007"));
  EXPECT_THAT(arrived_as(std::string_view("\x01\x00\x02", 3), "", ""), HasSubstr("other than PDF"));
}

TEST(Arrived, is_refused_where_it_ends_too_early) {
  EXPECT_EQ(arrived_as("", "application/pdf", "pdf"), "nothing arrived: the document is empty");
  EXPECT_THAT(arrived_as(small_pdf("a").substr(0, 40), "application/pdf", "pdf"), HasSubstr("cut off"));
  EXPECT_THAT(arrived_as("PK\x03\x04 half of an archive", "", "docx"),
              HasSubstr("the end of its archive is not there"));
  EXPECT_THAT(arrived_as("<html><body>Article 1", "text/html", ""), HasSubstr("</html>"));
  EXPECT_THAT(arrived_as("<a><b></b>", "text/xml", ""), HasSubstr("the XML is cut off"));
  EXPECT_THAT(arrived_as(" \n ", "text/plain", ""), HasSubstr("only white space"));
}

TEST(Arrived, is_refused_where_it_tells_of_an_error) {
  for (const auto* title : {"404 - File or directory not found.", "Error", "Access Denied", "Just a moment...",
                            "503 Service Unavailable", "Sign in", "Page not found | Depositary"}) {
    EXPECT_THAT(arrived_as(page(title, "Sorry."), "text/html", ""), HasSubstr("tells of an error")) << title;
  }
  for (const auto* title :
       {"Convention No. 169", "Resolution 404 (1990) on wells", "Pact on Trial and Error-free Wells"}) {
    EXPECT_EQ(arrived_as(page(title, "Article 1"), "text/html", ""), "html") << title;
  }
}

}  // namespace
}  // namespace treatygraph::ingest
