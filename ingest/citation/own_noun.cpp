#include "ingest/citation/own_noun.h"

#include "graph/ascii.h"
#include "ingest/citation/citation_tokens.h"

namespace treatygraph::ingest {
namespace {

/// UTF-8 writes accented capitals as two bytes, of which the second has the same distance to that of the small letter.
void lower_accented(std::string& word) {
  constexpr char kDistance = 0x20;
  for (std::size_t i = 1; i < word.size(); ++i) {
    if (is_accented_capital(word[i - 1], word[i])) word[i] = static_cast<char>(word[i] + kDistance);
  }
}

}  // namespace

std::string with_capital(std::string noun) {
  noun = lower_case(noun);
  lower_accented(noun);
  if (!noun.empty()) noun.front() = upper(noun.front());
  return noun;
}

/// The last noun before words that say whom or what the instrument concerns, because English compounds end with their
/// head: "Trade Agreement". Small-letter languages begin with it.
std::string head_noun(std::string_view title, const Words& words) {
  const bool is_in_small_letters = words.lexicon().names == NameStyle::Small;
  std::string found;
  for (const auto& token : citation_tokens(title, 0, title.size(), words)) {
    if (token.says(Say::EndsNoun)) break;
    if (!token.is_capitalised() && !is_in_small_letters) continue;
    if (token.says(Say::TreatyNoun) || token.says(Say::OwnAct)) found = with_capital(std::string(token.text));
    if (!found.empty() && is_in_small_letters) break;  // nouns come first there
  }
  return found;
}

}  // namespace treatygraph::ingest
