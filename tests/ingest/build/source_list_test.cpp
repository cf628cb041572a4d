#include "ingest/build/source_list.h"

#include <gmock/gmock.h>

namespace treatygraph::ingest {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

SourceItem item(std::string_view argument) {
  return named_item(SourceItem::Kind::Document, argument);
}

TEST(SourceList, takes_what_stands_before_the_equals_sign_for_a_slug) {
  EXPECT_EQ(item("pta-99=folder/text.xml").slug, "pta-99");
  EXPECT_EQ(item("pta-99=folder/text.xml").path, "folder/text.xml");
  EXPECT_THAT(item("pta-99=folder/text.xml").problem, IsEmpty());
}

TEST(SourceList, says_that_a_name_is_no_slug_and_which_would_be) {
  EXPECT_THAT(item("pta_99=folder/text.xml").problem, HasSubstr("\"pta_99\""));
  EXPECT_THAT(item("pta_99=folder/text.xml").problem, HasSubstr("write pta-99=folder/text.xml"));
  EXPECT_THAT(item("PTA 99=text.xml").problem, HasSubstr("write pta-99=text.xml"));
  EXPECT_THAT(item("=text.xml").problem, HasSubstr("is not a slug"));
}

TEST(SourceList, leaves_paths_with_an_equals_sign_alone) {
  EXPECT_THAT(item("folder/a=b.txt").problem, IsEmpty());
  EXPECT_EQ(item("folder/a=b.txt").path, "folder/a=b.txt");
}

}  // namespace
}  // namespace treatygraph::ingest
