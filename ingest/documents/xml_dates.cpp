#include "ingest/documents/xml_dates.h"

#include <array>
#include <string>
#include <string_view>

#include <re2/re2.h>

#include "ingest/formats/xml_tree.h"
#include "ingest/text/iso_date.h"

namespace treatygraph::ingest {
namespace {

/// Where a kind of document has a date.
struct DateElement {
  std::string_view root;
  std::string_view property;
  const char* element;    ///< XPath
  const char* attribute;  ///< empty if the date is the text of the element
};

/// The first element of a document that contains a valid date is used for each property.
constexpr auto kElements = std::to_array<DateElement>({
    {"Legislation", "date", "//*[local-name()='EnactmentDate']", "Date"},
    {"Legislation", "date", "//*[local-name()='Made']", "Date"},
    {"Legislation", "entry_into_force", "//*[local-name()='ComingIntoForce']/*[local-name()='DateTime']", "Date"},
    {"toestand", "date", "//*[local-name()='datum-ondertekening' or local-name()='ondertekeningsdatum']", "isodatum"},
    {"toestand", "date", "//*[local-name()='datum' and ancestor::*[local-name()='ondertekening']]", "isodatum"},
    {"lawDoc", "date", "//*[local-name()='approvedDate']", "date"},
    {"lawDoc", "date", "//*[local-name()='meta']/*[local-name()='date']", ""},
    {"pLaw", "date", "//*[local-name()='approvedDate']", "date"},
    {"pLaw", "date", "//*[local-name()='meta']/*[local-name()='date']", ""},
});

/// The date in the URN of LexML: "urn:lex:br:federal:decreto:2009-03-02;1". Empty if there is none.
std::string date_of_urn(const pugi::xml_node& root) {
  static const RE2 day(R"(:(\d{4}-\d{2}-\d{2});)");
  const auto urn = attribute_named(root.select_node("//*[local-name()='Identificacao']").node(), "URN");
  std::string found;
  RE2::PartialMatch({urn.data(), urn.size()}, day, &found);
  return found;
}

/// Sets a property to the date at the beginning of `day`, if it is valid and the property is not set.
void set_day(std::string_view property, std::string_view day, Properties& properties) {
  constexpr std::size_t kDay = 10;
  const auto words = day.substr(0, kDay);  // a time may follow
  if (words.size() != kDay || !is_iso_date(words) || find_property(properties, property) != nullptr) return;
  set_property(properties, property, PropertyValue(std::string(words)));
}

}  // namespace

void set_dates_of_xml(const pugi::xml_node& root, Properties& properties) {
  if (local_name(root) == "LexML") set_day("date", date_of_urn(root), properties);
  for (const auto& date : kElements) {
    if (date.root != local_name(root)) continue;
    const auto element = root.select_node(date.element).node();
    const std::string_view attribute(date.attribute);
    set_day(date.property,
            attribute.empty() ? std::string_view(element.text().get()) : attribute_named(element, attribute),
            properties);
  }
}

}  // namespace treatygraph::ingest
