// Walks the element tree once and writes its text, block by block. Each element with a valid eId opens a provision; its
// <num> and <heading> are written before its other words. The eIds of the file are kept, because other documents may
// refer to them. The markup must be complete: if an article or point has no eId, or an
// eId occurs twice, there is no result, and the caller reads the document in another way.

#include "ingest/documents/akn_structure.h"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

#include <re2/re2.h>

#include "graph/ascii.h"
#include "ingest/formats/xml_tree.h"
#include "ingest/text/lines.h"
#include "ingest/text/one_of.h"

namespace treatygraph::ingest {
namespace {

/// The number of a provision without brackets and words: "IV" of "Part IV", "a" of "(a)", "1" of "1.". It is taken from
/// the last step of the eId. An eId that was made unique by a counter, such as "art_5-2" for a second article 5, must
/// not become the number 5-2: then the number without the counter is used, unless the printed number has it too.
std::string num_of(const Eid& eid, std::string_view printed) {
  static const RE2 counted(R"((.+)-(\d+))");
  const auto& num = eid.steps().back().num;
  std::string without;
  if (!RE2::FullMatch(num, counted, &without)) return num;
  auto plain = std::string(printed);
  while (!plain.empty() && !is_letter_or_digit(plain.back())) plain.pop_back();
  std::ranges::replace(plain, '.', '-');
  return plain.ends_with(num) || plain.empty() ? num : without;
}

class AknReader {
 public:
  std::optional<AknStructure> read(const pugi::xml_node& act) {
    walk(act);
    end_block();
    trim_ends();
    if (!is_certain_ || out_.structure.empty()) return std::nullopt;
    return std::move(out_);
  }

 private:
  /// Elements that are not text of the act. <components> contains other documents.
  static constexpr std::array<std::string_view, 6> kLeftOut = {"meta",      "authorialNote", "toc",
                                                               "coverPage", "remark",        "components"};
  /// Elements that are provisions. If one of them has no eId, its words would become part of the provision around it.
  static constexpr std::array<std::string_view, 12> kMustHaveEid = {"article",      "paragraph",  "point", "chapter",
                                                                    "part",         "section",    "title", "recital",
                                                                    "subparagraph", "subsection", "rule",  "clause"};
  /// Elements within a sentence; all others begin and end a block.
  static constexpr std::array<std::string_view, 12> kInline = {"ref", "mref", "rref", "i",        "b",   "u",
                                                               "sup", "sub",  "span", "docTitle", "def", "term"};

  void walk(const pugi::xml_node& node) {
    if (is_text(node)) return void(words_ += node.value());
    const auto name = local_name(node);
    if (is_one_of(name, kLeftOut)) return;
    const auto eid = Eid::parse(node.attribute("eId").value());
    if (eid) return open(node, *eid);
    if (is_one_of(name, kMustHaveEid)) is_certain_ = false;
    const bool is_block = !is_one_of(name, kInline);
    if (is_block) end_block();
    for (const auto& child : node.children()) walk(child);
    if (is_block) end_block();
  }

  /// Opens the provision of an element, writes its number and heading, reads its other children and closes it.
  void open(const pugi::xml_node& node, const Eid& eid) {
    end_block();
    if (!seen_.insert(eid).second) is_certain_ = false;
    const auto position = out_.structure.size();
    Provision provision;
    provision.eid = eid;
    provision.kind = eid.kind();
    provision.parent = open_;
    provision.start = out_.text.size();
    const auto printed = words_of(node, "num");
    provision.num = num_of(eid, printed);
    out_.text += printed;
    if (!printed.empty()) out_.text += eid.kind() < ProvisionKind::Paragraph ? "\n" : " ";
    provision.heading_start = out_.text.size();
    provision.heading = words_of(node, "heading");
    out_.text += provision.heading;
    provision.body = out_.text.size();
    if (!provision.heading.empty()) out_.text += "\n\n";
    out_.structure.push_back(std::move(provision));
    const auto around = std::exchange(open_, position);
    for (const auto& child : node.children()) {
      if (!is_named(child, "num") && !is_named(child, "heading")) walk(child);
    }
    end_block();
    out_.structure[position].end = out_.text.size();
    open_ = around;
  }

  /// Whether a node is the number or the heading of a provision. A preamble has no <num> and no <heading>; paragraphs
  /// with these words as their class contain them.
  static bool is_named(const pugi::xml_node& node, std::string_view name) {
    const auto element = local_name(node);
    return element == name || (element == "p" && std::string_view(node.attribute("class").value()) == name);
  }

  static std::string words_of(const pugi::xml_node& node, std::string_view name) {
    std::string words;
    for (const auto& child : node.children()) {
      if (!is_named(child, name)) continue;
      words += text_without_notes(child);
    }
    return fold(words);
  }

  void end_block() {
    const auto words = fold(words_);
    words_.clear();
    if (!words.empty()) (out_.text += words) += "\n\n";
  }

  /// Provisions end after the empty line of their last block; their ends are moved back to the last word.
  void trim_ends() {
    for (auto& provision : out_.structure) {
      auto& end = provision.end;
      while (end > provision.start && is_space(out_.text[end - 1])) --end;
      provision.heading_start = std::min(provision.heading_start, end);
      provision.body = std::min(provision.body, end);
    }
  }

  AknStructure out_;
  std::string words_;  ///< of the open block
  std::size_t open_ = Provision::kNoParent;
  std::set<Eid> seen_;
  bool is_certain_ = true;
};

}  // namespace

std::optional<AknStructure> structure_by_eids(const pugi::xml_node& act) {
  return AknReader().read(act);
}

std::string text_without_notes(const pugi::xml_node& element) {
  std::string text;
  for (const auto& found : element.select_nodes(".//text()[not(ancestor::*[local-name()='authorialNote'])]")) {
    text += found.node().value();
  }
  return text;
}

}  // namespace treatygraph::ingest
