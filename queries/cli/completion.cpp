// The scripts are generated when they are asked for, so they always fit the program. They know the questions, their
// parameters, and the values of parameters that have a fixed list; keys are not completed.

#include "queries/cli/completion.h"

#include <algorithm>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "graph/ascii.h"
#include "queries/catalogue/catalogue.h"
#include "queries/formats/render.h"

namespace treatygraph::queries {
namespace {

/// For --format.
std::string format_names() {
  std::string names = "table";
  for (const auto& spec : formats::all_formats()) names += " " + std::string(spec.name);
  return names;
}

/// "out in both" for "out|in|both"; empty if any value is allowed: "KEY|LABEL,...".
std::string choices_of(const ParameterSpec& parameter) {
  const auto is_choice = [](char c) { return c == '|' || c == '_' || is_lower(c); };
  if (parameter.value.find('|') == std::string_view::npos || !std::ranges::all_of(parameter.value, is_choice))
    return {};
  std::string choices(parameter.value);
  std::ranges::replace(choices, '|', ' ');
  return choices;
}

/// The options of a question.
std::string options_of(const Question& question) {
  std::string options;
  for (const auto& parameter : question.parameters) options += fmt::format("--{} ", parameter.name);
  return options + "--help";
}

/// In the format string, braces of the script are doubled.
std::string bash_script() {
  std::string names;
  std::string options;
  std::string choices;
  for (const auto& question : questions()) {
    names += std::string(question.name) + " ";
    options += fmt::format("    {}) words='{}' ;;\n", question.name, options_of(question));
    for (const auto& parameter : question.parameters) {
      const auto allowed = choices_of(parameter);
      if (!allowed.empty())
        choices += fmt::format("    '{} --{}') words='{}' ;;\n", question.name, parameter.name, allowed);
    }
  }
  return fmt::format(
      R"(# bash completion for treatygraph-query: source <(treatygraph-query completion bash)
_treatygraph_query() {{
  local current=${{COMP_WORDS[COMP_CWORD]}} previous=${{COMP_WORDS[COMP_CWORD-1]}} question= word words
  for word in "${{COMP_WORDS[@]:1:COMP_CWORD-1}}"; do
    case " {0}export mcp completion " in *" $word "*) question=$word ;; esac
  done
  case $previous in
    --data|-d|--options|--file) COMPREPLY=($(compgen -f -- "$current")); return ;;
    --format|-f) COMPREPLY=($(compgen -W '{1}' -- "$current")); return ;;
    --layout) COMPREPLY=($(compgen -W 'none auto layered force' -- "$current")); return ;;
  esac
  case $question in
    '') words='--data --format --iri-base --layout --fields --param --file --options --version --help {0}export mcp completion' ;;
    completion) words='bash zsh' ;;
    mcp) words='--site --help' ;;
{2}    *) words='--help' ;;
  esac
  case "$question $previous" in
{3}  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}}
complete -o default -F _treatygraph_query treatygraph-query
)",
      names, format_names(), options, choices);
}

/// Escapes for single quotes, inside which zsh's _arguments interprets brackets and colons.
std::string zsh_text(std::string_view text) {
  std::string quoted;
  for (const char c : text) {
    if (c == '\'') {
      quoted += "'\\''";
      continue;
    }
    if (c == '[' || c == ']' || c == ':' || c == '\\') quoted += '\\';
    quoted += c;
  }
  return quoted;
}

/// Like the bash script, with help texts.
std::string zsh_script() {
  std::string names;
  std::string arguments;
  for (const auto& question : questions()) {
    names += fmt::format("    '{}:{}'\n", question.name, zsh_text(question.summary));
    arguments += fmt::format("        {}) _arguments", question.name);
    for (const auto& parameter : question.parameters) {
      const auto allowed = choices_of(parameter);
      arguments += fmt::format(" '--{}[{}]:{}:{}'", parameter.name, zsh_text(parameter.help), zsh_text(parameter.value),
                               allowed.empty() ? "" : "(" + allowed + ")");
    }
    arguments += " ;;\n";
  }
  return fmt::format(
      R"(#compdef treatygraph-query
# zsh completion for treatygraph-query: keep as _treatygraph-query in a folder of $fpath.
_treatygraph-query() {{
  local state
  local -a questions
  questions=(
{0}    'export:The whole graph'
    'mcp:The Model Context Protocol on standard input and output'
    'completion:What a shell completes'
  )
  _arguments -C \
    '(-d --data)'{{-d,--data}}'[The treaties.db to ask]:file:_files' \
    '(-f --format)'{{-f,--format}}'[How the answer is written]:format:({1})' \
    '*'{{-p,--param}}'[A parameter of the query]:name=json:' \
    '--iri-base[Where the IRIs of turtle and jsonld begin]:iri:' \
    '--layout[Positions for the nodes of graph formats]:layout:(none auto layered force)' \
    '*--fields[Only these properties]:property:' \
    '--file[A file of openCypher queries]:file:_files' \
    '--options[A file with options]:file:_files' \
    '--version[The version of the program]' \
    '--help[Says what can be asked]' \
    '1:question:->question' \
    '*::argument:->argument'
  case $state in
    question) _describe question questions ;;
    argument)
      case $words[1] in
        completion) _values shell bash zsh ;;
        mcp) _arguments '--site[Where a server of the same data is]:address:' ;;
{2}      esac ;;
  esac
}}
if [ "$funcstack[1]" = _treatygraph-query ]; then
  _treatygraph-query "$@"
else
  compdef _treatygraph-query treatygraph-query
fi
)",
      names, format_names(), arguments);
}

}  // namespace

Result<std::string> completion_script(const std::string& shell) {
  if (shell == "bash") return bash_script();
  if (shell == "zsh") return zsh_script();
  return fail(ErrorCode::InvalidArgument, fmt::format("no completion for {}; there is for bash and zsh", shell));
}

}  // namespace treatygraph::queries
