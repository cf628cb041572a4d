// The Snowball stemmer for English (Porter 2), after different spellings of one word are unified, and with a list of
// exceptions for words that the stemmer would confuse. The same function is used for texts and for queries, so a stem
// need not be a word; it only has to be the same on both sides.

#include "queries/search/stems.h"

#include <algorithm>
#include <array>
#include <memory>
#include <unordered_set>
#include <utility>

#include <libstemmer.h>

#include "graph/search_words.h"

namespace treatygraph::queries {
namespace {

/// Endings of other spellings and their replacements; the first that fits is used.
constexpr auto kEndings = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"isations", "izations"},   {"isation", "ization"},    {"ising", "izing"},
    {"ised", "ized"},           {"ises", "izes"},          {"ise", "ize"},
    {"offense", "offence"},     {"offenses", "offences"},  {"defense", "defence"},
    {"license", "licence"},     {"licenses", "licences"},  {"programme", "program"},
    {"programmes", "programs"}, {"judgement", "judgment"}, {"judgements", "judgments"},
    {"haviour", "havior"},      {"abour", "abor"},         {"avour", "avor"},
    {"onour", "onor"},          {"entre", "enter"},
});

/// The word with its ending replaced, if it has one of the table.
std::string in_one_spelling(std::string_view word) {
  // In bytes; shorter words ("rise") only look like other spellings.
  constexpr std::size_t kShortest = 6;
  if (word.size() < kShortest) return std::string(word);
  for (const auto& [ending, instead] : kEndings) {
    if (!word.ends_with(ending)) continue;
    return std::string(word.substr(0, word.size() - ending.size())).append(instead);
  }
  return std::string(word);
}

/// Words whose stem collides with an unrelated word: accession is not access.
constexpr auto kKept = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"accession", "accession"},
    {"accessions", "accession"},
    {"acceding", "accession"},
    {"accede", "accession"},
    {"accedes", "accession"},
    {"acceded", "accession"},
    {"important", "important"},
    {"importance", "important"},
    {"children", "child"},
    {"women", "woman"},
    {"men", "man"},
    {"universal", "universal"},
    {"university", "university"},
    {"universities", "university"},
    {"organ", "organ"},
    {"organs", "organ"},
    {"organization", "organiz"},
    {"organizations", "organiz"},
});

/// Frees a stemmer of the C library.
struct StemmerEnd {
  void operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }
};

/// Stemmers are not thread-safe, so each thread has its own. Null if the library has no English stemmer.
sb_stemmer* stemmer() {
  thread_local const std::unique_ptr<sb_stemmer, StemmerEnd> english(sb_stemmer_new("english", nullptr));
  return english.get();
}

}  // namespace

/// Very long "words" are data and not words; they are left as they are.
std::string stem_of(std::string_view word) {
  constexpr std::size_t kLongest = 64;
  if (word.size() > kLongest || stemmer() == nullptr) return std::string(word);
  auto spelled = in_one_spelling(word);
  const auto* const kept =
      std::ranges::find(kKept, std::string_view(spelled), &std::pair<std::string_view, std::string_view>::first);
  if (kept != kKept.end()) return std::string(kept->second);
  const auto* const stem =
      sb_stemmer_stem(stemmer(), reinterpret_cast<const sb_symbol*>(spelled.data()), static_cast<int>(spelled.size()));
  if (stem == nullptr) return spelled;
  return {reinterpret_cast<const char*>(stem), static_cast<std::size_t>(sb_stemmer_length(stemmer()))};
}

std::vector<std::string> stems_of(std::string_view text) {
  auto words = words_of(text);
  for (auto& word : words) word = stem_of(word);
  return words;
}

/// Compared without accents, as typed words are. Words of four languages.
bool is_filler(std::string_view word) {
  static const std::unordered_set<std::string_view> kFillers = {
      // English
      "a", "about", "all", "am", "an", "and", "any", "anything", "are", "as", "at", "be", "been", "but", "by", "can",
      "concerning", "could", "did", "do", "does", "find", "for", "from", "give", "has", "have", "how", "i", "if", "in",
      "into", "is", "it", "its", "itself", "list", "many", "may", "me", "mention", "mentions", "might", "more", "most",
      "much", "must", "my", "of", "on", "or", "our", "please", "regarding", "s", "shall", "should", "show", "so",
      "some", "such", "tell", "than", "that", "the", "their", "them", "there", "these", "they", "this", "those", "to",
      "under", "us", "was", "we", "were", "what", "when", "where", "whether", "which", "who", "whom", "whose", "why",
      "will", "with", "would", "you", "your", "deal", "deals", "cover", "covers", "covered", "explain", "explained",
      "happens", "happen", "apply", "applies", "applied", "applying", "use", "used", "uses", "like", "just", "about",
      "allow", "allows", "allowed", "need", "needs", "want", "make", "makes", "made", "get",
      // French
      "au", "aux", "avec", "ce", "ces", "cette", "dans", "de", "des", "du", "elle", "en", "est", "et", "il", "ils",
      "la", "le", "les", "leur", "ou", "par", "pour", "quand", "que", "quel", "quelle", "quelles", "quels", "qui",
      "quoi", "sont", "sur", "un", "une", "d", "l", "quels",
      // Spanish
      "al", "como", "con", "cual", "cuales", "cuando", "del", "donde", "el", "ella", "es", "la", "las", "lo", "los",
      "para", "por", "quien", "se", "sin", "sobre", "son", "su", "sus", "una", "uno", "y",
      // German
      "auf", "aus", "bei", "das", "dem", "den", "der", "die", "ein", "eine", "einer", "eines", "fur", "gegen", "im",
      "ist", "mit", "nach", "sind", "uber", "und", "unter", "vom", "von", "was", "welche", "welcher", "wer", "wie",
      "wird", "zu", "zum", "zur"};
  return kFillers.contains(word);
}

}  // namespace treatygraph::queries
