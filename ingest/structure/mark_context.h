#pragma once
// What the words before and after a mark say of it: whether it opens a point or a paragraph, or belongs to a citation.

#include <string_view>

#include "graph/ascii.h"
#include "ingest/structure/structure_words.h"

namespace treatygraph::ingest {

[[nodiscard]] constexpr bool is_any_of(char c, std::string_view characters) {
  return c != '\0' && characters.find(c) != std::string_view::npos;
}

/// The end of the text before a mark, ignoring white space and bullets.
class BeforeMark {
 public:
  /// Of text[region, at).
  BeforeMark(std::string_view text, std::size_t region, std::size_t at);

  [[nodiscard]] bool starts_line() const { return line_ends_ > 0 || is_region_start(); }
  [[nodiscard]] bool starts_block() const { return line_ends_ > 1 || is_region_start(); }
  [[nodiscard]] bool is_region_start() const { return end_ == region_; }
  [[nodiscard]] std::size_t end() const { return end_; }
  [[nodiscard]] char last() const { return end_ == region_ ? '\0' : text_[end_ - 1]; }
  /// Letters at the end; empty after anything else.
  [[nodiscard]] std::string_view last_word() const;
  [[nodiscard]] BeforeMark without_last_word() const { return {text_, region_, end_ - last_word().size()}; }
  [[nodiscard]] BeforeMark without_comma() const { return {text_, region_, last() == ',' ? end_ - 1 : end_}; }

 private:
  [[nodiscard]] bool ends_in_letter(std::size_t at) const;
  [[nodiscard]] bool ends_in_bullet() const;

  std::string_view text_;
  std::size_t region_;
  std::size_t end_;
  std::size_t line_ends_ = 0;
};

/// "paragraph 1", "(a) and", "articles": the text before a cited mark.
[[nodiscard]] bool cites(const BeforeMark& before, const StructureWords& language);
/// "... any vessel; and (b)" and "... shall: (a)" open points; "paragraph 1 (a)" and "(a), (b) and (c)" do not.
[[nodiscard]] bool may_open_point(const BeforeMark& before, std::size_t end_of_last_mark,
                                  const StructureWords& language);
/// "; or" and "; and" before a point, of which typists lose the space.
[[nodiscard]] bool follows_conjunction(const BeforeMark& before, const StructureWords& language);
/// "1. Each Party shall", "2.1 “Boat” means", not "paragraph 1" and "1 January". `rest`: the words after the number.
[[nodiscard]] bool may_open_paragraph(const BeforeMark& before, std::string_view label, std::string_view rest,
                                      bool with_stop, const StructureWords& language);
/// "(a) above", "(a) and (b)", "(a), (b)".
[[nodiscard]] bool goes_on_citing(std::string_view rest, const StructureWords& language);
/// What a mark is set against in "unless:(a)the reservation".
[[nodiscard]] bool begins_words(char c);
/// Whether the words continue to a semicolon without the end of a sentence.
[[nodiscard]] bool runs_on_to_semicolon(std::string_view words);

}  // namespace treatygraph::ingest
