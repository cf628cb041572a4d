// The element tree is walked once. The vocabulary says what each element means: a provision opens a Provision, its
// number and heading are written before its other words, and everything else is written block by block. The reader
// knows no publisher: what differs between them is in xml_vocabulary.
//
// A provision must have a number, except preambles, conclusions and annexes. Elements without a number are written as
// plain text, as are provisions inside a quotation, which belong to another instrument. At the end, StructureBuilder
// gives each provision its eId.

#include "ingest/documents/units_text.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <re2/re2.h>

#include "graph/ascii.h"
#include "ingest/documents/unit_number.h"
#include "ingest/formats/table_shape.h"
#include "ingest/formats/xml_tree.h"
#include "ingest/structure/structure_builder.h"
#include "ingest/text/document_limits.h"
#include "ingest/text/left_out.h"
#include "ingest/text/lines.h"
#include "ingest/text/pattern_piece.h"

namespace treatygraph::ingest {
namespace {

/// Reads one document. Numbers and headings are read when their provision opens, and are then in `consumed_`.
class UnitsReader {
 public:
  UnitsReader(const pugi::xml_node& root, const XmlVocabulary& vocabulary)
      : vocabulary_(vocabulary), unit_kind_(unit_kind_of(root)) {
    out_.format = vocabulary.format;
  }

  MarkedText read(const pugi::xml_node& root) {
    find_body(root);
    walk(root);
    end_block();
    note_left_out(notes_, "footnote", out_.notices);
    if (has_unit_) out_.structure = with_eids();
    return std::move(out_);
  }

 private:
  [[nodiscard]] Structure with_eids() const {
    StructureBuilder builder(out_.text);
    for (const auto& read : provisions_) {
      const auto i = builder.open(read.parent, read.kind, read.num, read.start, read.body);
      builder.at(i).heading = read.heading;
      builder.at(i).heading_start = read.heading_start;
    }
    for (auto i = provisions_.size(); i-- > 0;) builder.close(i, provisions_[i].end);
    return builder.finish(out_.text.size());
  }

  /// Finds a body without units, in Akoma Ntoso: that of a resolution, whose paragraphs are in no article. It then
  /// becomes a provision itself.
  void find_body(const pugi::xml_node& root) {
    const auto body = root.select_node(".//*[local-name()='mainBody' or local-name()='body']").node();
    const bool has_units = !body || holds_unit(body);
    if (!has_units) body_ = body;
  }

  /// Whether a unit (an article) or a division is anywhere below an element.
  [[nodiscard]] bool holds_unit(const pugi::xml_node& node) const {
    const auto children = node.children();
    return std::any_of(children.begin(), children.end(), [&](const pugi::xml_node& child) {
      if (child.type() != pugi::node_element) return false;
      const auto* const rule = vocabulary_.rule_of(child);
      const bool is_one =
          rule != nullptr && rule->role == MarkRole::Provision && (is_unit(rule->kind) || gathers_units(rule->kind));
      return is_one || holds_unit(child);
    });
  }

  /// Reads an element or a text according to its role.
  void walk(const pugi::xml_node& node) {
    if (is_text(node)) {
      words_ += node.value();
      return;
    }
    if (node.type() != pugi::node_element || consumed_.contains(node)) return;
    if (node == body_) return open(node, ProvisionKind::Body);
    const auto* const rule = vocabulary_.rule_of(node);
    if (rule == nullptr) return walk_unknown(node);
    switch (rule->role) {
      case MarkRole::LeftOut:
        return;
      case MarkRole::Note:
        return void(++notes_);
      case MarkRole::Through:
        return walk_children(node);
      case MarkRole::Provision:
        return open(node, kind_of(node, *rule));
      case MarkRole::Group:
        return walk_group(node);
      case MarkRole::Quoted:
        return walk_quoted(node);
      case MarkRole::Table:
        return write_table(node);
      case MarkRole::Title:
        return write_title(node);
      case MarkRole::Number:
        // Of an item in a quotation, or of a list that is not a provision: printed before the words that follow.
        end_block();
        walk_children(node);
        words_ += ' ';
        return;
      case MarkRole::Heading:
      case MarkRole::Head:
        if (is_before_all()) return write_title(node);
        break;
      case MarkRole::Block:
        break;
    }
    walk_block(node);
  }

