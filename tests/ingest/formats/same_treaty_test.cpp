// One invented treaty of every oddity, written by pandoc and LibreOffice in each format in which treaties are
// published: the same provisions and references come out.

#include <cctype>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "ingest/documents/read_document.h"
#include "tests/ingest/formats/written_document.h"
#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"

namespace treatygraph::ingest {
namespace {

using ::testing::AllOf;
using ::testing::Contains;

constexpr const char* kTreaty = R"(# Convention on the Shared Use of Mountain Wells

The Parties to this Convention,

Recalling the needs of all who draw water from wells,

Have agreed as follows:

## PART I GENERAL PROVISIONS

### Article 1. Definitions

For the purposes of this Convention:

(a) "well" means a shaft from which water is drawn, and includes:

    (i) a spring that has been enclosed;

    (ii) a cistern that is fed by a spring;

(b) "keeper" means a person who is responsible for a well;[^1]

(c) "Council" means the body that article 7 establishes.

### Article 2. Scope

1.  This Convention applies to all wells that lie above the tree line.

2.  It does not apply to wells referred to in Annex II, unless article 4, paragraph 2, provides otherwise.

## PART II DUTIES

### Article 3. Duties of keepers

1.  Each keeper shall:

    (a) keep the well clean;

    (b) measure its depth once a year, in accordance with Annex I;

    (c) report to the Council what paragraph 2 requires.

2.  The report shall state:

    (a) the depth of the well;

    (b) the persons who drew water, namely:

        (i) residents;

        (ii) travellers;

    (c) any damage.

3.  A Party may, subject to article 2, exempt keepers of small wells from paragraph 1 (b).

### Article 4. Cost

1.  The cost of a well shall be shared as the following table says:

      Kind of well   Share of the Party   Share of the keeper
      -------------- -------------------- ---------------------
      deep           two thirds           one third
      shallow        one half             one half

2.  Paragraph 1 applies *mutatis mutandis* to cisterns, notwithstanding article 2, paragraph 2.

### Article 5. Amendment of the Springs Protocol

Article 6 of the Protocol on Springs shall be replaced by the following:

> "The Parties shall meet every second year."

## PART III FINAL CLAUSES

### Article 6. Reservations

No reservations may be made to articles 3 and 4.

### Article 7. Council

1.  A Council is hereby established.

2.  The Council shall consist of one representative of each Party.

3.  The Council shall:

    (a) adopt its rules of procedure;

    (b) elect its chair;

    (c) approve its budget;

    (d) appoint its secretary;

    (e) receive reports;

    (f) publish them;

    (g) keep a register of wells;

    (h) inspect wells;

    (i) train keepers;

    (j) set the form of reports;

    (k) supervise the measuring of wells, which includes:

        (i) the choice of ropes;

        (ii) the choice of dates;

    (l) settle differences between keepers;

    (m) do what else article 3 requires.

4.  \(a\) A Party may leave the Council by a letter to its chair.

    (b) The letter has effect after one year.

5.  What paragraph 3 (l) and paragraph 4 (b) provide applies to keepers.

# ANNEX I

## Measuring

1.  The depth shall be measured with a rope.[^2]

2.  The rope shall be:

    (a) of hemp;

    (b) marked at each metre, as article 3, paragraph 1 (b), requires.

# ANNEX II

## Wells of historic value

1.  The Well of the Four Winds.

2.  The Miller's Well.

[^1]: A keeper may be an association.

[^2]: See the tables of the Council.
)";

bool succeeds(const std::string& command) {
  return testing::run({"sh", "-c", command}).exit_code == 0;
}

class SameTreaty : public ::testing::Test {
 protected:
  void SetUp() override {
    for (const auto* const program : {"pandoc", "soffice"}) {
      if (!succeeds(fmt::format("command -v {}", program))) GTEST_SKIP() << program << " is not installed";
    }
    std::ofstream(folder_ / "treaty.md") << kTreaty;
  }

