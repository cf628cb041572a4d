#include "queries/treaty/quoted_places.h"

#include <string>
#include <vector>

#include <gmock/gmock.h>

#include "tests/support/random_graph.h"

namespace treatygraph::queries {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::Random;

/// "quote number@begin" of each place.
std::vector<std::string> places(std::string_view words, const std::vector<Quote>& quotes,
                                std::optional<std::size_t> first = 0) {
  std::vector<std::string> told;
  for (const auto& place : quoted_places(words, quotes, first)) {
    EXPECT_EQ(words.substr(place.begin, place.end - place.begin), quotes[place.quote].words);
    told.push_back(std::to_string(place.quote) + "@" + std::to_string(place.begin));
  }
  return told;
}

TEST(QuotedPlaces, are_whole_words) {
  EXPECT_THAT(places("see article 12 and article 1", {{"article 1", 19}}), ElementsAre("0@19"));
  EXPECT_THAT(places("see article 12", {{"article 1", 4}}), IsEmpty());
}

TEST(QuotedPlaces, of_the_longest_come_first) {
  EXPECT_THAT(
      places("paragraph 1 of article 6, and paragraph 1", {{"paragraph 1", 30}, {"paragraph 1 of article 6", 0}}),
      ElementsAre("1@0", "0@30"));
}

TEST(QuotedPlaces, keep_the_order_of_the_document) {
  EXPECT_THAT(places("article 6 or article 6", {{"article 6", 713}, {"article 6", 700}}, 700),
              ElementsAre("1@0", "0@13"));
}

TEST(QuotedPlaces, are_nearest_to_the_document_s_where_there_are_more) {
  EXPECT_THAT(places("article 6, article 6 and article 6", {{"article 6", 126}}, 100), ElementsAre("0@25"));
}

TEST(QuotedPlaces, that_nothing_tells_apart_are_left_out) {
  EXPECT_THAT(places("article 6 or article 6", {{"article 6", std::nullopt}}), IsEmpty());
  EXPECT_THAT(places("article 6 or article 6", {{"article 6", 10}}, std::nullopt), IsEmpty());
}

TEST(QuotedPlaces, of_a_term_are_all_that_no_citation_has) {
  EXPECT_THAT(places("a lake is a lake of the Lake Treaty", {{"lake", 2, true}}), ElementsAre("0@2", "0@12"));
}

TEST(QuotedPlaces, never_overlap_and_hold_their_quotes) {
  Random random(7);
  const std::vector<std::string> kWords = {"article", "1", "12", "of", "paragraph", "(a)", "é"};
  for (int round = 0; round < 2'000; ++round) {
    std::string words;
    for (std::size_t i = 0; i < 12; ++i) words += (i == 0 ? "" : " ") + kWords[random.below(kWords.size())];
    std::vector<std::string> kept;
    for (std::size_t i = 0; i < 5; ++i) {
      const auto begin = random.below(words.size());
      kept.push_back(words.substr(begin, 1 + random.below(12)));
    }
    std::vector<Quote> quotes;
    for (const auto& quote : kept) quotes.push_back({quote, random.below(words.size()), random.below(2) == 0});
    std::size_t end = 0;
    for (const auto& place : quoted_places(words, quotes, 0)) {
      EXPECT_GE(place.begin, end);
      EXPECT_EQ(words.substr(place.begin, place.end - place.begin), quotes[place.quote].words);
      end = place.end;
    }
  }
}

}  // namespace
}  // namespace treatygraph::queries
