// A treaty in two languages: both are read, and aligned by number.

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <rapidjson/document.h>

#include "tests/support/places.h"
#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"

namespace treatygraph {
namespace {

using ::testing::HasSubstr;

constexpr auto kEnglish = R"(CONVENTION ON BORDER BRIDGES

The States Parties to this Convention,

Have agreed as follows:

Article 1
Use of terms

1. In this Convention, a bridge is any work that crosses a border river.

2. The definition in paragraph 1 is without prejudice to article 3.

Article 2
Upkeep

Each Party shall keep its half of the bridge, in accordance with article 3 and with article 7 of the Vienna Convention on the Law of Treaties.

Article 3
Costs

1. Costs are shared in half.

2. Paragraph 1 shall not apply to tolls.
)";

constexpr auto kFrench = R"(CONVENTION RELATIVE AUX PONTS FRONTALIERS

Les États parties à la présente Convention,

Sont convenus de ce qui suit:

Article premier
Emploi des termes

1. Aux fins de la présente Convention, un pont est tout ouvrage qui franchit une rivière frontalière.

2. La définition du paragraphe 1 est sans préjudice de l'article 3.

Article 2
Entretien

Chaque Partie entretient sa moitié du pont, conformément à l'article 3 et à l'article 7 de la Convention de Vienne sur le droit des traités.

Article 3
Frais

1. Les frais sont partagés par moitié.

2. Le paragraphe 1 ne s'applique pas aux péages.
)";

class TwoLanguages : public ::testing::Test {
 protected:
  testing::Finished run(const char* program, std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), std::string(testing::kProgramsFolder) + "/" + program);
    return testing::run(arguments);
  }

  void SetUp() override {
    built_ = run("treatygraph-ingest",
                 {"build", "--out", data_, "--report", report_, "bridges=" + folder_.write("en.txt", kEnglish).string(),
                  "bridges@fr=" + folder_.write("fr.txt", kFrench).string()});
  }

  testing::TemporaryFolder folder_;
  std::string data_ = (folder_ / "treaties.db").string();
  std::string report_ = (folder_ / "report.json").string();
  testing::Finished built_;
};

TEST_F(TwoLanguages, are_read_and_the_report_says_how_much_of_the_second) {
  EXPECT_EQ(built_.exit_code, 1);
  EXPECT_THAT(built_.err, HasSubstr("is written in French: 3 of 3 articles and its references are read"));
  EXPECT_THAT(built_.err, HasSubstr("it is written in French; 5 of 5 citations were read"));
  EXPECT_THAT(testing::bytes_of(report_), HasSubstr("in English only"));
  const auto checked = run("treatygraph-ingest", {"check", data_});
  EXPECT_THAT(checked.out, HasSubstr("documents that were not read whole: 1"));
  EXPECT_THAT(checked.out, HasSubstr("treaty:bridges@fr: it is written in French"));
}

TEST_F(TwoLanguages, stand_beside_each_other_by_number) {
  const auto answer = run("treatygraph-query", {"--data", data_, "compare", "--left", "bridges", "--right",
                                                "bridges@fr", "--format", "json"});
  ASSERT_EQ(answer.exit_code, 0) << answer.err;
  rapidjson::Document compared;
  compared.Parse(answer.out.c_str());
  ASSERT_FALSE(compared.HasParseError());
  const auto& pairs = compared["pairs"];
  ASSERT_EQ(pairs.Size(), 3U);
  for (const auto& pair : pairs.GetArray()) {
    EXPECT_STREQ(pair["left"]["citation"].GetString(), pair["right"]["citation"].GetString());
    EXPECT_STREQ(pair["relations"][0].GetString(), "same_number");
  }
  EXPECT_EQ(compared["total_missing_on_left"].GetInt() + compared["total_missing_on_right"].GetInt(), 0);
}

}  // namespace
}  // namespace treatygraph