  bool pandoc(const std::string& options) {
    return succeeds(fmt::format("cd '{}' && pandoc -f markdown treaty.md {}", folder_.path().string(), options));
  }
  bool libre_office(const std::string& from, const std::string& to) {
    return succeeds(fmt::format(
        "cd '{0}' && timeout 180 soffice '-env:UserInstallation=file://{0}/office' --headless --convert-to {1} {2}",
        folder_.path().string(), to, from));
  }

  void expect_the_same(const std::string& name, const std::string& format) {
    const auto document = read_document(folder_ / name);
    ASSERT_TRUE(document) << document.error().detail;
    EXPECT_EQ(document->format, format);
    const auto eids = testing::eids_of(*document);
    const auto references = testing::references_of(*document);
    if (eids_.empty()) {
      eids_ = eids;
      references_ = references;
    }
    EXPECT_EQ(eids, eids_) << name;
    EXPECT_EQ(references, references_) << name;
  }

  testing::TemporaryFolder folder_;
  std::vector<std::string> eids_;
  std::vector<std::string> references_;
};

TEST_F(SameTreaty, comes_out_of_every_format) {
  ASSERT_TRUE(pandoc("-t plain --columns 90 -o treaty.txt"));
  ASSERT_TRUE(pandoc("-o treaty.docx"));
  ASSERT_TRUE(pandoc("-s -t html --metadata title=Wells -o treaty.html"));
  ASSERT_TRUE(libre_office("treaty.docx", "pdf"));
  ASSERT_TRUE(libre_office("treaty.docx", "odt"));
  expect_the_same("treaty.txt", "text");
  EXPECT_THAT(eids_, AllOf(Contains("art_1__point_a__point_ii"), Contains("art_3__para_2__point_b__point_i"),
                           Contains("art_4__para_2"), Contains("art_7__para_3__point_k__point_ii"),
                           Contains("art_7__para_3__point_m"), Contains("art_7__para_4__point_b"),
                           Contains("annex_I__para_2__point_b"), Contains("annex_II__para_2")));
  EXPECT_THAT(references_, AllOf(Contains("art_3__para_3 -subject_to-> art_2"),
                                 Contains("annex_I__para_2__point_b -refers_to-> art_3__para_1__point_b")));
  expect_the_same("treaty.md", "markdown");
  expect_the_same("treaty.html", "html");
  expect_the_same("treaty.docx", "docx");
  expect_the_same("treaty.odt", "odt");
  expect_the_same("treaty.pdf", "pdf");
}

/// Each paragraph of a plain text as one of Markdown: whatever would be a mark of Markdown is a character.
std::string as_markdown(const std::string& text) {
  std::string markdown;
  for (const char c : text) {
    if (std::ispunct(static_cast<unsigned char>(c)) != 0) markdown += '\\';
    markdown += c;
  }
  return markdown;
}

TEST_F(SameTreaty, of_two_thousand_provisions_comes_out_of_every_format) {
  const auto* const corpus = std::getenv("TREATYGRAPH_CORPUS");
  if (corpus == nullptr) GTEST_SKIP() << "TREATYGRAPH_CORPUS does not name a folder of real treaties";
  const auto text = std::filesystem::path(corpus) / "corpus/unclos-1982/text.txt";
  std::filesystem::copy_file(text, folder_ / "treaty.txt");
  std::ifstream in(text);
  const std::string words{std::istreambuf_iterator<char>(in), {}};
  std::ofstream(folder_ / "treaty.md", std::ios::trunc) << as_markdown(words);
  ASSERT_TRUE(pandoc("-o treaty.docx"));
  ASSERT_TRUE(pandoc("-o treaty.odt"));
  ASSERT_TRUE(pandoc("-t html -o treaty.html"));
  expect_the_same("treaty.txt", "text");
  EXPECT_GT(eids_.size(), 2'000U);
  expect_the_same("treaty.md", "markdown");
  expect_the_same("treaty.html", "html");
  expect_the_same("treaty.docx", "docx");
  expect_the_same("treaty.odt", "odt");
}

}  // namespace
}  // namespace treatygraph::ingest
