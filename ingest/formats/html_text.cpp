// The tree is walked once (walk_html), and words go to a BlockWriter. The roles of elements (html_profiles), the notes
// (html_notes) and the kinds of tables (html_tables) are decided by other files; this one keeps the state: open lists
// and items, the open cell of a data table, whether the words are raised, in a heading or in a link.
//
// Positions in the file are known because gumbo tells where the text of a node begins in the page. Words are then
// compared with the page byte by byte; character references such as &amp; are skipped, since their words are not in the
// file.

#include "ingest/formats/html_text.h"

#include <algorithm>
#include <vector>

#include <fmt/format.h>
#include <re2/re2.h>

#include "ingest/formats/block_writer.h"
#include "ingest/formats/html_lists.h"
#include "ingest/formats/html_notes.h"
#include "ingest/formats/html_profiles.h"
#include "ingest/formats/html_tables.h"
#include "ingest/formats/html_tree.h"
#include "ingest/formats/table_shape.h"
#include "ingest/text/left_out.h"
#include "ingest/text/lines.h"

namespace treatygraph::ingest {
namespace {

using Kind = BlockWriter::Kind;

/// Writes one page. `html` and the tree must outlive it.
class PageWriter {
 public:
  PageWriter(std::string_view html, const GumboNode& root) : html_(html), notes_(root) {}

  WrittenText write(const GumboNode& top) {
    walk_html(
        top, [&](const GumboNode& node) { return enter(node); }, [&](const GumboNode& node) { leave(node); });
    end_block();
    WrittenText written;
    written.format = "html";
    written.title = fold(title_);
    writer_.write_to(written, html_);
    add_notices(written);
    return written;
  }

 private:
  bool enter(const GumboNode& node) {
    if (is_text(node)) {
      add_text(node);
      return false;
    }
    if (!is_element(node)) return false;
    const auto role = role_of(node);
    if (leaves_out(node, role)) return false;
    const auto tag = tag_of(node);
    if (is_block(tag)) end_block();
    switch (tag) {
      case GUMBO_TAG_BR:
        if (table_ == nullptr) writer_.break_line();
        if (table_ != nullptr) writer_.add_space();
        return false;
      case GUMBO_TAG_OL:
      case GUMBO_TAG_UL:
      case GUMBO_TAG_DIR:
        lists_.push_back(list_of(node));
        break;
      case GUMBO_TAG_LI:
        open_item(node);
        break;
      case GUMBO_TAG_Q:
        writer_.add("“");
        break;
      case GUMBO_TAG_PRE:
        ++preformatted_;
        break;
      case GUMBO_TAG_A:
        open_link(node);
        break;
      case GUMBO_TAG_SUP:
        ++raised_;
        break;
      case GUMBO_TAG_TABLE:
        if (table_ == nullptr && holds_data(node)) table_ = &node;
        break;
      case GUMBO_TAG_TD:
      case GUMBO_TAG_TH:
        open_cell();
        break;
      default:
        break;
    }
    if (role == HtmlRole::Title) is_title_ = true;
    if (role == HtmlRole::Heading) ++headings_;
    if (role == HtmlRole::Spaced) writer_.add_space();
    return true;
  }

  void leave(const GumboNode& node) {
    if (!is_element(node)) return;
    const auto tag = tag_of(node);
    if (is_block(tag)) end_block();
    const auto role = role_of(node);
    if (role == HtmlRole::Heading) --headings_;
    if (role == HtmlRole::Spaced) writer_.add_space();
    if (role == HtmlRole::Title) {
      is_title_ = false;
      title_ += ' ';
    }
    switch (tag) {
      case GUMBO_TAG_OL:
      case GUMBO_TAG_UL:
      case GUMBO_TAG_DIR:
        lists_.pop_back();
        if (!items_.empty()) items_.back() = Item::HasList;
        break;
      case GUMBO_TAG_LI:
        if (!items_.empty()) items_.pop_back();
        break;
      case GUMBO_TAG_Q:
        writer_.add("”");
        break;
      case GUMBO_TAG_PRE:
        --preformatted_;
        break;
      case GUMBO_TAG_SUP:
        --raised_;
        break;
      case GUMBO_TAG_A:
        link_ = nullptr;
        break;
      case GUMBO_TAG_TR:
        if (table_ != nullptr) end_row();
        break;
      case GUMBO_TAG_TABLE:
        if (table_ == &node) table_ = nullptr;
        break;
      default:
        break;
    }
  }

