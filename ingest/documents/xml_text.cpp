// The root element decides which reader is used. For Akoma Ntoso there are three, from the most exact to the least: by
// eIds (structure_by_eids); for documents with articles but incomplete eIds, as text with headings (AknWriter); for
// documents without articles, such as resolutions, by elements (units_text).

#include "ingest/documents/xml_text.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <pugixml.hpp>

#include "graph/ascii.h"
#include "graph/shown.h"
#include "ingest/documents/akn_structure.h"
#include "ingest/documents/formex_text.h"
#include "ingest/documents/tota_text.h"
#include "ingest/documents/units_text.h"
#include "ingest/documents/xml_dates.h"
#include "ingest/documents/xml_vocabulary.h"
#include "ingest/formats/xml_tree.h"
#include "ingest/text/lines.h"
#include "ingest/text/one_of.h"

namespace treatygraph::ingest {
namespace {

/// The kind of a headed element; all that are not listed are parts.
ProvisionKind kind_of(std::string_view element) {
  if (element == "article") return ProvisionKind::Article;
  if (element == "chapter" || element == "subchapter") return ProvisionKind::Chapter;
  if (element == "section" || element == "subdivision") return ProvisionKind::Section;
  if (element == "title") return ProvisionKind::Title;
  if (element == "annex" || element == "attachment") return ProvisionKind::Annex;
  return ProvisionKind::Part;
}

/// Writes Akoma Ntoso as text with headings. Paragraphs and points are written with their numbers, and found by their
/// layout.
class AknWriter {
 public:
  explicit AknWriter(MarkedText& marked) : marked_(marked) {}

  void write(const pugi::xml_node& root) {
    walk(root);
    end_block();
  }

 private:
  /// Not text of the treaty, or read from elsewhere.
  static constexpr std::array<std::string_view, 8> kLeftOut = {"meta",    "authorialNote", "toc",    "coverPage",
                                                               "preface", "conclusions",   "remark", "components"};
  /// Elements with a heading on a line of its own.
  static constexpr std::array<std::string_view, 12> kHeaded = {"article",  "chapter",     "part",    "section",
                                                               "title",    "annex",       "book",    "attachment",
                                                               "division", "subdivision", "subpart", "subchapter"};
  static constexpr std::array<std::string_view, 19> kBlocks = {
      "p",         "num",    "paragraph", "subparagraph", "point",     "item",    "list",
      "blockList", "intro",  "alinea",    "content",      "indent",    "recital", "citation",
      "formula",   "wrapUp", "block",     "container",    "subsection"};

  void walk(const pugi::xml_node& node) {
    if (is_text(node)) return void(words_ += node.value());
    const auto name = local_name(node);
    if (is_one_of(name, kLeftOut)) return;
    const bool is_headed = is_one_of(name, kHeaded);
    const bool is_block = is_headed || is_one_of(name, kBlocks);
    if (is_block) end_block();
    if (name == "preamble") add_block(marked_, "Preamble\n");
    if (name == "eol" || name == "br") words_ += ' ';
    if (is_headed) write_head(node, name);
    for (const auto& child : node.children()) {
      const auto child_name = local_name(child);
      if (is_headed && (child_name == "num" || child_name == "heading")) continue;
      walk(child);
    }
    // The number waits for the words of its paragraph, which are in another element.
    if (name == "num") {
      number_ = fold(words_);
      words_.clear();
    }
    if (is_block) end_block();
  }

  /// Writes the heading of an element. If only its number is printed, the name of the element becomes its word:
  /// "Article 5".
  void write_head(const pugi::xml_node& node, std::string_view name) {
    auto num = text_of(node, "num");
    const auto heading = text_of(node, "heading");
    if (num.empty() && heading.empty()) return;
    // "Article 5" contains its word; "5." and "IV" do not.
    const bool has_word = num.size() > 3 && is_letter(num[0]);
    if (!has_word && !num.empty()) {
      std::string word(name);
      word[0] = upper(word[0]);
      num = word + " " + num;
    }
    add_heading(marked_, kind_of(name), num, heading);
  }

  static std::string text_of(const pugi::xml_node& of, std::string_view name) {
    std::string text;
    for (const auto& child : of.children()) {
      if (local_name(child) != name) continue;
      text += text_without_notes(child);
    }
    return fold(text);
  }

  void end_block() {
    const auto words = fold(words_);
    words_.clear();
    if (words.empty()) return;
    std::string block = "\n";
    if (!number_.empty()) {
      const bool is_bare = std::ranges::all_of(number_, is_letter_or_digit);
      block += number_ + (is_bare ? ". " : " ");
      number_.clear();
    }
    add_block(marked_, block + words);
  }

