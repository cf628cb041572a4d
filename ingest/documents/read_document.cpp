// Formats are told apart by content, since names of files are often wrong. Binary formats are tested first, by their
// signatures. Everything else is decoded to UTF-8 and tested in of_decoded(). There are three ways to a document: plain
// text (from_text), text that a reader of HTML, Markdown or word processor files wrote (from_written), and text with
// known headings or structure from XML or JSON (from_marks). treaty_of() makes the checks that all have in common.

#include "ingest/documents/read_document.h"

#include <algorithm>

#include <boost/algorithm/string/join.hpp>
#include <fmt/format.h>

#include "ingest/documents/foreign_format.h"
#include "ingest/documents/leftover_places.h"
#include "ingest/documents/pdf_text.h"
#include "ingest/documents/plain_markup.h"
#include "ingest/documents/text_document.h"
#include "ingest/documents/treaty_json_text.h"
#include "ingest/documents/xml_text.h"
#include "ingest/formats/html_text.h"
#include "ingest/formats/markdown_text.h"
#include "ingest/formats/odt_text.h"
#include "ingest/formats/office_text.h"
#include "ingest/formats/xml_tree.h"
#include "ingest/formats/zip_archive.h"
#include "ingest/structure/gaps_in_numbering.h"
#include "ingest/structure/structure_builder.h"
#include "ingest/structure/text_structure.h"
#include "ingest/text/document_limits.h"
#include "ingest/text/lines.h"
#include "ingest/text/read_file.h"
#include "ingest/text/stage_seconds.h"
#include "ingest/text/text_encoding.h"

