// Laws and treaties in the XML of several publishers, read by what their elements say. All texts are invented.

#include <gmock/gmock.h>

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

class UnitsXml : public ::testing::Test {
 protected:
  Document read(const std::string& xml) {
    auto document = written_.read("law.xml", xml);
    EXPECT_TRUE(document) << document.error().detail;
    return document ? *std::move(document) : Document();
  }
  std::string refusal(const std::string& xml) {
    const auto document = written_.read("law.xml", xml);
    return document ? "was taken" : document.error().detail;
  }
  testing::WrittenDocument written_;
};

std::string day_of(const Document& document, std::string_view name) {
  return text_of(document.properties, name);
}

TEST_F(UnitsXml, has_the_days_of_its_metadata_that_exist) {
  const auto order = read(R"xml(<Legislation xmlns="http://www.legislation.gov.uk/namespaces/legislation"
 xmlns:ukm="http://www.legislation.gov.uk/namespaces/metadata"><ukm:Metadata><ukm:SecondaryMetadata>
 <ukm:Made Date="2021-04-05"/><ukm:ComingIntoForce><ukm:DateTime Date="2021-05-01"/></ukm:ComingIntoForce>
 </ukm:SecondaryMetadata></ukm:Metadata><Secondary><Body><P1 id="article-1"><Pnumber>1</Pnumber><P1para><Text>Wells
 are kept.</Text></P1para></P1></Body></Secondary></Legislation>)xml");
  EXPECT_EQ(day_of(order, "date"), "2021-04-05");
  EXPECT_EQ(day_of(order, "entry_into_force"), "2021-05-01");
  const auto wrong = read(R"xml(<LexML><Metadado><Identificacao URN="urn:lex:br:federal:lei:2009-02-30;1"/></Metadado>
 <Norma><Articulacao><Artigo><Rotulo>Art. 1º</Rotulo><Caput><p>Wells are kept.</p></Caput></Artigo></Articulacao>
 </Norma></LexML>)xml");
  EXPECT_EQ(day_of(wrong, "date"), "");
}

/// LexML Brasil; its labels are Portuguese. What an amendment quotes is no article of this one.
TEST_F(UnitsXml, reads_lexml) {
  const auto document = read(R"xml(<?xml version="1.0" encoding="UTF-8"?>
<LexML xmlns="http://www.lexml.gov.br/1.0" xmlns:xlink="http://www.w3.org/1999/xlink">
 <Metadado><Identificacao URN="urn:lex:br:federal:decreto:2009-03-02;1"/></Metadado>
 <Norma>
  <ParteInicial><Epigrafe id="epi">Agreement on Mountain Wells</Epigrafe>
   <Ementa id="ementa">Sets rules for wells that two States share.</Ementa>
   <Preambulo id="preambulo"><p>The Parties, recalling their needs, agree:</p></Preambulo></ParteInicial>
  <Articulacao>
   <Capitulo id="cap1"><Rotulo>CHAPTER I</Rotulo><NomeAgrupador>General provisions</NomeAgrupador>
    <Artigo id="art1"><Rotulo>Art. 1º</Rotulo><TituloDispositivo>Wells</TituloDispositivo><Caput id="art1_cpt"><p>For the purposes of this Agreement:</p>
      <Inciso id="art1_cpt_inc1"><Rotulo>I –</Rotulo><p>a well is a shaft;</p>
         <Alinea id="art1_cpt_inc1_ali1"><Rotulo>a)</Rotulo><p>dug by hand;</p></Alinea>
         <Alinea id="art1_cpt_inc1_ali2"><Rotulo>b)</Rotulo><p>or drilled;</p></Alinea></Inciso>
      <Inciso id="art1_cpt_inc2"><Rotulo>II –</Rotulo><p>a keeper is who keeps it.</p></Inciso></Caput>
     <Paragrafo id="art1_par1u"><Rotulo>Parágrafo único.</Rotulo><p>Springs are no wells.</p></Paragrafo></Artigo>
    <Artigo id="art2"><Rotulo>Art. 2º</Rotulo><Caput id="art2_cpt"><p>The Parties shall keep wells in accordance with article 1.</p></Caput>
     <Paragrafo id="art2_par1"><Rotulo>§ 1º</Rotulo><p>They shall report on paragraph 2 of this article.</p></Paragrafo>
     <Paragrafo id="art2_par2"><Rotulo>§ 2º</Rotulo><p>Article 9 of the Act on Springs shall read:</p>
       <Alteracao id="a"><Artigo id="art9"><Rotulo>Art. 9º</Rotulo><Caput><p>Springs are free.</p></Caput></Artigo></Alteracao></Paragrafo></Artigo>
    <Artigo id="art2-1"><Rotulo>Art. 2º-A.</Rotulo><Caput id="x"><p>Nothing in article 2, paragraph 1, applies to ponds.</p></Caput></Artigo>
   </Capitulo>
  </Articulacao>
  <ParteFinal><p>Done at the well.</p></ParteFinal>
 </Norma>
