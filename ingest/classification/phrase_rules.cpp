// Rules are ordered, because each provision gets at most one offence, one power and one safeguard of each kind: the
// first rule that matches decides the name and confidence. A cue must be part of every text that the phrase matches, or
// the rule misses matches. Alternatives that scanners spell differently have " ?" between words ("into ?custody").

#include "ingest/classification/phrase_rules.h"

#include <array>

namespace treatygraph::ingest {
namespace {

using enum FactClass;

/// Offences that another article created: the sentence only refers to them.
constexpr std::string_view kRestated = "(offences|offenses|acts) (set forth|referred to|mentioned|defined) in article";

/// Phrases that oblige Parties to make conduct an offence. `unless` excludes sentences that only refer to offences.
constexpr auto kOffences = std::to_array<PhraseRule>({
    {"establish-as-offence", Offence, "", "establish",
     "establish as (an? )?((criminal|penal|punishable) )?(offence|offense|crime)s?", kRestated, "high"},
    {"establish-that-it-is-an-offence", Offence, "", "establish",
     "establish that ... (is|are|constitutes?) (an? )?(criminal )?(offence|offense)s?", "", "high"},
    {"shall-be-an-offence", Offence, "", "shall be",
     "shall be (considered |regarded as |deemed )?(to be )?(an? )?(criminal|punishable|penal) (offence|offense)s?", "",
     "high"},
    {"ensure-acts-are-offences", Offence, "", "ensure",
     "ensure that ... \\w*(is|are|constitutes?) (an? )?((criminal|punishable) )?(offence|offense)s? under", kRestated,
     "high"},
    {"criminalise", Offence, "", "criminali", "(shall|to) (criminali[sz]e|ensure that ... (is|are) criminali[sz]ed)",
     "condition that", "high"},
    {"subject-to-criminal-sanction", Offence, "", "criminal",
     "ensure that ... (is|are) subject to criminal( \\w+){0,3} (sanction|penalty|sanctions|penalties)", "", "medium"},
    {"covered-by-criminal-law", Offence, "", "fully covered",
     "following acts ... are fully covered under ... (criminal|penal) law", "", "high"},
    {"establish-conduct-as-offence", Offence, "", "establish",
     "establish ... as (an? )?((criminal|penal|punishable) )?(offence|offense|crime)s?",
     "(offences|offenses|acts) (set forth|referred to|mentioned|defined|established) in article|establish ((its|their|"
     "the) )?(jurisdiction|liability|procedures?)|offences? established",
     "high"},
    {"commits-an-offence", Offence, "", "commits", "commits (an|the) (offence|offense|crime)( of)?",
     "who commits an offence (set forth|referred to|under|established|covered|within)|whoever commits an offence (set "
     "forth|referred to|under|established)",
     "high"},
    {"it-shall-be-an-offence", Offence, "", "it shall be", "it shall be an? (offence|offense|crime) (for|to)", "",
     "high"},
    {"guilty-of-an-offence", Offence, "", "guilty of", "(is|shall be) guilty of an? (offence|offense|crime)", "",
     "high"},
    {"shall-constitute-an-offence", Offence, "", "shall constitute",
     "shall constitute (an? )?((criminal|punishable|penal) )?(offence|offense|crime)s?", kRestated, "high"},
    {"shall-be-made-a-crime", Offence, "", "shall be made",
     "shall be made( by each (State Party|Party|Contracting State|Contracting Party))? (a |an )?((punishable|criminal) "
     ")?(crime|offence|offense)",
     kRestated, "high"},
    {"make-conduct-an-offence", Offence, "", "make",
     "(shall|to) make (it )?... (a|an) (criminal|punishable|penal)?( )?(offence|offense|crime) (for|under|to)",
     "make (these|such|those|the) offences|offences (set forth|referred to)", "medium"},
    {"acts-are-punishable", Offence, "", "punish", "the following acts shall be punish(ed|able)", "", "high"},
    {"grave-breaches", Offence, "", "grave breaches",
     "shall be regarded as grave breaches of this (Protocol|Convention)", "", "high"},
    {"crimes-within-jurisdiction", Offence, "", "jurisdiction",
     "jurisdiction ... (over|with respect to) the following (crimes|offences) ... :", "", "medium"},
    {"make-punishable", Offence, "", "make", "shall make ... (punishable|a (punishable|criminal) offence)",
     "make (these|such|those|the) offences", "medium"},
});

/// Phrases that give powers. The kinds are "procedural" (powers of authorities and courts), "enforcement" (powers at
/// sea and the like) and "cooperation" (between Parties).
constexpr auto kPowers = std::to_array<PhraseRule>({
    {"empower-authorities", Power, "procedural", "authorit",
     "(empower|enable|permit|allow|authori[sz]e) (its|their|his or her)( \\w+){0,5} authorities,? ... to", "", "high"},
    {"empower-courts", Power, "procedural", "courts",
     "(empower|enable|permit|allow|authori[sz]e) (its|their) courts,? ... to", "", "high"},
    {"court-may-order", Power, "procedural", "order",
     "(court|courts|tribunal|tribunals|chamber|judge|judges|magistrate|judicial authority|judicial authorities) "
     "(may|can|is empowered to|are empowered to|shall be empowered to|shall have (the )?(power|authority|competence)( "
     "to)?),? ... (order|orders)",
     "may request|may not order|by order|order of (business|precedence)|public order", "high"},
    {"court-may-issue", Power, "procedural", "issue",
     "(court|courts|tribunal|chamber|judge|judges|magistrate|judicial authority|judicial authorities) "
     "(may|shall|can|is empowered to|shall be empowered to),? ... issue ... (warrant|warrants|summons|injunction|"
     "injunctions|order|orders)",
     "", "high"},
    {"court-may-grant-injunction", Power, "procedural", "injunction",
     "(court|courts|tribunal|judge|judicial authorities) (may|can|shall have (the )?(power|authority) to),? ... (grant|"
     "impose) ... injunctions?",
     "", "high"},
    {"may-be-ordered-by-court", Power, "procedural", "ordered by",
     "(may|can) be ordered by (the|a|any|its|their)( competent)? (court|courts|tribunal|judge|chamber|judicial "
     "authority|judicial authorities)",
     "", "high"},
    {"enable-measures", Power, "procedural", "enable",
     "to enable (the )?(identification|tracing|freezing|seizure|confiscation|search|interception)", "", "high"},
    {"allow-use-by-authorities", Power, "procedural", "competent authorities",
     "to allow (for )?(the )?(appropriate )?use by its competent authorities of", "", "high"},
    {"allow-confiscation", Power, "procedural", "allow confiscation", "to allow confiscation of", "", "medium"},
    {"authorities-able-to", Power, "procedural", "authorities shall",
     "authorities shall (be able|have the (power|authority|right)( and (power|authority|obligation))?) to", "", "high"},
    {"granted-the-power", Power, "procedural", "the power to",
     "(authorities|courts|police) ... (are|be) (granted|given) the power to", "", "high"},
    {"authority-and-obligation", Power, "procedural", "have the authority",
     "shall have the authority( and obligation)? to (keep|hold|detain|search|seize|order|arrest)", "", "medium"},
    {"ensure-disclosure-to-authorities", Power, "procedural", "ensure the",
     "ensure the (expeditious|expedited|real-time|prompt) (disclosure|preservation|collection|recording|interception)",
     "", "medium"},
    {"into-custody", Power, "procedural", "custody",
     "(shall|may) ... take (a person|the person|him|him or her|her|them) ... into ?custody", "", "medium"},
    {"board-seize-arrest", Power, "enforcement", "may",
     "(may|authori[sz]e),? ... (board and (inspect|search)|board "
     "(a|the|any|such|fishing|its)|(seize|arrest|inspect|detain) (a|an|the|any|such|its|persons|ships|vessels|goods))",
     "may not|may request|may be (seized|arrested|on board)", "medium"},
    {"remain-on-board", Power, "enforcement", "on board", "may remain on board and secure evidence", "", "medium"},
    {"enforcement-measures", Power, "enforcement", "including boarding",
     "may,? ... take ... measures, including boarding", "", "medium"},
    {"afford-assistance", Power, "cooperation", "assistance",
     "shall (afford|provide|render)( to)? (one another|each other) ... mutual (legal )?assistance", "", "high"},
    {"assistance-in-proceedings", Power, "cooperation", "assistance",
     "shall (afford|provide|render)( to)? (one another|each other) ... assistance in connection with ... "
     "(proceedings|investigations)",
     "mutual (legal )?assistance", "high"},
    {"provide-assistance-to-each-other", Power, "cooperation", "mutual assistance",
     "shall (afford|provide|render) mutual (legal )?assistance to (one another|each other)", "", "high"},
    {"request-another-party", Power, "cooperation", "may request",
     "may request (another|the other|any other) (State )?Party to", "", "high"},
    {"without-prior-request", Power, "cooperation", "without prior request",
     "without prior request,? ... (transmit|forward|communicate|provide)( ... information)?", "", "high"},
    {"forward-without-request", Power, "cooperation", "without prior request",
     "(transmit|forward|communicate|provide) ... information ... without prior request", "", "high"},
    {"disclose-to-requesting-party", Power, "cooperation", "requesting",
     "requested (State )?Party shall (expeditiously )?disclose to the requesting", "", "high"},
    {"without-authorisation", Power, "cooperation", "without the authori",
     "may,? without the authori[sz]ation of another (State )?Party", "", "high"},
    {"hearing-by-video", Power, "cooperation", "video", "permit the hearing ... by video ?conference", "", "high"},
    {"joint-investigations", Power, "cooperation", "joint investigat",
     "(establish|set up|undertake) joint investigative (bodies|teams)", "", "medium"},
    {"transfer-of-proceedings", Power, "cooperation", "transferring to one another",
     "transferring to one another proceedings", "", "medium"},
    {"law-enforcement-cooperation", Power, "cooperation", "law enforcement",
     "shall cooperate closely with (one another|each other) ... law enforcement", "", "medium"},
    {"confiscation-on-request", Power, "cooperation", "confiscation",
     "received a request ... for confiscation ... shall", "", "medium"},
    {"freeze-on-request", Power, "cooperation", "identify, trace",
     "shall take measures to identify, trace,? and (freeze|seize)", "", "high"},
    {"round-the-clock-contact", Power, "cooperation", "point of contact",
     "shall designate a point of contact available ... assistance", "", "medium"},
});

/// "may not be refused on the ground of ..." forbids a refusal and gives no ground for one.
constexpr std::string_view kBarsRefusal =
    "(may|shall) not (refuse|decline|be refused)|not exercise the right to refuse";

/// Phrases that limit powers or protect persons, States or third parties. The kind names what is protected, or how.
constexpr auto kSafeguards = std::to_array<PhraseRule>({
    {"principle-of-proportionality", Safeguard, "proportionality", "proportionality", "(principle of )?proportionality",
     "", "high"},
    {"protection-of-human-rights", Safeguard, "human-rights", "human rights",
     "(adequate protection of|consistent with|in accordance with|in conformity with|respect for|respecting) ... human "
     "rights( ... freedoms| ... liberties)?",
     "", "high"},
    {"protection-of-freedoms", Safeguard, "human-rights", "freedom",
     "(respecting|protecting|suppression|respect for) ... (the )?(freedom|freedoms) (of|to)", "", "medium"},
    {"independent-review", Safeguard, "independent-review", "independent",
     "judicial or other independent (supervision|review|authori[sz]ation)", "", "high"},
    {"judicial-authorisation", Safeguard, "independent-review", "judicial",
     "(prior|subject to) judicial (review|authori[sz]ation|supervision|approval)", "", "medium"},
    {"grounds-for-application", Safeguard, "justified-application", "grounds justif",
     "grounds justifying ... application", "", "high"},
    {"limited-scope-and-duration", Safeguard, "limited-scope-and-duration", "limit",
     "limit(s|ation|ations) (of|on|to|with respect to) the scope( and ... duration)?", "", "high"},
    {"time-limit", Safeguard, "limited-scope-and-duration", "up to a maximum of",
     "up to a maximum of ... (days|hours|months)", "", "medium"},
    {"no-longer-than-necessary", Safeguard, "limited-scope-and-duration", "necessary",
     "only for such ?time ?as is ?necessary|for no longer than( is)? (strictly )?necessary", "", "high"},
    {"serious-offences-only", Safeguard, "limited-scope-and-duration", "serious",
     "in relation to a range of serious (criminal )?offences", "", "high"},
    {"effective-remedy", Safeguard, "effective-remedy", "remed", "(right to an )?effective (legal )?remed(y|ies)", "",
     "high"},
    {"system-of-appeal", Safeguard, "effective-remedy", "appeal",
     "effective system of appeal|right (of|to) appeal|right to (seek )?(a )?review", "", "medium"},
    {"right-to-compensation", Safeguard, "effective-remedy", "right",
     "have the right to initiate legal proceedings ... compensation|enforceable ?right to ... compensation", "",
     "high"},
    {"right-to-complain", Safeguard, "effective-remedy", "right to", "right to (complain|lodge a complaint|petition)",
     "", "high"},
    {"may-be-refused-if", Safeguard, "refusal-grounds", "refused",
     "(assistance|extradition|surrender|co-?operation|request|execution|preservation)s? ... may( also| only)? be "
     "refused ... (if|where|when|on)",
     kBarsRefusal, "high"},
    {"may-refuse-if", Safeguard, "refusal-grounds", "refuse",
     "(may|right to)( also| only)?,? ... refuse (assistance|extradition|co-?operation|surrender|(to (comply "
     "with|execute) )?(a|the|any|such) request|to (extradite|assist|co-?operate|surrender|provide (mutual "
     ")?assistance)) ... (if|where|when|on)",
     kBarsRefusal, "high"},
    {"may-be-refused-list", Safeguard, "refusal-grounds", "be refused:", "may( also| only)? be refused:", "", "high"},
    {"grounds-to-refuse", Safeguard, "refusal-grounds", "refus", "grounds (up)?on which ... may refuse", "", "high"},
    {"may-be-withheld-if", Safeguard, "refusal-grounds", "withheld", "may only be withheld if", "", "high"},
    {"reasons-for-refusal", Safeguard, "reasons-given", "reasons", "reasons shall be given for any refusal", "",
     "high"},
    {"non-discrimination-in-extradition", Safeguard, "non-discrimination", "on account of",
     "on account of ... (race|religion|nationality|political opinions?)", "", "high"},
    {"without-discrimination", Safeguard, "non-discrimination", "discriminat",
     "without ((any )?(adverse )?distinction|discrimination) ... (race|colou?r|sex|religion)", "", "high"},
    {"prohibited-discrimination", Safeguard, "non-discrimination", "discriminat",
     "(prohibit|protection against) (any |all forms of )?discrimination|(any|all) discrimination ... shall be "
     "prohibited",
     "", "medium"},
    {"fair-treatment", Safeguard, "rights-of-the-person", "fair",
     "guaranteed ?fair treatment|fair( and impartial)? trial", "", "high"},
    {"minimum-guarantees", Safeguard, "rights-of-the-person", "guarantees",
     "(entitled|right) to ... minimum guarantees", "", "high"},
    {"deprivation-of-liberty", Safeguard, "rights-of-the-person", "libert",
     "(deprived|deprivation) of (his|her|his or her|their|personal)? ?liberty except", "", "high"},
    {"no-arbitrary-arrest", Safeguard, "rights-of-the-person", "arbitrar",
     "(subjected to|subject to|protected against|free from) ... arbitrary (or unlawful "
     ")?(arrest|detention|interference|"
     "deprivation)|arbitrarily (arrested|detained|deprived)",
     "", "high"},
    {"humane-treatment", Safeguard, "rights-of-the-person", "treat",
     "be treated ... with humanity|(no one|nobody|not|never) ... be subjected to (torture|cruel|inhuman|degrading|any "
     "form of coercion)",
     "", "high"},
    {"informed-of-reasons", Safeguard, "rights-of-the-person", "informed",
     "informed,? ... of the (reasons for (his|her|his or her|their|the) (arrest|detention)|(nature(,| and) "
     "cause|charges?|accusations?) (against|of))",
     "", "high"},
    {"brought-before-a-judge", Safeguard, "rights-of-the-person", "brought",
     "brought ?promptly ?before|brought before (a|the) (judge|court|competent judicial authority) ... without delay",
     "", "high"},
    {"lawfulness-of-detention", Safeguard, "independent-review", "lawful",
     "(court|tribunal|judge) ... decide ... (on )?the ?lawfulness of", "", "high"},
    {"self-incrimination", Safeguard, "rights-of-the-person", "compelled",
     "(shall not|not to|may not) be compelled to (incriminate|testify against|give testimony|confess)|compelled to "
     "(incriminate|testify against) (himself|herself|themselves|oneself)",
     "", "high"},
    {"right-to-silence", Safeguard, "rights-of-the-person", "silen", "(to|right to) remain silent", "", "high"},
    {"right-to-counsel", Safeguard, "rights-of-the-person", "nce of",
     "(assistance|presence) of (legal )?counsel|legal assistance of (his|her|his or her|their|the person's) (own "
     ")?choosing",
     "", "high"},
    {"competent-independent-tribunal", Safeguard, "rights-of-the-person", "impartial",
     "(fair|public) ... hearing ... impartial (tribunal|court|authority|body)|independent and impartial "
     "(tribunal|court|authority|body)",
     "", "high"},
    {"review-by-higher-court", Safeguard, "effective-remedy", "higher", "reviewed by a higher", "", "high"},
    {"nullum-crimen", Safeguard, "legality", "constitute",
     "(held|criminally) (guilty|responsible) ... (did not )?constitutes?,?", "", "high"},
    {"no-heavier-penalty", Safeguard, "legality", "penalty", "heavier penalty ... (imposed|applicable)", "", "high"},
    {"limitations-by-law", Safeguard, "necessity", "necessary",
     "(restrictions?|limitations?|interference) ... (prescribed|provided( for)?|determined|imposed|established) (by|in "
     "conformity with) (the )?law ... necessary|necessary in a democratic society",
     "", "high"},
    {"strictly-required", Safeguard, "necessity", "strictly required",
     "to the extent strictly required by the (exigencies|circumstances)", "", "high"},
    {"equality-before-the-law", Safeguard, "non-discrimination", "equal",
     "equal (before|protection of) the (law|courts)|equality before the (law|courts)", "", "high"},
    {"legal-privilege", Safeguard, "confidentiality", "privilege",
     "(legal professional|professional|lawyer-client|attorney-client) privilege", "", "medium"},
    {"non-refoulement", Safeguard, "non-refoulement", "substantial",
     "(expel|expelled|return|returned|extradite|extradited|surrendered) ... substantial (grounds|reasons) (for|to) "
     "believ(e|ing)",
     "on account of", "high"},
    {"no-return-to-danger", Safeguard, "non-refoulement", "any country where",
     "shall not be (returned|expelled) ... to any country where", "", "high"},
    {"best-interests", Safeguard, "best-interests-of-the-child", "best interests",
     "best interests of the child ... (primary|paramount) consideration", "", "high"},
    {"consular-contact", Safeguard, "rights-of-the-person", "communicat",
     "(assisted in communicating|(right|entitled) to communicate) ... (representative|counsel|consular)", "", "high"},
    {"tainted-evidence", Safeguard, "rights-of-the-person", "as evidence", "shall ?not ?be ?invoked as evidence", "",
     "high"},
    {"unlawfully-obtained-evidence", Safeguard, "rights-of-the-person", "admissible",
     "evidence obtained ... shall not be admissible", "", "high"},
    {"rights-of-defence", Safeguard, "rights-of-the-person", "rights of",
     "rights of the (defen[cs]e|defendant|accused)", "", "high"},
    {"presumption-of-innocence", Safeguard, "rights-of-the-person", "innocen", "presum(ption of innocence|ed innocent)",
     "", "high"},
    {"exculpatory-information", Safeguard, "rights-of-the-person", "exculpatory",
     "(information|evidence) that is exculpatory to", "", "high"},
    {"data-protection", Safeguard, "data-protection", "personal data",
     "(protection of|protect|privacy) ... personal data|personal data ... protect(ion|ed)", "", "high"},
    {"privacy", Safeguard, "data-protection", "privacy",
     "(interference with|respect for|protection of|protect|right to) ... privacy", "", "high"},
    {"good-faith-exclusion", Safeguard, "good-faith-exclusion", "criminal liability",
     "shall not be interpreted as imposing criminal liability", "", "high"},
    {"use-limited-to-purpose", Safeguard, "speciality", "other than th",
     "(not|nor) ... use[d]? ... (for|in) ... other than (those|that|the purposes?)( ... stated| ... specified)?", "",
     "high"},
    {"speciality-of-proceedings", Safeguard, "speciality", "surrendered",
     "shall not be proceeded against, punished or detained", "", "high"},
    {"keep-confidential", Safeguard, "confidentiality", "confiden",
     "(keep|kept|remain|treated as|treat) ... confidential", "oblige ... to keep confidential|other person who is to",
     "medium"},
    {"dual-criminality", Safeguard, "dual-criminality", "both", "punishable under the (domestic )?laws? of both", "",
     "high"},
    {"absence-of-dual-criminality", Safeguard, "dual-criminality", "dual criminality",
     "(absence of|requires|condition of) dual criminality",
     "shall not be required|deemed fulfilled|shall take into account|to enable it to provide", "medium"},
    {"bona-fide-third-parties", Safeguard, "third-parties", "third parties",
     "(rights|interests)( [a-z,]+){0,5} of (bona fide )?third parties", "", "high"},
    {"sovereign-equality", Safeguard, "sovereignty", "sovereign",
     "sovereign equality|(the )?sovereignty of the State ... respected", "", "high"},
    {"no-entitlement-abroad", Safeguard, "sovereignty", "nothing in",
     "nothing in this (Convention|Agreement|Treaty|Protocol) (shall )?entitles? a (State )?Party to undertake in the "
     "territory",
     "", "high"},
    {"consent-of-the-person", Safeguard, "consent", "consent",
     "(lawful and voluntary|free and informed|informed) consent", "without (her|his|their) ... consent", "high"},
    {"safe-conduct", Safeguard, "safe-conduct", "prosecuted, detained",
     "shall not be prosecuted, detained ... prior to", "", "high"},
    {"ne-bis-in-idem", Safeguard, "ne-bis-in-idem", "ne bis in idem", "ne bis in idem", "", "high"},
    {"tried-once", Safeguard, "ne-bis-in-idem", "convicted or acquitted",
     "(tried|punished|prosecuted) ... (again )?... (already )?... convicted or acquitted", "", "medium"},
    {"already-acquitted", Safeguard, "ne-bis-in-idem", "acquitted",
     "(tried|punished|prosecuted) ... (already|finally) been ... (finally )?(acquitted|convicted)", "", "high"},
    {"sanctions-in-proportion", Safeguard, "proportionate-sanctions", "proportionate",
     "effective, proportionate and dissuasive", "", "high"},
    {"gravity-of-the-offence", Safeguard, "proportionate-sanctions", "take into account",
     "(sanctions|penalties)( which| that)?( ... shall)? take into account ... (gravity|(grave|serious) nature)", "",
     "medium"},
    {"definition-left-to-domestic-law", Safeguard, "domestic-law", "domestic law",
     "reserved to the domestic law|shall be defined and implemented in accordance with ... domestic law", "", "high"},
    {"permitted-narrowing", Safeguard, "permitted-narrowing", "require",
     "a (State )?Party may require (by law )?(that (the (offence|conduct)|a number)|an intent)|may reserve the right "
     "to require that",
     "", "high"},
});

/// All tables in one, made at compile time.
constexpr auto kRules = [] {
  std::array<PhraseRule, kOffences.size() + kPowers.size() + kSafeguards.size()> all{};
  std::size_t at = 0;
  for (const auto& rule : kOffences) all[at++] = rule;
  for (const auto& rule : kPowers) all[at++] = rule;
  for (const auto& rule : kSafeguards) all[at++] = rule;
  return all;
}();

/// In the notation of phrases, without regard to order: conduct.cpp accepts any sequence of them.
constexpr auto kQualifiers = std::to_array<std::string_view>({
    "under (its|their|the) (domestic|national|internal|criminal|penal)?( or (criminal|penal))? ?(laws?|legislation)",
    "in accordance with (its|their|fundamental principles of its) ?(domestic )?(law|legal system)?",
    "when committed (intentionally|wilfully|willfully|knowingly|unlawfully)( and (unlawfully|intentionally|without "
    "right))?",
    "in the course of [a-z, ]+ activities",
    "(in matters|when) affecting [a-z ]+",
    "(and )?(intentionally|wilfully|unlawfully|without right)",
    "(any of )?the following( intentional)? (acts|acts and activities|conduct|offences|crimes|cases|person)",
    "at least",
    "for",
    "to",
    "order",
    "any person",
    "if (that person|the person|he|he or she|she|it)",
    "who",
    "within the meaning of this (Convention|Protocol|Treaty|Agreement|article)",
    "for the purposes? of this (Convention|Protocol|Treaty|Agreement|article)",
    "by any means,? (directly or indirectly)?",
    "directly or indirectly",
    "likewise",
    "also",
    "(unlawfully )?and (intentionally|wilfully)",
});

}  // namespace

std::span<const PhraseRule> phrase_rules() {
  return kRules;
}

std::span<const std::string_view> lead_qualifiers() {
  return kQualifiers;
}

}  // namespace treatygraph::ingest
