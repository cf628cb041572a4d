// md4c parses the file and calls back for each block, span and piece of text; MarkdownWriter turns these into blocks of
// a BlockWriter. Pieces of text that occur in the file are pointers into the buffer that was parsed, so their positions
// are known.
//
// The flags differ from CommonMark where treaties do: "#Article 1" without a space is a heading, and indented text is
// not code, because points are often indented.
//
// Numbers of lists differ too. CommonMark counts every list from its first number, which would change "1., 3., 4." to
// "1., 2., 3.". The printed number is read from the line in the file and kept if it grows.

#include "ingest/formats/markdown_text.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <md4c.h>
#include <re2/re2.h>

#include "ingest/formats/block_writer.h"
#include "ingest/formats/html_text.h"
#include "ingest/formats/html_tree.h"
#include "ingest/formats/markdown_notes.h"
#include "ingest/formats/table_shape.h"
#include "ingest/text/left_out.h"
#include "ingest/text/lines.h"

namespace treatygraph::ingest {
namespace {

using Kind = BlockWriter::Kind;

/// The character of an entity, "§" of "&sect;", as HTML defines them.
std::string decoded_entity(const std::string& entity) {
  const auto tree = HtmlTree::parse(entity);
  std::string text;
  if (!tree) return entity;
  walk_html(
      *tree->root(),
      [&](const GumboNode& node) {
        if (is_text(node)) text += node.v.text.text;
        return true;
      },
      [](const GumboNode&) {});
  return text;
}

/// An open list.
struct List {
  bool is_numbered = false;
  bool begins = true;
  long number = 0;  ///< of its last item
  char delimiter = '.';
};

/// Writes one file. The callbacks of md4c get it as `self`.
class MarkdownWriter {
 public:
  explicit MarkdownWriter(std::string_view markdown) : markdown_(markdown), body_(body_of_markdown(markdown)) {}

  Result<WrittenText> write() {
    MD_PARSER parser{};
    parser.flags = MD_FLAG_PERMISSIVEATXHEADERS | MD_FLAG_NOINDENTEDCODEBLOCKS | MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH;
    parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* self) {
      static_cast<MarkdownWriter*>(self)->enter(type, detail);
      return 0;
    };
    parser.leave_block = [](MD_BLOCKTYPE type, void* /*detail*/, void* self) {
      static_cast<MarkdownWriter*>(self)->leave(type);
      return 0;
    };
    parser.enter_span = [](MD_SPANTYPE type, void* detail, void* self) {
      static_cast<MarkdownWriter*>(self)->enter_span(type, detail);
      return 0;
    };
    parser.leave_span = [](MD_SPANTYPE type, void* /*detail*/, void* self) {
      static_cast<MarkdownWriter*>(self)->leave_span(type);
      return 0;
    };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* self) {
      static_cast<MarkdownWriter*>(self)->text(type, {text, size});
      return 0;
    };
    if (md_parse(body_.text.data(), static_cast<MD_SIZE>(body_.text.size()), &parser, this) != 0) {
      return fail(ErrorCode::Unavailable, "there is not enough memory to read this Markdown");
    }
    end_block(Kind::Paragraph);
    WrittenText written;
    written.format = "markdown";
    written.title = body_.title;
    writer_.write_to(written, markdown_);
    note_left_out(body_.footnotes, "footnote", written.notices);
    note_left_out(struck_, "struck out passage", written.notices);
    written.notices.insert(written.notices.end(), html_notices_.begin(), html_notices_.end());
    return written;
  }

 private:
  enum class Item : std::uint8_t { New, HasWords, HasList };

  /// A block begins.
  void enter(MD_BLOCKTYPE type, void* detail) {
    switch (type) {
      case MD_BLOCK_UL:
      case MD_BLOCK_OL:
        end_block(Kind::Paragraph);
        open_list(type, detail);
        break;
      case MD_BLOCK_LI:
        items_.push_back(Item::New);
        awaits_mark_ = true;
        break;
      case MD_BLOCK_TH:
      case MD_BLOCK_TD:
        is_cell_ = true;
        break;
      case MD_BLOCK_CODE:
        is_code_ = true;
        break;
      default:
        break;
    }
  }

