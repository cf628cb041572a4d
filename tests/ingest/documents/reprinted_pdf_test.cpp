// Real treaties printed again, in the layouts in which they are published, and read back from the PDF: what the page
// does to a text (lines broken and hyphenated, columns, running heads, numbered pages) must lose no provision and no
// reference.

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iterator>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "graph/ascii.h"
#include "ingest/documents/read_document.h"
#include "ingest/references/references.h"
#include "tests/support/printer.h"
#include "tests/support/temporary_folder.h"

namespace treatygraph::ingest {
namespace {

constexpr std::string_view kRunningHead = "United Series of Instruments";  // a table's head stands on each of its pages

/// As a publisher sets it.
struct Layout {
  std::string name;
  std::string style;
  testing::PageLines lines;
  bool has_running_head;
};

const std::vector<Layout>& layouts() {
  static const std::vector<Layout> all = {
      {"numbered_pages",
       "@page{size:A4;margin:2cm} body{font:11pt serif;text-align:justify} h3{text-align:center;font-weight:bold}",
       testing::PageLines::HeadAndFoot, false},
      {"series_in_small_pages",
       "@page{size:A5;margin:1.6cm} body{font:9pt serif;text-align:justify;hyphens:auto} "
       "h3{text-align:center;font-weight:normal;font-style:italic} p{text-indent:0.7cm} "
       ".running{text-align:center;font-size:8pt;font-weight:normal;padding-bottom:0.4cm}",
       testing::PageLines::None, true},
      {"gazette_in_two_columns",
       "@page{size:A4;margin:1.6cm} body{font:9pt sans-serif;text-align:justify;hyphens:auto} "
       ".text{column-count:2;column-gap:0.8cm} h3{text-align:center;font-size:9pt} "
       ".running{text-align:center;font-size:8pt;font-weight:normal;padding-bottom:0.4cm}",
       testing::PageLines::None, true}};
  return all;
}

std::string escaped(std::string_view text) {
  std::string html;
  for (const char c : text) {
    switch (c) {
      case '&':
        html += "&amp;";
        break;
      case '<':
        html += "&lt;";
        break;
      default:
        html += c;
    }
  }
  return html;
}

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \n\t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \n\t") - first + 1);
}

/// Where an empty line parts sentences: a page may have left one within a sentence.
std::size_t end_of_block(std::string_view text) {
  auto at = text.find("\n\n");
  while (at != std::string_view::npos && std::string_view(".;:").find(text[at - 1]) == std::string_view::npos)
    at = text.find("\n\n", at + 1);
  return std::min(at, text.size());
}

bool stands_in_a_list(ProvisionKind kind) {
  return kind == ProvisionKind::Point;
}

bool has_number_in_line(ProvisionKind kind) {
  return kind == ProvisionKind::Paragraph || stands_in_a_list(kind);
}

/// The treaty as a page of HTML: each number with its heading apart, each provision a paragraph of its own.
class Setter {
 public:
  explicit Setter(const Document& document) : document_(document), parts_(document.structure.size()) {
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      const auto parent = document.structure[i].parent;
      (parent == Provision::kNoParent ? outermost_ : parts_[parent]).push_back(i);
    }
  }

  std::string page(const Layout& layout) {
    html_ = fmt::format("<html lang=en><meta charset=utf-8><title>{}</title><style>{}</style>",
                        escaped(document_.title), layout.style);
    const std::string_view head = layout.has_running_head ? kRunningHead : "";
    html_ += fmt::format("<table><thead><tr><th class=running>{}</th></tr></thead><tr><td class=text>", head);
    between(0, document_.text.size(), outermost_, 0);
    return html_ + "</td></tr></table>";
  }

 private:
  /// The words of [begin, end): those before, between and after `parts`, and the parts themselves.
  void between(std::size_t begin, std::size_t end, const std::vector<std::size_t>& parts, int depth) {
    for (const auto part : parts) {
      const auto& provision = document_.structure[part];
      words(begin, provision.start, depth);
      set(part, depth + (stands_in_a_list(provision.kind) ? 1 : 0));
      begin = provision.end;
    }
    words(begin, end, depth);
  }

  void set(std::size_t part, int depth) {
    const auto& provision = document_.structure[part];
    auto begin = provision.start;
    if (!has_number_in_line(provision.kind)) {
      heading(provision);
      begin = provision.body;
    }
    between(begin, provision.end, parts_[part], depth);
  }

  void heading(const Provision& provision) {
    const auto number = slice(provision.start, provision.heading_start);
    const auto words = slice(provision.heading_start, provision.body);
    if (number.empty() && words.empty()) return;
    html_ +=
        fmt::format("<h3>{}{}{}</h3>", escaped(number), number.empty() || words.empty() ? "" : "<br>", escaped(words));
  }

