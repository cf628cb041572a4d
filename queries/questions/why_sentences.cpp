#include "queries/questions/why_sentences.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "graph/ascii.h"
#include "graph/eid.h"
#include "graph/vocabulary.h"
#include "queries/treaty/titles.h"
#include "queries/treaty/versions.h"

namespace treatygraph::queries {
namespace {

/// The verb of a relationship type.
struct Verb {
  std::string_view type;
  std::string_view words;
};
/// Types whose names do not read well in a sentence.
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

/// "SUBJECT_TO" as "subject to".
std::string in_words(std::string_view name) {
  std::string words;
  for (const char c : name) words += c == '_' ? ' ' : lower(c);
  return words;
}

/// Types without a verb are read as they are named.
std::string verb_of(std::string_view type) {
  const auto* found = std::ranges::find(kVerbs, type, &Verb::type);
  return found == kVerbs.end() ? in_words(type) : std::string(found->words);
}

/// "article 35(1)(c)", "chapter IV": short enough to occur twice in a sentence.
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

/// `beside`: a node of the same treaty as `beside` is named without the treaty.
std::string name_in_sentence(const Graph& graph, NodeId node, std::string_view beside) {
  const auto eid = Eid::parse(graph.string(node, property::kEid));
  if (!eid || eid->empty()) {
    const auto label = graph.labels_of(node).empty() ? "" : graph.labels().name(graph.labels_of(node).front());
    // Names of things do not say what they are; titles of treaties do.
    const bool is_thing =
        label == label::kOffence || label == label::kPower || label == label::kSafeguard || label == label::kTerm;
    return is_thing ? fmt::format("the {} “{}”", in_words(label), title_of(graph, node)) : title_of(graph, node);
  }
  const auto version = version_of_key(graph.key(node));
  return version == beside ? cited(*eid) : fmt::format("{} of {}", cited(*eid), version);
}

/// What a relationship without quoted words is based on: basis, confidence and source.
std::string grounds_of(const Graph& graph, RelationshipId relationship) {
  const auto basis = graph.string(relationship, property::kBasis);
  const auto source = graph.string(relationship, property::kSource);
  const auto confidence = graph.string(relationship, property::kConfidence);
  auto grounds = basis.empty() ? std::string("basis not recorded") : std::string(basis);
  if (!confidence.empty()) grounds += fmt::format(", confidence {}", confidence);
  if (!source.empty()) grounds += fmt::format(", source: {}", source);
  return grounds;
}

/// The verb for a reference, by its mode.
std::string verb_of(const Graph& graph, RelationshipId relationship) {
  const auto mode = graph.string(relationship, property::kMode);
  if (mode == kAppliesTo) {
    return graph.string(relationship, property::kApplied) == kAppliedCited ? "concerns the application of"
                                                                           : "applies to";
  }
  if (mode == "notwithstanding") return "prevails over";
  return verb_of(graph.types().name(graph.type(relationship)));
}

/// The quoted words of a relationship with its mode or relation, or its grounds.
std::string words_relating(const Graph& graph, RelationshipId relationship) {
  const auto quote = graph.string(relationship, property::kQuote);
  auto words = quote.empty() ? std::string(": no words are recorded") : fmt::format(": “{}”", quote);
  const auto mode = in_words(graph.string(relationship, property::kMode));
  const auto said = mode.empty() ? in_words(graph.string(relationship, property::kRelation)) : mode;
  if (!said.empty()) words += fmt::format(" ({})", said);
  if (quote.empty()) words += fmt::format(" [{}]", grounds_of(graph, relationship));
  return words;
}

/// How `written`, an end of a reference, relates to `read`, the reached node; empty if they are the same.
std::string belonging(const Graph& graph, NodeId written, NodeId read, std::string_view beside) {
  if (written == read) return "";
  const auto name = name_in_sentence(graph, read, beside);
  if (graph.subtree(read).contains(written)) return fmt::format(", a part of {}", name);
  if (!graph.subtree(written).contains(read)) return "";
  return fmt::format(", which contains {}", name);
}

/// `about_source`, `about_target`: text after the name of each end.
std::string sentence(const Graph& graph, RelationshipId relationship, std::string about_source,
                     std::string_view about_target) {
  const auto from = graph.source(relationship);
  const auto of = version_of_key(graph.key(from));
  // The inserted clause ends with a comma: "Article 24(4), a part of article 24, rests on ...".
  if (!about_source.empty()) about_source += ",";
  auto told = fmt::format("{}{} {} {}{}", name_in_sentence(graph, from, of), about_source, verb_of(graph, relationship),
                          name_in_sentence(graph, graph.target(relationship), of), about_target);
  // A sentence begins with a capital, also if it begins with the name of a kind.
  if (told[0] >= 'a' && told[0] <= 'z') told[0] = static_cast<char>(told[0] - 'a' + 'A');
  const bool is_structure = graph.types().name(graph.type(relationship)) == type::kHasPart;
  return is_structure ? told : told + words_relating(graph, relationship);
}

}  // namespace

std::string sentence_of(const Graph& graph, RelationshipId relationship) {
  return sentence(graph, relationship, "", "");
}

/// The end that was read is the one next to hop.from; what it has to do with hop.from is said after its name.
std::string sentence_of(const Graph& graph, const DependencyHop& hop) {
  const auto source = graph.source(hop.reference);
  const auto of = version_of_key(graph.key(source));
  const auto own_end = hop.against ? graph.target(hop.reference) : source;
  const auto belongs = belonging(graph, own_end, hop.from, of);
  return hop.against ? sentence(graph, hop.reference, "", belongs) : sentence(graph, hop.reference, belongs, "");
}

Explanation told(const Graph& graph, NodeId node, std::span<const DependencyHop> chain) {
  Explanation why{node, {}};
  for (const auto& hop : chain) why.sentences.push_back(sentence_of(graph, hop));
  return why;
}

}  // namespace treatygraph::queries
