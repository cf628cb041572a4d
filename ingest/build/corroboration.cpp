// A person who makes a dataset and the classifier rarely give a fact the same name or exactly the same provision, so
// facts are matched approximately:
// 1. For each type of fact, all pairs are made that may be the same fact: about the same provision, or about one inside
//    the other. Safeguards must also share a word of their names, because one article often has several. Terms match by
//    the words of their names alone, wherever they are defined.
// 2. The pairs are taken greedily, best first: same provision, then most shared words. The first pass matches one to
//    one; the second joins what is left, for example two curated facts that the text states in one sentence.
// 3. Extracted nodes with a match are removed, and their relationships lead to the curated node.
// 4. USES and CONDITIONS are compared afterwards, when both sides use the same keys.

#include "ingest/build/corroboration.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

#include <fmt/format.h>

#include "graph/property.h"
#include "graph/vocabulary.h"

namespace treatygraph::ingest {
namespace {

/// Relationships from a provision to the fact that it creates.
constexpr std::array kCreating = {type::kEstablishes, type::kGrants, type::kProvides, type::kDefines};

/// Whether a provision is inside another: "lakes:art_5__para_1" is in "lakes:art_5", but "lakes:art_51" is not.
bool is_in(std::string_view part, std::string_view whole) {
  return part.starts_with(whole) && part.substr(whole.size()).starts_with("__");
}

bool is_related(std::string_view a, std::string_view b) {
  return a == b || is_in(a, b) || is_in(b, a);
}

/// The words of a fact's key, without a plural "s": "uncc:safeguard.limits-of-scope" has "limit" and "scope". An eId at
/// the end, which only keeps keys apart, is not part of the name.
std::set<std::string, std::less<>> words_of(std::string_view key) {
  static const std::set<std::string_view> kThin = {"of", "the", "and", "a", "an", "for", "to", "in", "on", "or", "by"};
  std::set<std::string, std::less<>> words;
  for (auto rest = key.substr(key.find('.') + 1); !rest.empty();) {
    auto word = rest.substr(0, rest.find('-'));
    rest.remove_prefix(std::min(word.size() + 1, rest.size()));
    if (word.starts_with("art_")) break;
    if (word.size() > 3 && word.ends_with('s')) word.remove_suffix(1);
    if (!word.empty() && !kThin.contains(word)) words.emplace(word);
  }
  return words;
}

std::size_t shared_words(std::string_view a, std::string_view b) {
  const auto left = words_of(a);
  const auto right = words_of(b);
  return static_cast<std::size_t>(std::ranges::count_if(left, [&](const auto& word) { return right.contains(word); }));
}

/// A fact in a report.
std::string line_of(const RelationshipRecord& r) {
  return fmt::format("{} {} {}", r.from, r.type, r.to);
}

class Corroboration {
 public:
  Corroboration(GraphRecords& dataset, GraphRecords& text, const std::string& slug, Findings& findings)
      : dataset_(dataset), text_(text), prefix_(slug + ":"), findings_(findings) {
    for (std::size_t i = 0; i < text.nodes.size(); ++i) text_nodes_.emplace(text.nodes[i].key, i);
    for (std::size_t i = 0; i < dataset.nodes.size(); ++i) dataset_nodes_.emplace(dataset.nodes[i].key, i);
  }

  void run() {
    for (const auto relationship_type : kCreating) meet(relationship_type);
    keep_keys_apart();
    lead_to_curated();
    meet_uses_and_conditions();
  }

 private:
  using Places = std::vector<std::size_t>;

  /// A curated and an extracted relationship that may state the same fact.
  struct Pair {
    bool is_exact;
    std::size_t shared;
    std::size_t curated, extracted;  ///< positions of relationships on each side
  };

  /// Positions of the relationships of this type that start at the treaty's provisions.
  [[nodiscard]] Places of_type(const GraphRecords& records, std::string_view relationship_type) const {
    Places places;
    for (std::size_t i = 0; i < records.relationships.size(); ++i) {
      const auto& r = records.relationships[i];
      if (r.type == relationship_type && r.from.starts_with(prefix_)) places.push_back(i);
    }
    return places;
  }

