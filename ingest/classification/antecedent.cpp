#include "ingest/classification/antecedent.h"

#include <algorithm>
#include <array>

#include <re2/re2.h>

#include "ingest/structure/words_piece.h"
#include "ingest/text/lines.h"

namespace treatygraph::ingest {
namespace {

/// Nouns for parts of a treaty, which are citations and resolved elsewhere, and words that are not nouns after "such"
/// or "this": "such as", "this shall", "those stated".
bool is_no_noun(std::string_view word) {
  static constexpr std::array<std::string_view, 32> kNeverNouns = {
      "convention", "covenant", "agreement", "treaty",  "protocol", "charter", "statute",      "article",
      "paragraph",  "section",  "chapter",   "part",    "title",    "annex",   "subparagraph", "point",
      "as",         "a",        "an",        "shall",   "may",      "must",    "is",           "are",
      "end",        "purpose",  "regard",    "respect", "effect",   "case",    "cases",        "time"};
  return std::ranges::find(kNeverNouns, word) != kNeverNouns.end() || word.ends_with("ed");
}

/// The singular of a regular English plural.
std::string singular(std::string noun) {
  if (noun.ends_with("ies")) return noun.substr(0, noun.size() - 3) + "y";
  if (noun.size() > 3 && noun.ends_with('s') && !noun.ends_with("ss")) noun.pop_back();
  return noun;
}

/// Whether two words share their first six letters: "separation" and "separated". Both must be longer than that.
bool is_of_one_stem(const std::string& one, const std::string& other) {
  constexpr std::size_t kStem = 6;
  return one.size() > kStem && other.size() > kStem && one.compare(0, kStem, other, 0, kStem) == 0;
}

/// Whether `words` contain the noun or a word with its stem, not counting occurrences right after `article`. If
/// `article` is empty, all occurrences count.
bool noun_after_another_word_than(std::string_view text, WordsRange words, std::string_view noun,
                                  std::string_view article) {
  if (words.last <= words.first || noun.empty()) return false;
  static const RE2 word(R"(([A-Za-z-]+))");
  const auto wanted = singular(std::string(noun));
  auto rest = piece(text, words);
  std::string next;
  std::string before;
  while (RE2::FindAndConsume(&rest, word, &next)) {
    next = lower_case(next);
    if ((singular(next) == wanted || is_of_one_stem(next, wanted)) && (article.empty() || before != article))
      return true;
    before = next;
  }
  return false;
}

}  // namespace

std::optional<PointsBack> points_back(std::string_view text, WordsRange sentence, WordsRange lead) {
  static const RE2 pronoun(R"((?i)[\W\d]*(?:however,?\s+)?((?:this|it|they)\s+(?:shall|may|must|is|are)))");
  static const RE2 determined(
      R"((?i)\b((?:such|said|this|these|those|above-mentioned|aforementioned|foregoing)\s+([a-z-]+)))");
  static const RE2 strong(R"((?i)^(?:such|said|these)\b)");
  static const RE2 ahead(R"((?i)^\s+as\b)");  // "such restrictions as are necessary"
  auto rest = piece(text, sentence);
  re2::StringPiece words;
  if (RE2::Consume(&rest, pronoun, &words)) return PointsBack{range_of(text, words), "", false};
  rest = piece(text, sentence);
  std::string noun;
  while (RE2::FindAndConsume(&rest, determined, &words, &noun)) {
    noun = lower_case(noun);
    const auto range = range_of(text, words);
    // "The information", before "said information", refers back itself.
    const bool is_known = noun_after_another_word_than(text, {sentence.first, range.first}, noun, "the") ||
                          noun_after_another_word_than(text, lead, noun, "the");
    const bool points_ahead = RE2::PartialMatch(rest, ahead);
    if (!is_no_noun(noun) && !is_known && !points_ahead) {
      return PointsBack{range, noun, RE2::PartialMatch(words, strong)};
    }
  }
  return std::nullopt;
}

bool has_noun(std::string_view text, WordsRange words, std::string_view noun) {
  return noun_after_another_word_than(text, words, noun, "");
}

}  // namespace treatygraph::ingest
