#include "queries/catalogue/catalogue.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "queries/catalogue/common_parameters.h"
#include "queries/catalogue/notices.h"
#include "queries/catalogue/question_handlers.h"
#include "queries/request/find_node.h"

namespace treatygraph::queries {
namespace {

constexpr ParameterSpec kWithout = {"without", "KEY,...", "as if these nodes, with their parts, were not there"};
constexpr ParameterSpec kBasis = {"basis", "all|extracted|curated", "only what was read from a text, or compiled",
                                  false, "all"};
constexpr ParameterSpec kNodeBasis = {"basis", "all|extracted|curated",
                                      "only nodes that were read from a text, or compiled", false, "all"};
constexpr ParameterSpec kAsOf = {"as_of", "YYYY-MM-DD", "leave out what happened later"};
constexpr ParameterSpec kCursor = {"cursor", "CURSOR", "next_cursor of the page before"};
constexpr ParameterSpec kPageLimit = {"limit", "N|all", "entries on a page, at most 1000 (100); of csv and ndjson all",
                                      false,   "100",   1'000};
constexpr ParameterSpec kNodeLimit = {"limit", "N", "nodes in the answer (1000)", false, "1000", 100'000};
constexpr ParameterSpec kTypes = {"types", "TYPE,...", "only these relationship types"};
constexpr ParameterSpec kModes = {"modes", "MODE,...", "only references of this legal force, as subject_to"};
constexpr ParameterSpec kAvoid = {"avoid", "KEY|LABEL,...", "nodes, with their parts, that must not be entered"};
constexpr ParameterSpec kLevel = {"level", "article|paragraph|point|as_written",
                                  "at which the answer is shown; it changes nothing that is found (article)", false,
                                  "article"};
constexpr ParameterSpec kRelation = {"relation", "rests_on|governed_by|both",
                                     "governed_by: what applies to it or prevails over it (rests_on)", false,
                                     "rests_on"};
constexpr ParameterSpec kPathRelation = {"relation", "rests_on|governed_by|both",
                                         "of dependencies: over which a path may lead (both)", false, "both"};
constexpr ParameterSpec kInto = {"into", "divisions",
                                 "go on into the articles of a chapter or another division that is referred to"};
constexpr ParameterSpec kWhy = {"why", "true|KEY", "tell in sentences why each node, or this one, is in the answer"};
constexpr ParameterSpec kQuality = {"quality", "true|false",
                                    "count what of the answer is curated, unsure or unresolved", false, "false"};
constexpr ParameterSpec kSlug = {"slug", "SLUG", "of the treaty, as uncc", true};
constexpr ParameterSpec kKey = {"key", "KEY", "of the node, as uncc:art_24__para_2", true};

template <std::size_t... Sizes>
constexpr auto joined(const std::array<ParameterSpec, Sizes>&... lists) {
  std::array<ParameterSpec, (Sizes + ...)> all{};
  auto at = all.begin();
  ((at = std::ranges::copy(lists, at).out), ...);
  return all;
}

/// What of the graph is seen, in lists of nodes by the nodes' own basis; and how far the answer can be trusted.
constexpr std::array kScope = {kWithout, kBasis, kAsOf, kQuality};
constexpr std::array kNodeScope = {kWithout, kNodeBasis, kAsOf, kQuality};

constexpr auto kTreaties = kScope;
constexpr auto kTreaty = joined(
    std::array{kSlug, ParameterSpec{"whole", "true|false", "down to every point, not only articles", false, "false"}},
    kScope);
constexpr auto kParticipation = joined(std::array{kSlug}, kScope);
constexpr auto kNodes = joined(
    std::array{ParameterSpec{"label", "LABEL,...", "only nodes with all of these labels"},
               ParameterSpec{"treaty", "SLUG", "only nodes of this treaty"},
               ParameterSpec{"property", "NAME:VALUE", "only nodes with this property; may be given several times"},
               ParameterSpec{"prefix", "KEY", "only keys that begin so"},
               ParameterSpec{"with", "TYPE,...", "each node with its relationships of these types"}},
    kNodeScope, std::array{kPageLimit, kCursor});
constexpr auto kNode = joined(std::array{kKey}, kScope);
constexpr auto kRelationships =
    joined(std::array{kKey, ParameterSpec{"direction", "out|in|both", "seen from the node (both)", false, "both"},
                      kTypes, ParameterSpec{"parts", "true|false", "also those of its parts", false, "false"}},
           kScope, std::array{kPageLimit, kCursor});
constexpr auto kSearch = joined(
    std::array{ParameterSpec{"q", "WORDS", "words, \"a phrase\", a beginning*, or a citation", true},
               ParameterSpec{"label", "LABEL", "only nodes with this label"},
               ParameterSpec{"treaty", "SLUG", "only nodes of this treaty"},
               ParameterSpec{"modes", "MODE,...", "only provisions with a reference of this legal force"}},
    kNodeScope,
    std::array{
        ParameterSpec{"limit", "N|all", "hits on a page, at most 1000 (20); of csv and ndjson all", false, "20", 1'000},
        kCursor});
constexpr auto kSuggest =
    joined(std::array{ParameterSpec{"q", "WORDS", "the beginning of a citation, a name, a key or words", true},
                      ParameterSpec{"label", "LABEL", "only nodes with this label"},
                      ParameterSpec{"treaty", "SLUG", "only nodes of this treaty"}},
           kNodeScope, std::array{ParameterSpec{"limit", "N", "suggestions, at most 50 (10)", false, "10", 50}});
constexpr auto kNeighborhood = joined(
    std::array{ParameterSpec{"of", "KEY", "the node in the middle", true},
               ParameterSpec{"depth", "N", "hops, at most 16 (1)", false, "1", 16},
               ParameterSpec{"direction", "out|in|both", "which way to walk (both)", false, "both"}, kTypes, kAvoid},
    kScope, std::array{kNodeLimit});
constexpr auto kDependencies = joined(
    std::array{ParameterSpec{"of", "KEY", "a provision", true},
               ParameterSpec{"direction", "out|in", "out: what it rests on; in: what rests on it (out)", false, "out"},
               kRelation, kInto, ParameterSpec{"depth", "N", "hops (all the way)"}, kLevel, kModes, kWhy},
    kScope, std::array{kNodeLimit});
constexpr auto kImpact =
    joined(std::array{ParameterSpec{"of", "KEY", "a provision that might be deleted", true},
                      ParameterSpec{"only", "direct,transitive,cut_off,losses,statements", "tell these alone (all)"},
                      kLevel, kModes, kWhy},
           kScope, std::array{kNodeLimit});
constexpr auto kPaths =
    joined(std::array{ParameterSpec{"from", "KEY|LABEL", "where to start", true},
                      ParameterSpec{"to", "KEY|LABEL", "where to arrive", true},
                      ParameterSpec{"types", "TYPE,...", "stored relationships (dependencies)"},
                      ParameterSpec{"direction", "out|in|both", "of stored relationships (both)", false, "both"},
                      kPathRelation, kInto, kLevel, kModes,
                      ParameterSpec{"k", "N", "how many paths, at most 100 (1)", false, "1", 100},
                      ParameterSpec{"max_length", "N", "hops (32)", false, "32", 1'000}, kAvoid, kWhy},
           kScope);
constexpr auto kCoverage = joined(
    std::array{ParameterSpec{"rows", "KEY|LABEL|KIND,...", "powers, offences or provisions (Power)", false, "Power"},
               ParameterSpec{"columns", "KEY|LABEL,...", "safeguards, or provisions that provide them (Safeguard)",
                             false, "Safeguard"},
               ParameterSpec{"treaty", "SLUG|all",
                             "labels and kinds mean what belongs to it (that of the rows, if it is one)"},
               ParameterSpec{"only", "direct|inherited|reference|excluded|none",
                             "only such cells; none: rows that nothing reaches"},
               kLevel,
               ParameterSpec{"modes", "MODE,...",
                             "references that carry a safeguard (subject_to, in_accordance_with, and applies_to)"},
               kInto},
    kScope, std::array{ParameterSpec{"limit", "N", "rows (200)", false, "200", 100'000}});
constexpr auto kCompare = joined(
    std::array{
        ParameterSpec{"left", "SLUG", "a treaty, or a version as uncc@2023-11", true},
        ParameterSpec{"right", "SLUG", "another", true},
        ParameterSpec{"of", "KEY|EID", "only what concerns this provision, of either side"},
        ParameterSpec{"label", "LABEL", "what is compared: Article, Paragraph, Offence ... (Article)", false,
                      "Article"},
        ParameterSpec{"relation", "RELATION,...", "equivalent, broader ..., changed, verbatim, adapted, missing"},
        ParameterSpec{"view", "provisions|relationships|statements", "what of them is compared (provisions)", false,
                      "provisions"}},
    kScope,
    std::array{ParameterSpec{"limit", "N", "pairs, and entries of each other list (500)", false, "500", 100'000}});
constexpr auto kCycles =
    joined(std::array{ParameterSpec{"treaty", "SLUG", "within this treaty alone"},
                      ParameterSpec{"of", "KEY", "only the ring of this provision"}, kLevel, kModes},
           kScope, std::array{ParameterSpec{"limit", "N", "rings (100)", false, "100", 100'000}});
constexpr auto kRank = joined(
    std::array{
        ParameterSpec{"label", "LABEL", "only nodes with this label are listed"},
        ParameterSpec{"by", "pagerank|in_degree|betweenness", "what makes central (pagerank)", false, "pagerank"},
        kLevel, kTypes, kModes, ParameterSpec{"treaty", "SLUG", "as if there were no other"}},
    kScope, std::array{ParameterSpec{"limit", "N", "nodes in the answer (50)", false, "50", 100'000}});
constexpr auto kStatements =
    joined(std::array{ParameterSpec{"about", "KEY", "a provision, offence, safeguard or treaty"},
                      ParameterSpec{"include", "parts,dependencies",
                                    "also about its parts, and what it rests on (parts)", false, "parts"},
                      ParameterSpec{"stance", "STANCE,...", "any of these, as critical, supports, calls_for_change"},
                      ParameterSpec{"speaker", "KEY", "of a State or organisation"},
                      ParameterSpec{"concern", "WORD", "one of the concerns that the statement names"},
                      ParameterSpec{"with", "acts,events",
                                    "also what its speakers did: signed, ratified, reserved, voted; votes and other "
                                    "events about it"}},
           kScope,
           std::array{ParameterSpec{"limit", "N|all", "statements on a page, at most 1000 (100); of csv and ndjson all",
                                    false, "100", 1'000},
                      kCursor});
constexpr auto kCritics = joined(
    std::array{ParameterSpec{"of", "KEY", "a provision, offence, safeguard or treaty", true},
               ParameterSpec{"include", "parts,dependencies", "also of its parts, and what it rests on (parts)", false,
                             "parts"},
               ParameterSpec{"stance", "STANCE,...", "that count as criticism (opposes, critical, calls_for_change)",
                             false, "opposes,critical,calls_for_change"},
               ParameterSpec{"concern", "WORD", "one of the concerns that the statement names"},
               ParameterSpec{"label", "State|Organization", "only critics with this label"},
               ParameterSpec{"signed", "true|false", "only critics whose signature is known, or only the others"}},
    kScope,
    std::array{ParameterSpec{"limit", "N|all", "critics on a page, at most 1000 (100); of csv and ndjson all", false,
                             "100", 1'000},
               kCursor});
constexpr auto kAnnotations = joined(
    std::array{ParameterSpec{"of", "KEY", "a provision or a treaty", true},
               ParameterSpec{"only",
                             "cited_by,cites,rests_on,governed_by,safeguards,offences,powers,provides,"
                             "defines,uses,statements,reservations,counterparts,events",
                             "these groups alone (all)"}},
    kScope, std::array{ParameterSpec{"limit", "N", "entries of each group, at most 1000 (10)", false, "10", 1'000}});
constexpr auto kCite = joined(std::array{ParameterSpec{"of", "KEY", "a treaty or a provision", true}}, kScope);
constexpr auto kText = joined(
    std::array{ParameterSpec{"of", "KEY|SLUG", "a treaty, a division, an article or a part of one", true}}, kScope,
    std::array{ParameterSpec{"limit", "N", "provisions on a page, at most 100000 (2000)", false, "2000", 100'000},
               kCursor});
constexpr std::array kQualityOf = {
    ParameterSpec{"treaty", "SLUG", "of this treaty (all that are loaded)"},
    ParameterSpec{"limit", "N", "unresolved citations of each treaty (100)", false, "100", 100'000}};
constexpr auto kState =
    joined(std::array{ParameterSpec{"iso3", "ISO3", "ISO 3166-1 alpha-3, as VNM, or the key of an organisation", true}},
           kScope);

constexpr std::array kQuestions = {
    Question{"schema", "/v1/schema", "labels, relationship types and properties, with counts", "", {}, ask_schema},
    Question{"treaties", "/v1/treaties", "the treaties of this snapshot", "", kTreaties, ask_treaties},
    Question{"treaty", "/v1/treaties/{slug}", "a treaty's table of contents", "slug=uncc", kTreaty, ask_treaty},
    Question{"participation", "/v1/treaties/{slug}/participation",
             "signatures, consents to be bound, distance to entry into force", "slug=uncc&as_of=2026-06-30",
             kParticipation, ask_participation, true},
    Question{"nodes", "/v1/nodes", "nodes by label and property", "label=Offence&treaty=uncc&with=ESTABLISHES", kNodes,
             ask_nodes, true},
    Question{"node", "/v1/nodes/{key}", "one node with its text, place and degrees", "key=uncc:art_24__para_2", kNode,
             ask_node, true},
    Question{"relationships", "/v1/nodes/{key}/relationships", "a node's relationships with their evidence",
             "key=uncc:art_35&parts=true&types=REFERS_TO", kRelationships, ask_relationships, true},
    Question{"search", "/v1/search", "citations as people type them, names, and words in any form", "q=art 24(2)",
             kSearch, ask_search, true},
    Question{"suggest", "/v1/suggest", "citations, names and keys that begin as what is typed", "q=hum", kSuggest,
             ask_suggest},
    Question{"neighborhood", "/v1/neighborhood", "the nodes around a node, and what connects them",
             "of=uncc:power.interception-of-content-data&direction=in&types=CONDITIONS,PROVIDES&depth=2", kNeighborhood,
             ask_neighborhood, true},
    Question{"dependencies", "/v1/dependencies", "what a provision rests on, or what rests on it, with the words",
             "of=uncc:art_35&direction=out", kDependencies, ask_dependencies, true},
    Question{"paths", "/v1/paths", "the shortest ways from one node to another, hop by hop",
             "from=uncc:art_48&to=uncc:art_24", kPaths, ask_paths, true},
    Question{"impact", "/v1/impact", "what would break if a provision were deleted", "of=uncc:art_6__para_2", kImpact,
             ask_impact, true},
    Question{"coverage", "/v1/coverage", "which safeguards reach which powers, offences or provisions, and how",
             "rows=uncc:art_29,uncc:art_30,uncc:art_45,uncc:art_46&columns=Safeguard", kCoverage, ask_coverage, true},
    Question{"compare", "/v1/compare", "two treaties or versions: corresponding, changed, missing",
             "left=uncc@2023-05&right=uncc&of=art_17", kCompare, ask_compare, true},
    Question{"cycles", "/v1/cycles",
             "rings of provisions that refer back to themselves through others, one cycle of each", "treaty=uncc",
             kCycles, ask_cycles, true},
    Question{"rank", "/v1/rank", "what is central", "label=Article&by=pagerank&treaty=uncc", kRank, ask_rank},
    Question{"statements", "/v1/statements", "what was said about a provision, its parts, or what it rests on",
             "about=uncc:art_40&include=dependencies&stance=critical", kStatements, ask_statements, true},
    Question{"quality", "/v1/quality", "how well each treaty was read and how far its facts can be trusted",
             "treaty=uncc", kQualityOf, ask_quality},
    Question{"critics", "/v1/critics", "who found fault with a provision, and whether they signed the treaty anyway",
             "of=uncc:art_24&signed=true", kCritics, ask_critics, true},
    Question{"text", "/v1/text",
             "the continuous text of a treaty or a provision, with what its words cite and define at their places",
             "of=uncc:art_24", kText, ask_text},
    Question{"annotations", "/v1/annotations",
             "what stands in the margin of a provision: who cites it, what it rests on, what was said about it",
             "of=uncc:art_24", kAnnotations, ask_annotations},
    Question{"cite", "/v1/cite", "a treaty or a provision as footnotes and bibliographies cite it",
             "of=uncc:art_24__para_2", kCite, ask_cite},
    Question{"state", "/v1/states/{iso3}", "what a State did and said", "iso3=VNM", kState, ask_state, true},
};

}  // namespace

std::span<const Question> questions() {
  return kQuestions;
}

const Question* find_question(std::string_view name) {
  const auto found = std::ranges::find(kQuestions, name, &Question::name);
  return found == kQuestions.end() ? nullptr : &*found;
}

void ask_for_all_rows(const Question& question, Parameters& parameters) {
  const auto is_paged = [](const ParameterSpec& parameter) {
    return parameter.name == "limit" && parameter.value == "N|all";
  };
  if (std::ranges::none_of(question.parameters, is_paged)) return;
  if (!parameters.has("limit") && !parameters.has("cursor")) parameters.add("limit", "all");
}

Result<Answer> ask(const Question& question, const Graph& graph, const Parameters& parameters, const Budget& budget) {
  for (const auto& [name, value] : parameters.all()) {
    if (std::ranges::find(question.parameters, name, &ParameterSpec::name) != question.parameters.end()) continue;
    std::vector<std::string_view> known;
    for (const auto& parameter : question.parameters) known.push_back(parameter.name);
    return fail(unknown_name("parameter", name, std::move(known)));
  }
  for (const auto& parameter : question.parameters) {
    if (!parameter.is_required || !parameters.text(parameter.name).empty()) continue;
    return fail(ErrorCode::InvalidArgument,
                fmt::format("the parameter {} is missing: {} ({})", parameter.name, parameter.help, parameter.value));
  }
  const auto wants_quality = parameters.flag("quality", false);
  if (!wants_quality) return fail(wants_quality.error());
  auto answer = question.ask(graph, parameters, budget);
  if (!answer) return answer;
  if (auto scope = read_scope(parameters)) answer->scope = std::move(*scope);
  add_notices(graph, question, parameters, *answer);
  if (*wants_quality) answer->quality = quality_of_answer(graph, *answer);
  return answer;
}

}  // namespace treatygraph::queries
