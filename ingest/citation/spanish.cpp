// The Spanish words of citations; the counterpart of english.cpp.

#include <array>

#include "ingest/citation/force_words.h"
#include "ingest/citation/lexicon.h"
#include "ingest/citation/name_words.h"

namespace treatygraph::ingest {
namespace {

using Kind = ProvisionKind;

constexpr auto kSpanishHeads = std::to_array<CitationHead>({
    // Units.
    {"artículo", Kind::Article},
    {"artículos", Kind::Article, true},
    {"art", Kind::Article, false, false, true},
    {"arts", Kind::Article, true, false, true},
    {"regla", Kind::Rule, false, true},
    {"reglas", Kind::Rule, true, true},
    {"cláusula", Kind::Clause, false, true},
    {"cláusulas", Kind::Clause, true, true},
    // Paragraphs and points. "apartado" is a paragraph before a number and a point before a mark.
    {"párrafo", Kind::Paragraph},
    {"párrafos", Kind::Paragraph, true},
    {"parágrafo", Kind::Paragraph},
    {"parágrafos", Kind::Paragraph, true},
    {"párr", Kind::Paragraph, false, false, true},
    {"§", Kind::Paragraph},
    {"numeral", Kind::Paragraph},
    {"numerales", Kind::Paragraph, true},
    {"apartado", Kind::Paragraph, false, false, false, {}, Kind::Point},
    {"apartados", Kind::Paragraph, true, false, false, {}, Kind::Point},
    {"inciso", Kind::Point},
    {"incisos", Kind::Point, true},
    {"subpárrafo", Kind::Point},
    {"subpárrafos", Kind::Point, true},
    {"subapartado", Kind::Point},
    {"subapartados", Kind::Point, true},
    {"subinciso", Kind::Point},
    {"subincisos", Kind::Point, true},
    {"literal", Kind::Point, false, true},
    {"literales", Kind::Point, true, true},
    {"letra", Kind::Point, false, true},
    {"letras", Kind::Point, true, true},
    {"punto", Kind::Point, false, true},
    {"puntos", Kind::Point, true, true},
    // The preamble, divisions and components.
    {"considerando", Kind::Recital},
    {"considerandos", Kind::Recital, true},
    {"parte", Kind::Part, false, true},
    {"partes", Kind::Part, true, true},
    {"capítulo", Kind::Chapter},
    {"capítulos", Kind::Chapter, true},
    {"sección", Kind::Section},
    {"secciones", Kind::Section, true},
    {"subsección", Kind::Subsection},
    {"título", Kind::Title},
    {"títulos", Kind::Title, true},
    {"anexo", Kind::Annex},
    {"anexos", Kind::Annex, true},
    {"apéndice", Kind::Appendix},
    {"apéndices", Kind::Appendix, true},
    {"protocolo", Kind::Protocol, false, true},
    {"protocolos", Kind::Protocol, true, true},
});

constexpr auto kSpanishWordings = std::to_array<Wording>({
    {Say::This, "este|esta"},
    {Say::These, "estos|estas"},
    {Say::That, "dicho|dicha|dichos|dichas|ese|esa|esos|esas|aquel|aquella"},
    {Say::Those, "aquellos|aquellas"},
    {Say::The, "el|la|los|las"},
    {Say::BeforeUnit, "el|la|los|las"},
    {Say::Present, "presente|presentes"},
    {Say::Said,
     "mismo|misma|citado|citada|mencionado|mencionada|referido|referida|precitado|precitada|antedicho|antedicha|"
     "indicado|aludido"},
    {Say::PointBack, "mismo|misma|citado|citada|mencionado|mencionada|referido|referida|antedicho|antedicha"},
    {Say::All, "todos|todas|ambos|ambas"},
    {Say::Preceding, "anterior|anteriores|precedente|precedentes"},
    {Say::PrecedingAfterNoun,
     "anterior|anteriores|precedente|precedentes|que antecede|que anteceden|que precede|que preceden|inmediato "
     "anterior"},
    {Say::FollowingAfterNoun, "siguiente|siguientes|que sigue|que siguen"},
    {Say::Nearby, "supra|infra|precedente|precedentes"},
    {Say::Hereof, "supra|infra|precedente|anterior|anteriores|mencionado|mencionados|citado|citados"},
    {Say::Provisions, "disposiciones"},
    {Say::Of, "de"},
    {Say::In, "en"},
    {Say::To, "a"},
    {Say::Near, "en|a"},
    {Say::Its, "su|sus"},
    {Say::Preamble, "preámbulo"},
    {Say::EachOf, "cada uno de"},
    {Say::Last, "último|última"},
    {Say::Sentence, "oración|frase|párrafo|inciso|apartado"},
    {Say::PlacedPart, "párrafo|inciso"},
    {Say::AnnexedHereto, "anexo|anexa|adjunto|adjunta"},
    {Say::CommonTo, "común a|comunes a"},
    {Say::SmallAct, "resolución|decisión|directiva|reglamento|recomendación"},
    {Say::NoName, "y|el|la|los|las|del"},
    {Say::NameGoesOn, "sobre|relativo|relativa|relativos|relativas|para|contra"},
    // Lists, ranges and the sentence.
    {Say::And, "y|e|así como"},
    {Say::Or, "o|u"},
    {Say::Range, "a|al|hasta|a el|hasta el"},
    {Say::Inclusive, "inclusive|inclusives|ambos inclusive"},
    {Say::Number, "n|no|nos|núm|num|núms"},
    {Say::OpenEndLatin, "y siguientes|y siguiente|y ss|ss|y sigs|y concordantes"},
    {Say::EndsList, "de|es|son|podrá|podrán|deberá|se"},
    {Say::AfterLetter, "de|y|o|e|a|supra|es|son|no|se|anterior|precedente"},
    {Say::Verb, "es|son|será|serán|se|no|podrá|podrán|deberá|deberán|tendrá"},
    {Say::Introducing, "en|cuando|si|a|para|sin|salvo|no|conforme|con|según|sujeto|además|de"},
    {Say::Aside, "salvo|excepto|excepción|exclusión|incluido|incluidos|incluida|particular|excluido|no"},
    {Say::InAside, "de|a|la|el|los|las|en|y|e|con|su|sus|otros|para|también"},
    {Say::Joint, "y|e|o|u|así|como|de|a|el|la|los|las|en"},

    // Names of instruments.
    {Say::TreatyNoun,
     "convención|convenciones|convenio|convenios|acuerdo|acuerdos|tratado|tratados|protocolo|protocolos|carta|pacto|"
     "pactos|estatuto|estatutos|constitución|declaración|arreglo|código|memorando|memorándum"},
    {Say::PluralNoun, "convenciones|convenios|acuerdos|tratados|protocolos|pactos"},
    {Say::ActNoun,
     "acta|actas|reglamento|directiva|decisión|ley|leyes|resolución|decreto|orden|reglas|principios|código"},
    {Say::Acronym, "gatt|agcs|adpic|tfue|tue|ue|ce|omc|entendimiento"},
    {Say::OwnAct, "reglamento|directiva|decisión|acta|ley"},
    {Say::AnnexedNoun, "estatuto|reglas"},
    {Say::SmallTreaty,
     "convención|convenciones|convenio|convenios|acuerdo|acuerdos|tratado|tratados|protocolo|protocolos|carta|pacto|"
     "estatuto"},
    {Say::SmallLaw, "ley|leyes|acta|directiva|resolución|reglamento|decreto|código"},
    {Say::InsideName, "de|el|la|los|las|sobre|para|contra|relativo|relativa|relativos|relativas|a|al|en|y|e|entre|por"},
    {Say::Between, "entre"},
    {Say::Against, "respecto|acceso"},
    {Say::NoNameBehind,
     "otro|otra|otros|otras|demás|todo|toda|todos|todas|sus|su|dicho|dichos|dichas|cada|cualquier|especialmente"},
    {Say::About, "relativo|relativa|relativos|relativas|referente|anexo|anexa|tendiente"},
    {Say::EndsNoun, "a|de|sobre|para|entre|relativo|relativa|relativos|que|contra|en|con|por|referente|constitutivo"},
    {Say::PartyNoun, "estado|estados|parte|partes|miembro|miembros"},
    {Say::ForParties, "para|entre|por|a|con"},
    {Say::Indefinite, "un|una|cada|todo|toda|cualquier"},
    {Say::TitleBegins,
     "sobre|relativo|relativa|relativos|relativas|contra|para|entre|internacional|europeo|europea|constitutivo|marco|"
     "adicional|facultativo|general|interamericana|interamericano|n|no|núm|complementario"},
    {Say::EndsTitle,
     "es|son|será|serán|se|no|ha|han|podrá|podrán|deberá|deberán|tendrá|que|cuando|si|o|por|con|sin|salvo|según|"
     "conforme|después|antes|durante|cada|hasta|desde|para|entre|en|sobre|contra|a|su|sus|fue|había|como|mediante|"
     "establece|entrará|regirá|quedará|estará"},
    {Say::DateInName,
     "de|el|la|los|hecho|hecha|firmado|firmada|adoptado|adoptada|suscrito|suscrita|celebrado|a|en|"
     "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre"},
});

/// After numbers, these show a quantity or a date.
constexpr auto kSpanishCounted = std::to_array<std::string_view>(
    {"día",        "días",           "mes",       "meses",     "año",       "años",   "horas",
     "semanas",    "estados",        "miembros",  "millas",    "metros",    "por",    "votos",
     "ejemplares", "ratificaciones", "euros",     "dólares",   "toneladas", "enero",  "febrero",
     "marzo",      "abril",          "mayo",      "junio",     "julio",     "agosto", "septiembre",
     "octubre",    "noviembre",      "diciembre", "hectáreas", "kilómetros"});

constexpr auto kSpanishContractions = std::to_array<Contraction>({{"del", "de el"}, {"al", "a el"}});

/// Endings of ordinals in digits: "1º", "1er".
constexpr auto kSpanishNumberEndings = std::to_array<std::string_view>({"º", "°", "ª", "o", "a", "er"});

}  // namespace

const Words& spanish_words() {
  static const Lexicon lexicon{.language = "es",
                               .heads = kSpanishHeads,
                               .wordings = kSpanishWordings,
                               .numbers = &spanish_numbers(),
                               .counted = kSpanishCounted,
                               .contractions = kSpanishContractions,
                               .number_endings = kSpanishNumberEndings,
                               .names = NameStyle::Small,
                               .closes_marks_only = true,
                               .force = &spanish_force(),
                               .own_names = &spanish_names()};
  static const Words words(lexicon);
  return words;
}

}  // namespace treatygraph::ingest
