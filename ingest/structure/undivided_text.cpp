// A text without articles is divided by what it has instead. An exchange of notes consists of letters, found by the
// number above each or by its salutation; the first letter is the body. A resolution has reasons ("Recalling",
// "Noting") and then numbered paragraphs: the reasons are the preamble. In both, and in all other texts, numbered
// paragraphs and points are read like those of an article.

#include "ingest/structure/undivided_text.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

#include <re2/re2.h>

#include "ingest/structure/body_reader.h"
#include "ingest/structure/conclusions.h"
#include "ingest/structure/list_marks.h"
#include "ingest/structure/preamble.h"
#include "ingest/structure/quoted_amendments.h"
#include "ingest/structure/structure_builder.h"
#include "ingest/text/lines.h"
#include "ingest/text/pattern_piece.h"

namespace treatygraph::ingest {
namespace {

/// The offset after the title, which is the first block unless it is long or all there is.
std::size_t end_of_title(std::string_view text) {
  constexpr std::size_t kLongestTitle = 400;
  const auto block = block_at(text, 0, text.size());
  const bool is_title = block.size() <= kLongestTitle && !trimmed(text.substr(block.last)).empty();
  return is_title ? block_at(text, block.last, text.size()).first : block.first;
}

/// The end of the numbered paragraphs in a letter. What the writer says after them, "I have the honour to propose", is
/// not part of the last one.
std::size_t end_of_paragraphs(std::string_view text, std::size_t first, std::size_t last) {
  static const RE2 closing(
      R"re((?m)^\s*((?:I (?:have|also have|avail)|If (?:the (?:foregoing|above|present)|these|this|your)|(?:Please )?[Aa]ccept,?\s|The (?:Embassy|Ministry|Department)\b.{0,80}\bavails|In reply)))re");
  static const RE2 mark(R"re((?m)^\s*(?:\(?1[.)]|1\s))re");
  re2::StringPiece rest(text.data() + first, last - first);
  if (!RE2::FindAndConsume(&rest, mark)) return last;
  re2::StringPiece found;
  return RE2::PartialMatch(rest, closing, &found) ? static_cast<std::size_t>(found.data() - text.data()) : last;
}

/// The starts of the letters after the first: at the number above each, "No. 2", or at the salutation. Empty if there
/// seem to be one or too many.
std::vector<std::size_t> later_letters(std::string_view text, std::size_t first, std::size_t last) {
  static const RE2 numbers(
      R"re((?m)^[ ]*((?:(?:Letter|Note|LETTER|NOTE)\s+)?(?:(?:No|NO|Nr|N°)\.?\s*)?\(?(?:[1-9]|I{1,3}|IV|V)[.)]?)[ ]*$)re");
  static const RE2 addressed(
      R"re((?m)^[ ]*((?:Your )?Excellency|Sir|Madam|Dear .{2,60}|Mr\.? (?:Minister|Ambassador|Secretary)|Monsieur .{2,40})[,:.]?[ ]*$)re");
  for (const auto* pattern : {&numbers, &addressed}) {
    std::vector<std::size_t> starts;
    re2::StringPiece rest(text.data() + first, last - first);
    re2::StringPiece found;
    while (RE2::FindAndConsume(&rest, *pattern, &found)) {
      starts.push_back(static_cast<std::size_t>(found.data() - text.data()));
    }
    constexpr std::size_t kShortestLetter = 60;
    constexpr std::size_t kMostLetters = 6;
    const auto is_short = [](std::size_t before, std::size_t start) { return start - before < kShortestLetter; };
    starts.erase(std::ranges::unique(starts, is_short).begin(), starts.end());
    if (starts.size() > 1 && starts.size() <= kMostLetters) return {std::next(starts.begin()), starts.end()};
  }
  return {};
}

// Looks at the words of diplomatic notes and at titles.
bool is_exchange(std::string_view text) {
  static const RE2 letters(
      R"re(\b(?:I have the hono(?:u)?r|Excellency|EXCHANGE OF (?:NOTES|LETTERS)|(?i:exchange of (?:notes|letters))))re");
  return RE2::PartialMatch(piece(text), letters);
}

/// The end of the reasons of a resolution, which are before paragraph 1; `first` if there are fewer than two.
std::size_t end_of_recitals(std::string_view text, std::size_t first, std::size_t last) {
  static const RE2 why(
      R"re((?i)(?:^|[,;:.\n])\s*(recalling|noting|having|recogni[sz]ing|considering|bearing in mind|(?:re)?affirming|welcoming|desiring|mindful|aware|concerned|emphasi[sz]ing|convinced|whereas|taking)\b)re");
  constexpr int kFewest = 2;
  const auto marks = find_list_marks(text, first, last);
  const auto quoted = quoted_amendments(text);
  const auto one = std::ranges::find_if(marks, [&](const ListMark& mark) {
    return mark.form == ListMark::Form::Number && mark.label == "1" && !is_quoted(quoted, mark.start);
  });
  if (one == marks.end()) return first;
  re2::StringPiece rest(text.data() + first, one->start - first);
  int reasons = 0;
  while (reasons < kFewest && RE2::FindAndConsume(&rest, why)) ++reasons;
  return reasons == kFewest ? one->start : first;
}

/// The start of the line if only the number of a paragraph is before `first`: "1. The Parties".
std::size_t with_mark_before(std::string_view text, std::size_t first) {
  static const RE2 mark(R"(\s*\(?(?:\d{1,2}|[a-z])[.)]\s*)");
  const auto line = line_around(text, first);
  return RE2::FullMatch(piece(text.substr(line.first, first - line.first)), mark) ? line.first : first;
}

/// Whether the text is prose: programs and data are full of signs that treaties rarely contain.
bool is_prose(std::string_view text) {
  constexpr std::size_t kFewestForOneSign = 33;
  const auto is_of_code = [](char c) { return std::string_view("{}_=`$#;@").find(c) != std::string_view::npos; };
  const auto words = std::ranges::count_if(text, [](char c) { return !is_space(c); });
  return static_cast<std::size_t>(std::ranges::count_if(text, is_of_code)) * kFewestForOneSign <
         static_cast<std::size_t>(words);
}

/// Reads one text once.
class UndividedReader {
 public:
  explicit UndividedReader(std::string_view text) : text_(text), builder_(text), habits_(text) {}

