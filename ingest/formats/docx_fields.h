#pragma once
// Fields of a Word document (ECMA-376, part 1, 17.16.18). A field has a hidden code ("TOC \o"), a separator and a
// visible result, and fields may be nested.

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/text/lines.h"

namespace treatygraph::ingest {

/// The open fields, outermost first.
class DocxFields {
 public:
  /// `type` of <w:fldChar>: "begin", "separate" or "end".
  void take(std::string_view type) {
    constexpr std::size_t kDeepest = 100;
    if (type == "begin" && open_.size() < kDeepest) open_.emplace_back();
    if (type == "separate" && !open_.empty()) open_.back().shows_result = true;
    if (type == "end" && !open_.empty()) open_.pop_back();
  }

  /// Adds a piece of <w:instrText> to the innermost field.
  void add_code(std::string_view code) {
    if (!open_.empty()) open_.back().code += code;
  }

  /// Whether the words at this place belong to the code of a field, and are not shown.
  [[nodiscard]] bool is_in_code() const {
    return std::ranges::any_of(open_, [](const Field& field) { return !field.shows_result; });
  }

  /// Whether they belong to a table of contents that Word made.
  [[nodiscard]] bool is_in_contents() const {
    return std::ranges::any_of(open_, [](const Field& field) { return trimmed(field.code).starts_with("TOC"); });
  }

 private:
  struct Field {
    std::string code;
    bool shows_result = false;  ///< after its separator
  };
  std::vector<Field> open_;
};

}  // namespace treatygraph::ingest
