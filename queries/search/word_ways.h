#pragma once
// The wordings of one word of a query: its forms, its spelling corrections, and its synonyms in the thesaurus.

#include <optional>
#include <string>
#include <vector>

#include "graph/graph.h"
#include "queries/search/known_words.h"
#include "queries/search/thesaurus.h"
#include "queries/search/typed_words.h"
#include "queries/search/word_reading.h"

namespace treatygraph::queries {

/// One wording of a term.
struct Way {
  enum class By { Typed, Kin, Thesaurus, Translation, Name, Spelling };
  std::vector<std::string> stems;  ///< all of them
  std::string words;               ///< as written
  By by = By::Typed;
  bool in_a_row = false;  ///< exactly these words: a phrase in quotes
  double weight = 1;
};

/// One term of the query.
struct Sought {
  std::string typed;
  std::vector<Way> ways;
  double rarity = 1;      ///< weight by rarity
  bool is_wanted = true;  ///< false: it only affects the order of results
};

/// Finds the wordings of words, and keeps the interpretations to report. For one query and one thread. Valid while the
/// graph exists.
class WordWays {
 public:
  explicit WordWays(const Graph& graph) : graph_(graph), known_(KnownWords::of(graph)) {}

  /// The term for a typed word; nothing if no known word is like it. Then the other terms are searched without it.
  [[nodiscard]] std::optional<Sought> read(const TypedWord& typed);
  /// The term for a word as it is, without corrections.
  [[nodiscard]] Sought of(const std::string& word) const;
  /// The nearest correction with one error; empty if the word is known, or if too many words were corrected already.
  [[nodiscard]] std::string instead_of(const std::string& word);
  /// Adds the wordings of a thesaurus entry, with less weight than what was typed.
  void add_other_ways(Sought& sought, const Thesaurus::Entry& entry);
  /// Adds "co-operation" to "cooperation", as older treaties write it, and the like for "coordination".
  static void add_co_operation(Sought& sought);
  /// Reports a correction that needs none for the search: "emergancy" has the same stem as "emergency".
  void say_slip_with_the_stem(const std::string& word);
  /// The weight of a term: the logarithm of how rare its most frequent wording is (inverse document frequency).
  [[nodiscard]] double rarity_of(const Sought& sought) const;

  /// Adds an interpretation to report.
  void add_reading(std::string typed, WordReading::How how, std::vector<std::string> read_as);
  [[nodiscard]] std::vector<WordReading>& readings() { return readings_; }
  [[nodiscard]] bool has_unknown_names() const { return has_unknown_names_; }
  void set_unknown_names() { has_unknown_names_ = true; }

 private:
  /// Whether the query is a provision's heading, or the name of what it makes.
  [[nodiscard]] bool is_in_a_name(const std::vector<std::string>& stems) const;
  /// "safeguard" if only "safeguards" occurs, and "surveilance", which has the same stem as its correction.
  void say_other_form(const std::string& word);
  /// A rare word may be an error in the texts, or in the query, so the common word is searched as well.
  void add_common_spelling(Sought& sought);
  /// "interceptor" is related to "interception": one stem is a prefix of the other.
  [[nodiscard]] std::optional<Sought> read_as_kin(const std::string& word);
  [[nodiscard]] std::optional<Sought> read_as_slip(const std::string& word, std::size_t slips);
  /// "searchwarrant".
  [[nodiscard]] std::optional<Sought> read_as_two(const std::string& word);

  const Graph& graph_;
  const KnownWords& known_;
  std::size_t corrected_ = 0;
  std::vector<WordReading> readings_;
  bool has_unknown_names_ = false;
};

}  // namespace treatygraph::queries
