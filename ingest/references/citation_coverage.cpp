#include "ingest/references/citation_coverage.h"

#include <algorithm>

#include <fmt/format.h>

#include "ingest/citation/cited_number.h"
#include "ingest/references/heading_lines.h"
#include "ingest/references/own_stretches.h"
#include "ingest/references/read_references.h"
#include "ingest/references/reference_phrases.h"

namespace treatygraph::ingest {
namespace {

/// "article 5", "paragraphe 1", "alinéa a)": a head noun and a number or mark. Words that are common in other senses do
/// not count, because they would make the share too small.
bool looks_like_citation(const std::vector<Token>& tokens, std::size_t at) {
  const auto* head = citation_head(&tokens[at]);
  if (head == nullptr || head->is_common || at + 1 >= tokens.size()) return false;
  const bool has_stop = head->takes_stop && tokens[at + 1].text == ".";
  const auto number = at + (has_stop ? 2 : 1);
  if (number >= tokens.size()) return false;
  const auto& next = tokens[number];
  const bool is_mark = next.kind == Token::Kind::Mark && is_inside_unit(head->kind);
  return is_mark || (number_of(&next, *head) && !(number + 1 < tokens.size() && is_counted(tokens[number + 1])));
}

bool is_in_one(std::size_t at, const std::vector<Reference>& references) {
  return std::ranges::any_of(references,
                             [&](const Reference& reference) { return reference.start <= at && at < reference.end; });
}

std::string name_of_language(std::string_view code) {
  if (code == "fr") return "French";
  return code == "es" ? "Spanish" : std::string(code);
}

}  // namespace

/// Reads the tokens of all provisions' own words again. Headings of provisions are not counted.
CitationCoverage citation_coverage(const Document& document, const Words& words,
                                   const std::vector<Reference>& references) {
  const auto& phrases = phrases_of_language(words.lexicon().language);
  CitationCoverage coverage;
  for (const auto& stretch : own_stretches(document.structure)) {
    const auto tokens = citation_tokens(document.text, stretch.first, stretch.last, words);
    for (std::size_t at = 0; at < tokens.size(); ++at) {
      const bool counts = looks_like_citation(tokens, at) &&
                          !is_heading_line(document.text, tokens[at].start, tokens[at + 1].end, phrases);
      if (!counts) continue;
      ++coverage.found;
      coverage.read += is_in_one(tokens[at].start, references) ? 1U : 0U;
    }
  }
  return coverage;
}

std::string reading_of_language(const Document& document) {
  if (document.language == "en") return {};
  const auto* words = words_of_language(document.language);
  constexpr auto kEnglishOnly =
      "offences, powers, safeguards, defined terms and the force of provisions are read in English only";
  if (words == nullptr) return fmt::format("its language is {}: no references and facts were read", document.language);
  const auto coverage = citation_coverage(document, *words, read_all_references(document, *words));
  const auto name = name_of_language(document.language);
  if (!coverage.is_enough()) {
    return fmt::format(
        "it is written in {}; {} of {} citations were recognised, too few, so its references were left out; {}", name,
        coverage.read, coverage.found, kEnglishOnly);
  }
  return fmt::format("it is written in {}; {} of {} citations were read; {}", name, coverage.read, coverage.found,
                     kEnglishOnly);
}

}  // namespace treatygraph::ingest
