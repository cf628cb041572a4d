#include "ingest/classification/fact_records.h"

#include <algorithm>
#include <set>
#include <utility>

#include <fmt/format.h>
#include <re2/re2.h>

#include "graph/key.h"
#include "graph/vocabulary.h"
#include "ingest/classification/fact_names.h"
#include "ingest/classification/obligations.h"
#include "ingest/classification/phrase_matcher.h"
#include "ingest/records/provision_record.h"
#include "ingest/text/lines.h"

namespace treatygraph::ingest {
namespace {

/// How a class of facts appears in the graph.
struct Shape {
  std::string_view label;
  std::string_view relationship;
};

Shape shape_of(FactClass fact_class) {
  switch (fact_class) {
    case FactClass::Offence:
      return {label::kOffence, type::kEstablishes};
    case FactClass::Power:
      return {label::kPower, type::kGrants};
    case FactClass::Safeguard:
      return {label::kSafeguard, type::kProvides};
    default:
      return {label::kTerm, type::kDefines};
  }
}

/// The mental element that the words require, in the form of datasets: "intent; without right".
std::string mental_element(std::string_view words) {
  static const RE2 intent(R"((?i)\b(?:intentional(?:ly)?|wilfully|willfully|knowingly)\b)");
  static const RE2 right(R"((?i)\bwithout\s+right\b|\bunlawfully\b)");
  const re2::StringPiece text(words.data(), words.size());
  std::string element = RE2::PartialMatch(text, intent) ? "intent" : "";
  if (RE2::PartialMatch(text, right)) element += element.empty() ? "without right" : "; without right";
  return element;
}

/// Adds facts to the records. Each relationship has the words as evidence, with their position in characters.
class FactRecords {
 public:
  FactRecords(const Document& document, const std::string& slug, GraphRecords& records)
      : document_(document), slug_(slug), records_(records) {}

  void add(const Fact& fact, const std::string& name) {
    const auto [label, relationship] = shape_of(fact.fact_class);
    const auto provision = key_of(fact.provision);
    const auto key = fmt::format("{}:{}", slug_, name);
    const auto why = evidence(fact.confidence, fact.rule, fact.quote);
    auto node = with(why, {{"name", title(fact)}, {"kind", fact.kind}, {"treaty", slug_}, {"provision", provision}});
    if (fact.fact_class == FactClass::Offence) node = with(std::move(node), offence_properties(fact));
    records_.nodes.push_back({key, {std::string(label)}, std::move(node)});
    records_.relationships.push_back(
        {std::string(relationship), provision, key, with(why, {{"lead", words(fact.lead)}})});
  }

  void add(const DefinedTerm& term, const std::string& name) {
    const auto provision = key_of(term.provision);
    const auto key = fmt::format("{}:{}", slug_, name);
    const auto why = evidence(term.confidence, term.rule, term.quote);
    const auto scope = term.scope == DefinedTerm::kWholeTreaty ? std::string() : key_of(term.scope);
    records_.nodes.push_back(
        {key,
         {std::string(label::kTerm)},
         with(why, {{"name", term.name}, {"treaty", slug_}, {"provision", provision}, {"scope", scope}})});
    records_.relationships.push_back({std::string(type::kDefines), provision, key, why});
    for (const auto& further : term.further) {
      records_.relationships.push_back({std::string(type::kDefines), key_of(further.provision), key,
                                        evidence(further.confidence, further.rule, further.quote)});
    }
  }

  void add(const TermUse& use, const DefinedTerm& term, const std::string& name) {
    records_.relationships.push_back({std::string(type::kUses), key_of(use.provision),
                                      fmt::format("{}:{}", slug_, name),
                                      evidence(confidence_of(use, term), rule_of(use), use.quote)});
  }

  /// Relates a safeguard to the provision that it conditions, and to the offences and powers there; `through` says by
  /// which provision. Reaches come most certain first, and only the first relationship between two nodes is kept.
  void add(const Reach& reach, const Classification& found, const std::vector<std::string>& names) {
    // Without words there is no position; add_places() takes that of the safeguard.
    auto why = reach.quote.last == 0
                   ? with(extracted(reach.confidence, document_.name), {{"rule", std::string(reach.rule)}})
                   : evidence(reach.confidence, reach.rule, reach.quote);
    if (reach.said_in != found.facts[reach.safeguard].provision) set_property(why, "said_in", key_of(reach.said_in));
    const auto whole = reach.whole == Reach::kWholeTreaty ? treaty_key(slug_) : key_of(reach.whole);
    relate_once(names[reach.safeguard], whole, why);
    set_property(why, "through", whole);
    for (const auto fact : conditioned_by(reach, document_.structure, found.facts)) {
      relate_once(names[reach.safeguard], fmt::format("{}:{}", slug_, names[fact]), why);
    }
  }

