#pragma once
// The names of the model: labels, relationship types, modes, and the property names that more than one folder uses. A
// name is written here once; ingest writes it and queries reads it.

#include <array>
#include <string_view>

namespace treatygraph {

/// The labels of nodes. A provision has two: the label of its kind, such as Article, and Provision.
namespace label {
inline constexpr std::string_view kTreaty = "Treaty";
inline constexpr std::string_view kDivision = "Division";
inline constexpr std::string_view kArticle = "Article";
inline constexpr std::string_view kRule = "Rule";
inline constexpr std::string_view kRegulation = "Regulation";
inline constexpr std::string_view kStandard = "Standard";
inline constexpr std::string_view kGuideline = "Guideline";
inline constexpr std::string_view kPrinciple = "Principle";
inline constexpr std::string_view kClause = "Clause";
inline constexpr std::string_view kParagraph = "Paragraph";
inline constexpr std::string_view kPoint = "Point";
inline constexpr std::string_view kRecital = "Recital";
inline constexpr std::string_view kProvision = "Provision";
inline constexpr std::string_view kOffence = "Offence";
inline constexpr std::string_view kSafeguard = "Safeguard";
inline constexpr std::string_view kPower = "Power";
inline constexpr std::string_view kTerm = "Term";
inline constexpr std::string_view kState = "State";
inline constexpr std::string_view kOrganization = "Organization";
inline constexpr std::string_view kStatement = "Statement";
inline constexpr std::string_view kEvent = "Event";
}  // namespace label

inline constexpr std::array kLabels = {
    label::kTreaty,       label::kDivision,  label::kArticle,   label::kRule,      label::kRegulation, label::kStandard,
    label::kGuideline,    label::kPrinciple, label::kClause,    label::kParagraph, label::kPoint,      label::kRecital,
    label::kProvision,    label::kOffence,   label::kSafeguard, label::kPower,     label::kTerm,       label::kState,
    label::kOrganization, label::kStatement, label::kEvent};

/// The labels at the level of articles. A node has at most one of them.
inline constexpr std::array kUnitLabels = {label::kArticle,   label::kRule,      label::kRegulation, label::kStandard,
                                           label::kGuideline, label::kPrinciple, label::kClause};

/// The types of relationships. ingest/datasets/README.md says which labels each connects.
namespace type {
inline constexpr std::string_view kHasPart = "HAS_PART";
inline constexpr std::string_view kRefersTo = "REFERS_TO";
inline constexpr std::string_view kEstablishes = "ESTABLISHES";
inline constexpr std::string_view kGrants = "GRANTS";
inline constexpr std::string_view kProvides = "PROVIDES";
inline constexpr std::string_view kConditions = "CONDITIONS";
inline constexpr std::string_view kDefines = "DEFINES";
inline constexpr std::string_view kUses = "USES";
inline constexpr std::string_view kSigned = "SIGNED";
inline constexpr std::string_view kRatified = "RATIFIED";
inline constexpr std::string_view kAccepted = "ACCEPTED";
inline constexpr std::string_view kApproved = "APPROVED";
inline constexpr std::string_view kAcceded = "ACCEDED";
inline constexpr std::string_view kWithdrew = "WITHDREW";
inline constexpr std::string_view kReserved = "RESERVED";
inline constexpr std::string_view kDeclared = "DECLARED";
inline constexpr std::string_view kMade = "MADE";
inline constexpr std::string_view kAddresses = "ADDRESSES";
inline constexpr std::string_view kCorrespondsTo = "CORRESPONDS_TO";
inline constexpr std::string_view kTookPartIn = "TOOK_PART_IN";
inline constexpr std::string_view kProduced = "PRODUCED";
inline constexpr std::string_view kConcerns = "CONCERNS";
}  // namespace type

inline constexpr std::array kRelationshipTypes = {
    type::kHasPart,       type::kRefersTo,   type::kEstablishes, type::kGrants,   type::kProvides, type::kConditions,
    type::kDefines,       type::kUses,       type::kSigned,      type::kRatified, type::kAccepted, type::kApproved,
    type::kAcceded,       type::kWithdrew,   type::kReserved,    type::kDeclared, type::kMade,     type::kAddresses,
    type::kCorrespondsTo, type::kTookPartIn, type::kProduced,    type::kConcerns};

/// The legal force of a reference, which its introductory words express ("subject to", "in accordance with").
inline constexpr std::array<std::string_view, 8> kModes = {
    "subject_to", "notwithstanding", "without_prejudice", "in_accordance_with", "defined_in",
    "applies_to", "except",          "refers_to"};

/// The one of kModes that has a direction of its own, see below.
inline constexpr std::string_view kAppliesTo = "applies_to";
/// For mode applies_to, which provision applies: the cited one ("article 46 shall apply"), or the citing one ("this
/// article applies to chapter V").
inline constexpr std::string_view kAppliedCited = "cited";
inline constexpr std::string_view kAppliedCiting = "citing";
inline constexpr std::array kApplieds = {kAppliedCited, kAppliedCiting};

/// The names of properties. After each: the labels or relationship types that have it.
namespace property {
inline constexpr std::string_view kSlug = "slug";      ///< Treaty: "uncc"
inline constexpr std::string_view kTitle = "title";    ///< Treaty, Statement, Event
inline constexpr std::string_view kLoaded = "loaded";  ///< Treaty, annex: false when only cited
inline constexpr std::string_view kEid = "eid";        ///< Provision
inline constexpr std::string_view kTreaty = "treaty";  ///< slug of the treaty that a node belongs to
/// Provision: part, chapter, ...; Offence, Organization: its kind; a consent to be bound: "domestic" if no instrument
/// is known to be deposited; RESERVED, DECLARED: reservation, declaration, objection.
inline constexpr std::string_view kKind = "kind";
inline constexpr std::string_view kNum = "num";          ///< the number printed before a provision: "24", "a", "IV"
inline constexpr std::string_view kHeading = "heading";  ///< a provision's official title
inline constexpr std::string_view kName = "name";        ///< Offence, Safeguard, Power, Term, State, Organization
inline constexpr std::string_view kSummary = "summary";  ///< in our own words, one sentence
inline constexpr std::string_view kText = "text";        ///< the official words: kept in treaties.db, read on demand
inline constexpr std::string_view kDate = "date";        ///< ISO 8601, "2025-10-25", or shorter if the day is not known
inline constexpr std::string_view kRatificationsNeeded =
    "ratifications_needed";  ///< Treaty: instruments needed for its entry into force
inline constexpr std::string_view kEntryIntoForceDays =
    "entry_into_force_days";  ///< Treaty: days from the last of them until then
inline constexpr std::string_view kEntryIntoForce = "entry_into_force";  ///< Treaty: the date, if known
/// Event: the number of signatories that it reports.
inline constexpr std::string_view kSignatoriesReported = "signatories_reported";
/// Event: the number of ratifications, deposited or not, that it reports.
inline constexpr std::string_view kRatificationsReported = "ratifications_reported";
/// Provision: the words of its unresolved citations, each with the kind of missing part.
inline constexpr std::string_view kUnresolved = "unresolved";
// Treaty: the file that it was read from, the SHA-256 of its bytes, its pages if it has any; its words, without running
// heads, page numbers and footnotes, and how many of these are in its title or in a provision.
inline constexpr std::string_view kDocument = "document";
/// Also of a Statement: the SHA-256 of the file that it was read from.
inline constexpr std::string_view kDocumentSha256 = "document_sha256";
inline constexpr std::string_view kDocumentPages = "document_pages";
inline constexpr std::string_view kDocumentWords = "document_words";
inline constexpr std::string_view kDocumentWordsRead = "document_words_read";
/// Treaty: the share of its document's characters in its title or a provision, and the leftovers, one per line, largest
/// first.
inline constexpr std::string_view kDocumentRead = "document_read";
inline constexpr std::string_view kDocumentLeftovers = "document_leftovers";
/// Treaty: gaps in the numbering of its provisions, one sentence per line.
inline constexpr std::string_view kDocumentGaps = "document_gaps";
/// Treaty: a sentence, if its document was not read completely.
inline constexpr std::string_view kDocumentNotRead = "document_not_read";
/// Treaty: ISO 639; references and facts are only read in English.
inline constexpr std::string_view kLanguage = "language";
// Treaty: the depositary's page that its acts are from.
inline constexpr std::string_view kStatusPage = "status_page";
inline constexpr std::string_view kStatusPageSha256 = "status_page_sha256";
/// Treaty: SHA-256 over the files of its dataset.
inline constexpr std::string_view kDatasetSha256 = "dataset_sha256";
inline constexpr std::string_view kMode = "mode";  ///< REFERS_TO: one of kModes
/// REFERS_TO of mode applies_to: which of kApplieds applies.
inline constexpr std::string_view kApplied = "applied";
inline constexpr std::string_view kOrdinal = "ordinal";  ///< HAS_PART: 1, 2, ...
/// HAS_PART: the number of characters of the parent's own text before the part; if absent, all of them.
inline constexpr std::string_view kTextBefore = "text_before";
/// TOOK_PART_IN: for, against, abstained, or requested (it asked for the vote; its own vote is not known).
inline constexpr std::string_view kVote = "vote";
/// CONCERNS: what the event would do with the provision, for example "deletion", and the outcome.
inline constexpr std::string_view kProposal = "proposal";
inline constexpr std::string_view kOutcome = "outcome";     ///< carried or failed
inline constexpr std::string_view kVotesFor = "votes_for";  ///< CONCERNS: how many, if known
inline constexpr std::string_view kVotesAgainst = "votes_against";
inline constexpr std::string_view kAbstentions = "abstentions";
/// REFERS_TO, ADDRESSES: "inferred" if a person inferred it from words that do not name it.
inline constexpr std::string_view kNamed = "named";
inline constexpr std::string_view kStance = "stance";          ///< ADDRESSES
inline constexpr std::string_view kConcern = "concern";        ///< ADDRESSES: ';' between several
inline constexpr std::string_view kRelation = "relation";      ///< CORRESPONDS_TO: equivalent, broader, ...
inline constexpr std::string_view kBasis = "basis";            ///< extracted, ocr or curated
inline constexpr std::string_view kSource = "source";          ///< document or address
inline constexpr std::string_view kQuote = "quote";            ///< the exact words
inline constexpr std::string_view kStart = "start";            ///< character offset of the quote in the source text
inline constexpr std::string_view kEnd = "end";                ///< character offset of the end of the quote
inline constexpr std::string_view kConfidence = "confidence";  ///< high, medium or low
}  // namespace property

}  // namespace treatygraph
