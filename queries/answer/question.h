#pragma once
// A question as its entry in the catalogue describes it: its parameters, how it is asked, and where else it appears
// (HTTP, command line, openCypher procedure, MCP tool). All of it is constant.

#include <array>
#include <cstddef>
#include <span>
#include <string_view>

#include "queries/answer/answer.h"
#include "queries/answer/constant_lists.h"
#include "queries/request/budget.h"
#include "queries/request/parameters.h"

namespace treatygraph::queries {

/// A parameter of a question.
struct ParameterSpec {
  std::string_view name;
  std::string_view value;  ///< allowed values: "KEY", "N", "out|in", "KEY,LABEL,..."
  std::string_view help;   ///< one line
  bool is_required = false;
  std::string_view fallback = {};  ///< the default; empty: none in particular
  std::size_t most = 0;            ///< for a number: larger values become this one, with a warning; 0: no limit
};

/// The relationship types that an answer is made from. If none of them is known, an empty answer does not mean that the
/// treaty says nothing of the kind, and a notice says so.
struct Needs {
  std::array<std::string_view, 2> types = {};  ///< the second may be empty
  std::string_view what = {};                  ///< "reference"; empty: nothing in particular
};

/// How much work an answer is, as far as it can be known before the question is asked.
enum class Effort : unsigned char {
  Any,           ///< nothing is known
  Page,          ///< a page, or as large as one treaty
  Closure,       ///< a closure over references
  Surroundings,  ///< as its parameters `of`, `depth` and `limit` say
};

/// The question as `CALL treaty.NAME(inputs, options)`.
struct ProcedureSpec {
  std::size_t place = 0;  ///< in the list of procedures
  std::string_view description;
  std::span<const std::string_view> inputs;  ///< parameters in this order; all others are members of `options`
  std::span<const ProcedureOutput> outputs;
};

/// How a tool's answer is cut for a language model: how each member of the answer is treated.
struct ViewShape {
  std::span<const std::string_view> lists = {};  ///< paged, because the question has no cursor
  std::span<const std::string_view> links = {};  ///< shown if they belong to shown items
  std::span<const std::string_view> drop = {};   ///< not shown
};

/// What a tool does with its parameters.
enum class ToolKind : unsigned char { Question, Citation, Text, Cypher };

/// A tool of the Model Context Protocol.
struct ToolSpec {
  std::size_t place = 0;  ///< in the list of tools
  std::string_view name;
  std::string_view title;
  std::string_view description;
  std::span<const std::string_view> parameters = {};  ///< of the question's
  ViewShape shape = {};
  std::size_t limit = 20;  ///< default page size
  std::size_t most = 100;
  ToolKind kind = ToolKind::Question;
  bool has_own_cursor = false;  ///< the question itself has pages
};

/// An entry of the catalogue.
struct Question {
  std::string_view name;     ///< name of the subcommand: "dependencies", "participation"
  std::string_view route;    ///< "/v1/dependencies", "/v1/treaties/{slug}/participation": {x} is the parameter x
  std::string_view summary;  ///< one line
  std::string_view example;  ///< parameters that the bundled dataset can answer: "of=uncc:art_35&direction=out"
  std::span<const ParameterSpec> parameters;  ///< all but those of every question, such as `format`
  /// Asks it; called on any thread.
  Result<Answer> (*ask)(const Graph& graph, const Parameters& parameters, const Budget& budget);
  bool is_graph = false;    ///< whether the answer can be drawn in graph formats
  bool is_citable = false;  ///< whether it lists treaties, provisions or statements, which can be cited
  Effort effort = Effort::Any;
  Needs needs = {};
  const ProcedureSpec* procedure = nullptr;
  std::span<const ToolSpec> tools = {};
};

}  // namespace treatygraph::queries
