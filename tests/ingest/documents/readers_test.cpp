// One treaty of lakes in every format that is read: the same provisions come out.

#include <chrono>
#include <filesystem>
#include <fstream>
#include <optional>
#include <thread>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <sys/mman.h>

#include "ingest/documents/limited_child.h"
#include "ingest/documents/pdf_text.h"
#include "ingest/documents/read_document.h"
#include "ingest/documents/treaty_json_text.h"
#include "ingest/documents/xml_text.h"
#include "tests/ingest/formats/written_document.h"
#include "tests/support/sanitizer.h"
#include "tests/support/temporary_folder.h"

namespace treatygraph::ingest {
namespace {

using testing::eids_of;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

/// A PDF with a line of text at each place; each page has a running header and its number.
std::string pdf_of(const std::vector<std::vector<std::string>>& pages) {
  std::string pdf = "%PDF-1.4\n";
  std::vector<std::size_t> offsets;
  const auto object = [&](const std::string& body) {
    offsets.push_back(pdf.size());
    pdf += fmt::format("{} 0 obj\n{}\nendobj\n", offsets.size(), body);
  };
  std::string kids;
  for (std::size_t i = 0; i < pages.size(); ++i) kids += fmt::format("{} 0 R ", 4 + 2 * i);
  object("<< /Type /Catalog /Pages 2 0 R >>");
  object(fmt::format("<< /Type /Pages /Kids [{}] /Count {} >>", kids, pages.size()));
  object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
  for (std::size_t i = 0; i < pages.size(); ++i) {
    std::string text = "BT /F1 11 Tf 14 TL 72 780 Td (Lakes and Rivers Treaty Series) Tj T* T* ";
    for (const auto& line : pages[i]) text += fmt::format("({}) Tj T* ", line);
    text += fmt::format("ET BT /F1 11 Tf 300 30 Td ({}) Tj ET", i + 1);
    object(
        fmt::format("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> "
                    "/Contents {} 0 R >>",
                    5 + 2 * i));
    object(fmt::format("<< /Length {} >>\nstream\n{}\nendstream", text.size(), text));
  }
  const auto table = pdf.size();
  pdf += fmt::format("xref\n0 {}\n0000000000 65535 f \n", offsets.size() + 1);
  for (const auto offset : offsets) pdf += fmt::format("{:010} 00000 n \n", offset);
  return pdf + fmt::format("trailer << /Size {} /Root 1 0 R >>\nstartxref\n{}\n%%EOF\n", offsets.size() + 1, table);
}

const std::vector<std::vector<std::string>> kPages = {
    {"Treaty on Lakes", "", "PREAMBLE . . . . . . . . . . 1", "Article 1. Scope . . . . . . . . 1",
     "Article 2. Duties . . . . . . . . 2", "Article 3. Dredging . . . . . . . 2",
     "Article 4. Review . . . . . . . . 3", "", "The Parties have agreed as follows:", "", "Article 1", "Scope",
     "1. This Treaty applies to lakes.", "2. It does not apply to the waters that are referred to in"},
    {"article 3 and to no other.", "", "Article 2", "Duties", "Each Party shall:", "(a) protect lakes;",
     "(b) report on them; and"},
    {"(c) dredge them.", "", "Article 3", "Dredging", "Subject to article 2, a Party may dredge."}};

class Readers : public ::testing::Test {
 protected:
  Result<Document> read(const std::string& name, const std::string& bytes) {
    const auto path = folder_ / name;
    std::ofstream(path, std::ios::binary) << bytes;
    return read_document(path);
  }
  testing::TemporaryFolder folder_;
};

TEST_F(Readers, take_from_a_pdf_what_is_the_treatys) {
  const auto document = read("lakes.pdf", pdf_of(kPages));
  ASSERT_TRUE(document) << document.error().detail;
  EXPECT_EQ(document->format, "pdf");
  EXPECT_THAT(eids_of(*document), ElementsAre("preamble", "art_1", "art_1__para_1", "art_1__para_2", "art_2",
                                              "art_2__point_a", "art_2__point_b", "art_2__point_c", "art_3"));
  EXPECT_THAT(document->text, HasSubstr("referred to in\narticle 3")) << "a sentence goes on over the end of a page";
  EXPECT_THAT(document->text, Not(HasSubstr("Treaty Series")));
  EXPECT_THAT(document->text, Not(HasSubstr(". . .")));
}

TEST_F(Readers, end_a_title_where_the_preamble_begins) {
  const auto document =
      read("lakes.txt",
           "Treaty on Lakes\nPREAMBLE\nThe States Parties to this Treaty,\n\nHave agreed as follows:\n\n"
           "Article 1\nScope\n\nThis Treaty applies to lakes.\n");
  ASSERT_TRUE(document) << document.error().detail;
  EXPECT_EQ(document->title, "Treaty on Lakes");
}

TEST_F(Readers, end_a_title_after_its_last_word_even_if_the_parties_are_named_below) {
  for (const auto* title : {"CONVENTION ON THE LAKES", "Treaty on the Lakes of the North", "CONVENTION SUR LES LACS",
                            "TRAITÉ SUR LES LACS", "CONVENIO SOBRE LOS LAGOS"}) {
    const bool is_french = std::string_view(title).find(" LES ") != std::string_view::npos;
    const bool is_spanish = std::string_view(title).starts_with("CONVENIO");
    const auto* words = is_french    ? "Les Parties contractantes sont convenues de ce qui suit:\n\nArticle premier\n\n"
                                       "Les lacs des Parties sont ouverts.\n\nArticle 2\n\nLes lacs sont profonds.\n"
                        : is_spanish ? "Las Partes contratantes han convenido lo siguiente:\n\nArtículo 1\n\n"
                                       "Los lagos de las Partes son libres.\n\nArtículo 2\n\nLos lagos son hondos.\n"
                                     : "The Parties to this Convention have agreed as follows:\n\nArticle 1\n\n"
                                       "The lakes of the Parties are open.\n\nArticle 2\n\nThe lakes are deep.\n";
    const auto document = read("lakes.txt", fmt::format("{}\n\n{}", title, words));
    ASSERT_TRUE(document) << document.error().detail;
    EXPECT_EQ(document->title, title);
    EXPECT_EQ(document->structure.front().eid.to_string(), "preamble");
  }
}

TEST_F(Readers, say_that_a_text_without_numbers_is_one_block) {
  const auto document = read("ferry.txt",
                             "DECLARATION ON FERRIES\n\nThe Parties shall share the ferry between their shores, by day "
                             "and by night, in all weather.\n\nThey shall share its costs, and what it earns.\n");
  ASSERT_TRUE(document) << document.error().detail;
  EXPECT_THAT(document->notices, ElementsAre(HasSubstr("read as one block")));
}

TEST_F(Readers, survive_every_broken_pdf) {
  const auto pdf = pdf_of(kPages);
  for (std::size_t length = 5; length < pdf.size(); length += 97) {
    const auto document = read("broken.pdf", pdf.substr(0, length));
    const auto why = document ? "broken.pdf" : document.error().detail;
    EXPECT_THAT(why, HasSubstr("broken.pdf"));
  }
  for (std::size_t at = 9; at + 4 < pdf.size(); at += 61) {
    auto damaged = pdf;
    damaged.replace(at, 4, "\xFF(<<");
    (void)read("damaged.pdf", damaged);
  }
  EXPECT_THAT(read("none.pdf", "%PDF-1.7 and then nothing").error().detail, HasSubstr("damaged"));
}

TEST_F(Readers, say_that_a_pdf_without_pages_has_no_text) {
  const auto read = pdf_text(pdf_of({}));
  ASSERT_FALSE(read);
  EXPECT_FALSE(read.error().detail.empty());
}

TEST_F(Readers, read_akoma_ntoso) {
  const auto document =
      read("lakes.xml", R"(<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act name="treaty">
    <preface><p><docTitle>Treaty on Lakes</docTitle></p></preface>
    <body><chapter eId="chp_I"><num>CHAPTER I</num><heading>Lakes</heading>
      <article eId="art_1"><num>Article 1</num><heading>Scope</heading>
        <paragraph><num>1.</num><content><p>This Treaty applies to <b>lakes</b>.<authorialNote><p>Not to seas.</p></authorialNote></p></content></paragraph>
        <paragraph><num>2.</num><list><intro><p>It covers:</p></intro>
          <point><num>(a)</num><content><p>shores, subject to article 2;</p></content></point></list></paragraph>
      </article>
      <article><num>2</num><content><p>Each Party protects lakes.</p></content></article></chapter></body></act></akomaNtoso>)");
  ASSERT_TRUE(document) << document.error().detail;
  EXPECT_EQ(document->title, "Treaty on Lakes");
  EXPECT_THAT(eids_of(*document),
              ElementsAre("chp_I", "art_1", "art_1__para_1", "art_1__para_2", "art_1__para_2__point_a", "art_2"));
  EXPECT_EQ(document->structure[1].heading, "Scope");
  EXPECT_THAT(document->text, Not(HasSubstr("seas"))) << "a footnote is not the treaty's";
}

TEST_F(Readers, read_the_divisions_of_statements) {
  const auto document =
      read("statement.xml", R"(<akomaNtoso xmlns="http://www.akomantoso.org/2.0"><statement name="resolution"><mainBody>
    <division id="d1"><num>A.</num><heading>Lakes</heading>
      <paragraph><num>1.</num><content><p>Welcomes the lakes;</p></content></paragraph>
      <paragraph><num>2.</num><content><p>Recalls the ponds.</p></content></paragraph></division>
    <division id="d2"><num>B.</num><heading>Seas</heading>
      <paragraph><num>3.</num><content><p>Regrets the seas.</p></content></paragraph></division>
    </mainBody></statement></akomaNtoso>)");
  ASSERT_TRUE(document) << document.error().detail;
  EXPECT_THAT(eids_of(*document), ::testing::IsSupersetOf({"part_A", "part_A__para_1", "part_A__para_2", "part_B"}));
}

TEST_F(Readers, read_trade_agreements_whose_articles_count_by_chapter) {
  const auto document = read(
      "pta.xml", R"(<treaty><meta><name>Lakeland - Riverland</name><date_signed>2001-02-03</date_signed></meta><body>
    <chapter number="CHAPTER ONE" name="Boats"><article number="ARTICLE 1.1" name="Scope">1. Boats.  2. Also rafts, see Article 2.1.</article></chapter>
    <chapter number="CHAPTER 2" name="Nets"><article number="ARTÍCULO 2.1" name="Nets">Nets.</article><article>No number.</article></chapter>
    </body></treaty>)");
  ASSERT_TRUE(document) << document.error().detail;
  EXPECT_THAT(eids_of(*document),
              ElementsAre("chp_1", "art_1-1", "art_1-1__para_1", "art_1-1__para_2", "chp_2", "art_2-1"));
  EXPECT_EQ(*find_property(document->properties, "signed"), PropertyValue("2001-02-03"));
}

TEST_F(Readers, take_two_spaces_for_the_end_of_a_line_only_where_lines_have_no_ends_of_their_own) {
  std::string typed;
  for (int i = 1; i <= 30; ++i) typed += fmt::format("{}. A boat pays.  It pays once.\n\n", i);
  const auto with = [&](const std::string& first) {
    const auto document = read("pta.xml", fmt::format(R"(<treaty><meta><name>Lakeland - Riverland</name></meta><body>
    <chapter number="CHAPTER 1" name="Boats"><article number="ARTICLE 1.1" name="Scope">{}</article>
    <article number="ARTICLE 1.2" name="Scope">The owner shall:

(a) keep the boat; and

(b) tell of it.  The Party may ask
that the owner tell of:

(i) its wood; and

(ii) its age.</article></chapter></body></treaty>)",
                                                      first));
    EXPECT_TRUE(document) << document.error().detail;
    return eids_of(*document);
  };
  EXPECT_THAT(with(typed), ::testing::IsSupersetOf({"art_1-2__point_b__point_i", "art_1-2__point_b__point_ii"}));
  const std::string unbroken = "1. Boats pay.  2. Rafts pay:  (a) once;  (b) twice.  3. Nets do not.\nThey are free.";
  EXPECT_THAT(with(unbroken), ::testing::IsSupersetOf({"art_1-1__para_2__point_b", "art_1-1__para_3"}));
}

TEST_F(Readers, find_the_headings_that_tota_took_for_words) {
  const auto document = read("pta.xml", R"(<treaty><meta><name>Lakeland - Riverland</name></meta><body>
    <chapter number="TITLE I" name="Boats"><article number="ARTICLE 1.8" name="Scope">1. Boats, under Article 1.10.  2. Rafts. Article 1.9: Terms  A raft floats. Article 1.10  Costs are borne by all the Parties.  TITLE II FISH AND EELS</article></chapter>
    <chapter number="CHAPTER 2" name="Nets"><article number="ARTICLE 2.1" name="Nets">Nets, pursuant to  Article 2.2 and others.</article></chapter>
    </body></treaty>)");
  ASSERT_TRUE(document) << document.error().detail;
  EXPECT_THAT(eids_of(*document), ElementsAre("title_I", "art_1-8", "art_1-8__para_1", "art_1-8__para_2", "art_1-9",
                                              "art_1-10", "title_II", "chp_2", "art_2-1"));
  EXPECT_EQ(document->structure[4].heading, "Terms");
  EXPECT_EQ(document->structure[6].heading, "FISH AND EELS");
}

TEST_F(Readers, find_the_numbers_that_tota_printed_in_other_ways) {
  const auto document = read("pta.xml", R"(<treaty><meta><name>Lakeland - Riverland</name></meta><body>
    <chapter name="Preamble"><article>The Parties have agreed as follows: Article 1 Aims
1. Boats are free.</article></chapter>
    <chapter><article number="ARTICLE:2" name="Rafts">Rafts are free.Article 3: Nets  Nets are free.</article>
    <article number="ARTICLE" name="Eels">Eels are free.</article><article number="ARTICLE 5" name="Fish">Fish are free.</article></chapter>
    </body></treaty>)");
  ASSERT_TRUE(document) << document.error().detail;
  EXPECT_THAT(eids_of(*document), ::testing::IsSupersetOf({"art_1", "art_2", "art_3", "art_4", "art_5"}));
  const auto french = read("fr.xml", R"(<treaty><meta><name>Lac - Fleuve</name></meta><body><chapter>
    <article number="ARTICLE PREMIER" name="">The boats are free.</article><article number="ARTICLE 2" name="">The nets are not.</article></chapter>
    </body></treaty>)");
  ASSERT_TRUE(french) << french.error().detail;
  EXPECT_THAT(eids_of(*french), ElementsAre("art_1", "art_2"));
}

TEST_F(Readers, find_the_annexes_that_tota_took_for_words) {
  const auto document = read("pta.xml", R"(<treaty><meta><name>Lakeland - Riverland</name></meta><body>
    <chapter number="CHAPTER 2" name="Boats"><article number="ARTICLE 2.1" name="Scope">1. Boats, as listed in  Annex 2.1.  2. The rules of  Annex 2-B apply.
ANNEX 2.1:  LIST OF BOATS  For the purposes of this Chapter, boats are:  (a) canoes; and  (b) rafts.

Annex 2-B: Rules on Boats Section A – Canoes

1. A canoe floats.

Section B – Rafts

1. A raft floats.  CHAPTER 3 NETS</article></chapter>
    <chapter><article number="ARTICLE 3.1" name="Nets">The annexes are:
Annex 2.1: Boats
Annex 2-B: Rules
Annex IV: Nets</article><article number="ARTICLE 3.2" name="Costs">Nets are free.</article></chapter>
    </body></treaty>)");
  ASSERT_TRUE(document) << document.error().detail;
  EXPECT_THAT(eids_of(*document),
              ElementsAre("chp_2", "art_2-1", "art_2-1__para_1", "art_2-1__para_2", "annex_2-1", "annex_2-1__point_a",
                          "annex_2-1__point_b", "annex_2-B", "annex_2-B__sec_A", "annex_2-B__sec_A__para_1",
                          "annex_2-B__sec_B", "annex_2-B__sec_B__para_1", "chp_3", "art_3-1", "art_3-2"));
  EXPECT_EQ(document->structure[4].heading, "LIST OF BOATS");
  EXPECT_EQ(document->structure[7].heading, "Rules on Boats");
  EXPECT_EQ(document->structure[8].heading, "Canoes");
}

TEST_F(Readers, read_treaties_in_json) {
  const auto document =
      read("lakes.json", R"({"treaty_en": "Treaty on Lakes", "preamble_en": "The Parties,", "articles": [
    {"article": "1", "title_en": "Scope", "content_en": "1. Lakes.\n\n2. Ponds."}, {"article": "2", "title_en": "", "content_en": "Duties."}]})");
  ASSERT_TRUE(document) << document.error().detail;
  EXPECT_THAT(eids_of(*document), ElementsAre("preamble", "art_1", "art_1__para_1", "art_1__para_2", "art_2"));
  EXPECT_EQ(document->structure[1].heading, "Scope");
}

