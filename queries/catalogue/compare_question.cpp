// The question "compare": two treaties or versions side by side. questions/compare.h finds the pairs; this file shows
// them as pairs, as rows of two columns, or as changes of relationships, depending on `view`.

#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "graph/vocabulary.h"
#include "queries/answer/notices.h"
#include "queries/catalogue/question_parts.h"
#include "queries/questions/compare.h"
#include "queries/request/is_loaded.h"

namespace treatygraph::queries::compare_question {
namespace {

using namespace std::string_view_literals;
using formats::JsonText;

/// The differences of a pair's texts, run by run; null if one of the texts is not known.
void write_words(JsonText& json, const std::optional<WordDifference>& words) {
  constexpr std::array<std::string_view, 3> kIn = {"both", "left", "right"};
  json.key("words");
  if (!words) {
    json.null();
    return;
  }
  json.begin_object().member("similarity", words->similarity).key("runs").begin_array();
  for (const auto& [kind, text] : words->runs) {
    json.begin_object().member("in", kIn.at(static_cast<std::size_t>(kind))).member("words", text).end_object();
  }
  json.end_array().end_object();
}

/// Summaries stand in for texts that are not known. Null for a pair with both texts, or without any summary.
void write_summaries(AnswerWriter& out, const ComparedPair& pair) {
  const auto left = out.graph.string(pair.left, property::kSummary);
  const auto right = out.graph.string(pair.right, property::kSummary);
  if (pair.words || (left.empty() && right.empty())) {
    out.json.null();
    return;
  }
  out.json.begin_object();
  out.text_or_null("left", left);
  out.text_or_null("right", right);
  out.json.end_object();
}

/// The comparison in document order: each row has a node on the left, on the right, or both, and the number of its
/// pair.
void write_rows(AnswerWriter& out, const std::vector<ComparedRow>& rows) {
  out.json.key("rows").begin_array();
  for (const auto& [left, right, pair] : rows) {
    out.json.begin_object();
    for (const auto& [name, side] : {std::pair("left", left), std::pair("right", right)}) {
      out.json.key(name);
      side ? out.json.value(out.graph.key(*side)) : out.json.null();
    }
    out.json.key("pair");
    pair ? out.json.value(*pair) : out.json.null();
    out.json.end_object();
  }
  out.json.end_array();
}

/// A pair with its texts, or else its summaries, and its correspondences.
void write_pair(AnswerWriter& out, const ComparedPair& pair) {
  out.json.begin_object();
  out.mention("left", pair.left);
  out.mention("right", pair.right);
  out.json.member("changed", pair.changed).key("relations").begin_array();
  for (const auto& relation : pair.relations) out.json.value(relation);
  out.json.end_array();
  // Whether texts differ is known from the words; without both texts, the stored correspondence has to say it.
  out.json.member("changed_by", pair.words ? "words" : "correspondence");
  write_words(out.json, pair.words);
  out.json.key("summaries");
  write_summaries(out, pair);
  out.relationships("correspondences", pair.correspondences);
  out.json.end_object();
}

/// A relationship of one of the two treaties, with the stored relationships behind it.
void write_compared(AnswerWriter& out, const ComparedRelationship& compared) {
  out.json.begin_object()
      .member("type", out.graph.types().name(compared.type))
      .member("from", out.graph.key(compared.from))
      .member("to", out.graph.key(compared.to));
  out.relationships("stored", compared.stored);
  out.json.end_object();
}

/// The view "relationships".
void write_changes(AnswerWriter& out, const RelationshipChanges& changes) {
  out.json.key("relationships").begin_object().member("kept", changes.kept);
  const auto list = [&](std::string_view name, const std::vector<ComparedRelationship>& all) {
    out.json.key(name).begin_array();
    for (const auto& compared : all) write_compared(out, compared);
    out.json.end_array();
  };
  list("lost", changes.lost);
  list("gained", changes.gained);
  out.json.key("retyped").begin_array();
  for (const auto& [left, right] : changes.retyped) {
    out.json.begin_object().key("left");
    write_compared(out, left);
    out.json.key("right");
    write_compared(out, right);
    out.json.end_object();
  }
  out.json.end_array().end_object();
}

/// The view "provisions".
void write_provisions(AnswerWriter& out, const Comparison& comparison) {
  out.json.member("total_pairs", comparison.pair_count)
      .member("total_changed", comparison.changed_count)
      .member("total_missing_on_right", comparison.missing_right_count)
      .member("total_missing_on_left", comparison.missing_left_count);
  write_rows(out, comparison.rows);
  out.json.key("pairs").begin_array();
  for (const auto& pair : comparison.pairs) write_pair(out, pair);
  out.json.end_array();
  out.mentions("missing_on_right", comparison.missing_right);
  out.mentions("missing_on_left", comparison.missing_left);
}

/// Statements carried from one version to the other are in every view.
void write_members(AnswerWriter& out, const Comparison& comparison) {
  out.mention("left", comparison.left);
  out.mention("right", comparison.right);
  out.json.member("label", comparison.label)
      .member("left_count", comparison.left_count)
      .member("right_count", comparison.right_count);
  if (comparison.view == CompareRequest::View::Relationships) write_changes(out, comparison.changes);
  if (comparison.view == CompareRequest::View::Provisions) write_provisions(out, comparison);
  out.objects("carried", comparison.carried, &CarriedStatement::statement, [&](const CarriedStatement& said) {
    out.mention("carried_to", said.to);
    out.json.member("confidence", said.confidence);
    out.relationships("addresses", std::span(&said.addresses, 1));
    out.relationships("correspondences", said.correspondences);
  });
  out.explanation(comparison.explanation);
}

/// The comparison as a table: one row for each pair, missing node, changed relationship and carried statement.
class ComparisonTable {
 public:
  ComparisonTable(const Graph& graph, const Comparison& comparison) : graph_(graph), comparison_(comparison) {}

