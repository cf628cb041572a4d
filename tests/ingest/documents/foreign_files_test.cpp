// Files that somebody may give in good faith, or to do harm: read rightly, or refused with what to do.

#include <gmock/gmock.h>

#include "tests/ingest/formats/archives.h"
#include "tests/ingest/formats/written_document.h"

namespace treatygraph::ingest {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using testing::eids_of;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::references_of;
using testing::words_of;

class ForeignFiles : public ::testing::Test {
 protected:
  Document read(const std::string& name, const std::string& bytes) {
    auto document = written_.read(name, bytes);
    EXPECT_TRUE(document) << document.error().detail;
    return document ? *std::move(document) : Document();
  }
  std::string refusal(const std::string& bytes) {
    const auto document = written_.read("file.bin", bytes);
    return document ? "was taken" : document.error().detail;
  }
  testing::WrittenDocument written_;
};

const std::string kLakes = "Article 1\n\nLakes are wet.\n\nArticle 2\n\nPonds are small.\n";

TEST_F(ForeignFiles, are_refused_by_name_with_what_to_do) {
  EXPECT_THAT(refusal("{\\rtf1\\ansi Article 1}"), AllOf(HasSubstr("RTF"), HasSubstr("save it as .docx")));
  EXPECT_THAT(refusal("\\documentclass{article}\n\\begin{document}\n" + kLakes), HasSubstr("is LaTeX"));
  EXPECT_THAT(
      refusal("From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\r\n" + kLakes),
      AllOf(HasSubstr("MHTML"), HasSubstr("save the page as HTML alone")));
  EXPECT_THAT(refusal("{\"lakes\": [1, 2]}"), HasSubstr("articles"));
  EXPECT_THAT(refusal("\xFFWPC\x10" + kLakes), HasSubstr("WordPerfect"));
  EXPECT_THAT(refusal(""), HasSubstr("is empty"));
}

TEST_F(ForeignFiles, in_other_plain_markup_are_refused_by_its_name) {
  EXPECT_THAT(refusal("= Lakes\n:toc:\n\n== Article 1\n\n. Lakes are wet.\n\n== Article 2\n\nPonds are small.\n"),
              AllOf(HasSubstr("is AsciiDoc"), HasSubstr("asciidoctor")));
  EXPECT_THAT(refusal("Lakes\n=====\n\n.. contents::\n\nArticle 1\n---------\n\nSee :ref:`Article 2`.\n"),
              AllOf(HasSubstr("is reStructuredText"), HasSubstr("rst2html")));
  EXPECT_THAT(refusal("{{Treaty}}\n'''Lakes'''\n\n== Article 1 ==\n# Lakes are [[wet]].\n\n== Article 2 ==\nPonds.\n"),
              HasSubstr("markup of a wiki"));
  EXPECT_THAT(refusal("#+TITLE: Lakes\n\n* Article 1\n1. Lakes are wet.\n\n* Article 2\nPonds.\n"),
              HasSubstr("is an Org file"));
  EXPECT_THAT(refusal("h1. Article 1\n\nLakes are wet.\n\nh1. Article 2\n\nPonds are small.\n"),
              HasSubstr("is Textile"));
}

TEST_F(ForeignFiles, with_underlined_headings_are_markdown) {
  const auto document =
      read("lakes.txt", "Article 1\n=========\n\nLakes are *wet*.\n\nArticle 2\n---------\n\nArticle 1.\n");
  EXPECT_THAT(eids_of(document), ElementsAre("art_1", "art_2"));
  EXPECT_EQ(document.structure[0].heading, "");
}

TEST_F(ForeignFiles, with_lines_of_signs_are_plain_text) {
  EXPECT_THAT(eids_of(read("lakes.txt", "AGREEMENT ON LAKES\n==================\n\n" + kLakes + "\n-----\n")),
              Contains("art_2"));
}

TEST_F(ForeignFiles, declare_no_entities_that_are_followed) {
  EXPECT_THAT(refusal("<?xml version='1.0'?><!DOCTYPE akomaNtoso [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"
                      "<akomaNtoso><act><body><article><num>1</num><content><p>&x;</p></content></article></body></act>"
                      "</akomaNtoso>"),
              AllOf(HasSubstr("line 1, column 44: declares an entity"), HasSubstr("--dropdtd")));
  EXPECT_THAT(refusal(testing::zip_of(
                  {{"[Content_Types].xml", "wordprocessingml"},
                   {"word/document.xml", "<!DOCTYPE d [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]><w:document/>"}})),
              HasSubstr("declares an entity"));
}

TEST_F(ForeignFiles, with_giant_attributes_are_read_or_refused_at_once) {
  const std::string giant(8'000'000, 'x');
  const auto page = read("page.html", "<!DOCTYPE html><p title='" + giant + "'>Article 1<p>Lakes are wet and deep.");
  EXPECT_THAT(eids_of(page), ElementsAre("art_1"));
  EXPECT_THAT(refusal("<inventory x='" + giant + "'/>"), HasSubstr("root element is inventory"));
}

TEST_F(ForeignFiles, in_old_encodings_say_so_in_their_head_or_nowhere) {
  const std::string body =
      "<h2>Article 1</h2><p>Each caf\xE9 shall \x93keep\x94 its lake clean, as article 2 says.</p>"
      "<h2>Article 2</h2><p>It shall be clean.</p></body></html>";
  for (const auto* const head : {"<html><head><meta charset='windows-1252'></head><body>", "<html><head></head><body>",
                                 "<html><head><meta http-equiv=Content-Type content='text/html; charset=iso-8859-1'>"
                                 "</head><body>"}) {
    const auto document = read("page.html", head + body);
    EXPECT_THAT(words_of(document, "art_1"), HasSubstr("Each café shall “keep”")) << head;
  }
}

TEST_F(ForeignFiles, of_xhtml_are_pages) {
  const auto document = read("page.xhtml",
                             "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<html xmlns=\"http://www.w3.org/1999/xhtml\">"
                             "<body><h2>Article 1</h2><p>Lakes are wet.<br/>Ponds, too.</p></body></html>");
  EXPECT_EQ(document.format, "html");
  EXPECT_THAT(eids_of(document), ElementsAre("art_1"));
}

/// "Web page, filtered": numbers are words followed by no-break spaces, in classes of Word.
TEST_F(ForeignFiles, that_word_saved_as_filtered_pages_are_read) {
  const auto document =
      read("page.htm", R"page(<html><head><meta http-equiv=Content-Type content="text/html; charset=utf-8">
<meta name=Generator content="Microsoft Word 15 (filtered)"><style><!-- p.MsoNormal {margin:0cm;} --></style></head>
<body lang=EN-GB><div class=WordSection1>
<p class=MsoTitle>Pact on Lakes</p>
<p class=MsoNormal><b><span lang=EN-US>Article 1</span></b></p>
<p class=MsoListParagraph style='text-indent:-18.0pt'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp;
</span>Each Party shall:</p>
<p class=MsoListParagraph style='margin-left:72.0pt'><span style='font-family:Symbol'>(a)<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span>keep its lakes clean<a href="#_ftn1"
name="_ftnref1"><span class=MsoFootnoteReference>[1]</span></a>;</p>
<p class=MsoListParagraph>(b)<span>&nbsp;&nbsp; </span>count them.</p>
<p class=MsoNormal>&nbsp;</p>
</div><div><br clear=all><hr align=left size=1 width="33%"><div id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1"
name="_ftn1"><span>[1]</span></a> Of mud.</p></div></div></body></html>)page");
  EXPECT_THAT(eids_of(document),
              ElementsAre("art_1", "art_1__para_1", "art_1__para_1__point_a", "art_1__para_1__point_b"));
  EXPECT_EQ(words_of(document, "art_1__para_1__point_a"), "(a) keep its lakes clean;");
}

/// What word processors and PDFs leave in a text, and no reader sees.
TEST_F(ForeignFiles, with_invisible_characters_are_read_as_what_is_seen) {
  const auto document = read("pact.txt",
                             "\xEF\xBB\xBFPact on Lakes\r\n\r\nArticle\xC2\xA0"
                             "1\r\n\r\nSub\xC2\xADject to arti\xE2\x80\x8B"
                             "cle\xE2\x80\xAF"
                             "2, e\xEF\xAC\x83"
                             "cient \xE2\x80\x8E"
                             "lakes\xE2\x80\x8F are wa\xE2\x81\xA0ter\xE2\x80\x91"
                             "borne.\r\n\r\nArticle\xE2\x80\x83"
                             "2\xE2\x80\xA8\r\nPonds are \xEF\xBB\xBFsmall.\r\n");
  EXPECT_THAT(eids_of(document), ElementsAre("art_1", "art_2"));
  EXPECT_THAT(words_of(document, "art_1"), HasSubstr("Subject to article 2, efficient lakes are water-borne."));
  EXPECT_THAT(references_of(document), ElementsAre("art_1 -subject_to-> art_2"));
}

/// One bad place is a program's mistake; a file full of them is not text.
TEST_F(ForeignFiles, with_zero_bytes_are_read_without_them_or_refused) {
  const auto document = written_.read("pact.txt", std::string("Pact\n\nArticle 1\n\nLakes are\0 wet.\n", 33));
  if (document) {
    EXPECT_THAT(document->text, ::testing::Not(HasSubstr(std::string(1, '\0'))));
  } else {
    EXPECT_THAT(document.error().detail, HasSubstr("line 5"));
  }
}

TEST_F(ForeignFiles, in_one_xml_file_of_opendocument_are_read) {
  const auto document = read(
      "pact.fodt",
      "<?xml version=\"1.0\"?><office:document xmlns:office=\"o\" xmlns:text=\"t\" xmlns:style=\"s\" "
      "office:mimetype=\"application/vnd.oasis.opendocument.text\"><office:automatic-styles><text:list-style "
      "style:name=\"L\"><text:list-level-style-number text:level=\"1\" style:num-format=\"1\" style:num-suffix=\".\"/>"
      "</text:list-style></office:automatic-styles><office:body><office:text><text:h>Article 1</text:h>"
      "<text:list text:style-name=\"L\"><text:list-item><text:p>Lakes.</text:p></text:list-item><text:list-item>"
      "<text:p>Ponds.</text:p></text:list-item></text:list></office:text></office:body></office:document>");
  EXPECT_EQ(document.format, "odt");
  EXPECT_THAT(eids_of(document), ElementsAre("art_1", "art_1__para_1", "art_1__para_2"));
}

/// Of a page, the line of its source; of a file without lines, the paragraph.
TEST_F(ForeignFiles, tell_where_what_was_not_read_stands_in_them) {
  const auto page = read("page.html",
                         "<!DOCTYPE html><html><body>\n\n<h1>Pact</h1>\n<h2>Article 1</h2>\n<p>Lakes.</p>\n"
                         "<p>Done at Lakeside, this first day of May.</p>\n</body></html>");
  ASSERT_FALSE(page.leftovers.empty());
  EXPECT_EQ(page.leftovers[0].line, 6U);
  const auto paragraph = [](const std::string& words) { return "<w:p><w:r><w:t>" + words + "</w:t></w:r></w:p>"; };
  const auto docx =
      read("pact.docx", testing::docx_of(paragraph("Pact") + "<w:p/>" + paragraph("Article 1") + paragraph("Lakes.") +
                                         paragraph("Done at Lakeside, this first day of May.")));
  ASSERT_FALSE(docx.leftovers.empty());
  EXPECT_EQ(docx.leftovers[0].line, 5U);
  EXPECT_STREQ(docx.leftovers[0].line_is, "paragraph");
}

}  // namespace
}  // namespace treatygraph::ingest