TEST_F(Readers, take_the_numbers_of_articles_from_the_json) {
  const auto document = read("lakes.json", R"({"treaty_en": "Treaty on Lakes", "preamble_en": "", "articles": [
    {"article": "八", "content_en": "Fish."}, {"article": "八之二", "content_en": "Eels."}, {"article": "第二百八十七條", "content_en": "Weeds."},
    {"article": "三一七", "content_en": "Reeds."}, {"article": 318, "content_en": "Sand."}, {"article": "Article 318 ter", "content_en": "Mud."},
    {"article": "?", "content_en": "Ice."}]})");
  ASSERT_TRUE(document) << document.error().detail;
  EXPECT_THAT(eids_of(*document),
              ElementsAre("art_8", "art_8bis", "art_287", "art_317", "art_318", "art_318ter", "art_7"));
}

TEST_F(Readers, part_in_json_by_letters_that_are_roman_numerals_as_well) {
  const auto document =
      read("ponds.json",
           R"({"treaty_en": "Treaty on Ponds", "preamble_en": "Have agreed as follows:Part A\nGeneral", "articles": [
    {"article": "1", "title_en": "Use", "content_en": "A pond may be used.Part B\nVisitors"},
    {"article": "2", "title_en": "Boats", "content_en": "A boat may be used.Part C\nFees"},
    {"article": "3", "title_en": "Coins", "content_en": "A coin is paid.Part D\nLast provisions"},
    {"article": "4", "title_en": "End", "content_en": "The Treaty ends."}]})");
  ASSERT_TRUE(document) << document.error().detail;
  EXPECT_THAT(eids_of(*document),
              ElementsAre("preamble", "part_A", "art_1", "part_B", "art_2", "part_C", "art_3", "part_D", "art_4"));
}

