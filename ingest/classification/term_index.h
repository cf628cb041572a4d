#pragma once
// Finds the names of terms, in every inflected form, in a sequence of words.

#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "ingest/classification/term_words.h"
#include "ingest/classification/terms.h"

namespace treatygraph::ingest {

/// A place where a term is named. Words [first, first + count) are the term's; the quote may be longer: "traffic or
/// content data". `terms` points into the index.
struct TermMatch {
  std::size_t first = 0, count = 0;
  std::size_t quote_first = 0, quote_last = 0;
  UseForm form = UseForm::Name;
  const std::vector<std::size_t>* terms = nullptr;  ///< terms with this name; several if their scopes differ
};

/// A trie of the names of all terms, by word. Immutable after construction. A search is linear in the number of words
/// times the length of the longest name.
class TermIndex {
 public:
  explicit TermIndex(const std::vector<DefinedTerm>& terms);

  /// All matches, also overlapping ones. Whole names come before shared nouns, then the longest first, then by
  /// position, so that a caller can take them greedily.
  [[nodiscard]] std::vector<TermMatch> matches_in(const std::vector<TermWord>& words) const;

 private:
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;
  /// `terms` are those whose name ends here.
  struct Node {
    std::vector<std::size_t> terms;
    UseForm form = UseForm::Name;
    bool has_children = false;
  };

  /// A name outranks a verb with the same spelling.
  void add_name(std::size_t term, const std::vector<std::string>& keys, UseForm form);
  [[nodiscard]] std::uint32_t word_of(const std::string& key) const;
  [[nodiscard]] std::uint32_t child_of(std::uint32_t node, std::uint32_t word) const;
  void match_from(std::size_t first, const std::vector<TermWord>& words, const std::vector<std::uint32_t>& ids,
                  std::vector<TermMatch>& matches) const;
  void match_shared_noun(std::uint32_t node, std::size_t first, std::size_t count, const std::vector<TermWord>& words,
                         const std::vector<std::uint32_t>& ids, std::vector<TermMatch>& matches) const;
  void match_shared_start(std::uint32_t parent, std::size_t first, std::size_t count,
                          const std::vector<TermWord>& words, const std::vector<std::uint32_t>& ids,
                          std::vector<TermMatch>& matches) const;

  std::vector<Node> nodes_;
  std::unordered_map<std::string, std::uint32_t> vocabulary_;
  std::unordered_map<std::uint64_t, std::uint32_t> children_;  ///< by node and word
};

}  // namespace treatygraph::ingest
