// Servers answer 200 for error pages, login pages and truncated files, so the status is no proof. The bytes decide:
// their format is sniffed and compared with the wanted format and the media type, and then each format is checked for
// its end (%%EOF, </html>, the directory of a ZIP archive, well-formed XML). Titles of HTML pages that tell of an error
// are refused.

#include "ingest/fetch/arrived.h"

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <utility>

#include <fmt/format.h>
#include <re2/re2.h>
#include <zip.h>

#include "graph/shown.h"
#include "ingest/formats/xml_tree.h"
#include "ingest/text/lines.h"
#include "ingest/text/pattern_piece.h"
#include "ingest/text/read_file.h"

namespace treatygraph::ingest {
namespace {

using NamedFormat = std::pair<std::string_view, std::string_view>;

constexpr std::array kMediaTypes = {
    NamedFormat{"application/pdf", "pdf"},
    NamedFormat{"application/x-pdf", "pdf"},
    NamedFormat{"application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"},
    NamedFormat{"application/vnd.oasis.opendocument.text", "odt"},
    NamedFormat{"text/html", "html"},
    NamedFormat{"application/xhtml+xml", "html"},
    NamedFormat{"application/xml", "xml"},
    NamedFormat{"text/xml", "xml"},
};

/// What a format is called in messages.
constexpr std::array kNames = {
    NamedFormat{"pdf", "a PDF"},
    NamedFormat{"docx", "a Word document (DOCX)"},
    NamedFormat{"odt", "an OpenDocument text (ODT)"},
    NamedFormat{"html", "HTML"},
    NamedFormat{"xml", "XML"},
    NamedFormat{"txt", "plain text"},
    NamedFormat{"json", "JSON"},
    NamedFormat{"doc", "a Word document of before 2007"},
    NamedFormat{"zip", "a ZIP archive"},
    NamedFormat{"binary", "something other than PDF, DOCX, ODT, HTML, XML and text"},
};

std::string_view name_of(std::string_view format) {
  const auto* const found = std::ranges::find(kNames, format, &NamedFormat::first);
  return found == kNames.end() ? format : found->second;
}

std::string_view without_byte_order_mark(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  return bytes;
}

/// "docx", "odt" or "zip" by the entries of the archive. None if its directory, which is at the end, cannot be read.
std::optional<std::string> kind_of_zip(std::string_view bytes) {
  zip_error_t error;
  zip_error_init(&error);
  auto* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  if (source == nullptr) return std::nullopt;
  auto* archive = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error);
  if (archive == nullptr) {
    zip_source_free(source);
    return std::nullopt;
  }
  const auto has = [&](const char* name) { return zip_name_locate(archive, name, 0) >= 0; };
  std::string kind = has("word/document.xml") ? "docx" : has("content.xml") && has("mimetype") ? "odt" : "zip";
  zip_discard(archive);
  return kind;
}

/// The format by the first bytes; for a ZIP archive by its entries, or "zip" if they cannot be read. Bytes without a
/// zero are plain text.
std::string sniffed(std::string_view bytes) {
  constexpr std::size_t kHead = 1024;
  const auto head = without_byte_order_mark(bytes).substr(0, kHead);
  static const RE2 html(R"((?i)^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*(?:<!doctype\s+html|<html|<head|<body))");
  static const RE2 xml(R"(^\s*<(?:\?xml|!--|!DOCTYPE|[A-Za-z_]))");
  static const RE2 json(R"(^\s*[\[{]\s*["\[{\]}])");
  if (head.find("%PDF-") != std::string_view::npos) return "pdf";
  if (bytes.starts_with("PK\x03\x04")) return kind_of_zip(bytes).value_or("zip");
  if (bytes.starts_with("\xD0\xCF\x11\xE0")) return "doc";
  if (RE2::PartialMatch(piece(head), html)) return "html";
  if (RE2::PartialMatch(piece(head), xml)) return "xml";
  if (RE2::PartialMatch(piece(head), json)) return "json";
  return head.find('\0') == std::string_view::npos ? "txt" : "binary";
}

