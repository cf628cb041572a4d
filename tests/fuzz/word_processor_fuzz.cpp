// Archives that may be Word or OpenDocument files: any bytes, and any XML in a valid archive.

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <initializer_list>
#include <string>
#include <string_view>

#include <zip.h>

#include "ingest/formats/odt_text.h"
#include "ingest/formats/office_text.h"
#include "ingest/text/read_file.h"

namespace {

/// A valid archive whose parts are pieces of `bytes`, separated by zero bytes: body, styles, numbering.
std::string archive_of(std::string_view bytes, bool is_word) {
  zip_error_t error;
  zip_error_init(&error);
  auto* const source = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_source_keep(source);
  auto* const archive = zip_open_from_source(source, ZIP_TRUNCATE, &error);
  const auto add = [&](const char* name, std::string_view part) {
    auto* const from = zip_source_buffer(archive, part.data(), part.size(), 0);
    const auto index = zip_file_add(archive, name, from, ZIP_FL_OVERWRITE);
    zip_set_file_compression(archive, static_cast<zip_uint64_t>(index), ZIP_CM_STORE, 0);
  };
  add(is_word ? "[Content_Types].xml" : "mimetype",
      is_word ? "wordprocessingml" : "application/vnd.oasis.opendocument.text");
  for (const auto* const name :
       is_word ? std::initializer_list<const char*>{"word/document.xml", "word/numbering.xml", "word/styles.xml"}
               : std::initializer_list<const char*>{"content.xml", "styles.xml"}) {
    const auto end = std::min(bytes.find('\0'), bytes.size());
    add(name, bytes.substr(0, end));
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
  }
  std::string packed;
  if (zip_close(archive) == 0 && zip_source_open(source) == 0) {
    zip_stat_t size;
    zip_stat_init(&size);
    zip_source_stat(source, &size);
    packed.resize(size.size);
    zip_source_read(source, packed.data(), packed.size());
    zip_source_close(source);
  }
  zip_source_free(source);
  return packed;
}

void expect_text(std::string_view archive) {
  const auto written = treatygraph::ingest::office_text(archive);
  if (written && treatygraph::ingest::first_invalid_utf8(written->text)) std::abort();
}

}  // namespace

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer's name
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  expect_text(bytes);
  expect_text(archive_of(bytes, true));
  expect_text(archive_of(bytes, false));
  if (!treatygraph::ingest::first_invalid_utf8(bytes)) (void)treatygraph::ingest::flat_odt_text(bytes);
  return 0;
}