namespace treatygraph::ingest {
namespace {

constexpr std::size_t kLargestDocument = 256UL * 1024 * 1024;  ///< bytes of a file

/// A plain text. Errors get the name of the file.
Result<Document> from_text(const std::filesystem::path& path, std::string_view raw, std::string format,
                           Lines lines = Lines::OfPages) {
  auto document = document_of_text(raw, path.filename().string(), std::move(format), lines);
  if (!document) return fail(document.error().code, fmt::format("{}: {}", path.string(), document.error().detail));
  return document;
}

/// Puts the notices about the format before those about the text.
void put_first(const std::vector<std::string>& notices, Document& document) {
  document.notices.insert(document.notices.begin(), notices.begin(), notices.end());
}

/// A text with a layout that is equivalent to the file's markup. `source` is the file's own text, if it has one. The
/// maps of cleaning and of the format are combined, so that offsets refer to `source`.
Result<Document> from_written(const std::filesystem::path& path, std::string_view source, Result<WrittenText> written) {
  if (!written) return fail(written.error().code, fmt::format("{}: {}", path.string(), written.error().detail));
  auto document = from_text(path, written->text, std::move(written->format), Lines::OfMarks);
  if (!document) return document;
  place_leftovers(*written, source, *document);
  if (!written->title.empty()) document->title = std::move(written->title);
  if (written->has_map) {
    document->map = document->map.through(written->map, written->text, document->text.size());
    document->map.divide(document->text);
  }
  put_first(written->notices, *document);
  return document;
}

/// The structure of a treaty without divisions, such as exchanged letters: a single provision.
Structure one_block(std::string_view text) {
  StructureBuilder builder(text);
  builder.open(Provision::kNoParent, ProvisionKind::Preamble, "", 0, 0);
  return builder.finish(text.size());
}

/// A document from XML or JSON. If the markup gives only headings, the structure is read from them and the layout.
Result<Document> from_marks(const std::filesystem::path& path, Result<MarkedText> marked) {
  if (!marked) return fail(marked.error().code, fmt::format("{}: {}", path.string(), marked.error().detail));
  Document document;
  document.name = path.filename().string();
  document.format = std::move(marked->format);
  document.title = std::move(marked->title);
  Stopwatch watch;
  document.structure =
      marked->structure.empty() ? read_structure(marked->text, marked->headings) : std::move(marked->structure);
  if (document.structure.empty()) document.structure = one_block(marked->text);
  document.structure_seconds = watch.lap();
  document.text = std::move(marked->text);
  document.map = SourceMap::identity(document.text);
  document.properties = std::move(marked->properties);
  document.notices = std::move(marked->notices);
  account_for_marked(document);
  return document;
}

/// Adds a notice if numbers of provisions are missing. Either the reader missed something, or the document is only a
/// part of a treaty, or the treaty has no such numbers.
void look_for_gaps(Document& document) {
  constexpr std::size_t kMostNamed = 3;
  document.gaps = gaps_in_numbering(document.structure);
  if (document.gaps.empty()) return;
  const auto named = std::min(document.gaps.size(), kMostNamed);
  const auto first = std::vector<std::string>(document.gaps.begin(), document.gaps.begin() + std::ptrdiff_t(named));
  const auto others = document.gaps.size() - named;
  document.notices.push_back(
      fmt::format("its numbers have gaps, which the document may have, or which were read as "
                  "part of what precedes them: {}{}",
                  boost::algorithm::join(first, "; "), others > 0 ? fmt::format("; and {} more", others) : ""));
}

/// The result of `read`, if it has provisions and is within the limits of a treaty. Readers throw BeyondLimit from any
/// depth; it becomes an error here.
template <typename Read>
Result<Document> treaty_of(const std::filesystem::path& path, const Read& read) {
  try {
    Result<Document> document = read();
    if (document) {
      document->components = component_list(document->text, document->structure);
      look_for_gaps(*document);
    }
    if (!document || !document->structure.empty()) return document;
    return fail(ErrorCode::InvalidArgument,
                fmt::format("{}: no article, part or annex was found; a treaty's text has lines such as \"Article 1\"",
                            path.string()));
  } catch (const BeyondLimit& beyond) {
    return fail(ErrorCode::BudgetExceeded, fmt::format("{}: {}", path.string(), beyond.what()));
  }
}

Result<Document> from_pdf_text(const std::filesystem::path& path, const Result<PdfText>& text) {
  if (!text) return fail(text.error().code, fmt::format("{}: {}", path.string(), text.error().detail));
  auto document = from_text(path, text->text, "pdf");
  if (!document) return document;
  document->recognised = text->recognised;
  put_first(text->notices, *document);
  return document;
}

bool is_called_markdown(const std::filesystem::path& path) {
  const auto ending = lower_case(path.extension().string());
  return ending == ".md" || ending == ".markdown";
}

/// XML that declares no encoding is UTF-8 by its standard. If all of it is UTF-8 except some bytes, these are damaged,
/// and guessing another encoding would damage all other characters.
Error mixed_encodings(const std::filesystem::path& path, const DecodedText& decoded) {
  return {ErrorCode::InvalidArgument,
          fmt::format("{}: {}: is not UTF-8, unlike other characters; repair it, or declare "
                      "the encoding in the first line of the file",
                      path.string(), decoded.not_utf8)};
}

Result<Document> from_xml(const std::filesystem::path& path, const DecodedText& decoded) {
  if (decoded.is_mixed) return fail(mixed_encodings(path, decoded));
  return is_flat_odt(decoded.text) ? from_written(path, {}, flat_odt_text(decoded.text))
                                   : from_marks(path, xml_text(decoded.text));
}

/// Tests the most distinctive formats first: an HTML page declares itself, and XML and JSON begin like nothing else.
/// Markdown is tested before fragments of HTML, because it may contain HTML. Plain text is what remains.
Result<Document> of_decoded(const std::filesystem::path& path, const DecodedText& decoded) {
  const std::string_view text = decoded.text;
  if (is_html_page(text)) return from_written(path, text, html_text(text));
  if (is_flat_odt(text)) return from_xml(path, decoded);
  if (const auto what = plain_markup(text); !what.empty())
    return fail(ErrorCode::InvalidArgument, fmt::format("{}: {}", path.string(), what));
  if (is_json(text)) return from_marks(path, treaty_json_text(text));
  if (trimmed(text.substr(0, 64)).starts_with("<?xml")) return from_xml(path, decoded);
  if (is_markdown(text)) return from_written(path, text, markdown_text(text));
  if (is_html_fragment(text)) return from_written(path, text, html_text(text));
  if (is_xml(text)) return from_xml(path, decoded);
  if (is_called_markdown(path)) return from_written(path, text, markdown_text(text));
  return from_text(path, text, "text");
}

/// Reads a file of any format.
Result<Document> by_content(const std::filesystem::path& path, Pictures pictures) {
  auto bytes = read_bytes(path, kLargestDocument);
  if (!bytes) return fail(bytes.error());
  if (is_pdf(*bytes)) return from_pdf_text(path, pdf_text(*bytes, pictures));
  if (is_zip(*bytes)) return from_written(path, {}, office_text(*bytes));
  if (const auto what = foreign_format(*bytes); !what.empty()) {
    return fail(ErrorCode::InvalidArgument, fmt::format("{}: {}", path.string(), what));
  }
  const auto declared = declared_encoding(*bytes);
  const bool is_ascii = std::ranges::all_of(*bytes, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  const auto decoded = decode_text(*std::move(bytes), declared);
  if (!decoded) return fail(decoded.error().code, fmt::format("{}: {}", path.string(), decoded.error().detail));
  auto document = of_decoded(path, *decoded);
  const auto contradicted =
      decoded->text.starts_with("<?xml") ? contradicted_declaration(*decoded, is_ascii) : std::string();
  for (const auto& notice : {contradicted, notice_of(*decoded)}) {
    if (document && !notice.empty()) document->notices.insert(document->notices.begin(), notice);
  }
  return document;
}

}  // namespace

Result<Document> document_of_pdf(const std::filesystem::path& path, const Result<PdfText>& text) {
  return treaty_of(path, [&] { return from_pdf_text(path, text); });
}

Result<Document> read_document(const std::filesystem::path& path, Pictures pictures) {
  return treaty_of(path, [&] { return by_content(path, pictures); });
}

}  // namespace treatygraph::ingest
