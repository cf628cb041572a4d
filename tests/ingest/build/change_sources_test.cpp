#include "ingest/build/change_sources.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <map>
#include <random>
#include <set>

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "graph/database.h"
#include "ingest/build/kept_sources.h"
#include "tests/support/temporary_folder.h"

namespace treatygraph::ingest {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using Change = ChangeRequest::Kind;

Result<MadeGraph> build(const std::filesystem::path& out, const std::vector<std::string>& arguments,
                        bool keeps_sources = true) {
  auto stored = NewSources::beside(out);
  if (!stored) return fail(stored.error());
  BuildRequest request;
  request.sources = arguments;
  auto sources = read_into(stored->store(), request);
  if (!sources) return fail(sources.error());
  return make_graph(*sources, *stored, {out, Pictures::LeaveOut, true, keeps_sources});
}

Result<MadeGraph> change(Change kind, const std::filesystem::path& database, std::vector<std::string> arguments) {
  std::vector<BuildSource> told;
  return change_sources({kind, database, std::move(arguments)}, told);
}

/// Invented treaties that cite one another, and treaties that no source is of, in several spellings.
class InventedTreaties {
 public:
  explicit InventedTreaties(std::uint32_t seed) : random_(seed) {}

  std::size_t below(std::size_t count) { return std::uniform_int_distribution<std::size_t>(0, count - 1)(random_); }

  std::string text(std::string_view title) {
    std::string text = fmt::format("{}\n\nThe Parties have agreed as follows:\n\n", title);
    const auto articles = 2 + below(5);
    for (std::size_t article = 1; article <= articles; ++article) {
      text += fmt::format("Article {}\nMatter {}\n\n1. {}\n\n2. {}\n\n", article, article, sentence(), sentence());
    }
    return text;
  }

 private:
  std::string sentence() {
    static constexpr std::array kOthers = {"Convention on Lakes", "Convention on Rivers",
                                           "Pact on Wells",       "Agreement on Springs",
                                           "Compact on Salt",     "1966 Compact on Salt",
                                           "Compactof Mud",       "Vienna Convention on the Law of Treaties",
                                           "Compact of Mud",      "Charter of the United Nations"};
    switch (below(5)) {
      case 0:
        return fmt::format("Each Party shall act in accordance with article {}, paragraph 2.", 1 + below(7));
      case 1:
        return "Each Party shall establish as criminal offences, when committed intentionally, the pollution of water.";
      case 2:
        return fmt::format("This shall be subject to the {}.", kOthers[below(kOthers.size())]);
      default:
        return fmt::format("Nothing in this article affects article {} of the {}.", 1 + below(7),
                           kOthers[below(kOthers.size())]);
    }
  }

  std::mt19937 random_;
};

struct Invented {
  std::string file;
  std::string title;
  std::string argument;  ///< with its slug, or without
};

const std::array<Invented, 7> kInvented = {{{"lakes.txt", "Convention on Lakes", "lakes="},
                                            {"rivers.txt", "Convention on Rivers", ""},
                                            {"springs.txt", "Agreement on Springs", "springs="},
                                            {"dams.txt", "Convention on Rivers", "dams="},
                                            {"pact.txt", "Pact on Wells", ""},
                                            {"wells", "", ""},
                                            {"lakes-page.txt", "", "lakes="}}};

constexpr std::size_t kTexts = 4;  ///< those that are right whatever else there is

constexpr std::string_view kPage =
    "Convention on Lakes\n\nParticipant\tSignature\tRatification, Accession(a)\n"
    "Albania\t1 Jan 2001\t2 Feb 2002\nNorway\t\t3 Mar 2003 a\n";

/// One sequence of changes, and what a build is given at its end.
class Sequence {
 public:
  explicit Sequence(std::uint32_t seed) : invented_(seed) {
    for (std::size_t i = 0; i < 3; ++i) begin(invented_.below(kTexts));
    EXPECT_TRUE(build(database(), arguments_)) << "seed " << seed;
  }

