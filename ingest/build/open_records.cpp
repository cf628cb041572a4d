#include "ingest/build/open_records.h"

#include <set>
#include <string_view>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "graph/key.h"
#include "graph/vocabulary.h"
#include "ingest/records/provision_record.h"

namespace treatygraph::ingest {
namespace {

/// The title of a placeholder: the name as cited, without "the".
std::string without_article(std::string_view name) {
  for (const std::string_view article : {"the ", "The "}) {
    if (name.starts_with(article)) return std::string(name.substr(article.size()));
  }
  return std::string(name);
}

/// The words for `unresolved`, with the treaties that could be meant: "article 9 of the Charter (not said which
/// instrument: the Charter may be A, or B)".
std::string unknown_instrument(const OpenCitation& citation, const NamedTreaty& treaty) {
  const auto said = fmt::format("{} (not said which instrument", citation.quote);
  if (treaty.may_be.empty()) return said + ")";
  return fmt::format("{}: {} may be {})", said, citation.instrument, fmt::join(treaty.may_be, ", or "));
}

/// Appends words to `unresolved`. There is no relationship, because there is no node that it could lead to.
void note_unresolved(const std::string& said, NodeRecord& from) {
  for (auto& [name, value] : from.properties) {
    if (name != "unresolved") continue;
    auto& words = std::get<std::string>(value.value);
    words += "; ";
    words += said;
    return;
  }
  set_property(from.properties, "unresolved", said);
}

class ClosingRecords {
 public:
  ClosingRecords(OpenRecords open, const std::string& slug, const InstrumentRegistry& registry)
      : open_(std::move(open)), slug_(slug), registry_(registry) {}

  /// Inserts the relationships of citations at their places among the others, so that all stay in the order of the
  /// text.
  ClosedRecords close() {
    put_slug_in();
    auto& relationships = closed_.records.records.relationships;
    relationships.reserve(open_.records.relationships.size() + open_.citations.size());
    std::size_t moved = 0;
    const auto move_until = [&](std::size_t place) {
      for (; moved < place; ++moved) relationships.push_back(std::move(open_.records.relationships[moved]));
    };
    for (const auto& citation : open_.citations) {
      move_until(citation.place);
      add(citation);
    }
    move_until(open_.records.relationships.size());
    closed_.records.records.nodes = std::move(open_.records.nodes);
    return std::move(closed_);
  }

 private:
  void put_slug_in() {
    for (auto& node : open_.records.nodes) {
      put_slug_in(node.key);
      put_slug_in(node.properties);
    }
    for (auto& relationship : open_.records.relationships) {
      put_slug_in(relationship.from);
      put_slug_in(relationship.to);
      put_slug_in(relationship.properties);
    }
    for (auto& citation : open_.citations) put_slug_in(citation.properties);
  }

  void put_slug_in(Properties& properties) const {
    for (auto& [name, value] : properties) {
      if (auto* text = std::get_if<std::string>(&value.value)) put_slug_in(*text);
    }
  }

  /// Replaces each placeholder in a text.
  void put_slug_in(std::string& text) const {
    for (auto at = text.find(kOwnSlug); at != std::string::npos; at = text.find(kOwnSlug, at + slug_.size())) {
      text.replace(at, kOwnSlug.size(), slug_);
    }
  }

  /// Makes relationships to the cited provisions if the instrument is known, whether or not they exist: linking finds
  /// out. A citation of the document's own treaty as a whole makes none.
  void add(const OpenCitation& citation) {
    auto& from = open_.records.nodes[citation.node];
    if (citation.instrument.empty()) return note_unresolved(citation.quote, from);
    const auto treaty = registry_.treaty_of_name(citation.instrument);
    if (treaty.slug.empty()) {
      closed_.unknown_instrument.push_back({text_of(from.properties, property::kEid), citation.quote, "instrument"});
      return note_unresolved(unknown_instrument(citation, treaty), from);
    }
    ++closed_.external;
    if (treaty.slug != slug_ && cited_.insert(treaty.slug).second) add_placeholder(citation, treaty.slug);
    if (citation.cited.empty() && treaty.slug != slug_) relate(citation, from.key, treaty_key(treaty.slug));
    for (const auto& eid : citation.cited) relate(citation, from.key, provision_key(treaty.slug, eid));
  }

  /// Makes a node for the cited treaty, in case no source contains it.
  void add_placeholder(const OpenCitation& citation, const std::string& slug) {
    const auto why = extracted("medium", open_.document);
    closed_.records.placeholders.nodes.push_back(
        {treaty_key(slug),
         {std::string(label::kTreaty)},
         with(why, {{"slug", slug}, {"title", without_article(citation.instrument)}, {"loaded", false}})});
  }

  /// Each citation has a relationship of its own, with its words.
  void relate(const OpenCitation& citation, const std::string& from, std::string to) {
    closed_.records.records.relationships.push_back(
        {std::string(type::kRefersTo), from, std::move(to), citation.properties});
  }

  OpenRecords open_;
  const std::string& slug_;
  const InstrumentRegistry& registry_;
  ClosedRecords closed_;
  std::set<std::string> cited_;  ///< slugs that have a placeholder
};

}  // namespace

ClosedRecords close(OpenRecords open, const std::string& slug, const InstrumentRegistry& registry) {
  return ClosingRecords(std::move(open), slug, registry).close();
}

}  // namespace treatygraph::ingest
