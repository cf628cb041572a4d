#include "ingest/classification/term_words.h"

#include <algorithm>
#include <array>

#include "graph/ascii.h"
#include "ingest/text/lines.h"

namespace treatygraph::ingest {
namespace {

/// Whether the character at `at` is beyond ASCII and not punctuation. Quotation marks, dashes and spaces are U+2000 to
/// U+206F, and U+00A0, U+00AB and U+00BB.
bool is_letter_beyond_ascii(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(i < text.size() ? text[i] : 0); };
  if (byte(at) < 0x80) return false;
  if (byte(at) == 0xE2 && (byte(at + 1) == 0x80 || byte(at + 1) == 0x81)) return false;
  if (byte(at) == 0xC2 && (byte(at + 1) == 0xA0 || byte(at + 1) == 0xAB || byte(at + 1) == 0xBB)) return false;
  return true;
}

/// Whether the byte continues a character of UTF-8.
bool is_within_character(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

/// The end of the word at `at`, the first byte of a character.
std::size_t end_of_word(std::string_view text, std::size_t at, std::size_t last) {
  while (at < last) {
    if (!is_letter_or_digit(text[at]) && !is_letter_beyond_ascii(text, at)) break;
    do ++at;
    while (at < last && is_within_character(text[at]));
  }
  return at;
}

bool is_white(std::string_view between) {
  return between.find_first_not_of(" \n\t") == std::string_view::npos;
}

/// Whether words are joined by a hyphen, perhaps at the end of a line.
bool is_hyphen(std::string_view between) {
  for (const std::string_view hyphen : {"-", "\u2010", "\u2011"}) {
    if (between.starts_with(hyphen)) return is_white(between.substr(hyphen.size()));
  }
  return false;
}

bool is_apostrophe(std::string_view between) {
  return between == "'" || between == "\u2019";
}

/// Prefixes that make another word of what follows: "non-Party" is not a Party.
bool makes_another_word(std::string_view prefix) {
  static constexpr std::array kPrefixes = {"non",   "sub",   "co",    "re",   "inter", "intra", "multi",
                                           "anti",  "extra", "pre",   "post", "quasi", "semi",  "counter",
                                           "cross", "mis",   "under", "over", "self",  "para"};
  return std::ranges::find(kPrefixes, prefix) != kPrefixes.end();
}

/// Whether the next word has a capital because of its place.
bool ends_phrase(std::string_view between) {
  return between.find_first_of(".:;?!\"()") != std::string_view::npos ||
         between.find("\u201c") != std::string_view::npos || between.find("\u2014") != std::string_view::npos;
}

/// Words that end in "s" in the singular, or that are not nouns.
bool is_plural_only(std::string_view word) {
  static constexpr std::array kWords = {
      "customs",      "proceeds", "means",   "arms", "premises", "works", "overseas", "series", "species",
      "headquarters", "always",   "perhaps", "news", "gas",      "bias",  "as",       "is",     "was",
      "has",          "does",     "this",    "its",  "his",      "hers",  "thus"};
  return std::ranges::find(kWords, word) != kWords.end();
}

/// The word with its last `cut` letters replaced.
std::string with_ending(std::string_view word, std::size_t cut, std::string_view ending) {
  return std::string(word.substr(0, word.size() - cut)) + std::string(ending);
}

/// Unused places of `verbs` are empty.
struct IrregularAct {
  std::string_view noun;
  std::array<std::string_view, 5> verbs;
};

/// Acts whose verb does not follow from the ending of the noun.
constexpr std::array kIrregularActs = {
    IrregularAct{"freezing", {"freeze", "froze", "frozen"}},
    IrregularAct{"extradition", {"extradite", "extradited", "extraditing"}},
    IrregularAct{"forfeiture", {"forfeit", "forfeited", "forfeiting"}},
    IrregularAct{"detention", {"detain", "detained", "detaining"}},
    IrregularAct{"trafficking", {"trafficked"}},
    IrregularAct{"smuggling", {"smuggle", "smuggled"}},
    IrregularAct{"laundering", {"launder", "laundered"}},
};

/// Nouns whose verb is an everyday word in treaties, or has another meaning. "Apply" is not a use of the term
/// "application".
bool has_common_verb(std::string_view noun) {
  static constexpr std::array kNouns = {
      "application", "arrangement",   "association",    "communication",  "consideration", "corporation",
      "declaration", "determination", "information",    "investigation",  "legislation",   "notification",
      "operation",   "organization",  "organisation",   "publication",    "regulation",    "relation",
      "reservation", "situation",     "authorization",  "authorisation",  "obligation",    "negotiation",
      "cooperation", "participation", "qualification",  "being",          "meeting",       "finding",
      "undertaking", "understanding", "proceeding",     "measure",        "procedure",     "signature",
      "territory",   "concession",    "administration", "designation",    "estimation",    "allocation",
      "delegation",  "limitation",    "interpretation", "implementation", "protection",    "production",
      "collection",  "section",       "action",         "transaction",    "direction",     "fishing",
      "existing",    "originating",   "heading",        "facilitation"};
  return std::ranges::find(kNouns, noun) != kNouns.end();
}

/// "This Convention" is the text itself, even if it defines "Convention" as something else.
bool is_the_text_itself(std::string_view before, std::string_view word) {
  static constexpr std::array kParts = {"agreement", "convention", "treaty",   "protocol", "charter", "statute",
                                        "covenant",  "annex",      "chapter",  "part",     "section", "article",
                                        "appendix",  "paragraph",  "schedule", "title"};
  return (before == "this" || before == "present") && std::ranges::find(kParts, word) != kParts.end();
}

}  // namespace

// `between` is the text from the end of the last word: it decides whether the words belong together.
std::vector<TermWord> term_words(std::string_view text, WordsRange range) {
  std::vector<TermWord> words;
  auto end = range.first;
  for (auto at = range.first; at < range.last;) {
    const auto last = end_of_word(text, at, range.last);
    if (last == at) {
      do ++at;
      while (at < range.last && is_within_character(text[at]));
      continue;
    }
    const auto between = text.substr(end, at - end);
    TermWord word{{at, last}, singular_of(lower_case(text.substr(at, last - at)))};
    const bool follows = !words.empty();
    word.continues = follows && (is_white(between) || is_hyphen(between) || is_apostrophe(between));
    word.follows_hyphen = follows && is_hyphen(between);
    word.has_prefix = word.follows_hyphen && makes_another_word(words.back().key);
    word.begins_phrase = !follows || ends_phrase(between);
    word.is_capitalised = text[at] >= 'A' && text[at] <= 'Z';
    words.push_back(std::move(word));
    end = at = last;
  }
  return words;
}

std::string singular_of(std::string_view word) {
  if (word == "children") return "child";
  if (word.size() < 3 || !word.ends_with('s') || is_plural_only(word)) return std::string(word);
  if (word.ends_with("ss") || word.ends_with("us") || word.ends_with("is")) return std::string(word);
  if (word.ends_with("ies") && word.size() > 4) return with_ending(word, 3, "y");
  for (const auto* ending : {"sses", "xes", "ches", "shes"}) {
    if (word.ends_with(ending)) return with_ending(word, 2, "");
  }
  return with_ending(word, 1, "");
}

std::vector<std::string> verbs_of(std::string_view noun) {
  std::vector<std::string> verbs;
  for (const auto& act : kIrregularActs) {
    if (act.noun != noun) continue;
    for (const auto verb : act.verbs) {
      if (!verb.empty()) verbs.emplace_back(verb);
    }
    return verbs;
  }
  // Shorter nouns ("ration", "king") are not acts.
  if (noun.size() < 6 || has_common_verb(noun)) return verbs;
  const auto add = [&](std::size_t cut, std::initializer_list<std::string_view> endings) {
    for (const auto ending : endings) verbs.push_back(with_ending(noun, cut, ending));
  };
  if (noun.ends_with("ization") || noun.ends_with("isation")) {
    add(5, {"e", "ed", "ing"});
  } else if (noun.ends_with("ption") || noun.ends_with("ction")) {
    add(3, {"ed", "ing"});
  } else if (noun.ends_with("ation") || noun.ends_with("zure") || noun.ends_with("osure")) {
    add(3, {"e", "ed", "ing"});
  } else if (noun.ends_with("ing")) {
    add(3, {"ed"});
  }
  return verbs;
}

bool is_set_phrase(std::string_view before, std::string_view word, std::string_view after) {
  struct Phrase {
    std::string_view first, second;
  };
  static constexpr std::array kPhrases = {Phrase{"intellectual", "property"},
                                          Phrase{"industrial", "property"},
                                          Phrase{"good", "faith"},
                                          Phrase{"good", "office"},
                                          Phrase{"good", "cause"},
                                          Phrase{"good", "governance"},
                                          Phrase{"good", "order"},
                                          Phrase{"good", "practice"},
                                          Phrase{"good", "conduct"},
                                          Phrase{"good", "standing"},
                                          Phrase{"good", "reason"},
                                          Phrase{"third", "party"},
                                          Phrase{"common", "good"},
                                          Phrase{"in", "particular"},
                                          Phrase{"person", "in"}};
  return is_the_text_itself(before, word) || std::ranges::any_of(kPhrases, [&](const Phrase& phrase) {
           return (phrase.first == before && phrase.second == word) || (phrase.first == word && phrase.second == after);
         });
}

bool is_of_compound(std::string_view after_hyphen) {
  static constexpr std::array kWords = {"related", "based", "owned", "specific", "led", "wide", "type", "free", "made"};
  return std::ranges::find(kWords, after_hyphen) != kWords.end();
}

bool is_no_adjective(std::string_view key) {
  static constexpr std::array kWords = {
      "a",     "an",      "the",   "any",    "each",    "every", "no",   "such",  "this",  "that", "these",
      "those", "its",     "their", "his",    "her",     "of",    "in",   "on",    "to",    "for",  "by",
      "with",  "from",    "at",    "under",  "as",      "which", "who",  "whose", "where", "when", "is",
      "are",   "be",      "shall", "may",    "if",      "it",    "they", "not",   "all",   "some", "one",
      "two",   "between", "into",  "within", "without", "than",  "has",  "have"};
  return std::ranges::find(kWords, key) != kWords.end();
}

}  // namespace treatygraph::ingest
