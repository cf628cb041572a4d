#pragma once
// In which of the instruments that are open an annex, a protocol or a heading stands.

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/structure/headings.h"

namespace treatygraph::ingest {

/// The treaty, or what goes with it, while its headings are read.
struct OpenComponent {
  std::size_t heading = Heading::kMain;   ///< position of its own heading
  Heading own;                            ///< of the treaty: none
  std::size_t parent = Heading::kMain;    ///< position among the components
  std::size_t start = 0;                  ///< bytes of the text
  std::map<ProvisionKind, Heading> last;  ///< of its units, divisions and components, each kind for itself
  std::set<std::string> annexes;          ///< their numbers
};

class ComponentPlaces {
 public:
  explicit ComponentPlaces(std::string_view text) : text_(text) { components_.emplace_back(); }

  [[nodiscard]] OpenComponent& here() { return components_[here_]; }
  [[nodiscard]] const OpenComponent& here() const { return components_[here_]; }

  /// A heading that a page repeats while the component goes on.
  [[nodiscard]] bool is_on_each_page(const Heading& heading) const;
  /// An annex whose number the treaty has had, where nothing else is open that may have annexes: with it begins what
  /// was published with the treaty, the annexes of a final act say.
  [[nodiscard]] bool is_behind_treaty(const Heading& heading) const;
  /// Opens a component, whose heading is at `position`; gives the position of the heading in which it stands.
  std::size_t open(const Heading& heading, std::size_t position);

  /// The component outside of the one that is open with whose numbers a unit or division goes on.
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
  std::vector<OpenComponent> components_;  ///< all that were opened, the treaty first
  std::size_t here_ = 0;
};

}  // namespace treatygraph::ingest
