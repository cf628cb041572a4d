// Opening a treaties.db, mapped and built from its tables, in one run; and the size of the images of generated graphs.

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <limits>
#include <span>
#include <string>
#include <utility>

#include <fmt/format.h>
#include <unistd.h>

#include "graph/database.h"
#include "graph/image/held_map.h"
#include "graph/image/image.h"
#include "tests/bench/result_row.h"
#include "tests/bench/treaty_shape.h"

namespace {

using treatygraph::Verify;
using treatygraph::image::Section;
namespace image = treatygraph::image;

/// Resident memory of this process in MiB: its own, and with the pages of files that it maps.
std::pair<double, double> resident() {
  std::ifstream file("/proc/self/statm");
  double size = 0;
  double all = 0;
  double of_files = 0;
  file >> size >> all >> of_files;
  const double mib = static_cast<double>(sysconf(_SC_PAGESIZE)) / (1024 * 1024);
  return {(all - of_files) * mib, all * mib};
}

void open_and_tell(const std::string& path, Verify verify, const char* name) {
  const auto start = std::chrono::steady_clock::now();
  std::string why;
  const auto graph = treatygraph::open_database(path, {}, verify, &why);
  const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
  if (!graph) {
    fmt::print(stderr, "{}: {}\n", name, graph.error().detail);
    return;
  }
  const auto [own, all] = resident();
  fmt::print("{}: {:.1f} ms, resident {:.0f} MiB of its own, {:.0f} with mapped files; {} nodes, {} relationships{}\n",
             name, took.count(), own, all, graph->node_count(), graph->relationship_count(),
             why.empty() ? "" : " (from the tables)");
}

/// Bytes for each relationship: topology, and its properties.
void tell_sizes(const std::string& name, const image::Image& image) {
  const std::span entries(reinterpret_cast<const image::Entry*>(image.bytes().data() + sizeof(image::Header)),
                          image.header().section_count);
  double topology = 0;
  double properties = 0;
  for (const auto& entry : entries) {
    const Section section{entry.section};
    const auto size = static_cast<double>(entry.size);
    if (section >= Section::OutStarts && section <= Section::InRelationships) topology += size;
    if (section >= Section::RelationshipColumn && section < Section::Offsets) properties += size;
  }
  const auto count = static_cast<double>(image.header().relationship_count);
  const auto show = [&](std::string_view what, std::string_view unit, double value) {
    treatygraph::bench::print_result({fmt::format("{}: {}", name, what), unit, value});
  };
  show("image", "MiB", static_cast<double>(image.bytes().size()) / (1 << 20));
  show("topology of a relationship", "bytes", topology / count);
  show("properties of a relationship", "bytes", properties / count);
}

/// The image of a generated graph, written to a file of its own and opened as an image without tables.
void tell_generated(treatygraph::bench::Size size, const std::string& name) {
  const auto path = std::filesystem::temp_directory_path() / ("loading_bench_" + name + ".graph");
  {
    const auto graph = treatygraph::Graph::build(treatygraph::bench::treaty_shaped(size), std::string(64, '0'));
    if (!graph) return;
    treatygraph::bench::print_result_header();
    tell_sizes("generated " + name, graph->image());
    const auto bytes = graph->image().bytes();
    std::ofstream(path, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  }
  auto fastest = std::numeric_limits<double>::max();
  for (int i = 0; i < 3; ++i) {
    const auto start = std::chrono::steady_clock::now();
    auto map = image::HeldMap::open(path);
    if (!map) return;
    auto image = image::Image::over(*std::move(map), {});
    const auto graph = treatygraph::Graph::over(*std::move(image), nullptr);
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
    fastest = std::min(fastest, took.count());
  }
  treatygraph::bench::print_result({fmt::format("generated {}: opening it", name), "ms", fastest});
  std::filesystem::remove(path);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    fmt::print(stderr,
               "usage: loading_bench FILE.db | S | M | L   (an image is written beside FILE.db if it has none)\n");
    return 2;
  }
  const std::string path = argv[1];
  if (path.size() == 1) {
    using treatygraph::bench::Size;
    tell_generated(path == "S" ? Size::S : path == "M" ? Size::M : Size::L, path);
    return 0;
  }
  if (!std::filesystem::exists(treatygraph::image_path(path))) {
    const auto records = treatygraph::read_database(path);
    if (!records || !treatygraph::write_database(path, *records)) return 1;
  }
  for (int i = 0; i < 3; ++i) open_and_tell(path, Verify::WhenTouched, "mapped, tables verified when touched");
  open_and_tell(path, Verify::Now, "mapped, tables verified now");
  if (const auto graph = treatygraph::open_database(path)) tell_sizes(path, graph->image());
  const auto without = path + ".alone";
  std::filesystem::create_hard_link(path, without);
  open_and_tell(without, Verify::Now, "built from the tables");
  std::filesystem::remove(without);
  return 0;
}
