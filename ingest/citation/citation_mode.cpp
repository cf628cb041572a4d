#include "ingest/citation/citation_mode.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

#include <re2/re2.h>

#include "graph/vocabulary.h"
#include "ingest/citation/described_act.h"
#include "ingest/text/lines.h"
#include "ingest/text/pattern_piece.h"

namespace treatygraph::ingest {
namespace {

constexpr std::size_t kLookBack = 160;
constexpr std::size_t kLookAhead = 160;
constexpr std::size_t kLongestJoint =
    400;  ///< maximum bytes between two citations of one list, including titles in brackets
constexpr std::string_view kRefersTo = "refers_to";

/// Operators that may immediately precede a citation. The closest words decide: "established in accordance with", not
/// "subject to what is established in accordance with". Each group is a mode of kOperators.
constexpr std::array<std::string_view, 7> kOperators = {
    "notwithstanding", "without_prejudice", "subject_to", "defined_in", "except", "in_accordance_with", "applies_to"};
constexpr const char* kLeadIn =
    R"re((?i)\b(?:)re"
    R"re((noth?withstanding))re"
    R"re(|(without (?:any )?(?:prejudice|affecting|derogation|derogating)(?: (?:to|from))?))re"
    R"re(|(subject(?: only| always)? to(?: the application of)?))re"
    R"re(|((?:as )?defined (?:in|by|under|for the purposes? of)|within the (?:meaning|definition) of|meaning of))re"
    R"re(|((?:except|save|excluding)(?: (?:as|for|where|when|otherwise|specifically|expressly|may be|is|are|if|so))*(?: (?:provided|specified|set out|stated|permitted|envisaged|authorized|allowed|required)(?: otherwise| specifically)?(?: for)? (?:in|by|under|pursuant to|to)?)?|unless (?:otherwise |specifically |expressly )*(?:provided|specified|agreed|stated) (?:for )?(?:in|by|under|pursuant to)|with the exception of|(?:with|to) the exclusion of|(?:but )?not including|but not|other than|derogation from|exception to|exempt(?:ed)? from|by way of derogation from))re"
    R"re(|((?:(?:in|for) (?:strict |full )?(?:accordance|conformity|compliance|pursuance|line|agreement) with|in pursuance of|pursuant to|according to|under|by virtue of|in terms of|as per|conformably (?:to|with)|as required by|in application of|on the basis of|in fulfilment of|in implementation of|in keeping with)(?: either| both)?))re"
    R"re(|((?:(?:shall |may |to |not |mutatis mutandis |also |will |must )*(?:apply|applies|applied|applying)(?: to)?(?:,? mutatis mutandis,?)?|application of|applicability of)(?:, in whole or in part,?)?))re"
    R"re()(?: the(?: above(?:-mentioned)?| said| aforementioned)?| its)?\s*$)re";

struct Operator {
  std::string_view mode;    ///< empty if there is none
  std::string_view before;  ///< the words before it
};

Operator find_operator(std::string_view lead) {
  static const RE2 lead_in(kLeadIn);
  std::array<re2::StringPiece, kOperators.size()> groups;
  if (!RE2::PartialMatch(piece(lead), lead_in, &groups[0], &groups[1], &groups[2], &groups[3], &groups[4], &groups[5],
                         &groups[6])) {
    return {};
  }
  for (std::size_t i = 0; i < groups.size(); ++i) {
    if (groups[i].data() == nullptr) continue;
    return {kOperators[i], lead.substr(0, static_cast<std::size_t>(groups[i].data() - lead.data()))};
  }
  return {};
}

std::string_view operator_of(std::string_view lead) {
  return find_operator(lead).mode;
}

/// "without prejudice to the provisions of", "subject to the requirements of": the noun adds nothing; the operator
/// decides.
std::string_view without_thin_nouns(std::string_view lead) {
  static const RE2 thin(
      R"re((?i)\s*\b(?:the |any |all |other |relevant |applicable |such |of |or |both |preceding |foregoing |above |following )*(?:provisions?|anything(?: to the contrary)?|requirements?|terms|conditions|application|stipulations|paragraph|articles|remainder|any or all)(?: (?:of|in|under|set out in|laid down in|contained in|specified in|referred to in|provided for in|established in|set forth in))?(?: the)?\s*$)re");
  for (int depth = 0; depth < 2; ++depth) {
    re2::StringPiece tail;
    static const RE2 captured("(" + thin.pattern() + ")");
    if (!RE2::PartialMatch(piece(lead), captured, &tail)) break;
    lead = lead.substr(0, static_cast<std::size_t>(tail.data() - lead.data()));
  }
  return lead;
}

/// "pursuant to the provisions of the treaty or of": the words that the second half depends on.
std::string_view without_first_half(std::string_view lead) {
  static const RE2 half(R"re((?i)(\bthe \w+(?: \w+)? (?:or|and)(?: of| in| to)?\s*)$)re");
  re2::StringPiece tail;
  if (!RE2::PartialMatch(piece(lead), half, &tail)) return lead;
  return lead.substr(0, static_cast<std::size_t>(tail.data() - lead.data()));
}

bool looks_through(std::string_view mode) {
  return mode == "subject_to" || mode == "notwithstanding" || mode == "without_prejudice";
}

/// The mode from the words before a citation; empty if they express none.
std::string_view mode_before(std::string_view lead) {
  const auto direct = operator_of(lead);
  const auto through = operator_of(without_thin_nouns(lead));
  if (looks_through(through)) return through;  // "without prejudice to the application of"
  if (!direct.empty()) return direct;
  static const RE2 refers(
      R"re((?i)\b(?:set out|referred to|provided|provided for|specified|laid down|contained|mentioned|described|set forth|established|enumerated|stipulated|prescribed|listed|indicated|covered|envisaged) (?:in|by)\s*$|\bin the cases? of\s*$)re");
  if (RE2::PartialMatch(piece(lead), refers)) return kRefersTo;
  if (!through.empty()) return through;
  return operator_of(without_thin_nouns(without_first_half(lead)));
}

/// Whether a noun with its participle ends here: "the offences established", "data that are preserved", "a request".
/// Not "shall be established" or "is established", which say how something must be done.
bool ends_in_description(std::string_view words) {
  words = without_agent(words);
  static const RE2 participle(
      R"re((?i)(?:\b(that|which|who) )?(?:\b(is|are|was|were|(?:has|have|had) been|(?:is|are) to be|be|been|being|has|have|had|not) )?(?:\b(?:\w+ly|also|already|so|otherwise|duly) )*(?:\b[a-z-]{3,}ed(?:,|,? (?:and|or)) )*\b([a-z-]{3,}ed|made|given|taken|sought|set out|laid|sent|held|brought|drawn up)\s*$)re");
  static const RE2 never(R"re((?i)^(?:need|proceed|exceed|succeed|indeed|agreed|based|provided|required|bound)$)re");
  re2::StringPiece relative;
  re2::StringPiece auxiliary;
  re2::StringPiece word;
  if (RE2::PartialMatch(piece(words), participle, &relative, &auxiliary, &word)) {
    if (RE2::FullMatch(word, never)) return false;
    return auxiliary.empty() || (!relative.empty() && auxiliary != "be" && auxiliary != "not");
  }
  static const RE2 request(R"re((?i)\b(?:requests?|offen[cs]es?)(?: (?:for|by|of|to) [\w' -]{1,50})?\s*$)re");
  return RE2::PartialMatch(piece(words), request);
}

/// Whether the words before a citation only describe a thing.
bool describes(std::string_view lead) {
  for (const auto words : {lead, without_thin_nouns(lead), without_thin_nouns(without_first_half(lead))}) {
    const auto found = find_operator(words);
    if (found.mode == "in_accordance_with") return ends_in_description(found.before);
  }
  return false;
}

/// "Articles 38 and 39 apply equally to ...", "This article applies mutatis mutandis".
bool is_said_to_apply(std::string_view after) {
  static const RE2 applies(
      R"re((?is)^(?:,? of (?:this|the(?: present)?) [A-Z][a-z]+,?|,? \([^()]*\)|,(?: (?:as the case may be|as appropriate|respectively),)?)?\s*(?:also |likewise |equally |then |(?:(?:shall|will|may|must|do|does)(?: not)?)(?:,[^,.;]{1,60},)?(?: also| likewise| equally| then| accordingly| only)? )?(?:appl(?:y|ies|ying)|be applied|be applicable|is applicable|are applicable|(?:is|are) (?:\w+ ){0,4}applied)\b)re");
  return RE2::PartialMatch(piece(after), applies);
}

/// "shall apply to", "applies, mutatis mutandis, to the provisions of": not "the application of", "shall apply".
bool applies_to_what_follows(std::string_view lead) {
  static const RE2 last(R"re((?is)^.*\bappl(?:y|ies|ied|ying|icable)\b(.*)$)re");  // greedy: finds the last one
  static const RE2 to(R"re((?i)^[^.;:]*\bto\b)re");
  re2::StringPiece after;
  return RE2::FullMatch(piece(lead), last, &after) && RE2::PartialMatch(after, to);
}

/// With white space collapsed, including leading white space.
std::string fold_words(std::string_view words) {
  const bool is_parted = !words.empty() && std::isspace(static_cast<unsigned char>(words.front())) != 0;
  return (is_parted ? " " : "") + fold(words);
}

/// Whether only "and", "or" or a comma separates two citations, apart from titles in brackets.
bool only_joins(std::string_view between) {
  static const RE2 joins(
      R"re((?is)(?:\s*\([^()]*\))?\s*[,;]?\s*(?:and|or|and/or|as well as)?\s*(?:of|in|to|with|under|the provisions of)?\s*(?:the\s*)?)re");
  return RE2::FullMatch(piece(between), joins);
}

bool says_and(std::string_view between) {
  static const RE2 conjunction(R"re((?i)\b(?:and|or|as well as)\b)re");
  return RE2::PartialMatch(piece(between), conjunction);
}

/// For each citation, whether it continues the list of the one before. Commas alone join only if an "and" follows
/// later: not in "in cases that fall under article 49, paragraph 2 does not apply".
std::vector<bool> joints(std::string_view text, const std::vector<Citation>& citations) {
  std::vector<bool> joined(citations.size() + 1, false);
  bool list_ends_in_and = false;
  for (auto i = citations.size(); i-- > 1;) {
    const auto end = citations[i - 1].end;
    const auto apart = citations[i].start - end;
    const auto between = apart <= kLongestJoint ? fold_words(text.substr(end, apart)) : std::string();
    const bool joins = apart <= kLongestJoint && only_joins(between);
    list_ends_in_and = joins && (says_and(between) || list_ends_in_and);
    joined[i] = list_ends_in_and;
  }
  return joined;
}

/// "Articles 1 to 20, except for Articles 7(2) and 8, and Annex I": an annex is left out of no articles, so it goes on
/// with the list before the exception.
bool goes_on_behind_exception(std::string_view text, const std::vector<Citation>& citations, std::size_t i) {
  static const RE2 exception(
      R"re((?i)\s*,?\s*(?:with the exception of|except(?:ing)?(?: for)?|excluding|other than|save(?: for)?|but not)(?: the)?\s*)re");
  static const RE2 closes(R"re(\s*,\s*(?:and|or|as well as)\s+(?:the\s+)?)re");
  if (i < 2) return false;
  const auto& list = citations[i - 2];
  const auto& left_out = citations[i - 1];
  const auto kind = [](const Citation& citation) { return citation.provisions.front().steps.front().kind; };
  if (list.provisions.empty() || left_out.provisions.empty() || citations[i].provisions.empty()) return false;
  if (left_out.start <= list.end || citations[i].start <= left_out.end) return false;
  const bool is_of_another_kind = is_component(kind(citations[i])) && !is_component(kind(left_out));
  return is_of_another_kind && RE2::FullMatch(piece(text.substr(list.end, left_out.start - list.end)), exception) &&
         RE2::FullMatch(piece(text.substr(left_out.end, citations[i].start - left_out.end)), closes);
}

}  // namespace

std::vector<LegalForce> legal_forces(std::string_view text, std::size_t first, const std::vector<Citation>& citations) {
  std::vector<LegalForce> forces(citations.size(), {kRefersTo});
  const auto joined = joints(text, citations);
  std::vector<bool> said(citations.size(), false);
  for (std::size_t i = 0; i < citations.size(); ++i) {
    const auto start = citations[i].start;
    const auto from = std::max(start > kLookBack ? start - kLookBack : 0, i > 0 ? citations[i - 1].end : first);
    const auto lead = fold(text.substr(from, start - from));
    const auto before = mode_before(lead);
    said[i] = !before.empty();
    if (said[i]) {
      const bool goes_on = i > 0 && forces[i - 1].describes && goes_on_with_act(lead);
      forces[i] = {before, before == kAppliesTo && !applies_to_what_follows(lead),
                   before == "in_accordance_with" && (goes_on || describes(lead))};
    } else if (joined[i]) {
      forces[i] = forces[i - (goes_on_behind_exception(text, citations, i) ? 2 : 1)];
    }
  }
  for (auto i = citations.size(); i-- > 0;) {
    if (said[i] || forces[i].mode != kRefersTo) continue;
    const bool with_next = joined[i + 1] && forces[i + 1].mode == kAppliesTo;
    if (with_next) forces[i] = forces[i + 1];
    if (is_said_to_apply(fold_words(text.substr(citations[i].end, kLookAhead)))) forces[i] = {kAppliesTo, true};
  }
  return forces;
}

}  // namespace treatygraph::ingest
