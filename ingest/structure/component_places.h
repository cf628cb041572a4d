#pragma once
// Decides which instrument an annex, a protocol or any other heading belongs to. Used while the headings are read in
// order.

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
  Heading own;                            ///< a default Heading for the treaty
  std::size_t parent = Heading::kMain;    ///< index among the components
  std::size_t start = 0;                  ///< bytes of the text
  std::map<ProvisionKind, Heading> last;  ///< last headings of its units, divisions and components, by kind
  std::set<std::string> annexes;          ///< numbers of the annexes directly in it
};

/// The instruments opened so far, as a tree, and the one that is open now. The text and the language must outlive it.
class ComponentPlaces {
 public:
  ComponentPlaces(std::string_view text, const StructureWords& language) : text_(text), language_(language) {
    components_.emplace_back();
  }

  /// The open instrument; the treaty at first.
  [[nodiscard]] OpenComponent& here() { return components_[here_]; }
  [[nodiscard]] const OpenComponent& here() const { return components_[here_]; }

  /// Whether the heading is that of the open component, repeated at the top of a later page.
  [[nodiscard]] bool is_on_each_page(const Heading& heading) const;
  /// Whether an annex begins material that was published with the treaty, such as the resolutions of a conference in
  /// its final act. This is so if its number was used already and its heading goes on with a word such as "Resolution".
  [[nodiscard]] bool is_after_treaty(const Heading& heading) const;
  /// Opens a component with the heading at `position` in the list of kept headings; returns the position of the heading
  /// that contains it, or Heading::kMain for the treaty.
  std::size_t open(const Heading& heading, std::size_t position);

  /// The component around the open one whose numbering a unit or division continues; nothing if it belongs to the open
  /// one. A long annex often has no end of its own: article 8 after an annex with articles 1 to 3 is article 8 of the
  /// treaty if the treaty had 7.
  [[nodiscard]] std::optional<std::size_t> component_that_goes_on(const Heading& heading) const;
  /// Makes that component the open one, and so closes those inside it.
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
