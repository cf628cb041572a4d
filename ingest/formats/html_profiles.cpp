#include "ingest/formats/html_profiles.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "ingest/formats/html_tree.h"
#include "ingest/text/lines.h"

namespace treatygraph::ingest {
namespace {

struct ClassRule {
  std::string_view name;  ///< ends with '*' where any ending will do
  HtmlRole role;
};

// Each row is a class that a publisher gives to its elements.
constexpr std::array kEurLex = {ClassRule{"hd-date", HtmlRole::LeftOut},
                                ClassRule{"hd-lg", HtmlRole::LeftOut},
                                ClassRule{"hd-ti", HtmlRole::LeftOut},
                                ClassRule{"hd-oj", HtmlRole::LeftOut},
                                ClassRule{"oj-hd-*", HtmlRole::LeftOut},
                                ClassRule{"hd-modifiers", HtmlRole::LeftOut},
                                ClassRule{"hd-toc-*", HtmlRole::LeftOut},
                                ClassRule{"toc-item", HtmlRole::LeftOut},
                                ClassRule{"toc-1", HtmlRole::LeftOut},
                                ClassRule{"toc-2", HtmlRole::LeftOut},
                                ClassRule{"title-fam-member-star", HtmlRole::LeftOut},
                                ClassRule{"reference", HtmlRole::LeftOut},
                                ClassRule{"disclaimer", HtmlRole::LeftOut},
                                ClassRule{"arrow", HtmlRole::LeftOut},
                                ClassRule{"modref", HtmlRole::LeftOut},
                                ClassRule{"bglang", HtmlRole::LeftOut},
                                ClassRule{"note", HtmlRole::Note},
                                ClassRule{"oj-note", HtmlRole::Note},
                                ClassRule{"doc-ti", HtmlRole::Title},
                                ClassRule{"oj-doc-ti", HtmlRole::Title},
                                ClassRule{"title-doc-first", HtmlRole::Title},
                                ClassRule{"title-doc-last", HtmlRole::Title},
                                ClassRule{"ti-art", HtmlRole::Heading},
                                ClassRule{"oj-ti-art", HtmlRole::Heading},
                                ClassRule{"sti-art", HtmlRole::Heading},
                                ClassRule{"oj-sti-art", HtmlRole::Heading},
                                ClassRule{"ti-section-*", HtmlRole::Heading},
                                ClassRule{"oj-ti-section-*", HtmlRole::Heading},
                                ClassRule{"title-article-norm", HtmlRole::Heading},
                                ClassRule{"stitle-article-norm", HtmlRole::Heading},
                                ClassRule{"title-division-*", HtmlRole::Heading},
                                ClassRule{"title-annex-*", HtmlRole::Heading},
                                ClassRule{"title-gr-seq-*", HtmlRole::Heading},
                                ClassRule{"Titrearticle", HtmlRole::Heading},
                                ClassRule{"Annexetitre", HtmlRole::Heading},
                                ClassRule{"num", HtmlRole::Spaced},
                                ClassRule{"content", HtmlRole::Spaced},
                                ClassRule{"no-parag", HtmlRole::Spaced}};

constexpr std::array kLegislationGovUk = {ClassRule{"LegDS", HtmlRole::Spaced},
                                          ClassRule{"LegAnnotations", HtmlRole::Note},
                                          ClassRule{"LegCommentaries", HtmlRole::Note},
                                          ClassRule{"LegCommentaryLink", HtmlRole::Note},
                                          ClassRule{"LegFootnotes", HtmlRole::Note},
                                          ClassRule{"LegFootnoteRef", HtmlRole::Note},
                                          ClassRule{"LegExtentRestriction", HtmlRole::LeftOut},
                                          ClassRule{"LegExtentContainer", HtmlRole::LeftOut},
                                          ClassRule{"LegChangeDelimiter", HtmlRole::LeftOut},
                                          ClassRule{"LegTitle", HtmlRole::Title},
                                          ClassRule{"LegArticleNo", HtmlRole::Heading},
                                          ClassRule{"LegP1GroupTitle*", HtmlRole::Heading},
                                          ClassRule{"LegChapterTitle", HtmlRole::Heading},
                                          ClassRule{"LegChapterNo", HtmlRole::Heading},
                                          ClassRule{"LegPartTitle", HtmlRole::Heading},
                                          ClassRule{"LegPartNo", HtmlRole::Heading},
                                          ClassRule{"LegScheduleTitle", HtmlRole::Heading},
                                          ClassRule{"prevNextNav", HtmlRole::Navigation},
                                          ClassRule{"interface", HtmlRole::Navigation}};

// UNODC and OHCHR write with Drupal, the Council of Europe with Liferay.
constexpr std::array kOrganizations = {ClassRule{"breadcrumb*", HtmlRole::Navigation},
                                       ClassRule{"block-menu*", HtmlRole::Navigation},
                                       ClassRule{"menu", HtmlRole::Navigation},
                                       ClassRule{"nav", HtmlRole::Navigation},
                                       ClassRule{"navbar*", HtmlRole::Navigation},
                                       ClassRule{"navigation*", HtmlRole::Navigation},
                                       ClassRule{"sidebar*", HtmlRole::Navigation},
                                       ClassRule{"region-header", HtmlRole::Navigation},
                                       ClassRule{"region-footer", HtmlRole::Navigation},
                                       ClassRule{"region-sidebar*", HtmlRole::Navigation},
                                       ClassRule{"site-header", HtmlRole::Navigation},
                                       ClassRule{"site-footer", HtmlRole::Navigation},
                                       ClassRule{"footer", HtmlRole::Navigation},
                                       ClassRule{"pager", HtmlRole::Navigation},
                                       ClassRule{"pagination", HtmlRole::Navigation},
                                       ClassRule{"share", HtmlRole::Navigation},
                                       ClassRule{"social*", HtmlRole::Navigation},
                                       ClassRule{"language-switcher*", HtmlRole::Navigation},
                                       ClassRule{"lang-selector", HtmlRole::Navigation},
                                       ClassRule{"cookie*", HtmlRole::Navigation},
                                       ClassRule{"skip-link*", HtmlRole::Navigation},
                                       ClassRule{"skiplink*", HtmlRole::Navigation},
                                       ClassRule{"search-form*", HtmlRole::Navigation},
                                       ClassRule{"portlet-navigation*", HtmlRole::Navigation},
                                       ClassRule{"toc", HtmlRole::Navigation},
                                       ClassRule{"table-of-contents", HtmlRole::Navigation},
                                       ClassRule{"visually-hidden", HtmlRole::Hidden},
                                       ClassRule{"sr-only", HtmlRole::Hidden},
                                       ClassRule{"element-invisible", HtmlRole::Hidden},
                                       ClassRule{"screen-reader-text", HtmlRole::Hidden},
                                       ClassRule{"print-only", HtmlRole::Hidden},
                                       ClassRule{"footnotes", HtmlRole::Note},
                                       ClassRule{"footnote", HtmlRole::Note},
                                       ClassRule{"endnotes", HtmlRole::Note},
                                       ClassRule{"sdfootnote", HtmlRole::Note},
                                       ClassRule{"sdendnote", HtmlRole::Note},
                                       ClassRule{"MsoFootnoteText", HtmlRole::Note},
                                       ClassRule{"MsoEndnoteText", HtmlRole::Note}};

constexpr std::array<std::string_view, 9> kNavigationRoles = {
    "navigation", "banner", "contentinfo", "search", "complementary", "menu", "menubar", "dialog", "doc-toc"};
constexpr std::array<std::string_view, 4> kNoteRoles = {"doc-footnote", "doc-endnote", "doc-endnotes", "note"};

/// Ids and classes of the element that contains the text, most telling first.
constexpr std::array<std::string_view, 8> kContentIds = {
    "docHtml", "document1", "TexteOnly", "viewLegSnippet", "viewLegContents", "main-content", "PP4Contents", "text"};

/// All rules: those of one name at once, those of any ending one by one.
class ClassRules {
 public:
  ClassRules() {
    add(kEurLex);
    add(kLegislationGovUk);
    add(kOrganizations);
  }

