// A provision's own words are stored as one text without the words of its parts. Where a part was cut out is told by
// the property text_before of its HAS_PART: the number of characters of the whole's words that precede the part.
// Outline walks the subtree once and turns these numbers into entries, in reading order: an article's first words, its
// points, words between them, and the words after the last. EntryReader then reads the words of the entries of one
// page.

#include "queries/questions/text.h"

#include <algorithm>
#include <limits>

#include <fmt/format.h>

#include "graph/ascii.h"
#include "graph/eid.h"
#include "graph/key.h"
#include "graph/vocabulary.h"
#include "queries/questions/text_marks.h"
#include "queries/request/find_node.h"
#include "queries/request/is_loaded.h"
#include "queries/treaty/short_citation.h"

namespace treatygraph::queries {
namespace {

/// The length of a preview: a few lines below a citation.
constexpr std::size_t kNoteBytes = 300;
constexpr auto kToTheEnd = std::numeric_limits<std::size_t>::max();

/// An entry before its words are read: characters [first, last) of its provision's own words.
struct Outlined {
  NodeId node;
  TextEntry::Place place;
  std::uint32_t depth;
  std::size_t first = 0;
  std::size_t last = kToTheEnd;
};

/// The entries of a subtree, in document order.
class Outline {
 public:
  Outline(const Graph& graph, const ScopeFilter& scope_filter, Budget& budget)
      : graph_(graph), scope_filter_(scope_filter), budget_(budget), has_part_(graph.types().find(type::kHasPart)) {
    if (has_part_) text_before_ = graph.properties().find(property::kTextBefore);
  }

  /// False if the budget ran out.
  bool read(NodeId of) {
    const auto inside = graph_.subtree(of);
    bool went_on = true;
    for (auto node = inside.first; went_on && node < inside.last; went_on = budget_.spend()) {
      close_until(node);
      // A hidden provision is left out with its parts.
      if (!scope_filter_.sees(node)) {
        node = graph_.subtree(node).last;
        continue;
      }
      enter(node);
      node = NodeId{static_cast<std::uint32_t>(node) + 1};
    }
    close_until(inside.last);
    return went_on;
  }

  [[nodiscard]] const std::vector<Outlined>& entries() const { return entries_; }

 private:
  /// A provision whose parts are being read.
  struct Open {
    NodeId node;
    NodeId last;  ///< one after its last part
    std::uint32_t depth;
    std::size_t entry;                   ///< its latest part
    std::size_t characters = kToTheEnd;  ///< characters of its words used so far
  };

  /// Opens a provision. A treaty has no words of its own and no entry.
  void enter(NodeId node) {
    const bool is_treaty = graph_.has_label(node, label::kTreaty);
    const auto depth = open_.empty() ? 0U : open_.back().depth + 1;
    if (!open_.empty()) give_words_before(node);
    open_.push_back({node, graph_.subtree(node).last, depth, entries_.size(), kToTheEnd});
    if (!is_treaty) entries_.push_back({node, TextEntry::Place::Itself, depth});
  }

  /// Emits the words of the open provisions that precede their part `node`.
  void give_words_before(NodeId node) {
    auto& whole = open_.back();
    if (graph_.has_label(whole.node, label::kTreaty)) return;
    const auto before = text_before(node);
    // The first part ends the whole's own entry, unless the data do not say where.
    if (whole.characters == kToTheEnd && whole.entry < entries_.size() && entries_[whole.entry].last == kToTheEnd &&
        entries_[whole.entry].place == TextEntry::Place::Itself) {
      entries_[whole.entry].last = before;
      whole.characters = before;
    } else if (whole.characters < before) {
      go_on(whole, TextEntry::Place::BetweenParts, before);
    }
  }

  /// Adds an entry for words of an open provision that continue after a part.
  void go_on(Open& whole, TextEntry::Place place, std::size_t last) {
    whole.entry = entries_.size();
    entries_.push_back({whole.node, place, whole.depth, whole.characters, last});
    whole.characters = last;
  }

  /// Closes provisions that do not contain `node`, with the words after their parts.
  void close_until(NodeId node) {
    while (!open_.empty() && open_.back().last <= node) {
      auto& whole = open_.back();
      if (whole.characters != kToTheEnd) go_on(whole, TextEntry::Place::BehindParts, kToTheEnd);
      open_.pop_back();
    }
  }

  /// The number of characters before a part; kToTheEnd if the data do not tell, so all words of the whole precede its
  /// parts.
  [[nodiscard]] std::size_t text_before(NodeId part) const {
    if (!text_before_) return kToTheEnd;
    const auto whole = graph_.parent(part);
    for (const auto hop : graph_.in(part, *has_part_)) {
      if (hop.node != whole) continue;
      const auto value = graph_.property(hop.relationship, *text_before_);
      const auto* count = std::get_if<std::int64_t>(&value);
      if (count != nullptr && *count >= 0) return static_cast<std::size_t>(*count);
    }
    return kToTheEnd;
  }

