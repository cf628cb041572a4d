#include "ingest/build/source_content.h"

#include <fmt/format.h>

#include "ingest/documents/read_document.h"
#include "ingest/text/read_file.h"

namespace treatygraph::ingest {
namespace {

constexpr std::size_t kHead = 64UL * 1024;  ///< bytes in which a file's type is recognizable
/// Status pages and statements are a few megabytes at most. A larger file is an error.
constexpr std::size_t kLargestPage = 64UL * 1024 * 1024;

/// The error with the path of the file before it.
Error in_file(const std::filesystem::path& path, const Error& error) {
  return {error.code, fmt::format("{}: {}", path.string(), error.detail)};
}

Result<SourceContent> status_page(const std::filesystem::path& path, std::string_view bytes) {
  auto page = read_status_page(bytes, path.filename().string());
  if (!page) return fail(in_file(path, page.error()));
  page->text = bytes;
  return SourceContent(std::move(*page));
}

Result<SourceContent> statements(const std::filesystem::path& path) {
  const auto text = read_file(path, kLargestPage);
  if (!text) return fail(text.error());
  auto file = read_statement_file(*text, path.filename().string());
  if (!file) return fail(in_file(path, file.error()));
  file->text = *text;
  return SourceContent(std::move(*file));
}

}  // namespace

/// A PDF that cannot be read as a treaty may be a depositary's page that was printed to a file.
Result<SourceContent> source_of_pdf(const std::filesystem::path& path, const Result<PdfText>& text) {
  auto document = document_of_pdf(path, text);
  if (document) return SourceContent(std::move(*document));
  if (text && is_status_page(text->text)) return status_page(path, text->text);
  return fail(document.error());
}

Result<SourceContent> read_source(const std::filesystem::path& path, Pictures pictures) {
  const auto head = first_bytes(path, kHead);
  if (is_status_page(head)) {
    // XML may declare Latin-1; everything else must be UTF-8.
    const auto bytes = declares_latin_1(head) ? read_bytes(path, kLargestPage) : read_file(path, kLargestPage);
    if (!bytes) return fail(bytes.error());
    return status_page(path, *bytes);
  }
  if (is_statement_file(head)) return statements(path);
  auto document = read_document(path, pictures);
  if (!document) return fail(document.error());
  return SourceContent(std::move(*document));
}

}  // namespace treatygraph::ingest