TEST_F(Readers, part_in_json_what_was_copied_without_its_line_ends) {
  const auto document =
      read("lakes.json",
           R"({"treaty_en": "Treaty on Lakes", "preamble_en": "Have agreed as follows:Chapter IGeneral", "articles": [
    {"article": "一", "title_en": "Use of the lakes,", "content_en": "of the ponds and of the pools\nA lake may be used if:(a)it is clean;(b)it is deep, and(c) new; or(e)it is cold.Chapter IIVisitors and boats"},
    {"article": "二", "title_en": "Terms", "content_en": "1. For the purposes of this Treaty(a) \"lake\" means water;(b) \"shore\" means the parent(s) of sand.\n2. Boats under paragraph 1(a) float."}]})");
  ASSERT_TRUE(document) << document.error().detail;
  EXPECT_THAT(eids_of(*document), ElementsAre("preamble", "chp_I", "art_1", "art_1__point_a", "art_1__point_b",
                                              "art_1__point_c", "art_1__point_e", "chp_II", "art_2", "art_2__para_1",
                                              "art_2__para_1__point_a", "art_2__para_1__point_b", "art_2__para_2"));
  EXPECT_EQ(document->structure[2].heading, "Use of the lakes, of the ponds and of the pools");
  EXPECT_EQ(document->structure[7].heading, "Visitors and boats");
}

