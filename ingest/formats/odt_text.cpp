// The content is walked once. Numbers count in document order: lists have counts of their own (OdtCounts), headings
// those of the outline. A number belongs to the first paragraph of its item and waits in `number_` for it. Further
// paragraphs of the item continue it.
//
// Words deleted by tracked changes are stored apart, in <text:tracked-changes>, so the text is already that with all
// changes accepted.

#include "ingest/formats/odt_text.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <pugixml.hpp>

#include "graph/numerals.h"
#include "ingest/formats/block_writer.h"
#include "ingest/formats/odt_styles.h"
#include "ingest/formats/table_shape.h"
#include "ingest/formats/xml_tree.h"
#include "ingest/text/left_out.h"
#include "ingest/text/lines.h"
#include "ingest/text/numerals.h"

namespace treatygraph::ingest {
namespace {

using Kind = BlockWriter::Kind;

/// Writes <office:text> to a BlockWriter.
class OdtWriter {
 public:
  explicit OdtWriter(const OdtStyles& styles) : styles_(styles) {}

  void write(const pugi::xml_node& text) { write_blocks(text); }
  BlockWriter& blocks() { return writer_; }
  [[nodiscard]] const std::string& title() const { return title_; }

  std::size_t notes = 0;
  std::size_t deletions = 0;
  std::size_t hidden = 0;

 private:
  enum class Item : std::uint8_t { New, HasWords, HasList };

  void write_blocks(const pugi::xml_node& parent) {
    for (const auto& child : parent.children()) write_block(child);
  }

  void write_block(const pugi::xml_node& node) {
    const auto name = local_name(node);
    if (name == "p" || name == "h") return write_paragraph(node, name == "h");
    if (name == "list") return write_list(node);
    if (name == "table") return write_table(node);
    if (name == "section") {
      if (attribute_named(node, "display") == "none") return void(++hidden);
      return write_blocks(node);
    }
    if (name == "tracked-changes") return count_deletions(node);
    if (name == "numbered-paragraph") return write_numbered(node);
    if (name == "frame" || name == "text-box" || name == "soft-page-break" || name == "rect" || name == "g") {
      write_blocks(node);  // boxes are placed on the page
    }
  }

  /// Tracked deletions are only counted, for the notice.
  void count_deletions(const pugi::xml_node& changes) {
    for (const auto& region : changes.children()) {
      if (child_named(region, "deletion")) ++deletions;
    }
  }

  void write_paragraph(const pugi::xml_node& node, bool is_heading) {
    writer_.begin_paragraph();
    write_inline(node);
    const auto style = attribute_named(node, "style-name");
    const bool is_title = styles_.is_title(style);
    if (is_title && title_.empty()) title_ = std::string(writer_.open_words());
    if (is_heading) number_heading(node);
    end_block(is_heading || is_title ? Kind::Heading : Kind::Paragraph);
    for (const auto& box : std::exchange(boxes_, {})) write_blocks(box);
  }

  /// Numbers a heading by the outline of the document. A heading in a list has that list's number instead.
  void number_heading(const pugi::xml_node& node) {
    const auto level = integer_of(attribute_named(node, "outline-level")).value_or(1);
    const bool has_number = attribute_named(node, "is-list-header") != "true" && lists_.empty();
    if (!has_number || level < 1 || level > static_cast<long>(kOdtLevels) || !writer_.is_open()) return;
    const auto at = static_cast<std::size_t>(level - 1);
    std::optional<long> start;
    if (attribute_named(node, "restart-numbering") == "true") {
      start = integer_of(attribute_named(node, "start-value")).value_or(styles_.outline.at(at).start);
    }
    outline_.next(styles_.outline, at, start);
    put_before_words(outline_.number(styles_.outline, at));
  }

  /// Puts a number before the open words: as a mark if it is one, "(a)", and otherwise as words, "Article 3".
  void put_before_words(const std::string& number) {
    if (trimmed(number).empty()) return;
    if (is_mark(number, true)) return writer_.set_mark(number);
    const std::string words(writer_.open_words());
    writer_.drop_block();
    writer_.add(number);
    if (!number.ends_with(' ')) writer_.add_space();
    for_each_line(words, [&](const LineRange& line) {
      if (line.first > 0) writer_.break_line();
      writer_.add(std::string_view(words).substr(line.first, line.size()));
    });
  }

