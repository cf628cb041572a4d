#pragma once
// Finds the open instrument that an annex, a protocol or a heading belongs to.

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/structure/headings.h"

namespace treatygraph::ingest {

/// The treaty or an accompanying instrument while its headings are read.
struct OpenComponent {
  std::size_t heading = Heading::kMain;   ///< index of its own heading
  Heading own;                            ///< none for the treaty
  std::size_t parent = Heading::kMain;    ///< index among the components
  std::size_t start = 0;                  ///< bytes of the text
  std::map<ProvisionKind, Heading> last;  ///< last headings of its units, divisions and components, by kind
  std::set<std::string> annexes;          ///< their numbers
};

class ComponentPlaces {
 public:
  ComponentPlaces(std::string_view text, const StructureWords& language) : text_(text), language_(language) {
    components_.emplace_back();
  }

  [[nodiscard]] OpenComponent& here() { return components_[here_]; }
  [[nodiscard]] const OpenComponent& here() const { return components_[here_]; }

  /// A repeated heading on a later page of the same component.
  [[nodiscard]] bool is_on_each_page(const Heading& heading) const;
  /// An annex whose number was used already, if nothing open may contain annexes: it starts the material published with
  /// the treaty, such as annexes of a final act.
  [[nodiscard]] bool is_after_treaty(const Heading& heading) const;
  /// Opens a component with the heading at `position`; returns the position of the heading that contains it.
  std::size_t open(const Heading& heading, std::size_t position);

  /// The component, outside the open one, whose numbering a unit or division continues.
  [[nodiscard]] std::optional<std::size_t> component_that_goes_on(const Heading& heading) const;
  void go_back_to(std::size_t component) { here_ = component; }

 private:
  [[nodiscard]] std::size_t parent_for(const Heading& heading) const;
  [[nodiscard]] std::optional<std::size_t> addressed_by(const Addressee& addressee) const;
  [[nodiscard]] std::size_t parent_for_title(const Heading& heading) const;
  [[nodiscard]] std::size_t parent_for_annex(const Heading& heading) const;
  [[nodiscard]] bool may_hold(std::size_t component, const Heading& heading) const;
  [[nodiscard]] bool fits(std::size_t component, const Heading& heading) const;
  [[nodiscard]] bool is_cited_by_treaty_alone(std::size_t protocol, const Heading& heading) const;
  [[nodiscard]] bool has_units(std::size_t component) const;
  [[nodiscard]] std::size_t treaty_around() const;

  std::string_view text_;
  const StructureWords& language_;
  std::vector<OpenComponent> components_;  ///< all opened components, the treaty first
  std::size_t here_ = 0;
};

}  // namespace treatygraph::ingest
