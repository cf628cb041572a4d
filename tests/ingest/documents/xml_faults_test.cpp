// XML that is not well-formed is refused with the place and the reason, in every format that is made of XML. What only
// a DTD would complete is neither dropped nor left as it is.

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "ingest/fetch/arrived.h"
#include "ingest/status/status_page.h"
#include "tests/ingest/formats/archives.h"
#include "tests/ingest/formats/written_document.h"

namespace treatygraph::ingest {
namespace {

using ::testing::AllOf;
using ::testing::AnyOf;
using ::testing::Contains;
using testing::eids_of;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using testing::words_of;

/// A small treaty: `head` before its root, `words` in a paragraph that begins at line 3, column 37.
std::string pact(const std::string& words, const std::string& head = "", const std::string& tail = "") {
  return head +
         "<akomaNtoso xmlns=\"http://docs.oasis-open.org/legaldocml/ns/akn/3.0\">\n<act name=\"pact\"><body>\n"
         "<article><num>1</num><content><p>The lake is " +
         words + "</p></content></article>\n<article><num>2</num><content><p>Ponds.</p></content></article>\n" +
         "</body></act></akomaNtoso>\n" + tail;
}

class XmlFaults : public ::testing::Test {
 protected:
  Document read(const std::string& bytes) {
    auto document = written_.read("pact.xml", bytes);
    EXPECT_TRUE(document) << document.error().detail;
    return document ? *std::move(document) : Document();
  }
  std::string words(const std::string& bytes) { return words_of(read(bytes), "art_1"); }
  std::string refusal(const std::string& bytes) {
    const auto document = written_.read("pact.xml", bytes);
    EXPECT_FALSE(document) << document->text;
    return document ? "" : document.error().detail;
  }
  testing::WrittenDocument written_;
};

struct Fault {
  std::string words;
  std::string place;
  std::string reason;
};

TEST_F(XmlFaults, in_the_text_are_told_with_their_place) {
  const std::vector<Fault> faults = {
      {"<b>deep.", "line 3, column 54", "the element <b> of line 3, column 46 is not closed before </p>"},
      {"deep.</b>", "line 3, column 51", "the element <p> of line 3, column 31 is not closed before </b>"},
      {"<b id=\"1\" id=\"2\">deep.</b>", "line 3, column 56", "the attribute id occurs twice in one element"},
      {"<b id=1>deep.</b>", "line 3, column 52", "the character \"1\" is not allowed here"},
      {"<b id=\"a<b\">deep.</b>", "line 3, column 54", "as a character it is written &lt;"},
      {"a < b.", "line 3, column 49", "the character \" \" is not allowed here"},
      {"deep & wide.", "line 3, column 51", "must be written &amp;"},
      {"deep&wide.", "line 3, column 50", "must be written &amp;"},
      {"deep <!-- by -- the shore -->", "line 3, column 59", "-- is not allowed inside a comment"},
      {"deep ]]> wide", "line 3, column 51", "]]> is not allowed in text"},
      {"deep <![CDATA[wide", "line 3, column 51", "the CDATA section that begins here does not end"},
      {"deep &#0; wide", "line 3, column 51", "&#0; is not a character"},
      {"deep &#xFFFF; wide", "line 3, column 51", "&#xFFFF; is not a character"},
      {"deep &#xD800; wide", "line 3, column 51", "&#xD800; is not a character"},
      {"deep &lake; wide", "line 3, column 51", "the entity &lake; is not declared"},
      {"deep &nbsp; wide", "line 3, column 51", "the entity &nbsp; is not declared"},
      {"deep \x01 wide", "line 3, column 51", "is not allowed here"},
      {"deep \xEF\xBF\xBE wide", "line 3, column 51", "is not allowed here"},
      {"été \x02", "line 3, column 50", "is not allowed here"},
      {"deep <?xml version=\"1.0\"?>", "line 3, column 51", "is not at the beginning"},
      {"deep <!-- wide", "line 3, column 51", "something begins here and does not end"},
  };
  for (const auto& fault : faults) {
    EXPECT_THAT(refusal(pact(fault.words)),
                AllOf(HasSubstr("pact.xml: " + fault.place + ": is not well-formed XML: "), HasSubstr(fault.reason)))
        << fault.words;
  }
}

TEST_F(XmlFaults, around_the_root_are_told_with_their_place) {
  EXPECT_THAT(refusal(pact("deep.", "", "<act/>")),
              HasSubstr("line 6, column 1: is not well-formed XML: something follows the root"));
  EXPECT_THAT(refusal(pact("deep.", "", "The end.")),
              HasSubstr("line 6, column 1: is not well-formed XML: something follows the root"));
  EXPECT_THAT(refusal(pact("deep.", "<?xml version=\"1.0\"?><?xml version=\"1.0\"?>")),
              HasSubstr("line 1, column 22: is not well-formed XML: the XML declaration is not at the beginning"));
  EXPECT_THAT(refusal(pact("deep.", "<!-- a --><?xml version=\"1.0\"?>")), HasSubstr("line 1, column 11: "));
  EXPECT_THAT(refusal(pact("deep.", "<?xml encoding=\"UTF-8\" version=\"1.0\"?>")),
              HasSubstr("line 1, column 7: is not well-formed XML: the XML declaration is malformed"));
  const auto whole = pact("deep.");
  EXPECT_THAT(refusal(whole.substr(0, whole.find("</body>"))),
              HasSubstr("line 2, column 18: is not well-formed XML: the element <body> is not closed"));
  EXPECT_THAT(refusal("<?xml version=\"1.0\"?>\n<!-- lakes -->\n"), HasSubstr("there is no element"));
}

TEST_F(XmlFaults, of_a_title_that_elements_divide_are_none) {
  const auto titled = read(
      "<akomaNtoso xmlns=\"http://docs.oasis-open.org/legaldocml/ns/akn/3.0\"><act name=\"pact\"><preface><p><docTitle>"
      "Pact on <b>Lakes</b><authorialNote><p>Done at the shore.</p></authorialNote> and Ponds</docTitle></p></preface>"
      "<body><article><num>1</num><content><p>Wet.</p></content></article></body></act></akomaNtoso>");
  EXPECT_EQ(titled.title, "Pact on Lakes and Ponds");
  const auto agreement = read(
      "<treaty><meta><name>Pact on <i>Lakes</i></name></meta><body><chapter><article number=\"Article 1\" "
      "name=\"Water\">"
      "The lake is <b>deep</b> and wide.</article></chapter></body></treaty>");
  EXPECT_EQ(agreement.title, "Pact on Lakes");
  EXPECT_THAT(words_of(agreement, "art_1"), HasSubstr("The lake is deep and wide."));
}

TEST_F(XmlFaults, that_mislead_nobody_are_read_and_told) {
  const auto shifted = read(pact("deep.", "\n  <?xml version=\"1.0\"?>\n"));
  EXPECT_EQ(words_of(shifted, "art_1"), words(pact("deep.")));
  EXPECT_THAT(shifted.notices, ElementsAre(HasSubstr("line 2, column 3: there is white space before the XML")));
  const auto windows = read(pact("deep in \xE9t\xE9."));
  EXPECT_THAT(words_of(windows, "art_1"), HasSubstr("deep in été."));
  EXPECT_THAT(windows.notices, ElementsAre(AllOf(HasSubstr("windows-1252"), HasSubstr("line 3, column 54"))));
}

TEST_F(XmlFaults, of_the_encoding_are_told_with_their_place) {
  EXPECT_THAT(refusal(pact("deep in été and \xE9t\xE9.")), HasSubstr("pact.xml: line 3, column 62: is not UTF-8"));
  EXPECT_THAT(refusal(pact("deep in été and \xC3.", "<?xml version=\"1.0\" encoding=\"utf-8\"?>")),
              HasSubstr("line 3, column 62: is not UTF-8"));
}

TEST_F(XmlFaults, are_not_seen_in_declared_encodings) {
  for (const std::string name : {"ISO-8859-1", "iso-8859-1", "windows-1252", "latin1"}) {
    const auto head = "<?xml version=\"1.0\" encoding=\"" + name + "\"?>\n";
    EXPECT_THAT(words(pact("deep in \xE9t\xE9.", head)), HasSubstr("deep in été.")) << name;
    EXPECT_THAT(words(pact("deep in été.", head)), HasSubstr("deep in été.")) << name << ", which it is not";
  }
  EXPECT_THAT(words(pact("\xEE\xE7\xE5\xF0\xEE.", "<?xml version=\"1.0\" encoding=\"windows-1251\"?>\n")),
              HasSubstr("озеро."));
  EXPECT_THAT(words(pact("deep.", "<?xml version=\"1.0\" encoding=\"UTF-16\"?>\n")), HasSubstr("deep."));
}

TEST_F(XmlFaults, are_not_seen_in_what_the_standard_allows) {
  EXPECT_THAT(words(pact("&#233;t&#xE9; &lt;&amp;&gt;&quot;&apos;<![CDATA[ <b>&lake; ]]>]] > - - <!-- - & < -->wet.")),
              HasSubstr("The lake is été <&>\"' <b>&lake; ]] > - - wet."));
  EXPECT_THAT(words(pact("deep.", "<?xml version='1.0' standalone='yes'?>\n<?a b?><!-- <!ENTITY a \"b\"> -->\n")),
              HasSubstr("deep."));
  EXPECT_THAT(words(pact("deep.", "", "<!-- the end --><?the end?>\n")), HasSubstr("deep."));
  EXPECT_THAT(words("\xEF\xBB\xBF" + pact("deep.")), HasSubstr("deep."));
}

TEST_F(XmlFaults, are_not_made_of_divided_text) {
  const auto tota = [](const std::string& words) {
    return "<treaty><meta><name>Pact</name></meta><body><chapter name=\"I\"><article number=\"1\" name=\"Lakes\">" +
           words + "</article></chapter></body></treaty>";
  };
  EXPECT_THAT(words(tota("Lakes are <!-- very -->deep <![CDATA[& wide]]>, it <?is?>is said.")),
              HasSubstr("Lakes are deep & wide, it is said."));
  EXPECT_THAT(words(testing::docx_of(
                  "<w:p><w:r><w:t>Article 1</w:t></w:r></w:p><w:p><w:r><w:t>Lakes <!-- are --><![CDATA[are]]> "
                  "deep.</w:t></w:r></w:p>")),
              HasSubstr("Lakes are deep."));
  EXPECT_THAT(words("<law><article><num>1</num><content><![CDATA[Lakes are ]]><b>deep</b>.</content></article></law>"),
              HasSubstr("Lakes are deep."));
}

TEST_F(XmlFaults, are_what_only_a_dtd_completes) {
  const auto* const declared = "<!DOCTYPE akomaNtoso [\n<!-- ]> ' -->\n<!ENTITY lake \"deep\">]>\n";
  EXPECT_THAT(refusal(pact("&lake;.", declared)), HasSubstr("line 3, column 1: declares an entity"));
  EXPECT_THAT(refusal(pact("deep.", "<!DOCTYPE akomaNtoso [<!ENTITY % all SYSTEM 'all.ent'> %all;]>\n")),
              HasSubstr("line 1, column 23: declares an entity"));
  EXPECT_THAT(refusal(pact("deep.", "<!DOCTYPE akomaNtoso [<!ATTLIST num\n value CDATA \"7\">]>\n")),
              HasSubstr("line 5, column 10: the element <num> has an attribute that only the DTD gives it"));
  const auto* const elsewhere = "<!DOCTYPE akomaNtoso SYSTEM \"akn.dtd\">\n";
  EXPECT_THAT(refusal(pact("&lake;.", elsewhere)),
              HasSubstr("line 4, column 46: the entity &lake; is not declared in this file, and no other is read"));
  EXPECT_THAT(refusal(pact("<b title=\"&lake;\">deep</b>.", elsewhere)),
              HasSubstr("line 4, column 56: the entity &lake; is not declared"));
}

TEST_F(XmlFaults, are_not_what_a_dtd_only_describes) {
  const auto described = read(pact("deep.",
                                   "<!DOCTYPE akomaNtoso [ <!-- ]> \" --> <?a ']>?>\n<!ELEMENT akomaNtoso ANY>"
                                   "<!ATTLIST num value CDATA #IMPLIED>]>\n"));
  EXPECT_EQ(words_of(described, "art_1"), words(pact("deep.")));
  EXPECT_THAT(described.notices, IsEmpty());
  const auto elsewhere = read(pact("deep.", "<!DOCTYPE akomaNtoso PUBLIC \"-//Lakes\" \"akn.dtd\">\n"));
  EXPECT_THAT(eids_of(elsewhere), ElementsAre("art_1", "art_2"));
  EXPECT_THAT(elsewhere.notices, ElementsAre(HasSubstr("line 1, column 1: its DTD is another file (akn.dtd)")));
}

TEST_F(XmlFaults, that_expand_without_end_are_stopped) {
  std::string bomb = "<!DOCTYPE akomaNtoso [<!ENTITY a0 \"lake lake lake lake\">";
  for (int i = 1; i < 40; ++i) bomb += fmt::format("<!ENTITY a{} \"&a{};&a{};\">", i, i - 1, i - 1);
  EXPECT_THAT(refusal(pact("&a39;", bomb + "]>\n")), HasSubstr("limit on input amplification"));
}

TEST_F(XmlFaults, of_a_declaration_that_names_another_encoding_are_told) {
  const auto declaring = [](const std::string& encoding) {
    return "<?xml version=\"1.0\" encoding=\"" + encoding + "\"?>";
  };
  for (const auto& encoding : {"ISO-8859-1", "UTF-16"}) {
    const auto document = read(pact("café", declaring(encoding)));
    EXPECT_EQ(words_of(document, "art_1"), "Article 1 The lake is café");
    EXPECT_THAT(document.notices, Contains(AllOf(HasSubstr("the XML declaration says"), HasSubstr(encoding))));
  }
  EXPECT_THAT(read(pact("open", declaring("ISO-8859-1"))).notices,
              Not(Contains(HasSubstr("the XML declaration says"))));
  EXPECT_THAT(read(pact("café", declaring("utf-8"))).notices, Not(Contains(HasSubstr("the XML declaration says"))));
  for (const auto& [encoding, lake] :
       {std::pair("ISO-2022-JP", "\x1B$B8P\x1B(B"), std::pair("ISO-8859-1", "caf\xE9")}) {
    const auto document = read(pact(lake, declaring(encoding)));
    EXPECT_THAT(words_of(document, "art_1"), AnyOf("Article 1 The lake is 湖", "Article 1 The lake is café"));
    EXPECT_THAT(document.notices, Not(Contains(HasSubstr("the XML declaration says"))));
  }
}

TEST_F(XmlFaults, in_the_parts_of_office_documents_name_the_part) {
  const std::string words = "<w:p><w:r><w:t>Article 1</w:t></w:r></w:p>\n<w:p><w:r><w:t>Deep & wide</w:t></w:r></w:p>";
  EXPECT_THAT(refusal(testing::docx_of(words)),
              AllOf(HasSubstr("word/document.xml, line 2, column "), HasSubstr("&amp;")));
  EXPECT_THAT(
      refusal(testing::docx_of("<w:p/>", {{"word/styles.xml", "<w:styles xmlns:w=\"w\">\n<w:style></w:styles>"}})),
      HasSubstr("word/styles.xml, line 2, column 10: is not well-formed XML"));
  EXPECT_THAT(refusal(testing::zip_of({{"mimetype", "application/vnd.oasis.opendocument.text"},
                                       {"styles.xml", "<styles>\n<a></styles>"},
                                       {"content.xml", "<content/>"}})),
              HasSubstr("styles.xml, line 2, column 4: is not well-formed XML"));
  EXPECT_THAT(
      refusal("<office:document xmlns:office=\"o\" office:mimetype=\"application/vnd.oasis.opendocument.text\">\n"
              "<a b=\"1\" b=\"2\"/></office:document>"),
      HasSubstr("line 2, column 10: is not well-formed XML: the attribute b occurs twice"));
}

TEST_F(XmlFaults, in_parts_of_office_documents_are_not_seen_in_declared_encodings) {
  const std::string body =
      "<w:document xmlns:w=\"w\"><w:body><w:p><w:r><w:t>Article 1</w:t></w:r></w:p><w:p><w:r>"
      "<w:t>Deep in \xE9t\xE9.</w:t></w:r></w:p></w:body></w:document>";
  const auto zip = [&](const std::string& head) {
    return testing::zip_of({{"[Content_Types].xml", "wordprocessingml"}, {"word/document.xml", head + body}});
  };
  EXPECT_THAT(words(zip("<?xml version=\"1.0\" encoding=\"windows-1252\"?>")), HasSubstr("Deep in été."));
  EXPECT_THAT(refusal(zip("<?xml version=\"1.0\"?>\n")),
              HasSubstr("word/document.xml, line 2, column 98: is not UTF-8"));
}

constexpr std::string_view kStatus =
    "<Root><Treaty><Participants>\n<Row><Entry>Participant</Entry><Entry>Signature</Entry></Row>\n"
    "<Row><Entry>Cura\xC3\xA7"
    "ao {}</Entry><Entry>1 Oct 2001</Entry></Row>\n</Participants></Treaty></Root>";

TEST_F(XmlFaults, of_status_pages_are_told_with_their_place) {
  const auto refused = [](const std::string& words) {
    const auto page = read_status_page(fmt::format(fmt::runtime(kStatus), words), "lakes.xml");
    return page ? "was taken" : page.error().detail;
  };
  EXPECT_THAT(refused("& Lakes"), HasSubstr("line 3, column 21: is not well-formed XML"));
  EXPECT_THAT(refused("&lake;"), HasSubstr("line 3, column 21: is not well-formed XML"));
  EXPECT_THAT(refused("<b>"), HasSubstr("line 3, column "));
  EXPECT_EQ(refused("&amp; Lakes"), "was taken");
}

TEST_F(XmlFaults, of_downloads_are_told_before_they_are_kept) {
  const auto arrived = [](const std::string& bytes) {
    const auto format = format_of_arrival(bytes, "text/xml", "xml");
    return format ? *format : format.error().detail;
  };
  EXPECT_EQ(arrived(pact("deep.")), "xml");
  EXPECT_EQ(arrived(pact("&lake;", "<!DOCTYPE akomaNtoso [<!ENTITY lake \"deep\">]>")), "xml");
  EXPECT_THAT(arrived(pact("deep & wide.")), HasSubstr("broken: line 3, column 51: is not well-formed XML"));
  EXPECT_THAT(arrived(pact("deep.").substr(0, 90)), HasSubstr("cut off or broken: line "));
}

}  // namespace
}  // namespace treatygraph::ingest
