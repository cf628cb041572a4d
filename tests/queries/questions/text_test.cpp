#include "queries/questions/text.h"

#include <string>
#include <vector>

#include <gmock/gmock.h>

#include "graph/vocabulary.h"
#include "tests/queries/questions/answered.h"
#include "tests/support/drawing.h"
#include "tests/support/random_graph.h"

namespace treatygraph::queries {
namespace {

using testing::answered;
using ::testing::ElementsAre;
using testing::graph_of;
using ::testing::HasSubstr;
using testing::Random;
using testing::records_of;

ProvisionText read(const Graph& graph, TextRequest request) {
  return answered(text_of_provisions(graph, request, Budget()));
}

TextRequest of(std::string key) {
  TextRequest request;
  request.of = std::move(key);
  request.page.limit = TextRequest::kDefaultLimit;
  return request;
}

/// "key kind: words" of each entry.
std::vector<std::string> told(const Graph& graph, const ProvisionText& answer) {
  std::vector<std::string> lines;
  for (const auto& entry : answer.hits) {
    lines.push_back(std::string(graph.key(entry.node)) + " " + std::string(kind_of(graph, entry)) + ": " + entry.words);
  }
  return lines;
}

/// The marked words, each with what it leads to.
std::vector<std::string> marks(const Graph& graph, const TextEntry& entry) {
  std::vector<std::string> lines;
  for (const auto& mark : entry.marks) {
    auto line = entry.words.substr(mark.begin, mark.end - mark.begin) + " ->";
    for (const auto node : mark.to) line += " " + std::string(graph.key(node));
    lines.push_back(std::move(line));
  }
  return lines;
}

/// Records how many characters of the whole's words come before the part.
void put_before(GraphRecords& records, std::string_view part, std::int64_t characters) {
  for (auto& relationship : records.relationships) {
    if (relationship.type == type::kHasPart && relationship.to == part) {
      set_property(relationship.properties, property::kTextBefore, characters);
    }
  }
}

constexpr std::string_view kTreaty = R"(
  treaty:t title="Treaty of the Lakes" loaded=true
  t:preamble text="The Parties,"
  t:chp_I heading="Fishing"
  t:art_1 heading="Boats" text="Boats shall: and be blue. They float." num=1
  t:art_1__point_a text="be small;" num=a
  t:art_1__point_b text="be slow, as article 2 says;" num=b
  t:art_2 text="Article 1 and article 1 bind; subject to article 1, fish."
)";

TEST(Text, is_the_treaty_s_words_in_order_with_closing_words_at_their_place) {
  auto records = records_of(kTreaty);
  put_before(records, "t:art_1__point_a", 12);  // "Boats shall:"
  put_before(records, "t:art_1__point_b", 25);  // "Boats shall: and be blue."
  const auto graph = graph_of(std::move(records));
  const auto answer = read(graph, of("t"));
  EXPECT_THAT(told(graph, read(graph, of("t:art_1"))),
              ElementsAre("t:art_1 article: Boats shall:", "t:art_1__point_a point: be small;",
                          "t:art_1 continuation: and be blue.", "t:art_1__point_b point: be slow, as article 2 says;",
                          "t:art_1 wrap_up: They float."));
  EXPECT_EQ(answer.words, WordsAre::Text);
  EXPECT_EQ(answer.total, answer.hits.size());
  EXPECT_TRUE(answer.next_cursor.empty());
}

TEST(Text, stands_before_the_parts_where_nothing_says_otherwise) {
  const auto graph = graph_of(kTreaty);
  EXPECT_THAT(told(graph, read(graph, of("t:art_1"))),
              ElementsAre("t:art_1 article: Boats shall: and be blue. They float.", "t:art_1__point_a point: be small;",
                          "t:art_1__point_b point: be slow, as article 2 says;"));
}

TEST(Text, comes_in_pages_that_are_the_whole) {
  auto records = records_of(kTreaty);
  put_before(records, "t:art_1__point_a", 12);
  put_before(records, "t:art_1__point_b", 12);
  const auto graph = graph_of(std::move(records));
  const auto whole = told(graph, read(graph, of("treaty:t")));
  std::vector<std::string> pages;
  auto request = of("treaty:t");
  request.page.limit = 2;
  do {
    const auto page = read(graph, request);
    EXPECT_EQ(page.total, whole.size());
    for (auto& line : told(graph, page)) pages.push_back(std::move(line));
    request.page.cursor = page.next_cursor;
    EXPECT_EQ(page.next_cursor.empty(), !page.truncated);
  } while (!request.page.cursor.empty());
  EXPECT_EQ(pages, whole);
}

TEST(Text, marks_what_it_cites_and_the_terms_that_it_uses) {
  const auto graph = graph_of(R"drawing(
    treaty:t title="Treaty of the Lakes" loaded=true
    treaty:ponds title="Treaty of the Ponds" loaded=false
    t:art_1 text="A boat shall, subject to article 2 (a) and articles 2 to 3, be a boat; see the Ponds Treaty."
    t:art_2 text="Boat means what floats." heading="Terms"
    t:art_2__point_a text="fish"
    t:art_3 text="Ends."
    t:term.boat name=boat
    t:art_2 -DEFINES-> t:term.boat quote="Boat means"
    t:art_1 -USES-> t:term.boat quote=boat start=2
    t:art_1 -REFERS_TO-> t:art_2__point_a mode=subject_to quote="article 2 (a)" start=25
    t:art_1 -REFERS_TO-> t:art_2 mode=refers_to quote="articles 2 to 3" start=43
    t:art_1 -REFERS_TO-> t:art_3 mode=refers_to quote="articles 2 to 3" start=43
    t:art_1 -REFERS_TO-> treaty:ponds mode=refers_to quote="Ponds Treaty" start=78
  )drawing");
  const auto answer = read(graph, of("t:art_1"));
  ASSERT_EQ(answer.hits.size(), 1U);
  EXPECT_THAT(marks(graph, answer.hits[0]),
              ElementsAre("boat -> t:term.boat", "article 2 (a) -> t:art_2__point_a",
                          "articles 2 to 3 -> t:art_2 t:art_3", "boat -> t:term.boat", "Ponds Treaty -> treaty:ponds"));
  EXPECT_EQ(answer.hits[0].marks[0].note, "Boat means what floats. (a) fish");
  EXPECT_EQ(answer.hits[0].marks[1].note, "fish");
  EXPECT_EQ(answer.hits[0].marks[1].mode, "subject_to");
  EXPECT_EQ(answer.hits[0].marks[4].note, "Treaty of the Ponds");
}

TEST(Text, marks_a_citation_that_leads_nowhere) {
  const auto graph = graph_of(R"drawing(
    t:art_1 text="As article 9 and Annex Q provide." unresolved="article 9 (no such article); Annex Q (not said which instrument)"
  )drawing");
  const auto answer = read(graph, of("t:art_1"));
  ASSERT_EQ(answer.hits.size(), 1U);
  EXPECT_THAT(marks(graph, answer.hits[0]), ElementsAre("article 9 ->", "Annex Q ->"));
  EXPECT_EQ(answer.hits[0].marks[0].names, "no such article");
  EXPECT_EQ(answer.hits[0].marks[1].names, "not said which instrument");
}

TEST(Text, marks_long_citations_that_lead_nowhere) {
  const auto graph = graph_of(R"drawing(
    t:art_1 text="Under article 15, paragraph 2, subparagraph (b), of the Convention on Lakes, or article 16, paragraph 4, of this Treaty." unresolved="article 15, paragraph 2, subparagraph (b), of the Convention on Lakes (not said which instrument); article 16, paragraph 4, of this Treaty (no such article)"
  )drawing");
  const auto answer = read(graph, of("t:art_1"));
  ASSERT_EQ(answer.hits.size(), 1U);
  EXPECT_THAT(marks(graph, answer.hits[0]),
              ElementsAre("article 15, paragraph 2, subparagraph (b), of the Convention on Lakes ->",
                          "article 16, paragraph 4, of this Treaty ->"));
}

TEST(Text, is_of_summaries_where_no_text_is_held) {
  const auto graph = graph_of(R"(
    treaty:t title="T" loaded=true
    t:art_1 summary="Boats are small."
    t:art_2 heading="Ducks"
  )");
  const auto answer = read(graph, of("t"));
  EXPECT_EQ(answer.words, WordsAre::Summary);
  EXPECT_EQ(answer.hits[0].words_are, WordsAre::Summary);
  EXPECT_EQ(answer.hits[1].words_are, WordsAre::None);
  const auto none = read(graph, of("t:art_2"));
  EXPECT_EQ(none.words, WordsAre::None);
  EXPECT_THAT(none.explanation, HasSubstr("neither the text nor a summary"));
}

TEST(Text, has_no_summary_among_the_words_of_the_treaty) {
  const auto graph = graph_of(R"(
    t:art_1 summary="Boats are small."
    t:art_1__para_1 text="Boats shall be small."
  )");
  const auto answer = read(graph, of("t:art_1"));
  EXPECT_EQ(answer.words, WordsAre::Text);
  EXPECT_EQ(answer.hits[0].words, "");
}

TEST(Text, of_what_has_none_says_what_to_ask_for) {
  const auto graph = graph_of("t:art_1 -ESTABLISHES-> t:offence.fraud\n");
  const auto answer = text_of_provisions(graph, of("t:offence.fraud"), Budget());
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().code, ErrorCode::InvalidArgument);
  EXPECT_THAT(answer.error().detail, HasSubstr("uncc:art_24"));
}

