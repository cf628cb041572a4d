#pragma once
// Resolves a citation within its treaty to the finest existing provisions.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/citation/citation.h"
#include "ingest/references/components.h"
#include "ingest/references/named_provisions.h"
#include "ingest/references/provision_index.h"
#include "ingest/structure/structure.h"

namespace treatygraph::ingest {

/// The meaning of a citation, as far as the document has it.
struct Resolved {
  Targets targets;
  Targets open_ended;     ///< of these, those reached only by "et seq."
  std::string unreached;  ///< "paragraph 9" of "article 2, paragraph 9" if only article 2 exists; otherwise empty
};

class Resolver {
 public:
  /// All must outlive it.
  Resolver(std::string_view text, const Structure& structure, const Components& components);

  /// `from` is the citing provision; `before` was cited last. Empty if the treaty has no such provision, or not the
  /// article or division named.
  [[nodiscard]] Resolved resolve(const Citation& citation, std::size_t from, const Targets& before,
                                 const Home& home = {}) const;

  [[nodiscard]] const ProvisionIndex& index() const { return index_; }

 private:
  [[nodiscard]] bool ends_with(const Targets& expanded, const CitedProvision& cited) const;
  [[nodiscard]] bool is_reached(std::size_t found, const EidStep& step) const;
  [[nodiscard]] Place called_in_full(const EidStep& step, std::size_t from) const;
  [[nodiscard]] bool has_point_alone(std::size_t provision, const EidStep& point) const;
  [[nodiscard]] bool lost_numbers_of_paragraphs(std::size_t provision, const EidStep& step) const;
  [[nodiscard]] std::size_t steps_inside(std::size_t provision, const std::vector<EidStep>& steps) const;
  [[nodiscard]] bool is_printed_so(std::size_t provision, const CitedProvision& cited) const;
  [[nodiscard]] Place relative(const CitedProvision& cited, std::size_t from) const;
  [[nodiscard]] Place only_inside(std::size_t provision, const EidStep& step) const;
  [[nodiscard]] Place first_step(const Citation& citation, const CitedProvision& cited, std::size_t from,
                                 const Targets& before, const Home& home, std::size_t& taken) const;
  [[nodiscard]] Place from_anchor(const Citation& citation, const CitedProvision& cited, std::size_t from,
                                  const Targets& before) const;
  [[nodiscard]] Place pointed_at(ProvisionKind kind, std::size_t from) const;
  [[nodiscard]] Targets lifted(const Targets& cited, ProvisionKind kind, bool all) const;
  [[nodiscard]] Targets kind_alone(const Citation& citation, std::size_t from, const Targets& before) const;
  [[nodiscard]] Targets neighbours(const Citation& citation, std::size_t from) const;
  [[nodiscard]] Targets with_those_after(std::size_t first, const CitedProvision& cited) const;
  [[nodiscard]] Targets expand(std::size_t first, const std::string& range_end) const;

  std::string_view text_;
  const Structure& structure_;
  ProvisionIndex index_;
  std::string_view annex_word_;  ///< the first letters of what annexes are called
  NamedProvisions names_;
};

}  // namespace treatygraph::ingest
