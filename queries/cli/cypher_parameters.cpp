// Values of --param: "name=json", "name=@FILE" or "@FILE".

#include <fstream>
#include <iterator>

#include <fmt/format.h>

#include "queries/cli/command_line.h"
#include "queries/cypher/asking/answer_text.h"

namespace treatygraph::queries {
namespace {

Result<std::string> contents_of(const std::string& path) {
  std::ifstream file(path);
  if (!file) return fail(ErrorCode::NotFound, fmt::format("cannot read {}", path));
  return std::string(std::istreambuf_iterator<char>(file), {});
}

/// Adds one --param to the parameters.
Result<void> add_cypher_parameter(const std::string& given, cypher::Map& parameters) {
  const auto wrong = [&](std::string_view what) {
    return fail(ErrorCode::InvalidArgument, fmt::format("--param {}: {}", given, what));
  };
  const auto equals = given.starts_with('@') ? std::string::npos : given.find('=');
  if (equals == std::string::npos && !given.starts_with('@')) return wrong("expected name=json, name=@FILE or @FILE");
  const auto json = given_or_read(equals == std::string::npos ? given : given.substr(equals + 1));
  if (!json) return wrong(json.error().detail);
  // "@FILE" as a whole is an object of parameters, even if the name of the file contains '='.
  auto value = cypher::value_of_json(*json);
  if (!value) return wrong(value.error().message + " (a string needs quotes)");
  if (equals != std::string::npos) {
    parameters.set(given.substr(0, equals), std::move(*value));
    return {};
  }
  if (value->type() != cypher::ValueType::Map) return wrong("the file must hold one JSON object of parameters");
  for (const auto& [name, member] : value->map().entries()) parameters.set(name, member);
  return {};
}

}  // namespace

Result<std::string> given_or_read(const std::string& text) {
  return text.starts_with('@') ? contents_of(text.substr(1)) : Result<std::string>(text);
}

Result<cypher::Map> cypher_parameters(const std::vector<std::string>& given) {
  cypher::Map parameters;
  for (const auto& parameter : given) {
    if (const auto added = add_cypher_parameter(parameter, parameters); !added) return fail(added.error());
  }
  return parameters;
}

}  // namespace treatygraph::queries
