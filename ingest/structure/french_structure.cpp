// The table of French (see structure_words.h): first the lists of words, then the patterns, in the order of the
// structs. The keywords of headings are in lower case without accents and hyphens, because they are compared so; the
// words of sentences are as they are printed. In "PREMIÈRE PARTIE" the number is before the keyword (ordinal_first).

#include <array>

#include "ingest/structure/heading_numbers.h"
#include "ingest/structure/structure_words.h"

namespace treatygraph::ingest {
namespace {

using Kind = ProvisionKind;

constexpr auto kFrenchHeadings = std::to_array<HeadingWord>({{"article", Kind::Article},
                                                             {"art", Kind::Article},
                                                             {"regle", Kind::Rule},
                                                             {"clause", Kind::Clause},
                                                             {"partie", Kind::Part},
                                                             {"chapitre", Kind::Chapter},
                                                             {"section", Kind::Section},
                                                             {"soussection", Kind::Subsection},
                                                             {"titre", Kind::Title},
                                                             {"annexe", Kind::Annex},
                                                             {"appendice", Kind::Appendix, true},
                                                             {"protocole", Kind::Protocol}});

/// What may be between keyword and number: "n°".
constexpr std::string_view kFrenchNumberSign = R"((?i:n[o°º]?\.?))";
/// Numbers of two words, and otherwise any word: heading_number() decides whether it is a number.
constexpr std::string_view kFrenchNumbersInWords =
    R"((?i:vingt(?:[\s-]+et[\s-]+|[\s-]+)(?:un|uni[èe]me|deux|deuxi[èe]me|trois|troisi[èe]me|quatre|quatri[èe]me|cinq|cinqui[èe]me)\b)|[A-Za-zÀ-ÿ]+(?:-[A-Za-zÀ-ÿ]+){0,2})";
constexpr std::string_view kFrenchEndings = R"((?:er|[èe]re|°|º)?)";

/// A heading ends before one of these words, which begins the first sentence of the text.
constexpr auto kFrenchOpeners = std::to_array<std::string_view>(
    {"Le",      "La",     "Les",     "L'",         "Un",           "Une",  "Chaque", "Tout",  "Toute", "Tous",
     "Toutes",  "Aucun",  "Aucune",  "Nul",        "Aux",          "Au",   "À",      "A",     "Dans",  "En",
     "Si",      "Pour",   "Lorsque", "Rien",       "Sous",         "Sans", "Sauf",   "Il",    "Ils",   "Elle",
     "Ces",     "Cette",  "Ce",      "Nonobstant", "Conformément", "Par",  "Après",  "Avant", "Lors",  "Outre",
     "Chacune", "Chacun", "Des",     "Du",         "Quiconque"});
constexpr auto kFrenchJoining = std::to_array<std::string_view>(
    {"de",  "du",   "des",   "d'",   "le",  "la",   "les", "à",    "a",       "au",       "aux",
     "et",  "ou",   "en",    "dans", "par", "pour", "sur", "avec", "entre",   "ce",       "cette",
     "ces", "leur", "leurs", "son",  "sa",  "ses",  "un",  "une",  "relatif", "relative", "sous"});
constexpr auto kFrenchSubjects = std::to_array<std::string_view>({"États", "Etats", "Parties"});
constexpr auto kFrenchCiting = std::to_array<std::string_view>(
    {"à",      "aux",     "au",       "article", "articles", "art",     "paragraphe", "paragraphes", "par",
     "alinéa", "alinéas", "alinea",   "alineas", "point",    "points",  "lettre",     "lettres",     "let",
     "lit",    "section", "sections", "annexe",  "règle",    "chiffre", "sous"});
constexpr auto kFrenchCitingOn =
    std::to_array<std::string_view>({"ci", "et", "ou", "de", "du", "des", "à", "ne", "est", "sont"});
constexpr auto kFrenchConjunctions = std::to_array<std::string_view>({"et", "ou"});
constexpr auto kFrenchMonths =
    std::to_array<std::string_view>({"Janvier", "Février", "Mars", "Avril", "Mai", "Juin", "Juillet", "Août",
                                     "Septembre", "Octobre", "Novembre", "Décembre"});
constexpr auto kFrenchNameJoining =
    std::to_array<std::string_view>({"sur", "de", "du", "des", "la", "le", "les", "et", "a", "au", "aux", "en"});

HeadingPatterns french_heading_patterns() {
  return {
      .heading_line =
          RE2(heading_line_pattern(kFrenchHeadings, kFrenchNumberSign, kFrenchNumbersInWords, kFrenchEndings)),
      .ordinal_first =
          R"(\s*((?i:premi[èe]re|deuxi[èe]me|seconde|troisi[èe]me|quatri[èe]me|cinqui[èe]me|sixi[èe]me|septi[èe]me|huiti[èe]me|neuvi[èe]me|dixi[èe]me|onzi[èe]me|douzi[èe]me))\s+((?i:partie|section))\b((?:\s|[.:–—-])*))",
      .sentence_of_citations =
          R"((?:Section|Chapitre|Partie|Titre|Article|Annexe|Règle)s?\s+(?:[IVXLC]+|\d{1,3}|[A-Z])\s*(?:,|et\b|ou\b|à\s|de\b|du\b).*)",
      .cites_after_number =
          R"((?:\(?[a-z0-9]{1,4}\)|(?:et|ou|de|du|des|dans|paragraphes?|alin[ée]as?|est|sont|peut|ci-dessus|ne)\b|(?:à|d['’])).*)",
      .about = R"((?:sur|concernant|relatif|relative|relatifs|relatives|portant|instituant)\s+\S.*[^.;:,\s])",
      .has_verb = R"(\b(?:est|sont|doit|doivent|peut|peuvent|s['’]appliqu\w+|entre|a|ont)\b)",
      .heading_at_line_end =
          R"re(.*(?:[.;:)"»]\s+|\d)((?:CHAPITRE|PARTIE|SECTION|TITRE)\s+(?:[IVXLC]{1,6}|\d{1,3}))\s*)re",
      .second_heading =
          R"((?:[A-ZÀ-Þ]{2}[A-ZÀ-Þ ,'’-]* )?((?:PARTIE|Partie|CHAPITRE|Chapitre|SECTION|Section|TITRE|Titre|ARTICLE|Article) .*))",
      .glued_division =
          R"re([.;:)"»]\s+((?:PARTIE|Partie|CHAPITRE|Chapitre|SECTION|Section|TITRE|Titre|ANNEXE|Annexe)(?:\s+(?:[IVXLC]+|\d+|PREMIER|PREMI[ÈE]RE)\b)?\.?\s+(?:[A-ZÀ-Þ]{1,3}['’ ]\s*)?[A-ZÀ-Þ]{4,}(?:[ ,'’.-]+[A-ZÀ-Þ]{1,}|\s+\d+\.)*))re",
      .glued_article = R"re([.;]\s+((?:Article|ARTICLE)\s+\d{1,3}\s+[A-ZÀ-Þ][^.;:]{3,160}\s1\s?\.\s))re",
      .split_number = R"(\s*((?:Article|ARTICLE|Art\.|Règle)\s+)([1-9])\s([0-9])(\s*[.:]?\s*|:?\s+[A-ZÀ-Þ][^.;]*))"};
}

