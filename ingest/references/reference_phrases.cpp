// The tables of English, French and Spanish. All patterns are compiled once, on first use. Accented letters have their
// plain form as an alternative where texts are printed without accents.

#include "ingest/references/reference_phrases.h"

namespace treatygraph::ingest {
namespace {

/// The other languages have the same patterns in the same order.
const ReferencePhrases& english_phrases() {
  static const ReferencePhrases phrases{
      .protocol = "Protocol",
      .annex_word = "annex",
      .announcing = "ollowing",
      .announces_list =
          R"re((?i)\b(following (?:(?:articles?|provisions?|paragraphs?|chapters?|sections?|parts?|annex(?:es)?|rules|regulations|standards|clauses|terms)(?:,? (?:and|or) )?)+ (?:of|in|to) [^.;:]*:))re",
      .announces_of_that =
          R"((?s)\b(?:that|those) (Annex|Convention|Agreement|Protocol|Treaty|Charter|instrument)[^.;:]{0,60}:\s*$)",
      .annex = "Annex",
      .excludes = R"(\bshall not apply\b)",
      .in_particular =
          R"(\s*[(,]\s*(?:(?:and )?(?:in particular|notably|especially|inter alia),?\s*)(?:in|under|of)?\s*(?:the)?\s*|\s*\(\s*|#)",
      .points_back = R"((?:that|those|the (?:said|same|latter|aforementioned)) [A-Za-z][a-z]+)",
      .heading_unit =
          R"re((?i)^(?:article|rule|regulation|standard|guideline|principle|clause|annex|appendix|schedule|protocol|part|title|chapter|section|sub-?section)s? +[A-Z0-9][A-Za-z0-9.-]*(?: bis| ter)?)re",
      .listed_annex =
          R"re((?i)^\s*(?:annex|appendix|schedule|protocol|attachment)e?\s+[A-Z0-9][A-Za-z0-9.-]*\s*(?:[.:–—-]\s*)?)re",
      .listed_unit =
          R"re((?i)^\s*(?:article|rule|regulation|part|chapter|section|title)\s+(?:\d{1,3}|[IVXLC]+|one|two|three|four|five|six|seven|eight|nine|ten)\b\s*(?:[.:–—-]\s*)?)re",
      .another_heading = R"re((?i)^\s*(?:article|rule|regulation|annex|part|chapter|section|and|or)\b)re",
      .of_whole = R"re((?i)^to (?:the |this )?[A-Z][A-Za-z]+(?: [IVXLC0-9A-Z-]+)?$)re",
      .sentence_goes_on =
          R"re((?i)(?:\b(?:of|in|with|under|to|and|or|by|from|the|for|on|than|see|both|either|as|at|article|articles|paragraph|section|chapter|annex)|[-–:])$)re",
      .heading_verb =
          R"re((?i)\b(?:shall|may|must|will|appl(?:y|ies)|is|are|was|were|does|do|has|have|provides?|constitutes?|forms?|contains?|sets?|refers?)\b|[;,]$|\.$)re",
      .about = R"((?i)^(?:on|concerning|relating to|regarding|for|containing)\b)",
      .about_few_words =
          R"((?i)(?:on|concerning|relating to|regarding|for)\s+(?:the\s+)?([A-Za-z-]+(?:\s[A-Za-z-]+)?))",
      .of_what = R"((?i)^of\s)",
      .title_of_what = R"((?i)^(?:[a-z-]+ ){1,4}(?:of|on|for|concerning|relating to|regarding|between|governing)\b)",
      .title_joint = R"((\s(?i:of|for|under|to|on|concerning|relating|governing)\s))",
      .means = " means ",
      .component_means =
          R"re(["“](?:the )?([A-Z][A-Za-z -]{1,60}?)["”] means (?:the )?[^.;"“”]*?\b(Annex|Schedule|Appendix|Protocol) ([A-Z0-9][A-Za-z0-9-]*)\b)re",
      .component_called =
          R"re(\b(Annex|Schedule|Appendix|Protocol) ([A-Z0-9][A-Za-z0-9-]*)(?: to this [A-Z][a-z]+)?,? \((?:hereinafter,? )?(?:referred to as |called )?(?:the )?["“](?:the )?([A-Z][A-Za-z -]{1,60}?)["”]\))re",
      .printed_component =
          R"((?m)^[ \t]*((?i:annex|appendix|schedule|protocol|attachment|exhibit|addendum))(?:[ \t]+(?:(?:No|NO)\.?[ \t]*)?([A-Z0-9][A-Za-z0-9.-]{0,7}))?[ \t]*(?:$|[:–—-]|[A-Z(]))"};
  return phrases;
}

