// A page is drawn by poppler as a greyscale picture and piped to tesseract, which prints a table (TSV) with the words,
// their place and confidence. Both happen in a limited child process: pictures in a PDF are untrusted input too.
// tesseract is started as a program rather than linked, so it is not needed to build or to run without --ocr.

#include "ingest/documents/page_recognition.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cmath>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <optional>

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <poppler-document.h>
#include <poppler-image.h>
#include <poppler-page-renderer.h>
#include <poppler-page.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "ingest/documents/limited_child.h"
#include "ingest/text/lines.h"

namespace treatygraph::ingest {
namespace {

constexpr double kDotsPerInch = 300;  ///< less for pages that are larger than kMostPixels
constexpr double kMostPixels = 60e6;  ///< pixels of a page: A2 at that resolution
constexpr ChildLimits kLimits = {
    .memory_bytes = std::size_t{1} << 30, .time = std::chrono::seconds(60), .output_bytes = std::size_t{8} << 20};

/// The first executable file called "tesseract" on PATH; empty if there is none.
std::filesystem::path recognition_program() {
  const char* const path = std::getenv("PATH");
  std::string_view folders = path == nullptr ? "" : path;
  while (!folders.empty()) {
    const auto end = std::min(folders.find(':'), folders.size());
    auto program = std::filesystem::path(folders.substr(0, end)) / "tesseract";
    if (access(program.c_str(), X_OK) == 0) return program;
    folders.remove_prefix(std::min(end + 1, folders.size()));
  }
  return {};
}

/// A page as a greyscale picture (PGM).
Result<std::string> picture_of(std::string_view pdf, int page_number) {
  const std::unique_ptr<poppler::document> document(
      poppler::document::load_from_raw_data(pdf.data(), static_cast<int>(pdf.size())));
  const std::unique_ptr<poppler::page> page(document ? document->create_page(page_number) : nullptr);
  if (!page) return fail(ErrorCode::Corrupt, "it is damaged");
  const auto area = page->page_rect();
  const auto inches = area.width() * area.height() / (72.0 * 72.0);
  // A page of unusual size is drawn with fewer dots, so that the picture does not exceed the memory of the child.
  const auto dots = std::min(kDotsPerInch, inches > 0 ? std::sqrt(kMostPixels / inches) : kDotsPerInch);
  poppler::page_renderer renderer;
  renderer.set_image_format(poppler::image::format_gray8);
  renderer.set_render_hint(poppler::page_renderer::text_antialiasing);
  const auto image = renderer.render_page(page.get(), dots, dots);
  if (!image.is_valid()) return fail(ErrorCode::Corrupt, "it cannot be drawn");
  const auto width = static_cast<std::size_t>(image.width());
  auto picture = fmt::format("P5\n{} {}\n255\n", image.width(), image.height());
  for (int y = 0; y < image.height(); ++y) {
    picture.append(image.const_data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(image.bytes_per_row()),
                   width);
  }
  return picture;
}

/// Called in a new process: connects the pipes and starts tesseract with one thread, since pages are read on all cores.
[[noreturn]] void become_tesseract(const std::string& program, int in, int out) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);  // ends with the child that started it
  dup2(in, STDIN_FILENO);
  dup2(out, STDOUT_FILENO);
  std::array<const char*, 7> arguments = {program.c_str(), "stdin", "stdout", "-l", "eng", "tsv", nullptr};
  std::array<const char*, 3> environment = {"OMP_THREAD_LIMIT=1", "LC_ALL=C.UTF-8", nullptr};
  execve(program.c_str(), const_cast<char* const*>(arguments.data()), const_cast<char* const*>(environment.data()));
  _exit(127);
}

/// Writes the picture to `to` and reads the output from `from`, whichever is possible. Writing everything first could
/// block forever, when tesseract waits for its output to be read. Closes `to`.
std::string exchange(int to, int from, std::string_view picture) {
  std::string printed;
  std::array<char, 65'536> buffer{};
  // A pipe takes less than a picture has, and a blocking write would wait for tesseract to read all of it.
  fcntl(to, F_SETFL, O_NONBLOCK);
  while (true) {
    std::array<pollfd, 2> files = {pollfd{from, POLLIN, 0}, pollfd{picture.empty() ? -1 : to, POLLOUT, 0}};
    if (poll(files.data(), files.size(), -1) < 0 && errno != EINTR) return printed;
    if (files[1].revents != 0) {
      const auto count = write(to, picture.data(), picture.size());
      picture.remove_prefix(count > 0 ? static_cast<std::size_t>(count) : errno == EAGAIN ? 0 : picture.size());
      if (picture.empty()) close(to);
    }
    if (files[0].revents == 0) continue;
    const auto count = read(from, buffer.data(), buffer.size());
    if (count <= 0) break;
    printed.append(buffer.data(), static_cast<std::size_t>(count));
  }
  if (!picture.empty()) close(to);
  return printed;
}

