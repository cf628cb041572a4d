// The words are in English, French, Spanish, German, Portuguese and Italian, with the abbreviations that are usual in
// citations. They have no accents, because typed words lose theirs before the look-up. If a word means several kinds,
// the first row wins.

#include "queries/search/kind_words.h"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace treatygraph::queries {
namespace {

/// A row of the table.
struct WordsOfKind {
  ProvisionKind kind;
  std::string_view singular;  ///< separated by spaces
  std::string_view plural;
};

using enum ProvisionKind;

constexpr auto kWordsOfKinds = std::to_array<WordsOfKind>({
    {Article, "article art articulo artikel artikels artigo articolo",
     "articles arts artt articulos artikeln artigos articoli"},
    {Paragraph,
     "paragraph para par paragraphe parrafo parr parraf apdo paragrafo apartado absatz absatzes abs alinea alineo",
     "paragraphs paras pars paragraphes parrafos parrs apdos paragrafos paragrafi apartados absatze alineas"},
    {Point,
     "point subparagraph subpara sub letter lit litera lettre letra lettera inciso literal buchstabe buchst punto "
     "punkt "
     "ziffer ziff inc subparrafo",
     "points subparagraphs subparas letters lettres letras lettere incisos literales buchstaben puntos punkte ziffern"},
    {Chapter, "chapter chap chp ch chapitre capitulo capitolo cap kapitel kap",
     "chapters chaps chs chapitres capitulos capitoli kapiteln"},
    {Part, "part pt partie parte teil", "parts partes teile"},
    {Title, "title titre titulo titolo titel", "titles titres titulos titoli"},
    {Section, "section sec sect seccion sezione abschnitt", "sections secciones sezioni abschnitte"},
    {Annex, "annex annexe anexo allegato anhang anlage", "annexes anexos allegati anhange anlagen"},
    {Schedule, "schedule", "schedules"},
    {Appendix, "appendix appendice apendice", "appendices apendices"},
    {Subsection, "subsection", "subsections"},
    {Rule, "rule regle regla regel", "rules regles reglas regeln"},
    {Regulation, "regulation reg", "regulations regs"},
    {Standard, "standard", "standards"},
    {Guideline, "guideline", "guidelines"},
    {Principle, "principle", "principles"},
    {Clause, "clause clausula klausel", "clauses clausulas klauseln"},
    {Recital, "recital considerant considerando erwagungsgrund", "recitals considerants considerandos erwagungsgrunde"},
    {Preamble, "preamble preambule preambulo praambel", ""},
});

using KindsByWord = std::unordered_map<std::string_view, KindWord>;

void add_each(std::string_view words, KindWord meaning, KindsByWord& kinds) {
  while (!words.empty()) {
    const auto end = std::min(words.find(' '), words.size());
    kinds.emplace(words.substr(0, end), meaning);
    words.remove_prefix(std::min(end + 1, words.size()));
  }
}

/// The views point into the table, which is static.
KindsByWord kinds_by_word() {
  KindsByWord kinds;
  for (const auto& [kind, singular, plural] : kWordsOfKinds) {
    add_each(singular, {kind}, kinds);
    add_each(plural, {kind, true}, kinds);
  }
  return kinds;
}

}  // namespace

const KindWord* kind_word(std::string_view word) {
  static const auto kKinds = kinds_by_word();
  const auto found = kKinds.find(word);
  return found == kKinds.end() ? nullptr : &found->second;
}

}  // namespace treatygraph::queries