</LexML>)xml");
  EXPECT_EQ(document.format, "lexml");
  EXPECT_EQ(day_of(document, "date"), "2009-03-02");
  EXPECT_EQ(document.title, "Agreement on Mountain Wells");
  EXPECT_THAT(eids_of(document), ElementsAre("preamble", "chp_I", "art_1", "art_1__point_I", "art_1__point_I__point_a",
                                             "art_1__point_I__point_b", "art_1__point_II", "art_1__para_1", "art_2",
                                             "art_2__para_1", "art_2__para_2", "art_2-A", "conclusions"));
  EXPECT_EQ(words_of(document, "art_1__point_I__point_b"), "b) or drilled;");
  EXPECT_THAT(words_of(document, "art_2__para_2"), HasSubstr("“Art. 9º Springs are free.”"));
  EXPECT_THAT(references_of(document),
              ElementsAre("art_2 -in_accordance_with-> art_1", "art_2__para_1 -refers_to-> art_2__para_2",
                          "art_2-A -applies_to-> art_2__para_1"));
}

TEST_F(UnitsXml, reads_acts_of_legislation_gov_uk) {
  const auto document = read(R"xml(<?xml version="1.0" encoding="utf-8"?>
<Legislation xmlns="http://www.legislation.gov.uk/namespaces/legislation" xmlns:ukm="http://www.legislation.gov.uk/namespaces/metadata" xmlns:dc="http://purl.org/dc/elements/1.1/">
<ukm:Metadata><dc:title>Wells Act 2020</dc:title><ukm:PrimaryMetadata><ukm:EnactmentDate Date="2020-03-01"/></ukm:PrimaryMetadata></ukm:Metadata>
<Contents><ContentsTitle>Contents</ContentsTitle><ContentsItem><ContentsNumber>1</ContentsNumber><ContentsTitle>Wells</ContentsTitle></ContentsItem></Contents>
<Primary><PrimaryPrelims><Title>Wells Act 2020</Title><Number>2020 CHAPTER 3</Number><LongTitle>An Act to make provision about wells.</LongTitle></PrimaryPrelims>
<Body>
<Part id="part-1"><Number><Strong>Part 1</Strong></Number><Title>Duties</Title>
<P1group><Title>Keeping of wells</Title><P1 id="section-1"><Pnumber>1</Pnumber><P1para>
 <P2 id="section-1-1"><Pnumber>1</Pnumber><P2para><Text>A keeper must—</Text>
  <P3 id="section-1-1-a"><Pnumber>a</Pnumber><P3para><Text>clean the well, and<CommentaryRef Ref="c1"/></Text></P3para></P3>
  <P3 id="section-1-1-b"><Pnumber>b</Pnumber><P3para><Text>measure it.</Text></P3para></P3></P2para></P2>
 <P2 id="section-1-2"><Pnumber>2</Pnumber><P2para><Text>A keeper <Addition ChangeId="k">of a deep well</Addition> must report under section 2.</Text></P2para></P2></P1para></P1></P1group>
<P1group><Title>Reports</Title><P1 id="section-2"><Pnumber>2</Pnumber><P1para><Text>In the Springs Act 1950, after section 3 insert—</Text>
 <BlockAmendment><P1group><Title>Springs</Title><P1><Pnumber>3A</Pnumber><P1para><Text>Springs are free.</Text></P1para></P1></P1group></BlockAmendment></P1para></P1></P1group>
</Part></Body>
<Schedules><Schedule id="schedule-1"><Number>SCHEDULE 1</Number><Reference>Section 1</Reference><TitleBlock><Title>Ropes</Title></TitleBlock><ScheduleBody>
 <P1 id="schedule-1-paragraph-1"><Pnumber>1</Pnumber><P1para><Text>A rope is of hemp.</Text></P1para></P1>
 <P1 id="schedule-1-paragraph-2"><Pnumber>2</Pnumber><P1para><P2><Pnumber>1</Pnumber><P2para><Text>It is long.</Text></P2para></P2></P1para></P1></ScheduleBody></Schedule></Schedules>
</Primary>
<Commentaries><Commentary id="c1" Type="F"><Para><Text>Words inserted by something.</Text></Para></Commentary></Commentaries>
</Legislation>)xml");
  EXPECT_EQ(document.format, "clml");
  EXPECT_EQ(day_of(document, "date"), "2020-03-01");
  EXPECT_EQ(document.title, "Wells Act 2020");
  EXPECT_THAT(eids_of(document),
              ElementsAre("part_1", "part_1__sec_1", "part_1__sec_1__para_1", "part_1__sec_1__para_1__point_a",
                          "part_1__sec_1__para_1__point_b", "part_1__sec_1__para_2", "part_1__sec_2", "schedule_1",
                          "schedule_1__para_1", "schedule_1__para_2", "schedule_1__para_2__point_1"));
  EXPECT_EQ(document.structure[1].heading, "Keeping of wells");
  EXPECT_EQ(words_of(document, "part_1__sec_1__para_2"), "2. A keeper of a deep well must report under section 2.");
  EXPECT_THAT(references_of(document), ElementsAre("part_1__sec_1__para_2 -in_accordance_with-> part_1__sec_2"));
}

