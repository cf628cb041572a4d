#pragma once
// How far a text speaks for the provisions that a dataset knows of its treaty.

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
  Eid whole = {};  ///< what it stands in; empty: the treaty itself
  std::string num = {};
  std::string heading = {};
  std::string words = {};  ///< its own, without number and heading
};

/// Of the treaty `slug`, without drafts and without annexes that are only cited.
[[nodiscard]] std::vector<ToldProvision> told_provisions(const GraphRecords& records, const std::string& slug);
[[nodiscard]] std::vector<ToldProvision> told_provisions(const Document& document);

/// Those of `dataset` that `text` lacks and says nothing about, so that they stay as they are: articles, annexes and
/// the preamble that it does not hold, with all that stands in them; divisions, where it prints none of their kind or
/// lacks an article of theirs; parts of an article that is cut short: without words, with an ellipsis, the last of the
/// text, or with a number behind them that shows that they are there. All else that the text lacks is contradicted.
[[nodiscard]] std::set<Eid> provisions_beyond(const std::vector<ToldProvision>& dataset,
                                              const std::vector<ToldProvision>& text);

/// `document` with the provisions of `dataset` that are in `beyond` at the places where they would stand, without
/// words: what its words cite is then found in the treaty as a whole. Where the text prints no division, an article
/// stands in the one that the dataset names.
struct WidenedStructure {
  Structure structure;
  /// For each of `structure`, its position in the document's; Provision::kNoParent for one of the dataset's.
  std::vector<std::size_t> in_document;
};
[[nodiscard]] WidenedStructure widened(const Document& document, const std::vector<ToldProvision>& dataset,
                                       const std::set<Eid>& beyond);

}  // namespace treatygraph::ingest
