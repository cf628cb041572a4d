// The PDF is parsed in a child process (read_pages). Its result is a line with the numbers of the pages that are
// pictures, and the text of all pages. The parent adds notices, or lets recognise_pages() read the pictures, each in a
// child of its own, and inserts their words (with_pictures).
//
// A page is extracted in up to four parts, so that no line mixes two columns: above the columns, left column, right
// column, below them. Footnotes are cut off. poppler is asked for the physical layout, in which blanks represent
// positions on the page, because lines_after_lists() needs the indents; only then are the blanks removed.

#include "ingest/documents/pdf_text.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <memory>
#include <vector>

#include <fmt/format.h>
#include <poppler-document.h>
#include <poppler-image.h>
#include <poppler-page-renderer.h>
#include <poppler-page.h>

#include "graph/ascii.h"
#include "graph/counted.h"
#include "ingest/documents/limited_child.h"
#include "ingest/documents/list_tails.h"
#include "ingest/documents/page_layout.h"
#include "ingest/documents/page_recognition.h"
#include "ingest/formats/block_writer.h"
#include "ingest/text/lines.h"

namespace treatygraph::ingest {
namespace {

constexpr std::size_t kHead = 1024;  ///< that contain a PDF's signature
constexpr std::size_t kLargestPdf = std::size_t{256} << 20;
constexpr int kMostPages = 5'000;
constexpr const char* kColumnEnd = "\n\v";

/// The end of a page or a column.
bool is_end(char c) {
  return c == '\f' || c == '\v';
}

/// The lines of a page or a column, as printed.
std::string text_of(const poppler::page& page, const poppler::rectf& part) {
  const auto bytes = page.text(part, poppler::page::physical_layout).to_utf8();
  std::string text(bytes.begin(), bytes.end());
  std::erase_if(text, is_end);  // optional at the end of a page
  return text;
}

/// What is written for a raised mark. After a word it refers to a note, and is removed. After a number, or a unit of
/// fewer than four letters, it may be an exponent, and is kept as a superscript: "Article 5²" is not article 52.
std::string written_mark(const RaisedMark& raised) {
  constexpr std::size_t kShortestWord = 4;
  const auto end = raised.before.find_last_not_of(".,;:)\"'");
  const auto letters = end == std::string::npos ? 0 : end + 1;
  const bool ends_in_letter = letters > 0 && (is_letter(raised.before[letters - 1]) ||
                                              static_cast<unsigned char>(raised.before[letters - 1]) >= 0x80);
  return ends_in_letter && letters >= kShortestWord ? std::string() : superscript(raised.mark);
}

/// Replaces the raised marks in the text of a page, where they are printed like other digits. Each mark is searched
/// after the one before it, and elsewhere only if it is not found there.
void write_raised_marks(const std::vector<RaisedMark>& marks, std::string& text) {
  std::size_t at = 0;
  for (const auto& raised : marks) {
    const auto printed = raised.before + (raised.is_apart ? " " : "") + raised.mark;
    auto found = text.find(printed, at);
    if (found == std::string::npos) found = text.find(printed);
    const auto after = found == std::string::npos ? found : found + printed.size();
    if (after == std::string::npos || (after < text.size() && is_digit(text[after]))) {
      continue;
    }
    text.replace(found, printed.size(), raised.before + written_mark(raised));
    at = found + raised.before.size();
  }
}

/// The text of a page without footnotes. kColumnEnd is written between its parts.
std::string text_of(const poppler::page& page, const PageLayout& layout) {
  const auto area = page.page_rect();
  const auto between = [&](double left, double right, double top, double bottom) {
    const poppler::rectf part(left, top, right - left, std::min(bottom, layout.footnotes) - top);
    return part.height() > 0 ? text_of(page, part) : std::string();
  };
  if (layout.gutter <= 0) return between(area.left(), area.right(), area.top(), area.bottom());
  return between(area.left(), area.right(), area.top(), layout.columns_top) + kColumnEnd +
         between(area.left(), layout.gutter, layout.columns_top, layout.columns_bottom) + kColumnEnd +
         between(layout.gutter, area.right(), layout.columns_top, layout.columns_bottom) + kColumnEnd +
         between(area.left(), area.right(), layout.columns_bottom, area.bottom());
}

std::string text_of(const poppler::page& page) {
  const auto layout = layout_of(page);
  auto text = text_of(page, layout);
  write_raised_marks(layout.raised, text);
  return text;
}

/// The text with an empty line after each list, because the words below do not belong to its last point.
std::string with_lists_apart(std::string_view text) {
  std::string apart;
  std::size_t at = 0;
  for (const auto line : lines_after_lists(text)) {
    apart.append(text.substr(at, line - at)).append("\n");
    at = line;
  }
  return apart.append(text.substr(at));
}

/// The text with one blank for each run of blanks and none at the start of lines. Such blanks only reflect positions on
/// the page.
std::string without_alignment(std::string_view text) {
  std::string plain;
  for_each_line(text, [&](const LineRange& line) {
    for (auto at = line.first; at < line.last && is_end(text[at]); ++at) plain += text[at];
    plain += fold(text.substr(line.first, line.size()));
    plain += '\n';
  });
  return plain;
}

/// The bytes of a file, at most one more than the limit, so that read_pages() can report that it is too large. Empty if
/// it is not a PDF or not a regular file.
std::string bytes_of_pdf(const std::filesystem::path& path) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error)) return {};
  std::ifstream file(path, std::ios::binary);
  std::string bytes(kHead, '\0');
  file.read(bytes.data(), static_cast<std::streamsize>(kHead));
  bytes.resize(static_cast<std::size_t>(file.gcount()));
  if (!is_pdf(bytes)) return {};
  file.seekg(0, std::ios::end);
  const auto size = std::min(kLargestPdf + 1, static_cast<std::size_t>(std::max<std::streamoff>(file.tellg(), 0)));
  bytes.resize(std::max(size, bytes.size()));
  file.seekg(0);
  file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(file.gcount()));
  return bytes;
}

