#include "ingest/structure/heading_words.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>

#include <re2/re2.h>

#include "ingest/text/lines.h"

namespace treatygraph::ingest {
namespace {

/// Words that begin the sentence of a provision where its heading stands on the same line.
constexpr std::array<std::string_view, 40> kOpeners = {"The",
                                                       "A",
                                                       "An",
                                                       "Each",
                                                       "Every",
                                                       "Any",
                                                       "No",
                                                       "All",
                                                       "In",
                                                       "If",
                                                       "For",
                                                       "When",
                                                       "Where",
                                                       "Nothing",
                                                       "This",
                                                       "These",
                                                       "Such",
                                                       "Subject",
                                                       "Without",
                                                       "Except",
                                                       "Upon",
                                                       "It",
                                                       "Neither",
                                                       "Within",
                                                       "As",
                                                       "At",
                                                       "By",
                                                       "On",
                                                       "With",
                                                       "There",
                                                       "Unless",
                                                       "Whenever",
                                                       "During",
                                                       "Article",
                                                       "Everyone",
                                                       "Both",
                                                       "Notwithstanding",
                                                       "Only",
                                                       "After",
                                                       "To"};

constexpr std::array<std::string_view, 23> kJoining = {
    "this", "that", "its", "their", "other", "such",    "of", "the", "to", "in", "and",  "for",
    "with", "by",   "or",  "on",    "from",  "between", "a",  "an",  "at", "as", "under"};

/// Words that headings have, too: they begin a sentence where they do something.
constexpr std::array<std::string_view, 4> kSubjects = {"States", "Parties", "Members", "Contracting"};

bool acts(std::string_view rest) {
  static const RE2 verb(
      R"((?s)(?:(?:Parties|States)\s)?(?:shall|may|should|must|are|have|undertake|agree|which|that|whose)\b.*)");
  return RE2::FullMatch(re2::StringPiece(rest.data(), rest.size()), verb);
}

bool ends_sentence(std::string_view text) {
  return !text.empty() && std::string_view(".;:,").find(text.back()) != std::string_view::npos;
}

/// "Words "Honey" means what bees make": a definition is a sentence.
bool begins_definition(std::string_view words) {
  static const RE2 definition(
      R"re((?s)(?:"|“|‘)[^"”’]{1,80}(?:"|”|’)\s+(?:means?|shall mean|includes?|refers?|has|have|is|are)\b.*)re");
  return RE2::FullMatch(re2::StringPiece(words.data(), words.size()), definition);
}

enum class Subjects { ThatAct, All };

std::size_t split_heading(std::string_view words, const WordUse& use, Subjects subjects) {
  std::string_view before;
  for (std::size_t at = 0; at < words.size();) {
    const auto end = std::min(words.find(' ', at), words.size());
    const auto word = words.substr(at, end - at);
    const bool is_capital = !word.empty() && std::isupper(static_cast<unsigned char>(word[0])) != 0;
    const bool after_small = !before.empty() && std::islower(static_cast<unsigned char>(before.back())) != 0 &&
                             std::islower(static_cast<unsigned char>(before.front())) != 0;
    const bool is_subject = std::ranges::find(kSubjects, word) != kSubjects.end() &&
                            (subjects == Subjects::All || acts(words.substr(std::min(end + 1, words.size()))));
    const bool opens = is_subject || begins_definition(words.substr(at)) ||
                       std::ranges::find(kOpeners, word) != kOpeners.end() ||
                       (is_capital && after_small && use.is_written_small(word)) ||
                       (is_capital && at > 0 && words.starts_with(word) && words.size() > word.size());
    const bool joined =
        before.empty() || before.ends_with(',') || std::ranges::find(kJoining, before) != kJoining.end();
    if (opens && !joined) return at;
    before = word;
    at = end + 1;
  }
  return words.size();
}

/// The border between heading and first sentence in "Breadth of the territorial sea Every State has the right".
std::size_t split_heading(std::string_view words, const WordUse& use) {
  const auto split = split_heading(words, use, Subjects::ThatAct);
  const bool is_sentence = ends_sentence(words) && split == words.size();
  return is_sentence ? split_heading(words, use, Subjects::All) : split;
}

bool begins_with_mark(std::string_view text) {
  static const RE2 any(R"((?s)\s*(?:\d{1,3}\s*[.)]\s|\([A-Za-z0-9]{1,4}\)|[a-z]{1,4}\)).*)");
  return RE2::FullMatch(re2::StringPiece(text.data(), text.size()), any);
}

constexpr std::size_t kLongestHeading = 260;

/// "The Parties will examine new agreements.", "On the occasion of the Conference, the Parties": no title says so.
bool says_something(std::string_view line) {
  static const RE2 whole(
      R"((?s).*\b(?:may|will|is|are|was|were|has|have|can|should|undertakes?|agrees?|appl(?:y|ies))\b.*\.)");
  static const RE2 circumstance(
      R"((?s)(?:In|If|For|When|Where|Upon|Within|As|At|By|On|With|Unless|Whenever|During|After|Without)\s[^,]*,.*)");
  const auto words = trimmed(line);
  return RE2::FullMatch(re2::StringPiece(words.data(), words.size()), whole) ||
         RE2::FullMatch(re2::StringPiece(words.data(), words.size()), circumstance);
}

/// "Where a declaration is in force, care shall include": a sentence, whatever follows.
bool is_half_a_sentence(std::string_view line) {
  static const RE2 verb(R"(\b(?:shall|must)\b)");
  const auto first_word = line.substr(0, line.find_first_of(" \n"));
  const bool is_whole = trimmed(line).ends_with('.');
  if (says_something(line)) return true;
  return (is_whole || std::ranges::find(kOpeners, first_word) != kOpeners.end()) &&
         RE2::PartialMatch(re2::StringPiece(line.data(), line.size()), verb);
}

/// "Other Use Without the Consent of the Owner": capitals inside it do not begin a sentence.
bool is_title_case(std::string_view line) {
  constexpr std::size_t kFewestWords = 2;
  std::size_t capitals = 0;
  for (std::size_t at = 0; at < line.size();) {
    const auto end = std::min(line.find(' ', at), line.size());
    const auto word = line.substr(at, end - at);
    const bool is_capital = !word.empty() && std::isupper(static_cast<unsigned char>(word.front())) != 0;
    capitals += is_capital ? 1U : 0U;
    if (!is_capital && std::ranges::find(kJoining, word) == kJoining.end()) return false;
    at = end + 1;
  }
  return capitals > kFewestWords;
}

bool begins_with_date(std::string_view words) {
  static const RE2 date(
      R"((?s)1\s+(?:January|February|March|April|May|June|July|August|September|October|November|December)\b.*)");
  return RE2::FullMatch(re2::StringPiece(words.data(), words.size()), date);
}

/// "Legal status of the territorial sea 1. The sovereignty": the words before the first paragraph's number.
std::optional<std::size_t> before_first_paragraph(std::string_view words, const WordUse& use) {
  static const RE2 first(R"((\s[1l]\s?\.(?:\s+[A-Z(“"]|\s*$)|\n\s*(?:§\s*)?1(?:\s+(?:[A-Z(“"]|a\s)|\s*$)))");
  re2::StringPiece mark;
  if (!RE2::PartialMatch(re2::StringPiece(words.data(), words.size()), first, &mark)) return std::nullopt;
  const auto size = static_cast<std::size_t>(mark.data() - words.data());
  if (begins_with_date(trimmed(words.substr(size)))) return std::nullopt;  // "prohibited from 1 May to\n1 October"
  const auto before = fold(words.substr(0, size));
  if (says_something(before)) return std::nullopt;
  static const RE2 cites(
      R"((?i).*\b(?:paragraphs?|articles?|nos?|(?:of|in|to|under|by|with|see|and|or) (?:annex|protocol|rule|regulation|part|chapter|section|schedule|appendix)))");
  if (RE2::FullMatch(before, cites)) return std::nullopt;  // "in accordance with paragraph\n1", "Protocol No 1."
  const bool has_no_sentence = before.find_first_of(".;:") == std::string::npos;
  const bool whole = has_no_sentence || split_heading(before, use) == before.size();
  return size <= kLongestHeading && whole ? std::optional(size) : std::nullopt;
}

bool looks_like_heading(std::string_view words) {
  const bool is_table = words.starts_with('|');
  return !is_table && words.size() <= kLongestHeading && !ends_sentence(trimmed(words)) && !is_half_a_sentence(words);
}

/// The first line, and the next one where the first cannot be all: "Bodies of the fund and" goes on.
std::string_view first_line_of(std::string_view words) {
  auto end = words.find('\n');
  while (end != std::string_view::npos) {
    const auto line = trimmed(words.substr(0, end));
    const auto last_word = line.substr(line.find_last_of(" \n") + 1);
    const bool goes_on = line.ends_with(',') || std::ranges::find(kJoining, last_word) != kJoining.end();
    if (!goes_on) break;
    end = words.find('\n', end + 1);
  }
  return words.substr(0, end);
}

/// How many bytes of the block below a division's number are its heading.
std::size_t division_heading_size(std::string_view block, bool on_line_of_number) {
  if (looks_like_heading(block) || is_all_upper(block)) return block.size();
  const auto line = first_line_of(block);
  return on_line_of_number || is_all_upper(line) ? line.size() : 0;
}

/// The same for an article, whose first sentence may stand in the same block.
std::size_t article_heading_size(std::string_view block, bool on_line_of_number, bool more_follows,
                                 const WordUse& use) {
  if (looks_like_heading(block) && more_follows) return block.size();
  const auto line = first_line_of(block);
  const auto below = trimmed(block.substr(line.size()));
  const bool line_is_own =
      !below.empty() && looks_like_heading(line) && (begins_sentence(below.front()) || begins_with_mark(below));
  if (line_is_own && (is_title_case(line) || split_heading(line, use) == line.size())) return line.size();
  const auto split = split_heading(block, use);
  const bool is_title = split < block.size() && split <= kLongestHeading && !is_half_a_sentence(block.substr(0, split));
  return on_line_of_number && is_title ? split : 0;
}

}  // namespace

WordUse::WordUse(std::string_view text) {
  const auto is_small_letter = [](char c) { return c >= 'a' && c <= 'z'; };
  const auto begins = [&](std::size_t i) { return is_small_letter(text[i]) || (text[i] >= 'A' && text[i] <= 'Z'); };
  bool after_small = false;
  for (std::size_t at = 0; at < text.size();) {
    if (!begins(at)) {
      after_small = after_small && text[at] == ' ';
      ++at;
      continue;
    }
    auto end = at;
    while (end < text.size() && (begins(end) || text[end] == '-')) ++end;
    const auto word = text.substr(at, end - at);
    const bool is_small = is_small_letter(word.front());
    const bool is_as_counted = std::ranges::all_of(word, [&](char c) { return is_small_letter(c) || c == '-'; });
    if (is_small || after_small) small_[is_as_counted ? std::string(word) : lower_case(word)] += is_small ? 1 : -1;
    after_small = is_small;
    at = end;
  }
}

bool WordUse::is_written_small(std::string_view word) const {
  while (!word.empty() && std::isalpha(static_cast<unsigned char>(word.back())) == 0) word.remove_suffix(1);
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
                         : division_heading_size(words, on_line_of_number);
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