  /// A block ends.
  void leave(MD_BLOCKTYPE type) {
    switch (type) {
      case MD_BLOCK_UL:
      case MD_BLOCK_OL:
        lists_.pop_back();
        if (!items_.empty()) items_.back() = Item::HasList;
        break;
      case MD_BLOCK_LI:
        end_block(Kind::Paragraph);
        items_.pop_back();
        awaits_mark_ = false;
        break;
      case MD_BLOCK_H:
        end_block(Kind::Heading);
        break;
      case MD_BLOCK_CODE:
        is_code_ = false;
        end_block(Kind::Paragraph);
        break;
      case MD_BLOCK_P:
      case MD_BLOCK_QUOTE:
        end_block(Kind::Paragraph);
        break;
      case MD_BLOCK_HTML:
        add_html();
        break;
      case MD_BLOCK_TH:
      case MD_BLOCK_TD:
        is_cell_ = false;
        row_.push_back(fold(writer_.open_words()));
        writer_.drop_block();
        break;
      case MD_BLOCK_TR:
        end_row();
        break;
      default:
        break;
    }
  }

  void open_list(MD_BLOCKTYPE type, void* detail) {
    List list;
    if (type == MD_BLOCK_OL) {
      const auto* const ordered = static_cast<const MD_BLOCK_OL_DETAIL*>(detail);
      list.is_numbered = true;
      list.number = static_cast<long>(ordered->start) - 1;
      list.delimiter = ordered->mark_delimiter;
    }
    lists_.push_back(list);
  }

  void enter_span(MD_SPANTYPE type, void* detail) {
    if (type == MD_SPAN_IMG || type == MD_SPAN_DEL) ++left_out_;
    if (type == MD_SPAN_DEL) ++struck_;
    if (type != MD_SPAN_A) return;
    const auto& href = static_cast<const MD_SPAN_A_DETAIL*>(detail)->href;
    is_in_link_ = true;
    if (!writer_.is_open() && std::string_view(href.text, href.size).starts_with('#')) is_link_ = true;
  }

  void leave_span(MD_SPANTYPE type) {
    if (type == MD_SPAN_IMG || type == MD_SPAN_DEL) --left_out_;
    if (type == MD_SPAN_A) is_in_link_ = false;
  }

  /// A piece of text, a line break or a tag.
  void text(MD_TEXTTYPE type, std::string_view words) {
    if (type == MD_TEXT_HTML) return add_tag(words);
    if (left_out_ > 0) return;
    switch (type) {
      case MD_TEXT_BR:
        is_soft_break_ = false;
        return is_cell_ ? writer_.add_space() : writer_.break_line();
      case MD_TEXT_SOFTBR:
        is_soft_break_ = true;
        return;
      case MD_TEXT_NULLCHAR:
        return;
      default:
        break;
    }
    if (!is_in_link_ && !trimmed(words).empty()) is_link_ = false;
    if (awaits_mark_ && !lists_.empty()) mark_item(words);
    if (std::exchange(is_soft_break_, false)) end_line(words);
    if (type == MD_TEXT_ENTITY) return writer_.add(entity(std::string(words)));
    if (is_code_) return add_lines(words);
    add(raised_ ? superscript(words) : std::string(), words);
  }

  /// Adds `raised` if it is not empty; otherwise words of the file with their position, without marks of footnotes.
  void add(const std::string& raised, std::string_view words) {
    if (!raised.empty()) return writer_.add(raised);
    const auto* const begin = body_.text.data();
    const bool is_in_file = words.data() >= begin && words.data() < begin + body_.text.size();
    auto at = is_in_file ? static_cast<std::size_t>(words.data() - begin) : BlockWriter::kNowhere;
    while (!words.empty()) {
      const auto plain = std::min(words.find(kNoteMark), words.size());
      writer_.add(words.substr(0, plain), at);
      const auto next = std::min(words.find_first_not_of(kNoteMark, plain), words.size());
      words.remove_prefix(next);
      if (is_in_file) at += next;
    }
  }

