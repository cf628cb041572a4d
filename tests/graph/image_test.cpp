// A graph that is mapped is the graph that its tables make, or is not used.

#include "graph/image/image.h"

#include <filesystem>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "graph/database.h"
#include "graph/image/held_map.h"
#include "graph/property_columns.h"
#include "graph/text_store.h"
#include "tests/graph/hops_text.h"
#include "tests/support/random_graph.h"
#include "tests/support/temporary_folder.h"

namespace treatygraph {
namespace {

using testing::bytes_of;
using ::testing::ElementsAreArray;
using ::testing::HasSubstr;
using testing::hops_text;
using ::testing::IsEmpty;
using testing::TemporaryFolder;

std::string value_text(const PropertyView& view) {
  const auto value = to_value(view);
  if (const auto* text = std::get_if<std::string>(&value.value)) return "text " + *text;
  if (const auto* integer = std::get_if<std::int64_t>(&value.value)) return fmt::format("integer {}", *integer);
  if (const auto* number = std::get_if<double>(&value.value)) return fmt::format("float {}", *number);
  if (const auto* flag = std::get_if<bool>(&value.value)) return *flag ? "true" : "false";
  return value.is_null() ? "null" : "other";
}

/// What every accessor of a graph says.
std::vector<std::string> all_of(const Graph& graph) {
  std::vector<std::string> all = {graph.snapshot(),
                                  fmt::format("{} {}", graph.node_count(), graph.relationship_count())};
  const auto add = [&all](const auto&... parts) { all.push_back((std::string() + ... + (" " + std::string(parts)))); };
  for (const auto& name : graph.labels().all()) add("label", name);
  for (const auto& name : graph.types().all()) add("type", name);
  for (const auto& name : graph.properties().all()) add("property", name);
  for (std::size_t label = 0; label < graph.labels().size(); ++label) {
    for (const auto node : graph.nodes_with(static_cast<LabelId>(label))) add("with", graph.key(node));
  }
  for (std::uint32_t i = 0; i < graph.node_count(); ++i) {
    const NodeId node{i};
    const auto text = graph.text(node);
    add(graph.key(node), text ? *text : text.error().detail, std::to_string(graph.label_set(node)));
    EXPECT_EQ(graph.find(graph.key(node)), node);
    for (const auto label : graph.labels_of(node)) add(graph.labels().name(label));
    add(fmt::format("{} {}", graph.parent(node) ? index_of(*graph.parent(node)) : 0,
                    index_of(graph.subtree(node).last)));
    for (const auto name : graph.property_names(node))
      add(graph.properties().name(name), value_text(graph.property(node, name)));
    for (std::size_t type = 0; type < graph.types().size(); ++type) {
      const auto id = static_cast<TypeId>(type);
      add(hops_text(graph.out(node, id)), hops_text(graph.in(node, id)), hops_text(graph.out(graph.subtree(node), id)),
          hops_text(graph.in(graph.subtree(node), id)));
    }
  }
  for (std::uint32_t i = 0; i < graph.relationship_count(); ++i) {
    const RelationshipId r{i};
    add(fmt::format("{} {} {}", index_of(graph.type(r)), index_of(graph.source(r)), index_of(graph.target(r))));
    for (const auto name : graph.property_names(r))
      add(graph.properties().name(name), value_text(graph.property(r, name)));
  }
  const auto hits = graph.texts().search({{search_terms("party")}, Matching::All, 100, [] { return true; }});
  if (hits) {
    for (const auto& hit : *hits) add(graph.key(hit.node), std::to_string(hit.score));
  }
  return all;
}

GraphRecords records_with_texts(std::uint64_t seed) {
  auto records = testing::random_records(seed);
  for (std::size_t i = 0; i < records.nodes.size(); i += 2) {
    set_property(records.nodes[i].properties, "text", fmt::format("Each Party keeps lake {} safe.", i));
    set_property(records.nodes[i].properties, "weight", 0.5 * static_cast<double>(i));
  }
  return records;
}

TEST(Image, gives_every_answer_that_the_tables_give) {
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    const TemporaryFolder folder;
    ASSERT_TRUE(write_database(folder / "a.db", records_with_texts(seed)));
    std::string why;
    const auto mapped = open_database(folder / "a.db", {}, Verify::WhenTouched, &why);
    ASSERT_TRUE(mapped) << mapped.error().detail;
    EXPECT_THAT(why, IsEmpty());
    const auto sound = check_image(folder / "a.db", *read_database(folder / "a.db"));
    EXPECT_TRUE(sound) << sound.error().detail;
    std::filesystem::remove(image_path(folder / "a.db"));
    const auto derived = open_database(folder / "a.db", {}, Verify::Now, &why);
    ASSERT_TRUE(derived) << derived.error().detail;
    EXPECT_THAT(why, HasSubstr("a.db.graph: is missing"));
    EXPECT_THAT(all_of(*mapped), ElementsAreArray(all_of(*derived))) << seed;
    EXPECT_FALSE(mapped->find("nobody:here"));
  }
}

TEST(Image, of_an_empty_graph_is_one) {
  const TemporaryFolder folder;
  ASSERT_TRUE(write_database(folder / "a.db", {}));
  std::string why;
  const auto mapped = open_database(folder / "a.db", {}, Verify::Now, &why);
  ASSERT_TRUE(mapped) << mapped.error().detail;
  EXPECT_THAT(why, IsEmpty());
  EXPECT_EQ(mapped->node_count(), 0U);
  EXPECT_FALSE(mapped->find("a:b"));
}

class ImageBeside : public ::testing::Test {
 protected:
  ImageBeside() {
    EXPECT_TRUE(write_database(folder_ / "a.db", records_with_texts(7)));
    whole_ = bytes_of(folder_ / "a.db.graph");
    answers_ = all_of(*open_database(folder_ / "a.db"));
  }

