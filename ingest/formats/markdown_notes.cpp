#include "ingest/formats/markdown_notes.h"

#include <algorithm>
#include <set>

#include <re2/re2.h>

#include "ingest/text/lines.h"
#include "ingest/text/pattern_piece.h"

namespace treatygraph::ingest {
namespace {

/// Replaces bytes by blanks, but keeps line ends, so that positions and lines stay the same.
void blank(std::string& text, std::size_t first, std::size_t last) {
  for (auto i = first; i < last; ++i) {
    if (text[i] != '\n') text[i] = ' ';
  }
}

/// The title in YAML ("title: ...") or TOML ("title = ..."), without quotes.
std::string title_in(std::string_view front_matter) {
  static const RE2 pattern(R"((?im)^title\s*[:=]\s*(.+?)\s*$)");
  std::string title;
  if (!RE2::PartialMatch(piece(front_matter), pattern, &title)) return {};
  const bool is_quoted = title.size() > 1 && title.front() == title.back() && (title[0] == '"' || title[0] == '\'');
  return fold(is_quoted ? std::string_view(title).substr(1, title.size() - 2) : std::string_view(title));
}

/// Replaces the definitions of notes by blanks: "[^1]: The note" with the indented lines below it. Returns the names
/// that are defined.
std::set<std::string, std::less<>> blank_definitions(std::string& text) {
  static const RE2 definition(R"( {0,3}\[\^([^\]\s]+)\]:.*)");
  std::set<std::string, std::less<>> names;
  bool is_note = false;
  const std::string lines = text;
  for_each_line(lines, [&](const LineRange& line) {
    const auto words = std::string_view(lines).substr(line.first, line.size());
    std::string name;
    if (RE2::FullMatch(piece(words), definition, &name)) {
      is_note = true;
      names.insert(std::move(name));
    } else if (!trimmed(words).empty() && !words.starts_with("    ") && !words.starts_with('\t')) {
      is_note = false;
    }
    if (is_note) blank(text, line.first, line.last);
  });
  return names;
}

}  // namespace

std::size_t front_matter_size(std::string_view markdown) {
  constexpr std::size_t kLongest = 20'000;  // bytes; longer front matter is not recognized
  static const RE2 yaml(
      R"(((?:---[ \t]*\r?\n)(?:(?:[A-Za-z][\w .-]*:.*|[ \t#-].*|)\r?\n)+?(?:---|\.\.\.)[ \t]*(?:\r?\n|$)))");
  static const RE2 toml(R"(((?:\+\+\+[ \t]*\r?\n)(?:.*\r?\n)*?(?:\+\+\+)[ \t]*(?:\r?\n|$)))");
  static const RE2 has_key(R"((?m)^[A-Za-z][\w .-]*\s*[:=])");
  auto head = piece(markdown.substr(0, kLongest));
  re2::StringPiece found;
  if (!RE2::Consume(&head, yaml, &found) && !RE2::Consume(&head, toml, &found)) return 0;
  return RE2::PartialMatch(found, has_key) ? found.size() : 0;
}

MarkdownBody body_of_markdown(std::string_view markdown) {
  MarkdownBody body;
  body.text = std::string(markdown);
  std::ranges::replace(body.text, kNoteMark, ' ');
  const auto front = front_matter_size(markdown);
  body.title = title_in(markdown.substr(0, front));
  blank(body.text, 0, front);
  const auto names = blank_definitions(body.text);
  body.footnotes = names.size();
  for (const auto& name : names) {
    const auto mark = "[^" + name + "]";
    for (auto at = body.text.find(mark); at != std::string::npos; at = body.text.find(mark, at)) {
      std::fill_n(body.text.begin() + static_cast<std::ptrdiff_t>(at), mark.size(), kNoteMark);
    }
  }
  return body;
}

}  // namespace treatygraph::ingest
