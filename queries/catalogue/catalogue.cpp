// The questions are listed in this order on the command line and at /v1; procedures and tools have places of their own.
// ask() is the one way to a question: it checks what all questions have in common, so a question's own function reads
// only its parameters.

#include "queries/catalogue/catalogue.h"

#include <algorithm>
#include <stdexcept>
#include <vector>

#include <fmt/format.h>

#include "queries/answer/common_parameters.h"
#include "queries/answer/notices.h"
#include "queries/catalogue/entries.h"
#include "queries/request/find_node.h"

namespace treatygraph::queries {
namespace {

struct Catalogue {
  std::vector<Question> questions = {
      schema_question::kQuestion,        treaties_question::kQuestion,     treaty_question::kQuestion,
      participation_question::kQuestion, nodes_question::kQuestion,        node_question::kQuestion,
      relationships_question::kQuestion, search_question::kQuestion,       suggest_question::kQuestion,
      neighborhood_question::kQuestion,  dependencies_question::kQuestion, paths_question::kQuestion,
      impact_question::kQuestion,        coverage_question::kQuestion,     compare_question::kQuestion,
      cycles_question::kQuestion,        rank_question::kQuestion,         statements_question::kQuestion,
      quality_question::kQuestion,       critics_question::kQuestion,      text_question::kQuestion,
      annotations_question::kQuestion,   cite_question::kQuestion,         state_question::kQuestion};
  bool is_in_use = false;  ///< the list must not change any more
};

/// Built at the first use, because the entries are constants of other files.
Catalogue& catalogue() {
  static Catalogue all;
  return all;
}

/// The parameter `limit` of the question; null if it has none.
const ParameterSpec* limit_of(const Question& question) {
  const auto found = std::ranges::find(question.parameters, "limit", &ParameterSpec::name);
  return found == question.parameters.end() ? nullptr : &*found;
}

bool asks_for_a_page(const Parameters& parameters) {
  return parameters.has("limit") || parameters.has("cursor");
}

}  // namespace

/// Anybody may keep pointers into it from now on.
std::span<const Question> questions() {
  auto& all = catalogue();
  all.is_in_use = true;
  return all.questions;
}

void add_question(const Question& question) {
  auto& all = catalogue();
  if (all.is_in_use) throw std::logic_error("a question is added after the catalogue was read");
  all.questions.push_back(question);
}

const Question* find_question(std::string_view name) {
  const auto all = questions();
  const auto found = std::ranges::find(all, name, &Question::name);
  return found == all.end() ? nullptr : &*found;
}

void ask_for_all_rows(const Question& question, Parameters& parameters) {
  const auto* limit = limit_of(question);
  if (limit == nullptr || asks_for_a_page(parameters)) return;
  if (limit->value == "N|all") return parameters.add("limit", "all");
  if (limit->most != 0) parameters.add("limit", std::to_string(limit->most));
}

Result<Answer> ask(const Question& question, const Graph& graph, const Parameters& parameters, const Budget& budget) {
  for (const auto& [name, value] : parameters.all()) {
    if (std::ranges::find(question.parameters, name, &ParameterSpec::name) != question.parameters.end()) continue;
    std::vector<std::string_view> known;
    for (const auto& parameter : question.parameters) known.push_back(parameter.name);
    return fail(unknown_name("parameter", name, known));
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
  // Parsed again here, because the answer does not tell the scope; it was valid, or asking would have failed.
  if (auto scope = read_scope(parameters)) answer->scope = std::move(*scope);
  add_notices(graph, question, parameters, *answer);
  if (*wants_quality) answer->quality = quality_of_answer(graph, *answer);
  return answer;
}

}  // namespace treatygraph::queries
