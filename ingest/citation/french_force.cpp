// French words of legal force; the counterpart of english_force.cpp. Most accented letters have their plain form as an
// alternative, because texts are often printed without accents. Both forms of the apostrophe are accepted.

#include <array>

#include "ingest/citation/force_words.h"

namespace treatygraph::ingest {
namespace {

constexpr auto kFrenchPhrases = std::to_array<ForcePhrase>({
    {"notwithstanding",
     R"re(nonobstant)re",
     {{{"Nonobstant l'article 5", "notwithstanding"},
       {"nonobstant les dispositions du paragraphe 1", "notwithstanding"}}}},
    {"without_prejudice",
     R"re(sans (?:pr[ée]judice|pr[ée]judicier|porter atteinte|d[ée]roger|qu['’]il soit port[ée] atteinte|qu['’]il soit d[ée]rog[ée])(?: (?:de|d|à|a))?)re",
     {{{"sans préjudice de l'article 5", "without_prejudice"},
       {"sans préjudice des dispositions des articles 5 et 6", "without_prejudice"}}}},
    {"subject_to",
     R"re((?:sous r[ée]serve|soumis(?:es?)?|assujetti(?:e?s?)?|subordonn[ée]e?s?)(?: (?:de|d|à|a))?(?: l['’]application(?: de)?)?)re",
     {{{"sous réserve de l'article 5", "subject_to"},
       {"Sous réserve des conditions énoncées à l'article 5", "subject_to"}}}},
    {"defined_in",
     R"re((?:tel(?:le)?s? que )?d[ée]fini(?:e?s?)? (?:à|a|aux?|dans|par|en)|(?:au sens|selon la d[ée]finition|r[ée]pond(?:ant|ent)? à la d[ée]finition)(?: de)?)re",
     {{{"tel que défini à l'article 5", "defined_in"}, {"au sens de l'article premier", "defined_in"}}}},
    {"except",
     R"re((?:sauf|hormis|except[ée]|exception faite)(?: (?:dans|pour|si|en|cas|lorsque|de|disposition|dispositions|contraires?|cas|les|le|la|pr[ée]vus?|vis[ée]s?|comme|ce qui|est|il est|pr[ée]vu|dispos[ée]|aux?|à|des?|du))*|(?:l['’]exception|l['’]exclusion)(?: (?:de|d))?|par d[ée]rogation(?: (?:à|aux?))?|d[ée]rog[A-Za-zÀ-ÿ]*(?: (?:à|aux?))?|moins que|autres? que)re",
     {{{"à l'exception de l'article 5", "except"},
       {"sauf disposition contraire de l'article 5", "except"},
       {"par dérogation aux articles 5 et 6", "except"}}}},
    {"in_accordance_with",
     R"re((?:conform[ée]ment|en (?:(?:stricte |pleine )?conformit[ée] avec|application|vertu|ex[ée]cution|accord avec)|au titre|aux termes|selon|suivant|sur la base|sur le fondement|par application|en cons[ée]quence)(?: (?:de|d|à|a))?)re",
     {{{"conformément à l'article 5", "in_accordance_with"},
       {"en application des articles 5 et 6", "in_accordance_with"},
       {"en vertu de l'article 5", "in_accordance_with"}}}},
    {"applies_to",
     R"re((?:appliqu[A-Za-zÀ-ÿ]*|applicables?|application|applicabilit[ée])(?: [ée]galement| aussi| mutatis mutandis|,)*(?: (?:à|a|de|d))?)re",
     {{{"s'applique à l'article 5", "applies_to"}, {"l'application de l'article 5", "applies_to"}}}},
});

}  // namespace

const ForceTable& french_force() {
  static const ForceTable table{
      .phrases = kFrenchPhrases,
      .lead_in = RE2(lead_in_of(
          kFrenchPhrases,
          R"re((?: ?(?:de|d['’]|du|des|à|a|aux?|l['’]|les?|la|lesdits|lesdites|ledit|ladite|dudit|desdits|son|sa|ses|toutes?|tous))*)re")),
      .thin =
          R"re((?i)(\s*\b(?:le |la |les |l['’]|du |des |de |d['’]|aux? |à |toutes? |tous |autres? |pertinentes? |applicables? |des |ou |et |ce que )*(?:dispositions?(?: (?:pertinentes?|applicables?|contraires?|pr[ée]c[ée]dentes?))?|conditions?|r[èe]gles?|proc[ée]dures?|prescriptions?|stipulations?|modalit[ée]s|exigences?|termes|crit[èe]res|obligations?|limites|cas|sens|fins|application|exceptions?|d[ée]cisions?)(?:,? (?:[ée]nonc[ée]e?s?|pr[ée]vue?s?|vis[ée]e?s?|fix[ée]e?s?|[ée]tablie?s?|contenue?s?|d[ée]finie?s?|sp[ée]cifi[ée]e?s?|mentionn[ée]e?s?|d[ée]coulant|figurant|indiqu[ée]e?s?|d[ée]crite?s?|stipul[ée]e?s?))?(?: (?:de|d|à|a|dans|par|en|aux?|du|des))*(?: (?:l['’]|les?|la))?\s*)$)re",
      .first_half =
          R"re((?i)(\b(?:du|des|de la|de l['’]|au|aux|à la|à l['’]) ?[A-Za-zÀ-ÿ]+(?: [A-Za-zÀ-ÿ]+)? (?:ou|et)(?: de| d['’]| du| des| aux?| à)?(?: l['’]| la| les)?\s*)$)re",
      .refers =
          R"re((?i)(?:^|[^A-Za-zÀ-ÿ])(?:[ée]nonc[ée]e?s?|pr[ée]vue?s?|vis[ée]e?s?|sp[ée]cifi[ée]e?s?|fix[ée]e?s?|contenue?s?|mentionn[ée]e?s?|d[ée]crite?s?|[ée]tablie?s?|[ée]num[ée]r[ée]e?s?|stipul[ée]e?s?|prescrite?s?|indiqu[ée]e?s?|figure(?:nt)?|figurant|dit|[ée]nonce|cr[ée][ée]e?s?|d[ée]sign[ée]e?s?|institu[ée]e?s?) (?:à|a|aux?|dans|par|en vertu de)(?: (?:l['’]|les?|la))?\s*$)re",
      .participle =
          R"re((?i)(?:^|[\s,;('’])(?:(qui) )?(?:(est|sont|était|étaient|sera|seront|soit|soient|a été|ont été|avait été|être|été|ayant été|a|ont|ne) )?(?:(?:[A-Za-zÀ-ÿ]+ment|également|aussi|déjà|ainsi|dûment) )*([A-Za-zÀ-ÿ-]{2,}(?:ée?s?|ie?s?|ue?s?|ises?|is|ites?|it|erte?s?))\s*$)re",
      .not_descriptive = R"re((?i)être|soit|soient|ne)re",
      .no_participle =
          R"re((?i)(?:parties?|pays|mais|puis|parmi|fois|sous|plus|vis|ainsi|aussi|qui|depuis|lieu|prévu|obligée?s?|tenue?s?|états?|toute?s?|oui|si|ni|cours|autorités?|qualités?|activités?|mesures?)$)re",
      .described_noun = R"re((?i)\b(?:demandes?|infractions?|requêtes?)(?: (?:de|d['’]|par) ?[A-Za-zÀ-ÿ' -]*)?\s*$)re",
      .applies_after =
          R"re((?is)^(?:,? (?:de|du) (?:la |l['’])?(?:présente? )?[A-Za-zÀ-ÿ]+,?|,? \([^()]*\)|,(?: (?:selon le cas|le cas échéant|respectivement|selon qu['’]il convient),)?)?\s*(?:ne )?(?:s['’]appliqu[A-Za-zÀ-ÿ]+|(?:est|sont|sera|seront) (?:pas |également |aussi |de même )?(?:applicables?|appliqué[A-Za-zÀ-ÿ]*)|(?:doit|doivent|peut|peuvent) (?:pas )?(?:également )?(?:s['’]appliquer|être appliqu[A-Za-zÀ-ÿ]+))(?:\b|\s|$))re",
      .applies_last = R"re((?is)^.*\b(?:appliqu[A-Za-zÀ-ÿ]*|applicables?)(.*)$)re",
      .applies_to = R"re((?i)^[^.;:]*(?:^|\s)(?:à|a|aux?)\b)re",
      .joins =
          R"re((?is)(?:\s*\([^()]*\))?\s*[,;]?\s*(?:et|ou|et/ou|ainsi que)?\s*(?:de|d['’]|du|des|à|aux?|dans|par|en|avec|les dispositions (?:de|du|des))?\s*(?:l['’]|les?|la)?\s*)re",
      .conjunction = R"re((?i)\b(?:et|ou|ainsi que)\b)re",
      .exception =
          R"re((?i)\s*,?\s*(?:à l['’]exception (?:de|du|des)|sauf|hormis|excepté|à l['’]exclusion (?:de|du|des))(?: (?:l['’]|les?|la))?\s*)re",
      .after_exception = R"re((?i)\s*,\s*(?:et|ou|ainsi que)\s+(?:(?:à |de |d['’]|aux? )?(?:l['’]|les? |la )?)?)re"};
  return table;
}

}  // namespace treatygraph::ingest
