// The body of a document is paragraphs and tables. A paragraph is runs of words, and its number is computed from its
// list or style (DocxNumbering). Numbers count in document order, so each paragraph must ask for its number exactly
// once; paragraphs that are deleted or in a table of contents do not count.
//
// Tracked changes are read as if they were accepted: w:ins and w:moveTo are kept, w:del and w:moveFrom are not. Words
// of fields are their results, not their codes. A table of data is written row by row; a table that only places blocks
// is written cell by cell, so that "(a)" in one cell becomes the mark of the words in the next (TableShape).

#include "ingest/formats/docx_text.h"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <pugixml.hpp>

#include "graph/counted.h"
#include "ingest/formats/block_writer.h"
#include "ingest/formats/docx_fields.h"
#include "ingest/formats/docx_numbering.h"
#include "ingest/formats/docx_package.h"
#include "ingest/formats/docx_styles.h"
#include "ingest/formats/table_shape.h"
#include "ingest/formats/xml_tree.h"
#include "ingest/text/left_out.h"
#include "ingest/text/lines.h"

namespace treatygraph::ingest {
namespace {

using Kind = BlockWriter::Kind;

/// What was left out, for the notices.
struct LeftOut {
  std::size_t notes = 0;
  std::size_t deletions = 0;
  std::size_t insertions = 0;
  std::size_t hidden = 0;
  std::size_t embedded = 0;
};

/// Writes <w:body> to a BlockWriter.
class BodyWriter {
 public:
  BodyWriter(const DocxStyles& styles, DocxNumbering& numbering) : styles_(styles), numbering_(numbering) {}

  void write(const pugi::xml_node& body) {
    write_blocks(body);
    end_paragraph({}, Kind::Paragraph);
  }

  BlockWriter& blocks() { return writer_; }
  [[nodiscard]] const LeftOut& left_out() const { return left_out_; }
  [[nodiscard]] const std::string& title() const { return title_; }

 private:
  void write_blocks(const pugi::xml_node& parent) {
    for (const auto& child : parent.children()) write_block(child);
  }

  void write_block(const pugi::xml_node& node) {
    const auto name = local_name(node);
    if (name == "p") return write_paragraph(node);
    if (name == "tbl") return write_table(node);
    if (name == "sdt") return is_contents(node) ? void() : write_blocks(child_named(node, "sdtContent"));
    if (name == "AlternateContent") return write_blocks(chosen(node));
    if (name == "del" || name == "moveFrom") return void(++left_out_.deletions);
    if (name == "altChunk") return void(++left_out_.embedded);
    if (name == "ins" || name == "moveTo" || name == "customXml" || name == "smartTag") write_blocks(node);
  }

  /// Whether a content control is a table of contents made by Word.
  static bool is_contents(const pugi::xml_node& sdt) {
    const auto part = child_named(child_named(sdt, "sdtPr"), "docPartObj");
    return attribute_named(child_named(part, "docPartGallery"), "val") == "Table of Contents";
  }

  /// One of several representations of the same content. Reading all would repeat the words.
  static pugi::xml_node chosen(const pugi::xml_node& alternatives) {
    const auto choice = child_named(alternatives, "Choice");
    return choice ? choice : child_named(alternatives, "Fallback");
  }

  void write_paragraph(const pugi::xml_node& node) {
    writer_.begin_paragraph();
    const auto properties = child_named(node, "pPr");
    const auto style_id = attribute_named(child_named(properties, "pStyle"), "val");
    const auto& style = styles_.style(style_id);
    const bool was_in_contents = fields_.is_in_contents();
    write_runs(node, style);
    if (style.is_contents || was_in_contents || fields_.is_in_contents()) return writer_.drop_block();
    const auto mark = child_named(properties, "rPr");
    if (child_named(mark, "del") || child_named(mark, "moveFrom")) return;  // the next paragraph continues this one
    const bool is_heading = outline_level(properties, style) < kText || style.is_title;
    if (style.is_title && title_.empty()) title_ = std::string(writer_.open_words());
    end_paragraph(number_of(properties, style_id, style), is_heading ? Kind::Heading : Kind::Paragraph);
    write_text_boxes();
  }

  static constexpr int kText = 9;  ///< the outline level of text that is not a heading; headings have 0 to 8

  static int outline_level(const pugi::xml_node& properties, const DocxStyle& style) {
    const auto own = attribute_named(child_named(properties, "outlineLvl"), "val");
    if (!own.empty()) return own[0] - '0';
    return style.outline_level.value_or(kText);
  }

