// The question "quality": how well each treaty was read and how far its facts can be trusted. It covers the whole
// snapshot: the scope does not apply.

#include <fmt/format.h>

#include "queries/catalogue/question_parts.h"
#include "queries/formats/answers/json_quality.h"
#include "queries/questions/quality.h"

namespace treatygraph::queries::quality_question {
namespace {

/// "nodes" by label, or "relationships" by type, each with its counts.
void basis_list(AnswerWriter& out, std::string_view name, std::string_view of, const std::vector<BasisCount>& counts) {
  out.json.key(name).begin_array();
  for (const auto& count : counts) {
    out.json.begin_object().member(of, count.name);
    formats::basis_members(out.json, count);
    out.json.end_object();
  }
  out.json.end_array();
}

/// The document that the treaty was read from; null if it was read from none. "coverage" is the share of its words that
/// are in its title or in a provision.
void document_member(AnswerWriter& out, const ReadDocument& document) {
  out.json.key("document");
  if (document.sha256.empty()) {
    out.json.null();
    return;
  }
  out.json.begin_object().member("name", document.name).member("sha256", document.sha256);
  out.count_or_null("pages", document.pages);
  out.count_or_null("words", document.words);
  out.count_or_null("words_read", document.words_read);
  out.json.key("coverage");
  if (document.words && document.words_read && *document.words > 0) {
    out.json.value(static_cast<double>(*document.words_read) / static_cast<double>(*document.words));
  } else {
    out.json.null();
  }
  out.json.end_object();
}

/// Everything about one treaty.
void write_treaty(AnswerWriter& out, const TreatyQuality& quality) {
  out.json.begin_object();
  out.mention("treaty", quality.treaty);
  out.json.member("loaded", quality.loaded);
  document_member(out, quality.document);
  out.text_or_null("dataset_sha256", quality.dataset_sha256);
  basis_list(out, "nodes", "label", quality.nodes);
  basis_list(out, "relationships", "type", quality.relationships);
  formats::confidence_member(out.json, quality.confidence);
  out.json.member("inferred_references", quality.inferred_references)
      .member("references_to_unloaded", quality.references_to_unloaded)
      .member("unresolved_count", quality.unresolved_count)
      .key("unresolved")
      .begin_array();
  for (const auto& [provision, quote, missing] : quality.unresolved) {
    out.json.begin_object()
        .member("provision", out.graph.key(provision))
        .member("quote", quote)
        .member("missing", missing)
        .end_object();
  }
  out.json.end_array().key("limits").begin_array();
  for (const auto& limit : quality.limits) out.json.value(limit);
  out.json.end_array().end_object();
}

void write_members(AnswerWriter& out, const Quality& quality) {
  out.json.key("treaties").begin_array();
  for (const auto& treaty : quality.treaties) write_treaty(out, treaty);
  out.json.end_array();
}

/// Facts without numbers have a name only.
void add_rows(const Graph& graph, const TreatyQuality& quality, Table& table) {
  const auto of = text_cell(graph.key(quality.treaty));
  const auto say = [&](std::string_view what, std::string_view name) {
    if (!name.empty()) table.rows.push_back({of, text_cell(what), text_cell(name), Cell{}, Cell{}, Cell{}});
  };
  const auto& document = quality.document;
  say("document", document.name);
  say("document sha256", document.sha256);
  if (document.words && document.words_read) {
    say("document words in provisions", fmt::format("{} of {}", *document.words_read, *document.words));
  }
  say("dataset sha256", quality.dataset_sha256);
  const auto count = [&](std::string_view what, const std::vector<BasisCount>& counts) {
    for (const auto& one : counts) {
      table.rows.push_back({of, text_cell(what), text_cell(one.name), number_cell(one.extracted),
                            number_cell(one.curated), number_cell(one.unstated)});
    }
  };
  count("nodes", quality.nodes);
  count("relationships", quality.relationships);
  for (const auto& citation : quality.unresolved) {
    say("unresolved",
        fmt::format("{}: {} (no such {})", graph.key(citation.provision), citation.quote, citation.missing));
  }
  for (const auto& limit : quality.limits) say("limit", limit);
}

/// One row per kind of fact, document, unresolved citation and limit.
Table table_of(const Graph& graph, const Quality& answer) {
  Table table{{"treaty", "what", "name", "extracted", "curated", "unstated"}, {}};
  for (const auto& treaty : answer.treaties) add_rows(graph, treaty, table);
  return table;
}

void add_facts(ShownFacts& facts, const Quality& answer) {
  for (const auto& treaty : answer.treaties) facts.add(treaty.treaty);
}

constexpr auto kShowing = Showing<Quality>::by(write_members, table_of, add_facts);

Result<Answer> ask_quality(const Graph& graph, const Parameters& parameters, const Budget& budget) {
  Warnings warnings;
  QualityRequest request;
  request.treaty = parameters.text("treaty");
  const auto limit = read_count(parameters, "limit", request.limit, budget.limits().nodes, warnings);
  if (!limit) return fail(limit.error());
  request.limit = *limit;
  return answer_with(quality_of(graph, request), kShowing, std::move(warnings));
}

constexpr std::array kParameters = {
    ParameterSpec{"treaty", "SLUG", "of this treaty (all that are loaded)"},
    ParameterSpec{"limit", "N", "unresolved citations of each treaty (100); of csv and ndjson all", false, "100",
                  100'000}};

}  // namespace

constinit const Question kQuestion = {.name = "quality",
                                      .route = "/v1/quality",
                                      .summary = "how well each treaty was read and how far its facts can be trusted",
                                      .example = "treaty=uncc",
                                      .parameters = kParameters,
                                      .ask = ask_quality};

}  // namespace treatygraph::queries::quality_question