TEST_F(Readers, name_the_place_where_a_format_is_broken) {
  EXPECT_THAT(read("a.xml", "<akomaNtoso>\n<act>\n</akomaNtoso>").error().detail,
              HasSubstr("a.xml: line 3, column 1: is not well-formed XML: the element <act> of line 2, column 1 is not "
                        "closed before </akomaNtoso>"));
  EXPECT_THAT(read("a.xml", "<lakes/>").error().detail, HasSubstr("root element is lakes"));
  EXPECT_THAT(read("a.json", "{\"articles\": [}").error().detail, HasSubstr("is not JSON"));
  EXPECT_THAT(read("a.json", "{\"law\": 1}").error().detail, HasSubstr("\"articles\""));
  std::string deep = "<akomaNtoso><act>";
  for (int i = 0; i < 20000; ++i) deep += "<article>";
  for (int i = 0; i < 20000; ++i) deep += "</article>";
  (void)read("deep.xml", deep + "</act></akomaNtoso>");
  const auto* const bomb =
      R"(<!DOCTYPE a [<!ENTITY x "xxxxxxxxxx"><!ENTITY y "&x;&x;&x;&x;">]><akomaNtoso><act><article><num>1</num><p>&y;</p></article></act></akomaNtoso>)";
  const auto document = read("bomb.xml", bomb);
  EXPECT_THAT(document ? document->text : std::string(), Not(HasSubstr("xxxxxxxxxx")));
}