  Structure read() {
    auto first = with_mark_before(text_, start_of_words(text_).value_or(end_of_title(text_)));
    const auto testimonium = testimonium_in(text_, {first, text_.size()});
    const auto last = testimonium && *testimonium > first ? *testimonium : text_.size();
    const auto letters = is_exchange(text_) ? later_letters(text_, first, last) : std::vector<std::size_t>();
    const auto end = letters.empty() ? last : letters.front();
    if (letters.empty()) first = read_recitals(first, end);
    read_body(ProvisionKind::Body, "", first, end);
    for (std::size_t i = 0; i < letters.size(); ++i) {
      read_body(ProvisionKind::Letter, std::to_string(i + 2), letters[i],
                i + 1 < letters.size() ? letters[i + 1] : last);
    }
    if (last < text_.size()) {
      builder_.close(builder_.open(kNone, ProvisionKind::Conclusions, "", last, last), text_.size());
    }
    return builder_.finish(text_.size());
  }

 private:
  /// Opens the preamble of a resolution, if there is one, and returns its end.
  std::size_t read_recitals(std::size_t first, std::size_t last) {
    const auto end = end_of_recitals(text_, first, last);
    if (end > first) builder_.close(builder_.open(kNone, ProvisionKind::Preamble, "", first, first), end);
    return end;
  }

  /// Opens a body or a letter with its paragraphs; the words after the paragraphs belong to it directly.
  void read_body(ProvisionKind kind, std::string_view num, std::size_t first, std::size_t last) {
    const auto body = builder_.open(kNone, kind, num, first, first);
    const auto end = end_of_paragraphs(text_, first, last);
    BodyReader(text_, builder_, body, habits_).read(first, end);
    if (end < last) builder_.close(body + 1, end);
    builder_.close(body, last);
  }

  std::string_view text_;
  StructureBuilder builder_;
  WritingHabits habits_;
};

}  // namespace

// Both lists of words are generous: they only have to separate instruments from other documents.
bool is_instrument(std::string_view text) {
  constexpr std::size_t kHead = 3'000;
  constexpr std::size_t kFewestBytes = 150;
  static const RE2 named(
      R"re((?i)\b(?:agreements?|conventions?|protocols?|treat(?:y|ies)|resolutions?|decisions?|amendments?|exchanges? of (?:notes|letters)|memorand(?:um|a)|arrangements?|recommendations?|declarations?|minutes|understandings?|statutes?|charter|covenant|final act|regulations?|directive|measures?|adjustments?|assembly|council|commission|conference)\b)re");
  static const RE2 speaks(
      R"re((?i)\b(?:shall|part(?:y|ies)|governments?|adopt(?:s|ed|ing)?|urges?|requests?|invites?|decid(?:es?|ed|ing)|recommend(?:s|ed)?|agree[ds]?|amend(?:ed|s|ments?)?|states?|members?|sides?|authorit(?:y|ies)|understanding|undertakes?|intends?|propos(?:e[sd]?|als?)|hono(?:u)?r)\b)re");
  const auto words = trimmed(text);
  return words.size() >= kFewestBytes && is_prose(words) && RE2::PartialMatch(piece(words.substr(0, kHead)), named) &&
         RE2::PartialMatch(piece(words), speaks);
}

Structure read_undivided_text(std::string_view text) {
  return UndividedReader(text).read();
}

}  // namespace treatygraph::ingest
