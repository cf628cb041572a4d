#include "tests/analysis/shared_graph.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>

#include <boost/mpi/collectives.hpp>

#include "graph/image/held_map.h"
#include "graph/image/image.h"

namespace treatygraph::bench {
namespace {

void write_image(Size size, const std::string& path) {
  const auto graph = Graph::build(treaty_shaped(size), std::string(64, '0'));
  if (!graph) throw std::runtime_error(graph.error().detail);
  const auto bytes = graph->image().bytes();
  std::ofstream out(path, std::ios::binary);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (!out.flush()) throw std::runtime_error(path + ": cannot be written");
}

}  // namespace

Size size_called(const std::string& name) {
  return name == "S" ? Size::S : name == "M" ? Size::M : Size::L;
}

Graph shared_graph(Size size, const std::string& path, const boost::mpi::communicator& world) {
  if (world.rank() == 0 && !std::filesystem::exists(path)) write_image(size, path);
  world.barrier();
  auto map = image::HeldMap::open(path);
  if (!map) throw std::runtime_error(map.error().detail);
  auto image = image::Image::over(*std::move(map), {});
  if (!image) throw std::runtime_error(image.error().detail);
  (*image)->forget_touched();
  auto graph = Graph::over(*std::move(image), nullptr);
  if (!graph) throw std::runtime_error(graph.error().detail);
  graph->image().forget_touched();
  return *std::move(graph);
}

}  // namespace treatygraph::bench