  void words(std::size_t begin, std::size_t end, int depth) {
    auto rest = slice(begin, end);
    while (!rest.empty()) {
      const auto block = rest.substr(0, end_of_block(rest));
      rest = trimmed(rest.substr(block.size()));
      html_ += fmt::format("<p{}>{}</p>", depth == 0 ? "" : fmt::format(" style=margin-left:{}cm", depth * 0.8),
                           escaped(block));
    }
  }

  [[nodiscard]] std::string_view slice(std::size_t begin, std::size_t end) const {
    return begin >= end ? std::string_view() : trimmed(std::string_view(document_.text).substr(begin, end - begin));
  }

  const Document& document_;
  std::vector<std::vector<std::size_t>> parts_;
  std::vector<std::size_t> outermost_;
  std::string html_;
};

using Lines = std::multiset<std::string>;

Lines eids_of(const Document& document) {
  Lines eids;
  for (const auto& provision : document.structure) eids.insert(provision.eid.to_string());
  return eids;
}

Lines references_of(const Document& document) {
  Lines pairs;
  const auto eid = [&](std::size_t provision) { return document.structure[provision].eid.to_string(); };
  for (const auto& reference : find_references(document)) {
    for (const auto target : reference.targets) {
      pairs.insert(fmt::format("{} {} {}", eid(reference.from), reference.mode, eid(target)));
    }
  }
  return pairs;
}

std::vector<std::string> missing(const Lines& wanted, const Lines& found) {
  std::vector<std::string> gone;
  std::ranges::set_difference(wanted, found, std::back_inserter(gone));
  return gone;
}

/// What the print has lost and what it has made up, which it prints too.
std::size_t differences(std::string_view what, const Lines& wanted, const Lines& found) {
  const auto lost = missing(wanted, found);
  const auto added = missing(found, wanted);
  fmt::print(" {} {}, {} lost, {} added;", wanted.size(), what, lost.size(), added.size());
  constexpr std::size_t kTold = 8;
  std::string told;
  for (std::size_t i = 0; i < std::min(lost.size(), kTold); ++i) told += fmt::format("\n    lost  {}", lost[i]);
  for (std::size_t i = 0; i < std::min(added.size(), kTold); ++i) told += fmt::format("\n    added {}", added[i]);
  fmt::print("{}{}", told, told.empty() ? "" : "\n  ");
  return lost.size() + added.size();
}

// In per cent. Today's errors: notes that the corpus keeps inside a sentence, and tails of nested lists.
constexpr std::size_t kMostWrongEids = 2;
constexpr std::size_t kMostWrongReferences = 3;

class ReprintedPdf : public ::testing::TestWithParam<const char*> {};

TEST_P(ReprintedPdf, keeps_provisions_and_references) {
  const char* corpus = std::getenv("TREATYGRAPH_CORPUS");
  if (corpus == nullptr || *corpus == 0)
    GTEST_SKIP() << "TREATYGRAPH_CORPUS names no folder with the texts of treaties";
  if (!testing::has_printer()) GTEST_SKIP() << "chromium is not installed";
  const auto original = read_document(std::filesystem::path(corpus) / "corpus" / GetParam());
  ASSERT_TRUE(original) << original.error().detail;
  const testing::TemporaryFolder folder;
  for (const auto& layout : layouts()) {
    const auto html = folder.write("treaty.html", Setter(*original).page(layout));
    const auto pdf = folder / (layout.name + ".pdf");
    ASSERT_TRUE(testing::print(html, pdf, layout.lines));
    const auto printed = read_document(pdf);
    ASSERT_TRUE(printed) << printed.error().detail;
    fmt::print("{:32} {:24}", GetParam(), layout.name);
    const auto eids = eids_of(*original);
    const auto references = references_of(*original);
    const auto wrong_eids = differences("provisions", eids, eids_of(*printed));
    const auto wrong_references = differences("references", references, references_of(*printed));
    fmt::print("\n");
    EXPECT_LE(wrong_eids * 100, eids.size() * kMostWrongEids) << layout.name;
    EXPECT_LE(wrong_references * 100, references.size() * kMostWrongReferences) << layout.name;
  }
}

INSTANTIATE_TEST_SUITE_P(Treaties, ReprintedPdf,
                         ::testing::Values("budapest-2001/text.txt", "uncac-2003/text.txt", "unclos-1982/original.pdf",
                                           "fish-stocks-1995/text.txt", "part-xi-1994/text.txt",
                                           "open-treaties/rome-statute.json", "open-treaties/cat.json",
                                           "open-treaties/iccpr.json", "open-treaties/gc-ap1.json", "tota/pta_6.xml",
                                           "tota/pta_257.xml", "tota/pta_443.xml"),
                         [](const auto& file) {
                           std::string name = file.param;
                           std::ranges::replace_if(
                               name, [](char c) { return !is_letter_or_digit(c); }, '_');
                           return name;
                         });

}  // namespace
}  // namespace treatygraph::ingest
