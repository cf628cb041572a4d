// The table of English (see structure_words.h): first the lists of words, then the patterns, in the order of the
// structs. The keywords of headings are in lower case without accents and hyphens, because they are compared so; the
// words of sentences are as they are printed.

#include <array>

#include "ingest/structure/heading_numbers.h"
#include "ingest/structure/structure_words.h"

namespace treatygraph::ingest {
namespace {

using Kind = ProvisionKind;

constexpr auto kEnglishHeadings = std::to_array<HeadingWord>({{"article", Kind::Article},
                                                              {"art", Kind::Article},
                                                              {"rule", Kind::Rule},
                                                              {"regulation", Kind::Regulation},
                                                              {"standard", Kind::Standard},
                                                              {"guideline", Kind::Guideline},
                                                              {"principle", Kind::Principle},
                                                              {"clause", Kind::Clause},
                                                              {"part", Kind::Part},
                                                              {"chapter", Kind::Chapter},
                                                              {"section", Kind::Section},
                                                              {"subsection", Kind::Subsection},
                                                              {"title", Kind::Title},
                                                              {"annex", Kind::Annex},
                                                              {"annexe", Kind::Annex},
                                                              {"appendix", Kind::Appendix, true},
                                                              {"schedule", Kind::Schedule, true},
                                                              {"attachment", Kind::Annex, true},
                                                              {"protocol", Kind::Protocol}});

/// What may be between keyword and number: "No.".
constexpr std::string_view kEnglishNumberSign = R"((?:(?:No|NO|Nr|N°)\.?))";
/// Numbers of two words, and otherwise any word: heading_number() decides whether it is a number.
constexpr std::string_view kEnglishNumbersInWords =
    R"((?i:(?:twen|thir|for|fif|six|seven|eigh|nine)ty[\s-]+(?:one|two|three|four|five|six|seven|eight|nine|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)\b)|[A-Za-z]+(?:-[A-Za-z]+)?)";

/// A heading ends before one of these words, which begins the first sentence of the text.
constexpr auto kEnglishOpeners = std::to_array<std::string_view>({"The",
                                                                  "A",
                                                                  "An",
                                                                  "Each",
                                                                  "Every",
                                                                  "Any",
                                                                  "No",
                                                                  "All",
                                                                  "In",
                                                                  "If",
                                                                  "For",
                                                                  "When",
                                                                  "Where",
                                                                  "Nothing",
                                                                  "This",
                                                                  "These",
                                                                  "Such",
                                                                  "Subject",
                                                                  "Without",
                                                                  "Except",
                                                                  "Upon",
                                                                  "It",
                                                                  "Neither",
                                                                  "Within",
                                                                  "As",
                                                                  "At",
                                                                  "By",
                                                                  "On",
                                                                  "With",
                                                                  "There",
                                                                  "Unless",
                                                                  "Whenever",
                                                                  "During",
                                                                  "Article",
                                                                  "Everyone",
                                                                  "Both",
                                                                  "Notwithstanding",
                                                                  "Only",
                                                                  "After",
                                                                  "To"});
constexpr auto kEnglishJoining = std::to_array<std::string_view>(
    {"this", "that", "its", "their", "other", "such",    "of", "the", "to", "in", "and",  "for",
     "with", "by",   "or",  "on",    "from",  "between", "a",  "an",  "at", "as", "under"});
constexpr auto kEnglishSubjects = std::to_array<std::string_view>({"States", "Parties", "Members", "Contracting"});
constexpr auto kEnglishCiting = std::to_array<std::string_view>(
    {"to",      "article",      "articles",      "art",   "paragraph", "paragraphs", "para",    "paras",
     "under",   "subparagraph", "subparagraphs", "point", "points",    "item",       "items",   "letter",
     "letters", "section",      "sections",      "annex", "rule",      "regulation", "through", "No"});
constexpr auto kEnglishCitingOn =
    std::to_array<std::string_view>({"above", "below", "and", "or", "to", "of", "through", "shall", "is", "are"});
constexpr auto kEnglishConjunctions = std::to_array<std::string_view>({"and", "or"});
constexpr auto kEnglishMonths =
    std::to_array<std::string_view>({"January", "February", "March", "April", "May", "June", "July", "August",
                                     "September", "October", "November", "December"});
constexpr auto kEnglishNameJoining =
    std::to_array<std::string_view>({"on", "of", "the", "and", "to", "for", "in", "a"});

HeadingPatterns english_heading_patterns() {
  return {
      .heading_line = RE2(heading_line_pattern(kEnglishHeadings, kEnglishNumberSign, kEnglishNumbersInWords, "")),
      .ordinal_first = "",
      .sentence_of_citations =
          R"((?:Section|Chapter|Part|Title|Article|Annex|Rule|Regulation)s?\s+(?:[IVXLC]+|\d{1,3}|[A-Z])\s*(?:,|and\b|or\b|to\b|shall\b|of\b).*)",
      .cites_after_number = R"((?:\([a-z0-9]{1,4}\)|(?:and|or|of|to|in|paragraphs?|shall|above|below)\b).*)",
      .about = R"((?:on|concerning|relating to|regarding|governing|establishing|containing)\s+\S.*[^.;:,\s])",
      .has_verb = R"(\b(?:shall|is|are|may|must|appl(?:y|ies)|has|have)\b)",
      .heading_at_line_end = R"re(.*(?:[.;:)"]\s+|\d)((?:CHAPTER|PART|SECTION)\s+(?:[IVXLC]{1,6}|\d{1,3}))\s*)re",
      .second_heading =
          R"((?:[A-Z]{2}[A-Z ,'’-]* )?((?:PART|Part|CHAPTER|Chapter|SECTION|Section|ARTICLE|Article) .*))",
      .glued_division =
          R"re([.;:)"]\s+((?:PART|Part|CHAPTER|Chapter|SECTION|Section|ANNEX|Annex)(?:\s+(?:[IVXLC]+|\d+)\b)?\.?\s+(?:[A-Z]{2,3}\s+)?[A-Z]{4,}\b(?:[ ,'.-]+[A-Z]{2,}\b|\s+\d+\.)*))re",
      .glued_article = R"re([.;]\s+((?:Article|ARTICLE)\s+\d{1,3}l?\s+[A-Z][^.;:]{3,160}\s[1l]\s?\.\s))re",
      .split_number =
          R"(\s*((?:Article|ARTICLE|Art\.|Rule|RULE|Regulation|REGULATION)\s+)([1-9])\s([0-9])(\s*[.:]?\s*|:?\s+[A-Z][^.;]*))"};
}

SentencePatterns english_sentence_patterns() {
  return {
      .unfinished =
          R"((?s).*\b(?:(?i:of|in|to|with|under|and|or|by|the|from|than|this|that|on|at|for|as|into|between|within)|see|per|(?i:articles?|paragraphs?)|annex|part|chapter|section)\s*)",
      .unfinished_own = R"((?is).*\b(?:this|that|present|said) (?:article|paragraph|annex|part|chapter|section)\s*)",
      .slip = R"((?s)(.*)[,;]\s*(?i:and|or)?\s*)",
      .announces_list =
          R"((?i)\s*(?:arrangement|table|list|index)\s+of\s+(?:the\s+)?(?:articles|sections|chapters|parts|annexes)\s*)",
      .definition =
          R"re((?s)(?:"|“|‘)[^"”’]{1,80}(?:"|”|’)\s+(?:means?|shall mean|includes?|refers?|has|have|is|are)\b.*)re",
      .says_something =
          R"((?s).*\b(?:may|will|is|are|was|were|has|have|can|should|undertakes?|agrees?|appl(?:y|ies))\b.*\.)",
      .circumstance =
          R"((?s)(?:In|If|For|When|Where|Upon|Within|As|At|By|On|With|Unless|Whenever|During|After|Without)\s[^,]*,.*)",
      .first_of_month =
          R"((?s)1\s+(?:January|February|March|April|May|June|July|August|September|October|November|December)\b.*)",
      .announces_articles = R"((?i).*\bagreed\s+(?:as\s+follows|to\s+the\s+following|on\s+the\s+following)\s*,?\s*)",
      .acts = R"((?s)(?:(?:Parties|States)\s)?(?:shall|may|should|must|are|have|undertake|agree|which|that|whose)\b.*)",
      .must = R"(\b(?:shall|must)\b)",
      .ends_citing =
          R"((?i).*\b(?:paragraphs?|articles?|nos?|(?:of|in|to|under|by|with|see|and|or) (?:annex|protocol|rule|regulation|part|chapter|section|schedule|appendix)))",
      .first_mark = R"((\s[1l]\s?\.(?:\s+[A-Z(“"]|\s*$)|\n\s*(?:§\s*)?1(?:\s+(?:[A-Z(“"]|a\s)|\s*$)))",
      .cites_paragraph_in_brackets = R"(\b[Pp]aragraphs? \(\d)",
      .half_sentence = R"((?is)[\s.]*(?:where|when|whenever|if|in cases? where|in the event that)\b.*)",
      .whole_sentence = R"((?i)\b(?:shall|may|must)\b)",
      .next_clause =
          R"(^[^.;:]*,\s+((?:the|that|such|each|any|it|they|no|those|States?|Part(?:y|ies)|an?)\s[^,.;:]{0,80}?\b(?:shall|may|must)\b))"};
}

ComponentPatterns english_component_patterns() {
  return {
      .addressee =
          R"((\s*(?i:to|of)\s+(?:(?i:the|this)\s+)?(?:[A-Z][a-z]+\s+)?(?i:(protocol|treaty|convention|agreement|statute|covenant|pact|charter|accord|compact|constitution|chapter|article|section|part|annex)s?)(?:\s+(?:(?i:No)\.?\s*)?([IVXLC]+|\d{1,3}|[A-Z])\b)?)([^\n]*))",
      .addressee_instrument = "treaty|convention|agreement|statute|covenant|pact|charter|accord|compact|constitution",
      .addressee_heading = R"(\b(?:ARTICLE|Article|PART|Part|CHAPTER|Chapter|SECTION|Section)\s+(?:[0-9]|[IVX]))",
      .addressee_verb =
          R"([^.;:]*?\b(?:shall|is|are|may|must|appl(?:y|ies)|has|have|contains?|forms?|constitutes?)\b.*)",
      .addressee_ends = R"([.;]|\b(?:ARTICLE|Article|PART|Part|CHAPTER|Chapter|SECTION|Section)\s)",
      .name_of_component = R"((?:on|On|ON|concerning|CONCERNING|relating to|regarding|for)\s+[A-Za-z].*)",
      .list_in_name = R"((?:of|OF)\s+(?:(?i:the)\s+)?[A-Z].*)",
      .annex_line = R"(\s*(ANNEX|Annexe?|APPENDIX|Appendix|SCHEDULE|Schedule)\s*(\S.*)?)",
      .protocol_line =
          R"(\s*((?:(?i:optional|additional|final|supplementary|annexed)\s+)?(PROTOCOL|Protocol))(?:\s+((?i:to|on|concerning|relating|regarding|for|of|between|annexed)\b.*[^.;:,\s]))?\s*)",
      .letter_line =
          R"(\s*(?:((?:LETTER|Letter)\s+(?:(?i:No)\.?\s*)?(\d{1,2}|[IVX]{1,4}|[A-H]))|(EXCHANGE OF (?:LETTERS|NOTES)[^a-z]*)|((?:[A-Z]+ )?(?:DECLARATIONS?|STATEMENTS?|AGREED MINUTES?|FINAL ACT)\b[^a-z]*))\s*)",
      .joint_declaration = R"(JOINT (?:DECLARATION|STATEMENT)S?\b.*)",
      .title_line =
          R"(\s*((?:[A-Z][\w'’-]*\s+){0,5}?(?:(REGULATIONS|Regulations)|(RULES|Rules)|AGREEMENT|Agreement|UNDERSTANDING|Understanding|CONVENTION|Convention|TREATY|Treaty|STATUTES?|Statutes?|CHARTER|Charter|DECLARATION|Declaration|MEMORANDUM|Memorandum|CONSTITUTION|Constitution|CODE|Code|GUIDELINES|Guidelines|BY-?LAWS|By-?laws|FINAL ACT|Final Act)(?:\s+(?:(?i:on|of|for|to|under|between|concerning|relating|regarding|governing|among|in|annexed|attached)\b|\d{4}\b).*)?)\s*)",
      .title_sentence =
          R"((?i:to|of|under|on|for|and|in|by|with|from|the|this|that|such|each|any|all|where|if|members?|parties)\b.*|.*\b(?:means?|shall|is|are|was|were|may|has|have|includes?|applies)\b.*)",
      .own_annex_of_protocol = R"((?i)\bannex(?:es)?(?:\s+[IVX\dA-Z]{1,4})?\s+(?:to|of)\s+this\s+protocol\b)",
      .annex_of_conference = R"((?i)^\s*(?:resolutions?|final act|statement|declaration|recommendation)\b)",
      .annex_mention = R"(\b(?i:annex(?:es)?)\s+(?:[IVX\dA-Z]+,?\s+(?:and|to|or)?\s*)?)"};
}

PreamblePatterns english_preamble_patterns() {
  return {
      .preamble_line = R"((?m)^[ ]*((?i:preamble))[ ]*$)",
      .whereas_line = R"((?m)^[ ]*((?i:whereas|recitals?))[ ]*[:,]?[ ]*$)",
      .agreement = RE2(
          R"((?i)(\b(?:(?:have|has)(?:,[^.]{0,200},)?\s+(?:hereby\s+)?(?:resolved\s+to\s+)?(?:agreed|concluded|adopted)|(?:hereby\s+)?agree\s+as\s+follows)\b))",
          roomy_patterns()),
      .title_goes_on = R"((?is).*\b(?:between|among|amongst|and|of|by|with|for|to|from|on|in|concerning)\s*)",
      .parties =
          R"((?:\b((?:The|THE)\s+(?:[A-Z][A-Za-z]*(?:[ \t]+|[ \t]*\n[ \t]*)){0,3}(?i:states|parties|governments?|peoples|members?|high\s+contracting|contracting|signator|heads)\b)|[^\sa-z](?:\s?)((?:the )(?:\w+ ){0,2}(?:states|parties|governments?|members?|high contracting|contracting|signator(?:y|ies)|heads)\b)))",
      .formula =
          R"((?i)(\b(?:have\s+(?:hereby\s+)?agreed\s+(?:as\s+follows|on\s+the\s+following|upon)|(?:have|has)\s+adopted\s+this)[^.:]{0,80}[:.]))"};
}

ConclusionsPatterns english_conclusions_patterns() {
  return {
      .witness =
          R"re((\b(?:I[Nn] (?i:witness|faith|testimony) (?i:whereof|thereof|of which)\b|in (?:witness|faith|testimony) (?:whereof|thereof)\b)))re",
      .done =
          R"re((?:^\s*|[.;:)\]"_*\n]\s*|\b\d{4}\s+)((?:DONE|Done|done) (?:(?i:at|in|on|this)\b|(?i:and signed)\b)))re",
      .copies =
          R"re((?i)\b(?:cop(?:y|ies)|originals?|duplicate|triplicate|authentic|languages?|texts?|this .{0,40}\bday)\b)re",
      .testimonium_line =
          R"((?i)\n\s*(?:in\s+(?:witness|faith|testimony)\s+(?:whereof|thereof)|done\s+(?:at|in|on|this))\b)",
      .authentic = R"re((?i)\b(?:languages?|authentic)\b)re",
      .authentic_in_article = R"re((?i)\bauthentic(?:ity)?\b)re"};
}