  [[nodiscard]] const RelationshipRecord& curated(std::size_t i) const { return dataset_.relationships[i]; }
  [[nodiscard]] const RelationshipRecord& extracted(std::size_t i) const { return text_.relationships[i]; }

  /// All possible pairs, the best first: the same provision, then most words in common, then the order of the records.
  [[nodiscard]] std::vector<Pair> pairs(std::string_view relationship_type, const Places& said,
                                        const Places& read) const {
    std::vector<Pair> all;
    for (const auto c : said) {
      for (const auto e : read) {
        const auto shared = shared_words(curated(c).to, extracted(e).to);
        const bool related = is_related(curated(c).from, extracted(e).from);
        const bool may_be = relationship_type == type::kDefines ? words_of(curated(c).to) == words_of(extracted(e).to)
                            : relationship_type == type::kProvides ? related && shared > 0
                                                                   : related;
        if (may_be) all.push_back({curated(c).from == extracted(e).from, shared, c, e});
      }
    }
    std::ranges::stable_sort(all, [](const Pair& a, const Pair& b) {
      return std::tuple(!a.is_exact, b.shared, a.curated, a.extracted) <
             std::tuple(!b.is_exact, a.shared, b.curated, b.extracted);
    });
    return all;
  }

  /// Matches the facts of one type, and lists those that are without a match.
  void meet(std::string_view relationship_type) {
    const auto said = of_type(dataset_, relationship_type);
    const auto read = of_type(text_, relationship_type);
    std::unordered_set<std::size_t> confirmed;
    const auto all = pairs(relationship_type, said, read);
    // Matches one to one first; the rest then joins facts on containing or contained provisions.
    for (const bool one_to_one : {true, false}) {
      for (const auto& pair : all) {
        const auto& key = extracted(pair.extracted).to;
        const bool is_free = !confirmed.contains(pair.curated) && !curated_for_.contains(key);
        const bool is_left = !confirmed.contains(pair.curated) || !curated_for_.contains(key);
        if (one_to_one ? !is_free : !is_left) continue;
        if (confirmed.insert(pair.curated).second) confirm(pair);
        curated_for_.emplace(key, curated(pair.curated).to);
      }
    }
    for (const auto e : read) {
      if (!curated_for_.contains(extracted(e).to)) findings_.adds.push_back(line_of(extracted(e)));
    }
    for (const auto c : said) {
      const bool is_in_text = text_nodes_.contains(curated(c).from);
      if (!confirmed.contains(c) && is_in_text) {
        // Facts on provisions that the text does not have are not contradicted; they are beyond the text.
        findings_.contradicts.push_back(line_of(curated(c)) + ": the text has no such words");
      }
    }
  }

  /// Marks the curated fact. Only a term can be found elsewhere, since its name matches alone; the text then decides
  /// which provision defines it.
  void confirm(const Pair& pair) {
    auto& said = dataset_.relationships[pair.curated];
    const auto& read = extracted(pair.extracted);
    const bool elsewhere = !is_related(said.from, read.from);
    if (elsewhere) {
      findings_.contradicts.push_back(fmt::format("{}: in the text, {} does", line_of(said), read.from));
    } else {
      findings_.confirms.push_back(line_of(said));
    }
    mark(said.properties, read);
    const auto node = dataset_nodes_.find(said.to);
    if (node != dataset_nodes_.end()) mark(dataset_.nodes[node->second].properties, read);
    if (elsewhere) said.from = read.from;  // the text decides
  }

  /// Copies the evidence of the text to a curated record.
  static void mark(Properties& properties, const RelationshipRecord& read) {
    set_property(properties, "corroborated", true);
    set_property(properties, "corroborated_by", text_of(read.properties, property::kSource));
    for (const auto name : {property::kQuote, property::kStart, property::kEnd, std::string_view("rule")}) {
      const auto* value = find_property(read.properties, name);
      if (value != nullptr) set_property(properties, name, *value);
    }
  }