  void walk_children(const pugi::xml_node& node) {
    for (const auto& child : node.children()) walk(child);
  }

  /// The first block of a provision without a heading is on the line of its number. Other blocks begin a line.
  void walk_block(const pugi::xml_node& node) {
    if (std::exchange(awaits_words_, false)) {
      walk_children(node);
    } else {
      end_block();
      const std::string_view number = node.attribute("NumberOverride").value();
      if (!number.empty()) (words_ += number) += ' ';
      walk_children(node);
    }
    end_block();
  }

  /// Whether an element itself, not its children, contains words. This is asked for each child of an element, so the
  /// answers are cached.
  bool has_words(const pugi::xml_node& node) {
    const auto [entry, is_new] = has_words_.try_emplace(node, false);
    if (!is_new) return entry->second;
    const auto children = node.children();
    entry->second = std::any_of(children.begin(), children.end(), [](const pugi::xml_node& child) {
      return is_text(child) && !trimmed(child.value()).empty();
    });
    return entry->second;
  }

  /// An unknown element is inline if there are words beside it, or if it is in a block. Otherwise it begins a line.
  void walk_unknown(const pugi::xml_node& node) {
    const bool is_in_words = has_words(node.parent());
    const auto* const around = vocabulary_.rule_of(node.parent());
    if (is_in_words || (around != nullptr && around->role == MarkRole::Block)) return walk_children(node);
    end_block();
    walk_children(node);
    end_block();
  }

  /// The heading of the group becomes that of its first provision.
  void walk_group(const pugi::xml_node& node) {
    end_block();
    if (quoted_ > 0) return walk_children(node);
    std::string printed;
    std::string heading;
    take_head(node, printed, heading);
    waiting_heading_ = heading;
    walk_children(node);
    if (!waiting_heading_.empty()) words_ += std::exchange(waiting_heading_, {});
    end_block();
  }

  /// Writes a quotation between quotation marks. Only the outermost one has them.
  void walk_quoted(const pugi::xml_node& node) {
    end_block();
    ++quoted_;
    if (quoted_ == 1) words_ += "“";
    walk_children(node);
    if (--quoted_ == 0) close_quotation();
    end_block();
  }

  /// Puts the closing mark after the last word, which may already be written.
  void close_quotation() {
    if (!trimmed(words_).empty()) return void(words_ += "”");
    while (!out_.text.empty() && out_.text.back() == '\n') out_.text.pop_back();
    out_.text += "”\n\n";
    words_.clear();
  }

  /// Whether no provision was opened and no title was read, so that a heading is the title.
  [[nodiscard]] bool is_before_all() const { return open_ == kNone && !has_opened_ && out_.title.empty(); }

  void write_title(const pugi::xml_node& node) {
    end_block();
    walk_children(node);
    if (is_before_all()) out_.title = fold(words_);
    end_block();
  }

  [[nodiscard]] ProvisionKind kind_of(const pugi::xml_node& node, const ElementRule& rule) const {
    const auto name = local_name(node);
    if (name == "P1") return is_in_schedule() ? ProvisionKind::Paragraph : unit_kind_;
    if (rule.kind == ProvisionKind::Paragraph && is_in_schedule() && name == "P2") return ProvisionKind::Point;
    return rule.kind;
  }

  /// Whether the open provision is in a schedule. Schedules of acts of the United Kingdom have paragraphs where the
  /// acts have sections.
  [[nodiscard]] bool is_in_schedule() const {
    for (auto at = open_; at != kNone; at = provisions_[at].parent) {
      if (provisions_[at].kind == ProvisionKind::Schedule) return true;
    }
    return false;
  }

