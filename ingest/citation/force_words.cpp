#include "ingest/citation/force_words.h"

#include <string>

#include "ingest/languages/language_files.h"

namespace treatygraph::ingest {
namespace {

std::vector<ForcePhrase> phrases_of(const LanguageTable& force) {
  std::vector<ForcePhrase> phrases;
  const auto& modes = force.table("phrases");
  for (const auto mode : modes.names()) {
    const auto& phrase = modes.table(mode);
    const auto& examples = phrase.table("examples");
    auto& read = phrases.emplace_back(ForcePhrase{mode, phrase.text("pattern"), {}});
    for (const auto words : examples.names()) read.examples.push_back({words, examples.text(words)});
  }
  return phrases;
}

/// The pattern of one of the phrases at the end of a text. Each phrase is a group of its own, so the group that matched
/// tells the mode. `after` is a pattern of words that may follow the phrase, such as an article.
std::string lead_in_of(const std::vector<ForcePhrase>& phrases, std::string_view after) {
  std::string pattern = R"re((?i)\b(?:)re";
  for (const auto& phrase : phrases) {
    pattern += (&phrase == phrases.data() ? "(" : "|(") + std::string(phrase.pattern) + ")";
  }
  return pattern + ")" + std::string(after) + R"re(\s*$)re";
}

ForceTable force_table(const LanguageTable& language) {
  const auto& force = language.table("citation").table("force");
  auto phrases = phrases_of(force);
  return {.phrases = phrases,
          .lead_in = RE2(lead_in_of(phrases, force.text("after_phrase"))),
          .thin = force.text("thin"),
          .first_half = force.text("first_half"),
          .refers = force.text("refers"),
          .participle = force.text("participle"),
          .not_descriptive = force.text("not_descriptive"),
          .no_participle = force.text("no_participle"),
          .described_noun = force.text("described_noun"),
          .applies_after = force.text("applies_after"),
          .applies_last = force.text("applies_last"),
          .applies_to = force.text("applies_to"),
          .joins = force.text("joins"),
          .conjunction = force.text("conjunction"),
          .exception = force.text("exception"),
          .after_exception = force.text("after_exception")};
}

}  // namespace

const ForceTable* force_of_language(std::string_view code) {
  return of_language<force_table>(code);
}

}  // namespace treatygraph::ingest
