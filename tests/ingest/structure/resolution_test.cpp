// Resolutions that adopt a treaty: their paragraphs are provisions of the resolution, the treaty's are its own.

#include <string>
#include <string_view>
#include <vector>

#include <gmock/gmock.h>

#include "tests/ingest/formats/written_document.h"

namespace treatygraph::ingest {
namespace {

using testing::eids_of;
using ::testing::ElementsAre;
using testing::read_text;

constexpr std::string_view kAdopted = R"(79/999. Treaty on Lighthouses

The General Assembly,

Recalling its resolution 70/1 of 25 September 2015,

Noting with concern that ships run aground,

1. Adopts the Treaty on Lighthouses, the text of which is annexed to the present resolution;

2. Requests the Secretary-General:

(a) to open it for signature in accordance with article 2;

(b) to report on it;

3. Calls upon all States to sign the Treaty.

54th plenary meeting
24 December 2024

Annex

Treaty on Lighthouses

The States Parties to this Treaty,

Have agreed as follows:

Article 1
Lamps

1. Lamps burn at night.

2. They do not burn by day.

Article 2
Signature

This Treaty is open for signature to all States.
)";

TEST(Resolution, has_provisions_of_its_own_before_the_treaty_that_it_adopts) {
  const auto document = read_text(kAdopted);
  EXPECT_THAT(eids_of(document),
              ElementsAre("resolution", "resolution__preamble", "resolution__para_1", "resolution__para_2",
                          "resolution__para_2__point_a", "resolution__para_2__point_b", "resolution__para_3",
                          "preamble", "art_1", "art_1__para_1", "art_1__para_2", "art_2"));
  EXPECT_EQ(document.title, "Treaty on Lighthouses");
  EXPECT_EQ(document.characters_read, document.characters);
  EXPECT_EQ(document.components.at(1).kind, "resolution");
}

TEST(Resolution, may_be_in_capitals_of_a_committee) {
  EXPECT_THAT(
      eids_of(read_text(R"(RESOLUTION LHC.12(3)

THE LIGHTHOUSE COMMITTEE,

RECALLING Article 38 of its charter,

1. ADOPTS the Code for Lamps, set out in the Annex;

2. AGREES that lamps may be looked at each year.

ANNEX

CODE FOR LAMPS

Article 1

Lamps burn.

Article 2

They are lit by keepers.
)")),
      ElementsAre("resolution", "resolution__preamble", "resolution__para_1", "resolution__para_2", "art_1", "art_2"));
}

TEST(Resolution, is_the_document_itself_where_its_annex_holds_no_treaty) {
  EXPECT_THAT(eids_of(read_text(R"(Resolution 7 of the Lighthouse Conference

The Conference,

Recalling Article 3 of the Treaty on Lighthouses,

1. Decides to amend the list of lamps as set out in the annex;

2. Requests the keepers to take note of it.

Annex

List of lamps

1. The red lamp of Ulba.

2. The green lamp of Rohl.
)")),
              ElementsAre("preamble", "body", "para_1", "para_2", "annex_I", "annex_I__para_1", "annex_I__para_2"));
}

TEST(Resolution, is_not_told_by_numbered_recitals_or_paragraphs_of_a_cover_page) {
  const auto found = eids_of(read_text(R"(Treaty on Lamps

The Parties,

1. Recalling the shipwrecks of the past,

2. Noting that lamps help,

Have agreed as follows:

Article 1

Lamps burn.

Article 2

They do not smoke.
)"));
  EXPECT_THAT(found, ElementsAre("preamble", "recital_1", "recital_2", "art_1", "art_2"));
}

}  // namespace
}  // namespace treatygraph::ingest