  /// Ends the open block with the number that waits, or adds both to the open cell.
  void end_block(Kind kind) {
    if (cell_ != nullptr) {
      const auto number = std::exchange(number_, {});
      *cell_ = fold(*cell_ + " " + number + " " + std::string(writer_.open_words()));
      return writer_.drop_block();
    }
    if (!writer_.is_open()) return;
    const auto number = std::exchange(number_, {});
    if (number == kBullet) {
      if (!begins_with_mark(writer_.open_words())) writer_.set_mark(kBullet);
    } else if (!number.empty()) {
      put_before_words(number);
    }
    if (!items_.empty()) {
      if (items_.back() == Item::HasWords) writer_.go_on();
      if (items_.back() == Item::New) items_.back() = Item::HasWords;
    }
    writer_.end_block(kind);
  }

  /// A list at one depth. Lists inside a list share its counts, which have a level for each depth.
  struct OpenList {
    const OdtListStyle* style;
    OdtCounts* counts;
  };

  /// A list continues the count of another if it names that list (continue-list), or of the last one with its style if
  /// it says so (continue-numbering). Otherwise it restarts.
  void write_list(const pugi::xml_node& node) {
    static const OdtListStyle kNoStyle{};
    auto name = std::string(attribute_named(node, "style-name"));
    // A list inside another one inherits its style if it names none.
    if (name.empty() && !lists_.empty()) {
      lists_.push_back(lists_.back());
    } else {
      const auto style = styles_.lists.find(name);
      const auto continued = std::string(attribute_named(node, "continue-list"));
      const auto own = std::string(attribute_named(node, "id"));
      auto* counts = lists_.empty() ? nullptr : lists_.back().counts;
      if (counts == nullptr) {
        const auto earlier = counts_.find(continued);
        const bool goes_on = attribute_named(node, "continue-numbering") == "true";
        if (earlier != counts_.end()) {
          counts = earlier->second;
        } else if (goes_on && last_of_style_.contains(name)) {
          counts = last_of_style_[name];
        } else {
          all_counts_.push_back(std::make_unique<OdtCounts>());
          counts = all_counts_.back().get();
        }
      }
      if (!own.empty()) counts_[own] = counts;
      last_of_style_[name] = counts;
      lists_.push_back({style == styles_.lists.end() ? &kNoStyle : &style->second, counts});
    }
    for (const auto& item : node.children()) write_item(item);
    lists_.pop_back();
    if (!items_.empty()) items_.back() = Item::HasList;
  }

  /// An item that begins with a list has no number of its own.
  void write_item(const pugi::xml_node& item) {
    const auto kind = local_name(item);
    if (kind != "list-item" && kind != "list-header") return;
    items_.push_back(Item::New);
    const auto level = std::min(lists_.size(), kOdtLevels) - 1;
    const auto& list = lists_.back();
    const auto first = item.first_child();
    // Programs write a deeper list without a paragraph of its own as an item that contains only that list.
    const bool only_nests = local_name(first) == "list";
    if (kind == "list-item" && !only_nests) {
      const auto& style = *list.style;
      list.counts->next(style, level, integer_of(attribute_named(item, "start-value")));
      number_ = style.at(level).style == NumberStyle::Bullet ? kBullet : list.counts->number(style, level);
    }
    write_blocks(item);
    number_.clear();
    items_.pop_back();
  }

  /// <text:numbered-paragraph>: a list item without a list around it. Paragraphs with the same list-id count together.
  void write_numbered(const pugi::xml_node& node) {
    const auto style = styles_.lists.find(attribute_named(node, "style-name"));
    const auto level = integer_of(attribute_named(node, "level")).value_or(1);
    if (style != styles_.lists.end() && level >= 1 && level <= static_cast<long>(kOdtLevels)) {
      auto& counts = numbered_[std::string(attribute_named(node, "list-id"))];
      counts.next(style->second, static_cast<std::size_t>(level - 1), integer_of(attribute_named(node, "start-value")));
      number_ = counts.number(style->second, static_cast<std::size_t>(level - 1));
    }
    write_blocks(node);
    number_.clear();
  }

