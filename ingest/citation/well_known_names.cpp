// Compares tokens with the table of well-known names, letter by letter and without spaces, case and accents. The table
// tells whether some name begins with the letters so far, so the comparison stops at the first word that no name has.

#include "ingest/citation/well_known_names.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "graph/ascii.h"
#include "ingest/treaties/well_known_treaties.h"

namespace treatygraph::ingest {
namespace {

/// Letters and digits normalised as `alike` does; false if there are others.
bool add_letters(std::string_view word, std::string& letters) {
  auto begin = letters.size();
  bool is_plain = true;
  for_each_plain_letter(word, [&](char c) {
    is_plain = is_plain && static_cast<unsigned char>(c) < 0x80U;
    if (c == '-') {
      spell_alike(letters, begin);
      begin = letters.size();
    }
    if (is_lower(c) || is_digit(c)) letters += c;
  });
  spell_alike(letters, begin);
  return is_plain;
}

/// One past the longest well-known name at `first`: "... on the sale of children, child prostitution and child
/// pornography" belongs to one, regardless of case.
std::size_t well_known_end(const std::vector<Token>& tokens, std::size_t first) {
  // In tokens, more than any name in the table.
  constexpr std::size_t kLongest = 64;
  const auto& table = WellKnownTreaties::table();
  auto found = first;
  std::string letters;
  for (auto at = first; at < tokens.size() && at < first + kLongest; ++at) {
    const auto& token = tokens[at];
    const auto before = letters.size();
    if (token.is("the") || token.is_implied()) continue;  // normalised as `alike` does
    if (token.kind == Token::Kind::Stop || !add_letters(token.text, letters)) break;
    if (letters.size() == before) continue;
    const auto spelling = table.spelling(letters);
    if (spelling == WellKnownTreaties::Spelling::Unknown) break;
    if (spelling == WellKnownTreaties::Spelling::Whole) found = at + 1;
  }
  return found;
}

}  // namespace

std::size_t count_capitals(const std::vector<Token>& tokens, std::size_t first, std::size_t last) {
  return static_cast<std::size_t>(std::count_if(tokens.begin() + static_cast<std::ptrdiff_t>(first),
                                                tokens.begin() + static_cast<std::ptrdiff_t>(last),
                                                [](const Token& token) { return token.is_capitalised(); }));
}

/// A shorter name is only believed if "and" and another noun of treaties follow it.
void fit_well_known(const std::vector<Token>& tokens, InstrumentMention& mention) {
  const auto end = well_known_end(tokens, mention.first);
  if (end <= mention.first + 1 || end == mention.last) return;
  const auto noun_in = [&](std::size_t first, std::size_t last) {
    return std::find_if(tokens.begin() + static_cast<std::ptrdiff_t>(first),
                        tokens.begin() + static_cast<std::ptrdiff_t>(last),
                        [](const Token& token) { return token.names(Say::TreatyNoun); });
  };
  if (end < mention.last) {
    const auto last = tokens.begin() + static_cast<std::ptrdiff_t>(mention.last);
    if (!tokens[end].says(Say::And) || noun_in(end + 1, mention.last) == last) return;
  } else if (mention.noun.empty()) {
    const auto noun = noun_in(mention.first, end);
    if (noun == tokens.begin() + static_cast<std::ptrdiff_t>(end)) return;
    mention.noun = std::string(noun->text);
    mention.is_treaty = true;
  }
  mention.last = end;
  mention.capitals = std::max<std::size_t>(count_capitals(tokens, mention.first, end), 1);
}

}  // namespace treatygraph::ingest
