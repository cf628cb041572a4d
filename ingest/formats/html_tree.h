#pragma once
// Parses HTML with gumbo, within limits of memory and time, and walks its tree.

#include <cstddef>
#include <memory>
#include <optional>
#include <string_view>

#include <gumbo.h>

#include "graph/result.h"

namespace treatygraph::ingest {

/// The tree of a page and its memory. `html` must outlive it.
class HtmlTree {
 public:
  /// Any bytes give a tree, as in a browser. The error says that the page exceeds the memory or time allowed for its
  /// size.
  [[nodiscard]] static Result<HtmlTree> parse(std::string_view html);

  HtmlTree(HtmlTree&&) noexcept;
  HtmlTree& operator=(HtmlTree&&) noexcept;
  HtmlTree(const HtmlTree&) = delete;
  HtmlTree& operator=(const HtmlTree&) = delete;
  ~HtmlTree();

  [[nodiscard]] const GumboNode* root() const { return root_; }

 private:
  class Arena;
  HtmlTree(std::unique_ptr<Arena> arena, const GumboNode* root);

  std::unique_ptr<Arena> arena_;
  const GumboNode* root_;
};

/// <template> counts as an element.
[[nodiscard]] bool is_element(const GumboNode& node);
/// White space between elements counts as text; comments do not.
[[nodiscard]] bool is_text(const GumboNode& node);
/// GUMBO_TAG_UNKNOWN for nodes that are not elements.
[[nodiscard]] GumboTag tag_of(const GumboNode& node);
/// <h1> to <h6>.
[[nodiscard]] bool is_heading(GumboTag tag);
/// Whether an element begins a line of its own.
[[nodiscard]] bool is_block(GumboTag tag);
/// The value of an attribute; empty if the node does not have it.
[[nodiscard]] std::string_view attribute_of(const GumboNode& node, const char* name);
[[nodiscard]] bool has_attribute(const GumboNode& node, const char* name);
/// 0 for nodes that are not elements.
[[nodiscard]] std::size_t child_count(const GumboNode& node);
[[nodiscard]] const GumboNode& child_of(const GumboNode& node, std::size_t i);

/// Visits `top` and everything below it in document order, without recursion, so that deep pages cannot overflow the
/// stack. `enter(node)` returns whether to visit the children. If it does, `leave(node)` is called after them.
template <typename Enter, typename Leave>
void walk_html(const GumboNode& top, Enter enter, Leave leave) {
  const GumboNode* at = &top;
  bool is_below = enter(*at);
  while (true) {
    if (is_below && child_count(*at) > 0) {
      at = &child_of(*at, 0);
      is_below = enter(*at);
      continue;
    }
    if (is_below) leave(*at);
    while (at != &top && at->index_within_parent + 1 >= child_count(*at->parent)) {
      at = at->parent;
      leave(*at);
    }
    if (at == &top) return;
    at = &child_of(*at->parent, at->index_within_parent + 1);
    is_below = enter(*at);
  }
}

}  // namespace treatygraph::ingest