  Table finish() {
    for (const auto& pair : comparison_.pairs) {
      add(pair.changed ? "changed" : "corresponding", graph_.key(pair.left), graph_.key(pair.right),
          fmt::format("{}", fmt::join(pair.relations, "; ")), pair.correspondences);
      // The similarity is the sixth column.
      if (pair.words) table_.rows.back()[5] = pair.words->similarity;
    }
    for (const auto node : comparison_.missing_right) add("missing on right", graph_.key(node), "", "", {});
    for (const auto node : comparison_.missing_left) add("missing on left", "", graph_.key(node), "", {});
    for (const auto& lost : comparison_.changes.lost) add("lost", named(lost), "", "", lost.stored);
    for (const auto& gained : comparison_.changes.gained) add("gained", "", named(gained), "", gained.stored);
    for (const auto& [left, right] : comparison_.changes.retyped) {
      add("retyped", named(left), named(right), modes(right), left.stored);
    }
    for (const auto& said : comparison_.carried) {
      add("statement carried", graph_.key(said.statement), graph_.key(said.to), said.confidence,
          std::span(&said.addresses, 1));
    }
    return std::move(table_);
  }

 private:
  void add(const char* what, std::string_view left, std::string_view right, std::string_view relation,
           std::span<const RelationshipId> shown) {
    table_.rows.push_back(
        {std::string(what), text_cell(left), text_cell(right), text_cell(relation), cells_.evidence(shown), Cell{}});
  }
  /// "uncc:art_17 REFERS_TO uncc:art_6".
  [[nodiscard]] std::string named(const ComparedRelationship& r) const {
    return fmt::format("{} {} {}", graph_.key(r.from), graph_.types().name(r.type), graph_.key(r.to));
  }
  /// The modes of the stored references, such as "subject_to".
  [[nodiscard]] std::string modes(const ComparedRelationship& r) const {
    std::string words;
    for (const auto relationship : r.stored) {
      words += fmt::format("{}{}", words.empty() ? "" : "; ", graph_.string(relationship, property::kMode));
    }
    return words;
  }

