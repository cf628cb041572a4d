#pragma once
// Documents that a test writes out and reads again, as a user's program does.

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "graph/result.h"
#include "ingest/structure/document.h"
#include "tests/support/temporary_folder.h"

namespace treatygraph::testing {

class WrittenDocument {
 public:
  /// The file `name` with these bytes, read by what it holds.
  Result<ingest::Document> read(const std::string& name, const std::string& bytes);

 private:
  TemporaryFolder folder_;
};

/// A plain text, which must be readable.
[[nodiscard]] ingest::Document read_text(std::string_view text);

/// "art_1", "art_1__para_1", ... in document order.
[[nodiscard]] std::vector<std::string> eids_of(const ingest::Structure& structure);
[[nodiscard]] std::vector<std::string> eids_of(const ingest::Document& document);
/// The words of a provision, white space folded; empty if there is no such eId.
[[nodiscard]] std::string words_of(const ingest::Document& document, const std::string& eid);
/// "art_2 -subject_to-> art_1": from, mode and targets of each internal reference.
[[nodiscard]] std::vector<std::string> references_of(const ingest::Document& document);

}  // namespace treatygraph::testing
