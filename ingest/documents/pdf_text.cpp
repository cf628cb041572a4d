#include "ingest/documents/pdf_text.h"

#include <algorithm>
#include <chrono>
#include <fstream>
#include <memory>
#include <vector>

#include <fmt/format.h>
#include <poppler-document.h>
#include <poppler-page.h>

#include "ingest/documents/limited_child.h"
#include "ingest/documents/list_tails.h"
#include "ingest/documents/page_layout.h"
#include "ingest/text/lines.h"

namespace treatygraph::ingest {
namespace {

constexpr std::size_t kHead = 1024;  ///< in which a PDF says that it is one
constexpr std::size_t kLargestPdf = std::size_t{256} << 20;
constexpr int kMostPages = 5'000;
constexpr const char* kColumnEnd = "\n\v";

/// Of a page or a column.
bool is_end(char c) {
  return c == '\f' || c == '\v';
}

std::string text_of(const poppler::page& page, const poppler::rectf& part) {
  const auto bytes = page.text(part, poppler::page::physical_layout).to_utf8();
  std::string text(bytes.begin(), bytes.end());
  std::erase_if(text, is_end);  // which it may put at the end of a page, or not
  return text;
}

std::string text_of(const poppler::page& page) {
  const auto area = page.page_rect();
  const auto layout = layout_of(page);
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

/// With an empty line behind a list, which says that the words below are no part of its last point.
std::string with_lists_apart(std::string_view text) {
  std::string apart;
  std::size_t at = 0;
  for (const auto line : lines_behind_lists(text)) {
    apart.append(text.substr(at, line - at)).append("\n");
    at = line;
  }
  return apart.append(text.substr(at));
}

/// A run of blanks is one, and none stand before a line: they only say where on the page a word stands.
std::string without_alignment(std::string_view text) {
  std::string plain;
  for_each_line(text, [&](const LineRange& line) {
    for (auto at = line.first; at < line.last && is_end(text[at]); ++at) plain += text[at];
    plain += fold(text.substr(line.first, line.size()));
    plain += '\n';
  });
  return plain;
}

/// Up to one byte more than is read of any; none where it is no PDF, or no file.
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
  return std::ranges::any_of(text, [](char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; });
}

/// Twenty times what the official PDF of the Law of the Sea needs for its size, and enough to begin with.
ChildLimits limits_for(std::size_t bytes) {
  constexpr std::size_t kMiB = std::size_t{1} << 20;
  const auto kilobytes = bytes >> 10;
  return {.memory_bytes = std::clamp(256 * kMiB + 100 * bytes, 256 * kMiB, 2'048 * kMiB),
          .time = std::chrono::seconds(std::clamp<std::size_t>(5 + kilobytes / 20, 5, 120)),
          .output_bytes = std::clamp(4 * kMiB + 50 * bytes, 4 * kMiB, 256 * kMiB)};
}

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
  for (int i = 0; i < document->pages(); ++i) {
    const std::unique_ptr<poppler::page> page(document->create_page(i));
    if (page) text += text_of(*page);
    text += "\n\f";
  }
  if (has_letters(text)) return without_alignment(with_lists_apart(text));
  return fail(ErrorCode::InvalidArgument,
              fmt::format("its {} pages hold no text, only pictures of it; run it through character recognition first",
                          document->pages()));
}

}  // namespace

bool is_pdf(std::string_view bytes) {
  return bytes.substr(0, kHead).find("%PDF-") != std::string_view::npos;
}

Result<std::string> pdf_text(std::string_view bytes) {
  return in_limited_child(limits_for(bytes.size()), [&] { return read_pages(bytes); });
}

std::vector<std::optional<Result<std::string>>> pdf_texts(const std::vector<std::filesystem::path>& paths,
                                                          const std::function<void(std::size_t)>& progress) {
  return in_limited_children(paths.size(), [&](std::size_t i) -> std::optional<LimitedWork> {
    progress(i);
    auto bytes = std::make_shared<const std::string>(bytes_of_pdf(paths[i]));
    if (bytes->empty()) return std::nullopt;
    return LimitedWork{limits_for(bytes->size()), [bytes] { return read_pages(*bytes); }};
  });
}

}  // namespace treatygraph::ingest
