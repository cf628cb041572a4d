#pragma once
// Provisions that a citation names from the outside, by articles, divisions and annexes: which of those that are called
// so is meant where it stands.

#include <cstddef>
#include <optional>
#include <string_view>

#include "ingest/citation/cited_provision.h"
#include "ingest/references/components.h"
#include "ingest/references/provision_index.h"

namespace treatygraph::ingest {

/// Which instrument of the document a citation is of.
struct Home {
  bool is_said = false;  ///< else the one that the citation stands in, and what that one goes with
  std::size_t component = Components::kMain;
};

class NamedProvisions {
 public:
  /// Both must outlive it.
  NamedProvisions(const ProvisionIndex& index, const Components& components)
      : index_(index), components_(components), structure_(index.structure()) {}

  /// What the first steps name; `taken` counts them.
  [[nodiscard]] Place absolute(const CitedProvision& cited, std::size_t from, const Home& home,
                               std::size_t& taken) const;
  /// Articles and divisions by their number: an annex's own before the treaty's where an annex cites.
  [[nodiscard]] Place named(const CitedProvision& cited, const EidStep& step, std::size_t from, const Home& home) const;
  /// "the Annex", which the citing instrument has one of, or the one that this goes with, or the whole document.
  [[nodiscard]] Place only_annex(const EidStep& step, std::string_view word, std::size_t from, const Home& home) const;
  /// "Article 2.05 of Chapter 3" where the chapter has none that is called so: articles count through, so the one that
  /// is in the same instrument is meant.
  [[nodiscard]] Place only_unit(const EidStep& step, std::size_t division) const;

 private:
  [[nodiscard]] std::size_t shared_depth(std::size_t provision, std::size_t from) const;
  [[nodiscard]] std::optional<std::size_t> nearness(std::size_t provision, std::size_t from, const Home& home) const;
  [[nodiscard]] Place only_elsewhere(const CitedProvision& cited, const EidStep& step) const;
  [[nodiscard]] Place named_in_parts(const CitedProvision& cited, std::size_t from, const Home& home) const;
  [[nodiscard]] Place without_lost_divisions(const CitedProvision& cited, std::size_t from, const Home& home,
                                             std::size_t& taken) const;
  [[nodiscard]] Place only_named(const CitedProvision& cited, const EidStep& step) const;

  const ProvisionIndex& index_;
  const Components& components_;
  const Structure& structure_;
};

}  // namespace treatygraph::ingest
