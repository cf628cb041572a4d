// Pages of an invented depositary: XML, the web page as it is copied, and the text of its PDF.

#include "ingest/status/status_page.h"

#include <algorithm>

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "graph/vocabulary.h"
#include "ingest/status/status_records.h"

namespace treatygraph::ingest {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

std::vector<std::string> acts_of(const StatusPage& page) {
  std::vector<std::string> acts;
  for (const auto& act : page.acts) acts.push_back(fmt::format("{} {} {}", act.participant.key, act.action, act.date));
  return acts;
}

std::vector<std::string> utterances_of(const StatusPage& page) {
  std::vector<std::string> lines;
  for (const auto& said : page.utterances) {
    lines.push_back(fmt::format("{} {} {}: {}", said.participant.key, said.kind, said.date, said.text));
  }
  return lines;
}

constexpr std::string_view kXml = R"(<?xml version="1.0" encoding="UTF-8"?>
<Root><Treaty>
<Header><Chapter><Name>Lakes</Name></Chapter>
<ExternalData><Titlesect>7 . Convention on the Protection of Lakes&lt;superscript&gt;1&lt;/superscript&gt;</Titlesect>
<Conclusion>Hanoi, 1 February 2001</Conclusion></ExternalData></Header>
<Participants><Table><TGroup><Thead><Row><Entry>Participant</Entry><Entry>Signature</Entry>
<Entry>Ratification, Acceptance(A), Approval(AA), Accession(a), Succession(d)</Entry></Row></Thead>
<Tbody><Rows>
<Row><Entry>Bolivia (Plurinational State of)</Entry><Entry>25 Oct	 2001 </Entry><Entry></Entry></Row>
<Row><Entry>[Burundi]&lt;superscript&gt;2&lt;/superscript&gt;</Entry><Entry>13 Jan	 2002 </Entry><Entry>[21 Sep	 2004]</Entry></Row>
<Row><Entry>European Union</Entry><Entry>25 Oct	 2001 </Entry><Entry> 3 Mar	 2003 AA</Entry></Row>
<Row><Entry>Montenegro&lt;superscript&gt;3,4&lt;/superscript&gt;</Entry><Entry></Entry><Entry>23 Oct	 2006 d</Entry></Row>
<Row><Entry>Japan</Entry><Entry></Entry><Entry>17 Jul	 2007 a</Entry></Row>
<Row><Entry>Türkiye</Entry><Entry> 1 Nov	 2001 </Entry><Entry> 2 Dec	 2002 A</Entry></Row>
<Row><Entry>Viet Nam</Entry><Entry>25 Oct	 2001 </Entry><Entry>30 Feb	 2003 </Entry></Row>
<Row><Entry>Atlantis</Entry><Entry>25 Oct	 2001 </Entry><Entry></Entry></Row>
</Rows></Tbody></TGroup></Table></Participants>
<Declarations><Title>(Unless otherwise indicated, they were made upon ratification.)</Title>
<Declaration><Participant>Japan</Participant><Text>&lt;p&gt;Japan &lt;i&gt;reserves&lt;/i&gt; the right not to apply article 5, paragraph 2, of the Convention.&lt;/p&gt;</Text></Declaration>
<Declaration><Participant>Türkiye</Participant><Text>Upon signature:</Text><Text>Lakes are beautiful.</Text></Declaration></Declarations>
<Objections><Objection><Participant>Viet Nam</Participant><Text>Viet Nam objects to the reservation of Japan to article 5.</Text></Objection></Objections>
<EndNotes><Note>1. The title was corrected.</Note><Note>2. On 27 October 2016, the Government notified its decision to withdraw.</Note></EndNotes>
</Treaty></Root>)";

