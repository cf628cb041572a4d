#include "ingest/classification/definition_names.h"

#include <re2/re2.h>

#include "ingest/text/lines.h"
#include "ingest/text/pattern_piece.h"

namespace treatygraph::ingest {
namespace {

/// Scanners and typists use “, ", ``, '', « and „ as quotation marks. A single mark only counts at the edge of a word,
/// where it is not an apostrophe. The length of a name is not limited in the patterns, because counted repetitions make
/// them slow.
constexpr const char* kDouble = R"((?:“|"|''|``|«|„|”)\s*([^“”"«»„\x60]+?),?\s*(?:”|"|''|»|“))";
constexpr const char* kSingle =
    R"((?:‘|\B')\s*([A-Za-z0-9\x{80}-\x{10FFFF}](?:[^‘’'“”"«»„\x60]|(?:’|')[A-Za-z])*?),?\s*(?:’|')\B)";
/// In bytes. Longer words between quotation marks are a quotation.
constexpr std::size_t kLongestName = 80;
constexpr std::size_t kMostNames = 16;  ///< given by one definition; a hostile one may list any number

/// The pattern with the group that begins like `group` made non-capturing.
std::string without_group(std::string pattern, std::string_view group) {
  return pattern.replace(pattern.find(group), 1, "(?:");
}

/// Whether a name is the address of a provision: "Annex I", "Articles 3-B". "Article" alone is a name.
bool is_address(const std::string& name) {
  static const RE2 address(
      R"((?i)(?:annex(?:es)?|protocols?|appendix|appendices|articles?|parts?|chapters?|sections?|schedules?|paragraphs?|attachment)(?: ?[0-9IVXLC]+[A-Z]?(?:[.-][0-9A-Z]+)*| [A-Z])?)");
  static const RE2 numbered(R"(.*[ A-Za-z][0-9IVXLC]+.*|.* [A-Z])");
  return RE2::FullMatch(name, address) && RE2::FullMatch(name, numbered);
}

/// Removes what a sentence adds to a name: "Chapter, unless otherwise specified", "statute as referred to in Article
/// 1902", and numbers of footnotes.
void drop_additions(std::string& name) {
  static const RE2 before(R"((?i)^(?:with respect to|in relation to|in the case of)\s+[^,]{1,60},\s*)");
  static const RE2 after(
      R"((?i)(?:,?\s+(?:unless otherwise|referred to in|as (?:referred|used|defined|described|specified|set out)|for (?:the )?purposes? of|with (?:respect|regard) to|in relation to|in respect of|in the case of|(?:when|if) used)\b.*|,\s+(?:when|where|as|which|in)\b.*)$)");
  static const RE2 footnote(R"(([a-z)])[0-9]{1,2}$)");
  RE2::Replace(&name, before, "\\1");
  RE2::Replace(&name, after, "");
  RE2::Replace(&name, footnote, "\\1");
}

/// The name without additions, article and punctuation at its end.
std::string cleaned(std::string_view words) {
  static const RE2 article(R"(^(?:[Tt]he (?:term |expression )?|[Tt]erm |[Aa]n? )(?:right of )?)");
  static const RE2 glued_article(R"(^the([A-Z]))");
  auto name = fold(words);
  drop_additions(name);
  RE2::Replace(&name, article, "");
  RE2::Replace(&name, glued_article, "\\1");
  while (!name.empty() && (name.back() == ',' || name.back() == ' ' || name.back() == ':')) name.pop_back();
  return name;
}

/// Adds both names of "Dispute Settlement Understanding (DSU)".
void add_with_abbreviation(std::string name, std::vector<std::string>& names) {
  static const RE2 abbreviated(R"((.+?)\s*\((?:the\s+|or\s+)?([A-Z][A-Za-z-]*[A-Z][A-Za-z]*)\))");
  std::string full;
  std::string abbreviation;
  if (RE2::FullMatch(name, abbreviated, &full, &abbreviation)) {
    names.push_back(std::move(full));
    names.push_back(std::move(abbreviation));
  } else {
    names.push_back(std::move(name));
  }
}

