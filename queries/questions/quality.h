#pragma once
// How far the facts of each treaty can be trusted: what was extracted from a text, what was curated, what was not
// resolved, and how much of the document was read.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/graph.h"
#include "queries/request/truncation.h"

namespace treatygraph::queries {

/// Counts of facts of one kind by basis.
struct BasisCount {
  std::string_view name;  ///< a label or a relationship type
  std::size_t extracted = 0;
  std::size_t curated = 0;
  std::size_t unstated = 0;  ///< basis not stated

  [[nodiscard]] std::size_t total() const { return extracted + curated + unstated; }
  /// Counts one more fact with that basis.
  void add(std::string_view basis);
};

/// Counts of facts by confidence.
struct ConfidenceCount {
  std::size_t high = 0;
  std::size_t medium = 0;
  std::size_t low = 0;
  std::size_t unstated = 0;

  /// Counts one more fact with that confidence.
  void add(std::string_view confidence);
};

/// A citation of something that the treaty's text does not contain.
struct UnresolvedCitation {
  NodeId provision;  ///< the citing provision
  std::string quote;
  std::string missing;  ///< what was not found: "article", "paragraph", "instrument"
};

/// The file that a treaty was read from.
struct ReadDocument {
  std::string name;    ///< empty: none was read
  std::string sha256;  ///< SHA-256 of its bytes, 64 hexadecimal digits
  std::optional<std::size_t> pages;
  std::optional<std::size_t> words;       ///< without running heads, page numbers and footnotes
  std::optional<std::size_t> words_read;  ///< of these, words in its title or in provisions
};

/// What is known of one treaty's data.
struct TreatyQuality {
  NodeId treaty{};
  bool loaded = false;
  ReadDocument document;
  std::string dataset_sha256;     ///< hash of the dataset's files; empty: not from a dataset
  std::vector<BasisCount> nodes;  ///< nodes of the treaty by label, without Provision, which the finer labels cover
  std::vector<BasisCount> relationships;  ///< relationships from its nodes, or to them from outside any treaty; by type
  ConfidenceCount confidence;             ///< counts over these relationships
  std::size_t inferred_references = 0;    ///< REFERS_TO that the words do not name: somebody inferred them
  std::size_t references_to_unloaded = 0;  ///< to treaties, or to its own parts, that are not loaded
  std::size_t unresolved_count = 0;
  std::vector<UnresolvedCitation> unresolved;  ///< in document order, at most the limit
  std::vector<std::string> limits;             ///< known gaps and uncertainties, as sentences
};

struct QualityRequest {
  std::string treaty;       ///< slug; empty: every treaty that is loaded
  std::size_t limit = 100;  ///< unresolved citations per treaty
};

struct Quality {
  std::vector<TreatyQuality> treaties;  ///< by slug
  Truncated truncated;
};

/// The property `unresolved` ("article 99 (no such article); Annex 3 (no such annex)"), split into its citations.
[[nodiscard]] std::vector<UnresolvedCitation> unresolved_of(const Graph& graph, NodeId provision);

/// The quality of one treaty or of all loaded ones. Covers the whole snapshot, including what a scope hides. The counts
/// are computed once per graph.
[[nodiscard]] Result<Quality> quality_of(const Graph& graph, const QualityRequest& request);

}  // namespace treatygraph::queries
