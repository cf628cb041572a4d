// Where a heading ends. Often the layout tells: the heading has its own line or block. If heading and text share a line
// or a block, the words decide (split_heading): a sentence begins at a word that begins sentences ("The", "Each"), at a
// definition, or at a capitalized word that the text usually writes small. If the first paragraph has a number, the
// heading ends before it.

#include "ingest/structure/heading_words.h"

#include <algorithm>
#include <optional>
#include <span>

#include <re2/re2.h>

#include "graph/ascii.h"
#include "ingest/text/lines.h"
#include "ingest/text/one_of.h"
#include "ingest/text/pattern_piece.h"
#include "ingest/text/plain_letters.h"

namespace treatygraph::ingest {
namespace {

/// Whether the words begin with a definition, which is a sentence: “Honey” means what bees make.
bool begins_definition(std::string_view words, const StructureWords& language) {
  return RE2::FullMatch(piece(words), language.sentence.definition);
}

/// Which nouns may begin a sentence: those with a verb after them ("States shall"), or all of them ("States").
enum class Subjects { ThatAct, All };

/// The offset at which the first sentence begins; the size of the words if they are all heading.
std::size_t split_heading(std::string_view words, const WordUse& use, Subjects subjects) {
  const auto& language = use.language();
  std::string_view before;
  for (std::size_t at = 0; at < words.size();) {
    const auto end = std::min(words.find(' ', at), words.size());
    const auto word = words.substr(at, end - at);
    const bool is_capital = begins_with_capital(word);
    const bool after_small = !before.empty() && is_lower(before.back()) && is_lower(before.front());
    const bool is_subject =
        is_one_of(word, language.subjects) &&
        (subjects == Subjects::All ||
         RE2::FullMatch(piece(words.substr(std::min(end + 1, words.size()))), language.sentence.acts));
    const bool opens = is_subject || begins_definition(words.substr(at), language) ||
                       is_one_of(word, language.openers) || (is_capital && after_small && use.is_written_small(word)) ||
                       (is_capital && at > 0 && words.starts_with(word) && words.size() > word.size());
    const bool joined = before.empty() || before.ends_with(',') || is_one_of(before, language.joining);
    if (opens && !joined) return at;
    before = word;
    at = end + 1;
  }
  return words.size();
}

/// The border between heading and first sentence in "Breadth of the territorial sea Every State has the right". If no
/// border is found but the words end like a sentence, weaker signs are accepted.
std::size_t split_heading(std::string_view words, const WordUse& use) {
  const auto split = split_heading(words, use, Subjects::ThatAct);
  const bool is_sentence = ends_with_stop(words) && split == words.size();
  return is_sentence ? split_heading(words, use, Subjects::All) : split;
}

// "1.", "(a)" or "b)": a body without a heading.
bool begins_with_mark(std::string_view text) {
  static const RE2 any(R"((?s)\s*(?:\d{1,3}\s*[.)]\s|\([A-Za-z0-9]{1,4}\)|[a-z]{1,4}\)).*)");
  return RE2::FullMatch(re2::StringPiece(text.data(), text.size()), any);
}

constexpr std::size_t kLongestHeading = 260;  ///< bytes

/// Whether a line is a sentence, which no title is: "The Parties will examine new agreements.", "On the occasion of the
/// Conference, the Parties".
bool says_something(std::string_view line, const StructureWords& language) {
  const auto words = trimmed(line);
  return RE2::FullMatch(piece(words), language.sentence.says_something) ||
         RE2::FullMatch(piece(words), language.sentence.circumstance);
}

/// Whether a line is the beginning of a sentence: "Where a declaration is in force, care shall include".
bool is_half_a_sentence(std::string_view line, const StructureWords& language) {
  const auto first_word = line.substr(0, line.find_first_of(" \n"));
  const bool is_whole = trimmed(line).ends_with('.');
  if (says_something(line, language)) return true;
  return (is_whole || is_one_of(first_word, language.openers)) &&
         RE2::PartialMatch(piece(line), language.sentence.must);
}

/// Whether a line is in title case: "Other Use Without the Consent of the Owner". Capitals inside it do not begin a
/// sentence.
bool is_in_title_case(std::string_view line, const StructureWords& language) {
  constexpr std::size_t kFewestWords = 2;
  std::size_t capitals = 0;
  for (std::size_t at = 0; at < line.size();) {
    const auto end = std::min(line.find(' ', at), line.size());
    const auto word = line.substr(at, end - at);
    const bool is_capital = !word.empty() && is_upper(word.front());
    capitals += is_capital ? 1U : 0U;
    if (!is_capital && !is_one_of(word, language.joining)) return false;
    at = end + 1;
  }
  return capitals > kFewestWords;
}

/// The size of the words before the number of the first paragraph, if they are a heading: "Legal status of the
/// territorial sea 1. The sovereignty".
std::optional<std::size_t> before_first_paragraph(std::string_view words, const WordUse& use) {
  re2::StringPiece mark;
  if (!RE2::PartialMatch(re2::StringPiece(words.data(), words.size()), use.language().sentence.first_mark, &mark))
    return std::nullopt;
  const auto size = static_cast<std::size_t>(mark.data() - words.data());
  if (RE2::FullMatch(piece(trimmed(words.substr(size))), use.language().sentence.first_of_month))
    return std::nullopt;  // "prohibited from 1 May to\n1 October"
  const auto before = fold(words.substr(0, size));
  if (says_something(before, use.language())) return std::nullopt;
  // "in accordance with paragraph\n1", "Protocol No 1."
  if (RE2::FullMatch(before, use.language().sentence.ends_citing)) return std::nullopt;
  const bool has_no_sentence = before.find_first_of(".;:") == std::string::npos;
  const bool whole = has_no_sentence || split_heading(before, use) == before.size();
  return size <= kLongestHeading && whole ? std::optional(size) : std::nullopt;
}

// Short, without a stop at the end, no row of a table and no sentence.
bool looks_like_heading(std::string_view words, const StructureWords& language) {
  const bool is_table = words.starts_with('|');
  return !is_table && words.size() <= kLongestHeading && !ends_with_stop(trimmed(words)) &&
         !is_half_a_sentence(words, language);
}

/// The first line, with the next one if it cannot be complete: "Bodies of the fund and" goes on.
std::string_view first_line_of(std::string_view words, const StructureWords& language) {
  auto end = words.find('\n');
  while (end != std::string_view::npos) {
    const auto line = trimmed(words.substr(0, end));
    const auto last_word = line.substr(line.find_last_of(" \n") + 1);
    const bool goes_on = line.ends_with(',') || is_one_of(last_word, language.joining);
    if (!goes_on) break;
    end = words.find('\n', end + 1);
  }
  return words.substr(0, end);
}

/// How many bytes of the block below a division's number are its heading.
std::size_t division_heading_size(std::string_view block, bool on_line_of_number, const StructureWords& language) {
  if (looks_like_heading(block, language) || is_all_upper(block)) return block.size();
  const auto line = first_line_of(block, language);
  return on_line_of_number || is_all_upper(line) ? line.size() : 0;
}

/// The same for an article, whose first sentence may be in the same block.
std::size_t article_heading_size(std::string_view block, bool on_line_of_number, bool more_follows,
                                 const WordUse& use) {
  const auto& language = use.language();
  if (looks_like_heading(block, language) && more_follows) return block.size();
  const auto line = first_line_of(block, language);
  const auto below = trimmed(block.substr(line.size()));
  const bool line_is_own = !below.empty() && looks_like_heading(line, language) &&
                           (begins_sentence(below.front()) || begins_with_mark(below));
  if (line_is_own && (is_in_title_case(line, use.language()) || split_heading(line, use) == line.size()))
    return line.size();
  const auto split = split_heading(block, use);
  const bool is_title =
      split < block.size() && split <= kLongestHeading && !is_half_a_sentence(block.substr(0, split), language);
  return on_line_of_number && is_title ? split : 0;
}

}  // namespace

// Capitalized words count only after a word in lower case, because there no sentence begins.
WordUse::WordUse(std::string_view text, const StructureWords& language) : language_(language) {
  bool after_small = false;
  for (std::size_t at = 0; at < text.size();) {
    if (!is_letter(text[at])) {
      after_small = after_small && text[at] == ' ';
      ++at;
      continue;
    }
    auto end = at;
    while (end < text.size() && (is_letter(text[end]) || text[end] == '-')) ++end;
    const auto word = text.substr(at, end - at);
    const bool is_small = is_lower(word.front());
    const bool is_as_counted = std::ranges::all_of(word, [&](char c) { return is_lower(c) || c == '-'; });
    if (is_small || after_small) small_[is_as_counted ? std::string(word) : lower_case(word)] += is_small ? 1 : -1;
    after_small = is_small;
    at = end;
  }
}

bool WordUse::is_written_small(std::string_view word) const {
  while (!word.empty() && !is_letter(word.back())) word.remove_suffix(1);
  const auto found = small_.find(lower_case(word));
  return found != small_.end() && found->second > 0;
}

HeadingWords heading_words(std::string_view text, const Heading& heading, std::size_t end, const WordUse& use) {
  const auto block = block_at(text, heading.after, end);
  const auto words = text.substr(block.first, block.size());
  if (words.empty() || begins_with_mark(words)) return {{}, block.first, {}};
  const bool on_line_of_number =
      text.substr(heading.after, block.first - heading.after).find('\n') == std::string_view::npos;
  const bool more_follows = !trimmed(text.substr(block.last, end - block.last)).empty();
  const bool is_article = is_unit(heading.kind);
  auto size = is_article ? article_heading_size(words, on_line_of_number, more_follows, use)
                         : division_heading_size(words, on_line_of_number, use.language());
  bool is_guessed =
      is_article && size > 0 && size < words.size() && !on_line_of_number && !is_all_upper(words.substr(0, size));
  const auto before = before_first_paragraph(words, use);
  const bool is_on_first_line = before && *before < words.find('\n');
  if (before && (is_article || (is_component(heading.kind) && on_line_of_number && is_on_first_line))) {
    size = *before;
    is_guessed = false;
  }
  return {fold(words.substr(0, size)), block.first + size, is_guessed ? std::optional(block.first) : std::nullopt};
}

}  // namespace treatygraph::ingest
