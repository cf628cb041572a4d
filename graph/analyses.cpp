// treaties.db.analysis is an image (image/layout.h) with sections of its own, so its container, checksums and mapping
// are those of graph images. It is written as a whole: values that this run did not compute are copied from the former
// table if that is of the same snapshot.

#include "graph/analyses.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <numeric>

#include <fmt/format.h>

#include "graph/image/held_map.h"
#include "graph/image/image.h"
#include "graph/temporary_file.h"

namespace treatygraph {
namespace {

using image::Section;

constexpr std::array kScores = {Score::PageRank, Score::Betweenness};
constexpr std::array kDirections = {Direction::Out, Direction::In};

/// The key in the graph's Derived.
struct Attached {
  std::shared_ptr<const Analyses> analyses;
};

/// The error of a table that exists and cannot be used. It never makes a database unusable.
tl::unexpected<Error> not_used(const std::filesystem::path& path, std::string_view why,
                               ErrorCode code = ErrorCode::Corrupt) {
  return fail(code, fmt::format("{} {}; it is not used; treatygraph-analyze makes it anew", path.string(), why));
}

/// Whether each analysis in the table is absent or has a value for each node. Readers index the arrays unchecked.
bool has_a_value_for_each_node(const Analyses& analyses, std::size_t nodes) {
  const auto fits = [nodes](std::size_t size) { return size == 0 || size == nodes; };
  return fits(analyses.components().size()) &&
         std::ranges::all_of(kScores, [&](auto score) { return fits(analyses.scores(score).size()); }) &&
         std::ranges::all_of(kDirections, [&](auto to) { return fits(analyses.closures(to).size()); });
}

/// Adds `given`, or what the former table has.
template <typename T>
void add(image::ImageWriter& writer, Section section, std::size_t number, const std::vector<T>* given,
         std::span<const T> former) {
  const auto values = given != nullptr ? std::span<const T>(*given) : former;
  if (!values.empty()) writer.add(section, number, values);
}

void add_scores(image::ImageWriter& writer, Score score, const std::optional<AnalysesToWrite::Scores>& given,
                const Analyses* former) {
  const auto number = static_cast<std::size_t>(score);
  add<double>(writer, Section::AnalysisScores, number, given ? &given->by_node : nullptr,
              former != nullptr ? former->scores(score) : std::span<const double>());
  const std::array connections = {given               ? given->connections
                                  : former != nullptr ? former->connections(score)
                                                      : std::uint64_t{0}};
  writer.add(Section::AnalysisConnections, number, std::span<const std::uint64_t>(connections));
}

/// The bytes of the new table, with given values in place of former ones.
Result<std::vector<char>> bytes_of(const Graph& graph, const AnalysesToWrite& given, const Analyses* former) {
  image::ImageWriter writer;
  add_scores(writer, Score::PageRank, given.page_rank, former);
  add_scores(writer, Score::Betweenness, given.betweenness, former);
  using Nodes = std::span<const std::uint32_t>;
  add<std::uint32_t>(writer, Section::AnalysisComponents, 0, given.components ? &*given.components : nullptr,
                     former != nullptr ? former->components() : Nodes());
  for (const auto direction : kDirections) {
    const auto* closures = !given.closures               ? nullptr
                           : direction == Direction::Out ? &given.closures->rests_on
                                                         : &given.closures->rested_on_by;
    add<std::uint32_t>(writer, Section::AnalysisClosures, index_of(direction), closures,
                       former != nullptr ? former->closures(direction) : Nodes());
  }
  image::Header header{};
  header.node_count = static_cast<std::uint32_t>(graph.node_count());
  header.relationship_count = static_cast<std::uint32_t>(graph.relationship_count());
  graph.snapshot().copy(header.snapshot.data(), header.snapshot.size());
  return std::move(writer).finish(header);
}

/// What is wrong with the values; empty if nothing is.
std::string what_cannot_be(const Analyses& analyses) {
  for (const auto score : kScores) {
    const auto scores = analyses.scores(score);
    if (!std::ranges::all_of(scores, [](double value) { return std::isfinite(value) && value >= 0; })) {
      return "has a score that is no number, or negative";
    }
  }
  const auto shares = analyses.scores(Score::PageRank);
  const auto sum = std::accumulate(shares.begin(), shares.end(), 0.0);
  // 0 if there is no node with own words, or no table. The tolerance is for sums of millions of shares.
  if (sum != 0 && std::abs(sum - 1) > 1e-6) return fmt::format("has shares whose sum is {:.6g}, not 1", sum);
  const auto components = analyses.components();
  // The first node of a component is its smallest, and its own first node.
  for (std::size_t i = 0; i < components.size(); ++i) {
    const auto first = components[i];
    if (first != Analyses::kNone && (first > i || components[first] != first)) {
      return "has components that do not name their first node";
    }
  }
  return {};
}

}  // namespace

std::filesystem::path analyses_path(const std::filesystem::path& database) {
  auto target = replaceable(database);
  return (target ? *target : database).string() + ".analysis";
}

Result<std::shared_ptr<const Analyses>> Analyses::open(const std::filesystem::path& database, const Graph& graph) {
  const auto path = analyses_path(database);
  auto map = image::HeldMap::open(path);
  if (!map && map.error().code == ErrorCode::NotFound) return fail(ErrorCode::NotFound, path.string());
  if (!map) return not_used(path, map.error().detail);
  auto image = image::Image::over(*map, {});
  if (!image) return not_used(path, image.error().detail);
  if ((*image)->snapshot() != graph.snapshot()) {
    return not_used(path,
                    fmt::format("was made for another snapshot, {}, and this is {}", (*image)->snapshot().substr(0, 12),
                                graph.snapshot().substr(0, 12)),
                    ErrorCode::InvalidArgument);
  }
  const std::shared_ptr<const Analyses> analyses(new Analyses(*image));
  if ((*image)->array<std::uint64_t>(Section::AnalysisConnections).empty()) return not_used(path, "has no analyses");
  if (!has_a_value_for_each_node(*analyses, graph.node_count())) {
    return not_used(path, "is damaged: it does not have a value for each node");
  }
  (*image)->forget_touched();
  return analyses;
}

const Analyses* Analyses::of(const Graph& graph) {
  return graph.derived().get<Attached>([] { return Attached(); }).analyses.get();
}

void Analyses::attach(std::shared_ptr<const Analyses> analyses, const Graph& graph) {
  (void)graph.derived().get<Attached>([&] { return Attached{std::move(analyses)}; });
}

std::vector<std::string> Analyses::names() const {
  std::vector<std::string> names;
  if (!scores(Score::PageRank).empty()) names.emplace_back("rank");
  if (!components().empty()) names.emplace_back("components");
  if (!closures(Direction::Out).empty()) names.emplace_back("closures");
  if (!scores(Score::Betweenness).empty()) names.emplace_back("betweenness");
  return names;
}

std::span<const double> Analyses::scores(Score score) const {
  return image_->array<double>(Section::AnalysisScores, static_cast<std::size_t>(score));
}

std::uint64_t Analyses::connections(Score score) const {
  const auto found = image_->array<std::uint64_t>(Section::AnalysisConnections, static_cast<std::size_t>(score));
  return found.empty() ? 0 : found.front();
}

std::span<const std::uint32_t> Analyses::components() const {
  return image_->array<std::uint32_t>(Section::AnalysisComponents);
}

std::span<const std::uint32_t> Analyses::closures(Direction direction) const {
  return image_->array<std::uint32_t>(Section::AnalysisClosures, index_of(direction));
}

Result<std::shared_ptr<const Analyses>> check_analyses(const std::filesystem::path& database, const Graph& graph) {
  auto analyses = Analyses::open(database, graph);
  if (!analyses) return analyses;
  const auto wrong = what_cannot_be(**analyses);
  if (!wrong.empty()) return not_used(analyses_path(database), wrong);
  return analyses;
}

/// A former table that cannot be used is replaced; its values are lost, and can be computed again.
Result<void> write_analyses(const std::filesystem::path& database, const Graph& graph,
                            const AnalysesToWrite& analyses) {
  const auto former = Analyses::open(database, graph);
  const auto bytes = bytes_of(graph, analyses, former ? former->get() : nullptr);
  if (!bytes) return fail(bytes.error());
  auto file = TemporaryFile::beside(analyses_path(database));
  if (!file) return fail(file.error());
  std::ofstream out(file->path(), std::ios::binary);
  out.write(bytes->data(), static_cast<std::streamsize>(bytes->size()));
  out.close();
  if (!out) {
    return fail(ErrorCode::Unavailable,
                fmt::format("{}: cannot be written; perhaps the disk is full", analyses_path(database).string()));
  }
  return file->commit();
}

}  // namespace treatygraph