  /// An obligation is not a node, but properties of its provision.
  void note_obligation(const Fact& fact, NodeRecord& provision) const {
    provision.properties = with(std::move(provision.properties), {{"obligation", fact.kind},
                                                                  {"obligation_quote", words(fact.quote)},
                                                                  {"obligation_start", character(fact.quote.first)},
                                                                  {"obligation_end", character(fact.quote.last)}});
  }

 private:
  void relate_once(const std::string& safeguard, const std::string& to, const Properties& why) {
    const auto from = fmt::format("{}:{}", slug_, safeguard);
    if (!conditions_.emplace(from, to).second) return;
    records_.relationships.push_back({std::string(type::kConditions), from, to, why});
  }

  [[nodiscard]] std::string key_of(std::size_t provision) const {
    return provision_key(slug_, document_.structure[provision].eid);
  }

  [[nodiscard]] std::int64_t character(std::size_t byte) const {
    return static_cast<std::int64_t>(document_.map.character_at(byte, document_.text.data()));
  }

  /// The words of a range, with single spaces.
  [[nodiscard]] std::string words(WordsRange range) const {
    return fold(std::string_view(document_.text).substr(range.first, range.last - range.first));
  }

  /// The provenance of a fact: the rule that found it, the words and their position.
  [[nodiscard]] Properties evidence(std::string_view confidence, std::string_view rule, WordsRange quote) const {
    return with(extracted(confidence, document_.name), {{"rule", std::string(rule)},
                                                        {"quote", words(quote)},
                                                        {"start", character(quote.first)},
                                                        {"end", character(quote.last)}});
  }

  /// A safeguard is called after its kind: "effective remedy".
  [[nodiscard]] std::string title(const Fact& fact) const {
    if (fact.fact_class != FactClass::Safeguard) return title_of(fact, document_.structure);
    auto name = fact.kind;
    std::ranges::replace(name, '-', ' ');
    return name;
  }

  /// A range around a phrase in which its sentence is searched. Sentences are shorter than this.
  [[nodiscard]] WordsRange near(WordsRange phrase) const {
    constexpr std::size_t kFar = 2000;
    return {phrase.first - std::min(phrase.first, kFar), std::min(document_.text.size(), phrase.last + kFar)};
  }

  /// How binding the offence is ("shall consider adopting") and what intent it requires, from the sentence that creates
  /// it.
  [[nodiscard]] Properties offence_properties(const Fact& fact) const {
    const auto phrase = fact.lead.last > fact.lead.first ? fact.lead : fact.quote;
    const auto sentence = sentence_around(document_.text, phrase, near(phrase));
    const auto modality = modality_of(document_.text, {sentence.first, phrase.last});
    return {{"obligation", modality ? std::string(modality->name) : std::string()},
            {"mental_element", mental_element(words(sentence))}};
  }

  const Document& document_;
  const std::string& slug_;
  GraphRecords& records_;
  std::set<std::pair<std::string, std::string>> conditions_;
};

}  // namespace

void add_facts(const Document& document, const std::string& slug, const Classification& found,
               const std::vector<Reach>& reaches, std::size_t first_provision, GraphRecords& records) {
  FactRecords facts(document, slug, records);
  for (const auto& fact : found.obligations) {
    facts.note_obligation(fact, records.nodes[first_provision + fact.provision]);
  }
  const auto names = names_of(found.facts, document.structure);
  for (std::size_t i = 0; i < found.facts.size(); ++i) facts.add(found.facts[i], names[i]);
  for (const auto& reach : reaches) facts.add(reach, found, names);
  const auto terms = names_of(found.terms, document.structure);
  for (std::size_t i = 0; i < found.terms.size(); ++i) facts.add(found.terms[i], terms[i]);
  for (const auto& use : found.uses) facts.add(use, found.terms[use.term], terms[use.term]);
}

}  // namespace treatygraph::ingest