  /// Whether an element and its contents are not words of the document. Counts what a reader might miss.
  bool leaves_out(const GumboNode& node, HtmlRole role) {
    const auto tag = tag_of(node);
    if (role == HtmlRole::LeftOut) return true;
    if (role == HtmlRole::Hidden || role == HtmlRole::Navigation) {
      ++(role == HtmlRole::Hidden ? hidden_ : navigation_);
      return true;
    }
    if (tag == GUMBO_TAG_DEL || tag == GUMBO_TAG_S || tag == GUMBO_TAG_STRIKE) {
      ++struck_;
      return true;
    }
    if (notes_.is_mark(node)) {
      if (notes_.is_note(node)) is_note_ = true;  // the mark at the beginning of a note
      // The brackets of "(1)" may be outside of the link, and are removed with it.
      closes_mark_ = writer_.take_back("(");
      return true;
    }
    if (role != HtmlRole::Note && !notes_.is_note(node)) return false;
    ++note_count_;
    if (is_block(tag)) return true;
    is_note_ = is_note_ || tag == GUMBO_TAG_A;  // an anchor at the beginning of the note
    return tag != GUMBO_TAG_A;
  }

  /// Puts the mark of an item before its words, unless they begin with a mark themselves.
  void open_item(const GumboNode& node) {
    items_.push_back(Item::New);
    if (lists_.empty()) return;
    auto& list = lists_.back();
    if (const auto number = given_number(node)) list.next = *number;
    if (list.style == NumberStyle::Bullet) {
      if (typed_mark(node).empty()) writer_.set_mark("•");
    } else if (list.style != NumberStyle::None && !list.has_own_marks) {
      const auto alike = [&](const HtmlList& open) { return open.style == list.style; };
      writer_.set_mark(mark_of_next(list, std::ranges::count_if(lists_, alike) > 1));
    }
    list.next += list.step;
  }

  /// Remembers a link within the page that begins a block. If the block contains nothing else, it may be an entry of a
  /// table of contents.
  void open_link(const GumboNode& node) {
    const bool is_whole = !writer_.is_open() && attribute_of(node, "href").starts_with('#');
    link_ = is_whole ? &node : nullptr;
    if (is_whole) is_link_ = true;
  }

  /// Cells of layout tables are ordinary blocks.
  void open_cell() {
    if (table_ != nullptr) row_.emplace_back();
  }

  /// Ends the open block; in a data table, adds its words to the open cell. Words of a note are dropped.
  void end_block() {
    if (table_ != nullptr && !row_.empty()) {
      row_.back() = fold(row_.back() + " " + std::string(writer_.open_words()));
      return writer_.drop_block();
    }
    if (is_note_) {
      writer_.drop_block();
    } else if (writer_.is_open()) {
      if (!items_.empty()) {
        if (items_.back() == Item::HasWords) writer_.go_on();
        if (items_.back() == Item::New) items_.back() = Item::HasWords;
      }
      has_title_ = has_title_ || (!title_.empty() && !is_title_);
      writer_.end_block(headings_ > 0 || is_title_ ? Kind::Heading : is_link_ ? Kind::Contents : Kind::Paragraph);
    }
    is_note_ = false;
    is_link_ = false;
  }

  void end_row() {
    end_block();
    writer_.add(row_of_cells(std::exchange(row_, {})));
    writer_.end_block(Kind::Row);
  }

  void add_text(const GumboNode& node) {
    const std::string_view words = node.v.text.text;
    if (is_title_ && !has_title_) title_ += words;
    if (std::exchange(closes_mark_, false)) {
      // The "(" before a mark was removed; now its ")" is, or the "(" is restored.
      const auto first = std::min(words.find_first_not_of(" \t\r\n"), words.size());
      if (words.substr(first).starts_with(')')) return writer_.add(words.substr(first + 1));
      writer_.add("(");
    }
    if (link_ == nullptr && !trimmed(words).empty()) is_link_ = false;
    if (raised_ > 0) return writer_.add(superscript(words));
    if (preformatted_ > 0 && table_ == nullptr) return add_lines(words);
    const auto* const original = node.v.text.original_text.data;
    const bool is_in_page = original >= html_.data() && original < html_.data() + html_.size();
    if (!is_in_page) return writer_.add(words);
    add_decoded(words, static_cast<std::size_t>(original - html_.data()));
  }

