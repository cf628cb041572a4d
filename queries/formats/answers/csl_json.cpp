// CSL has a type for treaties. Authors are literal names, which are not split into family and given name.

#include <charconv>

#include "queries/formats/answers/bibliography.h"
#include "queries/formats/text/json_text.h"

namespace treatygraph::queries::formats {
namespace {

/// "2024-12-24" as [[2024, 12, 24]], "2024-12" as [[2024, 12]]: CSL allows dates without month or day.
void write_date(JsonText& json, std::string_view date) {
  json.key("issued").begin_object().key("date-parts").begin_array().begin_array();
  while (!date.empty()) {
    int part = 0;
    std::from_chars(date.data(), date.data() + date.size(), part);
    json.value(part);
    date.remove_prefix(std::min(date.size(), date.find('-')));
    if (!date.empty()) date.remove_prefix(1);
  }
  json.end_array().end_array().end_object();
}

void write_authors(JsonText& json, const std::vector<std::string>& authors) {
  json.key("author").begin_array();
  for (const auto& author : authors) json.begin_object().member("literal", author).end_object();
  json.end_array();
}

}  // namespace

std::string to_csl_json(const std::vector<BibliographyEntry>& entries) {
  std::string out;
  JsonText json(out);
  json.begin_array();
  for (const auto& entry : entries) {
    const auto optional = [&](std::string_view name, std::string_view value) {
      if (!value.empty()) json.member(name, value);
    };
    json.begin_object().member("id", entry.key).member("type", entry.is_treaty ? "treaty" : "document");
    json.member("title", entry.section.empty() ? entry.title : entry.title + ", " + entry.section);
    optional("section", entry.section);
    optional("number", entry.number);
    if (!entry.authors.empty()) write_authors(json, entry.authors);
    if (!entry.date.empty()) write_date(json, entry.date);
    optional("URL", entry.address);
    json.member("note", entry.note).end_object();
  }
  json.end_array();
  return out + '\n';
}

}  // namespace treatygraph::queries::formats