  /// The words of a paragraph or a span.
  void write_inline(const pugi::xml_node& parent) {
    for (const auto& child : parent.children()) {
      if (is_text(child)) {
        raised_ > 0 ? writer_.add(superscript(child.value())) : writer_.add(child.value());
      } else {
        write_span(child, local_name(child));
      }
    }
  }

  void write_span(const pugi::xml_node& node, std::string_view name) {
    if (name == "s" || name == "tab") return writer_.add_space();
    if (name == "line-break") return writer_.break_line();
    if (name == "note") return void(++notes);
    if (name == "ruby") return write_inline(child_named(node, "ruby-base"));
    if (name == "frame" || name == "custom-shape" || name == "rect") {
      for (const auto& found : node.select_nodes(".//*[local-name()='text-box']")) boxes_.push_back(found.node());
      return;
    }
    constexpr std::array<std::string_view, 7> kNoWords = {
        "annotation", "annotation-end",         "bookmark", "hidden-paragraph", "soft-page-break",
        "toc-mark",   "alphabetical-index-mark"};
    if (std::ranges::find(kNoWords, name) != kNoWords.end()) return;
    const auto style = attribute_named(node, "style-name");
    if (styles_.hidden.contains(style)) return void(++hidden);
    const bool is_raised = styles_.raised.contains(style);
    raised_ += is_raised ? 1 : 0;
    write_inline(node);
    raised_ -= is_raised ? 1 : 0;
  }

  static std::vector<pugi::xml_node> rows_of(const pugi::xml_node& table) {
    std::vector<pugi::xml_node> rows;
    for (const auto& child : table.children()) {
      const auto name = local_name(child);
      if (name == "table-row") rows.push_back(child);
      if (name == "table-header-rows" || name == "table-rows" || name == "table-row-group") {
        const auto inner = rows_of(child);
        rows.insert(rows.end(), inner.begin(), inner.end());
      }
    }
    return rows;
  }

  static std::string words_of(const pugi::xml_node& node) {
    std::string words;
    for (const auto& found : node.select_nodes(".//text()")) words += found.node().value();
    return fold(words);
  }

  static TableCellShape shape_of_cell(const pugi::xml_node& cell) {
    constexpr std::size_t kKept = 40;
    TableCellShape shape;
    for (const auto& child : cell.children()) {
      const auto name = local_name(child);
      shape.has_blocks_of_its_own = shape.has_blocks_of_its_own || name == "list" || name == "table" || name == "h";
      if (name == "p") ++shape.blocks;
    }
    shape.first_words = words_of(cell).substr(0, kKept);
    return shape;
  }

  void write_table(const pugi::xml_node& table) {
    const auto rows = rows_of(table);
    TableShape shape;
    for (const auto& row : rows) {
      std::vector<TableCellShape> cells;
      for (const auto& cell : row.children()) cells.push_back(shape_of_cell(cell));
      shape.add_row(cells);
    }
    const bool holds_data = shape.holds_data() || cell_ != nullptr;
    for (const auto& row : rows) holds_data ? write_rows(row) : write_cells(row);
  }

  /// How often to write a cell or row: OpenDocument stores equal neighbours once, with a count. The count is limited,
  /// so that a small file cannot become a huge text.
  std::size_t times_of(const pugi::xml_node& node, std::string_view repeated) {
    const auto size = words_of(node).size() + 1;
    const auto times = static_cast<std::size_t>(digits_value(attribute_named(node, repeated)).value_or(1));
    const auto more = size == 1 || times == 0 ? 0 : std::min(times - 1, bytes_to_repeat_ / size);
    bytes_to_repeat_ -= more * size;
    return 1 + more;
  }

  void write_rows(const pugi::xml_node& row) {
    for (auto times = times_of(row, "number-rows-repeated"); times > 0; --times) write_row(row);
  }

  /// A row of a data table as one line. A table inside a cell becomes words of the cell.
  void write_row(const pugi::xml_node& row) {
    std::vector<std::string> cells;
    auto* const around = cell_;
    for (const auto& cell : row.children()) {
      if (local_name(cell) != "table-cell") continue;
      std::string words;
      cell_ = &words;
      write_blocks(cell);
      cells.insert(cells.end(), times_of(cell, "number-columns-repeated"), words);
    }
    cell_ = around;
    if (cell_ != nullptr) {
      *cell_ = fold(*cell_ + " " + row_of_cells(cells));
      return;
    }
    writer_.add(row_of_cells(cells));
    writer_.end_block(Kind::Row);
  }

