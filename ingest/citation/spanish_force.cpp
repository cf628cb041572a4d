// Spanish words of legal force; the counterpart of english_force.cpp. Most accented letters have their plain form as an
// alternative, because texts are often printed without accents.

#include <array>

#include "ingest/citation/force_words.h"

namespace treatygraph::ingest {
namespace {

constexpr auto kSpanishPhrases = std::to_array<ForcePhrase>({
    {"notwithstanding",
     R"re(no obstante(?: lo (?:dispuesto|establecido|previsto|estipulado)(?: (?:en|por))?)?|pese a|a pesar de)re",
     {{{"No obstante lo dispuesto en el artículo 5", "notwithstanding"},
       {"no obstante el artículo 5", "notwithstanding"}}}},
    {"without_prejudice",
     R"re(sin (?:perjuicio|menoscabo|perjudicar|afectar)(?: (?:de|a|al|del))?)re",
     {{{"sin perjuicio del artículo 5", "without_prejudice"},
       {"Sin perjuicio de lo dispuesto en el párrafo 1", "without_prejudice"}}}},
    {"subject_to",
     R"re((?:a|con) reserva|(?:con )?sujeci[óo]n|(?:queda(?:n|rá|rán)? |esta(?:rá|rán)? |está(?:n)? )?(?:sujet[oa]s?|sometid[oa]s?|supeditad[oa]s?)(?: (?:a|al|de))?)re",
     {{{"con sujeción al artículo 5", "subject_to"},
       {"A reserva de lo dispuesto en el artículo 5", "subject_to"},
       {"sujeto al artículo 5", "subject_to"}}}},
    {"defined_in",
     R"re((?:(?:tal|según) (?:como|y como) )?(?:se )?defin(?:id[oa]s?|en?|ición) (?:en|por|a)|(?:en el|con arreglo al) sentido|según la definición)re",
     {{{"definidos en el artículo 5", "defined_in"}, {"en el sentido del artículo 5", "defined_in"}}}},
    {"except",
     R"re((?:salvo|excepto|exceptuando)(?: (?:en|que|lo|los|las|casos?|el|la|disposici[óo]n|contrari[oa]|cuando|por|para|dispuesto|previst[oa]s?|estipulado|a|de|del|al))*|con (?:la )?excepci[óo]n|a excepci[óo]n|con exclusi[óo]n|a menos que|distint[oa]s? de|que no sean|como excepci[óo]n|apartarse)re",
     {{{"con excepción del artículo 5", "except"},
       {"Salvo en los casos previstos en el artículo 5", "except"},
       {"excepto lo dispuesto en el artículo 5", "except"}}}},
    {"in_accordance_with",
     R"re((?:de (?:conformidad|acuerdo)|en (?:conformidad|virtud|aplicaci[óo]n|cumplimiento|consonancia|los t[ée]rminos|ejercicio)|con arreglo|conforme|seg[úu]n|en t[ée]rminos|al amparo|a tenor|atendiendo|sobre la base|por aplicaci[óo]n|en concordancia)(?: (?:con|a|al|de|del))?(?: lo (?:dispuesto|previsto|establecido|estipulado|prescrito|señalado|indicado|pactado) (?:en|por))?)re",
     {{{"de conformidad con el artículo 5", "in_accordance_with"},
       {"con arreglo a lo dispuesto en el artículo 5", "in_accordance_with"},
       {"en virtud del artículo 5", "in_accordance_with"}}}},
    {"applies_to",
     R"re((?:aplic[A-Za-zÀ-ÿ]*|aplicables?|aplicaci[óo]n|aplicabilidad)(?: tambi[ée]n| asimismo| mutatis mutandis|,)*(?: (?:a|al|de|del))?)re",
     {{{"se aplicará al artículo 5", "applies_to"}, {"la aplicación del artículo 5", "applies_to"}}}},
});

}  // namespace

const ForceTable& spanish_force() {
  static const ForceTable table{
      .phrases = kSpanishPhrases,
      .lead_in =
          RE2(lead_in_of(kSpanishPhrases, R"re((?: (?:de|del|a|al|el|la|los|las|en|dichos?|dichas?|su|sus|con))*)re")),
      .thin =
          R"re((?i)(\s*\b(?:lo |la |las |el |los |del |de |al |a |en |con |demás |otr[oa]s |tod[oa]s |ambos |esas |dichas |o |y )*(?:dispuesto|establecido|previsto|estipulado|prescrito|señalado|indicado|contemplado|expresado|enunciado|determinado|disposiciones?|condiciones|t[ée]rminos|normas?|reglas?|requisitos?|procedimientos?|obligaciones|casos?|criterios?|contenido|efectos|prop[óo]sitos|fines|l[íi]mites?)(?:,? (?:pertinentes?|aplicables?|en contrario|previst[oa]s?|establecid[oa]s?|enunciad[oa]s?|contenid[oa]s?|mencionad[oa]s?|especificad[oa]s?|dispuest[oa]s?|señalad[oa]s?|contemplad[oa]s?|indicad[oa]s?|fijad[oa]s?|estipulad[oa]s?|contraíd[oa]s?|que figuran|que se establecen))*(?: (?:de|del|en|a|al|por|con|conforme a|en virtud de))*(?: (?:el|la|los|las))?\s*)$)re",
      .first_half =
          R"re((?i)(\b(?:de la|del|de los|de las|en el|en la|en los|en las|al|a la|a los) [A-Za-zÀ-ÿ]+(?: [A-Za-zÀ-ÿ]+)? (?:o|y|e|u)(?: de| del| en| a| al)?(?: el| la| los| las)?\s*)$)re",
      .refers =
          R"re((?i)(?:^|(?:[^o\s]|[^l]o|[^\s]lo)\s+)(?:enunciad[oa]s?|previst[oa]s?|establecid[oa]s?|especificad[oa]s?|fijad[oa]s?|contenid[oa]s?|mencionad[oa]s?|descrit[oa]s?|enumerad[oa]s?|estipulad[oa]s?|prescrit[oa]s?|indicad[oa]s?|señalad[oa]s?|contemplad[oa]s?|figura[n]?|figure[n]?|dispuest[oa]s?|referid[oa]s?|hace referencia|hace mención|hace alusión|se refiere[n]?|referencia|tipificad[oa]s?|designad[oa]s?) (?:en|por|a|al)(?: (?:el|la|los|las))?\s*$)re",
      .participle =
          R"re((?i)(?:^|[\s,;(])(?:(que) )?(?:(es|son|era|eran|fue|fueron|será|serán|sea|sean|ha sido|han sido|haya sido|hayan sido|ser|sido|ha|han|haya|hayan|no|se) )?(?:(?:[A-Za-zÀ-ÿ]+mente|también|ya|así|debidamente) )*([A-Za-zÀ-ÿ-]{2,}(?:ad[oa]s?|id[oa]s?|ído|est[oa]s?|rit[oa]s?|ech[oa]s?|ist[oa]s?))\s*$)re",
      .not_descriptive = R"re((?i)ser|sea|sean|no)re",
      .no_participle =
          R"re((?i)(?:estados?|cada|medidas?|acuerdos?|est[oa]s?|lados?|obligad[oa]s?|facultad[oa]s?|autoridad|actividad(?:es)?|derechos?|resto|supuesto|manifiesto)$)re",
      .described_noun = R"re((?i)\b(?:solicitud(?:es)?|delitos?)(?: (?:de|por) [A-Za-zÀ-ÿ' -]*)?\s*$)re",
      .applies_after =
          R"re((?is)^(?:,? (?:de la|del|de este|de esta) (?:presente )?[A-Za-zÀ-ÿ]+,?|,? \([^()]*\)|,(?: (?:según el caso|según corresponda|respectivamente|cuando proceda),)?)?\s*(?:no )?(?:se aplica[A-Za-zÀ-ÿ]*|(?:es|son|será|serán|seguirán siendo) (?:también |igualmente )?aplicables?|(?:podrán?|deberán?) aplicarse|regirán?)(?:,|\b|\s|$))re",
      .applies_last = R"re((?is)^.*\b(?:aplic[A-Za-zÀ-ÿ]*)(.*)$)re",
      .applies_to = R"re((?i)^[^.;:]*(?:^|\s)(?:a|al)\b)re",
      .joins =
          R"re((?is)(?:\s*\([^()]*\))?\s*[,;]?\s*(?:y/o|y|e|o|u|así como)?\s*(?:de lo dispuesto en|de|del|a|al|en|por|con|las disposiciones (?:de|del))?\s*(?:el|la|los|las)?\s*)re",
      .conjunction = R"re((?i)\b(?:y|e|o|u|así como)\b)re",
      .exception =
          R"re((?i)\s*,?\s*(?:con (?:la )?excepci[óo]n (?:de|del)|a excepci[óo]n (?:de|del)|salvo|excepto|exceptuando)(?: (?:el|la|los|las))?\s*)re",
      .after_exception = R"re((?i)\s*,\s*(?:y|e|o|así como)\s+(?:(?:a |de |en )?(?:el |la |los |las )?|del |al )?)re"};
  return table;
}

}  // namespace treatygraph::ingest
