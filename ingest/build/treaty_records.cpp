// One pass over the structure makes a node for each provision and a HAS_PART to its parent. Then come references, cited
// parts that the file does not contain, and the facts of the classifier. The slug is not known yet, so keys contain
// kOwnSlug, and citations of other instruments stay open (OpenCitation). Positions are bytes in the document and
// characters in the records, because clients count characters.

#include "ingest/build/treaty_records.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include <fmt/format.h>

#include "graph/key.h"
#include "graph/vocabulary.h"
#include "ingest/build/document_evidence.h"
#include "ingest/classification/fact_records.h"
#include "ingest/records/provision_record.h"
#include "ingest/text/lines.h"

namespace treatygraph::ingest {
namespace {

class TreatyRecords {
 public:
  explicit TreatyRecords(const Document& document) : document_(document), own_(document.structure) {
    out_.document = document.name;
    for (const auto& provision : document.structure) printed_.insert(provision.eid);
  }

  OpenRecords make(const std::vector<Reference>& references) {
    add_treaty();
    for (std::size_t i = 0; i < document_.structure.size(); ++i) add_provision(i);
    // The treaty's node comes first, then the provisions in the order of the structure.
    const auto first_provision = out_.records.nodes.size() - document_.structure.size();
    for (const auto& reference : references) {
      add_reference(reference, first_provision + reference.from);
    }
    add_absent_parts();
    const auto found = classify(document_, own_);
    const auto reaches = reaches_of(document_, own_, found, references);
    const auto nodes = out_.records.nodes.size();
    const auto relationships = out_.records.relationships.size();
    add_facts(document_, slug_, found, reaches, first_provision, out_.records);
    add_places(document_, nodes, relationships, out_.records);
    return std::move(out_);
  }

 private:
  /// Provenance: extracted from this document.
  [[nodiscard]] Properties why(std::string_view confidence) const { return extracted(confidence, document_.name); }

  [[nodiscard]] std::string key_of(std::size_t provision) const {
    return provision_key(slug_, document_.structure[provision].eid);
  }

  /// The number of characters before a byte.
  [[nodiscard]] std::int64_t character(std::size_t byte) const {
    return static_cast<std::int64_t>(document_.map.character_at(byte, document_.text.data()));
  }

  /// Adds the page, if the format has pages, so that evidence can be looked up in print.
  [[nodiscard]] Properties on_page(Properties properties, std::size_t byte) const {
    const auto page = document_.map.page_at(byte, document_.text.data());
    if (page) set_property(properties, "page", static_cast<std::int64_t>(*page));
    return properties;
  }

  void add_treaty() {
    const auto title = document_.title.empty() ? slug_ : document_.title;
    auto properties = with(why("high"), {{"slug", slug_}, {"title", title}, {"loaded", true}});
    out_.records.nodes.push_back({treaty_key(slug_),
                                  {std::string(label::kTreaty)},
                                  with(with(std::move(properties), document_.properties), of_document(document_))});
  }

  /// The words of the provision without those of its parts. Only pieces that begin before byte `before` are taken.
  [[nodiscard]] std::string own_words(std::size_t i, std::size_t before = std::string::npos) const {
    std::string words;
    for (const auto& [first, last] : own_.of(i)) {
      if (first >= before) break;
      const auto piece = fold(std::string_view(document_.text).substr(first, last - first));
      if (!piece.empty()) words += (words.empty() ? "" : " ") + piece;
    }
    return words;
  }

  void add_provision(std::size_t i) {
    const auto& provision = document_.structure[i];
    auto record = provision_record(slug_, provision.eid);
    record.properties = with(with(std::move(record.properties), why("high")), {{"num", provision.num},
                                                                               {"heading", provision.heading},
                                                                               {"text", own_words(i)},
                                                                               {"start", character(provision.start)},
                                                                               {"end", character(provision.end)}});
    record.properties = on_page(std::move(record.properties), provision.start);
    note_recognition(provision, record.properties);
    const auto whole = provision.parent == kNone ? treaty_key(slug_) : key_of(provision.parent);
    auto part = has_part(whole, record.key, ++parts_of_[whole], why("high"));
    part.properties = with(std::move(part.properties), {{std::string(property::kTextBefore), text_before(provision)}});
    out_.records.relationships.push_back(std::move(part));
    out_.records.nodes.push_back(std::move(record));
  }