  /// If a curated fact of another provision already has the name of an extracted one, the provision is added to the
  /// name.
  void keep_keys_apart() {
    for (const auto relationship_type : kCreating) {
      for (const auto e : of_type(text_, relationship_type)) {
        const auto& read = extracted(e);
        if (curated_for_.contains(read.to) || !dataset_nodes_.contains(read.to)) continue;
        renamed_.emplace(read.to, fmt::format("{}-{}", read.to, read.from.substr(prefix_.size())));
      }
    }
  }

  /// The key that replaces the key of an extracted node.
  [[nodiscard]] const std::string& now_called(const std::string& key) const {
    const auto curated = curated_for_.find(key);
    if (curated != curated_for_.end()) return curated->second;
    const auto renamed = renamed_.find(key);
    return renamed != renamed_.end() ? renamed->second : key;
  }

  /// Removes the extracted nodes that have a curated match, and changes all ends that named them.
  void lead_to_curated() {
    const auto has_gone = [&](const std::string& key) { return curated_for_.contains(key); };
    std::erase_if(text_.nodes, [&](const NodeRecord& node) { return has_gone(node.key); });
    for (auto& node : text_.nodes) node.key = now_called(node.key);
    std::erase_if(text_.relationships, [&](const RelationshipRecord& r) {
      return std::ranges::find(kCreating, r.type) != kCreating.end() && has_gone(r.to);
    });
    for (auto& r : text_.relationships) {
      r.from = now_called(r.from);
      r.to = now_called(r.to);
    }
  }

  /// Removes extracted USES and CONDITIONS that the dataset also has, after marking those. The rule "stands-in" gives a
  /// safeguard the reach of the article that contains it. This is a guess, so it is dropped for a curated safeguard,
  /// which states its own reach.
  void meet_uses_and_conditions() {
    std::map<std::pair<std::string_view, std::string_view>, Places> said;
    for (const auto relationship_type : {type::kUses, type::kConditions}) {
      for (const auto c : of_type(dataset_, relationship_type))
        said[{curated(c).type, key_other_end(curated(c))}].push_back(c);
    }
    std::set<std::tuple<std::string, std::string, std::string>> seen;
    std::erase_if(text_.relationships, [&](const RelationshipRecord& read) {
      if (read.type != type::kUses && read.type != type::kConditions) return false;
      const bool says_less = text_of(read.properties, "rule") == "stands-in" && dataset_nodes_.contains(read.from);
      if (says_less || !seen.emplace(read.type, read.from, read.to).second) return true;
      const auto same = said.find({read.type, key_other_end(read)});
      return same != said.end() && confirms_one_of(same->second, read);
    });
  }

  /// The term of USES, the safeguard of CONDITIONS.
  [[nodiscard]] static std::string_view key_other_end(const RelationshipRecord& r) {
    return r.type == type::kUses ? r.to : r.from;
  }
  [[nodiscard]] static std::string_view key_this_end(const RelationshipRecord& r) {
    return r.type == type::kUses ? r.from : r.to;
  }

  /// Marks the curated relationships that `read` confirms. A use in a paragraph confirms a curated use in its article,
  /// but only an equal relationship makes `read` superfluous.
  bool confirms_one_of(const Places& said, const RelationshipRecord& read) {
    bool is_same = false;
    for (const auto c : said) {
      auto& known = dataset_.relationships[c];
      const auto here = key_this_end(read);
      const auto there = key_this_end(known);
      if (here != there && !(read.type == type::kUses && is_in(here, there))) continue;
      is_same = is_same || here == there;
      if (find_property(known.properties, "corroborated") != nullptr) continue;
      mark(known.properties, read);
      findings_.confirms.push_back(line_of(known));
    }
    return is_same;
  }

  GraphRecords& dataset_;
  GraphRecords& text_;
  std::string prefix_;
  Findings& findings_;
  /// Positions of nodes by key, as they were before any were removed.
  std::unordered_map<std::string, std::size_t> text_nodes_, dataset_nodes_;
  std::unordered_map<std::string, std::string> curated_for_;  ///< by the key of the extracted node
  std::unordered_map<std::string, std::string> renamed_;
};

}  // namespace

void corroborate(GraphRecords& dataset, GraphRecords& text, const std::string& slug, Findings& findings) {
  Corroboration(dataset, text, slug, findings).run();
}

}  // namespace treatygraph::ingest
