#pragma once
// What one word of a query may stand for: its forms, what it is a slip of, what the field says for it.

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

/// Keeps what it found out, to tell the reader. Valid while the graph exists.
class WordWays {
 public:
  explicit WordWays(const Graph& graph) : graph_(graph), known_(KnownWords::of(graph)) {}

  /// Nothing if nothing here is like the word: other terms are searched without it.
  [[nodiscard]] std::optional<Sought> read(const TypedWord& typed);
  [[nodiscard]] Sought of(const std::string& word) const;
  /// What the word may be a slip of; empty if it is known, or too many were looked at.
  [[nodiscard]] std::string instead_of(const std::string& word);
  /// What the thesaurus has for it.
  void add_other_ways(Sought& sought, const Thesaurus::Entry& entry);
  /// Older treaties write "co-operation".
  static void add_co_operation(Sought& sought);
  /// "emergancy" has the stem of what it is a slip for.
  void say_slip_with_the_stem(const std::string& word);
  /// By the most frequent wording.
  [[nodiscard]] double rarity_of(const Sought& sought) const;

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
