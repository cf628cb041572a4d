// Relationships store the words that they come from (quote) and where these were in the document (start), but not where
// they are in the provision's own words, which lack headings, numbers and the words of parts. So quotes are searched
// again (treaty/quoted_places.h), with the document offset, corrected for the parts before it, to choose between
// occurrences.

#include "queries/questions/text_marks.h"

#include <algorithm>
#include <array>
#include <map>

#include "graph/vocabulary.h"
#include "queries/request/is_loaded.h"
#include "queries/request/property_number.h"
#include "queries/treaty/quoted_places.h"
#include "queries/treaty/titles.h"
#include "queries/treaty/unresolved.h"

namespace treatygraph::queries {
namespace {

/// A non-negative number of a relationship.
std::optional<std::size_t> number_of(const Graph& graph, RelationshipId relationship, std::string_view name) {
  const auto id = graph.properties().find(name);
  const auto value = id ? graph.property(relationship, *id) : PropertyView{};
  const auto* number = std::get_if<std::int64_t>(&value);
  return number != nullptr && *number >= 0 ? std::optional(static_cast<std::size_t>(*number)) : std::nullopt;
}

/// Characters of UTF-8: bytes that do not continue one.
std::size_t count_characters(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return (c & 0xC0) != 0x80; }));
}

/// The positions of a provision's own words in its source document.
class OwnPlace {
 public:
  OwnPlace(const Graph& graph, NodeId provision, std::string_view words) : graph_(graph), provision_(provision) {
    const auto start = whole_number(graph, provision, property::kStart);
    const auto end = whole_number(graph, provision, property::kEnd);
    if (!start || !end || *end < *start) return;
    const auto own = without_parts(*end) - *start;
    const auto length = count_characters(words);
    // Own text without its parts begins with number and heading, which the words do not have. They explain the
    // difference in length as far as they can be that long.
    const auto printed = count_characters(graph.string(provision, property::kHeading)) + kNumberAtMost;
    start_ = start;
    first_ = *start + std::min(printed, own > length ? own - length : 0);
  }

  /// An offset in the document, moved back by the lengths of the parts that end before it.
  [[nodiscard]] std::size_t without_parts(std::size_t character) const {
    auto at = character;
    const auto inside = graph_.subtree(provision_);
    for (auto part = NodeId{static_cast<std::uint32_t>(provision_) + 1}; part < inside.last;
         part = graph_.subtree(part).last) {
      const auto start = whole_number(graph_, part, property::kStart);
      const auto end = whole_number(graph_, part, property::kEnd);
      if (start && end && *start <= *end && *end <= character && at >= *end - *start) at -= *end - *start;
    }
    return at;
  }
  [[nodiscard]] std::optional<std::size_t> start() const { return start_; }
  /// The approximate start of its words, after number and heading.
  [[nodiscard]] std::optional<std::size_t> first() const { return first_; }
  /// Whether the quote ends before the words begin.
  [[nodiscard]] bool is_in_heading(const Quote& quote) const {
    constexpr std::size_t kAbout = 4;  // line ends between heading and words
    return first_ && quote.document_start && !quote.everywhere &&
           *quote.document_start + count_characters(quote.words) <= *first_ + kAbout;
  }

 private:
  static constexpr std::size_t kNumberAtMost = 12;  // "Article 24."

  const Graph& graph_;
  NodeId provision_;
  std::optional<std::size_t> start_;
  std::optional<std::size_t> first_;
};

}  // namespace

/// Quotes to be found, each with the mark that it becomes.
struct TextMarker::Sought {
  std::vector<Quote> quotes;
  std::vector<TextMark> marks;  ///< parallel to the quotes, without positions

  void add(Quote quote, TextMark mark) {
    quotes.push_back(quote);
    marks.push_back(std::move(mark));
  }
};

TextMarker::TextMarker(const Graph& graph, const ScopeFilter& scope_filter)
    : graph_(graph), scope_filter_(scope_filter) {}

