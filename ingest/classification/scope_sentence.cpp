#include "ingest/classification/scope_sentence.h"

#include <cctype>

#include "ingest/classification/phrase_matcher.h"

namespace treatygraph::ingest {
namespace {

/// A full stop between a small letter or bracket and a capital: no number, no "1.b", no initial.
bool is_run_together(std::string_view text, std::size_t stop) {
  const auto before = static_cast<unsigned char>(text[stop - 1]);
  const auto after = static_cast<unsigned char>(text[stop + 1]);
  return text[stop] == '.' && (std::islower(before) != 0 || before == ')') && std::isupper(after) != 0;
}

}  // namespace

WordsRange scope_sentence(std::string_view text, WordsRange words, WordsRange limits) {
  auto sentence = sentence_around(text, words, limits);
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