SentencePatterns french_sentence_patterns() {
  return {
      .unfinished =
          R"re((?s).*(?:^|[\s'’(])(?:(?i:de|du|des|d['’]|à|au|aux|dans|en|avec|sous|et|ou|par|le|la|les|l['’]|que|ce|cette|ces|sur|pour|entre|selon|voir|(?:ledit|ladite|dudit)|articles?|paragraphes?|alin[ée]as?)|annexe|partie|chapitre|section)\s*)re",
      .unfinished_own =
          R"re((?is).*(?:cet|cette|ce|présente?|ledit|ladite|dudit) (?:article|paragraphe|annexe|partie|chapitre|section|alin[ée]a)\s*)re",
      .slip = R"re((?s)(.*)[,;]\s*(?i:et|ou)?\s*)re",
      .announces_list =
          R"((?i)\s*(?:table|liste|index)\s+des\s+(?:articles|sections|chapitres|parties|annexes|mati[èe]res)\s*)",
      .definition =
          R"re((?s)(?:"|“|‘|«)[^"”’»]{1,80}(?:"|”|’|»)\s+(?:désigne(?:nt)?|signifie(?:nt)?|s['’]enten(?:d|dent)|on entend|comprend|comprennent|est|sont|a|ont)\b.*)re",
      .says_something =
          R"((?s).*(?:^|[\s'’])(?:est|sont|peut|peuvent|a|ont|doit|doivent|sera|seront|s['’]engagent?|conviennent|s['’]appliqu\w+)\s.*\.)",
      .circumstance =
          R"((?s)(?:Dans|Si|Pour|Lorsqu|Lorsque|Dès|En|Au|À|Par|Lors|Sauf|Pendant|Durant|Après|Sans)(?:\s|['’])[^,]*,.*)",
      .first_of_month =
          R"((?is)1(?:er)?\s+(?:janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[ûu]t|septembre|octobre|novembre|d[ée]cembre)\b.*)",
      .announces_articles =
          R"((?i).*\b(?:sont|est)\s+convenue?s?\s+(?:de\s+ce\s+qui\s+suit|des\s+dispositions\s+suivantes)\s*,?\s*)",
      .acts =
          R"((?s)(?:(?:Parties|parties|contractantes)\s)*(?:s['’]engagent|peuvent|doivent|sont|ont|conviennent|prennent|veillent|adoptent|coopèrent|qui|dont)\b.*)",
      .must = R"(\b(?:doit|doivent|est|sont|peut|peuvent|s['’]engagent|prend|prennent|veille|veillent)\b)",
      .ends_citing =
          R"((?i).*\b(?:paragraphes?|articles?|alin[ée]as?|nos?|(?:à|a|de|par|avec|voir|et|ou|l['’])\s?(?:la |le )?(?:annexe|protocole|r[èe]gle|partie|chapitre|section|appendice)))",
      .first_mark = R"((\s1\s?\.(?:\s+["(A-ZÀ-Þ“«]|\s*$)|\n\s*(?:§\s*)?1(?:\s+["(A-ZÀ-Þ“«]|\s*$)))",
      .cites_paragraph_in_brackets = R"(\b[Pp]aragraphes? \(\d)",
      .half_sentence = R"((?is)[\s.]*(?:lorsque|lorsqu['’]|si|dans les cas où|au cas où|quand)\b.*)",
      .whole_sentence = R"((?i)\b(?:doit|doivent|peut|peuvent|est|sont)\b)",
      .next_clause =
          R"(^[^.;:]*,\s+((?:le|la|les|cette|ce|cet|chaque|toute?|il|elle|ils|elles|aucune?)\s[^,.;:]{0,80}?\b(?:peut|peuvent|doit|doivent|est|sont)\b))"};
}

ComponentPatterns french_component_patterns() {
  return {
      .addressee =
          R"((\s*(?:(?i:à la|à l['’]|au|aux|de la|de l['’]|du|à|a la|a l['’])\s?)(?:(?i:cette|cet|ce|pr[ée]sente?)\s+)?(?i:(protocole|trait[ée]|convention|accord|statut|pacte|charte|constitution|chapitre|article|section|partie|titre|annexe)s?)(?:\s+(?:(?i:n[o°º]?)\.?\s*)?([IVXLC]+|\d{1,3}|[A-Z])\b)?)([^\n]*))",
      .addressee_instrument = "traite|convention|accord|statut|pacte|charte|constitution",
      .addressee_heading = R"(\b(?:ARTICLE|Article|PARTIE|Partie|CHAPITRE|Chapitre|SECTION|Section)\s+(?:[0-9]|[IVX]))",
      .addressee_verb =
          R"([^.;:]*?\b(?:est|sont|peut|doit|s['’]appliqu\w+|a|ont|contient|contiennent|fait|font|constitue)\b.*)",
      .addressee_ends = R"([.;]|\b(?:ARTICLE|Article|PARTIE|Partie|CHAPITRE|Chapitre|SECTION|Section)\s)",
      .name_of_component = R"((?i:sur|concernant|relatif|relative|relatifs|relatives|pour|portant)\s+[A-Za-zÀ-ÿ].*)",
      .list_in_name = R"((?i:de|du|des)\s+(?:(?i:la|les)\s+)?[A-ZÀ-Þ].*)",
      .annex_line = R"(\s*(ANNEXE|Annexe|APPENDICE|Appendice)\s*(\S.*)?)",
      .protocol_line =
          R"(\s*((?:(?i:premier|deuxième|final|additionnel|facultatif)\s+)?(PROTOCOLE|Protocole))(?:\s+((?i:additionnel|facultatif|annexe|annexé|final|relatif|sur|concernant|à|au|de|entre|portant)(?:\s.*[^.;:,\s])?))?\s*)",
      .letter_line =
          R"(\s*(?:((?:LETTRE|Lettre)\s+(?:(?i:n[o°º]?)\.?\s*)?(\d{1,2}|[IVX]{1,4}|[A-H]))|([ÉE]CHANGE DE (?:LETTRES|NOTES)[^a-z]*)|((?:D[ÉE]CLARATIONS?|ACTE FINAL|PROC[ÈE]S-VERBAL)(?:\s[^a-z]*)?))\s*)",
      .joint_declaration = R"(D[ÉE]CLARATIONS? COMMUNES?\b.*)",
      .title_line =
          R"(\s*((?:(R[ÈE]GLEMENT|Règlement)|(R[ÈE]GLES|Règles)|ACCORD|Accord|CONVENTION|Convention|TRAIT[ÉE]|Traité|STATUTS?|Statuts?|CHARTE|Charte|D[ÉE]CLARATION|Déclaration|CONSTITUTION|Constitution|CODE|Code|ACTE FINAL|Acte final)(?:\s+(?i:sur|de|du|des|pour|à|entre|concernant|relatif|relative|portant|annexée?|jointe?|n)(?:[\s'’].*)?)?)\s*)",
      .title_sentence =
          R"((?i:aux?|de|du|des|sur|pour|et|dans|par|avec|le|la|les|ce|cette|chaque|tout|si|parties?|membres?)\b.*|.*\b(?:désigne|est|sont|peut|peuvent|a|ont|doit|doivent|comprend|s['’]appliqu\w+)\b.*)",
      .own_annex_of_protocol = R"((?i)\bannexes?(?:\s+[IVX\dA-Z]{1,4})?\s+(?:au|du)\s+pr[ée]sent\s+protocole\b)",
      .annex_of_conference = R"((?i)^\s*(?:r[ée]solutions?|acte final|d[ée]claration|recommandation)\b)",
      .annex_mention = R"(\b(?i:annexes?)\s+(?:[IVX\dA-Z]+,?\s+(?:et|à|ou)?\s*)?)"};
}

PreamblePatterns french_preamble_patterns() {
  return {
      .preamble_line = R"((?m)^[ ]*((?i:pr[ée]ambule))[ ]*$)",
      .whereas_line = R"((?m)^[ ]*((?i:consid[ée]rants?|consid[ée]rant ce qui suit|attendu que))[ ]*[:,]?[ ]*$)",
      .agreement = RE2(
          R"((?i)(\b(?:(?:sont|est)\s+convenue?s?|(?:ont|a)(?:,[^.]{0,200},)?\s+(?:d[ée]cid[ée]|r[ée]solu)?\s?(?:de\s+)?(?:convenu|conclu|adopt[ée]|arr[êe]t[ée])|conviennent\s+(?:de\s+ce\s+qui\s+suit|des\s+dispositions)|d[ée]cident\s+de\s+ce)))",
          roomy_patterns()),
      .title_goes_on = R"((?is).*(?:^|\s)(?:entre|et|de|d['’]|du|des|par|avec|pour|à|au|aux|sur|en|concernant)\s*)",
      .parties =
          R"((?:(?:^|[^A-Za-zÀ-ÿ])((?:Le|Les|LE|LES|La|LA|L['’])\s?(?:[A-ZÀ-Þ][A-Za-zÀ-ÿ]*(?:[ \t]+|[ \t]*\n[ \t]*)){0,3}(?i:[ée]tats|parties|gouvernements?|pays|peuples|membres?|hautes|soussign[ée]s|pl[ée]nipotentiaires|chefs)\b)|[^\sa-z](?:\s?)((?:les )(?:\w+ ){0,2}(?:[ée]tats|parties|gouvernements?|membres?|hautes|chefs)\b)))",
      .formula = R"((?i)((?:sont|est)\s+convenue?s?\s+(?:de\s+ce\s+qui\s+suit|des\s+dispositions)[^.:]{0,80}[:.]))"};
}

ConclusionsPatterns french_conclusions_patterns() {
  return {
      .witness = R"re((\b(?:E[Nn] (?i:foi|t[ée]moignage) (?i:de quoi)\b|en (?:foi|t[ée]moignage) de quoi\b)))re",
      .done =
          R"re((?:^\s*|[.;:)\]"_*\n]\s*|\b\d{4}\s+)((?:FAIT|Fait|FAITE|Faite) (?:(?i:à|a|en|le|au|ce|aux)(?:\s|$))))re",
      .copies = R"re((?i)\b(?:exemplaires?|originaux|original|foi|langues?|textes?|ce .{0,40}\bjour)\b)re",
      .testimonium_line = R"((?i)\n\s*(?:en\s+(?:foi|t[ée]moignage)\s+de\s+quoi|faite?\s+(?:à|a|en|le|au)\s))",
      .authentic =
          R"re((?i)(?:\blangues?\b|authentiques?|\bfaisant (?:également )?foi\b|\bfont (?:également )?foi\b))re",
      .authentic_in_article = R"re((?i)(?:authentiques?|font (?:également )?foi))re"};
}