std::string title_of(std::string_view html) {
  static const RE2 title(R"((?is)<title[^>]*>(.*?)</title>)");
  std::string words;
  return RE2::PartialMatch(piece(html), title, &words) ? fold(words) : std::string();
}

/// The title of a page, to be added to a message.
std::string titled(std::string_view html) {
  const auto title = title_of(html);
  return title.empty() ? title : fmt::format(", with the title \"{}\"", shown(title, 100));
}

/// Why a document of a known format is refused: it is truncated, or is not a document. Empty if there is no problem.
std::string problem_of(std::string_view bytes, std::string_view format) {
  constexpr std::size_t kTail = 2048;
  const auto tail = bytes.substr(bytes.size() - std::min(kTail, bytes.size()));
  if (format == "pdf" && tail.find("%%EOF") == std::string_view::npos) {
    return "the PDF is cut off: its end (%%EOF) is not there";
  }
  if (format == "html") {
    // Titles of error pages, of login pages, and of pages that ask whether the visitor is a human.
    static const RE2 of_error(
        R"((?i)\b(?:4\d\d|50\d)\b.*\b(?:error|not found|forbidden|unavailable)|^\W*(?:error|[45]\d\d)\b|not found|access denied|permission denied|forbidden|unauthori[sz]ed|just a moment|attention required|are you (?:a )?(?:human|robot)|captcha|service unavailable|bad gateway|maintenance|request rejected|log ?in|sign ?in)");
    const auto title = title_of(bytes);
    if (RE2::PartialMatch(title, of_error)) {
      return fmt::format("a page that tells of an error arrived, with the title \"{}\"", shown(title, 100));
    }
    static const RE2 ends(R"((?i)</html\s*>)");
    if (!RE2::PartialMatch(piece(tail), ends)) return "the page is cut off: its end (</html>) is not there";
  }
  if (format == "xml") {
    const auto malformed = malformed_xml(bytes);
    if (!malformed.empty()) return fmt::format("the XML is cut off or broken: {}", malformed);
  }
  if (format == "txt" && bytes.find_first_not_of(" \t\r\n") == std::string_view::npos)
    return "only white space arrived";
  return {};
}

tl::unexpected<Error> wrong(std::string detail) {
  return fail(ErrorCode::Corrupt, std::move(detail));
}

}  // namespace

std::string_view format_of_media_type(std::string_view media_type) {
  const auto* const found = std::ranges::find(kMediaTypes, media_type, &NamedFormat::first);
  return found == kMediaTypes.end() ? std::string_view() : found->second;
}

Result<std::string> format_of_arrival(std::string_view bytes, std::string_view media_type, std::string_view wanted) {
  if (bytes.empty()) return wrong("nothing arrived: the document is empty");
  const auto called = format_of_media_type(media_type);
  auto format = sniffed(bytes);
  const bool is_archive = wanted == "docx" || wanted == "odt" || called == "docx" || called == "odt";
  if (format == "zip" && is_archive && !kind_of_zip(bytes)) {
    return wrong(
        fmt::format("{} is cut off: the end of its archive is not there", name_of(wanted.empty() ? called : wanted)));
  }
  if (!wanted.empty() && format != wanted) {
    return wrong(fmt::format("{} arrived where {} was expected{}", name_of(format), name_of(wanted),
                             format == "html" ? titled(bytes) : ""));
  }
  const bool is_document = format != "json" && format != "doc" && format != "zip" && format != "binary";
  if (!is_document) return wrong(fmt::format("{} arrived, which is not a document that can be read", name_of(format)));
  // XHTML may be called XML, and the other way round.
  const bool agrees = called.empty() || called == format || (called == "xml" && format == "html") ||
                      (called == "html" && format == "xml");
  if (!agrees) {
    return wrong(fmt::format("{} arrived, which the server calls {}{}", name_of(format), media_type,
                             format == "html" ? titled(bytes) : ""));
  }
  if (auto problem = problem_of(bytes, format); !problem.empty()) return wrong(std::move(problem));
  return format;
}

}  // namespace treatygraph::ingest
