// The template is itself a valid dataset, and explains the values of each column.

#include "ingest/curated/dataset_template.h"

#include <algorithm>

#include <gmock/gmock.h>

#include "graph/vocabulary.h"
#include "ingest/curated/dataset.h"
#include "ingest/curated/dataset_records.h"
#include "tests/support/temporary_folder.h"

namespace treatygraph::ingest {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

TEST(DatasetTemplate, is_a_dataset_as_it_is) {
  const testing::TemporaryFolder folder;
  for (const auto& file : dataset_template("wells")) folder.write(file.name, file.text);
  const auto dataset = read_dataset(folder.path());
  EXPECT_THAT(dataset.notices, IsEmpty());
  const auto records = records_of(dataset);
  ASSERT_TRUE(records) << records.error().detail;
  const auto has_part = [&](std::string_view from, std::string_view to) {
    return std::ranges::any_of(records->records.relationships, [&](const RelationshipRecord& r) {
      return r.type == type::kHasPart && r.from == from && r.to == to;
    });
  };
  EXPECT_TRUE(has_part("wells:chp_I", "wells:art_2"));
  EXPECT_TRUE(has_part("wells:art_2", "wells:art_2__para_1"));
}

TEST(DatasetTemplate, has_every_table_with_every_column_explained) {
  const auto files = dataset_template("wells");
  for (const auto& table : dataset_files()) {
    const auto file = std::ranges::find(files, table.name, &TemplateFile::name);
    ASSERT_NE(file, files.end()) << table.name;
    for (const auto& rule : table.rules) EXPECT_THAT(file->text, HasSubstr("#   " + std::string(rule.name) + ": "));
  }
  const auto references = std::ranges::find(files, "references.csv", &TemplateFile::name);
  EXPECT_THAT(references->text,
              AllOf(HasSubstr("mode: one of subject_to"), HasSubstr("applied: one of cited, citing; may be empty")));
}

}  // namespace
}  // namespace treatygraph::ingest