/// Rejects words that begin or end with a word that cannot begin or end a noun phrase, and words that contain a clause.
bool is_noun_phrase(const std::string& name) {
  static const RE2 no_start(
      R"((?i)(?:this|that|these|those|it|such|which|what|other|by|any|all|for|each|every|in|no|not|and|or|he|she|they|them|we|there|where|when|while|if|as|of|to|from|through|under|with|without|within|against|using|during|upon|on|at|between|among|via|per|than|then|thus|also|so|who|whose|whether|unless|respectively|hereby|shall|has|have|been|either|both|neither|[a-z]+ing (?:the|an?|any|all))\b.*)");
  static const RE2 no_end(
      R"((?i).*\b(?:shall|may|must|by|all|any|other|such|whatever|appropriate|is|are|was|were|be|been|do|does|did|has|have|not|to|of|for|in|on|at|with|from|as|the|an?|its|their|which|that|who|where|when|and|or|than|for purposes))");
  static const RE2 clause(
      R"((?i).*[,;].*\b(?:which|that|this|shall|may|include|includes)\b.*|.*\b(?:shall|has been|have been|have the|does|do)\b.*|.*\b(?:by|using|through|via)\s+(?:any|other|such|whatever|all|appropriate|electronic|similar)\b.*)");
  return !RE2::FullMatch(name, no_start) && !RE2::FullMatch(name, no_end) && !RE2::FullMatch(name, clause);
}

}  // namespace

std::string quoted_name_pattern() {
  return "(?:" + std::string(kDouble) + "|" + kSingle + ")";
}

std::string quoted_names_pattern() {
  const auto one = "(?:" + without_group(kDouble, "([^") + "|" + without_group(kSingle, "([A-Z") + ")";
  const std::string brackets = R"((?:\s*\([^()\n]*\))?)";
  return one + brackets + R"((?:(?:\s*,?\s*(?:or|and/or|and)|\s*,|\s*/)\s*(?:the\s+)?(?:(?:terms?|expressions?)\s+)?)" +
         one + brackets + ")*";
}

std::vector<std::string> quoted_names(std::string_view matched) {
  static const RE2 one(quoted_name_pattern());
  static const RE2 abbreviation(R"(\s*\((?:the\s+|or\s+)?([A-Z][A-Za-z-]*[A-Z][A-Za-z]*)\))");
  static const RE2 phrase(R"([A-Za-z0-9\x{80}-\x{10FFFF}(].*)");
  static const RE2 no_start(R"((?i)(?:this|that|these|those|such|any|and|or|of)\b.*)");
  std::vector<std::string> names;
  auto rest = piece(matched);
  re2::StringPiece in_double;
  re2::StringPiece in_single;
  while (names.size() < kMostNames && RE2::FindAndConsume(&rest, one, &in_double, &in_single)) {
    const auto& found = in_double.data() != nullptr ? in_double : in_single;
    auto name = cleaned({found.data(), found.size()});
    const bool is_name = RE2::FullMatch(name, phrase) && !RE2::FullMatch(name, no_start);
    if (name.size() > 1 && name.size() <= kLongestName && is_name && !is_address(name))
      names.push_back(std::move(name));
    std::string shorter;
    if (RE2::Consume(&rest, abbreviation, &shorter)) names.push_back(std::move(shorter));
  }
  return names;
}

// Two capitals in a word, or the name of an instrument or organisation.
bool is_of_one_thing(const std::string& name) {
  static const RE2 proper(
      R"(.*[A-Z][A-Za-z0-9&-]*[A-Z].*|.*\b(?:Agreement|Convention|Protocol|Declaration|Code|Charter|Covenant|Treaty|System|Organi[sz]ation)\b.*)");
  return RE2::FullMatch(name, proper);
}

std::vector<std::string> bare_names(std::string_view words) {
  std::vector<std::string> names;
  auto name = cleaned(words);
  if (name.size() > 1 && is_noun_phrase(name) && !is_address(name)) add_with_abbreviation(std::move(name), names);
  return names;
}

}  // namespace treatygraph::ingest