TEST(LimitedChild, brings_back_what_was_made_or_why_not) {
  EXPECT_EQ(in_limited_child({}, [] { return Result<std::string>("made"); }).value(), "made");
  EXPECT_EQ(in_limited_child({}, []() -> Result<std::string> { return fail(ErrorCode::InvalidArgument, "no"); })
                .error()
                .detail,
            "no");
}

TEST(LimitedChild, outlives_a_crash_a_hog_and_a_loop) {
  EXPECT_THAT(in_limited_child({}, []() -> Result<std::string> { std::abort(); }).error().detail, HasSubstr("crashed"));
  ChildLimits limits;
  limits.time = std::chrono::seconds(1);
  const auto looped = in_limited_child(limits, []() -> Result<std::string> {
    for (volatile bool goes_on = true; goes_on;) {  // NOLINT(misc-const-correctness): the loop must be kept
    }
    return std::string();
  });
  EXPECT_THAT(looped.error().detail, HasSubstr("more than 1 s"));
  if (testing::kIsSanitized) return;  // which reserves more addresses than any limit leaves
  limits.memory_bytes = std::size_t{512} << 20;
  const auto hog =
      in_limited_child(limits, []() -> Result<std::string> { return std::string(std::size_t{1} << 30, 'x'); });
  EXPECT_THAT(hog.error().detail, HasSubstr("more than 512 MiB"));
}