LostLinePatterns english_lost_lines_patterns() {
  return {
      .cites_inline =
          R"((?s).*(?:\b(?i:of|in|to|with|under|and|or|by|the|from|than|this|that|on|at|for|as|into|between|within|see|per|such|said|also|any|each|following|present|new|through|until|amended|paragraphs?|articles?|annex|part|chapter|section|sub-?paragraphs?|title|protocol)|[,(-]|["“‘'])\s*)",
      .heading_inline =
          R"(\s((?:ARTICLE|Article|ART\.|Art\.|CHAPTER|Chapter|PART|Part|SECTION|Section|TITLE|Title|ANNEX|Annex|APPENDIX|Appendix|SCHEDULE|Schedule|PROTOCOL|Protocol|REGULATION|Regulation|RULE|Rule)\s|PREAMBLE\s|Preamble\s+[A-Z]|ANNEX|IN WITNESS (?:WHEREOF|THEREOF)))",
      .witness_inline = R"((?s)IN WITNESS.*)",
      .preamble_inline = R"((?s)(?:PREAMBLE|Preamble).*)"};
}

}  // namespace

const StructureWords& english_structure() {
  static const StructureWords words{.language = "en",
                                    .headings = kEnglishHeadings,
                                    .numbers = &english_numbers(),
                                    .openers = kEnglishOpeners,
                                    .joining = kEnglishJoining,
                                    .subjects = kEnglishSubjects,
                                    .citing = kEnglishCiting,
                                    .citing_on = kEnglishCitingOn,
                                    .conjunctions = kEnglishConjunctions,
                                    .months = kEnglishMonths,
                                    .name_joining = kEnglishNameJoining,
                                    .protocol = "protocol",
                                    .protocol_initials = "AFOPS",
                                    .letter_initials = "ACDEFIJLSU",
                                    .reads_amendments = true,
                                    .heading = english_heading_patterns(),
                                    .sentence = english_sentence_patterns(),
                                    .component = english_component_patterns(),
                                    .preamble = english_preamble_patterns(),
                                    .conclusions = english_conclusions_patterns(),
                                    .lost_lines = english_lost_lines_patterns()};
  return words;
}

}  // namespace treatygraph::ingest
