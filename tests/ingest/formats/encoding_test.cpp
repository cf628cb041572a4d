// Texts in other encodings than UTF-8 are converted, and say so.

#include <gmock/gmock.h>

#include "tests/ingest/formats/written_document.h"

namespace treatygraph::ingest {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

std::string wide(std::string_view text, bool little) {
  std::string bytes;
  for (const char c : text) bytes += little ? std::string{c, '\0'} : std::string{'\0', c};
  return bytes;
}

class Encodings : public ::testing::Test {
 protected:
  Document read(const std::string& bytes) {
    auto document = written_.read("pact.txt", bytes);
    EXPECT_TRUE(document) << document.error().detail;
    return document ? *std::move(document) : Document();
  }
  testing::WrittenDocument written_;
};

const std::string kPact = "Pact on Lakes\n\nArticle 1\n\nLakes are free.\n\nArticle 2\n\nPonds, see article 1.\n";

TEST_F(Encodings, of_two_bytes_are_known_with_and_without_their_mark) {
  const auto plain = read(kPact);
  EXPECT_THAT(plain.notices, IsEmpty());
  for (const bool little : {true, false}) {
    for (const auto& mark : {std::string(), little ? std::string("\xFF\xFE") : std::string("\xFE\xFF")}) {
      const auto document = read(mark + wide(kPact, little));
      EXPECT_EQ(document.text, plain.text);
      EXPECT_THAT(document.notices, ElementsAre(HasSubstr(little ? "UTF-16LE" : "UTF-16BE")));
    }
  }
}

TEST_F(Encodings, of_windows_and_of_the_macintosh_are_told_apart) {
  const auto windows = read("Pact\n\nArticle 1\n\nThe \x93lake\x94 \x96 each Party\x92s caf\xE9 \x96 is free.\n");
  EXPECT_THAT(windows.text, HasSubstr("“lake” – each Party’s café – is free"));
  EXPECT_THAT(windows.notices, ElementsAre(HasSubstr("windows-1252")));
  const auto macintosh = read("Pact\r\rArticle 1\r\rThe \xD2lake\xD3 \xD0 each Party\xD5s caf\x8E \xD0 is free.\r");
  EXPECT_THAT(macintosh.text, HasSubstr("“lake” – each Party’s café – is free"));
  EXPECT_THAT(macintosh.notices, ElementsAre(HasSubstr("macintosh")));
}

TEST_F(Encodings, of_seven_bits_are_not_taken_for_ascii) {
  const std::string lake = "\x1B$B8P\x1B(B";
  const auto page = "<html><head><meta charset=\"iso-2022-jp\"></head><body><p>Pact on Lakes</p><h2>Article 1</h2><p>" +
                    lake + " means a lake.</p><h2>Article 2</h2><p>Ponds.</p></body></html>";
  const auto document = written_.read("pact.html", page);
  ASSERT_TRUE(document) << document.error().detail;
  EXPECT_THAT(document->text, HasSubstr("湖 means a lake."));
}

TEST_F(Encodings, do_not_disturb_line_ends_and_marks) {
  const auto document = read("\xEF\xBB\xBFPact\r\rArticle 1\r\rLakes.\r\rArticle 2\r\rPonds.\r");
  EXPECT_THAT(testing::eids_of(document), ElementsAre("art_1", "art_2"));
  EXPECT_THAT(document.notices, IsEmpty());
}

TEST_F(Encodings, that_nothing_fits_are_refused_with_their_place) {
  const auto document = written_.read("pact.txt", std::string("Pact\nArticle 1\nLakes\0\x01\x02 and", 26));
  ASSERT_FALSE(document);
  EXPECT_THAT(document.error().detail, HasSubstr("line 3, column 6: is neither text in UTF-8"));
}

}  // namespace
}  // namespace treatygraph::ingest
