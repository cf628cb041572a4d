// The English words of citations: nouns of provisions, and words and phrases by meaning. The tables are data; the
// grammar that uses them is the same for all languages. The columns of kEnglishHeads are the members of CitationHead:
// word, kind, whether it is a plural, whether it is also an everyday word, whether a full stop follows it, and the
// kinds that it has before a number and before a mark.

#include <array>

#include "ingest/citation/force_words.h"
#include "ingest/citation/lexicon.h"
#include "ingest/citation/name_words.h"

namespace treatygraph::ingest {
namespace {

using Kind = ProvisionKind;

constexpr auto kEnglishHeads = std::to_array<CitationHead>({
    // Units. Words other than "article" are also used in other senses.
    {"article", Kind::Article},
    {"articles", Kind::Article, true},
    {"art", Kind::Article, false, false, true},
    {"arts", Kind::Article, true, false, true},
    {"rule", Kind::Rule, false, true},
    {"rules", Kind::Rule, true, true},
    {"regulation", Kind::Regulation, false, true},
    {"regulations", Kind::Regulation, true, true},
    {"standard", Kind::Standard, false, true},
    {"standards", Kind::Standard, true, true},
    {"guideline", Kind::Guideline, false, true},
    {"guidelines", Kind::Guideline, true, true},
    {"principle", Kind::Principle, false, true},
    {"principles", Kind::Principle, true, true},
    // Paragraphs, and points under their various names.
    {"paragraph", Kind::Paragraph},
    {"paragraphs", Kind::Paragraph, true},
    {"para", Kind::Paragraph, false, false, true},
    {"paras", Kind::Paragraph, true, false, true},
    {"§", Kind::Paragraph},
    {"§§", Kind::Paragraph, true},
    {"subparagraph", Kind::Point},
    {"subparagraphs", Kind::Point, true},
    {"sub-paragraph", Kind::Point},
    {"sub-paragraphs", Kind::Point, true},
    {"subpoint", Kind::Point},
    {"subpoints", Kind::Point, true},
    {"sub-point", Kind::Point},
    {"sub-points", Kind::Point, true},
    {"sub-item", Kind::Point},
    {"sub-items", Kind::Point, true},
    {"subclause", Kind::Point},
    {"subclauses", Kind::Point, true},
    {"sub-clause", Kind::Point},
    {"sub-clauses", Kind::Point, true},
    // "subsection (b)" is a point, "Subsection B" a division.
    {"subsection", Kind::Subsection, false, false, false, {}, Kind::Point},
    {"subsections", Kind::Subsection, true, false, false, {}, Kind::Point},
    {"sub-section", Kind::Subsection, false, false, false, {}, Kind::Point},
    {"sub-sections", Kind::Subsection, true, false, false, {}, Kind::Point},
    // Everyday words, which are head nouns only before a mark, or before a number inside a provision.
    {"point", Kind::Point, false, true},
    {"points", Kind::Point, true, true},
    {"item", Kind::Point, false, true},
    {"items", Kind::Point, true, true},
    {"letter", Kind::Point, false, true},
    {"letters", Kind::Point, true, true},
    {"clause", Kind::Point, false, true, false, Kind::Clause},
    {"clauses", Kind::Point, true, true, false, Kind::Clause},
    {"indent", Kind::Point, false, true},
    {"indents", Kind::Point, true, true},
    {"littera", Kind::Point, false, true},
    {"litterae", Kind::Point, true, true},
    {"lit", Kind::Point, false, true, true},
    {"literal", Kind::Point, false, true},
    {"literals", Kind::Point, true, true},
    // The preamble, divisions and components.
    {"recital", Kind::Recital},
    {"recitals", Kind::Recital, true},
    {"part", Kind::Part, false, true},
    {"parts", Kind::Part, true, true},
    {"chapter", Kind::Chapter},
    {"chapters", Kind::Chapter, true},
    {"section", Kind::Section},
    {"sections", Kind::Section, true},
    {"title", Kind::Title, false, true},
    {"titles", Kind::Title, true, true},
    {"annex", Kind::Annex},
    {"annexes", Kind::Annex, true},
    {"annexe", Kind::Annex},
    {"appendix", Kind::Appendix},
    {"appendices", Kind::Appendix, true},
    {"appendixes", Kind::Appendix, true},
    {"schedule", Kind::Schedule, false, true},
    {"schedules", Kind::Schedule, true, true},
    {"attachment", Kind::Annex, false, true},
    {"attachments", Kind::Annex, true, true},
    {"protocol", Kind::Protocol, false, true},
    {"protocols", Kind::Protocol, true, true},
    {"exhibit", Kind::Annex, false, true},
    {"exhibits", Kind::Annex, true, true},
    {"addendum", Kind::Annex, false, true},
});

constexpr auto kEnglishWordings = std::to_array<Wording>({
    // Pointing words, and words around a provision.
    {Say::This, "this"},
    {Say::These, "these"},
    {Say::That, "that|those"},
    {Say::Those, "those"},
    {Say::The, "the"},
    {Say::Present, "present"},
    {Say::Said, "said|same|aforesaid|aforementioned|above-mentioned|abovementioned|above-named|latter"},
    {Say::PointBack, "said|same|latter|aforementioned"},
    {Say::All, "both|any"},
    {Say::Preceding, "preceding|foregoing|previous"},
    {Say::Following, "following|succeeding|subsequent"},
    {Say::Immediately, "immediately|last"},
    {Say::Next, "next"},
    {Say::Above, "above"},
    {Say::Nearby, "above|below"},
    {Say::Hereof, "above|below|hereof|aforementioned"},
    {Say::Thereof, "thereof"},
    {Say::Provisions, "provisions"},
    {Say::Of, "of"},
    {Say::In, "in"},
    {Say::To, "to"},
    {Say::Near, "in|to|under|from"},
    {Say::Its, "its|their"},
    {Say::EachParty, "each|that|the"},
    {Say::PartyOwn, "party's|party’s|other"},
    {Say::Preamble, "preamble"},
    {Say::Preambular, "preambular"},
    {Say::Either, "either|both"},
    {Say::EachOf, "each of"},
    {Say::Last, "last"},
    {Say::Sentence, "sentence|sentences|indent|subparagraph|sub-paragraph"},
    {Say::PlacedPart, "subparagraph|sub-paragraph|alinea|indent"},
    {Say::AnnexedHereto, "annexed|annexed hereto|attached|attached hereto"},
    {Say::CommonTo, "common to"},
    {Say::SmallName, "combined nomenclature"},
    {Say::SmallAct, "resolution|decision|directive|regulation|recommendation"},
    {Say::NoName, "and|the|any|this|that|each|all"},
    {Say::NameGoesOn, "on|for"},
    {Say::CodeBefore, "harmonized system"},
    // Lists, ranges and the sentence.
    {Say::And, "and"},
    {Say::Or, "or"},
    {Say::Range,
     "to|through|till|until|to and including|through and including|until and including|up to|up to and including"},
    {Say::Inclusive, "inclusive"},
    {Say::Number, "no|nos"},
    {Say::OneMore, "f|sq|et sq"},
    {Say::OpenEndLatin, "ff|sqq|et sqq|seqq|et seq|et seqq|et sequentes|et sequentia"},
    {Say::OpenEnd, "onwards|onward|and onwards|and onward|and those that follow|and those which follow"},
    {Say::Subsequent, "following|subsequent|succeeding"},
    {Say::EndsList, "of|shall|may|apply"},
    {Say::AfterLetter, "of|and|or|to|through|above|below|in|applies|apply|shall|may|is|are|does|do|must|will"},
    {Say::Verb, "does|do|shall|may|must|will|is|are|applies|apply"},
    {Say::Introducing, "in|where|when|if|for|under|subject|notwithstanding|without|unless|as|pursuant"},
    {Say::Aside, "other|except|excepting|excluding|save|but|exception|exclusion|not|including|notably|particular"},
    {Say::InAside, "than|for|with|the|of|from|in|its|and|to|also|both"},
    {Say::Joint, "and|or|as|well|also"},

    // Names of instruments.
    {Say::TreatyNoun,
     "convention|conventions|agreement|agreements|treaty|treaties|protocol|protocols|charter|covenant|covenants|"
     "statute|"
     "pact|accord|constitution|declaration|rules|regulations|agenda|specifications|code|statutes|compact|understanding|"
     "memorandum"},
    {Say::PluralNoun,
     "conventions|agreements|treaties|protocols|covenants|rules|regulations|specifications|acts|laws|guidelines|"
     "principles|standards"},
    {Say::ActNoun,
     "act|acts|regulation|directive|decision|law|laws|resolution|ordinance|decree|order|system|instrument|nomenclature|"
     "guidelines|principles|standards|tariff|bulletin|constitución|ley|decreto|código"},
    {Say::Acronym, "gatt|gats|trips|trims|dsu|unclos|nafta|hs|tfeu|teu"},
    {Say::NumberedAct, "regulation|directive|decision"},
    {Say::OwnAct, "regulation|directive|decision|act|law"},
    {Say::AnnexedNoun, "statute|rules|regulations|understanding"},
    {Say::CompoundNoun, "articles of agreement|articles of the agreement"},
    {Say::TreatyAct, "act"},
    {Say::TreatyActKind, "constitutive|final|general|european"},
    {Say::SmallTreaty,
     "convention|conventions|agreement|agreements|treaty|treaties|protocol|protocols|charter|covenant|covenants|"
     "statute|"
     "statutes|pact|constitution"},
    {Say::SmallLaw,
     "law|laws|act|acts|directive|directives|resolution|rules|decree|ordinance|code|regulations|bill|statutes|"
     "legislation"},
    {Say::ProvisionWord,
     "article|articles|part|chapter|section|annex|annexes|title|schedule|paragraph|appendix|chapters"},
    {Say::NumberedHead, "rule|regulation|standard|guideline|principle|clause|protocol|paragraphs|sections"},
    {Say::NoPurpose, "principles"},
    {Say::InsideName,
     "of|the|on|for|and|to|in|against|by|relating|with|concerning|de|as|regard|between|establishing|governing|amending|"
     "revising|involving|affecting|du|a"},
    {Say::InSubject, "implementation|interpretation"},
    {Say::OrInName, "or"},
    {Say::AtInName, "at"},
    {Say::AtPlace, "on|in"},
    {Say::OtherInName, "other"},
    {Say::Between, "between"},
    {Say::About, "on|for|against|concerning|relating"},
    {Say::EndsNoun,
     "to|of|on|for|between|concerning|relating|regarding|amending|under|against|supplementing|modifying|in|with"},
    {Say::BeginsRest, "on|for|of|against|concerning|relating|establishing|between|regarding|governing|amending"},
    {Say::NoAdjective, "of|to|in|on|for|by|with|and|or|the|a|an|any|this|that|its|such|is|are|shall|which|under"},
    {Say::Organ,
     "committee|committees|sub-committee|subcommittee|conference|secretariat|group|parties|party|contracting"},
    {Say::PartyNoun, "state|states|party|parties|contracting"},
    {Say::NoNameBehind, "a|as|by|with|other"},
    {Say::AndPreposition, "in|of|to"},
    {Say::ForParties, "for"},
    {Say::ToParties, "by|to|with|in"},
    {Say::Indefinite, "a"},
    {Say::TitleBegins, "on|against"},
    {Say::NoTitle,
     "behalf|its|the|that|this|such|any|a|an|all|entry|which|request|condition|conditions|terms|account|their|his|"
     "grounds|how|whether|what|or|and|these|those|each|other"},
    {Say::EndsTitle,
     "shall|may|is|are|was|were|has|have|applies|apply|will|does|do|from|that|when|where|as|if|unless|must|can"},
    {Say::DateInName, "of|done|at|on|signed|adopted|in"},
});

/// After numbers, these show a quantity.
constexpr auto kEnglishCounted = std::to_array<std::string_view>(
    {"day",      "days",    "month",  "months",  "years",    "hours",   "weeks",    "states",  "members",
     "nautical", "miles",   "metres", "per",     "percent",  "parties", "votes",    "copies",  "ratifications",
     "euro",     "dollars", "tonnes", "working", "calendar", "january", "december", "hectares"});

/// Words to which scans glue the next one: "ofthis", "thisConvention".
constexpr auto kEnglishGluedFirst =
    std::to_array<std::string_view>({"of", "this", "the", "that", "to", "in", "and", "or"});
constexpr auto kEnglishGluedSecond = std::to_array<std::string_view>(
    {"this", "the", "that", "article", "paragraph", "paragraphs", "annex", "subparagraph"});

}  // namespace

const Lexicon& english() {
  static const Lexicon lexicon{.language = "en",
                               .heads = kEnglishHeads,
                               .wordings = kEnglishWordings,
                               .numbers = &english_numbers(),
                               .counted = kEnglishCounted,
                               .glued_first = kEnglishGluedFirst,
                               .glued_second = kEnglishGluedSecond,
                               .force = &english_force(),
                               .own_names = &english_names()};
  return lexicon;
}

}  // namespace treatygraph::ingest