  [[nodiscard]] HtmlRole role_of(std::string_view name) const {
    if (const auto found = names_.find(name); found != names_.end()) return found->second;
    for (const auto& [beginning, role] : beginnings_) {
      if (name.starts_with(beginning)) return role;
    }
    return HtmlRole::Text;
  }

 private:
  template <typename Rules>
  void add(const Rules& rules) {
    for (const auto& rule : rules) {
      if (rule.name.back() == '*') {
        beginnings_.emplace_back(rule.name.substr(0, rule.name.size() - 1), rule.role);
      } else {
        names_.emplace(rule.name, rule.role);
      }
    }
  }

  std::unordered_map<std::string_view, HtmlRole> names_;
  std::vector<std::pair<std::string_view, HtmlRole>> beginnings_;
};

HtmlRole role_by_class(std::string_view classes) {
  static const ClassRules rules;
  while (!classes.empty()) {
    const auto end = std::min(classes.find_first_of(" \t\r\n\f"), classes.size());
    const auto role = end > 0 ? rules.role_of(classes.substr(0, end)) : HtmlRole::Text;
    if (role != HtmlRole::Text) return role;
    classes.remove_prefix(std::min(end + 1, classes.size()));
  }
  return HtmlRole::Text;
}

bool is_hidden_by_style(std::string_view style) {
  if (style.empty()) return false;
  std::string plain;
  for (const char c : lower_case(style)) {
    if (c != ' ') plain += c;
  }
  return plain.find("display:none") != std::string::npos || plain.find("visibility:hidden") != std::string::npos;
}

bool is_inside_content(const GumboNode& element) {
  for (const auto* at = element.parent; at != nullptr; at = at->parent) {
    const auto tag = tag_of(*at);
    if (tag == GUMBO_TAG_MAIN || tag == GUMBO_TAG_ARTICLE) return true;
  }
  return false;
}

HtmlRole role_by_tag(const GumboNode& element) {
  switch (tag_of(element)) {
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_NOSCRIPT:
    case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_HEAD:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_SVG:
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_VIDEO:
    case GUMBO_TAG_AUDIO:
    case GUMBO_TAG_CANVAS:
    case GUMBO_TAG_TEXTAREA:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_BUTTON:
    case GUMBO_TAG_RP:
    case GUMBO_TAG_RT:
      return HtmlRole::LeftOut;
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_MENU:
      return HtmlRole::Navigation;
    case GUMBO_TAG_HEADER:
    case GUMBO_TAG_FOOTER:
      return is_inside_content(element) || attribute_of(element, "id") == "title-block-header" ? HtmlRole::Text
                                                                                               : HtmlRole::Navigation;
    case GUMBO_TAG_H1:
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_H5:
    case GUMBO_TAG_H6:
    case GUMBO_TAG_CAPTION:
      return HtmlRole::Heading;
    default:
      return HtmlRole::Text;
  }
}

/// In characters without white space; what is certainly no text of the document is not counted.
std::size_t size_of_text(const GumboNode& top) {
  std::size_t size = 0;
  const auto count = [&](const GumboNode& node) {
    if (is_text(node)) {
      const std::string_view words = node.v.text.text;
      size += static_cast<std::size_t>(
          std::ranges::count_if(words, [](char c) { return std::isspace(static_cast<unsigned char>(c)) == 0; }));
    }
    const auto role = is_element(node) ? role_of(node) : HtmlRole::Text;
    return role != HtmlRole::LeftOut && role != HtmlRole::Hidden && role != HtmlRole::Navigation;
  };
  walk_html(top, count, [](const GumboNode&) {});
  return size;
}

}  // namespace

HtmlRole role_of(const GumboNode& element) {
  if (const auto role = role_by_tag(element); role == HtmlRole::LeftOut || role == HtmlRole::Navigation) return role;
  if (element.v.element.attributes.length == 0) return role_by_tag(element);
  const bool is_hidden = has_attribute(element, "hidden") || attribute_of(element, "aria-hidden") == "true" ||
                         is_hidden_by_style(attribute_of(element, "style"));
  if (is_hidden) return HtmlRole::Hidden;
  const auto role = attribute_of(element, "role");
  if (std::ranges::find(kNavigationRoles, role) != kNavigationRoles.end()) return HtmlRole::Navigation;
  if (std::ranges::find(kNoteRoles, role) != kNoteRoles.end()) return HtmlRole::Note;
  if (attribute_of(element, "id") == "TOC") return HtmlRole::Navigation;
  const auto by_class = role_by_class(attribute_of(element, "class"));
  return by_class == HtmlRole::Text ? role_by_tag(element) : by_class;
}

const GumboNode& main_content_of(const GumboNode& root) {
  std::array<const GumboNode*, kContentIds.size() + 1> found{};
  const auto note = [&](const GumboNode& node) {
    if (!is_element(node)) return false;
    const bool is_main = tag_of(node) == GUMBO_TAG_MAIN || attribute_of(node, "role") == "main";
    if (is_main && found[0] == nullptr) found[0] = &node;
    const auto id = attribute_of(node, "id");
    const auto* const known = id.empty() ? kContentIds.end() : std::ranges::find(kContentIds, id);
    if (known != kContentIds.end()) found.at(static_cast<std::size_t>(known - kContentIds.begin()) + 1) = &node;
    return true;
  };
  walk_html(root, note, [](const GumboNode&) {});
  if (std::ranges::all_of(found, [](const GumboNode* node) { return node == nullptr; })) return root;
  // What does not contain two thirds of the words of the page is no main part, whatever it is called.
  const auto* chosen = &root;
  const auto whole = size_of_text(root);
  for (const auto* const candidate : found) {
    if (candidate != nullptr && 3 * size_of_text(*candidate) >= 2 * whole) chosen = candidate;
  }
  return *chosen;
}

}  // namespace treatygraph::ingest