  /// The number of a paragraph. Its own list overrides that of its style; numId 0 means no number. Nothing if it is in
  /// no list. Advances the list.
  std::optional<ParagraphNumber> number_of(const pugi::xml_node& properties, std::string_view style_id,
                                           const DocxStyle& style) {
    const auto own = numbering_place(properties);
    const auto num_id = own.num_id ? own.num_id : style.numbering.num_id;
    if (!num_id || *num_id == 0) return std::nullopt;
    const auto linked =
        numbering_.level_of_style(*num_id, style_id.empty() ? styles_.default_paragraph_style() : style_id);
    const auto by_style = style.numbering.level ? style.numbering.level : linked;
    const auto level = own.level ? own.level : own.num_id ? std::optional(linked.value_or(0)) : by_style;
    return numbering_.next(*num_id, level.value_or(0));
  }

  /// Ends the open block, or adds it to the open cell.
  void end_paragraph(const std::optional<ParagraphNumber>& number, Kind kind) {
    if (cell_ != nullptr) return end_cell_paragraph(number);
    if (number) add_number(*number);
    writer_.end_block(kind);
  }

  /// Writes a number before the open words. If it is only a mark, "1." or "(a)", an empty paragraph does not show it; a
  /// number with a word, "Article 1", is shown alone.
  void add_number(const ParagraphNumber& number) {
    const std::string words(writer_.open_words());
    const bool is_plain_mark = is_mark(number.text, true);
    // A bullet before "(a)" would be a second mark.
    if (number.is_bullet) {
      if (!words.empty() && !begins_with_mark(words)) writer_.set_mark("•");
    } else if (words.empty()) {
      if (!is_plain_mark) writer_.add(number.text);
    } else if (is_plain_mark && !number.joins_words) {
      writer_.set_mark(number.text);
    } else if (!number.text.empty()) {
      writer_.drop_block();
      writer_.add(number.text);
      if (!number.joins_words) writer_.add_space();
      add_again(words);
    }
  }

  /// Adds words that were removed from the block, with their line breaks.
  void add_again(std::string_view words) {
    for_each_line(words, [&](const LineRange& line) {
      if (line.first > 0) writer_.break_line();
      writer_.add(words.substr(line.first, line.size()));
    });
  }

  void end_cell_paragraph(const std::optional<ParagraphNumber>& number) {
    std::string words;
    if (number && !number->is_bullet && !number->text.empty()) words = number->text + " ";
    words += writer_.open_words();
    writer_.drop_block();
    *cell_ = fold(*cell_ + " " + words);
  }

  void write_runs(const pugi::xml_node& parent, const DocxStyle& style) {
    for (const auto& child : parent.children()) write_run(child, style);
  }

  void write_run(const pugi::xml_node& node, const DocxStyle& style) {
    const auto name = local_name(node);
    if (name == "r") return write_words(node, style);
    if (name == "del" || name == "moveFrom") return void(++left_out_.deletions);
    if (name == "ins" || name == "moveTo") ++left_out_.insertions;
    if (name == "AlternateContent") return write_runs(chosen(node), style);
    if (name == "sdt") return write_runs(child_named(node, "sdtContent"), style);
    if (name == "oMath" || name == "oMathPara") return write_formula(node);
    const bool has_runs = name == "ins" || name == "moveTo" || name == "hyperlink" || name == "smartTag" ||
                          name == "fldSimple" || name == "customXml" || name == "dir" || name == "bdo";
    if (has_runs) write_runs(node, style);
  }

  /// The symbols of a formula in order; their arrangement is lost.
  void write_formula(const pugi::xml_node& node) {
    for (const auto& found : node.select_nodes(".//*[local-name()='t']")) writer_.add(found.node().child_value());
  }

  /// Writes a run, unless it is hidden or in the code of a field. The run's own properties override its style, and that
  /// overrides the style of the paragraph.
  void write_words(const pugi::xml_node& run, const DocxStyle& paragraph) {
    const auto properties = child_named(run, "rPr");
    const auto& style = styles_.style_of_run(attribute_named(child_named(properties, "rStyle"), "val"));
    const auto own_hidden = switch_of(properties, "vanish");
    const bool is_hidden = own_hidden.value_or(style.is_hidden.value_or(paragraph.is_hidden.value_or(false)));
    if (is_hidden && !trimmed(child_named(run, "t").child_value()).empty()) ++left_out_.hidden;
    const auto raised = attribute_named(child_named(properties, "vertAlign"), "val");
    const bool is_raised = raised.empty() ? style.is_raised.value_or(false) : raised == "superscript";
    for (const auto& child : run.children()) {
      const auto name = local_name(child);
      if (name == "fldChar") {
        fields_.take(attribute_named(child, "fldCharType"));
      } else if (name == "instrText") {
        fields_.add_code(child.child_value());
      } else if (!is_hidden && !fields_.is_in_code()) {
        write_part(child, name, is_raised);
      }
    }
  }

