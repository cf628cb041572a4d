// French and Spanish write "Convention relative aux droits de l'enfant": capitals do not show where a name ends. A name
// is a noun ("Convention", "Accord") and a rest, which must begin with certain words: a title ("relative aux", "sur"),
// a place or another name ("de Vienne"), a date, a number. Before a title begins, the name continues as long as
// capitals and numbers follow; inside a title, up to a verb or another word that belongs to the sentence
// (Say::EndsTitle). At the end, the table of well-known treaties corrects where the name ends, as for English.

#include "ingest/citation/names_written_small.h"

#include <algorithm>

#include "graph/ascii.h"
#include "graph/numerals.h"
#include "ingest/citation/citation_heads.h"
#include "ingest/citation/own_noun.h"
#include "ingest/citation/well_known_names.h"

namespace treatygraph::ingest {
namespace {

constexpr std::size_t kMostTokens = 28;  ///< tokens of a name, those without width included

bool is_acronym(const Token& token) {
  constexpr std::size_t kShortest = 2;
  return token.kind == Token::Kind::Word && token.text.size() >= kShortest && token.says(Say::Acronym) &&
         std::ranges::all_of(token.text, is_upper);
}

bool is_year(const Token& token) {
  const auto value = token.kind == Token::Kind::Number ? digits_value(token.text) : std::nullopt;
  return value && *value >= 1800 && *value < 2100;
}

/// Whether the noun is at `at`, perhaps after an ordinal: "quatrième Convention". `at` becomes the noun's position.
bool is_at_noun(const std::vector<Token>& tokens, std::size_t& at, InstrumentNouns nouns) {
  if (at + 1 < tokens.size() && tokens[at].known != nullptr && tokens[at].known->ordinal > 0) ++at;
  if (at >= tokens.size()) return false;
  const auto& token = tokens[at];
  const bool is_act = nouns == InstrumentNouns::Citable && token.says(Say::ActNoun);
  return token.kind == Token::Kind::Word && (token.says(Say::TreatyNoun) || is_act || is_acronym(token));
}

/// Reads the words of a name that follow its noun.
class Rest {
 public:
  Rest(const std::vector<Token>& tokens, std::size_t noun) : tokens_(tokens), noun_(noun) {}

  /// One past the last token of the name. Joining words at its end, such as "et", are not part of it.
  std::size_t end() {
    const auto limit = std::min(tokens_.size(), noun_ + kMostTokens);
    auto at = noun_ + 1;
    if (at < limit && !may_begin(at)) return at;
    auto last = at;
    for (; at < limit && goes_on(at); ++at) {
      if (!is_joining(tokens_[at])) last = at + 1;
    }
    return last;
  }

 private:
  [[nodiscard]] const Token* peek(std::size_t at) const { return at < tokens_.size() ? &tokens_[at] : nullptr; }

  /// Words inside a name that cannot be its last.
  [[nodiscard]] static bool is_joining(const Token& token) {
    return token.kind == Token::Kind::Comma || token.says(Say::InsideName) || token.says(Say::The) ||
           token.says(Say::And);
  }

  /// The first token from `at` on that is neither an article nor "de"; null at the end.
  [[nodiscard]] const Token* after_articles(std::size_t at) const {
    while (at < tokens_.size() && (tokens_[at].says(Say::The) || tokens_[at].says(Say::Of))) ++at;
    return peek(at);
  }

  /// Whether the rest of the name may begin here: "relative aux", "sur", "de Vienne", "des Nations Unies", "du 11 mars
  /// 1972", "internationale", "n° 182", ", 1951".
  [[nodiscard]] bool may_begin(std::size_t at) const {
    const auto& token = tokens_[at];
    if (begins_title(at)) return true;
    if (token.kind == Token::Kind::Comma) return peek(at + 1) != nullptr && is_year(tokens_[at + 1]);
    if (token.says(Say::Of)) return is_of_name(at);
    return token.is_capitalised() && citation_head(&token) == nullptr && !token.says(Say::PartyNoun) &&
           token.lines_before == 0;
  }

  /// "sur", "relative aux"; "entre la Suisse", not "la Convention entre en vigueur".
  [[nodiscard]] bool begins_title(std::size_t at) const {
    if (!tokens_[at].says(Say::TitleBegins) || turns_to_parties(at)) return false;
    const auto* next = peek(at + 1);
    return !tokens_[at].says(Say::Between) || (next != nullptr && (next->says(Say::The) || next->is_capitalised()));
  }

  /// "de Vienne", "des Nations Unies", "du 11 mars": not "de chaque Partie", "de l'article 5".
  [[nodiscard]] bool is_of_name(std::size_t at) const {
    const auto* next = after_articles(at);
    return next != nullptr && !next->says(Say::PartyNoun) && citation_head(next) == nullptr &&
           (next->is_capitalised() || next->kind == Token::Kind::Number);
  }

  /// Whether the token belongs to the name. Notes when the title has begun, which changes the rules for the next
  /// tokens.
  [[nodiscard]] bool goes_on(std::size_t at) {
    const auto& token = tokens_[at];
    if (token.kind == Token::Kind::Number) return is_date(at);
    if (token.kind == Token::Kind::Comma) return goes_on_after_comma(at);
    if (token.kind != Token::Kind::Word || token.lines_before > 1) return false;
    if (begins_title(at) && (!is_in_title_ || !token.says(Say::EndsTitle))) {
      is_in_title_ = is_in_title_ || !token.is_capitalised();  // "Acuerdo Marco" has none yet
      return true;
    }
    if (token.says(Say::And)) return goes_on_after_and(at);
    if (citation_head(&token) != nullptr && !token.says(Say::TreatyNoun)) return false;
    if (turns_to_parties(at)) return false;
    return is_in_title_ ? goes_on_in_title(at) : goes_on_with_names(at);
  }

