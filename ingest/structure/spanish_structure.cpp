// The table of Spanish (see structure_words.h): first the lists of words, then the patterns, in the order of the
// structs. The keywords of headings are in lower case without accents and hyphens, because they are compared so; the
// words of sentences are as they are printed. In "PRIMERA PARTE" the number is before the keyword (ordinal_first).

#include <array>

#include "ingest/structure/heading_numbers.h"
#include "ingest/structure/structure_words.h"

namespace treatygraph::ingest {
namespace {

using Kind = ProvisionKind;

constexpr auto kSpanishHeadings = std::to_array<HeadingWord>({{"articulo", Kind::Article},
                                                              {"art", Kind::Article},
                                                              {"regla", Kind::Rule},
                                                              {"clausula", Kind::Clause},
                                                              {"parte", Kind::Part},
                                                              {"capitulo", Kind::Chapter},
                                                              {"seccion", Kind::Section},
                                                              {"subseccion", Kind::Subsection},
                                                              {"titulo", Kind::Title},
                                                              {"anexo", Kind::Annex},
                                                              {"apendice", Kind::Appendix, true},
                                                              {"protocolo", Kind::Protocol}});

/// What may be between keyword and number: "N.º".
constexpr std::string_view kSpanishNumberSign = R"((?i:n[o°º]?\.?|n[úu]m\.?))";
/// Ordinals from ten on, also of two words. They are tried before the other forms of numbers.
constexpr std::string_view kSpanishTens =
    R"((?i:(?:vig[ée]sim|trig[ée]sim|cuadrag[ée]sim|d[ée]cim)[oa](?:\s+(?:primer[oa]?|segund[oa]|tercer[oa]?|cuart[oa]|quint[oa]|sext[oa]|s[ée]ptim[oa]|octav[oa]|noven[oa])\b)?))";
/// Any word: heading_number() decides whether it is a number.
constexpr std::string_view kSpanishNumbersInWords = "[A-Za-zÀ-ÿ]+";
constexpr std::string_view kSpanishEndings = R"((?:\.?[º°ª]|[oa]\b)?)";

/// A heading ends before one of these words, which begins the first sentence of the text.
constexpr auto kSpanishOpeners = std::to_array<std::string_view>(
    {"El",        "La",     "Los",    "Las",     "Un",     "Una",   "Cada", "Todo",  "Toda",
     "Todos",     "Todas",  "Ningún", "Ninguna", "Nada",   "A",     "Al",   "En",    "Si",
     "Para",      "Cuando", "Salvo",  "Sin",     "Con",    "De",    "Se",   "Lo",    "Este",
     "Esta",      "Estos",  "Estas",  "Dicho",   "Dicha",  "No",    "Por",  "Según", "Conforme",
     "Cualquier", "Ambas",  "Ambos",  "Podrá",   "Podrán", "Queda", "Toda", "Quien", "Los"});
constexpr auto kSpanishJoining =
    std::to_array<std::string_view>({"de", "del", "el", "la",  "los",      "las",      "a",    "al",    "y",    "e",
                                     "o",  "u",   "en", "por", "para",     "sobre",    "con",  "entre", "este", "esta",
                                     "su", "sus", "un", "una", "relativo", "relativa", "bajo", "según"});
constexpr auto kSpanishSubjects = std::to_array<std::string_view>({"Estados", "Partes"});
constexpr auto kSpanishCiting = std::to_array<std::string_view>(
    {"a",      "al",      "en",       "artículo",  "artículos", "articulo",  "articulos",
     "art",    "párrafo", "párrafos", "parrafo",   "parrafos",  "apartado",  "apartados",
     "inciso", "incisos", "numeral",  "numerales", "literal",   "literales", "letra",
     "letras", "punto",   "sección",  "anexo",     "regla",     "del",       "los"});
constexpr auto kSpanishCitingOn =
    std::to_array<std::string_view>({"y", "e", "o", "u", "de", "del", "a", "no", "es", "son", "se", "anterior"});
constexpr auto kSpanishConjunctions = std::to_array<std::string_view>({"y", "e", "o", "u"});
constexpr auto kSpanishMonths =
    std::to_array<std::string_view>({"Enero", "Febrero", "Marzo", "Abril", "Mayo", "Junio", "Julio", "Agosto",
                                     "Septiembre", "Octubre", "Noviembre", "Diciembre"});
constexpr auto kSpanishNameJoining =
    std::to_array<std::string_view>({"sobre", "de", "del", "la", "el", "los", "las", "y", "e", "a", "al", "en"});

HeadingPatterns spanish_heading_patterns() {
  return {
      .heading_line = RE2(heading_line_pattern(kSpanishHeadings, kSpanishNumberSign, kSpanishNumbersInWords,
                                               kSpanishEndings, kSpanishTens)),
      .ordinal_first =
          R"(\s*((?i:primera|segunda|tercera|cuarta|quinta|sexta|s[ée]ptima|octava|novena|d[ée]cima))\s+((?i:parte|secci[óo]n))\b((?:\s|[.:–—-])*))",
      .sentence_of_citations =
          R"((?:Sección|Capítulo|Parte|Título|Artículo|Anexo|Regla)s?\s+(?:[IVXLC]+|\d{1,3}|[A-Z])\s*(?:,|y\b|o\b|a\b|al\b|de\b|del\b).*)",
      .cites_after_number =
          R"((?:\(?[a-z0-9]{1,4}\)|(?:y|e|o|u|a|al|de|del|en|p[áa]rrafos?|apartados?|es|son|se|no)\b).*)",
      .about = R"((?:sobre|relativo|relativa|relativos|relativas|referente|para|que)\s+\S.*[^.;:,\s])",
      .has_verb = R"(\b(?:es|son|será|serán|podrá|podrán|deberá|deberán|se|ha|han|tendrá)\b)",
      .heading_at_line_end =
          R"re(.*(?:[.;:)"»]\s+|\d)((?:CAP[ÍI]TULO|PARTE|SECCI[ÓO]N|T[ÍI]TULO)\s+(?:[IVXLC]{1,6}|\d{1,3}))\s*)re",
      .second_heading =
          R"((?:[A-ZÀ-Þ]{2}[A-ZÀ-Þ ,'’-]* )?((?:PARTE|Parte|CAP[ÍI]TULO|Capítulo|SECCI[ÓO]N|Sección|T[ÍI]TULO|Título|ART[ÍI]CULO|Artículo) .*))",
      .glued_division =
          R"re([.;:)"»]\s+((?:PARTE|Parte|CAP[ÍI]TULO|Capítulo|SECCI[ÓO]N|Sección|T[ÍI]TULO|Título|ANEXO|Anexo)(?:\s+(?:[IVXLC]+|\d+|PRIMER[OA])\b)?\.?\s+(?:[A-ZÀ-Þ]{2,3}\s+)?[A-ZÀ-Þ]{4,}(?:[ ,'.-]+[A-ZÀ-Þ]{1,}|\s+\d+\.)*))re",
      .glued_article = R"re([.;]\s+((?:Art[íi]culo|ART[ÍI]CULO)\s+\d{1,3}\s+[A-ZÀ-Þ][^.;:]{3,160}\s1\s?\.\s))re",
      .split_number =
          R"(\s*((?:Art[íi]culo|ART[ÍI]CULO|Art\.|Regla)\s+)([1-9])\s([0-9])(\s*[.:]?\s*|:?\s+[A-ZÀ-Þ][^.;]*))"};
}

SentencePatterns spanish_sentence_patterns() {
  return {
      .unfinished =
          R"re((?s).*(?:^|[\s(])(?:(?i:de|del|a|al|en|con|bajo|y|e|o|u|por|el|la|los|las|que|este|esta|estos|dichos?|dichas?|sobre|para|entre|seg[úu]n|ver|art[íi]culos?|p[áa]rrafos?|apartados?|incisos?)|anexo|parte|cap[íi]tulo|secci[óo]n)\s*)re",
      .unfinished_own =
          R"re((?is).*(?:este|esta|presente|dicho|dicha|mismo|misma) (?:art[íi]culo|p[áa]rrafo|anexo|parte|cap[íi]tulo|secci[óo]n|apartado)\s*)re",
      .slip = R"re((?s)(.*)[,;]\s*(?i:y|e|o|u)?\s*)re",
      .announces_list =
          R"((?i)\s*(?:[íi]ndice|lista)(?:\s+de\s+(?:los\s+)?(?:art[íi]culos|secciones|cap[íi]tulos|anexos|materias))?\s*)",
      .definition =
          R"re((?s)(?:"|“|‘|«)[^"”’»]{1,80}(?:"|”|’|»)\s+(?:significan?|designan?|se entiende|se entender[áa]|incluyen?|comprenden?|es|son|tienen?)\b.*)re",
      .says_something =
          R"((?s).*\s(?:es|son|podr[áa]n?|ha|han|deber[áa]n?|ser[áa]n?|se comprometen?|convienen?|se aplicar[áa]n?)\s.*\.)",
      .circumstance = R"((?s)(?:En|Si|Para|Cuando|Al|A|Por|Con|Salvo|Durante|Después|Sin|Dentro)\s[^,]*,.*)",
      .first_of_month =
          R"((?is)1[º°]?\s+(?:de\s+)?(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)\b.*)",
      .announces_articles = R"((?i).*\b(?:convenido|acordado|acuerdan|convienen)\s+(?:en\s+)?lo\s+siguiente\s*,?\s*)",
      .acts =
          R"((?s)(?:(?:Partes|Contratantes|Miembros)\s)*(?:se|podrán|deberán|son|han|convienen|acuerdan|adoptarán|cooperarán|velarán|que)\b.*)",
      .must =
          R"(\b(?:deberá|deberán|será|serán|podrá|podrán|se compromete[n]?|adoptará|adoptarán|velará|tendrá|tendrán)\b)",
      .ends_citing =
          R"((?i).*(?:p[áa]rrafos?|art[íi]culos?|apartados?|incisos?|\bn[úu]m|(?:del?|al?|en|por|con|v[ée]ase|y|o)\s(?:el |la )?(?:anexo|protocolo|regla|parte|cap[íi]tulo|secci[óo]n|ap[ée]ndice)))",
      .first_mark = R"((\s1\s?\.(?:\s+["(A-ZÀ-Þ“«]|\s*$)|\n\s*(?:§\s*)?1(?:\s+["(A-ZÀ-Þ“«]|\s*$)))",
      .cites_paragraph_in_brackets = R"(\b[Pp][áa]rrafos? \(\d)",
      .half_sentence = R"((?is)[\s.]*(?:cuando|si|en los casos en que|en caso de que)\b.*)",
      .whole_sentence = R"((?i)\b(?:deberá|deberán|podrá|podrán|será|serán)\b)",
      .next_clause =
          R"(^[^.;:]*,\s+((?:el|la|los|las|este|esta|dich[oa]|cada|tod[oa]|ningún|ninguna)\s[^,.;:]{0,80}?\b(?:podrá|podrán|deberá|deberán|será|serán)\b))"};
}

