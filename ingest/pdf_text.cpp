#include "ingest/pdf_text.h"

#include <algorithm>
#include <memory>
#include <vector>

#include <fmt/format.h>
#include <poppler-document.h>
#include <poppler-page.h>

#include "ingest/limited_child.h"
#include "ingest/lines.h"

namespace treatygraph::ingest {
namespace {

constexpr int kMostPages = 5'000;

std::string text_of(const poppler::page& page, const poppler::rectf& part) {
  const auto bytes = page.text(part, poppler::page::physical_layout).to_utf8();
  return {bytes.begin(), bytes.end()};
}

/// Where the gutter between two columns runs: a strip in the middle that almost no word touches while words stand on
/// both sides of it. 0 for a page in one column.
double gutter_of(const poppler::page& page) {
  constexpr std::size_t kFewestWords = 60;
  const auto area = page.page_rect();
  const auto words = page.text_list();
  if (words.size() < kFewestWords) return 0;
  for (const double share : {0.5, 0.48, 0.52, 0.46, 0.54}) {
    const auto x = area.left() + area.width() * share;
    std::size_t crossing = 0;
    std::size_t left = 0;
    for (const auto& word : words) {
      const auto box = word.bbox();
      if (box.left() < x && box.right() > x) ++crossing;
      if (box.right() <= x) ++left;
    }
    const auto right = words.size() - left - crossing;
    const bool balanced = std::min(left, right) * 3 > std::max(left, right);
    if (crossing * 100 > words.size() || !balanced) continue;
    // In one column of text words end everywhere; at a gutter they end before it and begin behind it.
    const auto clear = area.width() * 0.012;
    const auto near = std::ranges::count_if(words, [&](const poppler::text_box& word) {
      const auto box = word.bbox();
      return box.right() > x - clear && box.left() < x + clear;
    });
    if (static_cast<std::size_t>(near) * 50 < words.size()) return x;
  }
  return 0;
}

std::string text_of(const poppler::page& page) {
  const auto area = page.page_rect();
  const auto gutter = gutter_of(page);
  if (gutter <= 0) return text_of(page, area);
  const poppler::rectf left(area.left(), area.top(), gutter - area.left(), area.height());
  const poppler::rectf right(gutter, area.top(), area.right() - gutter, area.height());
  return text_of(page, left) + "\n" + text_of(page, right);
}

/// A run of blanks is one, and none stand before a line: they only say where on the page a word stands.
std::string without_alignment(std::string_view text) {
  std::string plain;
  for_each_line(text, [&](const LineRange& line) {
    plain += fold(text.substr(line.first, line.size()));
    plain += '\n';
  });
  return plain;
}

bool has_letters(std::string_view text) {
  return std::ranges::any_of(text, [](char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; });
}

Result<std::string> read_pages(std::string_view bytes) {
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
    if (page) text += without_alignment(text_of(*page));
    text += '\f';
  }
  if (has_letters(text)) return text;
  return fail(ErrorCode::InvalidArgument,
              fmt::format("its {} pages hold no text, only pictures of it; run it through character recognition first",
                          document->pages()));
}

}  // namespace

bool is_pdf(std::string_view bytes) {
  return bytes.substr(0, 1024).find("%PDF-") != std::string_view::npos;
}

Result<std::string> pdf_text(std::string_view bytes) {
  return in_limited_child({}, [&] { return read_pages(bytes); });
}

}  // namespace treatygraph::ingest
