#pragma once
// How far the facts of each treaty can be trusted: what was read from a text and what compiled, what was not resolved,
// how much of the document was read.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/graph.h"
#include "queries/request/truncation.h"

namespace treatygraph::queries {

/// Facts of one kind by where they come from.
struct BasisCount {
  std::string_view name;  ///< a label or a relationship type
  std::size_t extracted = 0;
  std::size_t curated = 0;
  std::size_t unstated = 0;  ///< neither is said

  [[nodiscard]] std::size_t total() const { return extracted + curated + unstated; }
  /// One more, of that basis.
  void add(std::string_view basis);
};

/// Facts by how sure they are.
struct ConfidenceCount {
  std::size_t high = 0;
  std::size_t medium = 0;
  std::size_t low = 0;
  std::size_t unstated = 0;

  /// One more, of that confidence.
  void add(std::string_view confidence);
};

/// A citation of something that the treaty's text has not.
struct UnresolvedCitation {
  NodeId provision;  ///< whose words cite
  std::string quote;
  std::string missing;  ///< what was not found: "article", "paragraph", "instrument"
};

/// The file that a treaty was read from.
struct ReadDocument {
  std::string name;    ///< empty: none was read
  std::string sha256;  ///< of its bytes, 64 hexadecimal digits
  std::optional<std::size_t> pages;
  std::optional<std::size_t> words;       ///< without running heads, page numbers and footnotes
  std::optional<std::size_t> words_read;  ///< of these, in its title or in provisions
};

struct TreatyQuality {
  NodeId treaty;
  bool loaded = false;
  ReadDocument document;
  std::string dataset_sha256;              ///< of the files of the dataset that it was compiled from; empty: none
  std::vector<BasisCount> nodes;           ///< of the treaty, by label, without Provision, which the finer labels tell
  std::vector<BasisCount> relationships;   ///< from its nodes, or to them from outside any treaty; by type
  ConfidenceCount confidence;              ///< of these relationships
  std::size_t inferred_references = 0;     ///< REFERS_TO that the words do not name: somebody read them into it
  std::size_t references_to_unloaded = 0;  ///< REFERS_TO treaties, or parts of its own, that are cited and not loaded
  std::size_t unresolved_count = 0;
  std::vector<UnresolvedCitation> unresolved;  ///< in document order, at most the limit
  std::vector<std::string> limits;             ///< what is known to be missing or unsure, in sentences
};

struct QualityRequest {
  std::string treaty;       ///< slug; empty: every treaty that is loaded
  std::size_t limit = 100;  ///< unresolved citations of each treaty
};

struct Quality {
  std::vector<TreatyQuality> treaties;  ///< by slug
  Truncated truncated;
};

/// "article 99 (no such article); Annex 3 (no such annex)", as the property `unresolved` writes it, one by one.
[[nodiscard]] std::vector<UnresolvedCitation> unresolved_of(const Graph& graph, NodeId provision);

/// Of the whole snapshot: what a scope hides is counted as well.
[[nodiscard]] Result<Quality> quality_of(const Graph& graph, const QualityRequest& request);

}  // namespace treatygraph::queries
