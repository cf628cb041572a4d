#include "ingest/headings.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <map>

#include <re2/re2.h>

#include "ingest/lines.h"
#include "ingest/numerals.h"

namespace treatygraph::ingest {
namespace {

const std::map<std::string, ProvisionKind, std::less<>> kKeywords = {
    {"article", ProvisionKind::Article}, {"art", ProvisionKind::Article},     {"rule", ProvisionKind::Article},
    {"part", ProvisionKind::Part},       {"chapter", ProvisionKind::Chapter}, {"section", ProvisionKind::Section},
    {"title", ProvisionKind::Title},     {"annex", ProvisionKind::Annex},     {"appendix", ProvisionKind::Annex},
    {"schedule", ProvisionKind::Annex}};

std::string lower(std::string_view text) {
  std::string result(text);
  std::ranges::transform(result, result.begin(),
                         [](char c) { return static_cast<char>(std::tolower(static_cast<unsigned char>(c))); });
  return result;
}

struct Number {
  std::string printed;
  int value;
};

std::optional<Number> read_number(const std::string& text, ProvisionKind kind) {
  if (const auto value = digits_value(text)) return Number{text, *value};
  if (const auto value = roman_value(text); value && text != lower(text)) return Number{text, *value};
  if (const auto value = word_value(text)) return Number{std::to_string(*value), *value};
  const bool lettered = kind != ProvisionKind::Article && text.size() == 1;
  if (const auto value = letter_value(text); lettered && value) return Number{text, *value};
  return std::nullopt;
}

bool is_upper_or_opening(char c) {
  return std::isupper(static_cast<unsigned char>(c)) != 0 || c == '"' || c == '(' || c == '[' ||
         static_cast<unsigned char>(c) >= 0x80;
}

/// What follows the number on its line: nothing, a heading, or a paragraph's number; not the rest of a sentence.
bool may_follow(std::string_view rest) {
  if (rest.empty()) return true;
  static const RE2 paragraph(R"(\d{1,2}\s*[.)]?\s+["(A-Z\x80-\xff].*)", RE2::Latin1);
  if (RE2::FullMatch(re2::StringPiece(rest.data(), rest.size()), paragraph)) return true;
  static const RE2 cites(R"((?:\([a-z0-9]{1,4}\)|(?:and|or|of|to|in|paragraphs?|shall|above|below)\b).*)");
  if (RE2::FullMatch(re2::StringPiece(rest.data(), rest.size()), cites)) return false;
  return is_upper_or_opening(rest.front());
}

/// Whether the line can begin something new: it does not go on with the sentence of the line above.
bool is_open_before(std::string_view text, std::size_t line_start) {
  auto at = line_start;
  std::size_t line_ends = 0;
  while (at > 0 && std::isspace(static_cast<unsigned char>(text[at - 1])) != 0)
    line_ends += text[--at] == '\n' ? 1U : 0U;
  if (at == 0 || line_ends >= 2) {
    if (at == 0) return true;
    static const RE2 unfinished(
        R"((?s).*\b(?:of|in|to|with|under|and|or|by|the|from|than|article|articles|paragraph))");
    const auto before = text.substr(at > 40 ? at - 40 : 0, std::min<std::size_t>(at, 40));
    return !RE2::FullMatch(re2::StringPiece(before.data(), before.size()), unfinished) && text[at - 1] != ',';
  }
  const char last = text[at - 1];
  if (last == '.' || last == ';' || last == ':' || last == '"' || last == ')') return true;
  const auto above = line_around(text, at - 1);
  return heading_at(text, above.first, above.last).has_value() || is_all_upper(text.substr(above.first, above.size()));
}

/// Headings that stand line under line with nothing between them but their own words and page numbers.
void drop_tables_of_contents(std::string_view text, std::vector<Heading>& headings) {
  constexpr std::size_t kFewestEntries = 6;
  constexpr std::size_t kLongestEntry = 220;
  std::vector<Heading> kept;
  for (std::size_t first = 0; first < headings.size();) {
    auto last = first + 1;
    const auto is_entry = [&](std::size_t i) {
      const auto end = i + 1 < headings.size() ? headings[i + 1].start : text.size();
      const auto words = text.substr(headings[i].after, end - headings[i].after);
      static const RE2 sentence(R"((?s).*[a-z]{3}[.;:]\s+.*|(?s).*\n\s*(?:\d+\.|\([a-z]\))\s.*)");
      return words.size() < kLongestEntry && !RE2::FullMatch(re2::StringPiece(words.data(), words.size()), sentence);
    };
    std::size_t articles = 0;
    while (last < headings.size() && is_entry(last - 1)) {
      articles += headings[last - 1].kind == ProvisionKind::Article ? 1U : 0U;
      ++last;
    }
    const bool is_table = articles >= kFewestEntries;
    // The last of the run is entered by its successor's words, so it is the first that has a body of its own.
    if (is_table) {
      first = last - 1;
      if (first + 1 >= headings.size()) break;
      continue;
    }
    kept.insert(kept.end(), headings.begin() + static_cast<std::ptrdiff_t>(first),
                headings.begin() + static_cast<std::ptrdiff_t>(last));
    first = last;
  }
  headings = std::move(kept);
}

/// A division's capitals that were set on the line of the sentence before: "... an abuse of right. Part XI
/// RESPONSIBILITY AND LIABILITY".
void find_glued_headings(std::string_view text, const LineRange& line, std::vector<Heading>& headings) {
  static const RE2 glued(
      R"re([.;:)"]\s+((?:PART|Part|CHAPTER|Chapter|SECTION|Section|ANNEX|Annex)(?:\s+(?:[IVXLC]+|\d+)\b)?\.?\s+[A-Z]{4,}\b(?:[ ,'.-]+[A-Z]{2,}\b|\s+\d+\.)*))re");
  re2::StringPiece rest(text.data() + line.first, line.size());
  re2::StringPiece found;
  while (RE2::FindAndConsume(&rest, glued, &found)) {
    const auto start = static_cast<std::size_t>(found.data() - text.data());
    if (auto heading = heading_at(text, start, start + found.size())) headings.push_back(std::move(*heading));
    rest = re2::StringPiece(found.data() + 4, static_cast<std::size_t>(text.data() + line.last - found.data() - 4));
  }
}

/// A resolution has the treaty as its annex: that heading is not the treaty's own.
void drop_leading_annexes(std::vector<Heading>& headings) {
  const auto is_annex = [](const Heading& heading) { return heading.kind == ProvisionKind::Annex; };
  const auto first_other = std::ranges::find_if_not(headings, is_annex);
  if (first_other != headings.end()) headings.erase(headings.begin(), first_other);
}

/// Annexes that begin to count anew belong to what was published with the treaty: a final act, say.
std::size_t end_of_treaty(std::string_view text, const std::vector<Heading>& headings) {
  int last = 0;
  for (const auto& heading : headings) {
    if (heading.kind != ProvisionKind::Annex) continue;
    if (heading.value <= last) return heading.start;
    last = heading.value;
  }
  return text.size();
}

/// Articles count on from one another; an annex begins a numbering of its own.
void keep_numbering(std::vector<Heading>& headings) {
  constexpr int kLargestGap = 3;
  std::vector<Heading> kept;
  int last = 0;
  for (auto& heading : headings) {
    if (heading.kind == ProvisionKind::Annex) last = 0;
    if (heading.kind != ProvisionKind::Article) {
      kept.push_back(std::move(heading));
      continue;
    }
    const bool is_insertion = heading.value == last && heading.num != kept.back().num &&
                              std::isalpha(static_cast<unsigned char>(heading.num.back())) != 0;
    const bool goes_on =
        heading.value > last && (last == 0 ? heading.value <= kLargestGap : heading.value <= last + kLargestGap);
    if (!goes_on && !is_insertion) continue;
    last = heading.value;
    kept.push_back(std::move(heading));
  }
  headings = std::move(kept);
}

/// Words that begin the sentence of a provision where its heading stands on the same line.
constexpr std::array<std::string_view, 44> kOpeners = {"The",
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
                                                       "States",
                                                       "Subject",
                                                       "Without",
                                                       "Except",
                                                       "Parties",
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
                                                       "Members",
                                                       "Unless",
                                                       "Whenever",
                                                       "During",
                                                       "Article",
                                                       "Contracting",
                                                       "Everyone",
                                                       "Both",
                                                       "Notwithstanding",
                                                       "Only",
                                                       "After",
                                                       "To"};

constexpr std::array<std::string_view, 22> kJoining = {"this", "that",    "its", "their", "other", "such", "of", "the",
                                                       "to",   "in",      "and", "for",   "with",  "by",   "or", "on",
                                                       "from", "between", "a",   "an",    "at",    "as"};

/// Where the heading ends and the first sentence begins in "Breadth of the territorial sea Every State has the right".
std::size_t split_heading(std::string_view words, const WordUse& use) {
  std::string_view before;
  for (std::size_t at = 0; at < words.size();) {
    const auto end = std::min(words.find(' ', at), words.size());
    const auto word = words.substr(at, end - at);
    const bool is_capital = !word.empty() && std::isupper(static_cast<unsigned char>(word[0])) != 0;
    const bool after_small = !before.empty() && std::islower(static_cast<unsigned char>(before.back())) != 0 &&
                             std::islower(static_cast<unsigned char>(before.front())) != 0;
    const bool opens = std::ranges::find(kOpeners, word) != kOpeners.end() ||
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

bool ends_sentence(std::string_view text) {
  return !text.empty() && std::string_view(".;:,").find(text.back()) != std::string_view::npos;
}

bool begins_with_mark(std::string_view text) {
  static const RE2 any(R"((?s)\s*(?:\d{1,3}\s*[.)]\s|\([A-Za-z0-9]{1,4}\)|[a-z]{1,4}\)).*)");
  return RE2::FullMatch(re2::StringPiece(text.data(), text.size()), any);
}

constexpr std::size_t kLongestHeading = 260;

/// "Legal status of the territorial sea 1. The sovereignty": the words before the first paragraph's number.
std::optional<std::size_t> before_first_paragraph(std::string_view words, const WordUse& use) {
  static const RE2 first(R"((\s1\s?\.(?:\s+[A-Z(“"]|\s*$)))");
  re2::StringPiece mark;
  if (!RE2::PartialMatch(re2::StringPiece(words.data(), words.size()), first, &mark)) return std::nullopt;
  const auto size = static_cast<std::size_t>(mark.data() - words.data());
  const auto before = fold(words.substr(0, size));
  const bool has_no_sentence = before.find_first_of(".;:") == std::string::npos;
  const bool whole = has_no_sentence || split_heading(before, use) == before.size();
  return size <= kLongestHeading && whole ? std::optional(size) : std::nullopt;
}

bool looks_like_heading(std::string_view words) {
  return words.size() <= kLongestHeading && !ends_sentence(trimmed(words));
}

std::string_view first_line_of(std::string_view words) {
  return words.substr(0, words.find('\n'));
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
  const bool line_is_own = line.size() < block.size() && looks_like_heading(line) &&
                           is_upper_or_opening(trimmed(block.substr(line.size())).front());
  if (line_is_own && split_heading(line, use) == line.size()) return line.size();
  const auto split = split_heading(block, use);
  return on_line_of_number && split < block.size() && split <= kLongestHeading ? split : 0;
}

}  // namespace

WordUse::WordUse(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto begins = [&](std::size_t i) { return std::isalpha(static_cast<unsigned char>(text[i])) != 0; };
    if (!begins(at)) {
      ++at;
      continue;
    }
    auto end = at;
    while (end < text.size() && (begins(end) || text[end] == '-')) ++end;
    if (std::islower(static_cast<unsigned char>(text[at])) != 0) small_.emplace(text.substr(at, end - at));
    at = end;
  }
}

bool WordUse::is_written_small(std::string_view word) const {
  while (!word.empty() && std::isalpha(static_cast<unsigned char>(word.back())) == 0) word.remove_suffix(1);
  return small_.contains(lower(word));
}

std::optional<Heading> heading_at(std::string_view text, std::size_t line_start, std::size_t line_end) {
  static const RE2 pattern(
      R"(\s*((?i:article|art|rule|part|chapter|section|title|annex|appendix|schedule))\.?(?:\s+(?:No\.?\s+)?([0-9]{1,4}|[IVXLC]+\b|[A-Z]\b|[A-Za-z]+(?:-[A-Za-z]+)?))?(?:\s?(bis|ter|quater|quinquies|sexies|[A-Z])\b)?(\s*[.:–—-]*\s*)(.*))");
  const auto line = text.substr(line_start, line_end - line_start);
  re2::StringPiece keyword;
  re2::StringPiece number;
  re2::StringPiece insertion;
  re2::StringPiece separator;
  re2::StringPiece rest;
  if (!RE2::FullMatch(re2::StringPiece(line.data(), line.size()), pattern, &keyword, &number, &insertion, &separator,
                      &rest)) {
    return std::nullopt;
  }
  if (std::isupper(static_cast<unsigned char>(keyword[0])) == 0) return std::nullopt;
  const auto kind = kKeywords.find(lower(std::string_view(keyword.data(), keyword.size())))->second;
  Heading heading;
  heading.kind = kind;
  heading.start = static_cast<std::size_t>(keyword.data() - text.data());
  const auto read = read_number(std::string(number.data(), number.size()), kind);
  const auto tail = text.substr(static_cast<std::size_t>((number.empty() ? rest : number).data() - text.data()));
  const auto words = trimmed(tail.substr(0, line_end - static_cast<std::size_t>(tail.data() - text.data())));
  if (!read && kind == ProvisionKind::Annex && (words.empty() || is_all_upper(words))) {  // the only annex
    heading.num = "I";
    heading.value = 1;
    heading.after = static_cast<std::size_t>(tail.data() - text.data());
    return heading;
  }
  if (!read || !may_follow(trimmed(std::string_view(rest.data(), rest.size())))) return std::nullopt;
  const bool is_upper_insertion = insertion.size() == 1;
  heading.num =
      read->printed + (is_upper_insertion && !rest.empty() ? "" : std::string(insertion.data(), insertion.size()));
  heading.value = read->value;
  heading.after =
      static_cast<std::size_t>((is_upper_insertion && !rest.empty() ? insertion : rest).data() - text.data());
  return heading;
}

Headings find_headings(std::string_view text) {
  std::vector<Heading> headings;
  for_each_line(text, [&](const LineRange& line) {
    auto heading = heading_at(text, line.first, line.last);
    const bool opens = heading && is_open_before(text, line.first);
    const auto after = opens ? heading->after : line.first;
    if (opens) headings.push_back(std::move(*heading));
    find_glued_headings(text, {after, line.last}, headings);
  });
  drop_tables_of_contents(text, headings);
  drop_leading_annexes(headings);
  const auto end = end_of_treaty(text, headings);
  std::erase_if(headings, [&](const Heading& heading) { return heading.start >= end; });
  keep_numbering(headings);
  return {std::move(headings), end};
}

HeadingWords heading_words(std::string_view text, const Heading& heading, std::size_t end, const WordUse& use) {
  const auto block = block_at(text, heading.after, end);
  const auto words = text.substr(block.first, block.size());
  if (words.empty() || begins_with_mark(words)) return {{}, block.first};
  const bool on_line_of_number =
      text.substr(heading.after, block.first - heading.after).find('\n') == std::string_view::npos;
  const bool more_follows = !trimmed(text.substr(block.last, end - block.last)).empty();
  const bool is_article = heading.kind == ProvisionKind::Article;
  auto size = is_article ? article_heading_size(words, on_line_of_number, more_follows, use)
                         : division_heading_size(words, on_line_of_number);
  if (const auto before = before_first_paragraph(words, use); before && is_article) size = *before;
  return {fold(words.substr(0, size)), block.first + size};
}

}  // namespace treatygraph::ingest
