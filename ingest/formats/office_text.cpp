#include "ingest/formats/office_text.h"

#include <array>
#include <string>

#include "ingest/formats/docx_text.h"
#include "ingest/formats/odt_text.h"
#include "ingest/formats/zip_archive.h"
#include "ingest/text/read_file.h"

namespace treatygraph::ingest {
namespace {

/// Words in an archive that tell its kind, and the message for it.
struct KnownFormat {
  std::string_view found;  ///< in the archive's manifest or MIME type
  std::string_view what;
};

constexpr std::array<KnownFormat, 8> kOthers = {
    {{"spreadsheetml", "is a spreadsheet (Excel); save the text as .docx, PDF or plain text"},
     {"presentationml", "is a presentation (PowerPoint); save the text as .docx, PDF or plain text"},
     {"opendocument.spreadsheet", "is a spreadsheet (OpenDocument); save the text as .odt, PDF or plain text"},
     {"opendocument.presentation", "is a presentation (OpenDocument); save the text as .odt, PDF or plain text"},
     {"opendocument", "is an OpenDocument file that is not a text; save the text as .odt, PDF or plain text"},
     {"epub+zip", "is an e-book (EPUB); unpack it and give the HTML file inside, or save it as plain text"},
     {"wordprocessingml.template", "is a Word template; save it as .docx"},
     {"openxmlformats", "is an Office file that is not a text; save the text as .docx, PDF or plain text"}}};

/// Refuses words that are not valid UTF-8. XML may refer to invalid characters.
Result<WrittenText> checked(Result<WrittenText> written) {
  if (!written || !first_invalid_utf8(written->text)) return written;
  return fail(ErrorCode::Corrupt, "is damaged: its words are not UTF-8; save it again");
}

}  // namespace

Result<WrittenText> office_text(std::string_view zip) {
  const auto archive = ZipArchive::open(zip);
  if (!archive) return fail(archive.error());
  if (is_docx(*archive)) return checked(docx_text(*archive));
  if (is_odt(*archive)) return checked(odt_text(*archive));
  std::string type;
  for (const auto* const part : {"mimetype", "[Content_Types].xml"}) {
    if (const auto bytes = archive->read(part)) type += *bytes;
  }
  for (const auto& other : kOthers) {
    if (type.find(other.found) != std::string::npos) return fail(ErrorCode::InvalidArgument, std::string(other.what));
  }
  return fail(ErrorCode::InvalidArgument,
              "is a ZIP archive, and neither a .docx nor an .odt; unpack it and give the documents inside");
}

}  // namespace treatygraph::ingest