  void write_part(const pugi::xml_node& node, std::string_view name, bool is_raised) {
    if (name == "t") return is_raised ? writer_.add(superscript(node.child_value())) : writer_.add(node.child_value());
    if (name == "tab" || name == "ptab") return writer_.add_space();
    if (name == "noBreakHyphen") return writer_.add("-");
    if (name == "cr") return writer_.break_line();
    if (name == "br")
      return attribute_named(node, "type").empty() || attribute_named(node, "type") == "textWrapping"
                 ? writer_.break_line()
                 : writer_.add_space();
    if (name == "footnoteReference" || name == "endnoteReference") return void(++left_out_.notes);
    if (name == "sym") return write_symbol(node);
    if (name == "ruby") return write_runs(child_named(node, "rubyBase"), styles_.style({}));
    if (name == "AlternateContent") {
      for (const auto& child : chosen(node).children()) write_part(child, local_name(child), is_raised);
      return;
    }
    if (name == "drawing" || name == "pict" || name == "object") note_text_boxes(node);
  }

  /// Symbols of Windows' own fonts are at U+F000 and above, and their intended character is unknown. Only bullets and a
  /// dash are recognized; other symbols of that range are left out.
  void write_symbol(const pugi::xml_node& node) {
    unsigned code = 0;
    const std::string digits(attribute_named(node, "char"));
    code = static_cast<unsigned>(std::strtoul(digits.c_str(), nullptr, 16));
    if (code == 0xF0B7 || code == 0xF0A7) return writer_.add("•");
    if (code == 0xF02D) return writer_.add("–");
    if (code >= 0x20 && code < 0xD800) writer_.add(utf8_of(code));
  }

  static std::string utf8_of(unsigned code) {
    if (code < 0x80) return {static_cast<char>(code)};
    if (code < 0x800) return {static_cast<char>(0xC0U | (code >> 6U)), static_cast<char>(0x80U | (code & 0x3FU))};
    return {static_cast<char>(0xE0U | (code >> 12U)), static_cast<char>(0x80U | ((code >> 6U) & 0x3FU)),
            static_cast<char>(0x80U | (code & 0x3FU))};
  }

  /// Remembers the text boxes in a drawing. Their paragraphs are written after the one in which they are anchored.
  /// Boxes inside boxes come with the outer one, and those in a Fallback repeat the others.
  void note_text_boxes(const pugi::xml_node& drawing) {
    for (const auto& found : drawing.select_nodes(".//*[local-name()='txbxContent']")) {
      bool is_inner = false;
      for (auto at = found.node().parent(); at && at != drawing; at = at.parent()) {
        is_inner = is_inner || local_name(at) == "txbxContent" || local_name(at) == "Fallback";
      }
      if (!is_inner) text_boxes_.push_back(found.node());
    }
  }

  void write_text_boxes() {
    if (cell_ != nullptr) return text_boxes_.clear();
    for (const auto& box : std::exchange(text_boxes_, {})) write_blocks(box);
  }

  /// A numbered paragraph counts as if it began with "•", since its number is not in the file.
  static TableCellShape shape_of_cell(const pugi::xml_node& cell) {
    constexpr std::size_t kKept = 40;
    TableCellShape shape;
    for (const auto& child : cell.children()) {
      const auto name = local_name(child);
      if (name == "tbl") shape.has_blocks_of_its_own = true;
      if (name != "p") continue;
      ++shape.blocks;
      if (child_named(child_named(child, "pPr"), "numPr")) shape.first_words += "• ";
      for (const auto& found : child.select_nodes(".//*[local-name()='t']")) {
        if (shape.first_words.size() < kKept) shape.first_words += found.node().child_value();
      }
    }
    shape.first_words = fold(shape.first_words);
    return shape;
  }