  /// Why the image is not used; empty where it is. The answers are the same either way.
  std::string why_not(const std::string& image) {
    std::filesystem::remove(folder_ / "a.db.graph");
    folder_.write("a.db.graph", image);
    std::string why;
    const auto graph = open_database(folder_ / "a.db", {}, Verify::WhenTouched, &why);
    EXPECT_TRUE(graph) << graph.error().detail;
    if (graph) {
      EXPECT_EQ(all_of(*graph), answers_);
    }
    return why;
  }

  /// The same with `byte` of the image changed by `by`.
  std::string why_not_with(std::size_t byte, char by) {
    auto image = whole_;
    image[byte] = static_cast<char>(image[byte] ^ by);
    return why_not(image);
  }

  TemporaryFolder folder_;
  std::string whole_;
  std::vector<std::string> answers_;
};

TEST_F(ImageBeside, is_not_used_with_a_bit_flipped_in_any_section) {
  const auto* header = reinterpret_cast<const image::Header*>(whole_.data());
  const auto* entries = reinterpret_cast<const image::Entry*>(whole_.data() + sizeof(image::Header));
  testing::Random random(5);
  for (std::uint32_t i = 0; i < header->section_count; ++i) {
    if (entries[i].size == 0) continue;
    const auto byte = entries[i].offset + random.below(entries[i].size);
    EXPECT_THAT(why_not_with(byte, static_cast<char>(1 << random.below(8))), HasSubstr("damaged"))
        << entries[i].section;
  }
  for (std::size_t byte = 0; byte < sizeof(image::Header); byte += 3) {
    EXPECT_NE(why_not_with(byte, 4), "") << byte;
  }
}

TEST_F(ImageBeside, is_not_used_at_any_length_that_it_is_cut_to) {
  testing::Random random(3);
  for (int i = 0; i < 200; ++i) {
    EXPECT_NE(why_not(whole_.substr(0, random.below(whole_.size()))), "");
  }
  EXPECT_NE(why_not(whole_ + std::string(64, '\0')), "");
  EXPECT_EQ(why_not(whole_), "");
}

TEST_F(ImageBeside, of_another_version_byte_order_or_format_says_so) {
  EXPECT_THAT(why_not_with(offsetof(image::Header, version), 4),
              HasSubstr("image layout 6, this program reads layout 2"));
  EXPECT_THAT(why_not("This is a letter. " + std::string(200, 'x')), HasSubstr("is no graph image"));
  auto other_order = whole_;
  std::reverse(other_order.begin(), other_order.begin() + 8);
  std::reverse(other_order.begin() + 12, other_order.begin() + 16);
  EXPECT_THAT(why_not(other_order), HasSubstr("another byte order"));
}

TEST_F(ImageBeside, of_another_file_is_not_used) {
  ASSERT_TRUE(write_database(folder_ / "b.db", records_with_texts(8)));
  EXPECT_THAT(why_not(bytes_of(folder_ / "b.db.graph")), HasSubstr("belongs to another treaties.db"));
  EXPECT_FALSE(check_image(folder_ / "a.db", *read_database(folder_ / "a.db")));
}

TEST_F(ImageBeside, may_be_written_over_or_cut_while_it_is_mapped) {
  const auto graph = open_database(folder_ / "a.db");
  ASSERT_TRUE(graph);
  folder_.write("a.db.graph", std::string(whole_.size(), 'x'));
  EXPECT_EQ(all_of(*graph), answers_);
  std::filesystem::resize_file(folder_ / "a.db.graph", 0);
  EXPECT_EQ(all_of(*graph), answers_);
}

TEST_F(ImageBeside, gives_no_text_of_a_page_that_was_changed) {
  auto tables = bytes_of(folder_ / "a.db");
  const auto at = tables.find("keeps lake");
  ASSERT_NE(at, std::string::npos);
  tables[at] = 'K';
  folder_.write("a.db", tables);
  const auto touched = open_database(folder_ / "a.db", {}, Verify::WhenTouched);
  if (touched) {
    for (std::uint32_t i = 0; i < touched->node_count(); ++i) {
      const auto text = touched->text(NodeId{i});
      EXPECT_TRUE(!text || text->find("Keeps") == std::string::npos);
    }
  }
  const auto verified = open_database(folder_ / "a.db");
  ASSERT_FALSE(verified);
  EXPECT_EQ(verified.error().code, ErrorCode::Corrupt);
}

TEST_F(ImageBeside, is_not_opened_once_a_stop_is_requested) {
  std::jthread stopping([] {});
  stopping.request_stop();
  const auto graph = open_database(folder_ / "a.db", stopping.get_stop_token());
  ASSERT_FALSE(graph);
  EXPECT_EQ(graph.error().code, ErrorCode::Cancelled);
}

TEST_F(ImageBeside, written_before_its_tables_were_is_not_used) {
  // A crash between the two renames: the tables are new, the image is the one of the old tables.
  const auto old_image = whole_;
  ASSERT_TRUE(write_database(folder_ / "a.db", records_with_texts(8)));
  answers_ = all_of(*open_database(folder_ / "a.db"));
  EXPECT_THAT(why_not(old_image), HasSubstr("belongs to another treaties.db"));
}

TEST_F(ImageBeside, copied_with_its_tables_is_used) {
  std::filesystem::copy_file(folder_ / "a.db", folder_ / "copy.db");
  std::filesystem::copy_file(folder_ / "a.db.graph", folder_ / "copy.db.graph");
  std::string why;
  const auto graph = open_database(folder_ / "copy.db", {}, Verify::Now, &why);
  ASSERT_TRUE(graph);
  EXPECT_EQ(why, "");
  EXPECT_EQ(all_of(*graph), answers_);
}

TEST(ImageWriter, refuses_in_words_what_offsets_cannot_address) {
  image::ImageWriter writer(8);
  const std::vector<std::string> names = {"title"};
  PropertyColumnsWriter columns(3);
  columns.append(0, PropertyId{0}, "five.");
  columns.append(2, PropertyId{0}, "more");
  (void)std::move(columns).write(image::Section::NodeColumn, names, writer);
  const auto bytes = std::move(writer).finish({});
  ASSERT_FALSE(bytes);
  EXPECT_EQ(bytes.error().code, ErrorCode::InvalidArgument);
  EXPECT_THAT(bytes.error().detail, HasSubstr("the different values of title"));
  EXPECT_THAT(bytes.error().detail, HasSubstr("9 bytes"));

  image::ImageWriter keys(8);
  keys.add_texts(image::Section::Keys, std::vector<std::string>{"a:b", "a:c", "a:d"});
  EXPECT_THAT(std::move(keys).finish({}).error().detail, HasSubstr("the names"));
}

}  // namespace
}  // namespace treatygraph
