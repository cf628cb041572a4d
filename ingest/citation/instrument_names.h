#pragma once
// The names that a treaty uses for itself and the short names that it defines for other instruments.

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ingest/citation/citation_tokens.h"

namespace treatygraph::ingest {

/// Read once from the whole text of a treaty. "this Agreement" tells how the treaty calls itself; `"Convention" means
/// ...` and `(hereinafter "the Convention")` define short names.
class InstrumentNames {
 public:
  /// `text` is the whole document. `own_text` is the treaty without its annexes and protocols, which may call
  /// themselves differently; empty means all of `text`. A protocol's `title` names its parent: "Protocol to the
  /// Convention on Lakes".
  explicit InstrumentNames(std::string_view text, std::string_view title = {}, std::string_view own_text = {},
                           const Words& words = english_words());

  /// The words of the text's language; they must outlive it.
  [[nodiscard]] const Words& words() const { return words_; }

  /// Adds names of more than one word, in lower case and without articles: those of the document's own annexes,
  /// "verification annex".
  void know_parts(const std::vector<std::string>& names);
  /// One past the last token of the longest such name that begins at `first`; `first` if there is none.
  [[nodiscard]] std::size_t part_end(const std::vector<Token>& tokens, std::size_t first) const;

  /// Sets that the document prints "Article 1 2" for article 12, and the highest number in it.
  void join_split_numbers(int highest) { highest_split_ = highest; }
  /// 0 if numbers are printed without spaces.
  [[nodiscard]] int highest_split_number() const { return highest_split_; }

  /// Sets the numbers of the document's own articles that have a hyphen: "10-12" is one of them, and no range.
  void join_hyphenated_numbers(std::set<std::string, std::less<>> numbers) { hyphenated_ = std::move(numbers); }
  [[nodiscard]] const std::set<std::string, std::less<>>& hyphenated_numbers() const { return hyphenated_; }

  /// Whether "the Convention" means this treaty: the word that it uses for itself, unless defined as another's name.
  [[nodiscard]] bool is_own(std::string_view noun) const { return noun == own_ && !own_is_defined_; }
  /// The full name of a defined short name ("the Convention"), with or without its article; empty if it is not defined.
  [[nodiscard]] std::string full_name(std::string name) const;

 private:
  void learn_definitions(std::string_view text);  ///< "Convention" means the United Nations Convention on ...
  /// "First Convention" and "Second Convention" mean, respectively, ...
  void learn_respective_definitions(std::string_view text);
  /// The names in the treaty's own title: its parent, or the treaty that it amends.
  void learn_title(std::string_view title);
  void learn_abbreviations(std::string_view text);  ///< ... Convention on ... (hereinafter "the Convention")
  /// Adds a short name unless it is already defined or cannot name an instrument.
  void learn(std::string_view short_name, const std::string& full_name);

  const Words& words_;
  std::string own_;  ///< "Agreement", of "this Agreement"
  int highest_split_ = 0;
  std::set<std::string, std::less<>> hyphenated_;
  bool own_is_defined_ = false;  ///< ... but "the Agreement" is another's name
  std::map<std::string, std::string, std::less<>> full_names_;
  std::multimap<std::string, std::vector<std::string>, std::less<>> parts_;  ///< by their first word
};

}  // namespace treatygraph::ingest
