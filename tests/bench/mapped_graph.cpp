#include "tests/bench/mapped_graph.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <utility>

#include <fmt/format.h>
#include <unistd.h>

#include "graph/image/held_map.h"
#include "graph/image/image.h"

namespace treatygraph::bench {
namespace {

template <typename T>
T or_end(Result<T> result) {
  if (result) return *std::move(result);
  fmt::print(stderr, "no graph could be mapped: {}\n", result.error().detail);
  std::exit(1);
}

}  // namespace

Graph mapped_graph(Size size) {
  const auto path = std::filesystem::temp_directory_path() / fmt::format("mapped_{}.graph", getpid());
  {
    const auto built = or_end(Graph::build(treaty_shaped(size), std::string(64, '0')));
    const auto bytes = built.image().bytes();
    std::ofstream(path, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  }
  auto map = or_end(image::HeldMap::open(path));
  std::filesystem::remove(path);  // the mapping keeps it
  return or_end(Graph::over(or_end(image::Image::over(std::move(map), {})), nullptr));
}

}  // namespace treatygraph::bench