TEST(StatusPage, is_read_from_xml) {
  ASSERT_TRUE(is_status_page(kXml));
  const auto page = read_status_page(kXml, "lakes.xml");
  ASSERT_TRUE(page) << page.error().detail;
  EXPECT_EQ(page->title, "Convention on the Protection of Lakes");
  EXPECT_THAT(acts_of(*page), ElementsAre("state:BOL signature 2001-10-25", "state:BDI signature 2002-01-13",
                                          "state:BDI ratification 2004-09-21", "state:BDI withdrawal 2016-10-27",
                                          "org:european-union signature 2001-10-25",
                                          "org:european-union approval 2003-03-03", "state:MNE succession 2006-10-23",
                                          "state:JPN accession 2007-07-17", "state:TUR signature 2001-11-01",
                                          "state:TUR acceptance 2002-12-02", "state:VNM signature 2001-10-25"));
  EXPECT_THAT(page->warnings,
              ElementsAre(HasSubstr("lakes.xml:15: \"30 Feb 2003\" is not a day"),
                          HasSubstr("lakes.xml:16: \"Atlantis\" is not a known State or organisation")));
  EXPECT_THAT(
      utterances_of(*page),
      ElementsAre("state:JPN reservation 2007-07-17: Japan reserves the right not to apply article 5, paragraph "
                  "2, of the Convention.",
                  "state:TUR declaration 2001-11-01: Lakes are beautiful.",
                  "state:VNM objection 2001-10-25: Viet Nam objects to the reservation of Japan to article 5."));
}

constexpr std::string_view kWebPage =
    "CHAPTER XXX\n"
    "LAKES\n"
    "7. Convention on the Protection of Lakes\n"
    "Hanoi, 1 February 2001\n"
    "Status\t:\tSignatories : 3. Parties : 3\n"
    "Participant\tSignature\tRatification, Accession(a)\n"
    "Germany 1, 2\t25 Oct 2001\t 3 Mar 2003 \n"
    "Iran (Islamic Republic of)\t25 Oct 2001\t \n"
    "Netherlands (Kingdom of the)\t\t 4 Apr 2004 a\n"
    "Republic of Korea\t \t 5 May 2005 \n"
    "Declarations and Reservations\n"
    "(Unless otherwise indicated, the declarations and reservations were made upon ratification or accession.)\n"
    "Germany\n"
    "Reservation:\n"
    "“Germany does not consider itself bound by articles 3 to 5.”\n"
    "Declaration made in respect of article 2:\n"
    "Germany understands article 2 of the Convention as covering ponds.\n"
    "It does so under article 12 of the Charter of the United Nations.\n"
    "Netherlands (Kingdom of the)\n"
    "6 June 2006\n"
    "The Kingdom keeps its lakes.\n"
    "Objections\n"
    "(Unless otherwise indicated, the objections were made upon ratification or accession.)\n"
    "Republic of Korea\n"
    "It objects.\n"
    "End Note\n"
    "1. A note about France\n"
    "France\n";

TEST(StatusPage, is_read_from_the_text_of_the_web_page) {
  ASSERT_TRUE(is_status_page(kWebPage));
  const auto page = read_status_page(kWebPage, "lakes.txt");
  ASSERT_TRUE(page) << page.error().detail;
  EXPECT_EQ(page->title, "Convention on the Protection of Lakes");
  EXPECT_THAT(page->warnings, IsEmpty());
  EXPECT_THAT(acts_of(*page), ElementsAre("state:DEU signature 2001-10-25", "state:DEU ratification 2003-03-03",
                                          "state:IRN signature 2001-10-25", "state:NLD accession 2004-04-04",
                                          "state:KOR ratification 2005-05-05"));
  EXPECT_THAT(
      utterances_of(*page),
      ElementsAre("state:DEU reservation 2003-03-03: “Germany does not consider itself bound by articles 3 to 5.”",
                  "state:DEU declaration 2003-03-03: Germany understands article 2 of the Convention as covering "
                  "ponds.\nIt does so under article 12 of the Charter of the United Nations.",
                  "state:NLD declaration 2006-06-06: The Kingdom keeps its lakes.",
                  "state:KOR objection 2005-05-05: It objects."));
}

TEST(StatusPage, is_read_from_the_text_of_its_pdf) {
  const auto page = read_status_page(
      "Convention on the Protection of Lakes\n\n"
      "Participant Signature Ratification, Acceptance(A), Accession(a)\n"
      "Afghanistan............ 25 Oct 2001\n"
      "Albania ............... 26 Oct 2001 3 Mar 2003 A\n"
      "United Kingdom of Great Britain and\n"
      "Northern Ireland ...... 4 Apr 2004 a\n",
      "lakes.pdf");
  ASSERT_TRUE(page) << page.error().detail;
  EXPECT_THAT(acts_of(*page), ElementsAre("state:AFG signature 2001-10-25", "state:ALB signature 2001-10-26",
                                          "state:ALB acceptance 2003-03-03", "state:GBR accession 2004-04-04"));
}

