// Formats are recognized by the bytes at the beginning of a file (its "magic number"), and by a few words near it. The
// advice in each message names a format that can be read.

#include "ingest/documents/foreign_format.h"

#include <algorithm>
#include <array>
#include <string>

namespace treatygraph::ingest {
namespace {

/// The first bytes of a format, and the message for it.
struct Beginning {
  std::string_view bytes;
  std::string_view what;
};

using namespace std::string_view_literals;

constexpr std::array kBeginnings = {
    Beginning{R"({\rtf)"sv, "is a rich text document (RTF); save it as .docx, PDF or plain text"},
    Beginning{"\x1F\x8B"sv, "is compressed with gzip; unpack it first"},
    Beginning{"BZh"sv, "is compressed with bzip2; unpack it first"},
    Beginning{"\xFD\x37zXZ"sv, "is compressed with xz; unpack it first"},
    Beginning{"7z\xBC\xAF"sv, "is a 7z archive; unpack it and give the documents inside"},
    Beginning{"Rar!"sv, "is a RAR archive; unpack it and give the documents inside"},
    Beginning{"PK\x05\x06"sv, "is an empty ZIP archive"},
    Beginning{"\x89PNG"sv, "is a picture (PNG); make a PDF of it and read that with --ocr"},
    Beginning{"\xFF\xD8\xFF"sv, "is a picture (JPEG); make a PDF of it and read that with --ocr"},
    Beginning{"GIF8"sv, "is a picture (GIF); make a PDF of it and read that with --ocr"},
    Beginning{"II*\0"sv, "is a picture (TIFF); make a PDF of it and read that with --ocr"},
    Beginning{"MM\0*"sv, "is a picture (TIFF); make a PDF of it and read that with --ocr"},
    Beginning{"AT&TFORM"sv, "is a scanned document (DjVu); make a PDF of it and read that with --ocr"},
    Beginning{"%!PS"sv, "is PostScript; make a PDF of it, for instance with ps2pdf"},
    Beginning{"\x7F\x45LF"sv, "is a program"},
    Beginning{"ITSF"sv, "is a help file (CHM); save the text as HTML or plain text"},
    Beginning{"\xDB\xA5"sv, "is a very old Word document; save it as .docx, PDF or plain text"},
    Beginning{"\xFFWPC"sv, "is a WordPerfect document; save it as .docx, PDF or plain text"},
    Beginning{"SQLite format 3"sv, "is a database; a build makes one, it does not read one"},
};

/// The first bytes of an OLE compound file, the container of .doc, .xls and .ppt, and of encrypted .docx files.
constexpr std::string_view kOldOffice = "\xD0\xCF\x11\xE0";

/// A compound file contains named streams, like files in a folder. The names, in UTF-16, tell the programs apart.
std::string_view old_office_format(std::string_view bytes) {
  const auto has_stream = [&](std::string_view name) {
    std::string wide;
    for (const char c : name) (wide += c) += '\0';
    return bytes.find(wide) != std::string_view::npos;
  };
  if (has_stream("EncryptedPackage")) return "is an Office document that is encrypted; save it without a password";
  if (has_stream("WordDocument")) return "is an old Word document (.doc); save it as .docx, PDF or plain text";
  if (has_stream("Workbook")) return "is an old spreadsheet (.xls); save the text as .docx, PDF or plain text";
  if (has_stream("PowerPoint Document")) return "is an old presentation (.ppt); save the text as PDF or plain text";
  return "is an old Office document; save it as .docx, PDF or plain text";
}

/// Comments and options may precede \documentclass, so it may be at the beginning of any of the first lines.
bool is_latex(std::string_view bytes) {
  constexpr std::size_t kHead = 4'000;
  const auto found = bytes.substr(0, kHead).find("\\documentclass");
  return found != std::string_view::npos && (found == 0 || bytes[found - 1] == '\n');
}

/// Mail headers before parts separated by a boundary: the format in which browsers save a page with its pictures.
bool is_mail_archive(std::string_view bytes) {
  constexpr std::size_t kHead = 2'000;
  const auto head = bytes.substr(0, kHead);
  const auto first = head.substr(0, head.find('\n'));
  const bool begins = first.starts_with("From:") || first.starts_with("MIME-Version:") ||
                      first.starts_with("Content-Type: multipart") || first.starts_with("Received:");
  return begins && head.find("multipart/") != std::string_view::npos;
}

}  // namespace

std::string_view foreign_format(std::string_view bytes) {
  if (bytes.find_first_not_of(" \t\r\n\f") == std::string_view::npos) return "is empty";
  if (bytes.starts_with(kOldOffice)) return old_office_format(bytes);
  if (is_latex(bytes)) return "is LaTeX; make a PDF or a web page of it and give that";
  if (is_mail_archive(bytes)) {
    return "is a web page saved with its pictures (MHTML), or a mail; save the page as HTML alone, or as plain text";
  }
  const auto* const found = std::ranges::find_if(
      kBeginnings, [bytes](const Beginning& beginning) { return bytes.starts_with(beginning.bytes); });
  return found == kBeginnings.end() ? std::string_view() : found->what;
}

}  // namespace treatygraph::ingest