  const Graph& graph_;
  const ScopeFilter& scope_filter_;
  Budget& budget_;
  std::optional<TypeId> has_part_;
  std::optional<PropertyId> text_before_;
  std::vector<Open> open_;
  std::vector<Outlined> entries_;
};

/// At most kNoteBytes, cut between words and never inside a character of UTF-8, with an ellipsis.
std::string beginning_of(std::string text) {
  if (text.size() <= kNoteBytes) return text;
  const auto space = text.rfind(' ', kNoteBytes);
  text.resize(space == std::string::npos ? kNoteBytes : space);
  while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xC0U) == 0x80U) text.pop_back();
  if (!text.empty() && static_cast<unsigned char>(text.back()) >= 0xC0U) text.pop_back();
  while (!text.empty() && (text.back() == ' ' || text.back() == ',')) text.pop_back();
  return text + " …";
}

/// "2." before a paragraph, "(a)" before a point; nothing before other provisions.
std::string printed_before(const Graph& graph, NodeId node) {
  const auto num = std::string(graph.string(node, property::kNum));
  if (num.empty()) return {};
  if (graph.has_label(node, label::kParagraph)) return num + ". ";
  return graph.has_label(node, label::kPoint) || graph.has_label(node, label::kRecital) ? "(" + num + ") " : "";
}

/// The byte offset of character `count` of `text`.
std::size_t byte_at(std::string_view text, std::size_t count) {
  if (count == kToTheEnd) return text.size();
  std::size_t byte = 0;
  while (byte < text.size()) {
    const bool begins = (static_cast<unsigned char>(text[byte]) & 0xC0U) != 0x80U;
    if (begins && count-- == 0) break;
    ++byte;
  }
  return byte;
}

/// The words of an entry, cut from its provision's own words.
std::string_view slice(std::string_view own, const Outlined& entry) {
  const auto first = byte_at(own, entry.first);
  const auto last = byte_at(own, entry.last);
  return first < last ? own.substr(first, last - first) : std::string_view();
}

/// Reads the words of entries, with their marks. It keeps those of the last provision, whose entries often follow each
/// other.
class EntryReader {
 public:
  EntryReader(const Graph& graph, const ScopeFilter& scope_filter) : graph_(graph), marker_(graph, scope_filter) {}

  /// Marks are found in all words of the provision and moved to the part of them that is in the entry.
  Result<TextEntry> read(const Outlined& outlined) {
    if (const auto words = take(outlined.node); !words) return fail(words.error());
    TextEntry entry{outlined.node, outlined.place, outlined.depth, {}, are_, {}, {}};
    const auto words = trimmed(slice(words_, outlined));
    const auto first = static_cast<std::size_t>(words.data() == nullptr ? 0 : words.data() - words_.data());
    const auto last = first + words.size();
    entry.words = words;
    if (outlined.place == TextEntry::Place::Itself) entry.heading_marks = marks_.heading;
    for (const auto& mark : marks_.words) {
      if (mark.begin < first || mark.end > last) continue;
      entry.marks.push_back(mark);
      entry.marks.back().begin -= first;
      entry.marks.back().end -= first;
    }
    return entry;
  }

 private:
  /// Without a text, the summary is given instead, marked as such; but not if the parts have text.
  Result<void> take(NodeId node) {
    if (node_ == node) return {};
    auto text = graph_.text(node);
    if (!text) return fail(text.error());
    words_ = std::move(*text);
    are_ = words_.empty() ? WordsAre::None : WordsAre::Text;
    if (words_.empty()) {
      const auto spoken = parts_have_text(node);
      if (!spoken) return fail(spoken.error());
      if (!*spoken) words_ = graph_.string(node, property::kSummary);
      if (!words_.empty()) are_ = WordsAre::Summary;
    }
    auto marks = marker_.marks_in(node, words_);
    if (!marks) return fail(marks.error());
    marks_ = std::move(*marks);
    node_ = node;
    return {};
  }

  /// An article whose paragraphs have treaty text needs no summary between them.
  [[nodiscard]] Result<bool> parts_have_text(NodeId node) const {
    if (graph_.string(node, property::kSummary).empty()) return false;
    const auto inside = graph_.subtree(node);
    for (auto part = static_cast<std::uint32_t>(node) + 1; NodeId{part} < inside.last; ++part) {
      const auto text = graph_.text(NodeId{part});
      if (!text) return fail(text.error());
      if (!text->empty()) return true;
    }
    return false;
  }

  const Graph& graph_;
  TextMarker marker_;
  std::optional<NodeId> node_;
  std::string words_;
  WordsAre are_ = WordsAre::None;
  TextMarker::Marks marks_;
};

/// Accepts a slug or a key. Things that provisions carry have no text.
Result<NodeId> find_what_is_read(const Graph& graph, std::string_view of) {
  auto node = of.find(':') == std::string_view::npos ? find_treaty(graph, of) : find_node(graph, of);
  if (!node || graph.has_label(*node, label::kTreaty) || graph.has_label(*node, label::kProvision)) return node;
  return fail(
      ErrorCode::InvalidArgument,
      fmt::format("{} is no treaty, division or provision, and has no text; expected a key such as treaty:uncc, "
                  "uncc:chp_IV or uncc:art_24",
                  of));
}

