#include "queries/search/read_words.h"

#include <gmock/gmock.h>

#include "graph/numerals.h"
#include "queries/search/known_words.h"
#include "queries/search/stems.h"
#include "queries/search/thesaurus.h"
#include "queries/search/typed_numbers.h"
#include "tests/support/drawing.h"
#include "tests/support/random_graph.h"

namespace treatygraph::queries {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;
using testing::Random;

TEST(Stems, are_shared_by_the_forms_of_a_word_and_no_others) {
  EXPECT_EQ(stem_of("safeguards"), stem_of("safeguard"));
  EXPECT_EQ(stem_of("extradited"), stem_of("extradition"));
  EXPECT_EQ(stem_of("criminalisation"), stem_of("criminalization"));
  EXPECT_EQ(stem_of("organisations"), stem_of("organization"));
  EXPECT_EQ(stem_of("children"), stem_of("child"));
  EXPECT_NE(stem_of("accession"), stem_of("access"));
}

TEST(Thesaurus, has_words_for_whatever_form_is_typed) {
  const auto* const entry = Thesaurus::table().find(stem_of("ethical") + " " + stem_of("hackers"));
  ASSERT_NE(entry, nullptr);
  EXPECT_THAT(entry->meant, ::testing::Contains("security research"));
  EXPECT_EQ(Thesaurus::table().find("no such words"), nullptr);
}

TEST(Numbers, are_read_in_letters) {
  const auto value = [](std::vector<std::string> words) {
    const auto number = spelled_number(words);
    return number && number->words == words.size() ? number->value : 0;
  };
  EXPECT_EQ(value({"twenty", "four"}), 24);
  EXPECT_EQ(value({"one", "hundred", "and", "five"}), 105);
  EXPECT_EQ(value({"vierundzwanzig"}), 24);
  EXPECT_EQ(value({"soixante", "dix"}), 70);
  EXPECT_EQ(value({"quatre", "vingt", "dix", "sept"}), 97);
  EXPECT_EQ(value({"treinta", "y", "uno"}), 31);
  EXPECT_EQ(value({"premier"}), 1);
  EXPECT_EQ(value({"lakes"}), 0);
}

TEST(Numbers, are_read_as_the_Romans_wrote_them) {
  for (int number = 1; number < 400; ++number) {
    auto roman = roman_numeral(number);
    for (auto& letter : roman) letter = static_cast<char>(letter - 'A' + 'a');
    EXPECT_EQ(typed_roman(roman), number) << roman;
  }
  for (const auto* none : {"", "iiii", "vx", "civil", "mm"}) EXPECT_FALSE(typed_roman(none)) << none;
}

/// By trying every way to make one word of the other.
std::size_t slips_by_hand(std::string_view one, std::string_view other) {
  if (one.empty() || other.empty()) return std::max(one.size(), other.size());
  const auto rest = slips_by_hand(one.substr(1), other.substr(1)) + (one[0] == other[0] ? 0U : 1U);
  auto least = std::min({rest, slips_by_hand(one.substr(1), other) + 1, slips_by_hand(one, other.substr(1)) + 1});
  if (one.size() > 1 && other.size() > 1 && one[0] == other[1] && one[1] == other[0]) {
    least = std::min(least, slips_by_hand(one.substr(2), other.substr(2)) + 1);
  }
  return least;
}

TEST(Slips, are_as_many_as_when_counted_by_hand) {
  Random random(7);
  const auto word = [&] {
    std::string letters;
    for (std::size_t i = random.below(7); i > 0; --i) letters += static_cast<char>('a' + random.below(3));
    return letters;
  };
  for (int i = 0; i < 2'000; ++i) {
    const auto one = word();
    const auto other = word();
    const auto slips = slips_by_hand(one, other);
    EXPECT_EQ(slips_between(one, other, 3), std::min<std::size_t>(slips, 4)) << one << " " << other;
  }
}

constexpr std::string_view kDrawing = R"(
  treaty:lakes title="Convention on Lakes" aliases="LC"
  lakes:art_1 heading="Extradition of fishers"
  lakes:art_2 heading="Co-operation" text="Lakes are surveyed. Searches need a warrant."
  org:watch name="Lake Watch" aliases="LWA"
)";

std::vector<std::string> told(const Graph& graph, std::string_view typed) {
  std::vector<std::string> sentences;
  for (const auto& reading : read_words(graph, typed).readings) sentences.push_back(sentence_of(reading));
  return sentences;
}

TEST(ReadWords, say_what_was_read_instead) {
  const auto graph = treatygraph::testing::graph_of(kDrawing);
  EXPECT_THAT(told(graph, "extradition"), IsEmpty());
  EXPECT_THAT(told(graph, "extraditon"), ElementsAre("no ‘extraditon’; shown for ‘extradition’"));
  EXPECT_THAT(told(graph, "etxradition"), ElementsAre("no ‘etxradition’; shown for ‘extradition’"));
  EXPECT_THAT(told(graph, "searching"), ElementsAre("no ‘searching’; shown for ‘searches’"));
  EXPECT_THAT(told(graph, "volcanoes"), ElementsAre("‘volcanoes’ was not found"));
  EXPECT_THAT(told(graph, "fishers LC"), ElementsAre("‘LC’ was read as the treaty ‘Convention on Lakes’"));
  EXPECT_THAT(told(graph, "extradición"), ElementsAre("‘extradicion’ was read as ‘extradition’"));
}

TEST(ReadWords, leave_out_what_says_nothing_and_keep_what_stands_alone) {
  const auto graph = treatygraph::testing::graph_of(kDrawing);
  const auto read = read_words(graph, "which articles are about the extradition of fishers");
  std::vector<std::string> wanted;
  for (const auto& sought : read.sought) {
    if (sought.is_wanted) wanted.push_back(sought.typed);
  }
  EXPECT_THAT(wanted, ElementsAre("extradition", "fishers"));
  EXPECT_THAT(read.labels, ElementsAre("Article"));
  EXPECT_THAT(read_words(graph, "articles").sought, Not(IsEmpty()));
  EXPECT_THAT(read_words(graph, "the").sought, Not(IsEmpty()));
}

}  // namespace
}  // namespace treatygraph::queries