ComponentPatterns spanish_component_patterns() {
  return {
      .addressee =
          R"((\s*(?:(?i:a la|al|a los|a las|de la|del|a)\s+)(?:(?i:esta|este|presente)\s+)?(?i:(protocolo|tratado|convenci[óo]n|convenio|acuerdo|estatuto|pacto|carta|constituci[óo]n|cap[íi]tulo|art[íi]culo|secci[óo]n|parte|t[íi]tulo|anexo)s?)(?:\s+(?:(?i:n[o°º]?|n[úu]m)\.?\s*)?([IVXLC]+|\d{1,3}|[A-Z])\b)?)([^\n]*))",
      .addressee_instrument = "tratado|convencion|convenio|acuerdo|estatuto|pacto|carta|constitucion",
      .addressee_heading =
          R"(\b(?:ART[ÍI]CULO|Artículo|PARTE|Parte|CAP[ÍI]TULO|Capítulo|SECCI[ÓO]N|Sección)\s+(?:[0-9]|[IVX]))",
      .addressee_verb =
          R"([^.;:]*?\b(?:es|son|será|serán|podrá|deberá|se|ha|han|contiene|contienen|forma|forman|constituye)\b.*)",
      .addressee_ends = R"([.;]|\b(?:ART[ÍI]CULO|Artículo|PARTE|Parte|CAP[ÍI]TULO|Capítulo|SECCI[ÓO]N|Sección)\s)",
      .name_of_component = R"((?i:sobre|relativo|relativa|relativos|relativas|para|referente)\s+[A-Za-zÀ-ÿ].*)",
      .list_in_name = R"((?i:de|del)\s+(?:(?i:la|los|las)\s+)?[A-ZÀ-Þ].*)",
      .annex_line = R"(\s*(ANEXO|Anexo|AP[ÉE]NDICE|Apéndice)\s*(\S.*)?)",
      .protocol_line =
          R"(\s*((?:(?i:primer|segundo|final|adicional|facultativo)\s+)?(PROTOCOLO|Protocolo))(?:\s+((?i:adicional|facultativo|anexo|final|relativo|sobre|a|al|de|del|entre|para)(?:\s.*[^.;:,\s])?))?\s*)",
      .letter_line =
          R"(\s*(?:((?:CARTA|Carta|NOTA|Nota)\s+(?:(?i:n[o°º]?|n[úu]m)\.?\s*)(\d{1,2}|[IVX]{1,4}|[A-H]))|(CANJE DE (?:CARTAS|NOTAS)[^a-z]*)|((?:DECLARACI[ÓO]N(?:ES)?|ACTA FINAL)(?:\s[^a-z]*)?))\s*)",
      .joint_declaration = R"(DECLARACI[ÓO]N(?:ES)? (?:CONJUNTA|COM[ÚU]N)(?:S|ES)?\b.*)",
      .title_line =
          R"(\s*((?:(REGLAMENTO|Reglamento)|(REGLAS|Reglas)|ACUERDO|Acuerdo|CONVENCI[ÓO]N|Convención|CONVENIO|Convenio|TRATADO|Tratado|ESTATUTOS?|Estatutos?|CARTA|Carta|DECLARACI[ÓO]N|Declaración|CONSTITUCI[ÓO]N|Constitución|C[ÓO]DIGO|Código|ACTA FINAL|Acta final)(?:\s+(?i:sobre|de|del|para|a|entre|relativo|relativa|anex[oa]|adjunt[oa]|que|n)(?:\s.*)?)?)\s*)",
      .title_sentence =
          R"((?i:a|al|de|del|sobre|para|y|en|por|con|el|la|los|las|este|esta|cada|todo|si|partes?|miembros?)\b.*|.*\b(?:significa|es|son|será|serán|podrá|podrán|ha|han|deberá|deberán|incluye|se)\b.*)",
      .own_annex_of_protocol = R"((?i)\banexos?(?:\s+[IVX\dA-Z]{1,4})?\s+(?:al|del)\s+presente\s+protocolo\b)",
      .annex_of_conference = R"((?i)^\s*(?:resoluci[óo]n(?:es)?|acta final|declaraci[óo]n|recomendaci[óo]n)\b)",
      .annex_mention = R"(\b(?i:anexos?)\s+(?:[IVX\dA-Z]+,?\s+(?:y|a|o)?\s*)?)"};
}