  /// The lines of <pre>.
  void add_lines(std::string_view words) {
    for_each_line(words, [&](const LineRange& line) {
      if (line.first > 0) writer_.break_line();
      writer_.add(words.substr(line.first, line.size()));
    });
  }

  /// Adds words from byte `at` of the page. The words are decoded: where the page has "&lt;", they have "<". Runs
  /// between such references occur unchanged in the page and get a place.
  void add_decoded(std::string_view words, std::size_t at) {
    while (!words.empty()) {
      if (at >= html_.size()) return writer_.add(words);  // the parser moved words here from elsewhere
      const auto plain = std::min(html_.substr(at, words.size()).find_first_of("&\r"), words.size());
      const auto entity = at + plain;
      const bool is_as_written = html_.substr(at, plain) == words.substr(0, plain);
      writer_.add(words.substr(0, plain), is_as_written ? at : BlockWriter::kNowhere);
      words.remove_prefix(plain);
      if (entity >= html_.size()) return writer_.add(words);
      if (words.empty()) return;
      if (html_[entity] == '\r') {  // which the parser drops
        at = entity + 1;
        continue;
      }
      std::size_t character = 1;
      while (character < words.size() && (static_cast<unsigned char>(words[character]) & 0xC0U) == 0x80U) ++character;
      writer_.add(words.substr(0, character));
      words.remove_prefix(character);
      constexpr std::size_t kLongestEntity = 34;  // bytes to the semicolon
      const auto end = html_.substr(entity, kLongestEntity).find(';');
      at = entity + (end == std::string_view::npos ? 1 : end + 1);
    }
  }

  void add_notices(WrittenText& written) const {
    note_left_out(note_count_, "footnote", written.notices);
    note_left_out(struck_, "struck out passage", written.notices);
    note_left_out(navigation_, "navigation part", written.notices);
    note_left_out(hidden_, "hidden part", written.notices);
  }

  std::string_view html_;
  HtmlNotes notes_;
  BlockWriter writer_;
  std::vector<HtmlList> lists_;
  enum class Item : std::uint8_t { New, HasWords, HasList };
  std::vector<Item> items_;  ///< of open lists
  const GumboNode* table_ = nullptr;
  const GumboNode* link_ = nullptr;
  std::vector<std::string> row_;  ///< cells of the open row
  std::string title_;
  bool is_title_ = false;
  bool has_title_ = false;    ///< complete: annexes may have titles of the same class
  bool is_note_ = false;      ///< whether the open block is one
  bool closes_mark_ = false;  ///< of a note whose "(" was removed
  bool is_link_ = false;      ///< whether the open block is only a link within the page
  int preformatted_ = 0;
  int raised_ = 0;
  int headings_ = 0;
  std::size_t note_count_ = 0;
  std::size_t struck_ = 0;
  std::size_t navigation_ = 0;
  std::size_t hidden_ = 0;
};

/// The beginning of a text, which shows its format.
re2::StringPiece head_of(std::string_view text) {
  constexpr std::size_t kHead = 4096;
  return {text.data(), std::min(text.size(), kHead)};
}

}  // namespace

bool is_html_page(std::string_view text) {
  static const RE2 page(R"((?is)\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*(?:<!doctype\s+html\b|<html\b))", RE2::Latin1);
  auto head = head_of(text);
  return RE2::Consume(&head, page);
}

bool is_html_fragment(std::string_view text) {
  static const RE2 fragment(
      R"((?is)\s*(?:<!--.*?-->\s*|<(?:meta|link|base)\b[^<>]*>\s*|<title>[^<]*</title>\s*)*<(?:head|body|div|p|h[1-6]|table|ol|ul|dl|span|center|font|br|hr|main|blockquote|pre|b|i|strong|em|article\s+class)\b[^<>]*>)",
      RE2::Latin1);
  auto head = head_of(text);
  return RE2::Consume(&head, fragment);
}

std::string declared_encoding(std::string_view bytes) {
  static const RE2 pattern(
      R"re((?i)(?:<meta\b[^>]*charset\s*=\s*["']?|<\?xml\b[^>]*encoding\s*=\s*["'])([A-Za-z0-9_:.-]+))re", RE2::Latin1);
  std::string name;
  (void)RE2::PartialMatch(head_of(bytes), pattern, &name);
  return name;
}

Result<WrittenText> html_text(std::string_view html) {
  const auto tree = HtmlTree::parse(html);
  if (!tree) return fail(tree.error());
  return PageWriter(html, *tree->root()).write(main_content_of(*tree->root()));
}

}  // namespace treatygraph::ingest
