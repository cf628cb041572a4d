// English words of legal force. A phrase must match at the end of the words before a citation. If several do, the one
// that begins first is taken ("by way of derogation from", not "derogation from"), and of those that begin at the same
// word the one that is earlier in the table.

#include <array>

#include "ingest/citation/force_words.h"

namespace treatygraph::ingest {
namespace {

constexpr auto kEnglishPhrases = std::to_array<ForcePhrase>({
    {"notwithstanding",
     R"re(noth?withstanding)re",
     {{{"Notwithstanding article 5", "notwithstanding"},
       {"notwithstanding the provisions of article 5", "notwithstanding"}}}},
    {"without_prejudice",
     R"re(without (?:any )?(?:prejudice|affecting|derogation|derogating)(?: (?:to|from))?)re",
     {{{"without prejudice to article 5", "without_prejudice"},
       {"without prejudice to the application of article 5", "without_prejudice"}}}},
    {"subject_to",
     R"re(subject(?: only| always)? to(?: the application of)?)re",
     {{{"subject to article 5", "subject_to"}, {"subject to the conditions set out in article 5", "subject_to"}}}},
    {"defined_in",
     R"re((?:as )?defined (?:in|by|under|for the purposes? of)|within the (?:meaning|definition) of|meaning of)re",
     {{{"as defined in article 5", "defined_in"}, {"within the meaning of article 5", "defined_in"}}}},
    {"except",
     R"re((?:except|save|excluding)(?: (?:as|for|where|when|otherwise|specifically|expressly|may be|is|are|if|so))*(?: (?:provided|specified|set out|stated|permitted|envisaged|authorized|allowed|required)(?: otherwise| specifically)?(?: for)? (?:in|by|under|pursuant to|to)?)?|unless (?:otherwise |specifically |expressly )*(?:provided|specified|agreed|stated) (?:for )?(?:in|by|under|pursuant to)|with the exception of|(?:with|to) the exclusion of|(?:but )?not including|but not|other than|derogation from|exception to|exempt(?:ed)? from|by way of derogation from)re",
     {{{"except as provided for in article 5", "except"}, {"other than article 5", "except"}}}},
    {"in_accordance_with",
     R"re((?:(?:in|for) (?:strict |full )?(?:accordance|conformity|compliance|pursuance|line|agreement) with|in pursuance of|pursuant to|according to|under|by virtue of|in terms of|as per|conformably (?:to|with)|as required by|in application of|on the basis of|in fulfilment of|in implementation of|in keeping with)(?: either| both)?)re",
     {{{"in accordance with article 5", "in_accordance_with"}, {"in the cases covered by article 5", "refers_to"}}}},
    {"applies_to",
     R"re((?:(?:shall |may |to |not |mutatis mutandis |also |will |must )*(?:apply|applies|applied|applying)(?: to)?(?:,? mutatis mutandis,?)?|application of|applicability of)(?:, in whole or in part,?)?)re",
     {{{"applies to article 5", "applies_to"}, {"the application of article 5", "applies_to"}}}},
});

}  // namespace

const ForceTable& english_force() {
  static const ForceTable table{
      .phrases = kEnglishPhrases,
      .lead_in =
          RE2(lead_in_of(kEnglishPhrases, R"re((?: the(?: above(?:-mentioned)?| said| aforementioned)?| its)?)re")),
      .thin =
          R"re((?i)(\s*\b(?:the |any |all |other |relevant |applicable |such |of |or |both |preceding |foregoing |above |following )*(?:provisions?|anything(?: to the contrary)?|requirements?|terms|conditions|application|stipulations|paragraph|articles|remainder|any or all)(?: (?:of|in|under|set out in|laid down in|contained in|specified in|referred to in|provided for in|established in|set forth in))?(?: the)?\s*$))re",
      .first_half = R"re((?i)(\bthe \w+(?: \w+)? (?:or|and)(?: of| in| to)?\s*)$)re",
      .refers =
          R"re((?i)\b(?:set out|referred to|provided|provided for|specified|laid down|contained|mentioned|described|set forth|established|enumerated|stipulated|prescribed|listed|indicated|covered|envisaged) (?:in|by)\s*$|\bin the cases? of\s*$)re",
      .participle =
          R"re((?i)(?:\b(that|which|who) )?(?:\b(is|are|was|were|(?:has|have|had) been|(?:is|are) to be|be|been|being|has|have|had|not) )?(?:\b(?:\w+ly|also|already|so|otherwise|duly) )*(?:\b[a-z-]{3,}ed(?:,|,? (?:and|or)) )*\b([a-z-]{3,}ed|made|given|taken|sought|set out|laid|sent|held|brought|drawn up)\s*$)re",
      .not_descriptive = "be|not",
      .no_participle = R"re((?i)^(?:need|proceed|exceed|succeed|indeed|agreed|based|provided|required|bound)$)re",
      .described_noun = R"re((?i)\b(?:requests?|offen[cs]es?)(?: (?:for|by|of|to) [\w' -]{1,50})?\s*$)re",
      .applies_after =
          R"re((?is)^(?:,? of (?:this|the(?: present)?) [A-Z][a-z]+,?|,? \([^()]*\)|,(?: (?:as the case may be|as appropriate|respectively),)?)?\s*(?:also |likewise |equally |then |(?:(?:shall|will|may|must|do|does)(?: not)?)(?:,[^,.;]{1,60},)?(?: also| likewise| equally| then| accordingly| only)? )?(?:appl(?:y|ies|ying)|be applied|be applicable|is applicable|are applicable|(?:is|are) (?:\w+ ){0,4}applied)\b)re",
      .applies_last = R"re((?is)^.*\bappl(?:y|ies|ied|ying|icable)\b(.*)$)re",  // greedy: finds the last one
      .applies_to = R"re((?i)^[^.;:]*\bto\b)re",
      .joins =
          R"re((?is)(?:\s*\([^()]*\))?\s*[,;]?\s*(?:and|or|and/or|as well as)?\s*(?:of|in|to|with|under|the provisions of)?\s*(?:the\s*)?)re",
      .conjunction = R"re((?i)\b(?:and|or|as well as)\b)re",
      .exception =
          R"re((?i)\s*,?\s*(?:with the exception of|except(?:ing)?(?: for)?|excluding|other than|save(?: for)?|but not)(?: the)?\s*)re",
      .after_exception = R"re(\s*,\s*(?:and|or|as well as)\s+(?:the\s+)?)re"};
  return table;
}

}  // namespace treatygraph::ingest