TEST_F(UnitsXml, reads_treaties_of_the_netherlands) {
  const auto document = read(R"xml(<?xml version="1.0" encoding="UTF-8"?>
<toestand bwb-id="BWBV1"><wetgeving soort="verdrag"><intitule>Convention on Wells</intitule>
<verdrag><verdragtekst>
<aanhef><preambule><al>The Contracting Parties,</al><al>Have agreed as follows:</al></preambule></aanhef>
<hoofdstuk><kop><label>Chapter</label> <nr>I</nr> <titel>Wells</titel></kop>
<artikel><kop><label>Article</label> <nr>1</nr><titel>Scope</titel></kop>
 <lid><lidnr>1</lidnr><al>This Convention applies to:</al><lijst><li><li.nr>a)</li.nr><al>wells;</al></li><li><li.nr>b)</li.nr><al>springs, namely:</al><lijst><li><li.nr>i)</li.nr><al>hot ones;</al></li></lijst></li></lijst></lid>
 <lid><lidnr>2</lidnr><al>It does not apply to what article 2, paragraph 1, excludes.</al></lid></artikel>
<artikel><kop><label>Article</label> <nr>2</nr></kop><lid><lidnr>1.</lidnr><al>Ponds are excluded.</al></lid></artikel></hoofdstuk>
</verdragtekst></verdrag>
<bijlage><kop><label>Annex</label> <nr>II</nr><titel>Ropes</titel></kop><al>Ropes are of hemp.</al></bijlage>
</wetgeving></toestand>)xml");
  EXPECT_EQ(document.format, "bwb");
  EXPECT_EQ(document.title, "Convention on Wells");
  EXPECT_THAT(eids_of(document), ElementsAre("preamble", "chp_I", "art_1", "art_1__para_1", "art_1__para_1__point_a",
                                             "art_1__para_1__point_b", "art_1__para_1__point_b__point_i",
                                             "art_1__para_2", "art_2", "art_2__para_1", "annex_II"));
  EXPECT_THAT(references_of(document), ElementsAre("art_1__para_2 -refers_to-> art_2__para_1"));
}

TEST_F(UnitsXml, reads_what_elements_are_called_where_the_format_is_not_known) {
  const auto document = read(
      R"xml(<convention lang="en"><meta><x>y</x></meta><name>Pact on Wells</name><Preamble><p>The Parties agree:</p></Preamble>
<Chapter number="I"><Heading>Wells</Heading>
<Article number="1"><Heading>Scope</Heading><Paragraph number="1"><Text>This Pact applies to <b>wells</b>.</Text></Paragraph><Paragraph number="2"><Text>It does not apply to:</Text><Item number="a"><Text>ponds;</Text></Item><Item number="b"><Text>lakes, subject to article 2.</Text></Item></Paragraph></Article>
<Article number="2"><Heading>End</Heading><Text>This Pact ends.</Text></Article></Chapter></convention>)xml");
  EXPECT_EQ(document.format, "xml");
  EXPECT_THAT(document.notices, Contains(HasSubstr("root element is convention")));
  EXPECT_THAT(eids_of(document), ElementsAre("preamble", "chp_I", "art_1", "art_1__para_1", "art_1__para_2",
                                             "art_1__para_2__point_a", "art_1__para_2__point_b", "art_2"));
  EXPECT_EQ(words_of(document, "art_1__para_1"), "1. This Pact applies to wells.");
  EXPECT_THAT(references_of(document), ElementsAre("art_1__para_2__point_b -subject_to-> art_2"));
}

