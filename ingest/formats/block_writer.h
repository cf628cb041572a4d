#pragma once
// Collects the blocks of a file (headings, paragraphs, items of lists, rows of tables) and lays them out as plain text.
// The readers of HTML, Markdown, DOCX and ODT write through it, so all formats give the same layout.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/formats/written_text.h"

namespace treatygraph::ingest {

/// Words are added to the open block. White space is folded, so words may arrive in any pieces. A block is kept when
/// end_block() is called; write_to() lays out all blocks at the end.
class BlockWriter {
 public:
  /// Contents: a block that is only a link within the page, and so may be an entry of a table of contents.
  enum class Kind : std::uint8_t { Paragraph, Heading, Row, Contents };
  static constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

  /// Adds words to the open block. `at` is the byte of the file's text where the words occur unchanged, if they do.
  void add(std::string_view words, std::size_t at = kNowhere);
  /// Counts a paragraph of a file without lines, so that messages can name it.
  void begin_paragraph() { ++paragraph_; }
  /// Separates the words added before from the next ones.
  void add_space() { is_space_due_ = true; }
  /// Ends a line within the open block, as <br> does. Two breaks make an empty line, further ones have no effect.
  void break_line();
  /// Puts a mark, such as "1." or "(a)", before the next block with words. "1" becomes "1.".
  void set_mark(std::string_view mark);
  /// The next block continues the open item: it is written on the item's line, unless it has a mark of its own.
  void go_on() { goes_on_ = true; }
  /// Ends the open block. A block without words is dropped. One that is only a mark, "(a)" or "1.", is put before the
  /// next block, as is a heading that is only a number.
  void end_block(Kind kind = Kind::Paragraph);
  /// Removes `words` from the end of the open block. Returns whether they were there.
  bool take_back(std::string_view words);
  /// Removes the words of the open block.
  void drop_block();

  [[nodiscard]] bool is_open() const { return !words_.empty(); }
  [[nodiscard]] std::string_view open_words() const { return words_; }

  /// Writes all blocks as text, separated by empty lines. Only a line break separates the number of a heading from its
  /// words, and the rows of a table. Three or more Contents blocks in a row are a table of contents and are left out.
  /// `source` is the text that the places of add() refer to, or empty if no places were given; then `written` has no
  /// map. Call it once.
  void write_to(WrittenText& written, std::string_view source);

 private:
  /// Words that occur unchanged in the file.
  struct Place {
    std::size_t word;  ///< byte of the block's words
    std::size_t at;    ///< byte of the file's text
  };
  struct Block {
    Kind kind;
    bool goes_on;
    std::string words;
    std::vector<Place> places;
    std::size_t paragraph = 0;  ///< of the file, counted from one; 0 if not counted
  };

  void leave_out_contents();
  [[nodiscard]] std::string_view gap_before(std::size_t i) const;

  std::vector<Block> blocks_;
  std::string words_;               ///< of the open block
  std::vector<Place> places_;       ///< of the open block
  std::string mark_;                ///< to be put before the next block
  std::size_t mark_at_ = kNowhere;  ///< where the mark occurs in the file
  std::size_t paragraph_ = 0;
  bool is_space_due_ = false;
  bool goes_on_ = false;
};

/// Whether `words` are only a mark: "1.", "(a)", "ii)", "§ 2"; with `bare`, also a bare number or letter.
[[nodiscard]] bool is_mark(std::string_view words, bool bare);
/// Whether words begin with a mark of their own: "(a) the lakes", "1. The lakes".
[[nodiscard]] bool begins_with_mark(std::string_view words);
/// One or two digits as superscripts ("²"), so that a note's mark after a number does not become part of it; anything
/// else unchanged.
[[nodiscard]] std::string superscript(std::string_view words);

}  // namespace treatygraph::ingest
