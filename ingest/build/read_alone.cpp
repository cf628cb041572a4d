// Reads one source without knowledge of the others, so that any thread, process or machine can do it. A dataset becomes
// finished records. A document becomes open records: its structure, its references and facts, but neither its slug nor
// the treaties that it cites. A status page and a file of statements are only recognised; their text is kept and read
// when all sources are known.
// Errors and exceptions of libraries end in the report of the source, so that a bad file does not stop a build.

#include <algorithm>
#include <exception>
#include <new>
#include <system_error>

#include <fmt/format.h>
#include <re2/re2.h>

#include "graph/key.h"
#include "graph/sha256.h"
#include "graph/vocabulary.h"
#include "ingest/build/source_content.h"
#include "ingest/build/stored_source.h"
#include "ingest/build/treaty_records.h"
#include "ingest/curated/dataset.h"
#include "ingest/curated/dataset_records.h"
#include "ingest/documents/leftovers.h"
#include "ingest/references/citation_coverage.h"
#include "ingest/references/references.h"
#include "ingest/text/stage_seconds.h"

namespace treatygraph::ingest {
namespace {

/// A slug from the path, without a year at its end: "budapest" for "budapest-2001/text.txt". If the name of the file
/// says nothing, as "text" does, the folder gives the name.
std::string slug_of_place(const std::filesystem::path& path) {
  static const RE2 says_nothing(R"((?i)text|original|treaty|document|en|english)");
  static const RE2 year(R"(-\d{4}$)");
  const auto absolute = std::filesystem::absolute(path).lexically_normal();
  auto name = absolute.stem().string();
  if (RE2::FullMatch(name, says_nothing)) name = absolute.parent_path().filename().string();
  auto slug = slug_of(name);
  RE2::Replace(&slug, year, "");
  return slug;
}

/// The number of nodes with a label.
std::size_t count_if_label(const GraphRecords& records, std::string_view label) {
  return static_cast<std::size_t>(std::ranges::count_if(records.nodes, [label](const NodeRecord& node) {
    return std::ranges::find(node.labels, label) != node.labels.end();
  }));
}

/// Counts references by outcome, and lists the unresolved ones. Citations of other instruments are counted when the
/// other sources are known (SourceUnits).
void count(const std::vector<Reference>& references, const Document& document, SourceReport& report) {
  report.references.found = references.size();
  for (const auto& reference : references) {
    if (reference.scope == Reference::Scope::Internal) ++report.references.resolved;
    if (reference.scope != Reference::Scope::Unresolved) continue;
    const bool is_absent = !reference.absent_parts.empty();
    ++(is_absent ? report.references.absent_part : report.references.unresolved);
    report.unresolved.push_back({document.structure[reference.from].eid.to_string(), reference.quote,
                                 is_absent ? "absent_part" : std::string(name_of(reference.missing))});
  }
}

/// The references of a document whose treaty has more provisions than the document. They are resolved in the wider
/// structure, and then translated: positions are those of the document, and targets that only the dataset has are eIds
/// in `elsewhere`.
std::vector<Reference> references_in(const Document& document, const WidenedStructure& wide) {
  auto whole = document;
  whole.structure = wide.structure;
  auto references = find_references(whole);
  for (auto& reference : references) {
    reference.from = wide.in_document[reference.from];
    // Targets that are printed in the document.
    std::vector<std::size_t> held;
    for (const auto target : reference.targets) {
      if (wide.in_document[target] != Provision::kNoParent) {
        held.push_back(wide.in_document[target]);
      } else {
        reference.elsewhere.push_back(wide.structure[target].eid);
      }
    }
    reference.targets = std::move(held);
  }
  return references;
}

/// `known` may be null. The document's own structure is then all that citations can reach.
std::vector<Reference> references_of(const Document& document, const KnownTreaty* known) {
  if (known == nullptr) return find_references(document);
  const auto beyond = provisions_beyond(known->provisions, source_provisions(document));
  return references_in(document, widened(document, known->provisions, beyond));
}

/// Fills a StoredSource. dataset() or file() is called once.
class ReadingAlone {
 public:
  ReadingAlone(const SourceItem& item, const KnownTreaty* known) : known_(known) {
    read_.item = item;
    read_.place_slug = slug_of_place(item.path);
    read_.report.source = item.path.string();
  }

  StoredSource dataset() {
    read_dataset_of();
    return std::move(read_);
  }

  StoredSource file(Pictures pictures, const std::optional<Result<PdfText>>* pdf) {
    guarded([&] { read_file_of(pictures, pdf); });
    return std::move(read_);
  }

 private:
  /// Adds an error. The source then contributes nothing.
  void refuse(std::string why) {
    read_.kind = StoredSource::Kind::Nothing;
    read_.report.errors.push_back(std::move(why));
  }

  /// A library's exception is an error of that document.
  template <typename Work>
  void guarded(const Work& work) {
    try {
      work();
    } catch (const std::bad_alloc&) {
      refuse(fmt::format("{}: reading it needs more memory than there is", read_.report.source));
    } catch (const std::exception& error) {
      refuse(fmt::format("{}: {}", read_.report.source, error.what()));
    }
  }