std::vector<std::string> lines_of(const SourceRecords& source) {
  std::vector<std::string> lines;
  for (const auto& r : source.records.relationships) lines.push_back(fmt::format("{} {} {}", r.from, r.type, r.to));
  return lines;
}

TEST(StatusPage, becomes_acts_reservations_and_declarations) {
  const auto page = read_status_page(kWebPage, "lakes.txt");
  ASSERT_TRUE(page);
  const auto records = records_of(*page, "lakes");
  EXPECT_THAT(
      lines_of(records),
      ElementsAre("state:DEU SIGNED treaty:lakes", "state:DEU RATIFIED treaty:lakes", "state:IRN SIGNED treaty:lakes",
                  "state:NLD ACCEDED treaty:lakes", "state:KOR RATIFIED treaty:lakes", "state:DEU RESERVED lakes:art_3",
                  "state:DEU RESERVED lakes:art_4", "state:DEU RESERVED lakes:art_5", "state:DEU DECLARED lakes:art_2",
                  "state:NLD DECLARED treaty:lakes", "state:KOR DECLARED treaty:lakes"))
      << "article 12 is the Charter's";
  const auto& reservation = records.records.relationships[5];
  EXPECT_EQ(std::get<std::string>(find_property(reservation.properties, "quote")->value), "articles 3 to 5");
  EXPECT_EQ(std::get<std::string>(find_property(reservation.properties, "date")->value), "2003-03-03");
  EXPECT_EQ(std::get<std::int64_t>(find_property(reservation.properties, "start")->value), 43);
  EXPECT_EQ(std::get<std::int64_t>(find_property(reservation.properties, "end")->value), 58);
}

TEST(StatusPage, takes_the_place_of_what_a_dataset_recalls) {
  const auto page = read_status_page(kWebPage, "lakes.txt");
  SourceRecords dataset;
  const auto act = [&](std::string type, std::string from, std::string date) {
    dataset.records.relationships.push_back({std::move(type), std::move(from), "treaty:lakes", {{"date", date}}});
  };
  act("SIGNED", "state:DEU", "2001-10-25");
  act("SIGNED", "state:IRN", "2001-10-26");
  act("SIGNED", "state:FRA", "2001-10-25");
  const auto differ = give_way_to_page(dataset, records_of(*page, "lakes"));
  EXPECT_THAT(differ, ElementsAre("state:IRN SIGNED treaty:lakes: 2001-10-26 in the dataset, 2001-10-25 on the page"));
  EXPECT_THAT(lines_of(dataset), ElementsAre("state:FRA SIGNED treaty:lakes"));
}

TEST(StatusPage, says_what_is_wrong) {
  EXPECT_FALSE(is_status_page("TREATY ON LAKES\n\nArticle 1\nEach participant signs.\n"));
  EXPECT_THAT(read_status_page("<Treaty><Participants></Treaty>", "a.xml").error().detail, HasSubstr("line 1"));
  EXPECT_THAT(read_status_page("<Treaty><Participants/></Treaty>", "a.xml").error().detail, HasSubstr("no rows"));
}

TEST(ParticipantNames, are_those_of_the_united_nations_and_their_common_variants) {
  const auto key = [](std::string_view name) {
    const auto found = participant_named(name);
    return found ? found->key : std::string();
  };
  EXPECT_EQ(key("Viet Nam"), "state:VNM");
  EXPECT_EQ(key("Vietnam"), "state:VNM");
  EXPECT_EQ(key("TÜRKIYE"), "state:TUR");
  EXPECT_EQ(key("Turkey"), "state:TUR");
  EXPECT_EQ(key("the United Kingdom"), "state:GBR");
  EXPECT_EQ(key("Cote d’Ivoire"), "state:CIV");
  EXPECT_EQ(key("Gambia (Republic of The)"), "state:GMB");
  EXPECT_EQ(key("Democratic People's Republic of Korea"), "state:PRK");
  EXPECT_EQ(key("Holy See"), "state:VAT");
  EXPECT_EQ(key("State of Palestine"), "state:PSE");
  EXPECT_EQ(key("Cook Islands"), "state:COK");
  EXPECT_EQ(key("European Union"), "org:european-union");
  EXPECT_EQ(key("Atlantis"), "");
  EXPECT_EQ(nearest_participant("Andora"), "Andorra");
}

}  // namespace
}  // namespace treatygraph::ingest
