// The order decides which name wins:
// 1. Datasets, whose slugs a person chose.
// 2. Documents. A title that a dataset has or cites gives the document that slug; otherwise the location of the file
//    names it. Its title then names the treaty for all later sources.
// 3. Treaties that datasets only cite.
// 4. Status pages, which belong to the treaty with their title.

#include "ingest/build/name_sources.h"

#include <set>
#include <utility>

#include <fmt/format.h>

namespace treatygraph::ingest {
namespace {

using Kind = StoredSource::Kind;

/// Reads only datasets from the store. For documents and pages, the title in memory is enough.
class NamingSources {
 public:
  NamingSources(std::vector<BuildSource>& sources, const SourceStore& store) : sources_(sources), store_(store) {}

  Result<SourceNames> name() {
    note_datasets();
    std::vector<SourceRecords> placeholders;
    for (const auto& [slug, dataset] : names_.datasets) {
      auto source = store_.source_at(sources_[dataset].place);
      if (!source) return fail(source.error());
      for (auto* registry : {&names_.registry, &cited_too_}) registry->add(source->records.records);
      cited_too_.add(source->records.placeholders);
      names_.speakers.add(source->records.placeholders);
      names_.titles.emplace(slug, source->title);
      placeholders.push_back({{}, std::move(source->records.placeholders)});
    }
    for (auto& source : sources_) {
      if (source.is(Kind::Document)) name_document(source);
    }
    // After the documents, whose titles take precedence over names that are only cited.
    for (const auto& records : placeholders) names_.registry.add(records.placeholders);
    for (auto& source : sources_) {
      if (source.is(Kind::StatusPage)) {
        name_source(source, slug_for(source, {}, names_.registry), pages_, "status page");
      } else if (source.is(Kind::Statements)) {
        source.report.slug = source.item.slug;
      }
    }
    return std::move(names_);
  }

 private:
  /// The first dataset of a treaty is used; further ones are refused.
  void note_datasets() {
    for (std::size_t i = 0; i < sources_.size(); ++i) {
      auto& source = sources_[i];
      if (!source.is(Kind::Dataset)) continue;
      if (names_.datasets.emplace(source.report.slug, i).second) continue;
      source.refuse(is_second_dataset(source));
    }
  }

  void name_document(BuildSource& source) {
    name_source(source, slug_for(source, texts_, cited_too_), texts_, "text");
    if (!source.is_right() || source.title.empty()) return;
    for (auto* registry : {&names_.registry, &cited_too_}) registry->add({source.title}, source.report.slug);
    names_.titles.emplace(source.report.slug, source.title);
  }

  /// Sets the slug, and refuses the source if `taken` has it.
  static void name_source(BuildSource& source, std::string slug, std::set<std::string>& taken, std::string_view what) {
    source.report.slug = std::move(slug);
    if (taken.insert(source.report.slug).second) return;
    source.refuse(fmt::format("{}: another source is a {} of {}; give this treaty a name of its own, SLUG=FILE",
                              source.report.source, what, source.report.slug));
  }

  /// A document whose known slug is taken gets the name of its place: it may be another version with the same title.
  [[nodiscard]] static std::string slug_for(const BuildSource& source, const std::set<std::string>& taken,
                                            const InstrumentRegistry& registry) {
    if (!source.item.slug.empty()) return source.item.slug;
    const auto known = registry.slug_of_name(source.title);
    return known && !taken.contains(*known) ? *known : source.place_slug;
  }

  std::vector<BuildSource>& sources_;
  const SourceStore& store_;
  SourceNames names_;
  InstrumentRegistry cited_too_;  ///< the text may be of a treaty that a dataset only cites
  std::set<std::string> texts_;   ///< slugs of documents
  std::set<std::string> pages_;   ///< and of status pages
};

}  // namespace

std::string is_second_dataset(const BuildSource& source) {
  return fmt::format("{}: another source is a dataset of {}", source.report.source, source.report.slug);
}

Result<SourceNames> name_sources(std::vector<BuildSource>& sources, const SourceStore& store) {
  return NamingSources(sources, store).name();
}

}  // namespace treatygraph::ingest