  /// Adds the number and the heading in an element, or in its head, to `printed` and `heading`. They are not read
  /// again. A "heading" that contains provisions is not one.
  void take_head(const pugi::xml_node& node, std::string& printed, std::string& heading) {
    for (const auto& child : node.children()) {
      const auto* const rule = child.type() == pugi::node_element ? vocabulary_.rule_of(child) : nullptr;
      if (rule == nullptr) continue;
      const bool holds_provisions = rule->role == MarkRole::Heading && holds_provision(child);
      if (rule->role == MarkRole::Head) take_head(child, printed, heading);
      if (rule->role == MarkRole::Number) printed = fold(fmt::format("{} {}", printed, words_of(child)));
      if (rule->role == MarkRole::Heading && !holds_provisions)
        heading = fold(fmt::format("{} {}", heading, words_of(child)));
      const bool is_head = rule->role == MarkRole::Head || rule->role == MarkRole::Number ||
                           (rule->role == MarkRole::Heading && !holds_provisions);
      if (is_head) consumed_.insert(child);
    }
  }

  /// The number in an attribute of an element, with the word for its kind: "Article 1" of <Article number="1">. Only
  /// for unknown publishers.
  [[nodiscard]] std::string number_in_attribute(const pugi::xml_node& node, ProvisionKind kind) const {
    if (vocabulary_.is_exact) return {};
    for (const auto* const name : {"num", "number", "nr", "no", "n"}) {
      auto number = fold(node.attribute(name).value());
      if (number.empty()) continue;
      if (kind >= ProvisionKind::Paragraph || number.find(' ') != std::string::npos) return number;
      std::string word(name_of(kind));
      word[0] = upper(word[0]);
      return fmt::format("{} {}", word, number);
    }
    return {};
  }

  [[nodiscard]] bool holds_provision(const pugi::xml_node& node) const {
    const auto children = node.children();
    return std::any_of(children.begin(), children.end(), [&](const pugi::xml_node& child) {
      const auto* const rule = child.type() == pugi::node_element ? vocabulary_.rule_of(child) : nullptr;
      return rule != nullptr && rule->role == MarkRole::Provision;
    });
  }

  /// All words below an element, without notes.
  std::string words_of(const pugi::xml_node& node) {
    std::string words;
    for (const auto& child : node.children()) {
      if (is_text(child)) words += child.value();
      if (child.type() != pugi::node_element) continue;
      const auto* const rule = vocabulary_.rule_of(child);
      const auto role = rule == nullptr ? MarkRole::Through : rule->role;
      if (role == MarkRole::Note) ++notes_;
      if (role != MarkRole::Note && role != MarkRole::LeftOut) words += words_of(child);
      if (role == MarkRole::Block) words += ' ';
    }
    return words;
  }

  /// Opens a provision, reads its element and closes it. In a quotation, or without a number, the element is written as
  /// plain text.
  void open(const pugi::xml_node& node, ProvisionKind kind) {
    end_block();
    const bool is_in_its_like = open_ != kNone && kind == ProvisionKind::Preamble && provisions_[open_].kind == kind;
    if (quoted_ > 0 || is_in_its_like) return walk_children(node);
    std::string printed;
    std::string heading;
    take_head(node, printed, heading);
    if (printed.empty()) printed = number_in_attribute(node, kind);
    if (!waiting_heading_.empty() && kind < ProvisionKind::Paragraph && heading.empty()) {
      heading = std::exchange(waiting_heading_, {});
    }
    if (kind == ProvisionKind::Schedule && lower_case(printed).starts_with("annex")) kind = ProvisionKind::Annex;
    const auto number = number_of(kind, printed);
    if (!number) return write_unnumbered(node, printed, heading);
    has_unit_ = has_unit_ || is_unit(kind) || kind == vocabulary_.least;
    begin(kind, *number, printed, heading);
    walk_children(node);
    end_block();
    provisions_[open_].end = out_.text.size();
    open_ = provisions_[open_].parent;
  }

