#include "queries/formats/answers/json_answers.h"

#include "queries/formats/answers/answer_writer.h"
#include "queries/formats/answers/json_quality.h"
#include "queries/formats/text/json_text.h"

namespace treatygraph::queries::formats {
namespace {

constexpr std::size_t kShortAnswer = 500;  // bytes reserved; longer answers grow as needed

/// "why": each node with its sentences; nothing if not requested.
void why_member(JsonText& json, const Graph& graph, const std::vector<Explanation>& why) {
  if (why.empty()) return;
  json.key("why").begin_array();
  for (const auto& [node, sentences] : why) {
    json.begin_object().member("key", graph.key(node)).key("sentences").begin_array();
    for (const auto& sentence : sentences) json.value(sentence);
    json.end_array().end_object();
  }
  json.end_array();
}

}  // namespace

std::string to_json(const Graph& graph, const Answer& answer) {
  std::string text;
  JsonText json(text);
  json.expect(kShortAnswer);
  json.begin_object().member("snapshot", graph.snapshot());
  AnswerWriter out(json, graph);
  answer.body->write_members(out);
  why_member(json, graph, answer.why);
  if (answer.quality) quality_member(json, *answer.quality);
  json.key("warnings").begin_array();
  for (const auto& warning : answer.warnings) json.value(warning);
  json.end_array().key("truncated");
  write_truncation(json, answer.body->truncated());
  json.end_object();
  text += '\n';
  return text;
}

}  // namespace treatygraph::queries::formats