/// Several references with the same words at the same place are one citation.
void TextMarker::add_citations(NodeId provision, Sought& sought) const {
  const auto refers_to = graph_.types().find(type::kRefersTo);
  if (!refers_to) return;
  std::map<std::pair<std::string_view, std::optional<std::size_t>>, std::size_t> known;
  for (const auto hop : graph_.out(provision, *refers_to)) {
    const auto quote = graph_.string(hop.relationship, property::kQuote);
    if (quote.empty() || !scope_filter_.sees(hop)) continue;
    const auto start = number_of(graph_, hop.relationship, property::kStart);
    const auto [at, is_new] = known.try_emplace({quote, start}, sought.marks.size());
    if (is_new) {
      TextMark mark;
      mark.mode = graph_.string(hop.relationship, property::kMode);
      mark.names = graph_.string(hop.relationship, "provision");
      sought.add({quote, start}, std::move(mark));
    }
    auto& to = sought.marks[at->second].to;
    if (std::ranges::find(to, hop.node) == to.end()) to.push_back(hop.node);
  }
}

/// A used term is marked wherever it occurs; a defined one only where it is defined.
void TextMarker::add_terms(NodeId provision, Sought& sought) const {
  for (const auto name : {type::kUses, type::kDefines}) {
    const auto type = graph_.types().find(name);
    if (!type) continue;
    const bool defines = name == type::kDefines;
    for (const auto hop : graph_.out(provision, *type)) {
      if (!scope_filter_.sees(hop)) continue;
      const auto quote = graph_.string(hop.relationship, property::kQuote);
      TextMark mark;
      mark.kind = TextMark::Kind::Term;
      mark.to = {hop.node};
      mark.mode = defines ? "defines" : "uses";

      if (!quote.empty()) sought.add({quote, number_of(graph_, hop.relationship, property::kStart), !defines}, mark);
      const auto term = graph_.string(hop.node, property::kName);
      if (!defines && !term.empty() && term != quote) sought.add({term, std::nullopt, true}, mark);
    }
  }
}

/// Citations that could not be resolved are marked, too, with the reason and without a target.
void TextMarker::add_unresolved(NodeId provision, Sought& sought) const {
  for (const auto& [words, reason, missing] : unresolved_in(graph_.string(provision, property::kUnresolved))) {
    if (reason.empty()) continue;
    TextMark mark;
    mark.names = reason;
    sought.add({words}, std::move(mark));
  }
}

/// The preview of the first target, read once for each target.
Result<std::string> TextMarker::note_of(const TextMark& mark) {
  if (mark.to.empty()) return std::string();
  const auto [kept, is_new] = notes_.try_emplace(static_cast<std::uint32_t>(mark.to.front()));
  if (is_new) {
    auto words = first_words(graph_, mark.to.front(), scope_filter_);
    if (!words) return fail(words.error());
    kept->second = std::move(*words);
  }
  return kept->second;
}

/// Marks with their positions; quotes that are not found are left out.
Result<std::vector<TextMark>> TextMarker::place(std::string_view words, const Sought& sought,
                                                std::optional<std::size_t> first_character) {
  std::vector<TextMark> marks;
  for (const auto& [quote, begin, end] : quoted_places(words, sought.quotes, first_character)) {
    auto& mark = marks.emplace_back(sought.marks[quote]);
    mark.begin = begin;
    mark.end = end;
    auto note = note_of(mark);
    if (!note) return fail(note.error());
    mark.note = std::move(*note);
  }
  return marks;
}

Result<TextMarker::Marks> TextMarker::marks_in(NodeId provision, std::string_view words) {
  Sought sought;
  add_citations(provision, sought);
  add_unresolved(provision, sought);
  add_terms(provision, sought);
  if (sought.quotes.empty()) return Marks();
  const OwnPlace own(graph_, provision, words);
  const auto heading = graph_.string(provision, property::kHeading);
  Sought in_words;
  Sought in_heading;
  for (std::size_t i = 0; i < sought.quotes.size(); ++i) {
    auto quote = sought.quotes[i];
    // A heading may cite as well; its quotes lie before the words.
    const bool heads = own.is_in_heading(quote) && heading.find(quote.words) != std::string_view::npos;
    if (!heads && quote.document_start) quote.document_start = own.without_parts(*quote.document_start);
    (heads ? in_heading : in_words).add(quote, std::move(sought.marks[i]));
  }
  auto marks = place(words, in_words, own.first());
  if (!marks) return fail(marks.error());
  auto heading_marks = place(heading, in_heading, own.start());
  if (!heading_marks) return fail(heading_marks.error());
  return Marks{std::move(*marks), std::move(*heading_marks)};
}

}  // namespace treatygraph::queries
