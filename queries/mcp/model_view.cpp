// A model reads an answer from beginning to end and pays for every word. So the view leaves out members that repeat
// others, shortens nested lists and says by how much, and names things by key. All keys that it writes are collected,
// and the table of sources at the end explains each of them once.

#include "queries/mcp/model_view.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <vector>

#include <fmt/format.h>

#include "graph/ascii.h"
#include "queries/cypher/asking/answer_text.h"
#include "queries/formats/text/json_text.h"
#include "queries/formats/text/utf8.h"
#include "queries/questions/cite.h"
#include "queries/questions/text.h"
#include "queries/request/budget_in_force.h"
#include "queries/treaty/short_citation.h"
#include "queries/treaty/titles.h"

namespace treatygraph::queries::mcp {
namespace {

/// Limits that keep an answer within the context of a model. Quotes are in characters.
constexpr std::size_t kMostBytes = std::size_t{48} * 1'024;
constexpr std::size_t kMostInList = 200;  ///< of the answer itself; as many as the longest page of any tool
constexpr std::size_t kMostInNestedList = 25;
constexpr std::size_t kMostSources = 80;
constexpr std::size_t kLongestQuote = 300;
constexpr std::size_t kSnapshotDigits = 12;

/// Properties that are left out: they repeat the title, the citation or the sources, or are lists of names for search.
constexpr std::array<std::string_view, 16> kNeedless = {
    "eid",     "num",     "heading",  "treaty",   "ordinal",      "aliases", "names_recalled", "names_source",
    "numbers", "summary", "title_es", "title_fr", "short_titles", "iso3",    "slug",           "names_en"};

bool is_one_of(std::string_view name, std::span<const std::string_view> names) {
  return std::ranges::find(names, name) != names.end();
}

/// The beginning of the snapshot's hash, which is enough to identify it in links and cursors.
std::string_view short_snapshot(const Graph& graph) {
  return std::string_view(graph.snapshot()).substr(0, kSnapshotDigits);
}

/// Writes an answer and collects the keys that it names.
class View {
 public:
  View(std::string& out, const Graph& graph, std::string_view site) : json_(out), graph_(graph), site_(site) {}

  void write(const Map& answer, const ViewShape& shape, ViewPage page) {
    json_.begin_object().member("snapshot", graph_.snapshot());
    bool has_more = false;
    for (const auto& [name, member] : answer.entries()) {
      if (is_told_apart(name) || is_one_of(name, shape.drop) || is_one_of(name, shape.links)) continue;
      json_.key(name);
      if (is_one_of(name, shape.lists) && member.is(ValueType::List)) {
        has_more = write_page(name, member.list(), page) || has_more;
      } else {
        write_member(name, member, kMostInList);
      }
    }
    for (const auto& name : shape.links) write_links(answer, name);
    write_shown();
    write_end(answer, has_more ? fmt::format("{}.{}", short_snapshot(graph_), page.offset + page.limit) : "");
  }

 private:
  /// A line of "shown".
  struct Shown {
    std::string name;
    std::size_t from;
    std::size_t to;
    std::size_t of;
  };

  /// Members that are written at the end, or not at all, instead of in their place.
  static bool is_told_apart(std::string_view name) {
    return name == "snapshot" || name == "warnings" || name == "truncated" || name == "next_cursor" || name == "facets";
  }

  /// Writes the current page of a list. Returns whether entries follow it.
  bool write_page(std::string_view name, const ValueList& list, ViewPage page) {
    const auto begin = std::min(page.offset, list.size());
    const auto end = std::min(begin + page.limit, list.size());
    json_.begin_array();
    for (auto i = begin; i < end; ++i) write(name, list[i]);
    json_.end_array();
    if (list.size() > page.limit) shown_.push_back({std::string(name), begin + 1, end, list.size()});
    return end < list.size();
  }