TEST(LimitedChild, has_memory_beyond_what_its_parent_holds) {
  constexpr std::size_t kHeld = std::size_t{3} << 30;
  auto* held = mmap(nullptr, kHeld, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  ASSERT_NE(held, MAP_FAILED);
  ChildLimits limits;
  limits.memory_bytes = std::size_t{64} << 20;
  const auto made = in_limited_child(limits, [] { return Result<std::string>(std::string(8U << 20, 'x')); });
  EXPECT_TRUE(made) << made.error().detail;
  munmap(held, kHeld);
}

/// Each waits for the other's file.
TEST(LimitedChildren, work_at_the_same_time_and_come_back_in_order) {
  if (std::thread::hardware_concurrency() < 2) GTEST_SKIP() << "there is one core";
  const testing::TemporaryFolder folder;
  const auto meet = [&](std::size_t self) -> Result<std::string> {
    std::ofstream(folder / std::to_string(self)).close();
    for (int i = 0; i < 1'000; ++i) {
      if (std::filesystem::exists(folder / std::to_string(1 - self))) return "met " + std::to_string(self);
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return fail(ErrorCode::NotFound, "alone");
  };
  const auto results = in_limited_children(3, [&](std::size_t i) -> std::optional<LimitedWork> {
    if (i == 1) return std::nullopt;
    return LimitedWork{{}, [&meet, i] { return meet(i / 2); }};
  });
  ASSERT_EQ(results.size(), 3U);
  EXPECT_EQ(results[0].value().value(), "met 0");
  EXPECT_FALSE(results[1]);
  EXPECT_EQ(results[2].value().value(), "met 1");
}

}  // namespace
}  // namespace treatygraph::ingest