/// What two entries are together: entries without words do not count.
WordsAre together(WordsAre all, WordsAre one) {
  if (one == WordsAre::None || all == one) return all;
  return all == WordsAre::None ? one : WordsAre::Mixed;
}

/// Distinguishes treaties that are not loaded from builds without texts.
std::string why_no_words(const Graph& graph, const ProvisionText& answer) {
  if (!answer.loaded) {
    return fmt::format("{} is cited and not loaded: what it says is not known", graph.key(answer.of));
  }
  return fmt::format("neither the text nor a summary of {} is held; a build with its text has it",
                     graph.key(answer.of));
}

}  // namespace

std::string_view name_of(WordsAre are) {
  return kWordsAreNames.at(static_cast<std::size_t>(are));
}

/// Words between and after parts have kinds of their own; a provision has the kind that the data state.
std::string_view kind_of(const Graph& graph, const TextEntry& entry) {
  if (entry.place == TextEntry::Place::BetweenParts) return "continuation";
  if (entry.place == TextEntry::Place::BehindParts) return "wrap_up";
  const auto kind = graph.string(entry.node, property::kKind);
  if (!kind.empty()) return kind;
  const auto eid = Eid::parse(graph.string(entry.node, property::kEid));
  return eid ? name_of(eid->kind()) : "provision";
}

Result<ProvisionText> text_of_provisions(const Graph& graph, const TextRequest& request, Budget budget) {
  const auto of = find_what_is_read(graph, request.of);
  if (!of) return fail(of.error());
  const auto scope_filter = ScopeFilter::of(graph, request.scope);
  if (!scope_filter) return fail(scope_filter.error());
  const auto start = position_of(request.page.cursor, graph.snapshot());
  if (!start) return fail(start.error());

  ProvisionText answer;
  answer.of = *of;
  answer.treaty = graph.find(treaty_key(treaty_slug(graph, *of)));
  answer.loaded = says_loaded(graph, *of).value_or(!answer.treaty || says_loaded(graph, *answer.treaty).value_or(true));
  Outline outline(graph, *scope_filter, budget);
  if (!outline.read(*of)) answer.truncated = cut_by(budget);
  const auto& entries = outline.entries();
  answer.total = entries.size();
  EntryReader reader(graph, *scope_filter);
  auto at = std::min(*start, entries.size());
  for (; at < entries.size() && answer.hits.size() < request.page.limit; ++at) {
    auto entry = reader.read(entries[at]);
    if (!entry) return fail(entry.error());
    if (!budget.spend(1 + entry->words.size() / 64)) {
      answer.truncated = cut_by(budget);
      break;
    }
    answer.words = together(answer.words, entry->words_are);
    answer.hits.push_back(std::move(*entry));
  }
  if (at < entries.size()) {
    answer.next_cursor = cursor_at(graph.snapshot(), at);
    if (!answer.truncated) answer.truncated = next_page(answer.hits.size(), answer.total, "provisions");
  }
  if (answer.words == WordsAre::None) answer.explanation = why_no_words(graph, answer);
  return answer;
}

namespace {

/// Includes the number printed before each part.
Result<std::string> words_in_order(const Graph& graph, NodeId node, const ScopeFilter& scope_filter) {
  Budget budget;
  Outline outline(graph, scope_filter, budget);
  if (!outline.read(node)) return fail(budget.why_stopped());
  std::string words;
  for (const auto& entry : outline.entries()) {
    if (words.size() > kNoteBytes) break;
    auto text = graph.text(entry.node);
    if (!text) return text;
    const auto own = trimmed(slice(*text, entry));
    if (own.empty()) continue;
    const bool numbered = entry.node != node && entry.place == TextEntry::Place::Itself;
    words += (words.empty() ? "" : " ") + (numbered ? printed_before(graph, entry.node) : std::string());
    words += own;
  }
  return words;
}

/// The provision that defines a term; nothing if unknown.
std::optional<NodeId> definition_of(const Graph& graph, NodeId term) {
  const auto defines = graph.types().find(type::kDefines);
  const auto hops = defines ? graph.in(term, *defines) : HopRange();
  return hops.empty() ? std::nullopt : std::optional(hops[0].node);
}

}  // namespace

/// A term is previewed by its definition; a division by its heading, as its words are those of its articles.
Result<std::string> first_words(const Graph& graph, NodeId node, const ScopeFilter& scope_filter) {
  if (graph.has_label(node, label::kTerm)) {
    const auto definition = definition_of(graph, node);
    if (!definition) return std::string(graph.string(node, property::kSummary));
    node = *definition;
  }
  std::string words;
  if (!graph.has_label(node, label::kDivision) && !graph.has_label(node, label::kTreaty)) {
    auto read = words_in_order(graph, node, scope_filter);
    if (!read) return read;
    words = std::move(*read);
  }
  for (const auto name : {property::kSummary, property::kHeading, property::kTitle, property::kName}) {
    if (words.empty()) words = graph.string(node, name);
  }
  return beginning_of(std::move(words));
}

}  // namespace treatygraph::queries