  /// Reads and checks a dataset. Its references count as external if they leave the treaty.
  void read_dataset_of() {
    auto& report = read_.report;
    Stopwatch watch;
    report.format = "dataset";
    const auto dataset = read_dataset(read_.item.path);
    report.seconds.read = watch.lap();
    auto records = records_of(dataset);
    if (!records) return refuse(records.error().detail);
    report.seconds.records = watch.lap();
    read_.kind = StoredSource::Kind::Dataset;
    read_.records = std::move(*records);
    read_.title = dataset.treaty.title;
    report.warnings = dataset.notices;
    report.slug = dataset.treaty.slug;
    report.sha256 = dataset.sha256;
    report.title = dataset.treaty.title;
    report.provisions = count_if_label(read_.records.records, label::kProvision);
    report.articles = count_if_label(read_.records.records, label::kArticle);
    const auto own = report.slug + ":";
    for (const auto& relationship : read_.records.records.relationships) {
      if (relationship.type != type::kRefersTo) continue;
      ++report.references.found;
      ++(relationship.to.starts_with(own) ? report.references.resolved : report.references.external);
    }
  }

  /// Reads a file by its content. The hash is computed before and after, because a file that changes in between would
  /// be stored under a hash that it does not have.
  void read_file_of(Pictures pictures, const std::optional<Result<PdfText>>* pdf) {
    Stopwatch watch;
    const auto& path = read_.item.path;
    auto& report = read_.report;
    read_.pictures = pictures;
    report.sha256 = sha256_of_file(path).value_or("");
    std::vector<std::optional<Result<PdfText>>> own;
    if (pdf == nullptr) own = pdf_texts({path}, pictures, [](std::size_t) {});
    const auto& text = pdf != nullptr ? *pdf : own.front();
    auto content = text ? source_of_pdf(path, *text) : read_source(path, pictures);
    if (!content) return refuse(content.error().detail);
    std::error_code error;
    report.bytes = std::filesystem::file_size(path, error);
    report.seconds.read = watch.lap();
    if (sha256_of_file(path).value_or("") != report.sha256) {
      return refuse(fmt::format("{}: it changed while it was read", report.source));
    }
    if (auto* document = std::get_if<Document>(&*content)) {
      document->sha256 = report.sha256;
      describe(*document);
      take(*document);
    } else if (const auto* page = std::get_if<StatusPage>(&*content)) {
      take(StoredSource::Kind::StatusPage, page->format, page->title, page->warnings);
      read_.text = page->text;
    } else if (const auto* statements = std::get_if<StatementFile>(&*content)) {
      take(StoredSource::Kind::Statements, statements->format, {}, statements->warnings);
      read_.text = statements->text;
    }
  }

  /// For status pages and statements, which have no structure to report.
  void take(StoredSource::Kind kind, const std::string& format, const std::string& title,
            const std::vector<std::string>& warnings) {
    read_.kind = kind;
    read_.title = title;
    read_.report.format = format;
    read_.report.title = title;
    read_.report.warnings = warnings;
  }

  /// Writes what is known about a document into the report, and its gaps into warnings.
  void describe(const Document& document) {
    auto& report = read_.report;
    report.format = document.format;
    report.title = document.title;
    report.provisions = document.structure.size();
    report.articles =
        static_cast<std::size_t>(std::ranges::count(document.structure, ProvisionKind::Article, &Provision::kind));
    report.share_read = share_read(document);
    report.leftovers = document.leftovers;
    report.is_read_in_full = is_read_in_full(document);
    for (const auto& notice : document.notices) {
      report.warnings.push_back(fmt::format("{}: {}", report.source, notice));
    }
    if (const auto language = reading_of_language(document); !language.empty()) {
      report.warnings.push_back(fmt::format("{}: {}", report.source, language));
    }
    if (const auto missing = what_was_not_read(document); !missing.empty()) {
      report.warnings.push_back(fmt::format("{}: {}", report.source, missing));
    }
    report.seconds.structure = document.structure_seconds;
    // read_source() also finds the structure, which is reported on its own.
    report.seconds.read -= document.structure_seconds;
  }

  void take(const Document& document) {
    Stopwatch watch;
    const auto references = references_of(document, known_);
    read_.report.seconds.cite = watch.lap();
    read_.open = open_records_of(document, references);
    read_.report.seconds.records = watch.lap();
    count(references, document, read_.report);
    read_.kind = StoredSource::Kind::Document;
    read_.title = document.title;
    if (known_ != nullptr) read_.widened_by = known_->sha256;
  }

  StoredSource read_;
  const KnownTreaty* known_;
};

}  // namespace

StoredSource read_alone(const SourceItem& item, const KnownTreaty* known, Pictures pictures,
                        const std::optional<Result<PdfText>>* pdf) {
  ReadingAlone reading(item, known);
  return item.kind == SourceItem::Kind::Dataset ? reading.dataset() : reading.file(pictures, pdf);
}

}  // namespace treatygraph::ingest