/// The output of tesseract for a picture. SIGPIPE is ignored, because tesseract may end without reading the picture.
Result<std::string> tsv_of(const std::string& program, std::string_view picture) {
  std::array<int, 2> in{};
  std::array<int, 2> out{};
  std::signal(SIGPIPE, SIG_IGN);
  if (pipe2(in.data(), O_CLOEXEC) != 0 || pipe2(out.data(), O_CLOEXEC) != 0) {
    return fail(ErrorCode::Unavailable, "no pipe to tesseract");
  }
  const auto process = fork();
  if (process == 0) become_tesseract(program, in[0], out[1]);
  close(in[0]);
  close(out[1]);
  auto printed = exchange(in[1], out[0], picture);
  close(out[0]);
  int status = 0;
  while (process > 0 && waitpid(process, &status, 0) < 0 && errno == EINTR) {
  }
  if (process > 0 && WIFEXITED(status) && WEXITSTATUS(status) == 0) return printed;
  return fail(ErrorCode::Unavailable, "tesseract failed; are its data for English (tesseract-ocr-eng) installed?");
}

std::optional<int> integer(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() ? std::optional(value) : std::nullopt;
}

/// The number of characters (code points).
std::size_t characters_with_spaces(std::string_view text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

}  // namespace

bool has_recognition() {
  return !recognition_program().empty();
}

RecognisedPage page_of_tsv(std::string_view tsv) {
  /// The columns of the TSV output. Block, paragraph and line are numbered; a change of these numbers shows where they
  /// begin. Level 5 is a word.
  enum Column : std::size_t {
    Level,
    Page,
    Block,
    Paragraph,
    Line,
    Word,
    Left,
    Top,
    Width,
    Height,
    Confidence,
    Text,
    All
  };
  RecognisedPage page;
  std::size_t characters = 0;
  std::string_view last_block;
  std::string_view last_line;
  for_each_line(tsv, [&](const LineRange& range) {
    auto row = tsv.substr(range.first, range.size());
    std::array<std::string_view, All> columns;
    std::array<const char*, All> ends{};
    for (std::size_t i = 0; i < All; ++i) {
      const auto end = i + 1 < All ? std::min(row.find('\t'), row.size()) : row.size();
      columns.at(i) = row.substr(0, end);
      ends.at(i) = row.data() + end;
      row.remove_prefix(std::min(end + 1, row.size()));
    }
    const auto confidence = integer(columns[Confidence]);
    const auto word = fold(columns[Text]);
    if (columns[Level] != "5" || !confidence || *confidence < 0 || word.empty()) return;
    const std::string_view block(columns[Page].data(),
                                 static_cast<std::size_t>(ends[Paragraph] - columns[Page].data()));
    const std::string_view line(columns[Page].data(), static_cast<std::size_t>(ends[Line] - columns[Page].data()));
    // An empty line between paragraphs, a line end between lines, a space between words.
    const std::string gap = page.text.empty() ? "" : block != last_block ? "\n\n" : line != last_line ? "\n" : " ";
    last_block = block;
    last_line = line;
    page.text += gap;
    characters += gap.size();
    page.words.push_back({characters, std::min(*confidence, 100)});
    page.text += word;
    characters += characters_with_spaces(word);
  });
  return page;
}

Result<std::vector<RecognisedPage>> recognise_pages(std::string_view pdf, const std::vector<int>& pages) {
  const auto program = recognition_program();
  if (program.empty()) {
    return fail(ErrorCode::Unavailable, "--ocr needs the program tesseract; install tesseract-ocr");
  }
  const auto read = in_limited_children(pages.size(), [&](std::size_t i) {
    return LimitedWork{kLimits, [&, i]() -> Result<std::string> {
                         const auto picture = picture_of(pdf, pages[i]);
                         return picture ? tsv_of(program.string(), *picture) : picture;
                       }};
  });
  std::vector<RecognisedPage> recognised;
  for (std::size_t i = 0; i < read.size(); ++i) {
    if (!*read[i])
      return fail((*read[i]).error().code, fmt::format("page {}: {}", pages[i] + 1, (*read[i]).error().detail));
    recognised.push_back(page_of_tsv(**read[i]));
  }
  return recognised;
}

}  // namespace treatygraph::ingest
