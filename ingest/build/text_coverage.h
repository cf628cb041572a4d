#pragma once
// Decides which provisions of a dataset are covered by a text of the same treaty, which may be an extract.

#include <cstddef>
#include <set>
#include <string>
#include <vector>

#include "graph/eid.h"
#include "graph/records.h"
#include "ingest/structure/document.h"

namespace treatygraph::ingest {

/// One provision as a source gives it, in document order.
struct SourceProvision {
  Eid eid;
  Eid whole = {};  ///< its parent; empty: the treaty itself
  std::string num = {};
  std::string heading = {};
  std::string words = {};  ///< its own words, without number and heading
};

/// The provisions of the treaty `slug` in the records, without drafts and without annexes that are only cited.
[[nodiscard]] std::vector<SourceProvision> source_provisions(const GraphRecords& records, const std::string& slug);
[[nodiscard]] std::vector<SourceProvision> source_provisions(const Document& document);

/// The provisions of `dataset` that `text` does not cover, so that they stay:
/// - articles, annexes and the preamble that the text does not have, with everything in them;
/// - divisions, if the text prints no division of their kind, or if it does not have one of their articles;
/// - parts of an article that is cut short: it has no words, contains an ellipsis, is the last of the text, or has a
///   part with a higher number.
/// Everything else that the text does not have is contradicted by it.
[[nodiscard]] std::set<Eid> provisions_beyond(const std::vector<SourceProvision>& dataset,
                                              const std::vector<SourceProvision>& text);

/// `document` with the provisions of `dataset` that are in `beyond`, in their places and without words, so that
/// citations resolve in the whole treaty. If the text prints no divisions, articles go into the divisions of the
/// dataset.
struct WidenedStructure {
  Structure structure;
  /// For each provision of `structure`, its position in the document; Provision::kNoParent if it comes from the
  /// dataset.
  std::vector<std::size_t> in_document;
};
[[nodiscard]] WidenedStructure widened(const Document& document, const std::vector<SourceProvision>& dataset,
                                       const std::set<Eid>& beyond);

}  // namespace treatygraph::ingest
