// BibTeX has no type for treaties, so entries are @misc. `year` and `howpublished` are for BibTeX, `date` and `number`
// for BibLaTeX; each ignores the fields of the other.

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "graph/ascii.h"
#include "queries/formats/answers/bibliography.h"

namespace treatygraph::queries::formats {
namespace {

/// Escapes for TeX.
std::string tex_text(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    switch (c) {
      case '\\':
        escaped += "\\textbackslash{}";
        break;
      case '~':
        escaped += "\\textasciitilde{}";
        break;
      case '^':
        escaped += "\\textasciicircum{}";
        break;
      case '{':
      case '}':
      case '%':
      case '&':
      case '$':
      case '#':
      case '_':
        escaped += '\\';
        escaped += c;
        break;
      case '\n':
      case '\r':
        escaped += ' ';
        break;
      default:
        escaped += c;
    }
  }
  return escaped;
}

/// Writes one entry, field by field. Empty fields are left out.
class Entry {
 public:
  explicit Entry(std::string& out, std::string key) : out_(out) {
    // "@" begins an entry: uncc@2023-05:art_24 is cited as uncc.2023-05:art_24.
    std::ranges::replace_if(
        key,
        [](char c) { return !is_letter_or_digit(c) && std::string_view("-_.:").find(c) == std::string_view::npos; },
        '.');
    out_ += fmt::format("@misc{{{}", key);
  }
  void field(std::string_view name, const std::string& value) {
    if (!value.empty()) out_ += fmt::format(",\n  {} = {{{}}}", name, value);
  }
  void end() { out_ += "\n}\n"; }

 private:
  std::string& out_;
};

}  // namespace

std::string to_bibtex(const std::vector<BibliographyEntry>& entries) {
  std::string out;
  for (const auto& cited : entries) {
    Entry entry(out, cited.key);
    std::vector<std::string> authors;
    for (const auto& author : cited.authors) authors.push_back("{" + tex_text(author) + "}");  // not a personal name
    entry.field("author", fmt::format("{}", fmt::join(authors, " and ")));
    // Double braces keep the capitals of a title.
    entry.field("title",
                "{" + tex_text(cited.title) + "}" + (cited.section.empty() ? "" : ", " + tex_text(cited.section)));
    entry.field("number", tex_text(cited.number));
    entry.field("howpublished", tex_text(cited.number));
    entry.field("year", tex_text(cited.date.substr(0, 4)));
    entry.field("date", tex_text(cited.date));
    entry.field("url", cited.address);
    entry.field("note", tex_text(cited.note));
    entry.end();
  }
  return out;
}

}  // namespace treatygraph::queries::formats
