#pragma once
// Collects the blocks of a file (headings, paragraphs, items of lists, rows of tables) and lays them out as plain text.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/formats/written_text.h"

namespace treatygraph::ingest {

/// Words are added to the block that is open; white space is folded, so that words may come in any pieces.
class BlockWriter {
 public:
  enum class Kind : std::uint8_t { Paragraph, Heading, Row, Contents };
  static constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

  /// `at`: the byte of the file's text where the words stand as they are, if they do.
  void add(std::string_view words, std::size_t at = kNowhere);
  /// Counts a paragraph of a file that has no lines.
  void begin_paragraph() { ++paragraph_; }
  void add_space() { is_space_due_ = true; }
  void break_line();
  /// "1.", "(a)": stands before the next block that has words. "1" becomes "1.".
  void set_mark(std::string_view mark);
  /// The next block belongs to the item that is open and begins nothing new: it stands on the item's line, unless it
  /// has a mark of its own.
  void go_on() { goes_on_ = true; }
  /// A block without words is none. One that is nothing but a mark, "(a)" or "1.", stands before the next block; a
  /// heading that is nothing but a number does so, too.
  void end_block(Kind kind = Kind::Paragraph);
  /// Takes `words` away where the open block ends with them; whether it does.
  bool take_back(std::string_view words);
  /// Takes the words of the open block away.
  void drop_block();

  [[nodiscard]] bool is_open() const { return !words_.empty(); }
  [[nodiscard]] std::string_view open_words() const { return words_; }

  /// All blocks as text, each apart from the next by an empty line, but a heading's number from its words and the rows
  /// of a table by a line end alone. Of contents, three entries or more in a row are left out. `source` is the text in
  /// which the places of add() lie; empty where none were given.
  void write_to(WrittenText& written, std::string_view source);

 private:
  struct Place {
    std::size_t word;  ///< byte of the block's words
    std::size_t at;    ///< byte of the file's text
  };
  struct Block {
    Kind kind;
    bool goes_on;
    std::string words;
    std::vector<Place> places;
    std::size_t paragraph = 0;  ///< of the file, counted from one; 0 where none were counted
  };

  void leave_out_contents();
  [[nodiscard]] std::string_view gap_before(std::size_t i) const;

  std::vector<Block> blocks_;
  std::string words_;  ///< of the block that is open
  std::vector<Place> places_;
  std::string mark_;  ///< that waits for its block
  std::size_t mark_at_ = kNowhere;
  std::size_t paragraph_ = 0;
  bool is_space_due_ = false;
  bool goes_on_ = false;
};

/// Whether `words` are nothing but a mark: "1.", "(a)", "ii)", "§ 2"; a bare number or letter only where `bare` says
/// so.
[[nodiscard]] bool is_mark(std::string_view words, bool bare);
/// Whether words begin with a mark of their own: "(a) the lakes", "1. The lakes".
[[nodiscard]] bool begins_with_mark(std::string_view words);
/// One or two digits as superscripts ("²"), so that a note's mark behind a number does not become part of it; else as
/// it is.
[[nodiscard]] std::string superscript(std::string_view words);

}  // namespace treatygraph::ingest