  /// Writes only those links whose ends, or whose own id, were written before: links of entries on other pages are left
  /// out.
  void write_links(const Map& answer, std::string_view name) {
    const auto* list = answer.find(name);
    if (list == nullptr || !list->is(ValueType::List)) return;
    const auto named = named_;
    json_.key(name).begin_array();
    for (const auto& link : list->list()) {
      if (link.is(ValueType::Map) && belongs(link.map(), named)) write(name, link);
    }
    json_.end_array();
  }

  static bool belongs(const Map& link, const std::set<std::string, std::less<>>& named) {
    const auto is_named = [&](std::string_view member) {
      const auto* text = link.find(member);
      return text != nullptr && text->is(ValueType::String) && named.contains(text->string());
    };
    return link.find("id") != nullptr ? is_named("id") : is_named("from") && is_named("to");
  }

  void write_shown() {
    if (shown_.empty()) return;
    json_.key("shown").begin_object();
    for (const auto& [name, from, to, of] : shown_)
      json_.key(name).begin_object().member("from", from).member("to", to).member("of", of).end_object();
    json_.end_object();
  }

  void write_end(const Map& answer, const std::string& next_page) {
    json_.key("warnings").begin_array();
    if (const auto* warnings = answer.find("warnings"); warnings != nullptr && warnings->is(ValueType::List)) {
      for (const auto& warning : warnings->list()) json_.value(warning.string());
    }
    if (longest_cut_ > 0) {
      json_.value(fmt::format("lists within rows show their first {} items; the longest has {}: UNWIND it to see all",
                              kMostInNestedList, longest_cut_));
    }
    json_.end_array().key("truncated");
    const auto* truncated = answer.find("truncated");
    if (truncated != nullptr && truncated->is(ValueType::Map)) {
      write("truncated", *truncated);
    } else {
      json_.null();
    }
    json_.key("next_cursor");
    const auto* cursor = answer.find("next_cursor");
    if (!next_page.empty()) {
      json_.value(next_page);
    } else if (cursor != nullptr && cursor->is(ValueType::String) && !cursor->string().empty()) {
      json_.value(cursor->string());
    } else {
      json_.null();
    }
    write_sources();
    json_.end_object();
  }

  void write(std::string_view name, const Value& value) {
    BudgetInForce::spend();
    if (value.is(ValueType::List)) return write_list_in_list(name, value.list());
    if (value.is(ValueType::Map)) return write_map(name, value.map());
    if (value.is(ValueType::String)) name_all_in(value.string());
    cypher::write_value(json_, graph_, value, cypher::JsonShape::Own);
  }

  void write_list(std::string_view name, const ValueList& list, std::size_t most) {
    json_.begin_array();
    for (std::size_t i = 0; i < std::min(list.size(), most); ++i) write(name, list[i]);
    json_.end_array();
  }

  /// A list in a row, say: it has no member beside it that could tell how much is missing, so a warning does.
  void write_list_in_list(std::string_view name, const ValueList& list) {
    write_list(name, list, kMostInNestedList);
    longest_cut_ = std::max(longest_cut_, list.size() > kMostInNestedList ? list.size() : 0);
  }

  /// A member's value; if it is a list that is cut, a further member tells how many are missing.
  void write_member(std::string_view name, const Value& value, std::size_t most) {
    if (!value.is(ValueType::List)) return write(name, value);
    write_list(name, value.list(), most);
    if (value.list().size() > most) json_.member(fmt::format("{}_not_shown", name), value.list().size() - most);
  }

  void write_map(std::string_view name, const Map& map) {
    const bool are_properties = name == "properties";
    json_.begin_object();
    for (const auto& [member, value] : map.entries()) {
      if (are_properties && is_one_of(member, kNeedless)) continue;
      json_.key(member);
      write_member(member, value, kMostInNestedList);
    }
    json_.end_object();
  }