  /// "Convention de Vienne", "Charte des Nations Unies", "Accord du 11 mars 1972": as long as capitals follow.
  [[nodiscard]] bool goes_on_with_names(std::size_t at) const {
    const auto& token = tokens_[at];
    if (token.is_capitalised() || token.is_implied()) return true;
    if (token.says(Say::Of)) return is_of_name(at);
    const auto* next = peek(at + 1);
    return (token.says(Say::The) || is_day_or_month(at)) && next != nullptr &&
           (next->is_capitalised() || next->kind == Token::Kind::Number);
  }

  /// "mars" of "du 11 mars 1972".
  [[nodiscard]] bool is_day_or_month(std::size_t at) const {
    return tokens_[at - 1].kind == Token::Kind::Number || tokens_[at].kind == Token::Kind::Number ||
           tokens_[at].says(Say::DateInName);
  }

  /// Inside the words that say what the instrument is about: up to a verb, or a word that continues the sentence.
  [[nodiscard]] bool goes_on_in_title(std::size_t at) const {
    const auto& token = tokens_[at];
    const auto& before = tokens_[at - 1];
    if (token.says(Say::To)) return before.says(Say::About) || before.says(Say::Against);
    const bool is_after_capital = before.is_capitalised() && !before.is_implied();
    const bool joins = token.is_capitalised() || token.says(Say::InsideName) || token.says(Say::The);
    return !token.says(Say::EndsTitle) && (joins || !is_after_capital);
  }

  /// "la Convention pour une Partie": the name has ended before.
  [[nodiscard]] bool turns_to_parties(std::size_t at) const {
    if (!tokens_[at].says(Say::ForParties)) return false;
    auto next = at + 1;
    while (next < tokens_.size() && (tokens_[next].says(Say::The) || tokens_[next].says(Say::Indefinite))) ++next;
    return next < tokens_.size() && tokens_[next].says(Say::PartyNoun);
  }

  /// Whether the number belongs to a date or a name: "du 11 mars 1972".
  [[nodiscard]] bool is_date(std::size_t at) const {
    const auto& before = tokens_[at - 1];
    return is_year(tokens_[at]) || before.says(Say::The) || before.says(Say::Of) || before.is_capitalised();
  }

  /// ", 1951". Other commas end the name: lists such as "cruels, inhumains ou dégradants" are read if the table of
  /// treaties has the name.
  [[nodiscard]] bool goes_on_after_comma(std::size_t at) const {
    const auto* next = peek(at + 1);
    return next != nullptr && is_year(*next);
  }

  /// "sur la conservation et la gestion": not "et le Protocole", "et de l'article 5", "et la Partie", "et des
  /// amendements" after a place.
  [[nodiscard]] bool goes_on_after_and(std::size_t at) const {
    auto next = at + 1;
    while (next < tokens_.size() &&
           (tokens_[next].says(Say::The) || tokens_[next].says(Say::Of) || tokens_[next].says(Say::To)))
      ++next;
    const auto* word = peek(next);
    if (word == nullptr || word->kind != Token::Kind::Word) return false;
    if (!is_in_title_ && (next > at + 1 || !word->is_capitalised())) return false;
    const bool begins_other = word->says(Say::TreatyNoun) || word->says(Say::PartyNoun) || word->says(Say::This) ||
                              word->says(Say::Present) || word->says(Say::Its) || word->says(Say::EndsTitle) ||
                              word->says(Say::NoNameBehind) || word->says(Say::That) || citation_head(word) != nullptr;
    return !begins_other;
  }

  const std::vector<Token>& tokens_;
  std::size_t noun_;
  bool is_in_title_ = false;  ///< after "sur", "relative": what follows says what it is about
};

/// The words that count instead of capitals when a caller asks whether a name says enough
/// (InstrumentMention::capitals).
std::size_t longer_words(const std::vector<Token>& tokens, std::size_t first, std::size_t last) {
  constexpr std::size_t kShortest = 4;
  return static_cast<std::size_t>(std::count_if(
      tokens.begin() + static_cast<std::ptrdiff_t>(first), tokens.begin() + static_cast<std::ptrdiff_t>(last),
      [](const Token& token) { return token.kind == Token::Kind::Word && token.text.size() >= kShortest; }));
}

}  // namespace

/// The noun is noted with a capital, so it compares equal with the treaty's own.
InstrumentMention name_written_small(const std::vector<Token>& tokens, std::size_t first, InstrumentNouns nouns) {
  InstrumentMention mention;
  mention.first = mention.last = first;
  auto noun = first;
  if (!is_at_noun(tokens, noun, nouns)) return mention;
  const auto& text = tokens[noun].text;
  mention.noun = is_acronym(tokens[noun]) || is_title_case(text) ? std::string(text) : with_capital(std::string(text));
  mention.is_treaty = tokens[noun].says(Say::TreatyNoun);
  mention.last = Rest(tokens, noun).end();
  fit_well_known(tokens, mention);
  mention.capitals = longer_words(tokens, first, mention.last);
  return mention;
}

}  // namespace treatygraph::ingest
