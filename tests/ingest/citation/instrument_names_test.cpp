#include "ingest/citation/instrument_names.h"

#include <gtest/gtest.h>

namespace treatygraph::ingest {
namespace {

TEST(InstrumentNames, are_learnt_where_a_treaty_defines_them) {
  const InstrumentNames names(R"(The Parties to this Protocol,
Recalling the Grand Convention on Lakes, done at Riverton on 4 May 1988 (the "1988 Convention"),
Recalling also the Framework Convention on Rivers of 3 June 1992, hereinafter referred to as "the Convention",
Article 1
(a) "Charter" means the Charter of the United Lakes;
(b) GATT 1994 means the General Agreement on Tariffs and Trade 1994 in the Annex;
(c) "vessel" means a ship.
This Protocol enters into force.)");
  EXPECT_TRUE(names.is_own("Protocol"));
  EXPECT_FALSE(names.is_own("Convention"));
  EXPECT_EQ(names.full_name("the 1988 Convention"), "Grand Convention on Lakes");
  EXPECT_EQ(names.full_name("the Convention"), "Framework Convention on Rivers of 3 June 1992");
  EXPECT_EQ(names.full_name("the Charter"), "Charter of the United Lakes");
  EXPECT_EQ(names.full_name("GATT 1994"), "General Agreement on Tariffs and Trade 1994");
  EXPECT_EQ(names.full_name("the vessel"), "");
}

TEST(InstrumentNames, are_learnt_from_lists_and_abbreviations) {
  const InstrumentNames names(R"(This Protocol. "First Convention" and "Second Convention" mean, respectively, the
Convention on Rivers of 12 August 1949; and the Convention on the Shores of Lakes; "Inter-Lake Convention" means the
Inter-Lake Convention on Boats. The Grand Treaty on Ponds (hereinafter "GTP").)");
  EXPECT_EQ(names.full_name("the First Convention"), "Convention on Rivers of 12 August 1949");
  EXPECT_EQ(names.full_name("the Second Convention"), "Convention on the Shores of Lakes");
  EXPECT_EQ(names.full_name("the Inter-Lake Convention"), "Inter-Lake Convention on Boats");
  EXPECT_EQ(names.full_name("the GTP"), "Grand Treaty on Ponds");
}

TEST(InstrumentNames, of_what_a_protocol_is_to_are_in_its_title) {
  const InstrumentNames names("This Protocol covers ponds.",
                              "Second Protocol to the Convention on Lakes concerning ponds");
  EXPECT_EQ(names.full_name("the Convention"), "Convention on Lakes");
  const InstrumentNames defined(R"(This Protocol. "Convention" means the Convention on Rivers.)",
                                "Protocol to the Convention on Lakes");
  EXPECT_EQ(defined.full_name("the Convention"), "Convention on Rivers");
  EXPECT_EQ(InstrumentNames("This Agreement.", "Agreement on the Conservation of the Lakes").full_name("the Lakes"),
            "");
}

TEST(InstrumentNames, of_a_treaty_that_defines_its_own_word_as_anothers) {
  const InstrumentNames names(R"(This Agreement and this Agreement. "Agreement" means the Grand Agreement on Lakes.)");
  EXPECT_FALSE(names.is_own("Agreement"));
}

}  // namespace
}  // namespace treatygraph::ingest
