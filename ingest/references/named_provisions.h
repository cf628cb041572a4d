#pragma once
// Finds provisions that a citation names from the outermost step (articles, divisions, annexes), and decides which of
// several provisions with the same number is meant.

#include <cstddef>
#include <optional>
#include <string_view>

#include "ingest/citation/cited_provision.h"
#include "ingest/references/components.h"
#include "ingest/references/provision_index.h"

namespace treatygraph::ingest {

/// The instrument within the document that a citation refers to: "of this Protocol".
struct Home {
  bool is_said = false;  ///< otherwise the one that contains the citation, and those that it belongs to
  std::size_t component = Components::kMain;
};

/// Looks names up in the index of one document. Numbers repeat in a document: each annex may have an article 1, and
/// each title a chapter 2.
class NamedProvisions {
 public:
  /// Both must outlive it.
  NamedProvisions(const ProvisionIndex& index, const Components& components)
      : index_(index), components_(components), structure_(index.structure()) {}

  /// The provision named by the first steps; `taken` becomes their number if it is more than one. Nothing if the
  /// document does not contain it.
  [[nodiscard]] Place absolute(const CitedProvision& cited, std::size_t from, const Home& home,
                               std::size_t& taken) const;
  /// Articles and divisions by number: if an annex cites, its own come before the treaty's.
  [[nodiscard]] Place named(const CitedProvision& cited, const EidStep& step, std::size_t from, const Home& home) const;
  /// "the Annex": the only one of the citing instrument, of the one that it belongs to, or of the whole document.
  [[nodiscard]] Place only_annex(const EidStep& step, std::string_view word, std::size_t from, const Home& home) const;
  /// "Article 2.05 of Chapter 3" if the chapter has no such article. Articles are numbered through the divisions, so
  /// the only such article of the same instrument is meant.
  [[nodiscard]] Place only_unit(const EidStep& step, std::size_t division) const;

 private:
  /// The number of divisions around `provision`, counted from the innermost one that also contains `from`.
  [[nodiscard]] std::size_t shared_depth(std::size_t provision, std::size_t from) const;
  /// How near the instrument of `provision` is to the one that is meant; nothing if it is excluded.
  [[nodiscard]] std::optional<std::size_t> nearness(std::size_t provision, std::size_t from, const Home& home) const;
  /// The only provision of that name anywhere in the document.
  [[nodiscard]] Place only_elsewhere(const CitedProvision& cited, const EidStep& step) const;
  /// "Article 2.1" as paragraph 1 of article 2.
  [[nodiscard]] Place named_in_parts(const CitedProvision& cited, std::size_t from, const Home& home) const;
  /// Skips first steps that the document does not have.
  [[nodiscard]] Place without_lost_divisions(const CitedProvision& cited, std::size_t from, const Home& home,
                                             std::size_t& taken) const;
  /// The only division of that number, and of that title if one was given.
  [[nodiscard]] Place only_named(const CitedProvision& cited, const EidStep& step) const;

  const ProvisionIndex& index_;
  const Components& components_;
  const Structure& structure_;
};

}  // namespace treatygraph::ingest
