#include "ingest/documents/foreign_format.h"

#include <algorithm>
#include <array>

namespace treatygraph::ingest {
namespace {

struct Beginning {
  std::string_view bytes;
  std::string_view what;
};

using namespace std::string_view_literals;

constexpr std::array kBeginnings = {
    Beginning{"PK\x03\x04"sv, "is a ZIP archive, as .docx and .odt are; save it as PDF or as plain text"},
    Beginning{"\xD0\xCF\x11\xE0"sv, "is an old Word document; save it as PDF or as plain text"},
    Beginning{"{\\rtf"sv, "is a rich text document; save it as PDF or as plain text"},
    Beginning{"\x1F\x8B"sv, "is compressed with gzip; unpack it first"},
    Beginning{"\x89PNG"sv, "is a picture; run it through character recognition first"},
    Beginning{"\xFF\xD8\xFF"sv, "is a picture; run it through character recognition first"},
    Beginning{"SQLite format 3"sv, "is a database; a build makes one, it does not read one"},
};

}  // namespace

std::string_view foreign_format(std::string_view bytes) {
  if (bytes.find_first_not_of(" \t\r\n\f") == std::string_view::npos) return "is empty";
  const auto* const found = std::ranges::find_if(
      kBeginnings, [bytes](const Beginning& beginning) { return bytes.starts_with(beginning.bytes); });
  return found == kBeginnings.end() ? std::string_view() : found->what;
}

}  // namespace treatygraph::ingest
