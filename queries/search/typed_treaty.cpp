// Two look-ups. treaties_called() needs the complete name: it compares the letters and digits of names in a hash table,
// after dropping articles, accents and punctuation. treaties_meant() is for parts of names: all typed words must be in
// a name and, if the words claim to be a complete name ("... Convention"), all distinctive words of the name must have
// been typed. So "Lakes Convention" does not mean the "Convention on Lakes and Rivers".

#include "queries/search/typed_treaty.h"

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>
#include <utility>

#include "graph/ascii.h"
#include "graph/derived.h"
#include "graph/search_words.h"
#include "graph/vocabulary.h"
#include "queries/request/is_loaded.h"
#include "queries/search/field_index.h"
#include "queries/search/stems.h"
#include "queries/search/thesaurus.h"

namespace treatygraph::queries {
namespace {

/// The words of a name. An apostrophe is dropped first, so a possessive "s" belongs to the word before it.
std::vector<std::string> plain_words(std::string_view text) {
  std::string without_apostrophes(text);
  std::erase(without_apostrophes, '\'');
  return words_of(without_apostrophes);
}

/// Articles and prepositions that may precede a name in English, French and Spanish.
constexpr auto kBefore = std::to_array<std::string_view>(
    {"of", "the", "to", "le", "la", "les", "el", "los", "las", "l", "de", "du", "des", "del"});
constexpr auto kCouncilOfEuropeSeries = std::to_array<std::string_view>({"ets", "ste", "stce"});

/// Drops articles and prepositions at the beginning, and "the" everywhere.
void drop_words_before(std::vector<std::string>& words) {
  const auto first = std::ranges::find_if(
      words, [](const std::string& word) { return std::ranges::find(kBefore, word) == kBefore.end(); });
  words.erase(words.begin(), first);
  std::erase(words, "the");
}

/// Writes all names of the Council of Europe's treaty series alike: "ETS No. 005" becomes "cets 5".
void make_series_one(std::vector<std::string>& words) {
  if (words.size() < 2 || words.size() > 3) return;
  const bool is_series =
      words[0] == "cets" || std::ranges::find(kCouncilOfEuropeSeries, words[0]) != kCouncilOfEuropeSeries.end();
  // "CETS" alone is not a treaty.
  if (!is_series || !is_digit(words.back()[0])) return;
  auto number = words.back();
  // Leading zeros are dropped, but "0" stays.
  number.erase(0, std::min(number.find_first_not_of('0'), number.size() - 1));
  words = {"cets", number};
}

std::string joined(const std::vector<std::string>& words) {
  std::string all;
  for (const auto& word : words) all += word;
  return all;
}

/// Four digits between 1800 and 2099.
bool is_year(std::string_view word) {
  return word.size() == 4 && std::ranges::all_of(word, is_digit) && word >= "1800" && word < "2100";
}

/// The letters of the name without a year before or after it, and the year; nothing if there is no year.
std::optional<std::pair<std::string, std::string>> without_year(std::vector<std::string> words) {
  if (words.size() < 2) return std::nullopt;
  std::string year;
  // A year after the name is tried first: "1951 Convention 1967" is of 1967.
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

/// Whether a treaty may be of that year: also if the data do not state its year.
bool is_of_year(const Graph& graph, NodeId treaty, std::string_view year) {
  const auto name = graph.properties().find("year");
  const auto known = name ? graph.property(treaty, *name) : PropertyView{};
  const auto* number = std::get_if<std::int64_t>(&known);
  return number == nullptr || std::to_string(*number) == year;
}

/// Words that do not distinguish one treaty's name from another's.
constexpr auto kGenericWords =
    std::to_array<std::string_view>({"of", "the", "to", "on", "in", "and", "a", "for", "against", "un", "united",
                                     "nations", "de", "la", "del", "sobre"});
/// Words that claim that a complete name was typed, and not just a word or two of it.
constexpr auto kNouns = std::to_array<std::string_view>(
    {"convention",    "treaty",     "protocol",  "agreement", "covenant", "charter", "statute",
     "convenio",      "convencion", "tratado",   "protocolo", "acuerdo",  "pacto",   "carta",
     "estatuto",      "traite",     "protocole", "accord",    "pacte",    "charte",  "statut",
     "ubereinkommen", "konvention", "abkommen",  "vertrag",   "pakt",     "charta",  "protokoll"});

bool is_generic(std::string_view word) {
  return std::ranges::find(kGenericWords, word) != kGenericWords.end();
}
bool is_noun(std::string_view word) {
  return std::ranges::find(kNouns, word) != kNouns.end();
}

/// The words that distinguish a name.
std::vector<std::string> telling_words(std::string_view text) {
  auto words = words_of(text);
  std::erase_if(words, is_generic);
  return words;
}

/// Whether each word of `some` is in `of`, or is a noun that only says that a name is meant ("convention").
bool has_all(const std::vector<std::string>& some, const std::vector<std::string>& of) {
  return std::ranges::all_of(
      some, [&](const std::string& word) { return is_noun(word) || std::ranges::find(of, word) != of.end(); });
}

/// Whether a cited instrument has only a description for a title, such as "applicable international law". It cannot be
/// called by it.
bool is_description(std::string_view title) {
  return !title.empty() && title.front() >= 'a' && title.front() <= 'z';
}

/// Treaties and parties by their names. Built once per graph and kept with it.
struct TreatyNames {
  explicit TreatyNames(const Graph& graph) {
    const auto treaty_label = graph.labels().find(label::kTreaty);
    if (!treaty_label) return;
    for (const auto treaty : graph.nodes_with(*treaty_label)) add(graph, treaty);
    for (const auto label : {label::kState, label::kOrganization}) {
      const auto id = graph.labels().find(label);
      if (!id) continue;
      for (const auto party : graph.nodes_with(*id)) add_party(graph, party);
    }
  }

  /// A State or organisation by its names and aliases in the field index.
  void add_party(const Graph& graph, NodeId party) {
    for (const auto& text : FieldIndex::of(graph).texts_of(party)) {
      const bool is_name = text.field == Field::Name || text.field == Field::Alias;
      if (is_name) parties[letters_of_name(text.text)].push_back(party);
    }
  }

  /// Indexes one treaty by slug, by words and by complete names.
  void add(const Graph& graph, NodeId treaty) {
    const auto slug = graph.string(treaty, property::kSlug);
    const bool is_draft = slug.find('@') != std::string_view::npos;
    const bool is_loaded = says_loaded(graph, treaty).value_or(graph.subtree(treaty).size() > 1);
    by_slug.emplace(slug, all.size());
    all.push_back({treaty, slug, is_loaded, is_draft});
    auto& words = telling.emplace_back();
    for (const auto name : names_of(graph, treaty)) words.push_back(telling_words(name));
    words.push_back(telling_words(slug.substr(0, slug.find('@'))));
    // Drafts are called by slug or title in typed_citation.cpp; a description is not a name.
    if (is_draft || (!is_loaded && is_description(graph.string(treaty, property::kTitle)))) return;
    auto names = names_of(graph, treaty);
    names.push_back(slug);
    for (const auto name : names) {
      auto& called = by_letters[letters_of_name(name)];
      // A treaty may have two names with the same letters.
      if (called.empty() || called.back() != treaty) called.push_back(treaty);
    }
  }

  static const TreatyNames& of(const Graph& graph) {
    return graph.derived().get<TreatyNames>([&] { return TreatyNames(graph); });
  }

  std::vector<KnownTreaty> all;
  std::vector<std::vector<std::vector<std::string>>> telling;  ///< per treaty, per name
  std::unordered_map<std::string_view, std::size_t> by_slug;
  std::unordered_map<std::string, std::vector<NodeId>> by_letters;
  std::unordered_map<std::string, std::vector<NodeId>> parties;  ///< by the letters of the names
};

std::vector<NodeId> called_by_letters(const TreatyNames& names, const std::string& letters) {
  const auto found = names.by_letters.find(letters);
  return found == names.by_letters.end() ? std::vector<NodeId>() : found->second;
}

/// Treaties by another name of theirs in the thesaurus.
std::vector<NodeId> called_by_thesaurus(const TreatyNames& names, const std::vector<std::string>& typed) {
  std::string stems;
  for (const auto& word : typed) stems += (stems.empty() ? "" : " ") + stem_of(word);
  std::vector<NodeId> called;
  const auto* const entry = Thesaurus::table().find(stems);
  if (entry == nullptr || entry->kind != Thesaurus::Kind::Name) return called;
  for (const auto& meant : entry->meant) {
    const auto treaties = called_by_letters(names, letters_of_name(meant));
    called.insert(called.end(), treaties.begin(), treaties.end());
  }
  return called;
}

/// Whether a word says that an instrument adds to another: "the Protocol to the Budapest Convention" is not the
/// Convention.
bool is_protocol(std::string_view word) {
  constexpr auto kWords = std::to_array<std::string_view>(
      {"protocol", "protocole", "protocolo", "protokoll", "zusatzprotokoll", "amendment", "enmienda", "amendement"});
  return std::ranges::find(kWords, word) != kWords.end();
}

/// Whether the words contain everything distinctive in one of these names.
bool may_mean(const std::vector<std::string>& words, const std::vector<std::vector<std::string>>& names) {
  const bool is_whole = std::ranges::any_of(words, is_noun);
  const bool of_protocol = std::ranges::any_of(words, is_protocol);
  return std::ranges::any_of(names, [&](const std::vector<std::string>& known) {
    // A noun alone ("the Convention") means no treaty in particular.
    const bool tells = std::ranges::any_of(words, [&](const std::string& word) {
      return !is_noun(word) && std::ranges::find(known, word) != known.end();
    });
    // A protocol does not mean the convention whose name it contains.
    if (of_protocol && std::ranges::none_of(known, is_protocol)) return false;
    return tells && has_all(words, known) && (!is_whole || has_all(known, words));
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

/// As a complete name, as a name of the thesaurus, and without a year. The first that finds something decides, so "GATT
/// 1994" is that treaty before it is the GATT of 1994.
std::vector<NodeId> treaties_called(const Graph& graph, std::string_view words) {
  const auto& names = TreatyNames::of(graph);
  auto typed = plain_words(words);
  drop_words_before(typed);
  if (typed.empty()) return {};
  const auto dated = without_year(typed);
  auto as_series = typed;
  make_series_one(as_series);
  if (auto called = called_by_letters(names, joined(as_series)); !called.empty()) return called;
  if (auto called = called_by_thesaurus(names, typed); !called.empty()) return called;
  // The year is dropped last, since some names contain it.
  if (!dated) return {};
  auto called = called_by_letters(names, dated->first);
  std::erase_if(called, [&](NodeId treaty) { return !is_of_year(graph, treaty, dated->second); });
  return called;
}

std::vector<NodeId> parties_called(const Graph& graph, std::string_view words) {
  const auto& parties = TreatyNames::of(graph).parties;
  const auto found = parties.find(letters_of_name(words));
  return found == parties.end() ? std::vector<NodeId>() : found->second;
}

bool says_whole_name(std::string_view words) {
  return std::ranges::any_of(words_of(words), is_noun);
}

std::vector<NodeId> treaties_meant(const Graph& graph, std::string_view words) {
  const auto& names = TreatyNames::of(graph);
  const auto typed = telling_words(words);
  std::vector<NodeId> meant;
  for (std::size_t i = 0; i < names.all.size() && !typed.empty(); ++i) {
    if (may_mean(typed, names.telling[i])) meant.push_back(names.all[i].treaty);
  }
  return meant;
}

const std::vector<KnownTreaty>& known_treaties(const Graph& graph) {
  return TreatyNames::of(graph).all;
}

/// By the node's own property, for a treaty by its slug, otherwise by the namespace of its key.
const KnownTreaty* treaty_of(const Graph& graph, NodeId node) {
  const auto& names = TreatyNames::of(graph);
  auto slug = graph.string(node, property::kTreaty);
  if (slug.empty()) slug = graph.string(node, property::kSlug);
  if (slug.empty()) {
    const auto key = graph.key(node);
    slug = key.substr(0, std::min(key.find(':'), key.size()));
  }
  const auto found = names.by_slug.find(slug);
  return found == names.by_slug.end() ? nullptr : &names.all[found->second];
}

}  // namespace treatygraph::queries
