// Treaties as Word documents and OpenDocument texts.

#include <gmock/gmock.h>

#include "tests/ingest/formats/archives.h"
#include "tests/ingest/formats/written_document.h"

namespace treatygraph::ingest {
namespace {

using ::testing::Contains;
using testing::docx_of;
using testing::eids_of;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;
using testing::words_of;
using testing::zip_of;

std::string paragraph(const std::string& words, const std::string& properties = "") {
  return "<w:p>" + (properties.empty() ? "" : "<w:pPr>" + properties + "</w:pPr>") + "<w:r><w:t>" + words +
         "</w:t></w:r></w:p>";
}

std::string numbered(const std::string& words, int list, int level) {
  return paragraph(words, "<w:numPr><w:ilvl w:val=\"" + std::to_string(level) + "\"/><w:numId w:val=\"" +
                              std::to_string(list) + "\"/></w:numPr>");
}

std::string level(int number, const std::string& format, const std::string& text, const std::string& more = "") {
  return "<w:lvl w:ilvl=\"" + std::to_string(number) + "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" + format + "\"/>" +
         more + "<w:lvlText w:val=\"" + text + "\"/></w:lvl>";
}

class WordProcessor : public ::testing::Test {
 protected:
  Document read(const std::string& bytes) {
    auto document = written_.read("pact.docx", bytes);
    EXPECT_TRUE(document) << document.error().detail;
    return document ? *std::move(document) : Document();
  }
  std::string refusal(const std::string& bytes) {
    const auto document = written_.read("pact.docx", bytes);
    EXPECT_FALSE(document);
    return document ? "" : document.error().detail;
  }
  testing::WrittenDocument written_;
};

TEST_F(WordProcessor, numbers_lists_as_word_does) {
  const std::string numbering = "<w:numbering xmlns:w=\"w\"><w:abstractNum w:abstractNumId=\"7\">" +
                                level(0, "decimal", "Article %1") + level(1, "decimal", "%2.") +
                                level(2, "lowerLetter", "(%3)") + level(3, "lowerRoman", "(%4)") +
                                "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"7\"/></w:num>"
                                "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"7\"/><w:lvlOverride w:ilvl=\"2\">"
                                "<w:startOverride w:val=\"4\"/></w:lvlOverride></w:num></w:numbering>";
  const auto document =
      read(docx_of(numbered("Scope", 1, 0) + numbered("Lakes are wet.", 1, 1) + numbered("A Party shall:", 1, 1) +
                       numbered("dredge;", 1, 2) + numbered("fish:", 1, 2) + numbered("by day;", 1, 3) +
                       numbered("by night;", 1, 3) + numbered("swim.", 1, 2) + numbered("", 1, 0) +
                       numbered("Ponds shall be:", 1, 1) + numbered("deep;", 2, 2) + numbered("wide.", 2, 2),
                   {{"word/numbering.xml", numbering}}));
  EXPECT_THAT(document.text, HasSubstr("Article 1 Scope"));
  EXPECT_THAT(document.text, HasSubstr("Article 2\n\n1. Ponds")) << "an article's number has no words of its own here";
  EXPECT_THAT(document.text, HasSubstr("(d) deep;\n\n(e) wide."));
  EXPECT_THAT(eids_of(document), Contains("art_1__para_2__point_b__point_ii"));
  EXPECT_EQ(words_of(document, "art_1__para_2__point_c"), "(c) swim.");
}

TEST_F(WordProcessor, counts_levels_of_law_in_digits_and_restarts_where_it_is_said) {
  const std::string numbering =
      "<w:numbering xmlns:w=\"w\"><w:abstractNum w:abstractNumId=\"0\">" + level(0, "upperRoman", "Part %1") +
      level(1, "decimal", "%1.%2.", "<w:isLgl/>") + level(2, "decimal", "%3)", "<w:lvlRestart w:val=\"0\"/>") +
      "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>";
  const auto document =
      written_.read("pact.docx", docx_of(numbered("Lakes", 1, 0) + numbered("Deep.", 1, 1) + numbered("one", 1, 2) +
                                             numbered("Ponds", 1, 0) + numbered("Wide.", 1, 1) + numbered("two", 1, 2) +
                                             paragraph("Article 1") + paragraph("Lakes."),
                                         {{"word/numbering.xml", numbering}}));
  ASSERT_TRUE(document) << document.error().detail;
  EXPECT_THAT(document->text, HasSubstr("2.1. Wide.\n\n2) two")) << "level 3 never begins anew";
}

TEST_F(WordProcessor, follows_styles_to_headings_and_their_numbers) {
  const std::string styles =
      "<w:styles xmlns:w=\"w\"><w:style w:type=\"paragraph\" w:styleId=\"Base\"><w:name w:val=\"heading 2\"/>"
      "<w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"Art\"><w:name w:val=\"Article\"/><w:basedOn w:val=\"Base\"/></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"TOC1\"><w:name w:val=\"toc 1\"/></w:style></w:styles>";
  const std::string numbering =
      "<w:numbering xmlns:w=\"w\"><w:abstractNum w:abstractNumId=\"0\">" + level(0, "ordinalText", "Article %1:") +
      "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>";
  const std::string style = "<w:pStyle w:val=\"Art\"/>";
  const auto document =
      read(docx_of(paragraph("Article First: Scope 3", "<w:pStyle w:val=\"TOC1\"/>") + paragraph("Scope", style) +
                       paragraph("Lakes.") + paragraph("Duties", style) + paragraph("Ponds."),
                   {{"word/numbering.xml", numbering}, {"word/styles.xml", styles}}));
  EXPECT_THAT(eids_of(document), ElementsAre("art_1", "art_2"));
  EXPECT_THAT(document.text, HasSubstr("Article Second: Duties"));
}

TEST_F(WordProcessor, accepts_tracked_changes_and_says_so) {
  const auto document = read(docx_of(
      paragraph("Article 1") +
      "<w:p><w:r><w:t xml:space=\"preserve\">Lakes </w:t></w:r><w:del><w:r><w:delText>are </w:delText></w:r></w:del>"
      "<w:ins><w:r><w:t>shall be</w:t></w:r></w:ins><w:r><w:t xml:space=\"preserve\"> free</w:t></w:r>"
      "<w:r><w:footnoteReference w:id=\"2\"/></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t> or not</w:t></w:r>"
      "<w:r><w:t>.</w:t></w:r></w:p>"
      "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t xml:space=\"preserve\">Ponds, </w:t></w:r></w:p>" +
      paragraph("too.")));
  EXPECT_EQ(words_of(document, "art_1"), "Article 1 Lakes shall be free. Ponds, too.");
  EXPECT_THAT(document.notices, ElementsAre(HasSubstr("1 note"), HasSubstr("1 hidden"), HasSubstr("1 insertion kept")));
}

TEST_F(WordProcessor, shows_results_of_fields_text_boxes_and_tables) {
  const auto document = read(docx_of(
      paragraph("Article 1") +
      "<w:p><w:r><w:t>See </w:t></w:r><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> REF x "
      "</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>article "
      "2</w:t></w:r><w:r><w:fldChar "
      "w:fldCharType=\"end\"/></w:r><w:r><w:t>.</w:t></w:r><w:r><w:drawing><a><w:txbxContent>" +
      paragraph("In a box.") +
      "</w:txbxContent></a></w:drawing></w:r></w:p>"
      "<w:tbl><w:tr><w:tc>" +
      paragraph("Lake") + "</w:tc><w:tc>" + paragraph("Fee") + "</w:tc></w:tr><w:tr><w:tc>" + paragraph("Deep") +
      "</w:tc><w:tc>" + paragraph("2") + "</w:tc></w:tr></w:tbl>" + paragraph("Article 2") + "<w:tbl><w:tr><w:tc>" +
      paragraph("(a)") + "</w:tc><w:tc>" + paragraph("one lake;") + "</w:tc></w:tr><w:tr><w:tc>" + paragraph("(b)") +
      "</w:tc><w:tc>" + paragraph("two.") + "</w:tc></w:tr></w:tbl>"));
  EXPECT_THAT(document.text, HasSubstr("See article 2.\n\nIn a box.\n\n| Lake | Fee |\n| Deep | 2 |"));
  EXPECT_THAT(eids_of(document), ElementsAre("art_1", "art_2", "art_2__point_a", "art_2__point_b"));
}

TEST_F(WordProcessor, meets_hostile_and_foreign_archives_with_one_message) {
  EXPECT_THAT(refusal(docx_of("<w:p>" + std::string(80 << 20, ' ') + "</w:p>")), HasSubstr("ZIP bomb"));
  std::string deep;
  for (int i = 0; i < 5'000; ++i) deep += "<w:ins>";
  for (int i = 0; i < 5'000; ++i) deep += "</w:ins>";
  EXPECT_THAT(refusal(docx_of(deep)), HasSubstr("deep"));
  EXPECT_THAT(refusal(docx_of("<w:p>")), HasSubstr("word/document.xml, line 1"));
  EXPECT_THAT(refusal(docx_of("").substr(0, 60)), HasSubstr("damaged"));
  EXPECT_THAT(refusal(zip_of({{"a.txt", "lakes"}})), HasSubstr("is a ZIP archive, and neither"));
  EXPECT_THAT(refusal(zip_of({{"[Content_Types].xml", "spreadsheetml"}})), HasSubstr("spreadsheet"));
  EXPECT_THAT(refusal(zip_of({{"mimetype", "application/epub+zip"}})), HasSubstr("e-book"));
  const std::string encrypted("\xD0\xCF\x11\xE0 E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 38);
  EXPECT_THAT(refusal(encrypted), HasSubstr("encrypted; save it without a password"));
  const std::string old("\xD0\xCF\x11\xE0 W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0", 29);
  EXPECT_THAT(refusal(old), HasSubstr("old Word document"));
}

TEST_F(WordProcessor, reads_past_macros_and_says_so) {
  const auto bytes = zip_of({{"[Content_Types].xml", "<T a=\"wordprocessingml macroEnabled\"/>"},
                             {"word/vbaProject.bin", "Auto_Open"},
                             {"word/document.xml", "<w:document xmlns:w=\"w\"><w:body>" + paragraph("Article 1") +
                                                       paragraph("Lakes.") + "</w:body></w:document>"}});
  EXPECT_THAT(read(bytes).notices, Contains(HasSubstr("macros, which are neither read nor run")));
}

std::string odt_of(const std::string& styles, const std::string& text) {
  return zip_of(
      {{"mimetype", "application/vnd.oasis.opendocument.text"},
       {"content.xml",
        "<o:document-content xmlns:o=\"o\" xmlns:t=\"t\" xmlns:s=\"s\" xmlns:b=\"b\">"
        "<o:automatic-styles>" +
            styles + "</o:automatic-styles><o:body><o:text>" + text + "</o:text></o:body></o:document-content>"}});
}

TEST_F(WordProcessor, numbers_lists_of_opendocument) {
  const std::string styles =
      "<t:list-style s:name=\"L1\"><t:list-level-style-number t:level=\"1\" s:num-format=\"1\" s:num-suffix=\".\"/>"
      "<t:list-level-style-number t:level=\"2\" s:num-format=\"a\" s:num-prefix=\"(\" s:num-suffix=\")\"/>"
      "</t:list-style>";
  const std::string list = "<t:list t:style-name=\"L1\"";
  const auto document = read(odt_of(
      styles,
      "<t:h t:outline-level=\"1\">Article 1</t:h>" + list +
          "><t:list-item><t:p>Lakes.<t:note><t:note-body><t:p>Wet.</t:p></t:note-body></t:note></t:p></t:list-item>"
          "<t:list-item><t:p>A Party shall:</t:p><t:list><t:list-item><t:p>dredge;</t:p></t:list-item>"
          "<t:list-item><t:p>fish.</t:p></t:list-item></t:list></t:list-item></t:list><t:p>Between.</t:p>" +
          list + " t:continue-numbering=\"true\"><t:list-item><t:p>Ponds.</t:p></t:list-item></t:list>" + list +
          "><t:list-item t:start-value=\"9\"><t:p>Seas.</t:p></t:list-item></t:list>"));
  EXPECT_EQ(document.format, "odt");
  EXPECT_THAT(document.text, HasSubstr("1. Lakes.\n\n2. A Party shall:\n\n(a) dredge;\n\n(b) fish."));
  EXPECT_THAT(document.text, HasSubstr("3. Ponds.\n\n9. Seas."));
  EXPECT_THAT(document.text, Not(HasSubstr("Wet")));
  EXPECT_THAT(document.notices, ElementsAre(HasSubstr("1 note")));
}

/// OpenDocument has the words of neighbouring cells and rows once if they are alike.
TEST_F(WordProcessor, repeats_cells_and_rows_of_opendocument_that_are_alike) {
  const auto cell = [](const std::string& words, const std::string& attributes = "") {
    return "<b:table-cell" + attributes + "><t:p>" + words + "</t:p></b:table-cell>";
  };
  const auto table = [](const std::string& rows) { return "<b:table>" + rows + "</b:table>"; };
  const auto document = read(
      odt_of("", "<t:h t:outline-level=\"1\">Article 1</t:h><t:p>The duties are:</t:p>" +
                     table("<b:table-row>" + cell("Year") + cell("One") + cell("Two") + "</b:table-row><b:table-row>" +
                           cell("Boats") + cell("5 %", " b:number-columns-repeated=\"2\"") +
                           "</b:table-row><b:table-row b:number-rows-repeated=\"2\">" + cell("Rafts") + cell("1 %") +
                           cell("0 %") + "</b:table-row>")));
  EXPECT_THAT(document.text, HasSubstr("| Boats | 5 % | 5 % |"));
  EXPECT_THAT(document.text, HasSubstr("| Rafts | 1 % | 0 % |\n| Rafts | 1 % | 0 % |"));
  const auto hostile =
      read(odt_of("", "<t:h t:outline-level=\"1\">Article 1</t:h>" +
                          table("<b:table-row b:number-rows-repeated=\"999999\">" + cell("Rafts") +
                                cell("1 %", " b:number-columns-repeated=\"999999\"") + "</b:table-row>")));
  EXPECT_LT(hostile.text.size(), std::size_t{4} << 20);
}

}  // namespace
}  // namespace treatygraph::ingest