bool has_letters(std::string_view text) {
  return std::ranges::any_of(text, is_letter);
}

/// Whether anything is drawn on a page, even faintly. Otherwise a page without words is just blank. The page is drawn
/// as a small picture.
bool is_printed(const poppler::page& page) {
  constexpr double kDotsOfThumbnail = 18;
  constexpr int kWhite = 245;
  constexpr int kFewest = 15;  // of ten thousand dots; a page number at the foot has four
  poppler::page_renderer renderer;
  renderer.set_image_format(poppler::image::format_gray8);
  const auto image = renderer.render_page(&page, kDotsOfThumbnail, kDotsOfThumbnail);
  if (!image.is_valid()) return false;
  long dark = 0;
  for (int y = 0; y < image.height(); ++y) {
    const auto* const row = image.const_data() + static_cast<std::ptrdiff_t>(y) * image.bytes_per_row();
    dark += std::count_if(row, row + image.width(), [](char dot) { return static_cast<unsigned char>(dot) < kWhite; });
  }
  return dark * 10'000 > long{image.width()} * image.height() * kFewest;
}

/// The limits of a child for a PDF of this size: twenty times what the official PDF of the Convention on the Law of the
/// Sea needs for its size, plus a minimum.
ChildLimits limits_for(std::size_t bytes) {
  constexpr std::size_t kMiB = std::size_t{1} << 20;
  const auto kilobytes = bytes >> 10;
  return {.memory_bytes = std::clamp(256 * kMiB + 100 * bytes, 256 * kMiB, 2'048 * kMiB),
          .time = std::chrono::seconds(std::clamp<std::size_t>(5 + kilobytes / 20, 5, 120)),
          .output_bytes = std::clamp(4 * kMiB + 50 * bytes, 4 * kMiB, 256 * kMiB)};
}

/// The child's part: the numbers of the pages that are pictures, from 0 and separated by blanks, a line end, and the
/// text.
Result<std::string> read_pages(std::string_view bytes) {
  if (bytes.size() > kLargestPdf) {
    return fail(ErrorCode::BudgetExceeded,
                fmt::format("it has more than {} MiB; save it without pictures, or in parts", kLargestPdf >> 20));
  }
  const std::unique_ptr<poppler::document> document(
      poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
  if (!document) return fail(ErrorCode::Corrupt, "it is damaged: no PDF reader can open it");
  if (document->is_locked()) return fail(ErrorCode::InvalidArgument, "it is encrypted; save it without a password");
  if (document->pages() > kMostPages) {
    return fail(ErrorCode::InvalidArgument,
                fmt::format("it has {} pages; at most {} are read", document->pages(), kMostPages));
  }
  std::string text;
  std::string pictures;
  for (int i = 0; i < document->pages(); ++i) {
    const std::unique_ptr<poppler::page> page(document->create_page(i));
    const auto words = page ? text_of(*page) : std::string();
    // A page number or a line without letters does not make a page readable.
    if (page && !has_letters(words) && is_printed(*page)) pictures += fmt::format("{} ", i);
    text += words + "\n\f";
  }
  return fmt::format("{}\n{}", pictures, without_alignment(with_lists_apart(text)));
}

/// The pages that are pictures, from the first line of a child's result.
std::vector<int> pictures_in(std::string_view line) {
  std::vector<int> pages;
  while (!line.empty()) {
    const auto end = std::min(line.find(' '), line.size());
    pages.push_back(std::atoi(std::string(line.substr(0, end)).c_str()));
    line.remove_prefix(std::min(end + 1, line.size()));
  }
  return pages;
}

/// "3, 4, 5", counted from 1, for a message; at most twelve.
std::string listed(const std::vector<int>& pages) {
  constexpr std::size_t kMost = 12;
  std::string list;
  for (std::size_t i = 0; i < std::min(pages.size(), kMost); ++i)
    list += fmt::format("{}{}", i > 0 ? ", " : "", pages[i] + 1);
  return pages.size() > kMost ? list + " ..." : list;
}

/// The text with the recognized words inserted for the given pages.
PdfText with_pages(std::string_view text, const std::vector<int>& pages,
                   const std::vector<RecognisedPage>& recognised) {
  PdfText whole;
  std::size_t characters = 0;
  std::size_t next = 0;
  const auto add = [&](std::string_view words) {
    whole.text += words;
    characters += static_cast<std::size_t>(
        std::ranges::count_if(words, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
  };
  for (int page = 0; !text.empty(); ++page) {
    const auto end = std::min(text.find('\f'), text.size() - 1) + 1;
    if (next < pages.size() && pages[next] == page) {
      for (auto word : recognised[next].words) {
        word.character += characters;
        whole.recognised.push_back(word);
      }
      add(recognised[next++].text + "\n\f");
    } else {
      add(text.substr(0, end));
    }
    text.remove_prefix(end);
  }
  return whole;
}

/// The result of a PDF from that of its child. `bytes` are needed only to recognize pictures.
Result<PdfText> with_pictures(std::string_view bytes, const Result<std::string>& read, Pictures pictures) {
  if (!read) return fail(read.error());
  const auto line = std::min(read->find('\n'), read->size() - 1);
  const auto pages = pictures_in(std::string_view(*read).substr(0, line));
  const auto text = std::string_view(*read).substr(line + 1);
  const auto all = static_cast<std::size_t>(std::ranges::count(text, '\f'));
  if (!pages.empty() && pictures == Pictures::Recognise) {
    const auto recognised = recognise_pages(bytes, pages);
    if (!recognised) return fail(recognised.error());
    auto whole = with_pages(text, pages, *recognised);
    whole.notices.push_back(
        fmt::format("recognised by tesseract, from pictures: {} of {}", counted(pages.size(), "page"), all));
    if (has_letters(whole.text)) return whole;
    return fail(ErrorCode::InvalidArgument, fmt::format("no words were recognised on its {}", counted(all, "page")));
  }
  if (!has_letters(text)) {
    return fail(ErrorCode::InvalidArgument,
                fmt::format("there is no text, only pictures, on its {}; read it with --ocr, which needs the "
                            "program tesseract, or run it through character recognition first",
                            counted(all, "page")));
  }
  PdfText whole{std::string(text), {}, {}};
  if (!pages.empty()) {
    whole.notices.push_back(
        fmt::format("not read, because there is no text, only pictures: {} of {} (page {}); --ocr reads pictures",
                    counted(pages.size(), "page"), all, listed(pages)));
  }
  return whole;
}

}  // namespace

bool is_pdf(std::string_view bytes) {
  return bytes.substr(0, kHead).find("%PDF-") != std::string_view::npos;
}

Result<PdfText> pdf_text(std::string_view bytes, Pictures pictures) {
  return with_pictures(bytes, in_limited_child(limits_for(bytes.size()), [&] { return read_pages(bytes); }), pictures);
}

std::vector<std::optional<Result<PdfText>>> pdf_texts(const std::vector<std::filesystem::path>& paths,
                                                      Pictures pictures,
                                                      const std::function<void(std::size_t)>& progress) {
  auto read = in_limited_children(paths.size(), [&](std::size_t i) -> std::optional<LimitedWork> {
    progress(i);
    auto bytes = std::make_shared<const std::string>(bytes_of_pdf(paths[i]));
    if (bytes->empty()) return std::nullopt;
    return LimitedWork{limits_for(bytes->size()), [bytes] { return read_pages(*bytes); }};
  });
  std::vector<std::optional<Result<PdfText>>> texts(paths.size());
  for (std::size_t i = 0; i < paths.size(); ++i) {
    if (!read[i]) continue;
    // The result of a child begins with the pages that are pictures; without any, the file is not needed again.
    const bool needs_bytes = pictures == Pictures::Recognise && *read[i] && !(*read[i])->starts_with('\n');
    texts[i] = with_pictures(needs_bytes ? bytes_of_pdf(paths[i]) : std::string(), *read[i], pictures);
    read[i].reset();
  }
  return texts;
}

}  // namespace treatygraph::ingest
