#include "ingest/classification/scope_matter.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>
#include <re2/re2.h>

#include "ingest/structure/words_piece.h"
#include "ingest/text/lines.h"

namespace treatygraph::ingest {
namespace {

/// Acts of cooperation between States. "Requested" is not one of them, because it says who acts.
constexpr std::string_view kAct =
    R"((?:extradit|surrender|assist|co-?operat|transfer|transit|preserv|disclos|recogni|enforc|confiscat|recover|exchang)[a-z]*|requests?)";

constexpr std::size_t kLongest = 4000;  // bytes of a paragraph that are searched

/// The first six letters without hyphens, in lower case, so that "extradition" and "to extradite" are equal.
std::string stem_of(const re2::StringPiece& act) {
  constexpr std::size_t kAlike = 6;
  auto stem = lower_case(std::string_view(act.data(), act.size()));
  std::erase(stem, '-');
  return stem.substr(0, kAlike);
}

/// The first match of `expression` whose last group is one of the acts.
std::optional<WordsRange> first_of(std::string_view text, WordsRange where, const RE2& expression,
                                   const std::vector<std::string>& acts) {
  auto rest = piece(text, where);
  re2::StringPiece words;
  re2::StringPiece act;
  while (RE2::FindAndConsume(&rest, expression, &words, &act)) {
    if (std::ranges::find(acts, stem_of(act)) != acts.end()) return range_of(text, words);
  }
  return std::nullopt;
}

/// The beginning of a clause up to an act among its first four words: "Mutual assistance", "a request for
/// preservation".
std::optional<WordsRange> begins_with_act(std::string_view text, WordsRange clause,
                                          const std::vector<std::string>& acts) {
  static const RE2 word(R"(([A-Za-z-]+))");
  static const RE2 act(fmt::format(R"((?i)(?:{}))", kAct));
  // An act that comes later is not the subject of the clause.
  constexpr int kFirst = 4;
  auto rest = piece(text, clause);
  re2::StringPiece next;
  std::optional<std::size_t> first;
  for (int i = 0; i < kFirst && RE2::FindAndConsume(&rest, word, &next); ++i) {
    const auto range = range_of(text, next);
    if (!first) first = range.first;
    const bool is_one = RE2::FullMatch(next, act) && std::ranges::find(acts, stem_of(next)) != acts.end();
    if (is_one) return WordsRange{*first, range.last};
  }
  return std::nullopt;
}

/// The first group of the first match.
std::optional<WordsRange> words_of(std::string_view text, WordsRange sentence, const RE2& expression) {
  re2::StringPiece words;
  if (!RE2::PartialMatch(piece(text, sentence), expression, &words)) return std::nullopt;
  return range_of(text, words);
}

/// The acts in these words, each once.
std::vector<std::string> acts_in(std::string_view words) {
  static const RE2 expression(fmt::format(R"((?i)\b({})\b)", kAct));
  std::set<std::string> acts;
  re2::StringPiece rest(words.data(), words.size());
  re2::StringPiece act;
  while (RE2::FindAndConsume(&rest, expression, &act)) acts.insert(stem_of(act));
  return {acts.begin(), acts.end()};
}

}  // namespace

const std::vector<std::string>& ActsOfArticles::of(std::size_t article) {
  static const std::vector<std::string> none;
  if (article == Provision::kNoParent) return none;
  const auto [known, is_new] = known_.try_emplace(article);
  if (!is_new) return known->second;
  const auto& heading = (*structure_)[article].heading;
  return known->second = heading.empty() ? in_most_paragraphs(article) : acts_in(heading);
}

std::vector<std::string> ActsOfArticles::in_most_paragraphs(std::size_t article) const {
  const auto& parts = own_->parts_of(article);
  std::map<std::string, std::size_t> times;
  for (const auto part : parts) {
    const auto& paragraph = (*structure_)[part];
    const auto size = std::min(paragraph.end - paragraph.body, kLongest);
    for (const auto& act : acts_in(text_.substr(paragraph.body, size))) ++times[act];
  }
  std::vector<std::string> acts;
  for (const auto& [act, count] : times) {
    // One paragraph is not enough to tell what an article is about.
    if (parts.size() > 1 && 2 * count > parts.size()) acts.push_back(act);
  }
  return acts;
}

std::optional<WordsRange> speaks_of(std::string_view text, WordsRange sentence, WordsRange subject,
                                    const std::vector<std::string>& acts) {
  static const RE2 refused(
      fmt::format(R"((?i)\b((?:refus|withh|postpon|declin)[a-z]*(?:\s+[a-z]+){{0,6}}?\s+({})\b))", kAct));
  for (auto at = subject.first; at < subject.last;) {
    const auto comma = std::min(text.find(',', at), subject.last);
    if (const auto found = begins_with_act(text, {at, comma}, acts)) return found;
    at = comma + 1;
  }
  return first_of(text, sentence, refused, acts);
}

std::optional<WordsRange> speaks_of_a_request(std::string_view text, WordsRange sentence) {
  static const RE2 who(R"((?i)\b(request(?:ed|ing)\s+(?:state\s*party|party|state))\b)");
  return words_of(text, sentence, who);
}

std::optional<WordsRange> speaks_of_the_offence(std::string_view text, WordsRange sentence) {
  static const RE2 what(
      R"((?i)\b((?:the|an)\s+(?:offen[cs]e|crime)\b|the\s+conduct\b|(?:impos[a-z]+\s+)?criminal\s+liability\b|criminali[sz][a-z]+))");
  return words_of(text, sentence, what);
}

std::optional<WordsRange> duty_among(std::string_view text, WordsRange sentence, const std::vector<std::string>& acts) {
  static const RE2 duty(
      fmt::format(R"((?i)\b((?:obligation|duty|obliging|requiring)\s[^.;,]{{0,80}}?\b({})\b))", kAct));
  return first_of(text, sentence, duty, acts);
}

}  // namespace treatygraph::ingest
