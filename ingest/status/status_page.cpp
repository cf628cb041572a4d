// The same page comes in two forms. The XML has elements for the table and the sections. The text, from the web page or
// its PDF, only has lines: the head of the table is recognised by its words, and each later line belongs to the section
// whose heading came last. Both forms end in the same StatusTable and read_utterances().

#include "ingest/status/status_page.h"

#include <algorithm>
#include <optional>

#include <fmt/format.h>
#include <pugixml.hpp>
#include <re2/re2.h>

#include "ingest/formats/xml_tree.h"
#include "ingest/status/status_declarations.h"
#include "ingest/status/status_table.h"
#include "ingest/text/lines.h"
#include "ingest/text/pattern_piece.h"
#include "ingest/text/text_encoding.h"

namespace treatygraph::ingest {
namespace {

/// Whether the bytes are the depositary's XML.
bool is_xml_page(std::string_view head) {
  return trimmed(head).starts_with('<') && head.find("<Participants") != std::string_view::npos;
}

/// The head of the table on one line: "Participant  Signature  Ratification, Accession(a)".
const RE2& head_pattern() {
  static const RE2 pattern(
      R"((?m)^[ \t]*(Participants?\b[^\n]*\b(?:Signature|Ratification|Acceptance|Approval|Accession|Succession|Consent)\b[^\n]*)$)");
  return pattern;
}

/// The notes by number: "1. On 27 October 2016 ...". The number may be on a line of its own. A line that begins with a
/// day is not a note.
StatusTable::Notes notes_of(std::string_view section) {
  static const RE2 begins(R"(^(\d{1,3})(?:[.)]|\s|$)\s*(.*)$)");
  static const RE2 day(R"(^\d{1,2} [A-Z][a-z]+ \d{4})");
  StatusTable::Notes notes;
  std::string number;
  for_each_line(section, [&](const LineRange& range) {
    const auto line = trimmed(section.substr(range.first, range.size()));
    std::string found;
    std::string words(line);
    const bool is_day = RE2::PartialMatch(piece(line), day);
    if (is_day || !RE2::FullMatch(piece(line), begins, &found, &words)) found.clear();
    if (found.empty()) words = line;
    // A line without a number continues the last note.
    if (!found.empty()) number = found;
    if (!number.empty()) notes[number] += words + " ";
  });
  return notes;
}

/// The title without its number in the depositary's list, "8. a)", and without numbers of notes.
std::string without_number(std::string_view title) {
  static const RE2 number(R"(^\s*(?:\d{1,3}(?:\s?\.)?(?:\s?[a-z]{1,2}[.)])?\s+)?(.*)$)");
  std::string words(title);
  (void)RE2::FullMatch(piece(title), number, &words);
  return noted_name(words).name;
}

// The text of the web page or of its PDF.

// Reads the text of the web page or of its PDF. It is divided into sections first, because notes at the end explain
// rows at the beginning.
class TextPage {
 public:
  TextPage(std::string_view text, StatusPage& page) : text_(text), page_(page) {}

  Result<void> read() {
    std::string head;
    re2::StringPiece rest = piece(text_);
    if (!RE2::FindAndConsume(&rest, head_pattern(), &head)) {
      return fail(ErrorCode::InvalidArgument, R"(has no table that begins with "Participant" and "Signature")");
    }
    const auto table_begins = static_cast<std::size_t>(rest.data() - text_.data());
    page_.title = title_before(text_.substr(0, table_begins - head.size()));
    divide(table_begins);
    const StatusTable table(cells_of_head(head));
    const auto notes = notes_of(notes_);
    read_rows(table, notes);
    read_utterances(declarations_, "", page_);
    read_utterances(objections_, "objection", page_);
    return {};
  }

 private:
  /// The title before the table: the first line with a number of the depositary's list, or else the first line with a
  /// word for treaties.
  static std::string title_before(std::string_view text) {
    static const RE2 numbered(R"((?m)^[ \t]*(\d{1,3}\s?\.(?:\s?[a-z]{1,2}[.)])?\s+[A-Z][^\n]{8,}?)[ \t]*$)");
    static const RE2 named(
        R"((?m)^[ \t]*([^\n]*\b(?:Convention|Covenant|Protocol|Agreement|Treaty|Statute|Charter|Amendment)s?\b[^\n]*?)[ \t]*$)");
    std::string title;
    if (RE2::PartialMatch(piece(text), numbered, &title) || RE2::PartialMatch(piece(text), named, &title)) {
      return without_number(title);
    }
    return {};
  }