  /// A line break within a paragraph is a blank to a reader. If the next line begins with a mark, the break is kept,
  /// because people write "(a)" and "(b)" on lines without making them a list.
  void end_line(std::string_view next) {
    if (begins_with_mark(next)) {
      writer_.break_line();
    } else {
      writer_.add_space();
    }
  }

  /// Puts the mark of an item before its first words.
  void mark_item(std::string_view words) {
    awaits_mark_ = false;
    auto& list = lists_.back();
    if (!list.is_numbered) {
      if (!begins_with_mark(words)) writer_.set_mark("•");
      return;
    }
    const auto given = number_before(words);
    list.number = given && (list.begins || *given > list.number) ? *given : list.number + 1;
    list.begins = false;
    // Numbers within a numbered paragraph are points, written "(1)" in treaties.
    const bool is_nested = std::ranges::count_if(lists_, &List::is_numbered) > 1;
    writer_.set_mark(is_nested ? fmt::format("({})", list.number) : fmt::format("{}{}", list.number, list.delimiter));
  }

  /// The number that the file has before these words on their line. Nothing if it has none.
  [[nodiscard]] std::optional<long> number_before(std::string_view words) const {
    const auto* const begin = body_.text.data();
    if (words.data() < begin || words.data() >= begin + body_.text.size()) return std::nullopt;
    const auto at = static_cast<std::size_t>(words.data() - begin);
    const auto line = std::string_view(body_.text).substr(0, at).rfind('\n');
    const auto first = line == std::string_view::npos ? 0 : line + 1;
    static const RE2 pattern(R"([\s>*+-]*(\d{1,9})[.)]\s+\W*)");
    long number = 0;
    const re2::StringPiece before(begin + first, at - first);
    return RE2::FullMatch(before, pattern, &number) ? std::optional(number) : std::nullopt;
  }

  /// Decoded entities are cached, since decoding one takes a parse.
  const std::string& entity(const std::string& name) {
    auto& text = entities_[name];
    if (text.empty()) text = decoded_entity(name);
    return text;
  }

  /// The lines of a block of code.
  void add_lines(std::string_view words) {
    for_each_line(words, [&](const LineRange& line) {
      if (line.first > 0) writer_.break_line();
      writer_.add(words.substr(line.first, line.size()));
    });
    if (words.ends_with('\n')) writer_.break_line();
  }

  /// Of inline HTML, only breaks, superscripts and struck words are recognized. A block of HTML is read once it is
  /// complete.
  void add_tag(std::string_view words) {
    html_ += words;
    static const RE2 breaks(R"((?i)<br\s*/?>)");
    const re2::StringPiece tag(words.data(), words.size());
    if (RE2::FullMatch(tag, breaks)) is_cell_ ? writer_.add_space() : writer_.break_line();
    const auto lower = lower_case(words);
    if (lower == "<sup>") raised_ = true;
    if (lower == "</sup>") raised_ = false;
    if (lower == "<del>" || lower == "<s>") {
      ++left_out_;
      ++struck_;
    }
    if ((lower == "</del>" || lower == "</s>") && left_out_ > 0) --left_out_;
  }

  /// Reads a complete block of HTML as a page of its own.
  void add_html() {
    const auto html = std::exchange(html_, {});
    const auto written = html_text(html);
    if (!written) return;
    html_notices_.insert(html_notices_.end(), written->notices.begin(), written->notices.end());
    writer_.drop_block();
    for_each_line(written->text, [&](const LineRange& line) {
      writer_.add(std::string_view(written->text).substr(line.first, line.size()));
      end_block(written->text[line.first] == '|' ? Kind::Row : Kind::Paragraph);
    });
  }

  /// Ends a row of a table. A row that only places a mark beside its words is a list item.
  void end_row() {
    const auto cells = std::exchange(row_, {});
    if (cells.size() == 2 && is_mark(cells[0], true) && !cells[1].empty()) {
      writer_.set_mark(cells[0]);
      writer_.add(cells[1]);
      return writer_.end_block();
    }
    writer_.add(row_of_cells(cells));
    writer_.end_block(Kind::Row);
  }