  /// Whether the change was possible. If not, nothing may have changed.
  bool step() {
    switch (invented_.below(3)) {
      case 0:
        return add(invented_.below(kInvented.size()));
      case 1:
        return remove();
      default:
        return update();
    }
  }

  void expect_equal_to_build() const {
    ASSERT_TRUE(build(folder_ / "whole.db", arguments_));
    EXPECT_TRUE(testing::bytes_of(database()) == testing::bytes_of(folder_ / "whole.db"));
    EXPECT_TRUE(testing::bytes_of(database().string() + ".graph") == testing::bytes_of(folder_ / "whole.db.graph"));
  }

 private:
  [[nodiscard]] std::filesystem::path database() const { return folder_ / "treaties.db"; }

  [[nodiscard]] std::string argument_of(std::size_t which) const {
    return kInvented[which].argument + (folder_ / kInvented[which].file).string();
  }

  void begin(std::size_t which) {
    const bool is_there = std::ranges::find(arguments_, argument_of(which)) != arguments_.end();
    if (is_there) return;
    write(which);
    arguments_.push_back(argument_of(which));
  }

  void write(std::size_t which) {
    const auto& [file, title, argument] = kInvented[which];
    if (file == "lakes-page.txt") {
      folder_.write(file, kPage);
    } else if (file == "wells") {
      write_dataset();
    } else {
      folder_.write(file, invented_.text(title));
    }
  }

  void write_dataset() {
    std::filesystem::remove_all(folder_ / "wells");
    folder_.write("wells/treaty.json",
                  R"({"slug": "wells", "title": "Pact on Wells", "confidence": "medium", "source": "recalled"})");
    std::string provisions = "eid,parent_eid,num,heading,summary,confidence,source\n";
    const auto articles = 3 + invented_.below(5);
    for (std::size_t i = 1; i <= articles; ++i) provisions += fmt::format("art_{},,{},,,low,recalled\n", i, i);
    folder_.write("wells/provisions.csv", provisions);
    if (invented_.below(2) == 0) folder_.write("wells/text.txt", invented_.text("Pact on Wells"));
  }

  bool add(std::size_t which) {
    const auto argument = argument_of(which);
    if (std::ranges::find(arguments_, argument) != arguments_.end()) return false;
    write(which);
    if (!try_to(Change::Add, argument)) return false;
    arguments_.push_back(argument);
    return true;
  }

  /// The slugs of the database's sources, by path.
  [[nodiscard]] std::map<std::filesystem::path, std::string> slugs() const {
    std::map<std::filesystem::path, std::string> slugs;
    const auto kept = open_kept_sources(database());
    EXPECT_TRUE(kept);
    for (const auto& source : kept->sources()) slugs.emplace(source.item.path, source.slug);
    return slugs;
  }

  bool remove() {
    const auto by_path = slugs();
    const auto slug = by_path.at(path_of(arguments_[invented_.below(arguments_.size())]));
    if (!try_to(Change::Remove, slug)) return false;
    std::erase_if(arguments_, [&](const std::string& argument) { return by_path.at(path_of(argument)) == slug; });
    return true;
  }

  static std::filesystem::path path_of(const std::string& argument) {
    return argument.substr(argument.find('=') + 1);  // npos + 1 is 0
  }

  bool update() {
    const auto argument = arguments_[invented_.below(arguments_.size())];
    const auto slug = slugs().at(path_of(argument));
    const auto old = folder_ / "old";
    std::filesystem::remove_all(old);
    std::filesystem::copy(path_of(argument), old, std::filesystem::copy_options::recursive);
    for (std::size_t i = 0; i < kInvented.size(); ++i) {
      if (argument_of(i) == argument) write(i);
    }
    if (try_to(Change::Update, slug)) return true;
    std::filesystem::remove_all(path_of(argument));
    std::filesystem::copy(old, path_of(argument), std::filesystem::copy_options::recursive);
    return false;
  }

  bool try_to(Change kind, const std::string& argument) {
    const auto before = testing::bytes_of(database());
    if (change(kind, database(), {argument})) return true;
    EXPECT_TRUE(testing::bytes_of(database()) == before);
    return false;
  }

