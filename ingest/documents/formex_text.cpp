// The element tree is walked once, and its text is written block by block. Elements of Formex 4 that open something
// have headings: ARTICLE (TI.ART, STI.ART), DIVISION and ANNEX (TITLE). These are written with add_heading(); numbers
// of paragraphs and points (NO.PARAG, NO.P) are written before their words. Paragraphs and points are then found by the
// reader of structure, as in a plain text. Text that an amendment quotes (QUOT.S) contains articles of another act, so
// its headings are written as plain words.

#include "ingest/documents/formex_text.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <re2/re2.h>

#include "graph/ascii.h"
#include "ingest/formats/table_shape.h"
#include "ingest/formats/xml_tree.h"
#include "ingest/text/left_out.h"
#include "ingest/text/lines.h"
#include "ingest/text/one_of.h"

namespace treatygraph::ingest {
namespace {

/// Root elements. COMBINED.FMX and LEXP.COMBINED contain several files.
constexpr std::array<std::string_view, 9> kActs = {"ACT",      "AGR",  "CONS.ACT",     "ANNEX",        "CONS.ANNEX",
                                                   "DECISION", "PROT", "COMBINED.FMX", "LEXP.COMBINED"};
/// Data about the publication, and lists of other documents.
constexpr std::array<std::string_view, 18> kLeftOut = {
    "BIB.INSTANCE", "BIB.INSTANCE.CONS", "BIB.DATA", "INFO.CONSLEG", "INFO.PROD",    "PUBLICATION",
    "FAM.COMP",     "FAM.COMP.CL",       "TOC",      "MOD.ACT",      "MOD.ACT.CL",   "CORRIG",
    "CORRIG.CL",    "GR.MOD.ACT",        "EEA",      "NO.DOC.C",     "INCL.ELEMENT", "ADR.SIGN"};
/// Elements that begin and end a line.
constexpr std::array<std::string_view, 23> kBlockElements = {
    "P",  "ALINEA", "PREAMBLE.INIT", "PREAMBLE.FINAL", "VISA",     "GR.CONSID.INIT", "CONSID",    "TXT",
    "NP", "ITEM",   "PARAG",         "DLIST.ITEM",     "PL.DATE",  "SIGNATORY",      "FORMULA.S", "BLK",
    "TI", "STI",    "QUOT.S",        "FINAL",          "CONTENTS", "LIST",           "DLIST"};

/// The quotation mark that QUOT.START and QUOT.END give as a hexadecimal code point: "“" of CODE="201C". Empty for
/// control characters and for codes from D800 on.
std::string character_of(std::string_view code) {
  const auto value = static_cast<unsigned>(std::strtoul(std::string(code).c_str(), nullptr, 16));
  if (value < 0x20 || value >= 0xD800) return {};
  if (value < 0x80) return {static_cast<char>(value)};
  if (value < 0x800) return {static_cast<char>(0xC0U | (value >> 6U)), static_cast<char>(0x80U | (value & 0x3FU))};
  return {static_cast<char>(0xE0U | (value >> 12U)), static_cast<char>(0x80U | ((value >> 6U) & 0x3FU)),
          static_cast<char>(0x80U | (value & 0x3FU))};
}

/// Formex has one element for all divisions; the printed word tells them apart. "Part" and unknown words give a part.
ProvisionKind kind_of_division(std::string_view printed) {
  const auto word = lower_case(printed.substr(0, printed.find(' ')));
  if (word.starts_with("chapter")) return ProvisionKind::Chapter;
  if (word.starts_with("section") || word.starts_with("sub-section") || word.starts_with("subsection")) {
    return ProvisionKind::Section;
  }
  if (word.starts_with("title")) return ProvisionKind::Title;
  return ProvisionKind::Part;
}

/// Writes an act into a MarkedText.
class FormexWriter {
 public:
  explicit FormexWriter(MarkedText& marked) : marked_(marked) {}

  void write(const pugi::xml_node& root) {
    walk(root);
    end_block();
    note_left_out(notes_, "footnote", marked_.notices);
  }

 private:
  void walk(const pugi::xml_node& node) {
    if (is_text(node)) {
      words_ += node.value();
      return;
    }
    if (node.type() != pugi::node_element) return;
    const std::string_view name = node.name();
    if (is_one_of(name, kLeftOut)) return;
    if (name == "NOTE") return void(++notes_);
    if (name == "QUOT.START" || name == "QUOT.END") return void(words_ += character_of(node.attribute("CODE").value()));
    if (name == "TBL") return write_table(node);
    if (name == "NO.P" || name == "NO.PARAG") return open_mark(node);
    const bool is_quoted = name == "QUOT.S";
    quoted_ += is_quoted ? 1 : 0;
    const bool is_block = is_one_of(name, kBlockElements);
    if (is_block) end_block();
    if (!write_division(node, name)) walk_children(node);
    if (is_block || name == "TERM") end_block();
    quoted_ -= is_quoted ? 1 : 0;
  }

  void walk_children(const pugi::xml_node& node) {
    for (const auto& child : node.children()) walk(child);
  }