  /// Rows or cells, including those inside content controls and insertions.
  static std::vector<pugi::xml_node> children_named(const pugi::xml_node& parent, std::string_view name) {
    std::vector<pugi::xml_node> found;
    for (const auto& child : parent.children()) {
      const auto own = local_name(child);
      if (own == name) found.push_back(child);
      if (own == "sdt" || own == "ins" || own == "customXml") {
        const auto inner = children_named(own == "sdt" ? child_named(child, "sdtContent") : child, name);
        found.insert(found.end(), inner.begin(), inner.end());
      }
    }
    return found;
  }

  void write_table(const pugi::xml_node& table) {
    const auto rows = children_named(table, "tr");
    TableShape shape;
    for (const auto& row : rows) {
      std::vector<TableCellShape> cells;
      for (const auto& cell : children_named(row, "tc")) cells.push_back(shape_of_cell(cell));
      shape.add_row(cells);
    }
    const bool holds_data = shape.holds_data() || cell_ != nullptr;
    for (const auto& row : rows) {
      if (child_named(child_named(row, "trPr"), "del")) {
        ++left_out_.deletions;
      } else if (holds_data) {
        write_row(row);
      } else {
        write_cells(row);
      }
    }
  }

  /// A row of a data table as one line. A table inside a cell becomes words of the cell.
  void write_row(const pugi::xml_node& row) {
    std::vector<std::string> cells;
    auto* const around = cell_;
    for (const auto& cell : children_named(row, "tc")) {
      std::string words;
      cell_ = &words;
      write_blocks(cell);
      cells.push_back(std::move(words));
    }
    cell_ = around;
    const auto words = row_of_cells(cells);
    if (cell_ != nullptr) {
      *cell_ = fold(*cell_ + " " + words);
      return;
    }
    writer_.add(words);
    writer_.end_block(Kind::Row);
  }

  /// Writes the blocks of a row cell by cell. A mark in the first cell goes before the words beside it.
  void write_cells(const pugi::xml_node& row) {
    bool is_first = true;
    const auto cells = children_named(row, "tc");
    for (const auto& cell : cells) {
      const auto shape = shape_of_cell(cell);
      if (is_first && cells.size() > 1 && is_mark(shape.first_words, true)) {
        writer_.set_mark(shape.first_words);
      } else {
        write_blocks(cell);
      }
      is_first = is_first && shape.first_words.empty();
    }
  }

  const DocxStyles& styles_;
  DocxNumbering& numbering_;
  BlockWriter writer_;
  LeftOut left_out_;
  std::string title_;
  DocxFields fields_;
  std::vector<pugi::xml_node> text_boxes_;
  std::string* cell_ = nullptr;  ///< of the open data table
};

void add_notices(const LeftOut& left_out, bool has_macros, WrittenText& written) {
  note_left_out(left_out.notes, "note", written.notices);
  note_left_out(left_out.hidden, "hidden passage", written.notices);
  note_left_out(left_out.embedded, "embedded file", written.notices);
  if (left_out.deletions + left_out.insertions > 0) {
    written.notices.push_back(
        fmt::format("the document has tracked changes, read as if they were accepted: {} kept, {} not",
                    counted(left_out.insertions, "insertion"), counted(left_out.deletions, "deletion")));
  }
  if (has_macros) written.notices.emplace_back("the document has macros, which are neither read nor run");
}

}  // namespace

Result<WrittenText> docx_text(const ZipArchive& archive) {
  const auto main = main_part(archive);
  pugi::xml_document style_sheet;
  pugi::xml_document list_sheet;
  if (const auto read = read_beside(archive, main, "styles.xml", style_sheet); !read) return fail(read.error());
  if (const auto read = read_beside(archive, main, "numbering.xml", list_sheet); !read) return fail(read.error());
  const auto bytes = archive.read(main);
  if (!bytes) return fail(bytes.error());
  pugi::xml_document document;
  if (const auto read = parse_xml(*bytes, document); !read) {
    return fail(read.error().code, fmt::format("{}, {}", main, read.error().detail));
  }
  DocxStyles styles;
  styles.read(style_sheet.document_element());
  DocxNumbering numbering;
  numbering.read(list_sheet.document_element());
  numbering.follow_styles(styles.numbering_of_styles());
  BodyWriter body(styles, numbering);
  body.write(child_named(document.document_element(), "body"));
  WrittenText written;
  written.format = "docx";
  written.title = fold(body.title());
  body.blocks().write_to(written, {});
  const auto types = archive.read("[Content_Types].xml");
  add_notices(body.left_out(), types && types->find("macroEnabled") != std::string::npos, written);
  return written;
}

}  // namespace treatygraph::ingest
