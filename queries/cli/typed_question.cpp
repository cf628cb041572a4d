// The rules follow from what people type: a citation such as "art 24(2)" has several words, an apostrophe within a word
// is no quote ("States' rights"), and a ';' at the end comes from habit.

#include "queries/cli/typed_question.h"

#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "queries/request/find_node.h"

namespace treatygraph::queries {
namespace {

constexpr std::string_view kBlank = " \t\r\n";

/// A word, without its quotes.
struct Word {
  std::string text;
  bool is_quoted = false;
};

/// The line without blanks and ';' at its end.
std::string_view without_end(std::string_view line) {
  while (!line.empty() && (kBlank.find(line.back()) != std::string_view::npos || line.back() == ';'))
    line.remove_suffix(1);
  return line;
}

/// Double quotes may begin within a word, as in name="two words"; single quotes only at its start.
Result<std::vector<Word>> words_of(std::string_view line) {
  std::vector<Word> words;
  char quote = 0;
  bool in_word = false;
  for (const char c : without_end(line)) {
    if (quote != 0) {
      if (c == quote) {
        quote = 0;
      } else {
        words.back().text += c;
      }
      continue;
    }
    const bool is_blank = kBlank.find(c) != std::string_view::npos;
    if (!is_blank && !in_word) words.emplace_back();
    in_word = !is_blank;
    if (is_blank) continue;
    const bool begins_quote = c == '"' || (c == '\'' && words.back().text.empty());
    if (begins_quote) {
      quote = c;
      words.back().is_quoted = true;
    } else {
      words.back().text += c;
    }
  }
  if (quote != 0) return fail(ErrorCode::InvalidArgument, fmt::format("a quote {} is not closed", quote));
  return words;
}

bool has_parameter(const Question& question, std::string_view name) {
  return std::ranges::find(question.parameters, name, &ParameterSpec::name) != question.parameters.end();
}

/// "dependencies KEY [--NAME VALUE ...]"
std::string usage_of(const Question& question) {
  std::string usage(question.name);
  for (const auto& parameter : question.parameters) {
    if (parameter.is_required) usage += fmt::format(" {}", parameter.value);
  }
  return usage + " [--NAME VALUE ...]";
}

Error unknown_parameter(const Question& question, std::string_view name) {
  std::vector<std::string_view> known;
  for (const auto& parameter : question.parameters) known.push_back(parameter.name);
  return unknown_name("parameter", name, known);
}

/// Takes `--name value`, `--name=value` and `name=value` out of the words. Returns the words that have no name.
Result<std::vector<std::string>> take_named(const Question& question, const std::vector<Word>& words,
                                            Parameters& parameters) {
  std::vector<std::string> others;
  for (std::size_t i = 1; i < words.size(); ++i) {
    std::string_view text = words[i].text;
    const bool is_option = !words[i].is_quoted && text.starts_with("--");
    if (is_option) text.remove_prefix(2);
    const auto equals = text.find('=');
    const auto name = text.substr(0, equals);
    const bool is_named = equals != std::string_view::npos && has_parameter(question, name);
    if (!is_option && !is_named) {
      others.push_back(words[i].text);
      continue;
    }
    if (!has_parameter(question, name)) return fail(unknown_parameter(question, name));
    if (equals != std::string_view::npos) {
      parameters.add(std::string(name), std::string(text.substr(equals + 1)));
    } else if (i + 1 < words.size()) {
      parameters.add(std::string(name), words[++i].text);
    } else {
      return fail(ErrorCode::InvalidArgument, fmt::format("--{} has no value; {}", name, usage_of(question)));
    }
  }
  return others;
}

}  // namespace

const Question* question_in(std::string_view line) {
  line = without_end(line);
  line.remove_prefix(std::min(line.find_first_not_of(kBlank), line.size()));
  return find_question(line.substr(0, line.find_first_of(kBlank)));
}

Result<TypedQuestion> read_typed_question(std::string_view line) {
  const auto words = words_of(line);
  if (!words) return fail(words.error());
  TypedQuestion typed{question_in(line), {}};
  auto others = take_named(*typed.question, *words, typed.parameters);
  if (!others) return fail(others.error());
  // Required parameters that were not given by name.
  std::vector<std::string_view> wanted;
  for (const auto& parameter : typed.question->parameters) {
    if (parameter.is_required && !typed.parameters.has(parameter.name)) wanted.push_back(parameter.name);
  }
  if (others->size() < wanted.size()) {
    return fail(ErrorCode::InvalidArgument,
                fmt::format("{} is missing; {}", wanted[others->size()], usage_of(*typed.question)));
  }
  if (wanted.empty() && !others->empty()) {
    return fail(ErrorCode::InvalidArgument,
                fmt::format("\"{}\" belongs to no parameter; {}", others->front(), usage_of(*typed.question)));
  }
  for (std::size_t i = 0; i < others->size(); ++i) {
    if (i < wanted.size()) {
      typed.parameters.add(std::string(wanted[i]), (*others)[i]);
      continue;
    }
    // The last required parameter takes the rest of the line.
    auto whole = typed.parameters.take(wanted.back());
    typed.parameters.add(std::string(wanted.back()), whole + " " + (*others)[i]);
  }
  return typed;
}

}  // namespace treatygraph::queries