  /// Whether the element has a heading, which is then written.
  bool write_division(const pugi::xml_node& node, std::string_view name) {
    const bool is_annex = name == "ANNEX" || name == "CONS.ANNEX";
    if (name == "ARTICLE") {
      end_block();
      head(ProvisionKind::Article, words_of(node.child("TI.ART")), words_of(node.child("STI.ART")));
      for (const auto& child : node.children()) {
        const std::string_view part = child.name();
        if (part != "TI.ART" && part != "STI.ART") walk(child);
      }
      return true;
    }
    if (name == "GR.SEQ") return write_group(node);
    if (name != "DIVISION" && !is_annex) return write_title(node, name);
    end_block();
    const auto title = node.child("TITLE");
    auto printed = words_of(title.child("TI").child("P"));
    if (printed.empty()) printed = words_of(title.child("TI"));
    // What follows the number, in further lines of the title or in a subtitle.
    const auto all = words_of(title.child("TI"));
    const auto words = fold(all.substr(printed.size()) + " " + words_of(title.child("STI")));
    head(is_annex ? ProvisionKind::Annex : kind_of_division(printed), printed, words);
    for (const auto& child : node.children()) {
      if (std::string_view(child.name()) != "TITLE") walk(child);
    }
    return true;
  }

  /// A part of an annex, if its title says so: "Section A. List of lakes".
  bool write_group(const pugi::xml_node& node) {
    const auto title = words_of(node.child("TITLE"));
    const auto heading = heading_at(title, 0, title.size());
    if (quoted_ > 0 || !heading || heading->kind >= ProvisionKind::Article || heading->kind == ProvisionKind::Annex) {
      return false;
    }
    end_block();
    const auto printed = std::string_view(title).substr(0, heading->after);
    const auto end = printed.find_last_not_of(" .:–—-");
    head(heading->kind, std::string(printed.substr(0, end + 1)), std::string_view(title).substr(heading->after));
    for (const auto& child : node.children()) {
      if (std::string_view(child.name()) != "TITLE") walk(child);
    }
    return true;
  }

  /// Writes the title of the act, and a heading before the preamble. Returns whether the element is the title.
  bool write_title(const pugi::xml_node& node, std::string_view name) {
    if (name == "PREAMBLE") {
      end_block();
      add_block(marked_, "\nPreamble\n");
    }
    if (name != "TITLE" || !marked_.title.empty() || !marked_.headings.empty()) return false;
    marked_.title = words_of(node.child("TI"));
    add_block(marked_, marked_.title + "\n");
    return true;
  }

  /// Writes a heading, or plain words inside a quotation. An annex that is printed without a number is annex I.
  void head(ProvisionKind kind, std::string printed, std::string_view words) {
    if (quoted_ > 0) return add_block(marked_, fmt::format("\n{} {}\n", printed, words));
    if (kind == ProvisionKind::Annex && printed.find(' ') == std::string::npos) printed += " I";
    add_heading(marked_, kind, printed, words);
  }

  /// All words of a number, a title or a cell on one line, without notes. No-break spaces become plain ones, because
  /// the patterns of headings expect these.
  std::string words_of(const pugi::xml_node& node) {
    std::string words;
    const auto around = std::exchange(words_, {});
    const auto collect = [&](const auto& self, const pugi::xml_node& at) -> void {
      for (const auto& child : at.children()) {
        const std::string_view name = child.name();
        if (is_text(child)) words += child.value();
        if (name == "NOTE") ++notes_;
        if (name == "QUOT.START" || name == "QUOT.END") words += character_of(child.attribute("CODE").value());
        if (child.type() == pugi::node_element && name != "NOTE") self(self, child);
        if (name == "P") words += ' ';
      }
    };
    collect(collect, node);
    words_ = around;
    static const RE2 no_break_space(R"(\xC2\xA0|\xE2\x80\xAF)", RE2::Latin1);
    RE2::GlobalReplace(&words, no_break_space, " ");
    return fold(words);
  }

  /// Remembers the number of a paragraph or point. It is written on the line of the words that follow.
  void open_mark(const pugi::xml_node& node) {
    end_block();
    auto number = words_of(node);
    if (number.empty()) return;
    const bool is_bare = std::ranges::all_of(number, is_letter_or_digit);
    mark_ += number + (is_bare ? ". " : " ");
  }

  void end_block() {
    const auto words = fold(words_);
    words_.clear();
    if (words.empty()) return;
    add_block(marked_, "\n" + std::exchange(mark_, {}) + words);
  }

  void write_table(const pugi::xml_node& table) {
    end_block();
    std::string rows;
    for (const auto& found : table.select_nodes(".//ROW")) {
      std::vector<std::string> cells;
      for (const auto& cell : found.node().children("CELL")) cells.push_back(words_of(cell));
      const auto row = row_of_cells(cells);
      if (!row.empty()) rows += row + "\n";
    }
    if (!rows.empty()) add_block(marked_, "\n" + rows);
  }

  MarkedText& marked_;
  std::string words_;  ///< of the open block
  std::string mark_;   ///< to be put before the next block
  int quoted_ = 0;     ///< number of open quotations
  std::size_t notes_ = 0;
};

}  // namespace

bool is_formex_root(const pugi::xml_node& root) {
  return is_one_of(root.name(), kActs);
}

MarkedText formex_text(const pugi::xml_node& root) {
  MarkedText marked;
  marked.format = "formex";
  FormexWriter(marked).write(root);
  const auto language = fold(all_text(root.select_node("//LG.DOC").node()));
  if (!language.empty()) set_property(marked.properties, "language", PropertyValue(lower_case(language)));
  return marked;
}

}  // namespace treatygraph::ingest
