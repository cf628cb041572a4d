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

/// The meaning of a citation, as far as the document contains it. Empty targets mean that nothing was found.
struct Resolved {
  Targets targets;
  Targets open_ended;     ///< of these, those reached only by "et seq."
  std::string unreached;  ///< "paragraph 9" of "article 2, paragraph 9" if only article 2 exists; otherwise empty
};

/// Resolves the citations of one document. It keeps no state between citations: callers pass what was cited before.
class Resolver {
 public:
  /// All must outlive it.
  Resolver(std::string_view text, const Structure& structure, const Components& components);

  /// Resolves a citation in the provision `from`; `before` is what was cited last, for "that article". `home` is the
  /// instrument of the document that the words name. Nothing is found if the treaty has no such provision, or not the
  /// article or division named; if only a part of it is missing, its nearest existing ancestor is found.
  [[nodiscard]] Resolved resolve(const Citation& citation, std::size_t from, const Targets& before,
                                 const Home& home = {}) const;

  /// The index of the document's provisions.
  [[nodiscard]] const ProvisionIndex& index() const { return index_; }

 private:
  /// Whether the end of a range is among the provisions found for it.
  [[nodiscard]] bool ends_with(const Targets& expanded, const CitedProvision& cited) const;
  /// Whether what was found is the provision of the last step and not only one around it.
  [[nodiscard]] bool is_reached(std::size_t found, const EidStep& step) const;
  /// "Paragraph 3.1" of article 3, cited from another article.
  [[nodiscard]] Place called_in_full(const EidStep& step, std::size_t from) const;
  /// Whether the provision has this point directly, without the paragraph between them that the citation names.
  [[nodiscard]] bool has_point_alone(std::size_t provision, const EidStep& point) const;
  [[nodiscard]] bool lost_numbers_of_paragraphs(std::size_t provision, const EidStep& step) const;
  [[nodiscard]] std::size_t steps_inside(std::size_t provision, const std::vector<EidStep>& steps) const;
  [[nodiscard]] bool is_printed_so(std::size_t provision, const CitedProvision& cited) const;
  [[nodiscard]] Place relative(const CitedProvision& cited, std::size_t from) const;
  /// The only part with that kind and number, at any depth.
  [[nodiscard]] Place only_inside(std::size_t provision, const EidStep& step) const;
  /// The provision of the first step, from which the others go down.
  [[nodiscard]] Place first_step(const Citation& citation, const CitedProvision& cited, std::size_t from,
                                 const Targets& before, const Home& home, std::size_t& taken) const;
  [[nodiscard]] Place from_anchor(const Citation& citation, const CitedProvision& cited, std::size_t from,
                                  const Targets& before) const;
  /// The provision of that kind around `from`.
  [[nodiscard]] Place pointed_at(ProvisionKind kind, std::size_t from) const;
  /// The provisions of that kind around those cited; only the last unless `all`.
  [[nodiscard]] Targets lifted(const Targets& cited, ProvisionKind kind, bool all) const;
  [[nodiscard]] Targets kind_alone(const Citation& citation, std::size_t from, const Targets& before) const;
  /// Siblings of the citing provision, in text order; empty if there are none.
  [[nodiscard]] Targets neighbours(const Citation& citation, std::size_t from) const;
  /// The provision and those after it: an open end.
  [[nodiscard]] Targets with_those_after(std::size_t first, const CitedProvision& cited) const;
  /// The provision and those up to the end of its range.
  [[nodiscard]] Targets expand(std::size_t first, const std::string& range_end) const;

  std::string_view text_;
  const Structure& structure_;
  ProvisionIndex index_;
  std::string_view annex_word_;  ///< the first letters of the word for annexes
  NamedProvisions names_;
};

}  // namespace treatygraph::ingest
