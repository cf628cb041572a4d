// How a treaty names itself and other instruments. Its own noun is the one that follows "this" and "the present" most
// often, or that of its title if the text uses it. Short names are learned from definitions, in order of precedence:
// "... means
// ...", "hereinafter referred to as ...", and at last the title of the treaty. The first definition of a name stays.

#include "ingest/citation/instrument_names.h"

#include <algorithm>

#include <re2/re2.h>

#include "graph/ascii.h"
#include "ingest/citation/citation_heads.h"
#include "ingest/citation/instruments.h"
#include "ingest/citation/name_words.h"
#include "ingest/citation/own_noun.h"
#include "ingest/text/lines.h"
#include "ingest/text/pattern_piece.h"

namespace treatygraph::ingest {
namespace {

/// Bytes around a definition that are searched for the full name, and of a short name.
constexpr std::size_t kLongestName = 320;
constexpr std::size_t kLongestShortName = 80;

/// Calls `each` with the position of each occurrence. A plain search comes before the patterns, because it is faster.
template <typename Each>
void for_each_occurrence(std::string_view text, std::string_view words, Each each) {
  for (auto at = text.find(words); at != std::string_view::npos; at = text.find(words, at + words.size())) each(at);
}

/// Whether a line is the heading of a provision with that noun: "Regulation 3". The noun then names provisions, and
/// "this Regulation" is one of them.
bool heads_provisions(std::string_view text, std::string_view noun) {
  const RE2 heading("(?m)^[ \\t]*" + std::string(noun) + " [0-9]+[ \\t]*$");
  return RE2::PartialMatch(piece(text), heading);
}

using NounCounts = std::map<std::string, std::size_t>;

/// How often each noun follows "this" or "the present".
NounCounts nouns_of_itself(std::string_view text, const Words& words) {
  NounCounts counts;
  auto rest = piece(text);
  std::string noun;
  while (RE2::FindAndConsume(&rest, words.lexicon().own_names->itself, &noun)) {
    if (words.says(noun, Say::SmallTreaty)) noun = with_capital(std::move(noun));
    if (words.names(noun, Say::TreatyNoun) || words.names(noun, Say::OwnAct)) ++counts[noun];
  }
  return counts;
}

/// How often each noun is in headings such as "Annex 1 to the Treaty", which name the treaty without "this".
NounCounts nouns_of_headings(std::string_view text, const Words& words) {
  NounCounts counts;
  auto rest = piece(text);
  std::string noun;
  while (RE2::FindAndConsume(&rest, words.lexicon().own_names->heading_to, &noun)) {
    const auto* known = words.find(noun);
    // Annexes may also belong to a protocol in the document, which is not the treaty.
    const bool is_protocol = known != nullptr && known->head != nullptr && known->head->kind == ProvisionKind::Protocol;
    noun = head_noun(noun, words);
    if (!noun.empty() && !is_protocol) ++counts[noun];
  }
  return counts;
}

/// The noun of the title if the text calls itself so, otherwise the one that most often follows "this" or "the
/// present".
std::string own_noun(std::string_view text, std::string_view title, std::string_view own_text, const Words& words) {
  auto counts = nouns_of_itself(own_text.empty() ? text : own_text, words);
  auto of_title = head_noun(title, words);
  // The treaty itself never says "this ...": its title decides, then the headings of its annexes.
  if (counts.empty() && !own_text.empty()) {
    if (!of_title.empty()) return of_title;  // annexes and protocols may call themselves differently
    counts = nouns_of_headings(text, words);
    if (counts.empty()) counts = nouns_of_itself(text, words);
  }
  if (!of_title.empty() && (counts.empty() || counts.contains(of_title))) return of_title;
  // In a text whose units are regulations, "this Regulation" is one of them and not the instrument.
  std::erase_if(counts, [&](const auto& entry) {
    return words.says(entry.first, Say::OwnAct) && heads_provisions(text, entry.first);
  });
  const auto most = std::ranges::max_element(counts, {}, [](const auto& entry) { return entry.second; });
  return most == counts.end() ? std::string() : most->first;
}

/// "liability convention" as "Liability Convention".
std::string with_capitals(std::string name) {
  bool begins = true;
  for (char& c : name) {
    if (begins) c = upper(c);
    begins = c == ' ';
  }
  return name;
}

/// The name with which `text` begins. It is read as in a citation, because no pattern tells where a name ends.
std::string name_at_start(std::string_view text, const Words& words) {
  const auto tokens = citation_tokens(text, 0, text.size(), words);
  const std::size_t first = !tokens.empty() && tokens[0].says(Say::The) ? 1 : 0;
  const auto mention = instrument_at(tokens, first, InstrumentNouns::Treaties, words);
  return mention.found() ? fold(text.substr(tokens[mention.first].start,
                                            tokens[mention.last - 1].end - tokens[mention.first].start))
                         : "";
}

/// Whether the tokens from `at` on only say when and where the instrument was made: "done at Lakeside on 5 May 1960".
bool is_only_a_date(const std::vector<Token>& tokens, std::size_t at) {
  constexpr std::size_t kLongest = 12;
  if (tokens.size() - at > kLongest) return false;
  return std::all_of(tokens.begin() + static_cast<std::ptrdiff_t>(at), tokens.end(), [](const Token& token) {
    const bool is_date =
        token.kind == Token::Kind::Comma || token.kind == Token::Kind::Number || token.is_capitalised();
    return is_date || token.says(Say::DateInName);
  });
}

/// The name at the end of `text`, ignoring a date after it: what "(hereinafter ..." defines.
std::string name_at_end(std::string_view text, const Words& words) {
  const auto window = text.substr(text.size() - std::min(text.size(), kLongestName));
  const auto tokens = citation_tokens(window, 0, window.size(), words);
  for (std::size_t i = 1; i < tokens.size(); ++i) {
    if (!tokens[i].is_capitalised() || !tokens[i - 1].says(Say::The)) continue;
    const auto mention = instrument_at(tokens, i, InstrumentNouns::Treaties, words);
    if (!mention.found() || !is_only_a_date(tokens, mention.last)) continue;
    const auto first = tokens[mention.first].start;
    return fold(window.substr(first, tokens[mention.last - 1].end - first));
  }
  return {};
}

/// Whether a heading begins at the token, on a new line: "ANNEX 2" below "Agreement on Boats". A name ends before it.
bool begins_line_of_heading(const std::vector<Token>& tokens, std::size_t at) {
  if (citation_head(&tokens[at]) == nullptr || !tokens[at].is_capitalised()) return false;
  return tokens[at].lines_before > 0;
}

}  // namespace

/// The order of the calls is the precedence of the definitions.
InstrumentNames::InstrumentNames(std::string_view text, std::string_view title, std::string_view own_text,
                                 const Words& words)
    : words_(words), own_(own_noun(text, title, own_text, words)) {
  learn_definitions(text);
  learn_respective_definitions(text);
  // Only definitions with "means" count here: a "(hereinafter "the Convention")" may name the treaty itself.
  own_is_defined_ = full_names_.contains(own_);
  learn_abbreviations(text);
  learn_title(title);
}

/// Called after the text's own definitions, which take precedence.
void InstrumentNames::learn_title(std::string_view title) {
  const auto& patterns = *words_.lexicon().own_names;
  std::string name;
  const bool amends = RE2::PartialMatch(piece(title), patterns.amended, &name);
  if (!amends && !RE2::FullMatch(piece(title), patterns.parent, &name)) return;
  const auto tokens = citation_tokens(name, 0, name.size(), words_);
  const auto mention =
      tokens.empty() ? InstrumentMention() : instrument_at(tokens, 0, InstrumentNouns::Treaties, words_);
  if (!mention.found()) return;
  if (amends || mention.noun != own_) learn(mention.noun, name_at_start(name, words_));
  if (amends && mention.noun == own_) own_is_defined_ = true;  // "the Agreement" is the one amended by "this Agreement"
}

/// `"Convention" means the Convention on Lakes`: the name before " means " is short, the one after it full.
void InstrumentNames::learn_definitions(std::string_view text) {
  const auto& patterns = *words_.lexicon().own_names;
  for_each_occurrence(text, patterns.means, [&](std::size_t at) {
    const auto from = at - std::min(at, kLongestShortName);
    std::string short_name;
    if (!RE2::PartialMatch(piece(text.substr(from, at - from)), patterns.defined, &short_name)) return;
    learn(short_name, name_at_start(text.substr(at + patterns.means.size(), kLongestName), words_));
  });
}

/// "First Convention" and "Second Convention" mean, respectively, the Convention on ...; the Convention on ...
void InstrumentNames::learn_respective_definitions(std::string_view text) {
  constexpr std::size_t kLongestList = 2'000;
  const auto& patterns = *words_.lexicon().own_names;
  for_each_occurrence(text, patterns.mean_respectively, [&](std::size_t at) {
    const auto from = at - std::min(at, 4 * kLongestShortName);
    auto before = piece(text.substr(from, at - from));
    std::vector<std::string> short_names;
    std::string short_name;
    while (RE2::FindAndConsume(&before, patterns.quoted, &short_name)) short_names.push_back(short_name);
    auto rest = trimmed(text.substr(at + patterns.mean_respectively.size(), kLongestList));
    for (const auto& name : short_names) {
      learn(name, name_at_start(rest.substr(0, kLongestName), words_));
      const auto end = rest.find(';');
      if (end == std::string_view::npos) return;
      rest = trimmed(rest.substr(end + 1));
      auto next = piece(rest);
      if (RE2::Consume(&next, patterns.and_next)) rest = {next.data(), next.size()};
    }
  });
}

/// `Convention on Lakes (hereinafter "the Convention")`: the full name is before the brackets. The treaty's own noun is
/// not learned here, because it means the treaty itself.
void InstrumentNames::learn_abbreviations(std::string_view text) {
  const auto& patterns = *words_.lexicon().own_names;
  const auto abbreviate = [&](const RE2& pattern, std::size_t at) {
    std::string short_name;
    if (!RE2::PartialMatch(piece(text.substr(at, kLongestShortName)), pattern, &short_name) || short_name == own_)
      return;
    auto before = trimmed(text.substr(0, at));
    while (before.ends_with('(') || before.ends_with(',')) before = trimmed(before.substr(0, before.size() - 1));
    learn(short_name, name_at_end(before, words_));
  };
  for (const auto word : patterns.called_words) {
    for_each_occurrence(text, word, [&](std::size_t at) { abbreviate(patterns.called, at); });
  }
  for (const auto opening : patterns.openings) {
    for_each_occurrence(text, opening, [&](std::size_t at) { abbreviate(patterns.called_in_brackets, at); });
  }
}

/// A short name must name an instrument by one of its words, or be an abbreviation: "the Parties" is defined, too, but
/// is no instrument.
void InstrumentNames::learn(std::string_view short_name, const std::string& full_name) {
  const auto last_word = short_name.substr(short_name.find_last_of(' ') + 1);
  const auto first_word = short_name.substr(0, short_name.find(' '));
  constexpr std::size_t kShortest = 3;
  const bool is_abbreviation =
      short_name.size() >= kShortest && short_name == last_word && std::ranges::all_of(short_name, is_upper);
  const bool names_instrument = words_.names(last_word, Say::TreatyNoun) || words_.names(first_word, Say::TreatyNoun) ||
                                is_instrument_acronym(first_word, words_) || is_abbreviation;
  if (names_instrument && full_name.size() > short_name.size()) {
    full_names_.try_emplace(std::string(short_name), full_name);
  }
}

/// Stored by first word, because part_end() is called at every capitalised word.
void InstrumentNames::know_parts(const std::vector<std::string>& names) {
  for (const auto& name : names) {
    std::vector<std::string> words;
    for (std::size_t at = 0; at < name.size();) {
      const auto end = std::min(name.find(' ', at), name.size());
      words.push_back(name.substr(at, end - at));
      at = end + 1;
    }
    if (words.size() > 1) parts_.emplace(words.front(), words);
  }
}

/// The text may have articles that the name was stored without: "Rules of Procedure of the Assembly".
std::size_t InstrumentNames::part_end(const std::vector<Token>& tokens, std::size_t first) const {
  if (parts_.empty() || first >= tokens.size() || !tokens[first].is_capitalised()) return first;
  auto longest = first;
  const auto [begin, end] = parts_.equal_range(tokens[first].lower());
  for (auto part = begin; part != end; ++part) {
    auto at = first;
    std::size_t known = 0;
    while (at < tokens.size() && known < part->second.size() && tokens[at].kind == Token::Kind::Word) {
      if (at > first && begins_line_of_heading(tokens, at)) break;
      if (tokens[at].is(part->second[known])) {
        ++known;
      } else if (!tokens[at].says(Say::The)) {
        break;
      }
      ++at;
    }
    if (known == part->second.size()) longest = std::max(longest, at);
  }
  return longest;
}

/// A definition may write a name with other capitals than a citation: "Liability Convention", "liability convention".
std::string InstrumentNames::full_name(std::string name) const {
  RE2::Replace(&name, words_.lexicon().own_names->leading_article, "");
  auto found = full_names_.find(name);
  if (found == full_names_.end()) found = full_names_.find(with_capitals(std::move(name)));
  return found == full_names_.end() ? std::string() : found->second;
}

}  // namespace treatygraph::ingest
