// Acts that do not go together are told, and no others.

#include "ingest/records/doubtful_acts.h"

#include <gmock/gmock.h>

#include "tests/support/drawing.h"

namespace treatygraph::ingest {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

TEST(DoubtfulActs, are_second_consents_and_what_comes_in_the_wrong_order) {
  const auto lines = doubtful_acts(testing::records_of(R"(
    treaty:t opened_for_signature=2015-03 closed_for_signature=2018-12-31
    state:BEL -SIGNED-> treaty:t date=2016-05-04
    state:BEL -RATIFIED-> treaty:t date=2014-07-28
    state:BEL -ACCEPTED-> treaty:t date=2017-01
    state:PER -SIGNED-> treaty:t date=2016-01-01
    state:PER -SIGNED-> treaty:t date=2016-02-01
    state:FJI -WITHDREW-> treaty:t date=2020-01
    state:IND -SIGNED-> treaty:t date=2015-02-28
    state:KEN -SIGNED-> treaty:t date=2019-01
  )"));
  EXPECT_THAT(
      lines,
      ElementsAre("state:BEL treaty:t: ACCEPTED 2017-01: a second consent to be bound, after RATIFIED 2014-07-28",
                  "state:BEL treaty:t: SIGNED 2016-05-04: a signature after the consent to be bound, RATIFIED "
                  "2014-07-28",
                  HasSubstr("state:FJI treaty:t: WITHDREW 2020-01: a withdrawal without"),
                  HasSubstr("state:IND treaty:t: SIGNED 2015-02-28: it was open from 2015-03"),
                  HasSubstr("state:KEN treaty:t: SIGNED 2019-01: it was closed on 2018-12-31"),
                  HasSubstr("state:PER treaty:t: SIGNED 2016-02-01: a second signature")));
}

TEST(DoubtfulActs, are_none_that_may_be) {
  EXPECT_THAT(doubtful_acts(testing::records_of(R"(
    treaty:t opened_for_signature=2015-03-05 closed_for_signature=2018-12
    treaty:u
    state:BEL -SIGNED-> treaty:t date=2015-03
    state:BEL -RATIFIED-> treaty:t date=2017-01
    state:BEL -RATIFIED-> treaty:u date=2012-01
    state:BEL -WITHDREW-> treaty:t date=2019-01
    state:BEL -ACCEDED-> treaty:t date=2021-01
    state:PER -RATIFIED-> treaty:t date=2016-01 kind=domestic
    state:PER -SIGNED-> treaty:t date=2018-12-31
    state:PER -RATIFIED-> treaty:t date=2018-12
    state:IND -ACCEDED-> treaty:t date=2020-01-01
  )")),
              IsEmpty());
}

}  // namespace
}  // namespace treatygraph::ingest
