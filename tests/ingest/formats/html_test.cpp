// Treaties on web pages: what a reader of the page sees is read, and what the page adds is not.

#include <gmock/gmock.h>

#include "tests/ingest/formats/written_document.h"

namespace treatygraph::ingest {
namespace {

using ::testing::Contains;
using testing::eids_of;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsSupersetOf;
using ::testing::Not;
using testing::references_of;
using testing::words_of;

class Html : public ::testing::Test {
 protected:
  Document page(const std::string& body) {
    auto document = written_.read("page", "<!DOCTYPE html>\n<html><head><title>A site</title></head><body>" + body);
    EXPECT_TRUE(document) << document.error().detail;
    return document ? *std::move(document) : Document();
  }
  testing::WrittenDocument written_;
};

TEST_F(Html, is_known_by_its_content_whatever_its_name) {
  for (const auto* const text :
       {"<!doctype HTML><p>Article 1<p>Lakes.", "<html><body><p>Article 1</p><p>Lakes.</p></body></html>",
        "<?xml version=\"1.0\"?>\n<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0//EN\" \"x\">\n<html><body><p>Article "
        "1</p><p>Lakes.</p></body></html>",
        "<!-- saved -->\n<div><p>Article 1</p><p>Lakes.</p></div>", "<h1>Pact</h1><h2>Article 1</h2><p>Lakes.</p>"}) {
    const auto document = written_.read("lakes.txt", text);
    ASSERT_TRUE(document) << document.error().detail;
    EXPECT_EQ(document->format, "html");
    EXPECT_THAT(eids_of(*document), Contains("art_1")) << text;
  }
}

TEST_F(Html, is_known_however_long_it_is) {
  for (int shift = 0; shift < 3; ++shift) {
    std::string page =
        "<!DOCTYPE html><html><body><p>Article 1</p><p>" + std::string(static_cast<std::size_t>(shift), 'x');
    for (int i = 0; i < 3'000; ++i) page += "é ";
    const auto document = written_.read("page", page);
    ASSERT_TRUE(document) << document.error().detail;
    EXPECT_EQ(document->format, "html") << "a look at the first bytes may end within a letter";
  }
}

/// Letters up to (n): an l is a letter after a k, and a 1 where a converter made a list of "l.".
TEST_F(Html, letters_its_lists_as_treaties_do) {
  std::string items;
  for (char letter = 'a'; letter <= 'n'; ++letter) items += "<li><p>duty of lakes;</p></li>";
  const auto document = page("<h2>Article 1</h2><p>The Council has:</p><ol type='a'>" + items +
                             "</ol><h2>Article 2</h2><ol start='12' type='a'><li>It meets.</li></ol>"
                             "<ol start='2'><li>It talks.</li><li>It ends.</li></ol>");
  EXPECT_THAT(eids_of(document), IsSupersetOf({"art_1__point_k", "art_1__point_l", "art_1__point_n", "art_2__para_1",
                                               "art_2__para_2", "art_2__para_3"}));
}

/// "2. (a) ..." has two marks on one line; a list can number only one of them.
TEST_F(Html, knows_a_mark_within_an_item_from_the_mark_of_an_item) {
  const auto document = page(R"(<h2>Article 1</h2>
    <ol><li><p>(a) A Party may leave.</p><ol start="2" type="a"><li>It shall say why.</li><li>It shall pay.</li></ol></li>
        <li><p>The Council shall meet.</p></li>
        <li><p>(a) It shall vote.</p><ol start="2" type="a"><li>It shall count.</li></ol></li></ol>
    <h2>Article 2</h2>
    <ol><li><span>(a)</span> lakes;</li><li><p>(b)</p><p>rivers.</p></li></ol>)");
  EXPECT_THAT(eids_of(document),
              ElementsAre("art_1", "art_1__para_1", "art_1__para_1__point_a", "art_1__para_1__point_b",
                          "art_1__para_1__point_c", "art_1__para_2", "art_1__para_3", "art_1__para_3__point_a",
                          "art_1__para_3__point_b", "art_2", "art_2__point_a", "art_2__point_b"));
}

TEST_F(Html, counts_numbers_within_numbers) {
  const auto document = page(R"(<h2>Article 1</h2>
    <ol><li>In this Pact:<ol><li>"lake" means water;</li><li>"sea" means more water.</li></ol></li>
        <li>It applies to lakes.</li></ol>)");
  EXPECT_THAT(eids_of(document), ElementsAre("art_1", "art_1__para_1", "art_1__para_1__point_1",
                                             "art_1__para_1__point_2", "art_1__para_2"));
}

TEST_F(Html, sets_marks_before_the_words_beside_them) {
  const auto document = page(R"(<h1>Pact on Lakes</h1>
    <p class="oj-ti-art">Article 1</p><p class="oj-sti-art">Scope</p>
    <p>1.&nbsp;&nbsp;&nbsp;Subject to Article&nbsp;2, this Pact applies to lakes.<br>It is open.</p>
    <p>2. Seas are no lakes.</p>
    <p class="oj-ti-art">Article 2</p>
    <p>Each Party shall:</p>
    <table><tr><td><p>(a)</p></td><td><p>keep its lakes clean;</p></td></tr>
           <tr><td>(b)</td><td>count them:
             <table><tr><td>(i)</td><td>by day;</td></tr><tr><td>(ii)</td><td>by night.</td></tr></table></td></tr></table>)");
  EXPECT_EQ(document.title, "Pact on Lakes");
  EXPECT_THAT(eids_of(document), ElementsAre("art_1", "art_1__para_1", "art_1__para_2", "art_2", "art_2__point_a",
                                             "art_2__point_b", "art_2__point_b__point_i", "art_2__point_b__point_ii"));
  EXPECT_EQ(document.structure[0].heading, "Scope");
  EXPECT_EQ(words_of(document, "art_1__para_1"), "1. Subject to Article 2, this Pact applies to lakes. It is open.");
  EXPECT_THAT(references_of(document), ElementsAre("art_1__para_1 -subject_to-> art_2"));
}

TEST_F(Html, numbers_lists_as_a_browser_does) {
  const auto document = page(R"(<h2>Article 1</h2><ol><li>Lakes are wet.</li>
      <li>A Party shall: <ol type="a" start="3"><li>dredge;</li><li>fish;</li><li value="7">swim.</li></ol></li></ol>
    <h2>Article 2</h2><ul><li>(a) one lake;</li><li>(b) two lakes.</li></ul>)");
  EXPECT_THAT(eids_of(document), Contains("art_1__para_2"));
  EXPECT_THAT(document.text, HasSubstr("1. Lakes are wet."));
  EXPECT_THAT(document.text, HasSubstr("(c) dredge;"));
  EXPECT_THAT(document.text, HasSubstr("(g) swim."));
  EXPECT_THAT(eids_of(document), Contains("art_2__point_b"));
  EXPECT_THAT(document.text, Not(HasSubstr("•"))) << "an item that has a mark of its own needs no bullet";
}

TEST_F(Html, leaves_out_what_the_site_adds_and_says_so) {
  const auto document = page(R"(<nav>Article 9 Home</nav><header>My organization</header>
    <div style="display: none">Article 8</div><script>var a = "Article 7";</script>
    <ul><li><a href="#1">Article 1</a></li><li><a href="#2">Article 2</a></li><li><a href="#3">Article 3</a></li></ul>
    <main><h1>Pact</h1><h2 id="1">Article 1</h2><p>Lakes <del>and seas</del> are free.</p></main>
    <footer>Cookies</footer>)");
  EXPECT_THAT(eids_of(document), ElementsAre("art_1"));
  EXPECT_EQ(words_of(document, "art_1"), "Article 1 Lakes are free.");
  EXPECT_THAT(document.notices, Contains(HasSubstr("struck out")));
}

TEST_F(Html, keeps_notes_out_of_sentences) {
  const auto document = page(R"(<h2>Article 1</h2>
    <p>A lake<a href="#fn1" id="ref1"><sup>1</sup></a> of 2 km<sup>2</sup> is large
       (<a id="ntc2" href="#ntr2"><span class="super">2</span></a>).</p>
    <section class="footnotes"><ol><li id="fn1">Or a pond. <a href="#ref1">back</a></li></ol></section>
    <p class="note"><a id="ntr2" href="#ntc2">(<span class="super">2</span>)</a> OJ L 1, p. 1.</p>)");
  EXPECT_EQ(words_of(document, "art_1"), "Article 1 A lake of 2 km² is large .");
  EXPECT_THAT(document.notices, Contains(HasSubstr("2 footnotes")));
}

TEST_F(Html, reads_tables_row_by_row) {
  const auto document = page(R"(<h2>Article 1</h2><p>The fees are:</p>
    <table><tr><th>Lake</th><th>Fee</th><th>Rule</th></tr><tr><td>Deep</td><td>2</td><td>Article 1</td></tr></table>
    <h2>Article 2</h2><p>Lakes.</p>)");
  EXPECT_THAT(document.text, HasSubstr("| Lake | Fee | Rule |\n| Deep | 2 | Article 1 |"));
  EXPECT_THAT(eids_of(document), ElementsAre("art_1", "art_2"));
}

TEST_F(Html, knows_the_encoding_that_a_page_declares) {
  const auto document = written_.read(
      "page.html",
      "<html><head><meta charset=\"windows-1252\"></head><body><p>Article 1</p><p>The caf\xE9 \x93lake\x94.</p>");
  ASSERT_TRUE(document) << document.error().detail;
  EXPECT_THAT(document->text, HasSubstr("café “lake”"));
  EXPECT_THAT(document->notices, Contains(HasSubstr("windows-1252")));
}

TEST_F(Html, says_where_in_the_page_a_provision_stands) {
  const std::string html =
      "<html><body><p>Pact &amp; Lakes é</p>\r\n<p>Article 1</p><p>Lakes &sect; are <b>free</b>.</p>";
  const auto document = written_.read("page.html", html);
  ASSERT_TRUE(document) << document.error().detail;
  ASSERT_THAT(eids_of(*document), Contains("art_1"));
  for (const auto& provision : document->structure) {
    if (provision.eid.to_string() != "art_1") continue;
    const auto start = document->map.character_at(provision.start, document->text.data());
    EXPECT_EQ(html.substr(start + 1, 9), "Article 1") << "é has two bytes, and is one character";
  }
  const auto free = document->text.find("free");
  EXPECT_EQ(html.substr(document->map.character_at(free, document->text.data()) + 1, 4), "free");
}

TEST_F(Html, ends_hostile_pages_in_one_message) {
  std::string deep = "<html><p>Article 1</p>";
  for (int i = 0; i < 60'000; ++i) deep += "<div>";
  (void)written_.read("deep.html", deep + "Lakes");
  std::string formats = "<html><p>Article 1</p><p>";
  for (int i = 0; i < 3'000; ++i) formats += "<b a=" + std::to_string(i) + ">";
  for (int i = 0; i < 3'000; ++i) formats += "</p><p>x";
  const auto document = written_.read("formats.html", formats);
  ASSERT_FALSE(document);
  EXPECT_THAT(document.error().detail, HasSubstr("the limit for its size"));
}

}  // namespace
}  // namespace treatygraph::ingest
