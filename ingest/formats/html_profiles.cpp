#include "ingest/formats/html_profiles.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "graph/ascii.h"
#include "ingest/formats/html_tree.h"
#include "ingest/text/lines.h"

namespace treatygraph::ingest {
namespace {

/// A publisher's classes for one role, separated by blanks. A class that ends with '*' matches all that begin so.
struct ClassNames {
  HtmlRole role;
  std::string_view names;
};

constexpr ClassNames kClasses[] = {
    // EUR-Lex, old and new.
    {HtmlRole::LeftOut,
     "hd-date hd-lg hd-ti hd-oj oj-hd-* hd-modifiers hd-toc-* toc-item toc-1 toc-2 "
     "title-fam-member-star reference disclaimer arrow modref bglang"},
    {HtmlRole::Note, "note oj-note"},
    {HtmlRole::Title, "doc-ti oj-doc-ti title-doc-first title-doc-last"},
    {HtmlRole::Heading,
     "ti-art oj-ti-art sti-art oj-sti-art ti-section-* oj-ti-section-* title-article-norm "
     "stitle-article-norm title-division-* title-annex-* title-gr-seq-* Titrearticle "
     "Annexetitre"},
    {HtmlRole::Spaced, "num content no-parag"},
    // legislation.gov.uk.
    {HtmlRole::Spaced, "LegDS"},
    {HtmlRole::Note, "LegAnnotations LegCommentaries LegCommentaryLink LegFootnotes LegFootnoteRef"},
    {HtmlRole::LeftOut, "LegExtentRestriction LegExtentContainer LegChangeDelimiter"},
    {HtmlRole::Title, "LegTitle"},
    {HtmlRole::Heading,
     "LegArticleNo LegP1GroupTitle* LegChapterTitle LegChapterNo LegPartTitle LegPartNo "
     "LegScheduleTitle"},
    {HtmlRole::Navigation, "prevNextNav interface"},
    // UNODC and OHCHR use Drupal, the Council of Europe Liferay; notes as written by word processors.
    {HtmlRole::Navigation,
     "breadcrumb* block-menu* menu nav navbar* navigation* sidebar* region-header "
     "region-footer region-sidebar* site-header site-footer footer pager pagination share "
     "social* language-switcher* lang-selector cookie* skip-link* skiplink* search-form* "
     "portlet-navigation* toc table-of-contents"},
    {HtmlRole::Hidden, "visually-hidden sr-only element-invisible screen-reader-text print-only"},
    {HtmlRole::Note, "footnotes footnote endnotes sdfootnote sdendnote MsoFootnoteText MsoEndnoteText"},
};

constexpr std::array<std::string_view, 9> kNavigationRoles = {
    "navigation", "banner", "contentinfo", "search", "complementary", "menu", "menubar", "dialog", "doc-toc"};
constexpr std::array<std::string_view, 4> kNoteRoles = {"doc-footnote", "doc-endnote", "doc-endnotes", "note"};

/// Ids of the element with the text on the pages of known publishers. A later one wins if several are found.
constexpr std::array<std::string_view, 8> kContentIds = {
    "docHtml", "document1", "TexteOnly", "viewLegSnippet", "viewLegContents", "main-content", "PP4Contents", "text"};

/// All rules: exact names by lookup, those with '*' one by one.
class ClassRules {
 public:
  ClassRules() {
    for (const auto& [role, names] : kClasses) {
      for (auto rest = names; !rest.empty();) {
        const auto end = std::min(rest.find(' '), rest.size());
        add(rest.substr(0, end), role);
        rest.remove_prefix(std::min(end + 1, rest.size()));
      }
    }
  }

  [[nodiscard]] HtmlRole role_of(std::string_view name) const {
    if (const auto found = names_.find(name); found != names_.end()) return found->second;
    for (const auto& [beginning, role] : beginnings_) {
      if (name.starts_with(beginning)) return role;
    }
    return HtmlRole::Text;
  }

 private:
  void add(std::string_view name, HtmlRole role) {
    if (name.back() == '*') {
      beginnings_.emplace_back(name.substr(0, name.size() - 1), role);
    } else {
      names_.emplace(name, role);
    }
  }

  std::unordered_map<std::string_view, HtmlRole> names_;
  std::vector<std::pair<std::string_view, HtmlRole>> beginnings_;
};

/// The role of the first class that has one.
HtmlRole role_by_class(std::string_view classes) {
  // Built once; lookups of exact names are hashed, because every element of a page is looked up.
  static const ClassRules rules;
  while (!classes.empty()) {
    const auto end = std::min(classes.find_first_of(" \t\r\n\f"), classes.size());
    const auto role = end > 0 ? rules.role_of(classes.substr(0, end)) : HtmlRole::Text;
    if (role != HtmlRole::Text) return role;
    classes.remove_prefix(std::min(end + 1, classes.size()));
  }
  return HtmlRole::Text;
}

/// Whether an inline style hides the element.
bool is_hidden_by_style(std::string_view style) {
  if (style.empty()) return false;
  std::string plain;
  for (const char c : lower_case(style)) {
    if (c != ' ') plain += c;
  }
  return plain.find("display:none") != std::string::npos || plain.find("visibility:hidden") != std::string::npos;
}

/// A <header> inside <main> or <article> has the title of the document, and not that of the website.
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
    case GUMBO_TAG_CAPTION:
      return HtmlRole::Heading;
    default:
      return is_heading(tag_of(element)) ? HtmlRole::Heading : HtmlRole::Text;
  }
}

/// The number of bytes of text without white space, excluding what is certainly not text of the document.
std::size_t size_of_text(const GumboNode& top) {
  std::size_t size = 0;
  const auto count = [&](const GumboNode& node) {
    if (is_text(node)) {
      const std::string_view words = node.v.text.text;
      size += static_cast<std::size_t>(std::ranges::count_if(words, [](char c) { return !is_space(c); }));
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
  // An element with less than two thirds of the page's words is not its main part, whatever its name.
  const auto* chosen = &root;
  const auto whole = size_of_text(root);
  for (const auto* const candidate : found) {
    if (candidate != nullptr && 3 * size_of_text(*candidate) >= 2 * whole) chosen = candidate;
  }
  return *chosen;
}

}  // namespace treatygraph::ingest