  /// Splits the head at tabs, at two spaces, or before a word that begins a column.
  static std::vector<std::string> cells_of_head(const std::string& head) {
    // A word after a comma stays in its cell: "Ratification, Acceptance(A)".
    static const RE2 cell(
        R"(^(.*?[^,\s])(?:\t|\s{2,}|\s+(?:Ratif|Accept|Approv|Access|Success|Consent|Formal|Definitive|Signature)))");
    std::vector<std::string> cells;
    std::string rest = head;
    for (re2::StringPiece part; RE2::PartialMatch(rest, cell, &part);) {
      const auto size = part.size();
      cells.push_back(fold(rest.substr(0, size)));
      rest = std::string(trimmed(std::string_view(rest).substr(size)));
    }
    cells.push_back(fold(rest));
    return cells;
  }

  /// Divides the lines after the head into sections. Sections about territorial application and the like are dropped.
  void divide(std::size_t begins) {
    static const RE2 declarations(
        R"((?i)(?:interpretative )?(?:declarations?|reservations?)(?:,? (?:and )?(?:declarations?|reservations?|understandings?))*(?: under .{1,60})?[\s\d]*)");
    static const RE2 objections(R"((?i)objections?(?: to .{1,60})?[\s\d]*)");
    static const RE2 notes(R"((?i)(?:end ?notes?|notes):?[\s\d]*)");
    static const RE2 others(R"((?i)(?:notifications?|territorial applications?|communications?)(?: .{1,60})?[\s\d]*)");
    std::string ignored;
    std::string* section = &rows_;
    for_each_line(text_.substr(begins), [&](const LineRange& range) {
      const auto line = text_.substr(begins + range.first, range.size());
      const auto words = piece(trimmed(line));
      if (section == &rows_ && RE2::FullMatch(words, declarations)) {
        section = &declarations_;
      } else if (RE2::FullMatch(words, objections)) {
        section = &objections_;
      } else if (RE2::FullMatch(words, notes)) {
        section = &notes_;
      } else if (section != &declarations_ && section != &objections_ && RE2::FullMatch(words, others)) {
        section = &ignored;
      } else {
        (*section += line) += '\n';
      }
    });
    first_row_ = static_cast<std::size_t>(std::ranges::count(text_.substr(0, begins), '\n')) + 1;
  }

  /// Reads the rows. A row is complete when a line has a date; a long name may take two lines.
  void read_rows(const StatusTable& table, const StatusTable::Notes& notes) {
    static const RE2 has_day(R"(\d{1,2}\s+[A-Z][a-z]{2,8}\.?\s+\d{4})");
    auto number = first_row_;
    std::string begun;
    for_each_line(rows_, [&](const LineRange& range) {
      const auto line = std::string_view(rows_).substr(range.first, range.size());
      if (trimmed(line).empty()) {
        begun.clear();
      } else if (!RE2::PartialMatch(piece(line), has_day)) {
        begun = begun.empty() ? std::string(trimmed(line)) : fmt::format("{} {}", begun, trimmed(line));
      } else {
        table.add_line(number, begun.empty() ? std::string(line) : fmt::format("{} {}", begun, line), notes, page_);
        begun.clear();
      }
      ++number;
    });
  }

  std::string_view text_;
  StatusPage& page_;
  std::string rows_;
  std::string declarations_;
  std::string objections_;
  std::string notes_;
  std::size_t first_row_ = 1;
};

// The depositary's XML: Treaty/Participants/Table/TGroup with rows of entries, Declarations, Objections, EndNotes.

/// The text of an element, one block per line, without markup that occurs as text.
void append_lines(const pugi::xml_node& node, std::string& lines) {
  for (const auto& child : node.children()) {
    if (is_text(child)) {
      lines += child.value();
      continue;
    }
    const std::string_view name = child.name();
    // Only these elements do not end a line.
    const bool is_inline = name == "superscript" || name == "i" || name == "b" || name == "em" || name == "strong";
    if (!is_inline) lines += '\n';
    append_lines(child, lines);
    if (!is_inline) lines += '\n';
  }
}

/// The same for a section. It may contain markup as text, from which blocks become lines and notes are removed.
std::string lines_of(const pugi::xml_node& node) {
  static const RE2 block_mark(R"((?i)</?(?:p|br|div|li|tr)\b[^>]*>)");
  static const RE2 note(R"((?i)<superscript>[^<]*</superscript>)");
  static const RE2 mark(R"(</?[A-Za-z][^>]*>)");
  std::string lines;
  append_lines(node, lines);
  RE2::GlobalReplace(&lines, block_mark, "\n");
  RE2::GlobalReplace(&lines, note, "");
  RE2::GlobalReplace(&lines, mark, "");
  return lines;
}

/// The cells of a row.
std::vector<std::string> entries_of(const pugi::xml_node& row) {
  std::vector<std::string> entries;
  for (const auto& entry : row.children("Entry")) {
    std::string words;
    append_lines(entry, words);
    entries.push_back(fold(words));
  }
  return entries;
}

/// Reads the depositary's XML.
class XmlPage {
 public:
  XmlPage(std::string_view text, StatusPage& page) : text_(text), page_(page) {}

