#pragma once
// A treaty, a division or a provision as continuous text: its words in the order of the document, with what they cite
// and the defined terms that they use at their places.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/graph.h"
#include "queries/request/budget.h"
#include "queries/request/page.h"
#include "queries/request/scope.h"

namespace treatygraph::queries {

struct TextRequest {
  static constexpr std::size_t kDefaultLimit = 2'000;
  std::string of;  ///< key of a treaty or a provision, or a treaty's slug
  Scope scope;
  Page page;  ///< of entries
};

/// What the words of an entry are; of an answer also Mixed.
enum class WordsAre : std::uint8_t { Text, Summary, None, Mixed };
inline constexpr std::array<std::string_view, 4> kWordsAreNames = {"text", "summary", "none", "mixed"};

[[nodiscard]] std::string_view name_of(WordsAre are);

/// A stretch of the words that leads somewhere. The views are into the graph.
struct TextMark {
  enum class Kind : std::uint8_t { Citation, Term };
  Kind kind = Kind::Citation;
  std::size_t begin = 0;  ///< bytes of the entry's words
  std::size_t end = 0;
  std::vector<NodeId> to;  ///< several for "articles 7 to 16"; none where the citation leads nowhere
  std::string_view mode;   ///< of a citation that leads somewhere
  std::string names;       ///< what it names, where that is not loaded or not there
  std::string note;        ///< the first words of what it leads to, or its summary or heading; a term's definition
};

struct TextEntry {
  /// A provision stands in the text once as itself; words of its own behind its first part are entries of their own,
  /// at their place: between two parts, or behind the last.
  enum class Place : std::uint8_t { Itself, BetweenParts, BehindParts };
  NodeId node;
  Place place = Place::Itself;
  std::uint32_t depth = 0;  ///< 0: what was asked for
  std::string words;        ///< without those of its parts
  WordsAre words_are = WordsAre::None;
  std::vector<TextMark> marks;               ///< in order, none overlapping another
  std::vector<TextMark> heading_marks = {};  ///< the same of its heading: articles cite in their headings
};

/// "article", "paragraph" ...; of words that go on between its parts "continuation", behind them "wrap_up".
[[nodiscard]] std::string_view kind_of(const Graph& graph, const TextEntry& entry);

struct ProvisionText {
  NodeId of;
  std::optional<NodeId> treaty;
  bool loaded = false;
  WordsAre words = WordsAre::None;  ///< of the entries on this page
  std::size_t total = 0;            ///< entries, on all pages
  std::vector<TextEntry> hits;
  std::string next_cursor;
  std::string explanation;  ///< where there are no words
  Truncated truncated;
};

[[nodiscard]] Result<ProvisionText> text_of_provisions(const Graph& graph, const TextRequest& request, Budget budget);

/// The first words of a provision with its parts, as they are printed, at most some 300 characters; where no text is
/// loaded its summary, its heading, or nothing. Of a treaty its title, of a term its definition.
[[nodiscard]] Result<std::string> first_words(const Graph& graph, NodeId node, const ScopeFilter& sight);

}  // namespace treatygraph::queries
