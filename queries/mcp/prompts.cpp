// There is one prompt. Its text begins with the instructions and ends with the form of the answer.

#include "queries/mcp/prompts.h"

#include <string>

#include <fmt/format.h>

namespace treatygraph::queries::mcp {
namespace {

using cypher::Map;
using cypher::ValueType;

constexpr std::string_view kName = "answer_with_citations";
constexpr std::string_view kDescription =
    "Answers a question about treaties from this graph alone, each statement cited";

/// The argument's text; empty if it is missing or not a string.
std::string argument_in(const Map& arguments, std::string_view name) {
  const auto* given = arguments.find(name);
  return given != nullptr && given->is(ValueType::String) ? std::string(given->string()) : std::string();
}

}  // namespace

const std::string_view kInstructions =
    "A graph of treaties: what refers to what, which safeguards reach which powers, who said and did what. Every "
    "answer "
    "has a table `sources`: cite things as `cite_as` says and link `url`. Quote only what is in `quote`; a "
    "`summary` "
    "is not the treaty's words. Say nothing that no answer returned: where `warnings` or `truncated` tell that "
    "something "
    "is unknown or left out, tell it too, and go on with `next_cursor` where more is needed. Facts whose basis is "
    "`curated` were compiled by people, with a confidence and a source; `extracted` ones were read from the text.";

void write_prompts(formats::JsonText& json) {
  json.begin_array().begin_object().member("name", kName).member("title", "Answer with citations");
  json.member("description", kDescription).key("arguments").begin_array();
  json.begin_object()
      .member("name", "question")
      .member("description", "what is asked")
      .member("required", true)
      .end_object();
  json.begin_object().member("name", "treaty").member("description", "slug of the treaty that it is about, as uncc");
  json.member("required", false).end_object().end_array().end_object().end_array();
}

Result<void> write_prompt(formats::JsonText& json, std::string_view name, const Map& arguments) {
  if (name != kName) return fail(ErrorCode::NotFound, fmt::format("no prompt {}; there is {}", name, kName));
  const auto question = argument_in(arguments, "question");
  if (question.empty()) return fail(ErrorCode::InvalidArgument, "the argument question is missing: what is asked");
  const auto treaty = argument_in(arguments, "treaty");
  const auto about = treaty.empty() ? std::string() : fmt::format(" It is about the treaty with the slug {}.", treaty);
  json.member("description", kDescription).key("messages").begin_array().begin_object().member("role", "user");
  json.key("content").begin_object().member("type", "text");
  json.member("text",
              fmt::format("{}\n\nAnswer this question with the tools of this server.{}\n{}\n\nFor each statement: the "
                          "citation (cite_as), the words (quote) where there are any, and the link (url). If the "
                          "tools do not answer it, say so, and what would be needed.",
                          kInstructions, about, question));
  json.end_object().end_object().end_array();
  return {};
}

}  // namespace treatygraph::queries::mcp