PreamblePatterns spanish_preamble_patterns() {
  return {
      .preamble_line = R"((?m)^[ ]*((?i:pre[áa]mbulo))[ ]*$)",
      .whereas_line = R"((?m)^[ ]*((?i:considerandos?|considerando lo siguiente|por cuanto))[ ]*[:,]?[ ]*$)",
      .agreement = RE2(
          R"((?i)(\b(?:(?:han|ha)(?:,[^.]{0,200},)?\s+(?:decidido|resuelto)?\s?(?:en\s+)?(?:convenido|acordado|concertado|celebrado|adoptado|concluido)|convienen\s+(?:en\s+)?(?:lo\s+siguiente)|acuerdan\s+lo\s+siguiente)))",
          roomy_patterns()),
      .title_goes_on = R"((?is).*(?:^|\s)(?:entre|y|de|del|por|con|para|a|al|sobre|en|e)\s*)",
      .parties =
          R"((?:(?:^|[^A-Za-zÀ-ÿ])((?:El|Los|EL|LOS|La|LA|Las|LAS)\s+(?:[A-ZÀ-Þ][A-Za-zÀ-ÿ]*(?:[ \t]+|[ \t]*\n[ \t]*)){0,3}(?i:estados|partes|gobiernos?|pa[íi]ses|pueblos|miembros?|altas|suscritos|plenipotenciarios|jefes)\b)|[^\sa-z](?:\s?)((?:los )(?:\w+ ){0,2}(?:estados|partes|gobiernos?|miembros?|jefes)\b)))",
      .formula =
          R"((?i)((?:(?:han|ha)\s+(?:convenido|acordado)\s+(?:en\s+)?lo\s+siguiente|(?:convienen|acuerdan)\s+(?:en\s+)?lo\s+siguiente)[^.:]{0,80}[:.]))"};
}

