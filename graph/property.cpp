#include "graph/property.h"

#include <algorithm>

namespace treatygraph {
namespace {

/// Text, moments and lists are copied from where the view points; other values are in the view itself.
struct ToValue {
  PropertyValue operator()(std::string_view text) const { return {text}; }
  PropertyValue operator()(const DateTime* moment) const { return PropertyValue(PropertyValue::Variant(*moment)); }
  PropertyValue operator()(const PropertyList* list) const { return {*list}; }
  template <typename Plain>
  PropertyValue operator()(const Plain& plain) const {
    return PropertyValue(PropertyValue::Variant(plain));
  }
};

struct ToView {
  PropertyView operator()(const std::string& text) const { return std::string_view(text); }
  PropertyView operator()(const DateTime& moment) const { return &moment; }
  PropertyView operator()(const PropertyList& list) const { return &list; }
  template <typename Plain>
  PropertyView operator()(const Plain& plain) const {
    return plain;
  }
};

}  // namespace

PropertyView view_of(const PropertyValue& value) {
  return std::visit(ToView{}, value.value);
}

PropertyValue to_value(const PropertyView& view) {
  return std::visit(ToValue{}, view);
}

/// A linear search: records have few properties.
const PropertyValue* find_property(const Properties& properties, std::string_view name) {
  const auto found = std::ranges::find(properties, name, &Property::name);
  return found == properties.end() ? nullptr : &found->value;
}

void set_property(Properties& properties, std::string_view name, PropertyValue value) {
  const auto found = std::ranges::find(properties, name, &Property::name);
  if (value.is_null()) {
    if (found != properties.end()) properties.erase(found);
  } else if (found != properties.end()) {
    found->value = std::move(value);
  } else {
    properties.push_back({std::string(name), std::move(value)});
  }
}

std::string text_of(const Properties& properties, std::string_view name) {
  const auto* value = find_property(properties, name);
  const auto* text = value != nullptr ? std::get_if<std::string>(&value->value) : nullptr;
  return text != nullptr ? *text : std::string();
}

}  // namespace treatygraph
