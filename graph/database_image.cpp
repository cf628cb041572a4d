// Opening a treaties.db, by its image if that belongs to it.
//
// The image belongs to the tables if the content hash, the size and the first page agree with those in the image. Two
// files cannot be renamed at once, so after a crash, or if one file is copied alone, a mismatch is normal; the graph is
// then built from the tables, and `notes` says so. With the image nothing of the tables is read but the schema and one
// row, unless all pages are to be verified.

#include "graph/database_image.h"

#include <algorithm>
#include <cstdint>
#include <span>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "graph/analyses.h"
#include "graph/database_header.h"
#include "graph/image/held_map.h"
#include "graph/image/image.h"
#include "graph/image_builder.h"
#include "graph/schema_check.h"
#include "graph/sqlite.h"
#include "graph/sqlite_texts.h"
#include "graph/stopped.h"
#include "graph/temporary_file.h"

namespace treatygraph {
namespace {

using image::Section;

/// The section HasText.
Result<std::vector<bool>> unpacked(std::span<const std::uint64_t> words, std::size_t count) {
  if (words.size() != (count + 63) / 64)
    return fail(ErrorCode::Corrupt, "is damaged: it does not say which nodes have a text");
  std::vector<bool> bits(count);
  for (std::size_t i = 0; i < count; ++i) bits[i] = (words[i / 64] >> (i % 64) & 1U) != 0;
  return bits;
}

constexpr const char* kOfAnother = "belongs to another treaties.db, or to another state of it";

/// The tables as a held file, if `image` was made from them. Their pages are compared with the image's digests when
/// they are read.
Result<std::shared_ptr<const sqlite::HeldVfs>> tables_of(const image::Image& image, const std::filesystem::path& path) {
  auto held = HeldFile::open_known(path, check_header, image.array<std::uint64_t>(Section::Pages),
                                   image.header().database_size);
  if (!held) return fail(ErrorCode::Corrupt, kOfAnother);
  auto vfs = std::make_shared<const sqlite::HeldVfs>(*std::move(held));
  auto db = sqlite::Connection::open_to_read(vfs);
  if (!db) return fail(db.error());
  if (auto schema = checked_schema(*db); !schema) return fail(schema.error());
  const auto hash = db->text_of("SELECT value FROM meta WHERE name = 'content_hash'");
  if (!hash || *hash != image.snapshot()) return fail(ErrorCode::Corrupt, kOfAnother);
  return vfs;
}

}  // namespace

std::filesystem::path image_path(const std::filesystem::path& path) {
  auto target = replaceable(path);
  return (target ? *target : path).string() + ".graph";
}

std::filesystem::path folder_of(const std::filesystem::path& path) {
  auto target = replaceable(path);
  const auto folder = (target ? *target : path).parent_path();
  return folder.empty() ? "." : folder;
}

Result<std::string> stated_snapshot(const std::filesystem::path& path) {
  auto held = HeldFile::open(path, check_header);
  if (!held) return fail(held.error());
  auto db = sqlite::Connection::open_to_read(std::make_shared<const sqlite::HeldVfs>(*std::move(held)));
  if (!db) return fail(db.error());
  if (auto schema = checked_schema(*db); !schema) return fail(schema.error());
  return db->text_of("SELECT value FROM meta WHERE name = 'content_hash'");
}

/// In memory, to compare it with the file; prepare_database() writes it to a file instead.
Result<std::vector<char>> image_of(const std::filesystem::path& tables, const GraphRecords& records,
                                   const NodeOrder& order, std::string_view content_hash) {
  const auto held = HeldFile::open(tables, check_header);
  if (!held) return fail(held.error());
  const auto relationships = linked_relationships(records, order);
  if (!relationships) return fail(relationships.error());
  const TablesOfImage of_tables{(*held)->digests(), (*held)->size()};
  RecordsInMemory access(records);
  ImageBuilder builder(access, order, *relationships, ImageBuilder::PropertyOrder::ByName);
  return builder.build(content_hash, &of_tables);
}

/// Each step only makes sure of what the next one relies on: the bytes of the image, the tables it belongs to, the
/// structure (in Graph::over).
Result<Graph> map_graph(const std::filesystem::path& path, Verify verify, const std::stop_token& stop) {
  auto map = image::HeldMap::open(image_path(path));
  if (!map) return fail(map.error());
  auto image = image::Image::over(*map, stop);
  if (!image) return fail(image.error());
  auto vfs = tables_of(**image, path);
  if (!vfs) return fail(vfs.error());
  if (verify == Verify::Now) {
    if (auto sound = (*vfs)->file().verify(stop); !sound) return fail(sound.error().code, kOfAnother);
  }
  auto has_text = unpacked((*image)->array<std::uint64_t>(Section::HasText), (*image)->header().node_count);
  if (!has_text) return fail(has_text.error());
  auto texts = SqliteTexts::open(*std::move(vfs), *std::move(has_text));
  if (!texts) return fail(texts.error());
  if (stop.stop_requested()) return fail_as_stopped();
  auto graph = Graph::over(*std::move(image), *std::move(texts));
  // Checking read every page of the image. A server that uses little of it should not count them as its own.
  if (graph) graph->image().forget_touched();
  return graph;
}

/// An unusable image only costs time: the graph is then built from the tables.
Result<Graph> open_database(const std::filesystem::path& path, const std::stop_token& stop, Verify verify,
                            std::string* notes) {
  auto graph = map_graph(path, verify, stop);
  std::string said;
  if (!graph) {
    if (stop.stop_requested()) return fail_as_stopped();
    said = fmt::format(
        "{}: {}; the graph was built from the tables of {}, which takes longer; treatygraph-ingest "
        "build writes both files",
        image_path(path).string(), graph.error().detail, path.string());
    graph = graph_of_tables(path, stop);
    if (!graph) return graph;
  }
  auto analyses = Analyses::open(path, *graph);
  if (!analyses && analyses.error().code != ErrorCode::NotFound) {
    said += (said.empty() ? "" : "; ") + analyses.error().detail;
  }
  if (analyses) Analyses::attach(*std::move(analyses), *graph);
  if (notes != nullptr) *notes = std::move(said);
  return graph;
}

Result<void> check_image(const std::filesystem::path& path, const GraphRecords& records) {
  const auto name = image_path(path).string();
  const auto wrong = [&name](const Error& error) {
    return fail(error.code, fmt::format("{}: {}", name, error.detail));
  };
  const auto map = image::HeldMap::open(name);
  if (!map) return wrong(map.error());
  const auto image = image::Image::over(*map, {});
  if (!image) return wrong(image.error());
  if (const auto tables = tables_of(**image, path); !tables) return wrong(tables.error());
  const auto order = node_order(records);
  if (!order) return fail(order.error());
  const auto expected = image_of(path, records, *order, (*image)->snapshot());
  if (!expected) return fail(expected.error());
  if (std::ranges::equal(*expected, (*map)->bytes())) return {};
  return wrong({ErrorCode::Corrupt, "is not the image that the tables make"});
}

}  // namespace treatygraph
