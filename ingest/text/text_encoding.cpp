// How the encoding of a text is found. A byte order mark and valid UTF-8 are nearly certain: text in another encoding
// is rarely valid UTF-8 by chance. What remains are mostly old texts in windows-1252 or in the encoding of the
// Macintosh, and nearly every byte is a character in both. So the text is decoded in both ways, and the way with the
// more plausible characters wins (sense_of): a quotation mark must be at the edge of a word, and an accented letter
// inside one. ICU's guess decides only if much of the text is beyond ASCII, such as text in Cyrillic or Chinese.

#include "ingest/text/text_encoding.h"

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <utility>

#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/utf8.h>

#include "ingest/text/lines.h"
#include "ingest/text/read_file.h"
#include "ingest/text/text_place.h"

namespace treatygraph::ingest {
namespace {

constexpr const char* kWindows = "windows-1252";
constexpr const char* kMacintosh = "macintosh";

/// A byte order mark and its encoding.
struct Mark {
  std::string_view bytes;
  const char* encoding;
};

using namespace std::string_view_literals;

/// Longest first: the mark of UTF-32LE begins with that of UTF-16LE.
constexpr std::array<Mark, 5> kByteOrderMarks = {{{"\xFF\xFE\0\0"sv, "UTF-32LE"},
                                                  {"\0\0\xFE\xFF"sv, "UTF-32BE"},
                                                  {"\xEF\xBB\xBF"sv, "UTF-8"},
                                                  {"\xFF\xFE"sv, "UTF-16LE"},
                                                  {"\xFE\xFF"sv, "UTF-16BE"}}};

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

/// The bytes in UTF-8; nothing if ICU does not know the encoding or a byte does not fit it. Both callbacks stop at the
/// first error instead of writing a replacement character.
std::optional<std::string> converted(std::string_view bytes, const char* encoding) {
  UErrorCode error = U_ZERO_ERROR;
  const Converter from(ucnv_open(encoding, &error));
  const Converter to(ucnv_open("UTF-8", &error));
  if (U_FAILURE(error)) return std::nullopt;
  ucnv_setToUCallBack(from.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &error);
  ucnv_setFromUCallBack(to.get(), UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &error);
  std::string text(4 * bytes.size() + 4, '\0');  // a byte becomes one character, of at most four bytes
  char* out = text.data();
  const char* in = bytes.data();
  ucnv_convertEx(to.get(), from.get(), &out, text.data() + text.size(), &in, bytes.data() + bytes.size(), nullptr,
                 nullptr, nullptr, nullptr, 1, 1, &error);
  if (U_FAILURE(error)) return std::nullopt;
  text.resize(static_cast<std::size_t>(out - text.data()));
  text.shrink_to_fit();
  return text;
}

/// UTF-16 without a byte order mark: the high bytes of Latin letters are zero, so many zeros are at even or at odd
/// offsets and nearly none at the others. Null if the text is not like that.
const char* utf16_without_mark(std::string_view bytes) {
  constexpr std::size_t kLooked = 4096;  // bytes
  constexpr std::size_t kFewest = 4;     // bytes
  std::array<std::size_t, 2> zeros{};
  const auto looked = std::min(bytes.size() & ~std::size_t{1}, kLooked);
  for (std::size_t i = 0; i < looked; ++i) zeros[i % 2] += bytes[i] == '\0' ? 1U : 0U;
  if (looked < kFewest) return nullptr;
  if (zeros[1] > looked / 5 && zeros[0] < looked / 50) return "UTF-16LE";
  if (zeros[0] > looked / 5 && zeros[1] < looked / 50) return "UTF-16BE";
  return nullptr;
}

bool is_lower_letter(UChar32 c) {
  return u_islower(c) != 0;
}

/// How plausible a character beyond ASCII is between its neighbours in a text in a European language: positive if it
/// fits, negative if it does not. For example, “ fits after a space and a small é after a letter, but a capital É after
/// a small letter is a sign of the wrong encoding. A neighbour of 0 is the edge of the text.
int sense_of(UChar32 before, UChar32 c, UChar32 after) {
  const bool is_between_letters = u_isalpha(before) != 0 && u_isalpha(after) != 0;
  const bool opens = (u_isspace(before) != 0 || before == 0 || before == '(') && u_isspace(after) == 0;
  const bool closes = u_isspace(before) == 0 && before != 0 && u_isalpha(after) == 0;
  switch (c) {
    case 0x2019:  // right quotation mark, and the apostrophe
      return is_between_letters || closes ? 3 : -1;
    case 0x201D:  // right double quotation mark
      return closes ? 3 : -1;
    case 0x2018:  // left quotation marks
    case 0x201C:
      return opens ? 3 : -1;
    case 0x2013:  // en dash
    case 0x2014:  // em dash
    case 0x2022:  // bullet
    case 0x2026:  // ellipsis
    case 0xA0:    // no-break space
    case 0xA7:    // section sign
    case 0xB0:    // degree sign
    case 0xA9:    // copyright sign
      return 2;
    default:
      break;
  }
  if (u_iscntrl(c) != 0 || u_isdefined(c) == 0) return -5;
  if (is_lower_letter(c)) return u_isalpha(before) != 0 || u_isalpha(after) != 0 ? 2 : -1;
  if (u_isalpha(c) != 0) return is_lower_letter(before) ? -3 : is_lower_letter(after) ? 1 : 0;
  return -1;
}

/// The sum over all characters of a UTF-8 text.
int sense_of(std::string_view text) {
  const auto* const bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto size = static_cast<std::int32_t>(std::min(text.size(), std::size_t{1} << 28));
  int sense = 0;
  UChar32 before = 0;
  UChar32 at = 0;
  for (std::int32_t i = 0; i < size;) {
    UChar32 after = 0;
    U8_NEXT(bytes, i, size, after);
    if (at >= 0x80) sense += sense_of(before, at, after);
    before = std::exchange(at, after);
  }
  if (at >= 0x80) sense += sense_of(before, at, 0);
  return sense;
}

struct CloseDetector {
  void operator()(UCharsetDetector* detector) const { ucsdet_close(detector); }
};

/// The guess of ICU's detector; empty if it is not confident.
std::string detected(std::string_view bytes) {
  constexpr int kSure = 40;                  // of 100
  constexpr std::size_t kLooked = 1U << 16;  // bytes
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, CloseDetector> detector(ucsdet_open(&error));
  const auto looked = bytes.substr(0, kLooked);
  ucsdet_setText(detector.get(), looked.data(), static_cast<std::int32_t>(looked.size()), &error);
  const auto* const match = ucsdet_detect(detector.get(), &error);
  if (U_FAILURE(error) || match == nullptr || ucsdet_getConfidence(match, &error) < kSure) return {};
  const char* const name = ucsdet_getName(match, &error);
  return U_FAILURE(error) || name == nullptr ? std::string() : std::string(name);
}

/// The encoding to use for a declared name. As in browsers (WHATWG Encoding Standard), text that is declared as Latin-1
/// or ASCII is read as windows-1252, which has printable characters where Latin-1 has control characters.
std::string encoding_meant_by(std::string_view declared) {
  auto name = lower_case(trimmed(declared));
  const bool is_latin_1 = name == "iso-8859-1" || name == "latin1" || name == "us-ascii" || name == "ascii";
  return is_latin_1 ? kWindows : name;
}

/// The most plausible encoding of bytes that are not UTF-8 and do not say what they are.
std::string best_encoding(std::string_view bytes) {
  const auto beyond_ascii = static_cast<std::size_t>(
      std::ranges::count_if(bytes, [](char c) { return static_cast<unsigned char>(c) >= 0x80; }));
  constexpr std::size_t kForeign = 15;  // percentage above which a text is not in Latin letters
  if (100 * beyond_ascii > kForeign * bytes.size()) {
    if (auto found = detected(bytes); !found.empty()) return encoding_meant_by(found);
  }
  const auto as_windows = converted(bytes, kWindows);
  const auto as_macintosh = converted(bytes, kMacintosh);
  if (!as_macintosh) return kWindows;
  return as_windows && sense_of(*as_windows) >= sense_of(*as_macintosh) ? kWindows : kMacintosh;
}

/// Whether some character beyond ASCII is valid UTF-8, as in a file that was put together from parts in different
/// encodings.
bool has_utf8(std::string_view bytes) {
  const auto* const from = reinterpret_cast<const std::uint8_t*>(bytes.data());
  const auto size = static_cast<std::int64_t>(bytes.size());
  for (std::int64_t i = 0; i < size;) {
    UChar32 c = 0;
    U8_NEXT(from, i, size, c);
    if (c >= 0x80) return true;
  }
  return false;
}

/// Replaces lone carriage returns, the line ends of old Macintosh texts.
void end_lines_plainly(std::string& text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\r' && (i + 1 == text.size() || text[i + 1] != '\n')) text[i] = '\n';
  }
}

Error not_text(std::string_view bytes, std::size_t at) {
  return {ErrorCode::InvalidArgument,
          fmt::format("{}: is neither text in UTF-8 nor in an encoding that can be recognised (byte {:#04x}); "
                      "convert the file to UTF-8, for instance with iconv",
                      place_in(bytes, at), static_cast<unsigned char>(bytes[std::min(at, bytes.size() - 1)]))};
}

}  // namespace

