#include "ingest/structure/component_list.h"

#include <algorithm>
#include <utility>

#include "graph/ascii.h"
#include "ingest/structure/quoted_amendments.h"

namespace treatygraph::ingest {
namespace {

// A component without a number has its name as `num`: "on-chemicals" begins with two small letters, while "I", "1A" and
// "TRM" do not.
bool is_name(std::string_view num) {
  return num.size() > 1 && is_lower(num[0]) && is_lower(num[1]);
}

Component component_of(const Provision& provision, std::size_t at) {
  Component component;
  component.kind = name_of(provision.kind);
  (is_name(provision.num) ? component.name : component.number) = provision.num;
  component.title = provision.heading;
  component.provision = at;
  component.start = provision.start;
  component.end = provision.end;
  return component;
}

}  // namespace

// One pass over the structure. `around` gives each provision the component that contains it, from its parent, which
// comes first. The treaty has no provision of its own, so its range is that of the provisions that no other component
// contains.
std::vector<Component> component_list(std::string_view text, const Structure& structure) {
  std::vector<Component> components(1);
  components.front().kind = "treaty";
  std::vector<std::size_t> around(structure.size(), 0);  // of each provision, the component that contains it
  for (std::size_t i = 0; i < structure.size(); ++i) {
    const auto& provision = structure[i];
    const auto outer = provision.parent == Provision::kNoParent ? 0 : around[provision.parent];
    around[i] = outer;
    if (is_component(provision.kind)) {
      around[i] = components.size();
      components.push_back(component_of(provision, i));
      components.back().parent = outer;
      continue;
    }
    auto& component = components[outer];
    if (component.first == Component::kNone) component.first = i;
    if (outer != 0) continue;
    if (component.first == i) component.start = provision.start;
    component.end = std::max(component.end, provision.end);
  }
  for (const auto& range : quoted_amendments(text)) {
    Component quoted;
    quoted.kind = name_of(ProvisionKind::Quoted);
    quoted.parent = 0;
    quoted.start = range.first;
    quoted.end = range.last;
    components.push_back(std::move(quoted));
  }
  return components;
}

}  // namespace treatygraph::ingest