  void end_block(Kind kind) {
    html_.clear();
    raised_ = false;
    is_soft_break_ = false;
    const bool is_link = std::exchange(is_link_, false);
    if (!writer_.is_open()) return;
    if (!items_.empty()) {
      if (items_.back() == Item::HasWords) writer_.go_on();
      if (items_.back() == Item::New) items_.back() = Item::HasWords;
    }
    writer_.end_block(is_link && kind == Kind::Paragraph ? Kind::Contents : kind);
  }

  std::string_view markdown_;
  MarkdownBody body_;
  BlockWriter writer_;
  std::vector<List> lists_;
  std::vector<Item> items_;
  std::vector<std::string> row_;
  std::map<std::string, std::string> entities_;
  std::string html_;
  std::vector<std::string> html_notices_;  ///< of blocks of HTML
  bool awaits_mark_ = false;
  bool is_cell_ = false;
  bool is_code_ = false;
  bool is_in_link_ = false;
  bool is_link_ = false;  ///< whether the open block is only a link within the page
  bool is_soft_break_ = false;
  bool raised_ = false;
  int left_out_ = 0;
  std::size_t struck_ = 0;
};

}  // namespace

bool is_markdown(std::string_view text) {
  constexpr std::size_t kLooked = 300'000;
  static const RE2 heading(R"( {0,3}#{1,6}[ \t]*[^#\s!].*)");
  static const RE2 spaced_heading(R"( {0,3}#{1,6}[ \t]+[^#\s].*)");
  static const RE2 strong(R"(\s{0,3}(?:\*\*[^*\s][^*]*\*\*|__[^_\s][^_]*__|\*[^*\s][^*]*\*|_[^_\s][^_]*_)\s*)");
  static const RE2 link(R"(.*\]\((?:#|https?:|\.{0,2}/)[^()\s]*\).*)");
  static const RE2 escape(R"(\s*(?:\d+\\[.)]|\\\(|\\-|\\\*).*)");
  static const RE2 rule_of_table(R"(\s*\|?\s*:?-{3,}:?\s*(?:\|\s*:?-{3,}:?\s*)+\|?\s*|\|:?-{3,}:?\|\s*)");
  if (front_matter_size(text) > 0) return true;
  text = text.substr(0, kLooked);
  // "Article 1" above "=========".
  static const RE2 unit(
      R"(\s{0,3}(?i:article|part|chapter|section|annex|title|rule|regulation|schedule|appendix|preamble)\b.*)");
  static const RE2 underline(R"(\s{0,3}(?:={3,}|-{3,})\s*)");
  std::size_t underlined = 0;
  std::string_view above;
  std::size_t headings = 0;
  std::size_t others = 0;
  bool begins_with_heading = false;
  bool has_begun = false;
  for_each_line(text, [&](const LineRange& line) {
    const auto words = text.substr(line.first, line.size());
    const auto before = std::exchange(above, words);
    if (trimmed(words).empty() || words.starts_with("<meta") || words.starts_with("<!--")) return;
    const re2::StringPiece piece(words.data(), words.size());
    const bool is_heading = words.find('#') < 4 && RE2::FullMatch(piece, heading);
    if (!has_begun) begins_with_heading = is_heading && RE2::FullMatch(piece, spaced_heading);
    has_begun = true;
    headings += is_heading ? 1U : 0U;
    const bool is_underline = !before.empty() && words.find_first_of("=-") < 4 && RE2::FullMatch(piece, underline);
    underlined += is_underline && RE2::FullMatch({before.data(), before.size()}, unit) ? 1U : 0U;
    others += !is_heading && (RE2::FullMatch(piece, strong) || RE2::FullMatch(piece, link) ||
                              RE2::FullMatch(piece, escape) || RE2::FullMatch(piece, rule_of_table))
                  ? 1U
                  : 0U;
  });
  return begins_with_heading || underlined >= 2 || headings >= 2 || others >= 2 || headings + others >= 2;
}

Result<WrittenText> markdown_text(std::string_view markdown) {
  return MarkdownWriter(markdown).write();
}

}  // namespace treatygraph::ingest