  testing::TemporaryFolder folder_;
  InventedTreaties invented_;
  std::vector<std::string> arguments_;
};

TEST(ChangeSources, a_hundred_random_sequences_equal_whole_builds) {
  constexpr std::uint32_t kSequences = 100;
  constexpr std::size_t kSteps = 5;
  std::size_t changes = 0;
  for (std::uint32_t seed = 1; seed <= kSequences && !::testing::Test::HasFailure(); ++seed) {
    SCOPED_TRACE(fmt::format("seed {}", seed));
    Sequence sequence(seed);
    for (std::size_t step = 0; step < kSteps; ++step) changes += sequence.step() ? 1U : 0U;
    sequence.expect_equal_to_build();
  }
  EXPECT_GT(changes, kSequences * kSteps / 2);
}

class ChangeOneTreaty : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_.write("lakes.txt", text("Convention on Lakes", "article 1 of the Convention on Rivers"));
    folder_.write("rivers.txt", text("Convention on Rivers", "article 2 of the Convention on Lakes"));
    ASSERT_TRUE(build(database_, {path("lakes.txt")}));
  }

  static std::string text(std::string_view title, std::string_view cited) {
    return fmt::format(
        "{}\n\nThe Parties have agreed as follows:\n\nArticle 1\nAim\n\nThis is the aim.\n\nArticle 2\nOthers\n\n"
        "Nothing in this Convention affects {}.\n",
        title, cited);
  }

  [[nodiscard]] std::string path(std::string_view name) const { return (folder_ / name).string(); }

  /// What article 2 of the treaty refers to.
  [[nodiscard]] std::set<std::string> cited_by(std::string_view slug) const {
    const auto records = read_database(database_);
    EXPECT_TRUE(records);
    std::set<std::string> cited;
    for (const auto& r : records->relationships) {
      if (r.type == "REFERS_TO" && r.from == fmt::format("{}:art_2", slug)) cited.insert(r.to);
    }
    return cited;
  }

  [[nodiscard]] std::string error_of(Change kind, const std::vector<std::string>& arguments) const {
    const auto before = testing::bytes_of(database_);
    const auto made = change(kind, database_, arguments);
    EXPECT_TRUE(testing::bytes_of(database_) == before);
    return made ? "" : made.error().detail;
  }

  testing::TemporaryFolder folder_;
  std::filesystem::path database_ = folder_ / "treaties.db";
};

TEST_F(ChangeOneTreaty, citations_of_it_find_its_provisions_and_lose_them) {
  EXPECT_THAT(cited_by("lakes"), ::testing::ElementsAre("treaty:convention-on-rivers"));
  ASSERT_TRUE(change(Change::Add, database_, {path("rivers.txt")}));
  EXPECT_THAT(cited_by("lakes"), ::testing::ElementsAre("rivers:art_1"));
  EXPECT_THAT(cited_by("rivers"), ::testing::ElementsAre("lakes:art_2"));
  ASSERT_TRUE(change(Change::Remove, database_, {"rivers"}));
  EXPECT_THAT(cited_by("lakes"), ::testing::ElementsAre("treaty:convention-on-rivers"));
}

TEST_F(ChangeOneTreaty, does_not_read_the_other_documents) {
  std::filesystem::remove(folder_ / "lakes.txt");
  ASSERT_TRUE(change(Change::Add, database_, {path("rivers.txt")}));
  EXPECT_THAT(cited_by("lakes"), ::testing::ElementsAre("rivers:art_1"));
}

TEST_F(ChangeOneTreaty, update_reads_its_file_again_or_another) {
  folder_.write("lakes.txt", text("Convention on Lakes", "article 1"));
  ASSERT_TRUE(change(Change::Update, database_, {"lakes"}));
  EXPECT_THAT(cited_by("lakes"), ::testing::ElementsAre("lakes:art_1"));
  folder_.write("new.txt", text("Convention on Lakes", "article 2"));
  ASSERT_TRUE(change(Change::Update, database_, {"lakes=" + path("new.txt")}));
  EXPECT_THAT(cited_by("lakes"), ::testing::ElementsAre("lakes:art_2"));
}