  /// Writes the blocks of a row cell by cell. A mark in the first cell goes before the words beside it.
  void write_cells(const pugi::xml_node& row) {
    bool is_first = true;
    for (const auto& cell : row.children()) {
      const auto shape = shape_of_cell(cell);
      if (is_first && cell.next_sibling() && is_mark(shape.first_words, true)) {
        writer_.set_mark(shape.first_words);
      } else {
        write_blocks(cell);
      }
      is_first = is_first && shape.first_words.empty();
    }
  }

  static constexpr const char* kBullet = "•";

  const OdtStyles& styles_;
  std::size_t bytes_to_repeat_ = std::size_t{1} << 20;
  BlockWriter writer_;
  std::string title_;
  std::string number_;  ///< to be put before the first words of its item
  std::vector<OpenList> lists_;
  std::vector<Item> items_;
  std::vector<std::unique_ptr<OdtCounts>> all_counts_;     ///< owns the counts that others point to
  std::map<std::string, OdtCounts*, std::less<>> counts_;  ///< of named lists
  std::map<std::string, OdtCounts*, std::less<>> last_of_style_;
  std::map<std::string, OdtCounts, std::less<>> numbered_;  ///< of numbered paragraphs, by list-id
  OdtCounts outline_;
  std::vector<pugi::xml_node> boxes_;
  std::string* cell_ = nullptr;  ///< of the open data table
  int raised_ = 0;
};

WrittenText written_by(const OdtStyles& styles, const pugi::xml_document& content) {
  OdtWriter writer(styles);
  writer.write(child_named(child_named(content.document_element(), "body"), "text"));
  WrittenText written;
  written.format = "odt";
  written.title = fold(writer.title());
  writer.blocks().write_to(written, {});
  note_left_out(writer.notes, "note", written.notices);
  note_left_out(writer.deletions, "tracked deletion", written.notices);
  note_left_out(writer.hidden, "hidden passage", written.notices);
  return written;
}

}  // namespace

bool is_odt(const ZipArchive& archive) {
  const auto type = archive.read("mimetype");
  return type && type->starts_with("application/vnd.oasis.opendocument.text");
}

Result<WrittenText> odt_text(const ZipArchive& archive) {
  if (const auto manifest = archive.read("META-INF/manifest.xml");
      manifest && manifest->find("encryption-data") != std::string::npos) {
    return fail(ErrorCode::InvalidArgument, "it is encrypted; save it without a password");
  }
  OdtStyles styles;
  pugi::xml_document style_sheet;
  if (archive.has("styles.xml")) {
    const auto bytes = archive.read("styles.xml");
    if (!bytes) return fail(bytes.error());
    if (const auto read = parse_xml(*bytes, style_sheet); !read) {
      return fail(read.error().code, fmt::format("styles.xml, {}", read.error().detail));
    }
    styles.read(style_sheet.document_element());
  }
  const auto bytes = archive.read("content.xml");
  if (!bytes) return fail(bytes.error());
  pugi::xml_document content;
  if (const auto read = parse_xml(*bytes, content); !read) {
    return fail(read.error().code, fmt::format("content.xml, {}", read.error().detail));
  }
  styles.read(content.document_element());
  return written_by(styles, content);
}

bool is_flat_odt(std::string_view text) {
  constexpr std::size_t kHead = 4096;
  const auto root = text.substr(0, kHead).find("<office:document");
  if (root == std::string_view::npos || !trimmed(text.substr(0, 64)).starts_with('<')) return false;
  return text.substr(0, text.find('>', root)).find("opendocument.text") != std::string_view::npos ||
         text.substr(root).starts_with("<office:document-content");
}

Result<WrittenText> flat_odt_text(std::string_view xml) {
  pugi::xml_document content;
  const auto notices = parse_xml(xml, content);
  if (!notices) return fail(notices.error());
  OdtStyles styles;
  styles.read(content.document_element());
  auto written = written_by(styles, content);
  written.notices.insert(written.notices.begin(), notices->begin(), notices->end());
  return written;
}

}  // namespace treatygraph::ingest