  Result<void> read() {
    pugi::xml_document document;
    const auto notices = parse_xml(text_, document);
    if (!notices) return fail(notices.error());
    for (const auto& notice : *notices) page_.warnings.push_back(fmt::format("{}: {}", page_.name, notice));
    const auto participants = document.select_node("//Participants").node();
    page_.title = without_number(all_text(document.select_node("//Titlesect").node()));
    const auto notes = notes_of(lines_of(document.select_node("//EndNotes").node()));
    std::optional<StatusTable> table;
    for (const auto& found : participants.select_nodes(".//Row")) {
      const auto entries = entries_of(found.node());
      if (entries.empty()) continue;
      if (!table && noted_name(entries.front()).name.starts_with("Participant")) {
        table.emplace(entries);
      } else {
        if (!table) table.emplace(usual_head(entries.size()));
        table->add_row(line_at(found.node().offset_debug()), entries, notes, page_);
      }
    }
    if (!table) return fail(ErrorCode::InvalidArgument, "has no rows in its table of participants");
    for (const auto* name : {"//Declarations", "//DeclarationsUnderArticle"}) {
      read_utterances(lines_of(document.select_node(name).node()), "", page_);
    }
    read_utterances(lines_of(document.select_node("//Objections").node()), "objection", page_);
    return {};
  }

 private:
  /// The head of a table that does not have one.
  static std::vector<std::string> usual_head(std::size_t columns) {
    if (columns == 2) return {"Participant", "Ratification, Acceptance(A), Approval(AA), Accession(a), Succession(d)"};
    return {"Participant", "Signature", "Ratification, Acceptance(A), Approval(AA), Accession(a), Succession(d)"};
  }

  /// The line of a byte offset, for warnings.
  [[nodiscard]] std::size_t line_at(std::ptrdiff_t offset) const {
    const auto size = static_cast<std::size_t>(std::max<std::ptrdiff_t>(offset, 0));
    return static_cast<std::size_t>(std::ranges::count(text_.substr(0, size), '\n')) + 1;
  }

  std::string_view text_;  ///< in UTF-8
  StatusPage& page_;
};

Result<void> read_xml_page(std::string_view bytes, StatusPage& page) {
  const auto decoded = decode_text(std::string(bytes), declares_latin_1(bytes) ? "iso-8859-1" : "");
  if (!decoded) return fail(decoded.error());
  return XmlPage(decoded->text, page).read();
}

}  // namespace

bool declares_latin_1(std::string_view head) {
  static const RE2 latin(R"((?i)^\s*<\?xml[^>]*encoding=["'](?:iso-8859-1|windows-1252)["'])");
  return RE2::PartialMatch(piece(head.substr(0, 200)), latin);
}

bool is_status_page(std::string_view head) {
  if (is_xml_page(head)) return true;
  static const RE2 day(R"(\d{1,2}\s+(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s+\d{4})");
  re2::StringPiece rest = piece(head);
  return !trimmed(head.substr(0, 256)).starts_with('<') && RE2::FindAndConsume(&rest, head_pattern()) &&
         RE2::PartialMatch(rest, day);
}

Result<StatusPage> read_status_page(std::string_view bytes, std::string name) {
  StatusPage page;
  page.name = std::move(name);
  const bool is_xml = is_xml_page(bytes);
  page.format = is_xml ? "untc-xml" : "untc-text";
  const auto done = is_xml ? read_xml_page(bytes, page) : TextPage(bytes, page).read();
  if (!done) return fail(done.error());
  return page;
}

}  // namespace treatygraph::ingest