ConclusionsPatterns spanish_conclusions_patterns() {
  return {
      .witness = R"re((\b(?:E[Nn] (?i:fe|testimonio) (?i:de lo cual|de ello)\b|en (?:fe|testimonio) de lo cual\b)))re",
      .done =
          R"re((?:^\s*|[.;:)\]"_*\n]\s*|\b\d{4}\s+)((?:HECH[OA]|Hech[oa]|SUSCRIT[OA]|Suscrit[oa]|FIRMAD[OA]|Firmad[oa]) (?:(?i:en|el|a|por|y)\b)))re",
      .copies =
          R"re((?i)\b(?:ejemplar(?:es)?|originales|original|id[ée]ntic[oa]s|idiomas?|textos?|a los .{0,40}\bd[íi]as)\b)re",
      .testimonium_line =
          R"((?i)\n\s*(?:en\s+(?:fe|testimonio)\s+de\s+lo\s+cual|(?:hech[oa]|suscrit[oa]|firmad[oa])\s+(?:en|el|a)\s))",
      .authentic = R"re((?i)\b(?:idiomas?|aut[ée]nticos?)\b)re",
      .authentic_in_article = R"re((?i)(?:igualmente aut[ée]nticos?|aut[ée]nticos?))re"};
}

LostLinePatterns spanish_lost_lines_patterns() {
  return {
      .cites_inline =
          R"((?s).*(?:(?:^|[\s(])(?i:de|del|a|al|en|con|bajo|y|e|o|u|por|el|la|los|las|que|este|esta|estos|dich[oa]s?|sobre|para|entre|seg[úu]n|ver|presente|p[áa]rrafos?|art[íi]culos?|anexo|parte|cap[íi]tulo|secci[óo]n|incisos?|t[íi]tulo|protocolo)|[,(-]|["“‘«])\s*)",
      .heading_inline =
          R"(\s((?:ART[ÍI]CULO|Art[íi]culo|ART\.|Art\.|CAP[ÍI]TULO|Cap[íi]tulo|PARTE|Parte|SECCI[ÓO]N|Secci[óo]n|T[ÍI]TULO|T[íi]tulo|ANEXO|Anexo|AP[ÉE]NDICE|Ap[ée]ndice|PROTOCOLO|Protocolo)\s|PRE[ÁA]MBULO\s|ANEXO|EN FE DE LO CUAL))",
      .witness_inline = R"((?s)EN FE DE LO CUAL.*)",
      .preamble_inline = R"((?s)(?:PRE[ÁA]MBULO|Pre[áa]mbulo).*)"};
}

}  // namespace

const StructureWords& spanish_structure() {
  static const StructureWords words{.language = "es",
                                    .headings = kSpanishHeadings,
                                    .numbers = &spanish_numbers(),
                                    .openers = kSpanishOpeners,
                                    .joining = kSpanishJoining,
                                    .subjects = kSpanishSubjects,
                                    .citing = kSpanishCiting,
                                    .citing_on = kSpanishCitingOn,
                                    .conjunctions = kSpanishConjunctions,
                                    .months = kSpanishMonths,
                                    .name_joining = kSpanishNameJoining,
                                    .protocol = "protocolo",
                                    .protocol_initials = "PSAFO",
                                    .letter_initials = "CDAN",
                                    .heading = spanish_heading_patterns(),
                                    .sentence = spanish_sentence_patterns(),
                                    .component = spanish_component_patterns(),
                                    .preamble = spanish_preamble_patterns(),
                                    .conclusions = spanish_conclusions_patterns(),
                                    .lost_lines = spanish_lost_lines_patterns()};
  return words;
}

}  // namespace treatygraph::ingest
