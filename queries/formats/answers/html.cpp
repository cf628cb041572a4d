// The page contains its style, its script and its data, and a Content-Security-Policy that forbids everything else; the
// script is admitted by its hash. Data are Cytoscape JSON in a script element of the type application/json, which
// browsers do not run.

#include "queries/formats/answers/html.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "graph/counted.h"
#include "queries/formats/answers/page_bundle.h"
#include "queries/formats/graphs/graph_writer.h"
#include "queries/formats/graphs/plain_text.h"
#include "queries/request/budget_in_force.h"

namespace treatygraph::queries::formats {
namespace {

/// Removes bidirectional control characters: they would reverse other text next to a title, for example in a browser's
/// tab.
std::string without_direction_marks(std::string_view text) {
  constexpr std::array<std::string_view, 12> kMarks = {"\xE2\x80\x8E", "\xE2\x80\x8F", "\xE2\x80\xAA", "\xE2\x80\xAB",
                                                       "\xE2\x80\xAC", "\xE2\x80\xAD", "\xE2\x80\xAE", "\xE2\x81\xA6",
                                                       "\xE2\x81\xA7", "\xE2\x81\xA8", "\xE2\x81\xA9", "\xD8\x9C"};
  std::string plain;
  while (!text.empty()) {
    const auto* mark = std::ranges::find_if(kMarks, [&](std::string_view one) { return text.starts_with(one); });
    if (mark == kMarks.end()) plain += text.front();
    text.remove_prefix(mark == kMarks.end() ? 1 : mark->size());
  }
  return plain;
}

/// The style has the id that Cytoscape.js uses for its own, which it would otherwise add at run time; the policy
/// forbids that.
std::string head(std::string_view title, std::string_view script_source) {
  return fmt::format(
      "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; "
      "script-src {}; base-uri 'none'; form-action 'none'\">\n"
      "<title>{}</title>\n<style id=\"__________cytoscape_stylesheet\">\n{}</style>\n",
      script_source, xml_text(without_direction_marks(title)), web::kPageCss);
}

/// JSON with each '<' escaped, so that no "</script" in it ends the element around it. JSON allows the escape in
/// strings, the only place where '<' occurs.
std::string script_data(std::string_view json) {
  std::string data;
  data.reserve(json.size());
  for (const char c : json) {
    if (c == '<') {
      data += "\\u003c";
    } else {
      data += c;
    }
  }
  return data;
}

/// The title of the page: that of the node that was asked about, at depth 0.
std::string page_title_of(const GraphView& view) {
  const auto is_middle = [](const ViewNode& node) { return text_of(node.properties, "depth") == "0"; };
  const auto middle = std::ranges::find_if(view.nodes, is_middle);
  return middle == view.nodes.end() ? "treatygraph" : middle->title + " - treatygraph";
}

/// The cell as HTML, with marked passages in <mark>.
std::string markup_of(const Cell& cell) {
  const auto* marked = std::get_if<MarkedText>(&cell);
  if (marked == nullptr) return xml_text(text_of_cell(cell));
  std::string markup;
  marked->visit_pieces([&](std::string_view piece, bool is_marked) {
    markup += is_marked ? "<mark>" + xml_text(piece) + "</mark>" : xml_text(piece);
  });
  return markup;
}

/// One paragraph per notice.
std::string paragraphs(const std::vector<std::string>& notices) {
  std::string all;
  for (const auto& notice : notices) all += "<p class=\"notice\">" + xml_text(notice) + "</p>\n";
  return all;
}

}  // namespace

std::string to_html(const GraphView& view, const std::vector<std::string>& notices) {
  auto page = head(page_title_of(view), fmt::format("'sha256-{}'", web::kPageJsSha256));
  page +=
      "<body>\n<noscript><p class=\"notice\">This page draws its graph with JavaScript; ask for format=csv to read it "
      "without.</p></noscript>\n" +
      paragraphs(notices) + "<div id=\"page\"></div>\n<script type=\"application/json\" id=\"graph\">";
  page += script_data(write_graph(view, cytoscape_writer));
  page += "</script>\n<script>";
  page += web::kPageJs;
  return page + "</script>\n</html>\n";
}

std::string to_html(const Table& table, std::string_view snapshot, const std::vector<std::string>& notices) {
  auto page = head("treatygraph", "'none'");
  page += "<body>\n<main class=\"table\">\n" + paragraphs(notices) + "<table>\n<thead><tr>";
  for (const auto& column : table.columns) page += "<th scope=\"col\">" + xml_text(column) + "</th>";
  page += "</tr></thead>\n<tbody>\n";
  for (const auto& row : table.rows) {
    BudgetInForce::spend(1 + row.size());
    page += "<tr>";
    for (const auto& cell : row) page += "<td>" + markup_of(cell) + "</td>";
    page += "</tr>\n";
  }
  return page + fmt::format("</tbody>\n</table>\n<p class=\"quiet\">{}, snapshot {}</p>\n</main>\n</html>\n",
                            counted(table.rows.size(), "row"), xml_text(snapshot));
}

}  // namespace treatygraph::queries::formats
