#pragma once
// What one source says by itself: everything that reading it can find without the other sources. Any process can make
// it; it is written as bytes and linked later.

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/result.h"
#include "ingest/build/open_records.h"
#include "ingest/build/source_list.h"
#include "ingest/build/source_report.h"
#include "ingest/build/text_coverage.h"
#include "ingest/documents/pdf_text.h"

namespace treatygraph::ingest {

/// The result of reading one source.
struct StoredSource {
  enum class Kind { Nothing, Dataset, Document, StatusPage, Statements };
  Kind kind = Kind::Nothing;  ///< Nothing: the report says why it cannot be read
  SourceItem item;
  Pictures pictures = Pictures::LeaveOut;  ///< how it was read
  std::string place_slug;                  ///< slug by the name of the file or its folder
  std::string title;                       ///< as printed in it
  SourceReport report;                     ///< what reading found
  OpenRecords open = {};                   ///< of a document
  std::string widened_by;      ///< of a document: sha256 of the dataset whose provisions its citations may reach
  SourceRecords records = {};  ///< of a dataset
  std::string text;  ///< of a status page and of statements, which are quickly read again when the treaties are known
};

/// What a dataset knows about the treaty of a text: its provisions, and the SHA-256 of the dataset.
struct KnownTreaty {
  std::string sha256;
  std::vector<SourceProvision> provisions;
};

/// Reads one source: its structure, references and facts. The result depends only on the file, `pictures` and `known`.
/// `known` is the dataset of a text's treaty, or null: citations can then also reach provisions that the dataset has
/// and the text does not. `pdf` is the text that pdf_texts() gave for the file, or null: a PDF is then read in a child
/// process, which must not be forked while other threads run. Errors are in the report. Only a dataset may throw
/// std::bad_alloc.
[[nodiscard]] StoredSource read_alone(const SourceItem& item, const KnownTreaty* known = nullptr,
                                      Pictures pictures = Pictures::LeaveOut,
                                      const std::optional<Result<PdfText>>* pdf = nullptr);

/// Everything in it as bytes, for the store or for another process.
[[nodiscard]] std::string to_bytes(const StoredSource& source);
/// The reverse of to_bytes(). Corrupt if the bytes were written by another version or are damaged.
[[nodiscard]] Result<StoredSource> stored_source_of(std::string_view bytes);

}  // namespace treatygraph::ingest
