// What it takes to open a treaties.db: mapped, and derived from its tables, in one run. loading_bench FILE.db

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>

#include <fmt/format.h>
#include <unistd.h>

#include "graph/database.h"
#include "graph/image/image.h"

namespace {

using treatygraph::Verify;

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
    fmt::print("{}: {}\n", name, graph.error().detail);
    return;
  }
  const auto [own, all] = resident();
  fmt::print("{}: {:.1f} ms, resident {:.0f} MiB of its own, {:.0f} with mapped files; {} nodes, {} relationships{}\n",
             name, took.count(), own, all, graph->node_count(), graph->relationship_count(),
             why.empty() ? "" : " (derived)");
}

/// Bytes for each relationship: topology, and its properties.
void tell_sizes(const std::string& path) {
  const auto graph = treatygraph::open_database(path, {}, Verify::WhenTouched);
  if (!graph) return;
  const auto& image = graph->image();
  const std::span entries(
      reinterpret_cast<const treatygraph::image::Entry*>(image.bytes().data() + sizeof(treatygraph::image::Header)),
      image.header().section_count);
  double topology = 0;
  double properties = 0;
  for (const auto& [section, number, offset, size, checksum] : entries) {
    if (section >= 10 && section <= 14) topology += static_cast<double>(size);
    if (section >= 48 && section < 64) properties += static_cast<double>(size);
  }
  const auto count = static_cast<double>(graph->relationship_count());
  fmt::print("image: {:.1f} MiB; each relationship {:.1f} bytes of topology, {:.1f} of properties\n",
             static_cast<double>(image.bytes().size()) / (1 << 20), topology / count, properties / count);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    fmt::print(stderr, "usage: loading_bench FILE.db   (an image is written beside it where there is none)\n");
    return 2;
  }
  const std::string path = argv[1];
  if (!std::filesystem::exists(treatygraph::image_path(path))) {
    const auto records = treatygraph::read_database(path);
    if (!records || !treatygraph::write_database(path, *records)) return 1;
  }
  for (int i = 0; i < 3; ++i) open_and_tell(path, Verify::WhenTouched, "mapped, tables verified when touched");
  open_and_tell(path, Verify::Now, "mapped, tables verified now");
  tell_sizes(path);
  const auto without = path + ".alone";
  std::filesystem::create_hard_link(path, without);
  open_and_tell(without, Verify::Now, "derived from the tables");
  std::filesystem::remove(without);
  return 0;
}