  /// Words that were recognised in images may be wrong, so their confidence is stored.
  void note_recognition(const Provision& provision, Properties& properties) const {
    constexpr double kHigh = 0.95;
    constexpr double kMedium = 0.85;
    const auto sure = document_.recognition_confidence(provision);
    if (!sure) return;
    set_property(properties, property::kBasis, "ocr");
    set_property(properties, property::kConfidence, *sure >= kHigh ? "high" : *sure >= kMedium ? "medium" : "low");
    set_property(properties, "ocr_confidence", std::round(*sure * 1'000) / 1'000);
  }

  /// The number of characters of the parent's own words that come before a part, so that the text can be put together
  /// again. Empty if all of them are before it, which is the usual case.
  [[nodiscard]] PropertyValue text_before(const Provision& part) const {
    if (part.parent == kNone || own_.of(part.parent).empty()) return {};
    if (own_.of(part.parent).back().first < part.start) return {};
    const auto words = own_words(part.parent, part.start);
    if (words.size() == own_words(part.parent).size()) return {};
    // Counts characters: bytes that do not continue one in UTF-8.
    return std::int64_t{std::ranges::count_if(words, [](char c) { return (c & 0xC0) != 0x80; })};
  }

  /// `from` is the position of the citing node.
  void add_reference(const Reference& reference, std::size_t from) {
    switch (reference.scope) {
      case Reference::Scope::Internal:
        for (const auto target : reference.targets) relate(reference, key_of(target), end_of(reference, target));
        for (const auto& eid : reference.elsewhere) {
          relate(reference, provision_key(slug_, eid), {{"provision", reference.quote}});
        }
        return;
      case Reference::Scope::External:
        return add_external(reference, from);
      // Either a part that is not printed, which gets a node, or words without a target.
      case Reference::Scope::Unresolved:
        return reference.absent_parts.empty()
                   ? note_unresolved(fmt::format("{} (no such {})", reference.quote, name_of(reference.missing)), from)
                   : add_to_absent_parts(reference);
    }
  }

  /// Relates to a part that the file does not contain, such as an annex published separately, so that all citations of
  /// it can be found at one node.
  void add_to_absent_parts(const Reference& reference) {
    for (const auto& eid : reference.absent_parts) {
      if (!printed_.contains(eid)) absent_parts_.emplace(eid, &reference);
      relate(reference, provision_key(slug_, eid), {{"provision", reference.quote}});
    }
  }

  /// Makes a node for each of these parts. It is not loaded, and its evidence is the first citation.
  void add_absent_parts() {
    for (const auto& [eid, reference] : absent_parts_) {
      auto record = provision_record(slug_, eid);
      record.properties =
          on_page(with(with(std::move(record.properties), why("medium")), {{"loaded", false},
                                                                           {"quote", reference->quote},
                                                                           {"start", character(reference->start)},
                                                                           {"end", character(reference->end)}}),
                  reference->start);
      const auto whole = treaty_key(slug_);
      out_.records.relationships.push_back(has_part(whole, record.key, ++parts_of_[whole], why("medium")));
      out_.records.nodes.push_back(std::move(record));
    }
  }

  /// Keeps the words with their provision, since there is no target.
  void note_unresolved(std::string said, std::size_t from) {
    out_.citations.push_back({from, out_.records.relationships.size(), {}, std::move(said), {}, {}});
  }

  /// Keeps the name open: which treaty it means depends on the other sources.
  void add_external(const Reference& reference, std::size_t from) {
    Properties more = {{"provision", reference.provision}, {"implied", reference.is_implied}};
    if (reference.has_no_end) set_property(more, "open_ended", true);
    OpenCitation citation{from, out_.records.relationships.size(), reference.name_of_instrument(), reference.quote,
                          {},   properties_of(reference, more)};
    for (const auto& eid : reference.cited) citation.cited.push_back(eid.to_string());
    out_.citations.push_back(std::move(citation));
  }

  /// Marks the targets of "articles 3 et seq.", of which the words do not say how many are meant.
  static Properties end_of(const Reference& reference, std::size_t target) {
    const auto& open = reference.open_ended;
    if (std::ranges::find(open, target) == open.end()) return {};
    return {{"open_ended", true}};
  }

  void relate(const Reference& reference, const std::string& to, const Properties& more) {
    out_.records.relationships.push_back(
        {std::string(type::kRefersTo), key_of(reference.from), to, properties_of(reference, more)});
  }

  /// Confidence is medium if something about the target is uncertain (`more`).
  [[nodiscard]] Properties properties_of(const Reference& reference, const Properties& more) const {
    auto properties = with(why(more.empty() ? "high" : "medium"), {{"mode", reference.mode},
                                                                   {"quote", reference.quote},
                                                                   {"start", character(reference.start)},
                                                                   {"end", character(reference.end)}});
    if (reference.amends) set_property(properties, "amends", true);
    if (reference.describes) set_property(properties, "describes", true);
    if (!reference.unreached.empty()) set_property(properties, "unreached", reference.unreached);
    if (reference.mode == kAppliesTo) {
      const std::string applied(reference.cited_applies ? kAppliedCited : kAppliedCiting);
      properties = with(std::move(properties), {{std::string(property::kApplied), applied}});
    }
    return on_page(with(std::move(properties), more), reference.start);
  }

  const Document& document_;
  const OwnWords own_;
  const std::string slug_{kOwnSlug};
  OpenRecords out_;
  std::map<std::string, std::int64_t> parts_of_;
  std::set<Eid> printed_;
  std::map<Eid, const Reference*> absent_parts_;  ///< with the first citing provision
};

}  // namespace

OpenRecords open_records_of(const Document& document, const std::vector<Reference>& references) {
  return TreatyRecords(document).make(references);
}

SourceRecords records_of(const Document& document, const std::vector<Reference>& references, const std::string& slug,
                         const InstrumentRegistry& registry) {
  return close(open_records_of(document, references), slug, registry).records;
}

}  // namespace treatygraph::ingest
