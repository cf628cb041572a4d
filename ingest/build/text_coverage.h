#pragma once
// How much of the provisions known to a dataset a text covers.

#include <cstddef>
#include <set>
#include <string>
#include <vector>

#include "graph/eid.h"
#include "graph/records.h"
#include "ingest/structure/document.h"

namespace treatygraph::ingest {

/// One provision of a source, in document order.
struct ToldProvision {
  Eid eid;
  Eid whole = {};  ///< its parent; empty: the treaty itself
  std::string num = {};
  std::string heading = {};
  std::string words = {};  ///< its own words, without number and heading
};

/// The provisions of the treaty `slug`, without drafts and without annexes that are only cited.
[[nodiscard]] std::vector<ToldProvision> told_provisions(const GraphRecords& records, const std::string& slug);
[[nodiscard]] std::vector<ToldProvision> told_provisions(const Document& document);

/// The provisions of `dataset` that `text` does not cover, and that therefore stay: missing articles, annexes and
/// preamble with their contents; divisions, if the text prints none of their kind or lacks one of their articles;
/// parts of an article that is cut short (without words, with an ellipsis, at the end of the text, or followed by a
/// number that shows that they exist). Everything else that the text lacks is contradicted by it.
[[nodiscard]] std::set<Eid> provisions_beyond(const std::vector<ToldProvision>& dataset,
                                              const std::vector<ToldProvision>& text);

/// `document` plus the provisions of `dataset` that are in `beyond`, in their places and without words, so that
/// citations resolve in the whole treaty. If the text prints no divisions, articles go into those that the dataset
/// names.
struct WidenedStructure {
  Structure structure;
  /// For each provision of `structure`, its position in the document's; Provision::kNoParent if it is the dataset's.
  std::vector<std::size_t> in_document;
};
[[nodiscard]] WidenedStructure widened(const Document& document, const std::vector<ToldProvision>& dataset,
                                       const std::set<Eid>& beyond);

}  // namespace treatygraph::ingest
