// The French words of citations; the counterpart of english.cpp. Contractions and elisions let the grammar see the same
// sequence of words as in English: "du présent article" is read as "de", "le", "présent", "article".

#include <array>

#include "ingest/citation/force_words.h"
#include "ingest/citation/lexicon.h"
#include "ingest/citation/name_words.h"

namespace treatygraph::ingest {
namespace {

using Kind = ProvisionKind;

constexpr auto kFrenchHeads = std::to_array<CitationHead>({
    // Units.
    {"article", Kind::Article},
    {"articles", Kind::Article, true},
    {"art", Kind::Article, false, false, true},
    {"arts", Kind::Article, true, false, true},
    {"règle", Kind::Rule, false, true},
    {"règles", Kind::Rule, true, true},
    {"clause", Kind::Clause, false, true},
    {"clauses", Kind::Clause, true, true},
    // Paragraphs and points. "alinéa" is a paragraph before a number and a point before a mark. "par." and "al." need
    // their full stop: "par" is also a preposition.
    {"paragraphe", Kind::Paragraph},
    {"paragraphes", Kind::Paragraph, true},
    {"par", Kind::Paragraph, false, false, true, {}, {}, true},
    {"para", Kind::Paragraph, false, false, true},
    {"§", Kind::Paragraph},
    {"§§", Kind::Paragraph, true},
    {"chiffre", Kind::Paragraph, false, false},
    {"chiffres", Kind::Paragraph, true, false},
    {"alinéa", Kind::Paragraph, false, false, false, {}, Kind::Point},
    {"alinéas", Kind::Paragraph, true, false, false, {}, Kind::Point},
    {"al", Kind::Paragraph, false, false, true, {}, Kind::Point, true},
    {"sous-paragraphe", Kind::Point},
    {"sous-paragraphes", Kind::Point, true},
    {"sous-alinéa", Kind::Point},
    {"sous-alinéas", Kind::Point, true},
    {"point", Kind::Point, false, true},
    {"points", Kind::Point, true, true},
    {"lettre", Kind::Point, false, true},
    {"lettres", Kind::Point, true, true},
    {"let", Kind::Point, false, true, true},
    {"lit", Kind::Point, false, true, true},
    {"tiret", Kind::Point, false, true},
    // The preamble, divisions and components.
    {"considérant", Kind::Recital},
    {"considérants", Kind::Recital, true},
    {"partie", Kind::Part, false, true},
    {"parties", Kind::Part, true, true},
    {"chapitre", Kind::Chapter},
    {"chapitres", Kind::Chapter, true},
    {"section", Kind::Section},
    {"sections", Kind::Section, true},
    {"sous-section", Kind::Subsection},
    {"sous-sections", Kind::Subsection, true},
    {"titre", Kind::Title},
    {"titres", Kind::Title, true},
    {"annexe", Kind::Annex},
    {"annexes", Kind::Annex, true},
    {"appendice", Kind::Appendix},
    {"appendices", Kind::Appendix, true},
    {"protocole", Kind::Protocol, false, true},
    {"protocoles", Kind::Protocol, true, true},
});

constexpr auto kFrenchWordings = std::to_array<Wording>({
    {Say::That, "cet|cette|ce|ces"},
    {Say::Those, "ceux|celles|ces"},
    {Say::The, "le|la|les|l'"},
    {Say::BeforeUnit, "le|la|les|l'"},
    {Say::Present, "présent|présente|présents|présentes"},
    {Say::Said, "dit|dits|dite|dites|même|mêmes|susdit|susdite"},
    {Say::PointBack, "dit|dits|dite|dites|même|susdit|susdite"},
    {Say::All, "tous"},
    {Say::Preceding, "précédent|précédents|précédente|précédentes"},
    {Say::PrecedingAfterNoun,
     "précédent|précédents|précédente|précédentes|ci-dessus|qui précède|qui précèdent|antérieur|antérieurs"},
    {Say::FollowingAfterNoun, "suivant|suivants|suivante|suivantes|ci-après|ci-dessous|qui suit|qui suivent"},
    {Say::Nearby, "ci-dessus|ci-dessous|ci-après"},
    {Say::Hereof, "ci-dessus|ci-dessous|ci-après|précité|précitée|précités|précitées|susvisé|susvisés|susmentionné"},
    {Say::Provisions, "dispositions"},
    {Say::Of, "de|d'"},
    {Say::In, "dans|en"},
    {Say::To, "à"},
    {Say::Near, "dans|à"},
    {Say::Its, "son|sa|ses|leur|leurs"},
    {Say::Preamble, "préambule"},
    {Say::EachOf, "chacun de|chacune de"},
    {Say::Last, "dernier|dernière"},
    {Say::Sentence, "phrase|phrases|alinéa|tiret|partie"},
    {Say::PlacedPart, "alinéa|tiret"},
    {Say::AnnexedHereto, "annexé|annexée|joint|jointe"},
    {Say::CommonTo, "commun à|communs à|commune à"},
    {Say::SmallAct, "résolution|décision|directive|règlement|recommandation"},
    {Say::NoName, "et|le|la|les|des|ces|aux"},
    {Say::NameGoesOn, "sur|relatif|relative|relatifs|relatives|concernant"},
    // Lists, ranges and the sentence.
    {Say::And, "et|ainsi que"},
    {Say::Or, "ou"},
    {Say::Range, "à|jusqu'à|jusqu'à et y compris"},
    {Say::Inclusive, "inclus|incluse|inclusivement|compris"},
    {Say::Number, "n|no|nos"},
    {Say::OpenEndLatin, "et suivants|et suivantes|et suivant|et ss|et s|ss|et sv"},
    {Say::EndsList, "de|d'|sont|est|peut|peuvent|doivent|s'"},
    {Say::AfterLetter, "de|d'|et|ou|à|ci-dessus|ci-dessous|ci-après|est|sont|ne|s'"},
    {Say::Verb, "est|sont|s'|ne|peut|peuvent|doit|doivent|a|ont"},
    {Say::Introducing, "dans|lorsque|lorsqu'|si|aux|pour|sous|nonobstant|sans|sauf|conformément|en|à|au|lors|outre"},
    {Say::Aside, "sauf|excepté|exception|exclusion|hormis|notamment|particulier|compris|non"},
    {Say::InAside, "à|de|d'|l'|le|la|les|en|y|et|dans|son|sa|ses|leur|leurs|autres|que"},
    {Say::Joint, "et|ou|ainsi|que|de|d'|à|le|la|les|l'"},

    // Names of instruments.
    {Say::TreatyNoun,
     "convention|conventions|accord|accords|traité|traités|protocole|protocoles|charte|chartes|pacte|pactes|statut|"
     "statuts|constitution|déclaration|arrangement|arrangements|règlements|code|mémorandum|compromis"},
    {Say::PluralNoun, "conventions|accords|traités|protocoles|chartes|pactes|arrangements"},
    {Say::ActNoun,
     "acte|actes|règlement|directive|décision|loi|lois|résolution|ordonnance|décret|arrêté|règles|principes|code"},
    {Say::Acronym, "gatt|agcs|adpic|tfue|tue|cnuced|ce|ue"},
    {Say::OwnAct, "règlement|directive|décision|acte|loi"},
    {Say::AnnexedNoun, "statut|règles"},
    {Say::SmallTreaty, "convention|conventions|accord|accords|traité|traités|protocole|protocoles|charte|pacte|statut"},
    {Say::SmallLaw, "loi|lois|acte|directive|résolution|règlement|décret|ordonnance|code"},
    {Say::InsideName,
     "de|d'|le|la|les|l'|sur|pour|contre|relatif|relative|relatifs|relatives|à|au|aux|en|et|entre|par|dans|des|"
     "concernant|impliquant|affectant"},
    {Say::Between, "entre"},
    {Say::Against, "rapport|égard|accès|atteinte"},
    {Say::NoNameBehind, "autre|autres|tout|toute|tous|toutes|ces|ses|leurs|il|elle|chaque|notamment"},
    {Say::About, "relatif|relative|relatifs|relatives|annexé|annexée"},
    {Say::EndsNoun,
     "à|de|d'|sur|pour|entre|relatif|relative|concernant|portant|modifiant|contre|en|avec|instituant|tendant"},
    {Say::PartyNoun, "état|états|partie|parties|membre|membres"},
    {Say::ForParties, "pour|entre|à|par"},
    {Say::Indefinite, "un|une|chaque|tout|toute"},
    {Say::TitleBegins,
     "sur|relatif|relative|relatifs|relatives|concernant|contre|pour|entre|portant|instituant|modifiant|tendant|"
     "internationale|international|européenne|européen|américaine|africaine|additionnel|facultatif|final|annexé|"
     "générale|"
     "général|sociale|n|no"},
    {Say::EndsTitle,
     "est|sont|a|ont|peut|peuvent|doit|doivent|sera|seront|s'|se|ne|n'|qui|que|qu'|dont|où|lorsque|lorsqu'|si|ou|par|"
     "afin|aux|conformément|sous|sans|sauf|dans|après|avant|lors|dès|chaque|à|moins|jusqu'|pour|entre|avec|il|elle|en|"
     "sur|contre|notamment|ci-après|était|étaient|avait|devra|pourra|entre|comme"},
    {Say::DateInName,
     "de|d'|le|la|les|fait|faite|signé|signée|adopté|adoptée|conclu|conclue|à|en|janvier|février|mars|"
     "avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"},
});

/// After numbers, these show a quantity or a date.
constexpr auto kFrenchCounted = std::to_array<std::string_view>(
    {"jour",      "jours",   "mois",     "an",       "ans",      "années",      "heures",        "semaines", "états",
     "membres",   "milles",  "mètres",   "pour",     "voix",     "exemplaires", "ratifications", "euros",    "francs",
     "tonnes",    "janvier", "février",  "mars",     "avril",    "mai",         "juin",          "juillet",  "août",
     "septembre", "octobre", "novembre", "décembre", "hectares", "kilomètres"});

/// "ledit" and its forms contain an article, too: "dudit" is "de le dit".
constexpr auto kFrenchContractions = std::to_array<Contraction>({{"du", "de le"},
                                                                 {"des", "de les"},
                                                                 {"au", "à le"},
                                                                 {"aux", "à les"},
                                                                 {"ledit", "le dit"},
                                                                 {"ladite", "la dite"},
                                                                 {"lesdits", "les dits"},
                                                                 {"lesdites", "les dites"},
                                                                 {"dudit", "de le dit"},
                                                                 {"desdits", "de les dits"},
                                                                 {"desdites", "de les dites"},
                                                                 {"audit", "à le dit"},
                                                                 {"auxdits", "à les dits"},
                                                                 {"auxdites", "à les dites"}});

/// Words that lose their vowel before another. Both apostrophes are recognised.
constexpr auto kFrenchElided = std::to_array<std::string_view>(
    {"l'", "d'", "qu'", "s'", "n'", "c'", "j'", "jusqu'", "lorsqu'", "puisqu'", "quoiqu'"});

/// Endings of ordinals in digits: "1er", "2ème", "1°".
constexpr auto kFrenchNumberEndings =
    std::to_array<std::string_view>({"er", "ère", "ere", "re", "ème", "eme", "e", "°", "º"});

}  // namespace

const Words& french_words() {
  static const Lexicon lexicon{.language = "fr",
                               .heads = kFrenchHeads,
                               .wordings = kFrenchWordings,
                               .numbers = &french_numbers(),
                               .counted = kFrenchCounted,
                               .contractions = kFrenchContractions,
                               .elided = kFrenchElided,
                               .number_endings = kFrenchNumberEndings,
                               .names = NameStyle::Small,
                               .closes_marks_only = true,
                               .force = &french_force(),
                               .own_names = &french_names()};
  static const Words words(lexicon);
  return words;
}

}  // namespace treatygraph::ingest
