// A text is refused if it has headings in the markup of a language, and either several of them or other marks of that
// language. One mark alone may be anything: a plain treaty may contain "= value of the goods", a line of "=====" or a
// list with "*".

#include "ingest/documents/plain_markup.h"

#include <array>

#include <re2/re2.h>

#include "ingest/text/lines.h"
#include "ingest/text/pattern_piece.h"

namespace treatygraph::ingest {
namespace {

/// The number of lines with marks of each kind.
struct Marks {
  std::size_t wiki_headings = 0;   ///< "== Article 1 =="
  std::size_t wiki_words = 0;      ///< "{{Infobox", "[[Category:", "'''bold'''"
  std::size_t ascii_headings = 0;  ///< "== Article 1"
  std::size_t ascii_words = 0;     ///< ":toc:", "[[art2]]", "<<art2,Article 2>>"
  std::size_t rst_lines = 0;       ///< below a heading: "========="
  std::size_t rst_words = 0;       ///< ".. note::", ":ref:`Article 2`"
  std::size_t org_headings = 0;    ///< "* Article 1"
  std::size_t org_words = 0;       ///< "#+TITLE:"
  std::size_t textile_headings = 0;
};

bool matches(std::string_view words, const RE2& pattern) {
  return RE2::PartialMatch(piece(words), pattern);
}

/// Counts the marks in one line, which is trimmed and not empty. `before` is the line above it.
void count_marks(std::string_view line, std::string_view before, Marks& marks) {
  static const RE2 wiki_heading(R"(^={2,6}[^=].*[^=]={2,6}$)");
  static const RE2 wiki_word(R"(^\{\{|\[\[(?:Category|File|Image):|'''[^']+''')");
  // Excludes "= value of the goods", a line of a formula.
  static const RE2 ascii_heading(
      R"(^={1,6} (?i:article|art|part|chapter|section|annex|title|rule|regulation|schedule|appendix|preamble|clause)\b)");
  static const RE2 ascii_word(
      R"(^:!?[a-z][\w-]*:(?:\s|$)|^\[\[[\w-]+\]\]$|<<[\w-]+(?:,[^<>]*)?>>|^\[[\w#.,="%-]+\]$|^(?:NOTE|TIP): )");
  static const RE2 rst_line(R"(^(?:={3,}|-{3,}|~{3,}|\^{3,}|"{3,}|\*{3,}|#{3,}|\+{3,})$)");
  static const RE2 rst_word(R"(^\.\. (?:[\w-]+::|_[^:]+:|\[)|:[a-z]+:`)");
  static const RE2 org_heading(R"(^\*+ \S)");
  static const RE2 org_word(R"(^#\+[A-Za-z_]+:)");
  static const RE2 textile(R"(^h[1-6]\. \S)");
  if (matches(line, wiki_heading)) {
    ++marks.wiki_headings;
  } else if (matches(line, ascii_heading)) {
    ++marks.ascii_headings;
  }
  marks.wiki_words += matches(line, wiki_word) ? 1U : 0U;
  marks.ascii_words += matches(line, ascii_word) ? 1U : 0U;
  const bool is_below_words = !before.empty() && before.size() <= line.size() && !matches(before, rst_line);
  marks.rst_lines += is_below_words && matches(line, rst_line) ? 1U : 0U;
  marks.rst_words += matches(line, rst_word) ? 1U : 0U;
  marks.org_headings += matches(line, org_heading) ? 1U : 0U;
  marks.org_words += matches(line, org_word) ? 1U : 0U;
  marks.textile_headings += matches(line, textile) ? 1U : 0U;
}

/// Whether a line can have any of these marks; hardly any line of a plain treaty can.
bool may_have_marks(std::string_view line) {
  return line.find_first_of("=[{'<`#~^") != std::string_view::npos ||
         std::string_view(":.*+-\"hNT").find(line.front()) != std::string_view::npos;
}

}  // namespace

std::string_view plain_markup(std::string_view text) {
  Marks marks;
  std::string_view before;
  for_each_line(text, [&](const LineRange& range) {
    const auto line = trimmed(text.substr(range.first, range.size()));
    if (!line.empty() && may_have_marks(line)) count_marks(line, before, marks);
    before = line;
  });
  if (marks.wiki_headings > 1 || (marks.wiki_headings > 0 && marks.wiki_words > 0))
    return "is written in the markup of a wiki; give the page as HTML, or as plain text without its marks";
  if (marks.ascii_headings > 1 || (marks.ascii_headings > 0 && marks.ascii_words > 0))
    return "is AsciiDoc; make a web page of it, for instance with asciidoctor, and give that";
  if (marks.rst_words > 0 && marks.rst_lines > 0)
    return "is reStructuredText; make a web page of it, for instance with rst2html, and give that";
  if (marks.org_words > 0 && marks.org_headings > 0)
    return "is an Org file; make a web page of it, for instance with pandoc, and give that";
  if (marks.textile_headings > 1) return "is Textile; make a web page of it, for instance with pandoc, and give that";
  return {};
}

}  // namespace treatygraph::ingest