const ReferencePhrases& french_phrases() {
  static const ReferencePhrases phrases{
      .protocol = "Protocole",
      .annex_word = "annex",
      .announcing = "suivant",
      .announces_list =
          R"re((?i)\b((?:articles?|dispositions?|paragraphes?|chapitres?|annexes?|r[èe]gles?) (?:suivante?s?|ci-apr[èe]s) (?:de|du|des|d['’]) ?[^.;:]*:))re",
      .announces_of_that =
          R"((?s)(?:\b(?:ledit|ladite|dudit|de ladite|cette|ce|cet) (annexe|Annexe|Convention|Accord|Protocole|Traité|Charte|instrument))[^.;:]{0,60}:\s*$)",
      .annex = "(?i)annexe",
      .excludes = R"(ne (?:s['’]appliquent|s['’]applique|sont|est) pas(?: applicables?)?)",
      .in_particular =
          R"(\s*[(,]\s*(?:(?:et )?(?:en particulier|notamment|sp[ée]cialement),?\s*)(?:à|dans|de|en vertu de)?\s*(?:son|sa|ses|l['’]|les?|la)?\s*|\s*\(\s*|#)",
      .points_back = R"((?i)(?:(?:le |la )?dite?|cette|cet|ce|(?:de )?ladite|ledit|(?:le|la) même) [A-Za-zÀ-ÿ]+)",
      .heading_unit =
          R"re((?i)^(?:article|art\.|r[èe]gle|clause|annexe|appendice|protocole|partie|titre|chapitre|section|sous-section)s? +(?:premi[eè]re?|[A-Z0-9][A-Za-z0-9.-]*)(?:er)?(?: bis| ter)?)re",
      .listed_annex = R"re((?i)^\s*(?:annexe|appendice|protocole)\s+[A-Z0-9][A-Za-z0-9.-]*\s*(?:[.:–—-]\s*)?)re",
      .listed_unit =
          R"re((?i)^\s*(?:article|r[èe]gle|partie|chapitre|section|titre)\s+(?:\d{1,3}|[IVXLC]+|premi[èe]re?|deux|trois)\b\s*(?:[.:–—-]\s*)?)re",
      .another_heading = R"re((?i)^\s*(?:article|r[èe]gle|annexe|partie|chapitre|section|et|ou)\b)re",
      .of_whole = R"re((?i)^(?:à la|au|à l['’]|de la|du) ?(?:présente? )?[A-ZÀ-Þ][A-Za-zÀ-ÿ]+(?: [IVXLC0-9A-Z-]+)?$)re",
      .sentence_goes_on =
          R"re((?i)(?:(?:^|[\s'’(])(?:de|du|des|d['’]|dans|avec|sous|à|au|aux|et|ou|par|le|la|les|l['’]|pour|sur|en|que|voir|article|articles|paragraphe|section|chapitre|annexe)|[-–:])$)re",
      .heading_verb =
          R"re((?i)\b(?:doit|doivent|peut|peuvent|s['’]appliqu\w+|est|sont|a|ont|pr[ée]voit|constitue|fait|contient|fixe|concerne)\b|[;,]$|\.$)re",
      .about = R"((?i)^(?:sur|concernant|relatif|relative|relatifs|relatives|pour|portant)\b)",
      .about_few_words = R"((?i)(?:sur|concernant|relatif|relative)\s+(?:le |la |l['’]|les )?([A-Za-zÀ-ÿ-]+))",
      .of_what = R"((?i)^(?:de\s|du\s|des\s|d['’]))",
      .title_of_what =
          R"((?i)^(?:[a-zà-ÿ'’-]+ ){1,4}(?:de|du|des|d['’]|sur|pour|concernant|relatif|relative|entre|portant)\b)",
      .title_joint = R"((\s(?i:de|du|des|pour|sur|concernant|relatif|relative|relatifs|relatives)\s|\sd['’]))",
      .means = " désigne ",
      .component_means =
          R"re(["“«] ?(?:le |la |l['’])?([A-Z][A-Za-zÀ-ÿ -]{1,60}?) ?["”»] désigne (?:le |la |l['’])?[^.;"“”«»]*?\b([Aa]nnexe|[Aa]ppendice|Protocole) ([A-Z0-9][A-Za-z0-9-]*)\b)re",
      .component_called =
          R"re(\b([Aa]nnexe|[Aa]ppendice|Protocole) ([A-Z0-9][A-Za-z0-9-]*)(?: à la présente [A-Z][a-z]+| au présent [A-Z][a-z]+)?,? \((?:ci-après,? )?(?:d[ée]nomm[ée]e? |appel[ée]e? )?(?:le |la |l['’])?["“«] ?(?:le |la |l['’])?([A-Z][A-Za-zÀ-ÿ -]{1,60}?) ?["”»]\))re",
      .printed_component =
          R"((?m)^[ \t]*((?i:annexe|appendice|protocole))(?:[ \t]+(?:(?i:n[o°º]?)\.?[ \t]*)?([A-Z0-9][A-Za-z0-9.-]{0,7}))?[ \t]*(?:$|[:–—-]|[A-ZÀ-Þ(]))"};
  return phrases;
}

const ReferencePhrases& spanish_phrases() {
  static const ReferencePhrases phrases{
      .protocol = "Protocolo",
      .annex_word = "anexo",
      .announcing = "siguiente",
      .announces_list =
          R"re((?i)\b((?:siguientes (?:art[íi]culos?|disposiciones|p[áa]rrafos?|cap[íi]tulos?|anexos?|reglas?)|(?:art[íi]culos?|disposiciones|p[áa]rrafos?|cap[íi]tulos?|anexos?|reglas?) siguientes) (?:de|del|a) [^.;:]*:))re",
      .announces_of_that =
          R"((?s)\b(?:dicho|dicha|ese|esa|este|esta|mencionado|mencionada) ([Aa]nexo|Convención|Convenio|Acuerdo|Protocolo|Tratado|Carta|instrumento)[^.;:]{0,60}:\s*$)",
      .annex = "(?i)anexo",
      .excludes = R"(no (?:se aplicar[áa]n?|ser[áa]n? aplicables?|se aplican?))",
      .in_particular =
          R"(\s*[(,]\s*(?:(?:y )?(?:en particular|en especial|especialmente|entre otros),?\s*)(?:en|de|a)?\s*(?:su|sus|el|la|los|las)?\s*|\s*\(\s*|#)",
      .points_back =
          R"((?i)(?:dich[oa]s?|es[ae]|aquell?a?|(?:el|la) (?:mism[oa]|citad[oa]|mencionad[oa]|referid[oa]|antedich[oa])) [A-Za-zÀ-ÿ]+)",
      .heading_unit =
          R"re((?i)^(?:art[íi]culo|art\.|regla|cl[áa]usula|anexo|ap[ée]ndice|protocolo|parte|t[íi]tulo|cap[íi]tulo|secci[óo]n|subsecci[óo]n)s? +(?:primer[oa]|segund[oa]|tercer[oa]|[úu]nic[oa]|[A-Z0-9][A-Za-z0-9.-]*)[º°]?(?: bis| ter)?)re",
      .listed_annex = R"re((?i)^\s*(?:anexo|ap[ée]ndice|protocolo)\s+[A-Z0-9][A-Za-z0-9.-]*\s*(?:[.:–—-]\s*)?)re",
      .listed_unit =
          R"re((?i)^\s*(?:art[íi]culo|regla|parte|cap[íi]tulo|secci[óo]n|t[íi]tulo)\s+(?:\d{1,3}|[IVXLC]+|primer[oa]|segund[oa])\b\s*(?:[.:–—-]\s*)?)re",
      .another_heading = R"re((?i)^\s*(?:art[íi]culo|regla|anexo|parte|cap[íi]tulo|secci[óo]n|y|o)\b)re",
      .of_whole = R"re((?i)^(?:a la|al|de la|del) (?:presente )?[A-ZÀ-Þ][A-Za-zÀ-ÿ]+(?: [IVXLC0-9A-Z-]+)?$)re",
      .sentence_goes_on =
          R"re((?i)(?:(?:^|[\s(])(?:de|del|en|con|bajo|a|al|y|e|o|u|por|el|la|los|las|para|sobre|que|seg[úu]n|v[ée]ase|art[íi]culo|art[íi]culos|p[áa]rrafo|secci[óo]n|cap[íi]tulo|anexo)|[-–:])$)re",
      .heading_verb =
          R"re((?i)\b(?:deber[áa]n?|podr[áa]n?|se aplicar[áa]n?|es|son|ser[áa]n?|ha|han|se|prev[ée]|constituye|forma|contiene|fija|establece)\b|[;,]$|\.$)re",
      .about = R"((?i)^(?:sobre|relativo|relativa|relativos|relativas|para|referente)\b)",
      .about_few_words = R"((?i)(?:sobre|relativo|relativa)\s+(?:el |la |los |las )?([A-Za-zÀ-ÿ-]+))",
      .of_what = R"((?i)^(?:de|del)\s)",
      .title_of_what = R"((?i)^(?:[a-zà-ÿ-]+ ){1,4}(?:de|del|sobre|para|relativo|relativa|entre|referente)\b)",
      .title_joint = R"((\s(?i:de|del|para|sobre|relativo|relativa|relativos|relativas)\s))",
      .means = " significa ",
      .component_means =
          R"re(["“«](?:el |la )?([A-Z][A-Za-zÀ-ÿ -]{1,60}?)["”»] significa (?:el |la )?[^.;"“”«»]*?\b([Aa]nexo|[Aa]péndice|Protocolo) ([A-Z0-9][A-Za-z0-9-]*)\b)re",
      .component_called =
          R"re(\b([Aa]nexo|[Aa]péndice|Protocolo) ([A-Z0-9][A-Za-z0-9-]*)(?: de la presente [A-Z][a-zó]+| del presente [A-Z][a-zó]+)?,? \((?:en (?:adelante|lo sucesivo),? )?(?:denominad[oa] )?(?:el |la )?["“«](?:el |la )?([A-Z][A-Za-zÀ-ÿ -]{1,60}?)["”»]\))re",
      .printed_component =
          R"((?m)^[ \t]*((?i:anexo|ap[ée]ndice|protocolo))(?:[ \t]+(?:(?i:n[o°º]?|n[úu]m)\.?[ \t]*)?([A-Z0-9][A-Za-z0-9.-]{0,7}))?[ \t]*(?:$|[:–—-]|[A-ZÀ-Þ(]))"};
  return phrases;
}

}  // namespace

const ReferencePhrases& phrases_of_language(std::string_view code) {
  if (code == "fr") return french_phrases();
  return code == "es" ? spanish_phrases() : english_phrases();
}

}  // namespace treatygraph::ingest
