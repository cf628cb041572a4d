// Treaties without articles: exchanges of notes, resolutions, lists of measures.

#include "ingest/structure/undivided_text.h"

#include <gmock/gmock.h>

namespace treatygraph::ingest {
namespace {

using ::testing::ElementsAre;

std::vector<std::string> undivided_eids(std::string_view text) {
  std::vector<std::string> result;
  for (const auto& provision : read_undivided_text(text)) result.push_back(provision.eid.to_string());
  return result;
}

constexpr std::string_view kNotes = R"(EXCHANGE OF NOTES BETWEEN ULBA AND ROHL ON THE FERRY

No. 1

The Minister of Ulba to the Envoy of Rohl

Excellency,

I have the honour to propose the following:

1. The ferry runs by day.

2. It carries:

(a) people; and

(b) sheep, under paragraph 1.

3. Each side may end this in a month.

I have the honour to propose that this note and your reply shall be an agreement.

No. 2

The Envoy of Rohl to the Minister of Ulba

Excellency,

I have the honour to agree, and to add the following:

1. Goats are sheep.
)";

TEST(UndividedText, of_an_exchange_has_the_paragraphs_of_each_letter) {
  EXPECT_THAT(undivided_eids(kNotes), ElementsAre("body", "para_1", "para_2", "para_2__point_a", "para_2__point_b",
                                                  "para_3", "letter_2", "letter_2__para_1"));
}

TEST(UndividedText, ends_the_last_paragraph_before_the_writer_s_closing_words) {
  for (const auto& provision : read_undivided_text(kNotes)) {
    if (provision.eid.to_string() != "para_3") continue;
    EXPECT_TRUE(kNotes.substr(0, provision.end).ends_with("in a month."));
  }
}

TEST(UndividedText, of_a_resolution_has_a_preamble_and_paragraphs) {
  EXPECT_THAT(
      undivided_eids(
          "RESOLUTION ON FERRIES\n\nThe Council of Ulba,\n\nRecalling its decision on oars,\n\nNoting that sheep "
          "cannot swim,\n\n1. Decides that ferries are free;\n\n2. Requests all to wait in line.\n"),
      ElementsAre("preamble", "body", "para_1", "para_2"));
}

TEST(UndividedText, without_numbers_is_one_block) {
  EXPECT_THAT(
      undivided_eids("DECLARATION ON FERRIES\n\nThe Parties shall share the ferry.\n\nThey shall share its costs.\n"),
      ElementsAre("body"));
}

TEST(UndividedText, is_read_of_instruments_alone) {
  EXPECT_TRUE(is_instrument(kNotes));
  EXPECT_FALSE(is_instrument("A letter about the weather."));
  EXPECT_FALSE(is_instrument(std::string(1'000'000, 'x')));
  EXPECT_FALSE(is_instrument(
      "# reads an agreement of States\nAGREEMENT_TYPES = {\"agreement\": 1, \"protocol\": 2, \"decision\": 3}\ndef "
      "read(self, name):\n    if name in self.known_types:\n        return AGREEMENT_TYPES[name]  # adopted_by\n"));
}

}  // namespace
}  // namespace treatygraph::ingest