  /// The number of a provision; empty if its kind needs none; nothing if it is not a provision. Annexes without a
  /// number are counted. "Artigo único" and "sole article" are 1.
  [[nodiscard]] std::optional<std::string> number_of(ProvisionKind kind, std::string_view printed) {
    const bool has_none =
        kind == ProvisionKind::Preamble || kind == ProvisionKind::Conclusions || kind == ProvisionKind::Body;
    if (has_none) return std::string();
    auto number = unit_number(printed);
    if (!number.empty()) return number;
    if (is_component(kind)) return std::to_string(++unnumbered_);
    static const RE2 only_one(R"((?i)\b(?:sole|single|only|unique|[uú]nic[oa]|einzig(?:er?|es)|enig)\b|único|única)");
    return RE2::PartialMatch(piece(printed), only_one) ? std::optional<std::string>("1") : std::nullopt;
  }

  void write_unnumbered(const pugi::xml_node& node, std::string_view printed, std::string_view heading) {
    words_ = fmt::format("{} {}", printed, heading);
    end_block();
    walk_children(node);
    end_block();
  }

  /// Adds a provision and writes its number and heading. Bare numbers are written as treaties print them: "(a)" for
  /// points and "1." for paragraphs.
  void begin(ProvisionKind kind, std::string_view number, std::string_view printed, const std::string& heading) {
    has_opened_ = true;
    Provision opened;
    opened.kind = kind;
    opened.num = number;
    opened.parent = open_;
    opened.start = out_.text.size();
    const bool is_bare = !printed.empty() && std::ranges::all_of(printed, is_letter_or_digit);
    const bool is_part = kind >= ProvisionKind::Paragraph;
    out_.text += !is_bare || !is_part           ? std::string(printed)
                 : kind == ProvisionKind::Point ? fmt::format("({})", printed)
                                                : fmt::format("{}.", printed);
    if (!printed.empty()) out_.text += is_part ? " " : "\n";
    opened.heading_start = out_.text.size();
    opened.heading = heading;
    out_.text += heading;
    opened.body = out_.text.size();
    if (!heading.empty()) out_.text += "\n\n";
    open_ = provisions_.size();
    provisions_.push_back(std::move(opened));
    check_limit(provisions_.size(), kMostProvisions, "provisions");
    awaits_words_ = heading.empty();
  }

  void end_block() {
    const auto words = fold(words_);
    if (words == "“") return;  // printed before the quotation
    words_.clear();
    awaits_words_ = false;
    if (!words.empty()) (out_.text += words) += "\n\n";
  }

  void write_table(const pugi::xml_node& table) {
    end_block();
    std::string rows;
    const auto* const kRows = ".//*[local-name()='tr' or local-name()='row']";
    for (const auto& found : table.select_nodes(kRows)) {
      std::vector<std::string> cells;
      for (const auto& cell : found.node().children()) {
        if (cell.type() == pugi::node_element) cells.push_back(fold(words_of(cell)));
      }
      const auto row = row_of_cells(cells);
      if (!row.empty()) rows += row + "\n";
    }
    if (!rows.empty()) (out_.text += rows) += '\n';
  }

  const XmlVocabulary& vocabulary_;
  ProvisionKind unit_kind_;
  MarkedText out_;
  std::vector<Provision> provisions_;
  std::string words_;  ///< of the open block
  std::string waiting_heading_;
  std::set<pugi::xml_node> consumed_;  ///< numbers and headings already written
  std::map<pugi::xml_node, bool> has_words_;
  std::size_t open_ = kNone;
  bool has_opened_ = false;
  bool has_unit_ = false;
  pugi::xml_node body_;        ///< not divided into units
  bool awaits_words_ = false;  ///< the first words of a provision are on the line of its number
  int quoted_ = 0;
  int unnumbered_ = 0;
  std::size_t notes_ = 0;
};

}  // namespace

MarkedText units_text(const pugi::xml_node& root, const XmlVocabulary& vocabulary) {
  return UnitsReader(root, vocabulary).read(root);
}

}  // namespace treatygraph::ingest
