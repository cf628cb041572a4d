#include "queries/questions/why_sentences.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "graph/eid.h"
#include "graph/vocabulary.h"
#include "queries/treaty/titles.h"
#include "queries/treaty/versions.h"

namespace treatygraph::queries {
namespace {

struct Verb {
  std::string_view type;
  std::string_view words;
};
constexpr std::array kVerbs = {Verb{type::kHasPart, "contains"},
                               Verb{type::kRefersTo, "rests on"},
                               Verb{type::kEstablishes, "establishes"},
                               Verb{type::kGrants, "grants"},
                               Verb{type::kProvides, "provides"},
                               Verb{type::kConditions, "conditions"},
                               Verb{type::kDefines, "defines"},
                               Verb{type::kUses, "uses"},
                               Verb{type::kCorrespondsTo, "corresponds to"},
                               Verb{type::kAddresses, "addresses"},
                               Verb{type::kMade, "made"}};

std::string in_words(std::string_view name) {
  std::string words;
  for (const char c : name) words += c == '_' ? ' ' : static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  return words;
}

std::string verb_of(std::string_view type) {
  const auto found = std::ranges::find(kVerbs, type, &Verb::type);
  return found == kVerbs.end() ? in_words(type) : std::string(found->words);
}

/// "article 35(1)(c)", "chapter IV": short enough to stand in a sentence twice.
std::string cited(const Eid& eid) {
  std::string words;
  for (const auto& [kind, num] : eid.steps()) {
    const bool inside = kind == ProvisionKind::Paragraph || kind == ProvisionKind::Point;
    if (inside && !words.empty()) {
      words += fmt::format("({})", num);
    } else {
      words += fmt::format("{}{}{}{}", words.empty() ? "" : ", ", name_of(kind), num.empty() ? "" : " ", num);
    }
  }
  return words;
}

/// `beside`: a node of the same treaty need not say which.
std::string name_in_sentence(const Graph& graph, NodeId node, std::string_view beside) {
  const auto eid = Eid::parse(graph.string(node, property::kEid));
  if (!eid || eid->empty()) {
    const auto label = graph.labels_of(node).empty() ? "" : graph.labels().name(graph.labels_of(node).front());
    const bool is_thing =
        label == label::kOffence || label == label::kPower || label == label::kSafeguard || label == label::kTerm;
    return is_thing ? fmt::format("the {} “{}”", in_words(label), title_of(graph, node)) : title_of(graph, node);
  }
  const auto version = version_of_key(graph.key(node));
  return version == beside ? cited(*eid) : fmt::format("{} of {}", cited(*eid), version);
}

std::string grounds_of(const Graph& graph, RelationshipId relationship) {
  const auto basis = graph.string(relationship, property::kBasis);
  const auto source = graph.string(relationship, property::kSource);
  const auto confidence = graph.string(relationship, property::kConfidence);
  auto grounds = basis.empty() ? std::string("basis not recorded") : std::string(basis);
  if (!confidence.empty()) grounds += fmt::format(", confidence {}", confidence);
  if (!source.empty()) grounds += fmt::format(", source: {}", source);
  return grounds;
}

}  // namespace

std::string sentence_of(const Graph& graph, RelationshipId relationship) {
  const auto from = graph.source(relationship);
  const auto& type = graph.types().name(graph.type(relationship));
  const auto of = version_of_key(graph.key(from));
  auto sentence = fmt::format("{} {} {}", name_in_sentence(graph, from, of), verb_of(type),
                              name_in_sentence(graph, graph.target(relationship), of));
  if (sentence[0] >= 'a' && sentence[0] <= 'z') sentence[0] = static_cast<char>(sentence[0] - 'a' + 'A');
  if (type == type::kHasPart) return sentence;
  const auto quote = graph.string(relationship, property::kQuote);
  sentence += quote.empty() ? std::string(": no words are recorded") : fmt::format(": “{}”", quote);
  const auto mode = in_words(graph.string(relationship, property::kMode));
  const auto said = mode.empty() ? in_words(graph.string(relationship, property::kRelation)) : mode;
  if (!said.empty()) sentence += fmt::format(" ({})", said);
  if (quote.empty()) sentence += fmt::format(" [{}]", grounds_of(graph, relationship));
  return sentence;
}

Explanation told(const Graph& graph, NodeId node, std::span<const RelationshipId> chain) {
  Explanation why{node, {}};
  for (const auto relationship : chain) why.sentences.push_back(sentence_of(graph, relationship));
  return why;
}

}  // namespace treatygraph::queries
