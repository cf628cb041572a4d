#include "publication/publish.h"

#include <filesystem>

#include <gmock/gmock.h>

#include "graph/analyses.h"
#include "graph/database.h"
#include "publication/folder_lock.h"
#include "publication/replica.h"
#include "tests/support/drawing.h"
#include "tests/support/places.h"
#include "tests/support/temporary_folder.h"

namespace treatygraph::publication {
namespace {

namespace fs = std::filesystem;

using ::testing::HasSubstr;

class Publishing : public ::testing::Test {
 protected:
  Result<Published> publish_articles(int count, std::size_t keep = 2) {
    std::string drawing;
    for (int i = 1; i <= count; ++i) drawing += "t:art_" + std::to_string(i) + "\n";
    EXPECT_TRUE(write_database(database(), testing::records_of(drawing)));
    return publish(database(), *store_, keep);
  }
  [[nodiscard]] fs::path database() const { return folder_ / "treaties.db"; }
  [[nodiscard]] fs::path published() const { return folder_ / "published"; }
  [[nodiscard]] std::size_t entries(const std::string& folder) const {
    const auto all = fs::directory_iterator(published() / folder);
    return static_cast<std::size_t>(std::distance(begin(all), end(all)));
  }

  testing::TemporaryFolder folder_;
  std::unique_ptr<Store> store_ = folder_store(folder_ / "published");
};

TEST_F(Publishing, counts_up_and_does_not_publish_twice_what_is_there) {
  EXPECT_EQ(publish_articles(1)->manifest.sequence, 1);
  EXPECT_TRUE(publish_articles(2)->is_new);
  const auto again = publish_articles(2);
  EXPECT_FALSE(again->is_new);
  EXPECT_EQ(again->manifest.sequence, 2);
  EXPECT_EQ(publish_articles(1)->manifest.sequence, 3) << "an older snapshot is a new publication";
}

TEST_F(Publishing, takes_along_what_was_computed_over_this_snapshot_alone) {
  ASSERT_TRUE(publish_articles(3));
  AnalysesToWrite ranked;
  const auto graph = *open_database(database());
  ranked.components = std::vector<std::uint32_t>(graph.node_count());
  ASSERT_TRUE(write_analyses(database(), graph, ranked));
  const auto with = publish_articles(3);
  EXPECT_TRUE(with->is_new) << "the snapshot is the same, and its files are not";
  ASSERT_EQ(with->manifest.files.size(), 3U);
  EXPECT_EQ(with->manifest.files.back().name, "treaties.db.analysis");
  auto replica = Replica::open(*store_, folder_ / "replica");
  const auto arrived = replica->look({});
  ASSERT_TRUE(arrived && arrived->has_value());
  EXPECT_EQ(publish_articles(4)->manifest.files.size(), 2U) << "the table is of the former snapshot";
}

TEST_F(Publishing, keeps_as_many_older_ones_as_told_and_what_they_share) {
  for (int count = 1; count <= 6; ++count) ASSERT_TRUE(publish_articles(count));
  EXPECT_EQ(entries("history"), 3U);
  ASSERT_TRUE(publish_articles(4)) << "kept so far, and now by two manifests";
  ASSERT_TRUE(publish_articles(7));
  ASSERT_TRUE(publish_articles(8));
  EXPECT_TRUE(fs::exists(published() / history_name(7)));
  EXPECT_FALSE(fs::exists(published() / history_name(6)));
  auto replica = Replica::open(*store_, folder_ / "replica");
  EXPECT_TRUE(replica->look({})->has_value());
}

TEST_F(Publishing, refuses_a_damaged_database_and_leaves_the_pointer) {
  ASSERT_TRUE(publish_articles(1));
  const auto pointer = testing::bytes_of(published() / kPointer);
  ASSERT_TRUE(write_database(database(), testing::records_of("t:art_1\nt:art_2\n")));
  fs::resize_file(database(), 20'000);
  const auto refused = publish(database(), *store_, 2);
  ASSERT_FALSE(refused);
  EXPECT_THAT(refused.error().detail, HasSubstr(database().string()));
  EXPECT_EQ(testing::bytes_of(published() / kPointer), pointer);
}

TEST_F(Publishing, refuses_an_image_that_nobody_could_use) {
  ASSERT_TRUE(publish_articles(1));
  const auto image = image_path(database());
  fs::resize_file(image, fs::file_size(image) - 9);
  const auto refused = publish(database(), *store_, 2);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::Corrupt);
  EXPECT_THAT(refused.error().detail, HasSubstr(image.string()));
}

TEST_F(Publishing, mends_an_object_that_was_damaged_in_the_store) {
  const auto first = publish_articles(1);
  fs::resize_file(published() / object_name(first->manifest.files[0]), 100);
  EXPECT_FALSE(publish_articles(1)->is_new);
  auto replica = Replica::open(*store_, folder_ / "replica");
  EXPECT_TRUE(replica->look({}));
}

TEST_F(Publishing, is_done_by_one_at_a_time) {
  ASSERT_TRUE(publish_articles(1));
  const auto lock = FolderLock::of(published());
  ASSERT_TRUE(lock);
  EXPECT_THAT(publish(database(), *store_, 2).error().detail, HasSubstr("another process"));
}

TEST_F(Publishing, leaves_nothing_half_in_a_replica_whose_process_died) {
  ASSERT_TRUE(publish_articles(1));
  const auto replica = folder_ / "replica";
  fs::create_directories(fs::path(replica) / ".arriving");
  fs::create_directories(fs::path(replica) / "1");  // without a manifest
  auto opened = Replica::open(*store_, replica);
  EXPECT_TRUE(opened->kept().empty());
  ASSERT_TRUE(opened->look({}));
  EXPECT_EQ(opened->kept().size(), 1U);
  EXPECT_FALSE(fs::exists(fs::path(replica) / ".arriving"));
}

}  // namespace
}  // namespace treatygraph::publication
