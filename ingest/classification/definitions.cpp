// Definitions are found by patterns, because treaties write them in few ways: a quoted name and a verb, "the term X
// means", "hereinafter referred to as". Each pattern has a rule name and a confidence, which are stored with the term.
// Patterns for quoted names come first, because quotation marks are nearly a proof. A pattern without quotation marks
// is only tried where nothing was found, and the weakest one only in articles on definitions or under a heading with
// the term.
// A cheap search for any of their key words comes first, since most provisions define nothing.

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <string_view>

#include <re2/re2.h>

#include "graph/key.h"
#include "ingest/classification/definition_names.h"
#include "ingest/classification/definition_scope.h"
#include "ingest/classification/terms.h"
#include "ingest/structure/words_piece.h"
#include "ingest/text/lines.h"

namespace treatygraph::ingest {
namespace {

/// Verbs of definitions, in English, French and Spanish.
constexpr const char* kVerb =
    R"((?:(?:shall|may|will)\s+)?(?:also\s+)?(?:means?|mean|includes?|refers?\s+to|is\s+understood|(?:shall\s+)?be\s+understood|is\s+defined|are\s+defined|denotes?|signif(?:y|ies)|has\s+the\s+(?:same\s+)?meaning|have\s+the\s+(?:same\s+)?meanings?|signifie(?:nt)?|désigne(?:nt)?|s['’]entend(?:ent)?|on\s+entend|significan?|se\s+entiende|se\s+entenderá)\b)";

/// "means" as a verb, by what follows it. "By electronic means, ..." and "an effective means of ..." define nothing.
constexpr const char* kMeansAsVerb =
    R"((?:shall\s+mean\b|means?(?:,\s+(?:in\s+(?:relation|respect|the\s+case)|with\s+(?:respect|regard)|for|when|where|as|unless|subject|without|except|depending|inter\s+alia)\b|\s*[:—–-]|\s+[^\s,.;:)]+)))";

/// A quoted name and a verb. An apposition, or a phrase such as "in relation to goods", may come between them.
std::string quoted_definition() {
  return "(?is)(" + quoted_names_pattern() +
         R"()(?:\s*,[^.;:“”"]{0,120}?,|\s+(?:in|as|for|when|with)\b[^.;:,“”"]{0,60}?)?[\s,:]*)" + kVerb;
}

/// French puts the verb first: "On entend par «biens» ...".
std::string verb_first_definition() {
  return R"((?i)\bon\s+entend\s+par\s+(?:les?\s+(?:termes?|expressions?)\s+)?()" + quoted_names_pattern() + ")";
}

/// "Resources, when recovered from the Area, are referred to as "minerals"."
std::string naming_definition() {
  return R"((?i)\b(?:is|are) (?:referred to|known) as\s+()" + quoted_names_pattern() + ")";
}

/// "(hereinafter referred to in this Article as “the Committee”)"
std::string hereinafter_quoted() {
  return R"((?i)\b(?:hereinafter|hereafter)\b[^()“”"‘«]{0,80}?()" + quoted_names_pattern() + ")";
}

std::string hereinafter_bare() {
  return R"((?i)\b(?:hereinafter|hereafter)\s+(?:also\s+)?(?:(?:jointly|collectively)\s+)?(?:referred\s+to|called|named|known|designated)(?:\s+in\s+this\s+[a-z]+)?(?:,?\s+(?:jointly|collectively|individually))?(?:\s+as)?:?\s+((?:the\s+)?[A-Za-z][A-Za-z0-9 '’/-]{1,60}?)\s*[),;.])";
}

/// "a Joint Committee (the “Committee”)"
std::string name_in_brackets() {
  return R"(\(\s*(?:(?:[Ee]ach|together|collectively|or)\s*,?\s+)?((?:(?:the|an?)\s+)?)" + quoted_names_pattern() +
         R"()\s*\))";
}