  MarkedText& marked_;
  std::string words_;   ///< of the open block
  std::string number_;  ///< to be put before the next block
};

/// Akoma Ntoso's elements for documents other than laws.
constexpr std::array<std::string_view, 7> kNoTreaties = {
    "debate", "debateReport", "judgment", "amendment", "amendmentList", "officialGazette", "documentCollection"};

/// Reads a document by its elements alone. False if they number nothing.
bool read_units(const pugi::xml_node& body, MarkedText& marked) {
  auto units = units_text(body, akn_vocabulary());
  if (units.structure.empty()) return false;
  marked.text = std::move(units.text);
  marked.structure = std::move(units.structure);
  marked.notices = std::move(units.notices);
  if (marked.title.empty()) marked.title = std::move(units.title);
  return true;
}

/// The words of the first <docTitle>, whatever elements divide it, without notes.
std::string document_title(const pugi::xml_node& root) {
  const auto title = root.select_node("//*[local-name()='docTitle']").node();
  return fold(text_without_notes(title));
}

/// The first act, bill, statement, doc or portion with articles or sections is read, or else everything below the root.
Result<MarkedText> akn_text(const pugi::xml_node& root) {
  MarkedText marked;
  marked.format = "akn";
  marked.title = document_title(root);
  // Some files have the title only in their metadata.
  if (marked.title.empty()) {
    const auto alias = root.select_node("//*[local-name()='FRBRWork']/*[local-name()='FRBRname']").node();
    marked.title = alias.attribute("value").value();
  }
  const auto* const kBodies =
      "//*[local-name()='act' or local-name()='bill' or local-name()='statement' or "
      "local-name()='doc' or local-name()='portion']";
  pugi::xml_node body;
  for (const auto& found : root.select_nodes(kBodies)) {
    const bool has_articles =
        !found.node().select_node(".//*[local-name()='article' or local-name()='section']").node().empty();
    if (has_articles && body.empty()) body = found.node();
  }
  const bool has_articles = !body.empty();
  if (!has_articles) body = root;
  const auto kind = local_name(root.first_child());
  if (!has_articles && is_one_of(kind, kNoTreaties)) {
    return fail(
        ErrorCode::InvalidArgument,
        fmt::format("is Akoma Ntoso of a kind that is not a treaty ({}); read are act, bill, doc, statement and "
                    "portion",
                    kind));
  }
  if (auto certain = structure_by_eids(body)) {
    marked.text = std::move(certain->text);
    marked.structure = std::move(certain->structure);
  } else if (has_articles || !read_units(body, marked)) {
    AknWriter(marked).write(body);
  }
  const auto date =
      body.select_node(".//*[local-name()='FRBRWork']/*[local-name()='FRBRdate']").node().attribute("date");
  if (!date.empty()) set_property(marked.properties, "date", PropertyValue(date.value()));
  return marked;
}

}  // namespace

bool is_xml(std::string_view bytes) {
  return trimmed(bytes.substr(0, 1024)).starts_with('<');
}

namespace {

/// XML that is recognized, but cannot be read, and what to do.
struct OtherXml {
  std::string_view root;
  std::string_view what;
};

constexpr std::array kOthers = {
    OtherXml{"package", "is a Word document in one XML file; save it as .docx"},
    OtherXml{"wordDocument", "is a Word 2003 document in XML; save it as .docx"},
    OtherXml{"Workbook", "is a spreadsheet in XML; save the text as .docx, PDF or plain text"},
    OtherXml{"rss", "is a news feed (RSS); give the document that it links to"},
    OtherXml{"feed", "is a news feed (Atom); give the document that it links to"},
    OtherXml{"svg", "is a drawing (SVG); make a PDF of it"},
    OtherXml{"math", "is a formula (MathML), not a treaty"},
    OtherXml{"RDF", "is data about documents (RDF); give the document itself"},
    OtherXml{"NOTICE", "is data about a document (EUR-Lex notice); give its Formex, HTML or PDF"},
    OtherXml{"dokumente", "is German federal law (gii-norm); save it as HTML, PDF or plain text"},
    OtherXml{"html", "is XHTML without a known namespace; save it as HTML"}};

Result<MarkedText> unknown_xml(const pugi::xml_node& root) {
  const auto* const other = std::ranges::find(kOthers, local_name(root), &OtherXml::root);
  if (other != kOthers.end()) return fail(ErrorCode::InvalidArgument, std::string(other->what));
  return fail(ErrorCode::InvalidArgument,
              fmt::format("is XML whose root element is {}, and none of its elements is a numbered article, section or "
                          "rule; known are akomaNtoso, Formex (ACT, AGR, CONS.ACT, ANNEX ...), LexML, Legislation "
                          "(legislation.gov.uk), toestand (BWB), USLM, treaty (ToTA) and html; save it as HTML, PDF or "
                          "plain text",
                          shown(local_name(root))));
}

/// Reads the XML of a known publisher.
Result<MarkedText> known_units(const pugi::xml_node& root, const XmlVocabulary& vocabulary) {
  auto marked = units_text(root, vocabulary);
  set_dates_of_xml(root, marked.properties);
  if (!marked.structure.empty()) return marked;
  return fail(ErrorCode::InvalidArgument,
              fmt::format("is XML of the kind {} without a numbered article, section or rule; it may be a list of "
                          "contents or metadata alone: give the file that has the text",
                          vocabulary.format));
}

/// Reads XML according to its root element. An unknown root is tried with general_vocabulary().
Result<MarkedText> text_of_root(const pugi::xml_node& root) {
  if (local_name(root) == "akomaNtoso") return akn_text(root);
  if (local_name(root) == "treaty" && root.child("body")) return tota_text(root);
  if (is_formex_root(root)) return formex_text(root);
  if (const auto* const vocabulary = vocabulary_of(root)) return known_units(root, *vocabulary);
  auto general = units_text(root, general_vocabulary());
  if (general.structure.empty()) return unknown_xml(root);
  general.notices.push_back(
      fmt::format("XML whose root element is {} is not a known format: it was read by the "
                  "names of its elements",
                  shown(local_name(root))));
  return general;
}

}  // namespace

Result<MarkedText> xml_text(std::string_view bytes) {
  pugi::xml_document document;
  const auto notices = parse_xml(bytes, document);
  if (!notices) return fail(notices.error());
  auto marked = text_of_root(document.document_element());
  if (marked) marked->notices.insert(marked->notices.begin(), notices->begin(), notices->end());
  return marked;
}

}  // namespace treatygraph::ingest
