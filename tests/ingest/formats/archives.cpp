#include "tests/ingest/formats/archives.h"

#include <cstdlib>

#include <fmt/format.h>
#include <zip.h>

namespace treatygraph::testing {

std::string zip_of(const std::vector<std::pair<std::string, std::string>>& parts) {
  zip_error_t error;
  zip_error_init(&error);
  auto* const source = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_source_keep(source);
  auto* const archive = zip_open_from_source(source, ZIP_TRUNCATE, &error);
  for (const auto& [name, bytes] : parts) {
    auto* const part = zip_source_buffer(archive, bytes.data(), bytes.size(), 0);
    if (zip_file_add(archive, name.c_str(), part, ZIP_FL_OVERWRITE) < 0) std::abort();
  }
  if (zip_close(archive) != 0 || zip_source_open(source) != 0) std::abort();
  zip_stat_t size;
  zip_stat_init(&size);
  zip_source_stat(source, &size);
  std::string zip(size.size, '\0');
  zip_source_read(source, zip.data(), zip.size());
  zip_source_close(source);
  zip_source_free(source);
  return zip;
}

std::string docx_of(const std::string& body, const std::vector<std::pair<std::string, std::string>>& parts) {
  constexpr const char* kTypes =
      R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>)";
  std::vector<std::pair<std::string, std::string>> all = {
      {"[Content_Types].xml", kTypes},
      {"word/document.xml",
       fmt::format(R"(<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="w"><w:body>{}</w:body></w:document>)",
                   body)}};
  all.insert(all.end(), parts.begin(), parts.end());
  return zip_of(all);
}

}  // namespace treatygraph::testing