Result<DecodedText> decode_text(std::string bytes, std::string_view declared) {
  DecodedText decoded;
  for (const auto& mark : kByteOrderMarks) {
    if (!std::string_view(bytes).starts_with(mark.bytes)) continue;
    bytes.erase(0, mark.bytes.size());
    decoded.encoding = mark.encoding;
    decoded.was_declared = true;
    break;
  }
  if (decoded.encoding.empty() && is_seven_bit(declared)) {
    if (auto text = converted(bytes, std::string(declared).c_str())) {
      decoded.text = *std::move(text);
      decoded.encoding = declared;
      decoded.was_declared = true;
      end_lines_plainly(decoded.text);
      return decoded;
    }
  }
  const auto invalid = first_invalid_utf8(bytes);
  if (!invalid && (decoded.encoding.empty() || decoded.encoding == "UTF-8")) {
    decoded.encoding = "UTF-8";
    decoded.was_declared = true;
    decoded.text = std::move(bytes);
    end_lines_plainly(decoded.text);
    return decoded;
  }
  if (!decoded.was_declared) {
    const auto* const wide = utf16_without_mark(bytes);
    const bool has_zero = bytes.find('\0') != std::string::npos;
    if (wide == nullptr && has_zero) return fail(not_text(bytes, invalid.value_or(0)));
    const auto meant = wide != nullptr ? std::string() : encoding_meant_by(declared);
    decoded.was_declared = !meant.empty() && converted(bytes, meant.c_str()).has_value();
    decoded.encoding = decoded.was_declared ? meant : wide != nullptr ? wide : best_encoding(bytes);
    if (!decoded.was_declared && wide == nullptr) {
      decoded.not_utf8 = place_in(bytes, invalid.value_or(0));
      decoded.is_mixed = has_utf8(bytes);
    }
  }
  auto text = converted(bytes, decoded.encoding.c_str());
  if (!text || first_invalid_utf8(*text)) return fail(not_text(bytes, invalid.value_or(0)));
  decoded.text = *std::move(text);
  end_lines_plainly(decoded.text);
  return decoded;
}

bool is_seven_bit(std::string_view encoding) {
  const auto name = lower_case(encoding);
  return name.starts_with("iso-2022") || name.starts_with("hz") || name == "utf-7";
}

std::string notice_of(const DecodedText& decoded) {
  if (decoded.encoding == "UTF-8") return {};
  std::string how = decoded.was_declared ? "as the file says" : "as its characters show";
  if (!decoded.not_utf8.empty()) how += fmt::format(" (the first that is not UTF-8: {})", decoded.not_utf8);
  return fmt::format("it was converted from {}, {}; offsets count the characters of the converted text",
                     decoded.encoding, how);
}

}  // namespace treatygraph::ingest