/// Whether quoted words in brackets only explain a word: "to return (“refouler”)". A name has an article or a capital.
bool is_gloss(re2::StringPiece matched) {
  static const RE2 name(R"((?:the|an?)\s.*|[^A-Za-z]*[A-Z].*)");
  return !RE2::FullMatch(matched, name);
}

/// "For the purposes of this article, a serious violation means:"
std::string purpose_definition() {
  return R"((?i)\bfor\s+(?:the\s+)?purposes?\s+of\s+[^.,;:“”"]{1,60},\s+((?:an?\s+|the\s+)?[A-Za-z][A-Za-z '’/-]{1,60}?),?\s+(?:shall\s+)?(?:means?|refers?\s+to)\b)";
}

/// "The term goods means ...", without quotation marks.
std::string said_definition() {
  return R"((?i)\bthe\s+(?:term|expression|word)\s+([A-Za-z][A-Za-z '’/-]{1,60}?),?\s+)" + std::string(kVerb);
}

/// "Salvor shall mean any person ...". This may be in any article, because only definitions say "shall mean".
std::string plain_definition() {
  return R"((?:^|[.;]\s+)\s*([A-Z][A-Za-z '’/-]{1,60}?),?\s+shall\s+mean\b)";
}

/// "The unit of account referred to in article 6 is the Special Drawing Right"
std::string equating_definition() {
  const std::string place =
      R"((?:this\s+[A-Za-z]+|(?:[Aa]rticles?|[Pp]aragraphs?)(?:,?\s+(?:[0-9]+[a-z]?|\([a-z]+\)|and|or|to|of|this|[Aa]rticles?|[Pp]aragraphs?))*))";
  return R"((?:^|[.;]\s+)\s*(The\s+[A-Za-z][A-Za-z '’/-]{1,60}?)\s+(?:referred\s+to|mentioned)\s+in\s+)" + place +
         R"(\s+(?:is\s+the|corresponds\s+to)\b)";
}

/// A name without quotation marks at the start of a paragraph or line: "customs duty means ...". Treaties print such
/// names in italics or bold type, which plain text loses.
std::string bare_definition() {
  return R"((?m)^\s*(?:[Tt]he term )?([A-Za-z][A-Za-z0-9 ,()'’/-]{1,70}?),?:?\s+)" + std::string(kMeansAsVerb);
}

/// After the plural verb "mean" the term must be a plural. This excludes other uses of the word "mean".
bool agrees_in_number(re2::StringPiece name, re2::StringPiece found) {
  static const RE2 plural_verb(R"((?s).*[^a-z]mean[^a-z].*)");
  static const RE2 shall(R"((?s).*\bshall\s+mean\b.*)");
  return !RE2::FullMatch(found, plural_verb) || RE2::FullMatch(found, shall) || name.ends_with("s");
}

/// Bare patterns include the word after "means", because RE2 cannot look ahead. The quote ends before that word.
std::size_t end_of_verb(re2::StringPiece found) {
  static const RE2 verb(R"((?s).*\b(?:means?|mean)\b)");
  auto rest = found;
  return RE2::Consume(&rest, verb) ? found.size() - rest.size() : found.size();
}

/// Whether "means" can be a verb before these words. Before "of" or "to ensure" it is a noun.
bool may_follow_as_verb(re2::StringPiece after) {
  static const RE2 noun_goes_on(
      R"((?i)\s*(?:of|and|or|to\s+(?:achieve|ensure|that|the)|in\s+order|by|which|is|are|was|were|may|shall|available|necessary|provided|such\s+as)\b)");
  return !RE2::Consume(&after, noun_goes_on);
}

/// The key for comparing names. "Property" and "property" are one term, but "disputing Party" and "disputing party" may
/// be defined separately.
std::string without_first_capital(const std::string& name) {
  return lower_case(std::string_view(name).substr(0, 1)) + name.substr(1);
}

class DefinitionReader {
 public:
  DefinitionReader(const Document& document, const OwnWords& own)
      : text_(document.text), structure_(document.structure), own_(own), scope_(document, own) {}

  std::vector<DefinedTerm> read() {
    for (std::size_t i = 0; i < structure_.size(); ++i) {
      if (structure_[i].kind == ProvisionKind::Preamble || structure_[i].kind == ProvisionKind::Recital) continue;
      for (const auto& words : own_.of(i)) read(i, words);
    }
    part_given_names();
    return std::move(terms_);
  }

 private:
  /// A kind of definition. `fills_provision` is false for names that are given in passing.
  struct Rule {
    std::string_view name, confidence;
    bool is_quoted = true;
    bool fills_provision = true;
  };

  /// Reads one stretch of a provision's own words.
  void read(std::size_t provision, WordsRange words) {
    static const RE2 any_verb(
        R"((?i)\b(?:means?|includes?|refers? to|understood|defined|denotes?|signif|meanings?|(?:referred to|known) as|here(?:in)?after|entend|entiende|corresponds to|is the)\b|signifi|désign|\((?:the |an? |each,? )?[“"‘'«])");
    if (!RE2::PartialMatch(piece(text_, words), any_verb)) return;
    static const RE2 quoted(quoted_definition());
    static const RE2 verb_first(verb_first_definition());
    static const RE2 said(said_definition());
    static const RE2 naming(naming_definition());
    static const RE2 purpose(purpose_definition());
    static const RE2 bare(bare_definition());
    static const RE2 plain(plain_definition());
    static const RE2 equating(equating_definition());
    static const RE2 hereinafter(hereinafter_quoted());
    static const RE2 hereinafter_unquoted(hereinafter_bare());
    static const RE2 brackets(name_in_brackets());
    found_.clear();
    find(provision, words, quoted, {"quoted-term", "high"});
    find(provision, words, verb_first, {"quoted-term", "high"});
    find(provision, words, naming, {"named-as", "high"});
    if (found_.empty()) find(provision, words, said, {"the-term", "high", false});
    if (found_.empty()) find(provision, words, purpose, {"for-the-purposes-of", "high", false});
    if (found_.empty() && (scope_.is_among_definitions(provision) || is_in_heading(provision, words)))
      find(provision, words, bare, {"bare-term", "medium", false});
    if (found_.empty()) find(provision, words, plain, {"bare-term", "medium", false});
    if (found_.empty()) find(provision, words, equating, {"equated-term", "medium", false});
    find(provision, words, hereinafter, {"hereinafter", "high", true, false});
    find(provision, words, hereinafter_unquoted, {"hereinafter", "medium", false, false});
    find(provision, words, brackets, {"name-in-brackets", "medium", true, false});
  }

  /// Adds all matches of a pattern whose first group is the name.
  void find(std::size_t provision, WordsRange words, const RE2& pattern, const Rule& rule) {
    const auto here = piece(text_, words);
    std::array<re2::StringPiece, 2> found;
    for (std::size_t at = 0; pattern.Match(here, at, here.size(), RE2::UNANCHORED, found.data(), 2);) {
      const auto whole = static_cast<std::size_t>(found[0].begin() - here.begin());
      const bool is_bare = rule.name == "bare-term" || rule.name == "equated-term";
      const auto begin = is_bare ? static_cast<std::size_t>(found[1].begin() - here.begin()) : whole;
      // The next search begins after the verb, so that several definitions in one stretch are found.
      at = whole + (rule.name == "bare-term" ? end_of_verb(found[0]) : found[0].size());
      const WordsRange quote{words.first + begin, words.first + at};
      if (rule.name == "bare-term" && !(may_follow_as_verb(here.substr(at)) && agrees_in_number(found[1], found[0])))
        continue;
      if (rule.name == "name-in-brackets" && is_gloss(found[1])) continue;
      if (rule.name == "hereinafter" || !is_taken(quote)) add(provision, quote, found[1], rule);
    }
  }

  /// Whether a definition was already found in these words.
  [[nodiscard]] bool is_taken(WordsRange quote) const {
    auto after = found_.lower_bound(quote.last);
    return after != found_.begin() && std::prev(after)->second > quote.first;
  }

  /// A name that has a definition for the same scope already gets a further definition.
  void add(std::size_t provision, WordsRange quote, re2::StringPiece group, const Rule& rule) {
    const std::string_view matched(group.data(), group.size());
    const auto names = rule.is_quoted ? quoted_names(matched) : bare_names(matched);
    if (names.empty()) return;
    found_.emplace(quote.first, quote.last);
    const auto said = text_.substr(quote.first, quote.last - quote.first);
    const auto scope = scope_.of(provision, said);
    for (const auto& name : names) {
      const Definition definition{provision, quote, rule.name, rule.confidence, rule.fills_provision};
      const auto [known, is_new] = by_name_.try_emplace({without_first_capital(name), scope}, terms_.size());
      if (is_new) {
        terms_.push_back({definition, name, scope, {}});
      } else {
        add_further(terms_[known->second], definition);
      }
    }
  }

  static void add_further(DefinedTerm& term, const Definition& definition) {
    constexpr std::size_t kMostDefinitions = 64;  // no treaty defines a word so often, but a hostile one may
    if (term.provision == definition.provision || term.further.size() >= kMostDefinitions) return;
    const bool is_known = std::ranges::any_of(
        term.further, [&](const Definition& other) { return other.provision == definition.provision; });
    if (!is_known) term.further.push_back(definition);
  }

  /// Separates names such as "the Committee" that are given several times in one treaty: each establishing article
  /// means its own. Each gets the largest scope that contains no other one.
  void part_given_names() {
    std::vector<DefinedTerm> apart;
    for (auto& term : terms_) {
      if (term.fills_provision || term.scope != DefinedTerm::kWholeTreaty || is_of_one_thing(term.name)) continue;
      std::vector<Definition> all = {static_cast<const Definition&>(term)};
      all.insert(all.end(), term.further.begin(), term.further.end());
      if (all.size() == 1 || std::ranges::any_of(all, &Definition::fills_provision)) continue;
      for (std::size_t i = 1; i < all.size(); ++i) apart.push_back({all[i], term.name, scope_among(all, i), {}});
      term.scope = scope_among(all, 0);
      term.further.clear();
    }
    terms_.insert(terms_.end(), apart.begin(), apart.end());
    std::ranges::stable_sort(terms_, {}, [](const DefinedTerm& term) { return term.quote.first; });
  }

  [[nodiscard]] std::size_t scope_among(const std::vector<Definition>& all, std::size_t which) const {
    std::vector<std::size_t> others;
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (i != which) others.push_back(all[i].provision);
    }
    return scope_.apart(all[which].provision, others);
  }

  /// Whether the heading of the article contains the term: "Transit passage means ..." in the article "Right of transit
  /// passage".
  [[nodiscard]] bool is_in_heading(std::size_t provision, WordsRange words) const {
    static const RE2 opening(R"((?i)\s*([a-z][a-z '’-]{1,60}?) (?:means|shall mean)\b)");
    auto above = provision;
    while (!is_unit(structure_[above].kind) && structure_[above].parent != kNone) above = structure_[above].parent;
    std::string term;
    auto rest = piece(text_, words);
    if (!RE2::Consume(&rest, opening, &term)) return false;
    return slug_of(structure_[above].heading).find(slug_of(term)) != std::string::npos;
  }

  std::string_view text_;
  const Structure& structure_;
  const OwnWords& own_;
  DefinitionScope scope_;
  /// Positions in terms_ by name and scope.
  std::map<std::pair<std::string, std::size_t>, std::size_t> by_name_;
  std::map<std::size_t, std::size_t> found_;  ///< quotes of the current stretch, by first byte
  std::vector<DefinedTerm> terms_;
};

}  // namespace

std::vector<DefinedTerm> find_definitions(const Document& document, const OwnWords& own) {
  return DefinitionReader(document, own).read();
}

}  // namespace treatygraph::ingest