TEST_F(ChangeOneTreaty, says_which_treaties_there_are) {
  EXPECT_THAT(error_of(Change::Remove, {"lake"}), AllOf(HasSubstr("treaties.db"), HasSubstr("lakes")));
  EXPECT_THAT(error_of(Change::Update, {"seas"}), HasSubstr("seas"));
  EXPECT_THAT(error_of(Change::Remove, {"lakes"}), HasSubstr("nothing would be left"));
}

TEST_F(ChangeOneTreaty, does_not_add_a_treaty_twice) {
  EXPECT_THAT(error_of(Change::Add, {"lakes=" + path("rivers.txt")}),
              AllOf(HasSubstr("there is a text of lakes already"), HasSubstr("treatygraph-ingest update")));
}

TEST_F(ChangeOneTreaty, a_wrong_source_changes_nothing) {
  EXPECT_THAT(error_of(Change::Add, {path("rivers.txt"), path("none.txt")}), HasSubstr("nothing was changed"));
}

TEST_F(ChangeOneTreaty, says_what_to_do_without_the_kept_sources) {
  std::filesystem::copy(database_, folder_ / "copy.db");
  const auto copied = change(Change::Remove, folder_ / "copy.db", {"lakes"});
  ASSERT_FALSE(copied);
  EXPECT_THAT(copied.error().detail, AllOf(HasSubstr("copy.db.sources"), HasSubstr("treatygraph-ingest build")));
  ASSERT_TRUE(build(folder_ / "bare.db", {path("lakes.txt")}, false));
  EXPECT_FALSE(std::filesystem::exists(folder_ / "bare.db.sources"));
  EXPECT_FALSE(change(Change::Remove, folder_ / "none.db", {"lakes"}));
}

TEST_F(ChangeOneTreaty, sources_of_another_state_are_not_used) {
  ASSERT_TRUE(build(folder_ / "other.db", {path("rivers.txt")}));
  std::filesystem::copy_file(folder_ / "other.db.sources", database_.string() + ".sources",
                             std::filesystem::copy_options::overwrite_existing);
  EXPECT_THAT(error_of(Change::Add, {path("rivers.txt")}), HasSubstr("belongs to another state"));
}

TEST_F(ChangeOneTreaty, sources_of_another_version_are_not_used) {
  const auto sources = database_.string() + ".sources";
  auto bytes = testing::bytes_of(sources);
  bytes[bytes.size() - 32] = '\x7f';  // the version of the format, in the trailer
  std::ofstream(sources, std::ios::binary) << bytes;
  EXPECT_THAT(error_of(Change::Add, {path("rivers.txt")}),
              AllOf(HasSubstr("was written by treatygraph"), HasSubstr("build it anew")));
}

TEST_F(ChangeOneTreaty, damaged_sources_are_not_used) {
  const auto sources = database_.string() + ".sources";
  const auto good = testing::bytes_of(sources);
  for (std::size_t at = 0; at < good.size(); at += 97) {
    auto bytes = good;
    bytes[at] = static_cast<char>(bytes[at] ^ 0x20);
    std::ofstream(sources, std::ios::binary) << bytes;
    EXPECT_THAT(error_of(Change::Add, {path("rivers.txt")}), HasSubstr("treaties.db.sources")) << at;
  }
}

TEST_F(ChangeOneTreaty, after_a_crash_the_waiting_sources_are_used) {
  const auto sources = database_.string() + ".sources";
  ASSERT_TRUE(build(folder_ / "other.db", {path("rivers.txt")}));
  std::filesystem::rename(sources, sources + ".new");  // the rename that a crash prevented
  std::filesystem::rename(folder_ / "other.db.sources", sources);
  ASSERT_TRUE(change(Change::Add, database_, {path("rivers.txt")}));
  EXPECT_THAT(cited_by("lakes"), ::testing::ElementsAre("rivers:art_1"));
}

}  // namespace
}  // namespace treatygraph::ingest
