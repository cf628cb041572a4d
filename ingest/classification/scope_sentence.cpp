#include "ingest/classification/scope_sentence.h"

#include <re2/re2.h>

#include "graph/ascii.h"
#include "ingest/classification/phrase_matcher.h"

namespace treatygraph::ingest {
namespace {

/// Bounds the work for a long list in one paragraph.
constexpr std::size_t kMostItems = 30;

/// Whether a full stop ends a sentence although no space follows: it is between a lower-case letter or bracket and a
/// capital. "1.b" and initials are not such places.
bool is_run_together(std::string_view text, std::size_t stop) {
  const char before = text[stop - 1];
  return text[stop] == '.' && (is_lower(before) || before == ')') && is_upper(text[stop + 1]);
}

/// Whether the words after a semicolon are an item of a list that was not split into points. They then have no modal
/// verb.
bool is_item(std::string_view text, WordsRange sentence, WordsRange limits) {
  static const RE2 modal(R"((?i)\b(?:shall|may|must|should)\b)");
  const auto before = text.substr(0, sentence.first).find_last_not_of(" \t\n");
  if (before == std::string_view::npos || before < limits.first || text[before] != ';') return false;
  return !RE2::PartialMatch(re2::StringPiece(text.data() + sentence.first, sentence.last - sentence.first), modal);
}

}  // namespace

WordsRange scope_sentence(std::string_view text, WordsRange words, WordsRange limits) {
  auto sentence = sentence_around(text, words, limits);
  for (std::size_t i = 0; i < kMostItems && is_item(text, sentence, limits); ++i) {
    const auto before = text.substr(0, sentence.first).find_last_of(';');
    sentence.first = sentence_around(text, {before, before + 1}, limits).first;
  }
  // Cuts the sentence where two sentences run together, before and after the words.
  for (auto at = words.first; at-- > sentence.first + 1;) {
    if (at + 1 < text.size() && is_run_together(text, at)) {
      sentence.first = at + 1;
      break;
    }
  }
  for (auto at = words.last; at + 1 < sentence.last; ++at) {
    if (at > 0 && is_run_together(text, at)) {
      sentence.last = at;
      break;
    }
  }
  return sentence;
}

}  // namespace treatygraph::ingest
