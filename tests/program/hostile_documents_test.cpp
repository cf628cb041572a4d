// Hostile or damaged documents: each is reported in one message and does not affect the others.

#include <array>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <rapidjson/document.h>
#include <sys/inotify.h>
#include <unistd.h>

#include "graph/database.h"
#include "tests/program/programs.h"
#include "tests/support/process.h"
#include "tests/support/random_graph.h"
#include "tests/support/sanitizer.h"
#include "tests/support/temporary_folder.h"

namespace treatygraph {
namespace {

using ::testing::HasSubstr;
using testing::kIngest;
using testing::run;
using testing::TemporaryFolder;

constexpr std::string_view kSoundTreaty =
    "TREATY ON LAKES\n\nArticle 1\n\nSubject to article 2, lakes are kept clean.\n\n"
    "Article 2\n\nShores are kept clean.\n";

/// A PDF of one page with the content `drawn` and `forms` that it may draw as X0, X1 ...; `more` goes into its trailer.
std::string pdf_of(const std::string& drawn, const std::string& more = {}, const std::vector<std::string>& forms = {}) {
  std::string pdf = "%PDF-1.4\n";
  std::vector<std::size_t> offsets;
  const auto object = [&](const std::string& body) {
    offsets.push_back(pdf.size());
    pdf += fmt::format("{} 0 obj\n{}\nendobj\n", offsets.size(), body);
  };
  object("<< /Type /Catalog /Pages 2 0 R >>");
  object("<< /Type /Pages /Kids [4 0 R] /Count 1 >>");
  object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
  std::string names;
  for (std::size_t i = 0; i < forms.size(); ++i) names += fmt::format("/X{} {} 0 R ", i, i + 6);
  const auto resources = fmt::format("/Resources << /Font << /F1 3 0 R >> /XObject << {} >> >>", names);
  object(fmt::format("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] {} /Contents 5 0 R >>", resources));
  object(fmt::format("<< /Length {} >>\nstream\n{}\nendstream", drawn.size(), drawn));
  for (const auto& form : forms) {
    object(fmt::format("<< /Type /XObject /Subtype /Form /BBox [0 0 595 842] {} /Length {} >>\nstream\n{}\nendstream",
                       resources, form.size(), form));
  }
  const auto table = pdf.size();
  pdf += fmt::format("xref\n0 {}\n0000000000 65535 f \n", offsets.size() + 1);
  for (const auto offset : offsets) pdf += fmt::format("{:010} 00000 n \n", offset);
  return pdf +
         fmt::format("trailer << /Size {} /Root 1 0 R {} >>\nstartxref\n{}\n%%EOF\n", offsets.size() + 1, more, table);
}

/// Each form draws the next one ten times: a few kilobytes that take 10^10 steps.
std::string endless_pdf() {
  std::vector<std::string> forms;
  for (int level = 1; level <= 10; ++level) {
    std::string drawn;
    for (int i = 0; i < 10; ++i) drawn += fmt::format("/X{} Do ", level);
    forms.push_back(drawn);
  }
  forms.emplace_back("BT /F1 11 Tf 72 700 Td (Article 1) Tj ET");
  return pdf_of("/X0 Do", {}, forms);
}

std::string repeated(std::string_view text, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

std::string nested(std::string_view element, std::size_t levels) {
  std::string xml = "<akomaNtoso><act><body>";
  for (std::size_t i = 0; i < levels; ++i) xml += fmt::format("<{}>", element);
  for (std::size_t i = 0; i < levels; ++i) xml += fmt::format("</{}>", element);
  return xml + "</body></act></akomaNtoso>";
}

std::string noise(std::size_t size) {
  testing::Random random(7);
  std::string bytes;
  for (std::size_t i = 0; i < size; ++i) bytes += static_cast<char>(random.below(256));
  return bytes;
}

struct Hostile {
  std::string bytes;
  std::string message;  ///< expected message
};

std::map<std::string, Hostile> hostile_documents() {
  const std::string drawn = "BT /F1 11 Tf 72 700 Td (Article 1) Tj ET";
  const std::string password(64, 'A');
  const auto pdf = pdf_of(drawn);
  return {
      {"entities.xml",
       {"<!DOCTYPE a [<!ENTITY x \"xxxxxxxxxx\">\n<!ENTITY y \"&x;&x;&x;&x;\">]>\n<akomaNtoso><act><article>"
        "<num>1</num><p>&y;</p></article></act></akomaNtoso>",
        "line 1, column 14: declares an entity"}},
      {"outside.xml",
       {"<!DOCTYPE a [\n<!ENTITY secret SYSTEM \"file:///etc/passwd\">]><akomaNtoso><act><article><num>1</num>"
        "<p>&secret;</p></article></act></akomaNtoso>",
        "line 2, column 1: declares an entity"}},
      {"nested.xml", {nested("article", 300), "more than 200 deep"}},
      {"unclosed.xml", {"<akomaNtoso>\n<act><body>", "is not well-formed XML"}},
      {"root.xml",
       {"<" + std::string(3U << 20, 'r') + "/>", "bytes more), and none of its elements is a numbered article"}},
      {"nested.json", {std::string(100'000, '[') + std::string(100'000, ']'), "no article, part or annex"}},
      {"deep.json", {"{\"articles\":" + std::string(100'000, '['), "is not JSON"}},
      {"truncated.pdf", {pdf.substr(0, pdf.size() / 4), "truncated.pdf: "}},
      {"encrypted.pdf",
       {pdf_of(drawn, fmt::format("/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /O <{0}> /U <{0}> /P -4 >>",
                                  password)),
        "it is encrypted"}},
      {"scan.pdf", {pdf_of("0 0 595 842 re f"), "no text, only pictures"}},
      {"endless.pdf", {endless_pdf(), "the limit for its size"}},
      {"ones.txt", {"Article 1\n\n" + repeated("1. ", 3'000'000), "more than 100000 marks such as"}},
      {"one_lines.txt", {"Article 1\n\n" + repeated("1. x\n", 1'800'000), "more than 100000 marks such as"}},
      {"commas.txt", {"Article 1\n\n" + repeated(", ! ", 2'000'000), "more than 1000000 words, numbers and stops"}},
      {"headings.txt", {repeated("PART I\n", 200'000), "more than 100000 provisions"}},
      {"zip.pdf", {"PK\x03\x04" + noise(1'000), "is a ZIP archive"}},
      {"zip.txt", {"PK\x03\x04" + noise(1'000), "is a ZIP archive"}},
      {"empty.txt", {"", "is empty"}},
      {"blank.txt", {" \n \n", "is empty"}},
      {"noise.txt", {noise(100'000), "is neither text in UTF-8 nor in an encoding that can be recognised"}},
      {"one_line.txt", {std::string(50U << 20, 'x'), "no article, part or annex"}},
  };
}

std::size_t count_of(const std::string& text, const std::string& what) {
  std::size_t count = 0;
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++count;
  return count;
}

TEST(HostileDocuments, are_each_named_once_and_take_nothing_from_the_others) {
  const TemporaryFolder folder;
  const auto hostile = hostile_documents();
  for (const auto& [name, document] : hostile) folder.write("texts/" + name, document.bytes);
  folder.write("texts/lakes.txt", kSoundTreaty);
  folder.write("texts/zz_lakes.json", R"({"treaty_en": "On shores", "articles": [{"content_en": "See article 1."}]})");
  const auto built = run({kIngest, "build", "--out", folder / "a.db", folder / "texts"});
  EXPECT_EQ(built.exit_code, 1);
  for (const auto& [name, document] : hostile) {
    EXPECT_THAT(built.err, HasSubstr(document.message)) << name;
    EXPECT_EQ(count_of(built.err, "/" + name), 1U) << name << "\n" << built.err;
  }
  EXPECT_EQ(count_of(built.err, "\n"), hostile.size() + 1) << built.err;
  EXPECT_LT(built.err.size(), 1'000 * hostile.size());
  EXPECT_THAT(built.err, HasSubstr(fmt::format("{} of {} sources were left out", hostile.size(), hostile.size() + 2)));
  const auto graph = open_database(folder / "a.db");
  ASSERT_TRUE(graph);
  EXPECT_TRUE(graph->find("lakes:art_2"));
  EXPECT_TRUE(graph->find("zz-lakes:art_1"));
}

std::size_t opened(const std::filesystem::path& path, const std::vector<std::string>& command) {
  const int watch = inotify_init1(IN_NONBLOCK);
  inotify_add_watch(watch, path.c_str(), IN_OPEN);
  (void)run(command);
  std::array<char, 65'536> events{};
  const auto size = read(watch, events.data(), events.size());
  close(watch);
  return size < 0 ? 0 : static_cast<std::size_t>(size) / sizeof(inotify_event);
}

TEST(HostileDocuments, that_are_pdfs_are_opened_once_treaty_or_not) {
  const TemporaryFolder folder;
  const auto letter = folder.write("letter.pdf", pdf_of("BT /F1 11 Tf 72 700 Td (Dear all) Tj ET"));
  const auto treaty = folder.write("treaty.pdf", pdf_of("BT /F1 11 Tf 72 700 Td (Article 1) Tj ET"));
  for (const auto& path : {letter, treaty}) {
    EXPECT_EQ(opened(path, {kIngest, "build", "--out", folder / "a.db", path}), 1U) << path;
    EXPECT_EQ(opened(path, {kIngest, "structure", path}), 1U) << path;
  }
}

/// Documents of a few megabytes that consist of markup and words only.
TEST(HostileDocuments, take_memory_in_proportion_to_their_size) {
  if (testing::kIsSanitized) GTEST_SKIP() << "a sanitizer takes memory of its own";
  const TemporaryFolder folder;
  for (const auto& [name, document] : hostile_documents()) {
    if (document.bytes.size() < (4U << 20)) continue;
    const auto path = folder.write(name, document.bytes);
    ASSERT_EQ(run({kIngest, "build", "--out", folder / "a.db", "--report", folder / "report.json", path}).exit_code, 3);
    rapidjson::Document report;
    report.Parse(testing::bytes_of(folder / "report.json").c_str());
    EXPECT_LT(report["peak_memory_bytes"].GetUint64(), (96U << 20) + 32 * document.bytes.size()) << name;
  }
}

/// Reading takes time in proportion to the size, whatever the lines are.
TEST(HostileDocuments, may_be_one_line_full_of_citations) {
  const TemporaryFolder folder;
  std::string line = "Article 1\n";
  while (line.size() < (1U << 20)) line += "subject to article 1, paragraph 2 (a), (b) and (c) of article 9, and ";
  const auto text = folder.write("line.txt", line).string();
  const auto built = run({kIngest, "build", "--out", folder / "a.db", "line=" + text});
  EXPECT_EQ(built.exit_code, 0) << built.err.substr(0, 1'000);
}

}  // namespace
}  // namespace treatygraph
