#include "queries/mcp/tool_table.h"

#include <algorithm>
#include <array>

namespace treatygraph::queries::mcp {
namespace {

using Names = std::string_view;

constexpr std::array kSearch = {Names("q"), Names("label"), Names("treaty"), Names("as_of")};
constexpr std::array kCitation = {Names("q"), Names("treaty")};
constexpr std::array kText = {Names("of"), Names("as_of")};
constexpr std::array kDependencies = {Names("of"),    Names("direction"), Names("relation"), Names("depth"),
                                      Names("level"), Names("modes"),     Names("without"),  Names("as_of")};
constexpr std::array kPaths = {Names("from"), Names("to"),    Names("relation"), Names("level"),
                               Names("k"),    Names("avoid"), Names("without"),  Names("as_of")};
constexpr std::array kImpact = {Names("of"), Names("only"), Names("level"), Names("as_of")};
constexpr std::array kCoverage = {Names("rows"),  Names("columns"), Names("treaty"), Names("only"),
                                  Names("level"), Names("without"), Names("as_of")};
constexpr std::array kStatements = {Names("about"),   Names("include"), Names("stance"),
                                    Names("speaker"), Names("concern"), Names("as_of")};
constexpr std::array kParticipation = {Names("slug"), Names("as_of")};
constexpr std::array kCompare = {Names("left"),  Names("right"),    Names("of"),
                                 Names("label"), Names("relation"), Names("view")};
constexpr std::array kCite = {Names("of")};

constexpr std::array kNodesList = {Names("nodes")};
constexpr std::array kRelationshipsLinks = {Names("relationships")};
constexpr std::array kWithinDropped = {Names("within")};
constexpr std::array kPathsList = {Names("paths")};
constexpr std::array kImpactLists = {Names("dangling"),        Names("cut_off"),          Names("gone"),
                                     Names("safeguards_lost"), Names("definitions_lost"), Names("objections")};
constexpr std::array kCellsList = {Names("cells")};
constexpr std::array kColumnsDropped = {Names("columns")};
constexpr std::array kParticipationList = {Names("participants")};
constexpr std::array kCompareLists = {Names("pairs"), Names("missing_on_right"), Names("missing_on_left"),
                                      Names("carried")};
constexpr std::array kRowsDropped = {Names("rows")};
constexpr std::array kTreatiesList = {Names("treaties")};
constexpr std::array kSchemaLists = {Names("labels"), Names("relationship_types")};
constexpr std::array kProvisionsList = {Names("provisions")};
constexpr std::array kRowsList = {Names("rows")};
constexpr std::array kStatsDropped = {Names("stats")};

constexpr std::array kTools = {
    Tool{"search",
         "Search treaties",
         "Finds provisions, treaties, States, statements and terms by words, names or a citation. Begin here where you "
         "do not know a key. Keys look as uncc:art_24__para_2.",
         "search",
         kSearch,
         {},
         8,
         50,
         ToolKind::Question,
         true},
    Tool{"lookup_citation",
         "Look up a citation",
         "What a citation as people type it means here (\"UNCC art 24(2)\"): the provision's key, and the citation in "
         "full for footnotes. Says so where nothing is called so.",
         "search",
         kCitation,
         {},
         5,
         20,
         ToolKind::Citation},
    Tool{"provision_text",
         "Read a provision",
         "The words of a treaty, chapter, article or a part of one in their order, with what they cite and define, and "
         "where the provision stands. words_are tells whether the words are the official text or a summary: only text "
         "may "
         "be quoted.",
         "text",
         kText,
         {kProvisionsList, {}, {}},
         25,
         100,
         ToolKind::Text},
    Tool{"dependencies",
         "What a provision rests on",
         "What a provision rests on, or with direction=in what rests on it, hop by hop, with the words that refer.",
         "dependencies",
         kDependencies,
         {kNodesList, kRelationshipsLinks, kWithinDropped},
         12,
         100},
    Tool{"paths",
         "How two things are connected",
         "The shortest ways from one provision, treaty, State or safeguard to another, with the evidence of each hop.",
         "paths",
         kPaths,
         {kPathsList, {}, {}},
         5,
         20},
    Tool{
        "impact",
        "What would break",
        "What would dangle, be cut off or lose its safeguards if a provision were deleted, and who spoke against that.",
        "impact",
        kImpact,
        {kImpactLists, {}, {}},
        10,
        100},
    Tool{"coverage",
         "Which safeguards reach what",
         "A matrix: which safeguards reach which powers, offences or provisions, directly, inherited or by reference. "
         "Ask of a few rows at a time; only=none lists what nothing reaches.",
         "coverage",
         kCoverage,
         {kCellsList, kRelationshipsLinks, kColumnsDropped},
         30,
         200},
    Tool{"statements",
         "What was said",
         "What States and organisations said about a provision or a treaty: stance, concern, date, source.",
         "statements",
         kStatements,
         {},
         8,
         50,
         ToolKind::Question,
         true},
    Tool{"participation",
         "Who signed and ratified",
         "Signatures, consents to be bound, reservations and the distance to entry into force of a treaty.",
         "participation",
         kParticipation,
         {kParticipationList, {}, {}},
         40,
         200},
    Tool{"compare",
         "Compare two treaties or drafts",
         "Which provisions of two treaties or versions (uncc@2023-05) correspond, changed or are missing.",
         "compare",
         kCompare,
         {kCompareLists, {}, kRowsDropped},
         15,
         100},
    Tool{"cite", "Cite for footnotes", "A treaty or a provision as OSCOLA, Bluebook, BibTeX and plain text cite it.",
         "cite", kCite},
    Tool{"treaties",
         "Which treaties there are",
         "The treaties and drafts of this snapshot, with their slugs, and whether their text is loaded. What is not "
         "loaded is only cited by others.",
         "treaties",
         {},
         {kTreatiesList, {}, {}},
         30,
         100},
    Tool{"schema",
         "What the graph holds",
         "Labels, relationship types and properties with counts: read it before writing openCypher.",
         "schema",
         {},
         {kSchemaLists, {}, {}},
         20,
         40},
    Tool{"cypher",
         "Ask in openCypher",
         "A read-only openCypher query, for what no other tool answers. CALL dbms.procedures() lists the questions as "
         "procedures. Return keys (n.key) and sources; add LIMIT.",
         "",
         {},
         {kRowsList, {}, kStatsDropped},
         50,
         500,
         ToolKind::Cypher}};

}  // namespace

std::span<const Tool> tools() {
  return kTools;
}

const Tool* find_tool(std::string_view name) {
  const auto found = std::ranges::find(kTools, name, &Tool::name);
  return found == kTools.end() ? nullptr : &*found;
}

const ParameterSpec& parameter_of(const Tool& tool, std::string_view name) {
  return *std::ranges::find(find_question(tool.question)->parameters, name, &ParameterSpec::name);
}

}  // namespace treatygraph::queries::mcp