LostLinePatterns french_lost_lines_patterns() {
  return {
      .cites_inline =
          R"((?s).*(?:(?:^|[\s'’(])(?i:de|du|des|d['’]|à|a|au|aux|dans|en|avec|sous|et|ou|par|le|la|les|l['’]|que|ce|cet|cette|ces|sur|pour|entre|selon|voir|dudit|ledit|présente?s?|present|presente|paragraphes?|articles?|annexe|partie|chapitre|section|alin[ée]as?|titre|protocole)|[,(-]|["“‘«])\s*)",
      .heading_inline =
          R"(\s((?:ARTICLE|Article|ART\.|Art\.|CHAPITRE|Chapitre|PARTIE|Partie|SECTION|Section|TITRE|Titre|ANNEXE|Annexe|APPENDICE|Appendice|PROTOCOLE|Protocole)\s|PR[ÉE]AMBULE\s|ANNEXE|EN FOI DE QUOI))",
      .witness_inline = R"((?s)EN FOI DE QUOI.*)",
      .preamble_inline = R"((?s)(?:PR[ÉE]AMBULE|Pr[ée]ambule).*)"};
}

}  // namespace

const StructureWords& french_structure() {
  static const StructureWords words{.language = "fr",
                                    .headings = kFrenchHeadings,
                                    .numbers = &french_numbers(),
                                    .openers = kFrenchOpeners,
                                    .joining = kFrenchJoining,
                                    .subjects = kFrenchSubjects,
                                    .citing = kFrenchCiting,
                                    .citing_on = kFrenchCitingOn,
                                    .conjunctions = kFrenchConjunctions,
                                    .months = kFrenchMonths,
                                    .name_joining = kFrenchNameJoining,
                                    .protocol = "protocole",
                                    .protocol_initials = "PAFDO",
                                    .letter_initials = "LEDAN",
                                    .heading = french_heading_patterns(),
                                    .sentence = french_sentence_patterns(),
                                    .component = french_component_patterns(),
                                    .preamble = french_preamble_patterns(),
                                    .conclusions = french_conclusions_patterns(),
                                    .lost_lines = french_lost_lines_patterns()};
  return words;
}

}  // namespace treatygraph::ingest