TEST(Text, leaves_out_what_is_left_out_of_the_question) {
  const auto graph = graph_of(kTreaty);
  auto request = of("t:art_1");
  request.scope.without = {"t:art_1__point_a"};
  EXPECT_THAT(told(graph, read(graph, request)), ElementsAre("t:art_1 article: Boats shall: and be blue. They float.",
                                                             "t:art_1__point_b point: be slow, as article 2 says;"));
}

/// All words of random lists, with words before, between and after their parts, are there once, in order.
TEST(Text, loses_and_doubles_nothing) {
  Random random(16);
  for (int round = 0; round < 300; ++round) {
    std::string drawing = "treaty:t title=T loaded=true\n";
    std::string expected;
    int next = 0;
    std::vector<std::pair<std::string, std::int64_t>> before;
    const auto words = [&](std::size_t most) {
      std::string some;
      for (auto count = random.below(most + 1); count > 0; --count) {
        some += (some.empty() ? "é" : " é") + std::to_string(next++);
      }
      return some;
    };
    for (int article = 1; article <= 4; ++article) {
      const auto key = "t:art_" + std::to_string(article);
      std::string own;
      std::string points;
      const auto say = [&](const std::string& some) {
        if (some.empty()) return;
        own += (own.empty() ? "" : " ") + some;
        expected += " " + some;
      };
      say(words(3));
      for (int point = 1; point <= static_cast<int>(random.below(4)); ++point) {
        const auto part = key + "__point_" + static_cast<char>('a' + point - 1);
        // "é" is two bytes and one character.
        before.emplace_back(part, std::ranges::count_if(own, [](char c) { return (c & 0xC0) != 0x80; }));
        const auto some = words(2);
        points += part + " text=\"" + some + "\"\n";
        if (!some.empty()) expected += " " + some;
        say(words(1));
      }
      drawing += key + " text=\"" + own + "\"\n" + points;
    }
    auto records = records_of(drawing);
    for (const auto& [part, characters] : before) put_before(records, part, characters);
    const auto graph = graph_of(std::move(records));
    std::string all;
    for (const auto& entry : read(graph, of("t")).hits) {
      if (!entry.words.empty()) all += " " + entry.words;
    }
    EXPECT_EQ(all, expected) << drawing;
  }
}

}  // namespace
}  // namespace treatygraph::queries