  const Graph& graph_;
  const TableCells cells_{graph_};
  const Comparison& comparison_;
  Table table_{{"what", "left", "right", "relation", "evidence", "similarity"}, {}};
};

Table table_of(const Graph& graph, const Comparison& comparison) {
  return ComparisonTable(graph, comparison).finish();
}

/// Missing nodes are drawn without edges.
void draw(ViewBuilder& view, const Comparison& comparison) {
  for (const auto& pair : comparison.pairs) view.add_all(pair.correspondences);
  for (const auto& said : comparison.carried) {
    view.add(said.addresses);
    view.add_all(said.correspondences);
  }
  for (const auto* nodes : {&comparison.missing_left, &comparison.missing_right}) {
    for (const auto node : *nodes) view.add(node);
  }
  for (const auto* changes : {&comparison.changes.lost, &comparison.changes.gained}) {
    for (const auto& changed : *changes) view.add_all(changed.stored);
  }
  for (const auto& [left, right] : comparison.changes.retyped) {
    view.add_all(left.stored);
    view.add_all(right.stored);
  }
}

void add_facts(ShownFacts& facts, const Comparison& comparison) {
  for (const auto& pair : comparison.pairs) facts.add(pair.left, pair.right, pair.correspondences);
  facts.add(comparison.missing_left, comparison.missing_right);
  for (const auto& carried : comparison.carried)
    facts.add(carried.statement, carried.addresses, carried.correspondences);
  for (const auto& lost : comparison.changes.lost) facts.add(lost.stored);
  for (const auto& gained : comparison.changes.gained) facts.add(gained.stored);
  for (const auto& [left, right] : comparison.changes.retyped) facts.add(left.stored, right.stored);
}

/// Relations that can be known only by comparing texts.
constexpr std::array kOfWords = {"verbatim"sv, "adapted"sv, "changed"sv};

/// Whether any provision of the treaty has its text; reads texts until it finds one.
bool has_text(const Graph& graph, NodeId treaty) {
  const auto inside = graph.subtree(treaty);
  for (auto part = inside.first; part < inside.last; part = NodeId{static_cast<std::uint32_t>(part) + 1}) {
    const auto text = graph.text(part);
    if (text && !text->empty()) return true;
  }
  return false;
}

/// Only texts that are known can be compared: a filter by such a relation finds nothing if a text is missing, which
/// does not mean that nothing is verbatim.
void add_notices(Notices& notices, const Comparison& comparison) {
  const bool is_loaded =
      says_loaded(notices.graph(), comparison.left) != false && says_loaded(notices.graph(), comparison.right) != false;
  if (is_loaded && !comparison.explanation.empty()) notices.say(comparison.explanation);
  const auto asked = notices.parameters().list("relation");
  std::vector<std::string_view> of_words;
  std::ranges::copy_if(kOfWords, std::back_inserter(of_words),
                       [&](std::string_view relation) { return std::ranges::find(asked, relation) != asked.end(); });
  if (of_words.empty()) return;
  std::vector<std::string_view> without;
  for (const auto side : {comparison.left, comparison.right}) {
    if (!has_text(notices.graph(), side)) without.push_back(notices.slug_of(side));
  }
  if (without.empty()) return;
  notices.say(fmt::format("there is no text of {} here: whether words are {} is not known",
                          fmt::join(without, " and of "), fmt::join(of_words, " or ")));
}

/// A missing node has null in the place of its counterpart.
ProcedureRows rows_of(const Graph& /*graph*/, const Comparison& comparison) {
  ProcedureRows rows;
  for (const auto& pair : comparison.pairs) {
    rows.push_back({pair.left, pair.right, std::string(pair.changed ? "changed" : "corresponding"),
                    pair.words ? ProcedureValue(pair.words->similarity) : ProcedureValue(),
                    procedure_list(pair.correspondences)});
  }
  for (const auto node : comparison.missing_right)
    rows.push_back({node, {}, std::string("missing"), {}, ProcedureList()});
  for (const auto node : comparison.missing_left)
    rows.push_back({{}, node, std::string("missing"), {}, ProcedureList()});
  return rows;
}

constexpr auto kShowing = Showing<Comparison>::by(write_members, table_of, draw, rows_of, add_facts, add_notices);

/// `label` and `view` keep their defaults if they are absent; an empty `label` means any label.
Result<Answer> ask_compare(const Graph& graph, const Parameters& parameters, const Budget& budget) {
  Warnings warnings;
  CompareRequest request;
  request.left = parameters.text("left");
  request.right = parameters.text("right");
  request.of = parameters.text("of");
  if (parameters.has("label")) request.label = parameters.text("label");
  request.relations = parameters.list("relation");
  if (parameters.has("view")) {
    const auto view = view_called(parameters.text("view"));
    if (!view) return fail(view.error());
    request.view = *view;
  }
  auto scope = read_scope(parameters);
  if (!scope) return fail(scope.error());
  const auto limit = read_count(parameters, "limit", request.limit, budget.limits().nodes, warnings);
  if (!limit) return fail(limit.error());
  request.scope = std::move(*scope);
  request.limit = *limit;
  return answer_with(compare(graph, request, budget), kShowing, std::move(warnings));
}

constexpr auto kParameters = joined(
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
    std::array{ParameterSpec{"limit", "N", "pairs, and entries of each other list (500); of csv and ndjson all", false,
                             "500", 100'000}});

constexpr ProcedureSpec kProcedure = {.place = 10,
                                      .description = "Two treaties or versions side by side",
                                      .inputs = list_of<"left", "right">,
                                      .outputs = outputs_of<"left :: NODE?", "right :: NODE?", "standing :: STRING?",
                                                            "similarity :: FLOAT?", "evidence :: LIST?">};

constexpr std::array kTools = {ToolSpec{
    .place = 11,
    .name = "compare",
    .title = "Compare two treaties or drafts",
    .description = "Which provisions of two treaties or versions (uncc@2023-05) correspond, changed or are missing.",
    .parameters = list_of<"left", "right", "of", "label", "relation", "view">,
    .shape = {.lists = list_of<"pairs", "missing_on_right", "missing_on_left", "carried">, .drop = list_of<"rows">},
    .limit = 15,
    .most = 100}};

}  // namespace

constinit const Question kQuestion = {.name = "compare",
                                      .route = "/v1/compare",
                                      .summary = "two treaties or versions: corresponding, changed, missing",
                                      .example = "left=uncc@2023-05&right=uncc&of=art_17",
                                      .parameters = kParameters,
                                      .ask = ask_compare,
                                      .is_graph = true,
                                      .procedure = &kProcedure,
                                      .tools = kTools};

}  // namespace treatygraph::queries::compare_question
