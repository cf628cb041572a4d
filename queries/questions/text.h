#pragma once
// A treaty, a division or a provision as continuous text: its words in document order, with marks for citations and
// defined terms.

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
  Page page;  ///< number of entries
};

/// What the words of an entry are. For a whole answer also Mixed.
enum class WordsAre : std::uint8_t { Text, Summary, None, Mixed };
inline constexpr std::array<std::string_view, 4> kWordsAreNames = {"text", "summary", "none", "mixed"};

[[nodiscard]] std::string_view name_of(WordsAre are);

/// A marked part of the words. The views point into the graph.
struct TextMark {
  enum class Kind : std::uint8_t { Citation, Term };
  Kind kind = Kind::Citation;
  std::size_t begin = 0;  ///< bytes of the entry's words
  std::size_t end = 0;
  std::vector<NodeId> to;  ///< several for "articles 7 to 16"; none if the citation does not resolve
  std::string_view mode;   ///< of a resolved citation
  std::string names;       ///< what it names, if that is not loaded or does not exist
  std::string note;  ///< the first words of its target, or the target's summary or heading; for a term, its definition
};

/// A provision, or words of a provision between or after its parts.
struct TextEntry {
  /// Each provision has one entry. Words of its own after its first part are separate entries at their place: between
  /// two parts, or after the last.
  enum class Place : std::uint8_t { Itself, BetweenParts, BehindParts };
  NodeId node;
  Place place = Place::Itself;
  std::uint32_t depth = 0;  ///< 0: the requested provision
  std::string words;        ///< without the words of its parts
  WordsAre words_are = WordsAre::None;
  std::vector<TextMark> marks;               ///< in order, without overlaps
  std::vector<TextMark> heading_marks = {};  ///< marks of its heading, since headings contain citations
};

/// "article", "paragraph" ...; "continuation" for own words between parts, "wrap_up" for own words after them.
[[nodiscard]] std::string_view kind_of(const Graph& graph, const TextEntry& entry);

/// One page of entries.
struct ProvisionText {
  NodeId of{};
  std::optional<NodeId> treaty;
  bool loaded = false;
  WordsAre words = WordsAre::None;  ///< what the words of the entries on this page are, taken together
  std::size_t total = 0;            ///< number of entries on all pages
  std::vector<TextEntry> hits;
  std::string next_cursor;
  std::string explanation;  ///< why there are no words
  Truncated truncated;
};

/// Reads the text of a treaty, division or provision, page by page.
[[nodiscard]] Result<ProvisionText> text_of_provisions(const Graph& graph, const TextRequest& request, Budget budget);

/// The first words of a provision with its parts, as printed, about 300 characters at most. If no text is loaded: its
/// summary, its heading, or nothing. For a treaty its title, for a term its definition.
[[nodiscard]] Result<std::string> first_words(const Graph& graph, NodeId node, const ScopeFilter& scope_filter);

}  // namespace treatygraph::queries
