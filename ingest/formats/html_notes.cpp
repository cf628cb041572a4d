// HTML has no element for footnotes. A link is a note mark if it leads to a place in the page, its words look like a
// mark, and it is raised or the name of the place says "fn", "note" or the like. The element at that place is the note.
// Links in both directions are common, and the page alone does not say which one is the mark in the text: the place of
// the note comes after the link to it.
//
// Raised digits without a link are marks if the same digits, raised, begin a later paragraph. That paragraph is then
// the note.

#include "ingest/formats/html_notes.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <vector>

#include "graph/ascii.h"
#include "ingest/formats/html_tree.h"
#include "ingest/text/lines.h"

namespace treatygraph::ingest {
namespace {

/// The words of an element if they are short enough to be a mark; otherwise empty.
std::string short_words(const GumboNode& top) {
  constexpr std::size_t kLongest = 12;
  std::string words;
  walk_html(
      top,
      [&](const GumboNode& node) {
        if (is_text(node) && words.size() <= kLongest) words += fold(node.v.text.text);
        return words.size() <= kLongest;
      },
      [](const GumboNode&) {});
  return words.size() <= kLongest ? words : std::string();
}

/// Whether the words look like a mark: "1", "(12)", "[3]", "*", "a", "ii".
bool may_be_note_mark(std::string_view words) {
  constexpr std::size_t kLongest = 3;
  const auto is_around = [](char c) { return std::string_view("()[].").find(c) != std::string_view::npos; };
  while (!words.empty() && is_around(words.front())) words.remove_prefix(1);
  while (!words.empty() && is_around(words.back())) words.remove_suffix(1);
  if (words.empty() || words.size() > kLongest) return false;
  const auto all = [&](auto is) { return std::ranges::all_of(words, is); };
  return all(is_digit) || all([](char c) { return c == '*'; }) || all(is_lower) || words == "†" || words == "↩";
}

/// The place in this page that a link leads to; empty if it leads elsewhere.
std::string_view place_of(std::string_view href) {
  return href.starts_with('#') ? href.substr(1) : std::string_view();
}

/// Whether the name of a place is one that word processors and publishers use for notes: "_ftn1", "fn:2".
bool names_note(std::string_view place) {
  constexpr std::array<std::string_view, 6> kNames = {"fn", "ftn", "note", "ntr", "edn", "endnote"};
  const auto lower = lower_case(place);
  return std::ranges::any_of(kNames, [&](std::string_view name) { return lower.find(name) != std::string::npos; });
}

/// Whether a link is superscript: by itself, its parent or an element in it.
bool is_raised(const GumboNode& link) {
  const auto raises = [](const GumboNode& node) {
    const auto name = attribute_of(node, "class");
    return tag_of(node) == GUMBO_TAG_SUP || name == "super" || name == "superscript" || name == "oj-super";
  };
  if (link.parent != nullptr && raises(*link.parent)) return true;
  bool found = false;
  walk_html(
      link,
      [&](const GumboNode& node) {
        found = found || raises(node);
        return !found;
      },
      [](const GumboNode&) {});
  return found;
}

/// The paragraph or cell that begins with the element. Null if something comes before the element in it.
const GumboNode* block_begun_by(const GumboNode& element) {
  const GumboNode* at = &element;
  while (at->parent != nullptr && at->parent->type == GUMBO_NODE_ELEMENT) {
    const auto& siblings = at->parent->v.element.children;
    for (unsigned i = 0; i < siblings.length; ++i) {
      const auto* const sibling = static_cast<const GumboNode*>(siblings.data[i]);
      if (sibling == at) break;
      if (sibling->type != GUMBO_NODE_WHITESPACE && sibling->type != GUMBO_NODE_COMMENT) return nullptr;
    }
    at = at->parent;
    const auto tag = tag_of(*at);
    if (tag == GUMBO_TAG_P || tag == GUMBO_TAG_DIV || tag == GUMBO_TAG_LI || tag == GUMBO_TAG_TD) return at;
  }
  return nullptr;
}

}  // namespace

/// Finds raised marks without links: "<sup>1</sup>" in a sentence, and the same at the beginning of a later paragraph.
void HtmlNotes::find_raised(const GumboNode& root) {
  std::unordered_map<std::string, std::vector<const GumboNode*>> in_sentences;
  walk_html(
      root,
      [&](const GumboNode& node) {
        if (tag_of(node) != GUMBO_TAG_SUP) return is_element(node);
        const auto words = short_words(node);
        if (!may_be_note_mark(words)) return false;
        const auto* const block = block_begun_by(node);
        if (block == nullptr) {
          in_sentences[words].push_back(&node);
        } else if (const auto marks = in_sentences.find(words); marks != in_sentences.end()) {
          raised_notes_.insert(block);
          raised_marks_.insert(marks->second.begin(), marks->second.end());
        }
        return false;
      },
      [](const GumboNode&) {});
}

/// Walks the page in order. A place that a mark leads to is a note only if it comes after the mark; the link from the
/// note back to the mark leads to a place that was already passed.
HtmlNotes::HtmlNotes(const GumboNode& root) {
  find_raised(root);
  std::unordered_set<std::string_view> passed;
  std::unordered_set<std::string_view> led_to;
  walk_html(
      root,
      [&](const GumboNode& node) {
        for (const auto* const name : {"id", "name"}) {
          const auto place = attribute_of(node, name);
          if (place.empty()) continue;
          passed.insert(place);
          if (led_to.contains(place)) targets_.insert(place);
        }
        if (tag_of(node) != GUMBO_TAG_A || !is_mark(node)) return true;
        const auto place = place_of(attribute_of(node, "href"));
        if (!passed.contains(place)) led_to.insert(place);
        return true;
      },
      [](const GumboNode&) {});
}

bool HtmlNotes::is_mark(const GumboNode& element) const {
  if (tag_of(element) == GUMBO_TAG_SUP) return raised_marks_.contains(&element);
  if (tag_of(element) != GUMBO_TAG_A) return false;
  const auto place = place_of(attribute_of(element, "href"));
  if (place.empty()) return false;
  if (attribute_of(element, "role") == "doc-noteref" || attribute_of(element, "role") == "doc-backlink") return true;
  return (names_note(place) || is_raised(element)) && may_be_note_mark(short_words(element));
}

bool HtmlNotes::is_note(const GumboNode& element) const {
  if (raised_notes_.contains(&element)) return true;
  const auto id = attribute_of(element, "id");
  const auto name = attribute_of(element, "name");
  return (!id.empty() && targets_.contains(id)) || (!name.empty() && targets_.contains(name));
}

}  // namespace treatygraph::ingest
