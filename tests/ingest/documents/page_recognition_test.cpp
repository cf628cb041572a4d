// Scanned pages: read by tesseract where it is installed, and refused in words that help where it is not asked for.

#include "ingest/documents/page_recognition.h"

#include <cmath>
#include <cstdlib>
#include <fstream>
#include <memory>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <poppler-document.h>
#include <poppler-image.h>
#include <poppler-page-renderer.h>
#include <poppler-page.h>

#include "ingest/build/read_sources.h"
#include "ingest/documents/read_document.h"
#include "tests/support/temporary_folder.h"

namespace treatygraph::ingest {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

/// A PDF made of objects, each given as the bytes between "obj" and "endobj".
std::string pdf_of_objects(const std::vector<std::string>& objects) {
  std::string pdf = "%PDF-1.4\n";
  std::vector<std::size_t> offsets;
  for (const auto& object : objects) {
    offsets.push_back(pdf.size());
    pdf += fmt::format("{} 0 obj\n", offsets.size()) + object + "\nendobj\n";
  }
  const auto table = pdf.size();
  pdf += fmt::format("xref\n0 {}\n0000000000 65535 f \n", offsets.size() + 1);
  for (const auto offset : offsets) pdf += fmt::format("{:010} 00000 n \n", offset);
  return pdf + fmt::format("trailer << /Size {} /Root 1 0 R >>\nstartxref\n{}\n%%EOF\n", offsets.size() + 1, table);
}

std::string stream(const std::string& dictionary, const std::string& bytes) {
  return fmt::format("<< {} /Length {} >>\nstream\n", dictionary, bytes.size()) + bytes + "\nendstream";
}

/// One page of lines, or of a picture that fills it: `content` draws it with these resources.
std::vector<std::string> page_objects(const std::string& resources, const std::string& content) {
  return {"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
          fmt::format("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << {} >> /Contents 4 0 R >>",
                      resources),
          stream("", content)};
}

std::string printed(const std::vector<std::string>& lines) {
  std::string content = "BT /F1 14 Tf 20 TL 72 760 Td ";
  for (const auto& line : lines) content += fmt::format("({}) Tj T* ", line);
  return pdf_of_objects(
      page_objects("/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>", content + "ET"));
}

/// What a scanner makes of a printed page.
std::string scanned(const std::string& pdf) {
  const std::unique_ptr<poppler::document> document(
      poppler::document::load_from_raw_data(pdf.data(), static_cast<int>(pdf.size())));
  const std::unique_ptr<poppler::page> page(document->create_page(0));
  poppler::page_renderer renderer;
  renderer.set_image_format(poppler::image::format_gray8);
  renderer.set_render_hint(poppler::page_renderer::text_antialiasing);
  const auto image = renderer.render_page(page.get(), 200, 200);
  std::string dots;
  for (int y = 0; y < image.height(); ++y) {
    dots.append(image.const_data() + static_cast<std::ptrdiff_t>(y) * image.bytes_per_row(),
                static_cast<std::size_t>(image.width()));
  }
  auto objects = page_objects("/XObject << /Im 5 0 R >>", "595 0 0 842 0 0 cm /Im Do");
  objects.push_back(stream(fmt::format("/Type /XObject /Subtype /Image /Width {} /Height {} /ColorSpace /DeviceGray "
                                       "/BitsPerComponent 8",
                                       image.width(), image.height()),
                           dots));
  return pdf_of_objects(objects);
}

const std::vector<std::string> kLines = {
    "Treaty on Lakes",         "", "Article 1", "", "1. This Treaty applies to lakes.",     "",
    "2. Ponds are not lakes.", "", "Article 2", "", "Subject to article 1, lakes are free."};

class PageRecognition : public ::testing::Test {
 protected:
  std::filesystem::path scan() {
    auto path = folder_ / "scan.pdf";
    std::ofstream(path, std::ios::binary) << scanned(printed(kLines));
    return path;
  }
  testing::TemporaryFolder folder_;
};

TEST_F(PageRecognition, is_named_where_a_scan_is_refused) {
  const auto document = read_document(scan());
  ASSERT_FALSE(document);
  EXPECT_THAT(document.error().detail, HasSubstr("there is no text, only pictures, on its 1 page; read it with --ocr"));
}

TEST_F(PageRecognition, says_what_to_install) {
  const std::string path = std::getenv("PATH");
  setenv("PATH", "/nowhere", 1);
  const auto document = read_document(scan(), Pictures::Recognise);
  setenv("PATH", path.c_str(), 1);
  ASSERT_FALSE(document);
  EXPECT_THAT(document.error().detail, HasSubstr("install tesseract-ocr"));
}

TEST_F(PageRecognition, reads_a_scan_and_says_how_sure_it_is) {
  if (!has_recognition()) GTEST_SKIP() << "tesseract is not installed";
  const auto document = read_document(scan(), Pictures::Recognise);
  ASSERT_TRUE(document) << document.error().detail;
  std::vector<std::string> eids;
  for (const auto& provision : document->structure) {
    eids.push_back(provision.eid.to_string());
    const auto sure = document->recognition_confidence(provision);
    ASSERT_TRUE(sure) << eids.back();
    EXPECT_GT(*sure, 0.7);
    EXPECT_LE(*sure, 1.0);
  }
  EXPECT_THAT(eids, ElementsAre("art_1", "art_1__para_1", "art_1__para_2", "art_2"));
  EXPECT_THAT(document->notices, ElementsAre(HasSubstr("recognised by tesseract")));
}

TEST_F(PageRecognition, goes_with_the_provision_into_the_graph) {
  if (!has_recognition()) GTEST_SKIP() << "tesseract is not installed";
  const auto sources = read_sources({.sources = {scan().string()}, .texts = {}, .pictures = Pictures::Recognise});
  ASSERT_EQ(sources.records.size(), 1U) << (sources.reports[0].errors.empty() ? "" : sources.reports[0].errors[0]);
  EXPECT_THAT(sources.reports[0].warnings, Contains(HasSubstr("recognised by tesseract")));
  for (const auto& node : sources.records[0].records.nodes) {
    if (node.key != "scan:art_2") continue;
    EXPECT_EQ(find_property(node.properties, "basis")->value, PropertyValue("ocr").value);
    EXPECT_NE(find_property(node.properties, "ocr_confidence"), nullptr);
  }
}

TEST(RecognisedPage, has_the_lines_and_blocks_of_the_page) {
  const auto page = page_of_tsv(
      "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n"
      "5\t1\t1\t1\t1\t1\t0\t0\t9\t9\t96.5\tÉtang\n5\t1\t1\t1\t1\t2\t0\t0\t9\t9\t80\tone\n"
      "5\t1\t1\t1\t2\t1\t0\t0\t9\t9\t-1\t "
      "\n5\t1\t1\t1\t2\t2\t0\t0\t9\t9\t70\ttwo\n5\t1\t2\t1\t1\t1\t0\t0\t9\t9\t60\tthree\n"
      "5\t1\n");
  EXPECT_EQ(page.text, "Étang one\ntwo\n\nthree");
  ASSERT_EQ(page.words.size(), 4U);
  EXPECT_EQ(page.words[0].confidence, 96);
  EXPECT_EQ(page.words[3].character, 15U) << "in characters, not in bytes";
}

}  // namespace
}  // namespace treatygraph::ingest