  /// Collects the node that a text names as its key, or the ends of a relationship in the form
  /// "uncc:art_24>REFERS_TO>uncc:art_6".
  void name_all_in(std::string_view text) {
    constexpr std::size_t kLongestName = 600;
    if (text.size() > kLongestName || text.find(':') == std::string_view::npos) return;
    if (!named_.emplace(text).second) return;
    if (const auto node = graph_.find(text)) {
      add_source(*node);
      return;
    }
    const auto first = text.find('>');
    const auto last = text.rfind('>');
    if (first == last) return;
    for (const auto end : {text.substr(0, first), text.substr(last + 1, text.find('#', last) - last - 1)}) {
      if (const auto node = graph_.find(end)) add_source(*node);
    }
  }

  void add_source(NodeId node) {
    if (std::ranges::find(sources_, node) == sources_.end()) sources_.push_back(node);
  }

  void write_sources() {
    json_.key("sources").begin_array();
    for (std::size_t i = 0; i < std::min(sources_.size(), kMostSources); ++i) write_source(sources_[i]);
    json_.end_array();
    if (sources_.size() > kMostSources) json_.member("sources_not_shown", sources_.size() - kMostSources);
  }

  void write_source(NodeId node) {
    const auto key = graph_.key(node);
    const auto cited = cite(graph_, key, {});
    json_.begin_object().member("key", key).member("cite_as", cited ? cited->plain : title_of(graph_, node));
    write_quote(node);
    if (const auto source = graph_.string(node, "source"); !source.empty()) json_.member("source", source);
    json_.member("url", permalink(graph_, site_, node)).end_object();
  }

  /// Official words are written as "quote", a summary as "summary": it is not the words of the treaty.
  void write_quote(NodeId node) {
    const auto everything = ScopeFilter::of(graph_, {});
    const auto words = first_words(graph_, node, *everything);
    const auto summary = graph_.string(node, "summary");
    if (words && !words->empty() && *words != summary && graph_.has_label(node, "Provision") &&
        *words != graph_.string(node, "heading")) {
      json_.member("quote", formats::first_characters(*words, kLongestQuote));
    } else if (!summary.empty()) {
      json_.member("summary", formats::first_characters(summary, kLongestQuote));
    }
  }

  JsonText json_;
  const Graph& graph_;
  const std::string_view site_;
  std::set<std::string, std::less<>> named_;
  std::vector<NodeId> sources_;
  std::vector<Shown> shown_;
  std::size_t longest_cut_ = 0;  ///< the length of the longest list that is cut without a member that says so
};

/// Percent-encodes a text for the path of a URL (RFC 3986, section 3.3).
std::string in_path(std::string_view text) {
  std::string encoded;
  for (const char c : text) {
    const bool is_safe = is_letter_or_digit(c) || std::string_view("-._~@:").find(c) != std::string_view::npos;
    encoded += is_safe ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return encoded;
}

}  // namespace

std::string permalink(const Graph& graph, std::string_view site, NodeId node) {
  const auto eid = graph.string(node, "eid");
  const auto slug = treaty_slug(graph, node);
  const bool is_read = (graph.has_label(node, "Provision") && !eid.empty()) || graph.has_label(node, "Treaty");
  if (site.empty()) {
    if (!is_read || slug.empty()) return fmt::format("treaty://node/{}", in_path(graph.key(node)));
    return eid.empty() ? fmt::format("treaty://{}", in_path(slug))
                       : fmt::format("treaty://{}/{}", in_path(slug), in_path(eid));
  }
  std::string path = fmt::format("/node/{}", in_path(graph.key(node)));
  if (is_read && !slug.empty()) {
    path =
        eid.empty() ? fmt::format("/read/{}", in_path(slug)) : fmt::format("/read/{}/{}", in_path(slug), in_path(eid));
  }
  return fmt::format("{}{}?snapshot={}", site, path, short_snapshot(graph));
}

std::string model_view(const Graph& graph, std::string_view site, const Map& answer, const ViewShape& shape,
                       ViewPage page) {
  for (;; page.limit /= 2) {
    std::string out;
    View(out, graph, site).write(answer, shape, page);
    if (out.size() <= kMostBytes || page.limit <= 1 || shape.lists.empty()) return out;
  }
}

}  // namespace treatygraph::queries::mcp
