#include "queries/questions/typed_treaty.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <utility>

#include "graph/vocabulary.h"

namespace treatygraph::queries {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// The base letter of the second byte of U+00C0 to U+00FF; a space for what is no letter.
char base_letter(unsigned char second) {
  static constexpr std::string_view kBases = "aaaaaaaceeeeiiiidnooooo ouuuuyts";
  return kBases[(second - 0x80U) % kBases.size()];
}

/// Words of ASCII letters and digits.
std::vector<std::string> plain_words(std::string_view text) {
  std::vector<std::string> words(1);
  const auto add = [&](char c) {
    if (std::isalnum(static_cast<unsigned char>(c)) != 0) {
      words.back() += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    } else if (c != '\'' && !words.back().empty()) {
      words.emplace_back();
    }
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x80U) {
      add(text[i]);
    } else if (byte == 0xC3U && i + 1 < text.size()) {
      add(base_letter(static_cast<unsigned char>(text[++i])));
    } else if (byte >= 0xC0U) {
      add(' ');
    }
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

constexpr auto kBefore = std::to_array<std::string_view>(
    {"of", "the", "to", "le", "la", "les", "el", "los", "las", "l", "de", "du", "des", "del"});
constexpr auto kSeries = std::to_array<std::string_view>({"ets", "ste", "stce"});

void drop_words_before(std::vector<std::string>& words) {
  const auto first = std::ranges::find_if(
      words, [](const std::string& word) { return std::ranges::find(kBefore, word) == kBefore.end(); });
  words.erase(words.begin(), first);
  std::erase(words, "the");
}

/// "ETS No. 005" is "cets 5".
void make_series_one(std::vector<std::string>& words) {
  if (words.size() < 2 || words.size() > 3) return;
  const bool is_series = words[0] == "cets" || std::ranges::find(kSeries, words[0]) != kSeries.end();
  if (!is_series || !is_digit(words.back()[0])) return;
  auto number = words.back();
  number.erase(0, std::min(number.find_first_not_of('0'), number.size() - 1));
  words = {"cets", number};
}

std::string joined(const std::vector<std::string>& words) {
  std::string all;
  for (const auto& word : words) all += word;
  return all;
}

bool is_year(std::string_view word) {
  return word.size() == 4 && std::ranges::all_of(word, is_digit) && word >= "1800" && word < "2100";
}

/// The name without the year before or behind it.
std::optional<std::pair<std::string, std::string>> without_year(std::vector<std::string> words) {
  if (words.size() < 2) return std::nullopt;
  std::string year;
  if (is_year(words.back())) {
    year = words.back();
    words.pop_back();
  } else if (is_year(words.front())) {
    year = words.front();
    words.erase(words.begin());
  } else {
    return std::nullopt;
  }
  return std::pair(joined(words), year);
}

/// Also where the data do not say its year.
bool is_of_year(const Graph& graph, NodeId treaty, std::string_view year) {
  const auto name = graph.properties().find("year");
  const auto known = name ? graph.property(treaty, *name) : PropertyView{};
  const auto* number = std::get_if<std::int64_t>(&known);
  return number == nullptr || std::to_string(*number) == year;
}

bool is_called(const Graph& graph, NodeId treaty, const std::string& letters) {
  const auto may_be_as_long = [&](std::string_view name) {  // most names need not be looked at
    return name.size() + 1 >= letters.size() && name.size() <= 2 * letters.size() + 16;
  };
  return std::ranges::any_of(names_of(graph, treaty), [&](std::string_view name) {
    return may_be_as_long(name) && letters_of_name(name) == letters;
  });
}

}  // namespace

std::string letters_of_name(std::string_view name) {
  auto words = plain_words(name);
  drop_words_before(words);
  make_series_one(words);
  return joined(words);
}

std::vector<std::string_view> names_of(const Graph& graph, NodeId treaty) {
  std::vector<std::string_view> names;
  for (const auto name : {std::string_view(property::kTitle), std::string_view("short_title")}) {
    if (const auto text = graph.string(treaty, name); !text.empty()) names.push_back(text);
  }
  for (auto rest = graph.string(treaty, "aliases"); !rest.empty();) {
    const auto alias = rest.substr(0, rest.find(';'));
    if (!alias.empty()) names.push_back(alias);
    rest.remove_prefix(std::min(alias.size() + 1, rest.size()));
  }
  return names;
}

std::vector<NodeId> treaties_called(const Graph& graph, std::string_view words) {
  auto typed = plain_words(words);
  drop_words_before(typed);
  if (typed.empty()) return {};
  const auto dated = without_year(typed);
  make_series_one(typed);
  const auto letters = joined(typed);
  std::vector<NodeId> called;
  std::vector<NodeId> called_of_year;
  const auto treaty_label = graph.labels().find(label::kTreaty);
  if (!treaty_label) return {};
  for (const auto treaty : graph.nodes_with(*treaty_label)) {
    const auto slug = graph.string(treaty, property::kSlug);
    if (slug.find('@') != std::string_view::npos) continue;
    if (letters_of_name(slug) == letters || is_called(graph, treaty, letters)) {
      called.push_back(treaty);
    } else if (dated && is_of_year(graph, treaty, dated->second) && is_called(graph, treaty, dated->first)) {
      called_of_year.push_back(treaty);
    }
  }
  return called.empty() ? called_of_year : called;
}

}  // namespace treatygraph::queries
