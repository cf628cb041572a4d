#pragma once
// treaties.db.analysis: the values that treatygraph-analyze computed over a whole graph, by node, in a file beside the
// treaties.db. Its format is that of the image, with sections of its own.

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "graph/graph.h"
#include "graph/result.h"

namespace treatygraph {

namespace image {
class Image;
}

/// Scores of all nodes that take long to compute. The numbers are part of the file.
enum class Score : std::uint32_t { PageRank, Betweenness };

/// Values by NodeId of one snapshot, read in place from a mapped file. Immutable and thread-safe.
class Analyses {
 public:
  /// In components() and closures(), the value of a node that has none.
  static constexpr std::uint32_t kNone = 0xffff'ffff;

  /// The table beside `database`, if it was made for the snapshot of `graph`. The error is NotFound if there is no
  /// table; otherwise it names the table and says why it is not used: InvalidArgument if it was made for another
  /// snapshot, Corrupt if it is damaged.
  [[nodiscard]] static Result<std::shared_ptr<const Analyses>> open(const std::filesystem::path& database,
                                                                    const Graph& graph);
  /// The table that open_database() found for `graph`, or null.
  [[nodiscard]] static const Analyses* of(const Graph& graph);
  /// Makes of() find `analyses`. Call it before of() is first called for the graph: the first answer is kept.
  static void attach(std::shared_ptr<const Analyses> analyses, const Graph& graph);

  /// The analyses in it, by the names that treatygraph-analyze uses, such as "rank" and "components".
  [[nodiscard]] std::vector<std::string> names() const;

  /// The score of each node; empty if it was not computed.
  [[nodiscard]] std::span<const double> scores(Score score) const;
  /// What the score was computed from. PageRank: references that were counted. Betweenness: connected pairs.
  [[nodiscard]] std::uint64_t connections(Score score) const;
  /// By node, the smallest node of its strongly connected component in the graph of dependencies between own words;
  /// kNone for nodes that are not in that graph. Empty if it was not computed.
  [[nodiscard]] std::span<const std::uint32_t> components() const;
  /// Out: how many nodes each outermost provision rests on, transitively. In: how many rest on it. kNone for other
  /// nodes. Empty if it was not computed.
  [[nodiscard]] std::span<const std::uint32_t> closures(Direction direction) const;

 private:
  friend class AnalysesWriter;
  explicit Analyses(std::shared_ptr<const image::Image> image) : image_(std::move(image)) {}
  std::shared_ptr<const image::Image> image_;
};

/// Where the table of `database` is: "treaties.db.analysis" beside the file that a link leads to.
[[nodiscard]] std::filesystem::path analyses_path(const std::filesystem::path& database);

/// The same as Analyses::open, and Corrupt if it has values that no computation gives, such as a negative score. Reads
/// all values.
[[nodiscard]] Result<std::shared_ptr<const Analyses>> check_analyses(const std::filesystem::path& database,
                                                                     const Graph& graph);

/// Values to write, each by node. Absent ones are taken from the existing table, if it is of the same snapshot.
struct AnalysesToWrite {
  struct Scores {
    std::vector<double> by_node;
    std::uint64_t connections = 0;
  };
  struct Closures {
    std::vector<std::uint32_t> rests_on;
    std::vector<std::uint32_t> rested_on_by;
  };
  std::optional<Scores> page_rank;
  std::optional<Scores> betweenness;
  std::optional<std::vector<std::uint32_t>> components;
  std::optional<Closures> closures;
};

/// Replaces the table as a whole, through a temporary file and a rename.
[[nodiscard]] Result<void> write_analyses(const std::filesystem::path& database, const Graph& graph,
                                          const AnalysesToWrite& analyses);

}  // namespace treatygraph
