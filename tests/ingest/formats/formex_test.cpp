// Acts of the European Union in Formex 4.

#include <gmock/gmock.h>

#include "tests/ingest/formats/written_document.h"

namespace treatygraph::ingest {
namespace {

using testing::eids_of;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::words_of;

constexpr const char* kAct = R"(<?xml version="1.0" encoding="UTF-8"?>
<COMBINED.FMX><ACT><BIB.INSTANCE><LG.DOC>EN</LG.DOC></BIB.INSTANCE>
<TITLE><TI><P>REGULATION ON LAKES</P><P>of <DATE ISO="20300101">1 January 2030</DATE></P></TI></TITLE>
<PREAMBLE><PREAMBLE.INIT>THE COUNCIL OF LAKES,</PREAMBLE.INIT><GR.CONSID><GR.CONSID.INIT>Whereas:</GR.CONSID.INIT>
<CONSID><NP><NO.P>(1)</NO.P><TXT>Lakes are wet.</TXT></NP></CONSID><CONSID><NP><NO.P>(2)</NO.P><TXT>Ponds, too.</TXT></NP></CONSID>
</GR.CONSID><PREAMBLE.FINAL>HAS ADOPTED THIS REGULATION:</PREAMBLE.FINAL></PREAMBLE>
<ENACTING.TERMS><DIVISION><TITLE><TI><P>CHAPTER I</P></TI><STI><P>GENERAL</P></STI></TITLE>
<ARTICLE IDENTIFIER="001"><TI.ART>Article&#160;1</TI.ART><STI.ART><P>Scope</P></STI.ART>
<PARAG IDENTIFIER="001.001"><NO.PARAG>1.</NO.PARAG><ALINEA>A <QUOT.START CODE="2018"/>lake<QUOT.END CODE="2019"/> is wet<NOTE><P>OJ L 1.</P></NOTE>.</ALINEA></PARAG>
<PARAG IDENTIFIER="001.002"><NO.PARAG>2.</NO.PARAG><ALINEA><P>A Party shall:</P><LIST TYPE="alpha">
<ITEM><NP><NO.P>(a)</NO.P><TXT>dredge;</TXT></NP></ITEM><ITEM><NP><NO.P>(b)</NO.P><TXT>fish.</TXT></NP></ITEM></LIST></ALINEA></PARAG></ARTICLE>
<ARTICLE IDENTIFIER="002"><TI.ART>Article 2</TI.ART><ALINEA><P>Article 9 of the Pond Act is replaced by:</P>
<QUOT.S LEVEL="1"><ARTICLE IDENTIFIER="009"><TI.ART>Article 9</TI.ART><ALINEA>Ponds are free.</ALINEA></ARTICLE></QUOT.S></ALINEA></ARTICLE>
</DIVISION></ENACTING.TERMS></ACT>
<ANNEX><TITLE><TI><P>ANNEX I</P><P>List of lakes</P></TI></TITLE><CONTENTS><GR.SEQ LEVEL="1"><TITLE><TI><P>Section A. Deep lakes</P></TI></TITLE>
<NP><NO.P>1.</NO.P><TXT>Lake One</TXT></NP></GR.SEQ></CONTENTS></ANNEX></COMBINED.FMX>)";

TEST(Formex, is_read_by_its_marks) {
  testing::WrittenDocument written;
  const auto document = written.read("act.xml", kAct);
  ASSERT_TRUE(document) << document.error().detail;
  EXPECT_EQ(document->format, "formex");
  EXPECT_EQ(document->title, "REGULATION ON LAKES of 1 January 2030");
  EXPECT_THAT(eids_of(*document), ElementsAre("preamble", "recital_1", "recital_2", "chp_I", "art_1", "art_1__para_1",
                                              "art_1__para_2", "art_1__para_2__point_a", "art_1__para_2__point_b",
                                              "art_2", "annex_I", "annex_I__sec_A", "annex_I__sec_A__para_1"));
  EXPECT_EQ(words_of(*document, "art_1__para_1"), "1. A ‘lake’ is wet.");
  EXPECT_THAT(words_of(*document, "art_2"), HasSubstr("Ponds are free"))
      << "what an amendment quotes is no article of it";
  EXPECT_THAT(document->notices, ElementsAre(HasSubstr("1 footnote")));
}

TEST(Formex, is_not_what_other_xml_is) {
  testing::WrittenDocument written;
  const auto document = written.read("act.xml", "<Inventory><Norma/></Inventory>");
  ASSERT_FALSE(document);
  EXPECT_THAT(document.error().detail, HasSubstr("is XML whose root element is Inventory"));
}

}  // namespace
}  // namespace treatygraph::ingest