/// A resolution has operative paragraphs and no articles.
TEST_F(UnitsXml, reads_statements_of_akoma_ntoso) {
  const auto document = read(
      R"xml(<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><statement name="resolution"><meta><identification source="#s"><FRBRWork><FRBRthis value="/akn/un/statement/r/1"/><FRBRuri value="x"/><FRBRdate date="2019-12-01" name="g"/><FRBRauthor href="#"/><FRBRcountry value="un"/></FRBRWork></identification></meta>
<preface><p><docNumber>A/RES/1</docNumber> <docTitle>Wells of the world</docTitle></p></preface>
<preamble><formula name="f"><p>The General Assembly,</p></formula><container name="preamblePara"><p>Recalling its resolutions on wells,</p></container></preamble>
<mainBody><paragraph><num>1.</num><content><p>Calls upon States to keep wells;</p></content></paragraph>
<paragraph><num>2.</num><intro><p>Requests the Secretary-General:</p></intro><subparagraph><num>(a)</num><content><p>To report on paragraph 1 above;</p></content></subparagraph><subparagraph><num>(b)</num><content><p>To measure wells.</p></content></subparagraph></paragraph></mainBody></statement></akomaNtoso>)xml");
  EXPECT_EQ(document.format, "akn");
  EXPECT_THAT(eids_of(document),
              ElementsAre("preamble", "body", "para_1", "para_2", "para_2__point_a", "para_2__point_b"));
  EXPECT_THAT(references_of(document), ElementsAre("para_2__point_a -refers_to-> para_1"));
}

TEST_F(UnitsXml, knows_containers_of_akoma_ntoso_by_their_names) {
  const auto document = read(
      R"xml(<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><doc name="regulations"><meta/><preface><p><docTitle>Regulations on Wells</docTitle></p></preface>
<mainBody><hcontainer name="chapter"><num>Chapter 1</num><heading>Wells</heading><hcontainer name="regulation"><num>Regulation 1</num><heading>Scope</heading><hcontainer name="paragraph"><num>1</num><content><p>These Regulations apply to wells.</p></content></hcontainer></hcontainer>
<hcontainer name="regulation"><num>Regulation 2</num><content><p>Regulation 1 applies to springs.</p></content></hcontainer></hcontainer></mainBody></doc></akomaNtoso>)xml");
  EXPECT_THAT(eids_of(document), ElementsAre("chp_1", "regulation_1", "regulation_1__para_1", "regulation_2"));
  EXPECT_THAT(references_of(document), ElementsAre("regulation_2 -applies_to-> regulation_1"));
}

TEST_F(UnitsXml, reads_acts_of_the_united_states) {
  const auto document = read(R"xml(<lawDoc xmlns="http://xml.house.gov/schemas/uslm/1.0"><meta><x/></meta><main>
    <title><num value="I">TITLE I—</num><heading>Wells</heading>
      <section><num value="1">SEC. 1. </num><heading>Wells.</heading><chapeau>A keeper shall—</chapeau>
        <paragraph><num value="1">(1)</num><content>clean the well; and</content></paragraph>
        <paragraph><num value="2">(2)</num><content>measure it.</content></paragraph></section>
      <section><num value="2">SEC. 2. </num><heading>Reports.</heading>
        <subsection><num value="a">(a)</num><content>Reports are due under section 1.</content></subsection></section>
    </title></main></lawDoc>)xml");
  EXPECT_EQ(document.format, "uslm");
  EXPECT_THAT(eids_of(document), ElementsAre("title_I", "title_I__sec_1", "title_I__sec_1__point_1",
                                             "title_I__sec_1__point_2", "title_I__sec_2", "title_I__sec_2__para_a"));
}

TEST_F(UnitsXml, says_what_it_refuses_and_what_to_do) {
  EXPECT_THAT(
      refusal("<inventory><thing>a</thing></inventory>"),
      AllOf(HasSubstr("root element is inventory"), HasSubstr("known are akomaNtoso"), HasSubstr("save it as")));
  EXPECT_THAT(refusal("<LexML><Metadado/></LexML>"), HasSubstr("give the file that has the text"));
  EXPECT_THAT(refusal("<akomaNtoso><debate name='d'><meta/><debateBody><p>Article 1 is good.</p></debateBody></debate>"
                      "</akomaNtoso>"),
              HasSubstr("not a treaty (debate)"));
  EXPECT_THAT(refusal("<?xml version='1.0'?><rss><channel><title>Wells</title></channel></rss>"),
              HasSubstr("news feed"));
  EXPECT_THAT(refusal("<?xml version='1.0'?><pkg:package xmlns:pkg='x'><pkg:part/></pkg:package>"),
              HasSubstr("save it as .docx"));
}

}  // namespace
}  // namespace treatygraph::ingest
