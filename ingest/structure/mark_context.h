#pragma once
// Judges a list mark by the words before and after it: whether it can open a point or a paragraph, or belongs to a
// citation. These are rules about one mark; its neighbours are not known here.

#include <string_view>

#include "graph/ascii.h"
#include "ingest/structure/structure_words.h"

namespace treatygraph::ingest {

/// Whether `c` is one of the characters; never for NUL, which stands for "no character".
[[nodiscard]] constexpr bool is_any_of(char c, std::string_view characters) {
  return c != '\0' && characters.find(c) != std::string_view::npos;
}

/// The text before a mark, seen from its end. White space and bullets directly before the mark are skipped, and the
/// line ends among them are counted. A view: the text must outlive it.
class BeforeMark {
 public:
  /// The words before `at`, no further back than `region`, where the body begins.
  BeforeMark(std::string_view text, std::size_t region, std::size_t at);

  /// starts_line(): whether the mark begins a line. starts_block(): whether an empty line is before it. Both are true
  /// at the start of the region.
  [[nodiscard]] bool starts_line() const { return line_ends_ > 0 || is_region_start(); }
  [[nodiscard]] bool starts_block() const { return line_ends_ > 1 || is_region_start(); }
  [[nodiscard]] bool is_region_start() const { return end_ == region_; }
  [[nodiscard]] std::size_t end() const { return end_; }
  /// The last byte before the mark; NUL if there is none.
  [[nodiscard]] char last() const { return end_ == region_ ? '\0' : text_[end_ - 1]; }
  /// The word directly before the mark; empty if something other than letters is there.
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

/// Whether the words before a mark cite it: "paragraph" before "1", "(a) and" before "(b)".
[[nodiscard]] bool cites(const BeforeMark& before, const StructureWords& language);
/// Whether a mark in brackets can open a point. It can in "... any vessel; and (b)" and "... shall: (a)", and cannot in
/// "paragraph 1 (a)" and "(a), (b) and (c)".
[[nodiscard]] bool may_open_point(const BeforeMark& before, std::size_t end_of_last_mark,
                                  const StructureWords& language);
/// Whether "; or", ": and" or ", and" is before a mark. Typists then often forget the space: "; or(d)".
[[nodiscard]] bool follows_conjunction(const BeforeMark& before, const StructureWords& language);
/// Whether a number can open a paragraph. It can in "1. Each Party shall" and "2.1 “Boat” means", and cannot in
/// "paragraph 1" and "1 January". `label` is the number, `rest` the text after it, and `with_stop` says whether it has
/// a full stop.
[[nodiscard]] bool may_open_paragraph(const BeforeMark& before, std::string_view label, std::string_view rest,
                                      bool with_stop, const StructureWords& language);
/// Whether the text after a mark shows that the mark was cited: "(a) above", "(a) and (b)", "(a), (b)".
[[nodiscard]] bool goes_on_citing(std::string_view rest, const StructureWords& language);
/// Whether words begin with this byte, directly after a mark: "unless:(a)the reservation".
[[nodiscard]] bool begins_words(char c);
/// Whether the words contain a semicolon, and no sentence ends in them.
[[nodiscard]] bool runs_on_to_semicolon(std::string_view words);

}  // namespace treatygraph::ingest
