// treatygraph-ingest fetch as a user runs it: a resolution with the convention that is annexed to it, as it is printed,
// from its address to the graph.

#include <cstdlib>
#include <filesystem>

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "graph/database.h"
#include "tests/ingest/fetch/text_server.h"
#include "tests/support/places.h"
#include "tests/support/printer.h"
#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"

namespace treatygraph {
namespace {

using ::testing::AllOf;
using testing::bytes_of;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::run;
using testing::small_pdf;
using ::testing::StartsWith;

const std::string kIngest = std::string(testing::kProgramsFolder) + "/treatygraph-ingest";

constexpr std::string_view kResolution = R"(<!DOCTYPE html><html><head><meta charset="utf-8">
<title>99/1. Pact on Wells</title><style>
 @page { size: A4; margin: 25mm } body { font: 11pt serif } h1 { font-size: 13pt } .mid { text-align: center }
 .in { margin-left: 12mm } .point { margin-left: 20mm } .head { display: flex; justify-content: space-between }
 .annex { page-break-before: always }</style></head><body>
<div class="head"><span>United Nations</span><span>A/RES/99/1</span></div>
<div class="head"><b>General Assembly</b><span>Distr.: General<br>1 May 2030</span></div>
<p>Ninety-ninth session<br>Agenda item 12</p>
<h1 class="mid">Resolution adopted by the General Assembly on 1 May 2030</h1>
<p class="mid">[<i>on the report of the Third Committee (A/99/100, para. 12)</i>]</p>
<h1>99/1. Pact on Wells</h1>
<p class="in"><i>The General Assembly</i>,</p>
<p class="in"><i>Recalling</i> its resolution 97/3 of 2 June 2028, in which it set up a committee on wells,</p>
<p class="in">1. <i>Adopts</i> the Pact on Wells annexed to the present resolution;</p>
<p class="in">2. <i>Requests</i> the Secretary-General to open the Pact for signature.</p>
<p style="text-align: right"><i>12th plenary meeting<br>1 May 2030</i></p>
<p class="annex">Annex</p>
<h1>Pact on Wells</h1>
<h2>Preamble</h2>
<p class="in"><i>The States Parties to this Pact</i>,</p>
<p class="in"><i>Concerned</i> about wells,</p>
<p class="in"><i>Have agreed</i> as follows:</p>
<h2 class="mid">Chapter I<br>General provisions</h2>
<h3 class="mid">Article 1<br>Purpose</h3>
<p class="in">The purpose of this Pact is to keep wells clean.</p>
<h3 class="mid">Article 2<br>Use of terms</h3>
<p class="in">For the purposes of this Pact:</p>
<p class="point">(a) "Well" means a hole with water in it;</p>
<p class="point">(b) "Digger" means whoever makes one.</p>
<h2 class="mid">Chapter II<br>Duties</h2>
<h3 class="mid">Article 3<br>Digging</h3>
<p class="in">1. Each State Party shall ensure that diggers act in accordance with article 1.</p>
<p class="in">2. Paragraph 1 applies subject to article 2, subparagraph (b).</p>
<h3 class="mid">Article 4<br>Signature</h3>
<p class="in">This Pact shall be open to all States for signature.</p>
</body></html>
)";

class FetchProgram : public ::testing::Test {
 protected:
  void SetUp() override {
    registry("pdf", "/access");
    cache_ = (folder_ / "cache").string();
  }

  void registry(std::string_view format, std::string_view path) const {
    folder_.write("registry.csv", fmt::format("slug,title,field,kind,format,languages,address,known,remark\n"
                                              "wells,Pact on Wells,crime,text,{},en;fr,{}?l={{language}},seen,\n",
                                              format, server_.at(path)));
  }

  [[nodiscard]] testing::Finished fetch(std::vector<std::string> more) const {
    std::vector<std::string> command = {kIngest, "fetch", "--cache", cache_, "--registry", folder_ / "registry.csv"};
    command.insert(command.end(), more.begin(), more.end());
    return run(command);
  }

  testing::TextServer server_;
  testing::TemporaryFolder folder_;
  std::string cache_;
};

TEST_F(FetchProgram, brings_a_printed_resolution_from_its_address_into_the_graph) {
  if (!testing::has_printer()) GTEST_SKIP() << "no Chromium to print with";
  const auto html = folder_.write("resolution.html", kResolution);
  ASSERT_TRUE(testing::print(html, folder_ / "resolution.pdf", testing::PageLines::HeadAndFoot));
  server_.serve("/access", {"", "", 302, "/documents/resolution.pdf"});
  server_.serve("/documents/resolution.pdf", {bytes_of(folder_ / "resolution.pdf"), "application/pdf"});
  const auto fetched = fetch({"wells"});
  ASSERT_EQ(fetched.exit_code, 0) << fetched.err;
  EXPECT_THAT(fetched.err, IsEmpty());
  EXPECT_THAT(fetched.out, AllOf(StartsWith("wells=" + cache_ + "/wells/en-"), EndsWith(".pdf\n")));

  folder_.write("wells/treaty.json",
                R"({"slug": "wells", "title": "Pact on Wells", "confidence": "low", "source": "recalled"})");
  folder_.write("wells/provisions.csv",
                "eid,num,heading,confidence,source\nart_1,1,Purpose,low,recalled\nart_3,3,Diggers,low,recalled\n"
                "art_3__para_1,1,,low,recalled\n");
  const auto text = fetched.out.substr(0, fetched.out.size() - 1);
  const auto built = run({kIngest, "build", "--out", folder_ / "a.db", folder_ / "wells", "--text", text});
  ASSERT_EQ(built.exit_code, 0) << built.err;
  const auto records = read_database(folder_ / "a.db");
  ASSERT_TRUE(records) << records.error().detail;
  std::vector<std::string> articles;
  for (const auto& node : records->nodes) {
    if (node.key.starts_with("wells:art_")) articles.push_back(node.key);
  }
  EXPECT_THAT(articles, ::testing::UnorderedElementsAre("wells:art_1", "wells:art_2", "wells:art_2__point_a",
                                                        "wells:art_2__point_b", "wells:art_3", "wells:art_3__para_1",
                                                        "wells:art_3__para_2", "wells:art_4"));
  EXPECT_THAT(run({kIngest, "check", folder_ / "a.db"}).out, HasSubstr("\"Digging\" in the text, \"Diggers\""));
}

TEST_F(FetchProgram, ends_with_1_where_a_text_changed_and_says_where_both_are) {
  server_.serve("/access", {small_pdf("first"), "application/pdf"});
  const auto first = fetch({"wells"});
  ASSERT_EQ(first.exit_code, 0) << first.err;
  server_.serve("/access", {small_pdf("second"), "application/pdf"});
  const auto second = fetch({"wells"});
  EXPECT_EQ(second.exit_code, 1);
  EXPECT_EQ(second.out, first.out);
  EXPECT_THAT(second.err, AllOf(HasSubstr("another text than it did"), HasSubstr("--accept-changed")));
  const auto accepted = fetch({"wells", "--accept-changed"});
  EXPECT_EQ(accepted.exit_code, 0) << accepted.err;
  EXPECT_NE(accepted.out, first.out);
}

TEST_F(FetchProgram, takes_addresses_and_languages_and_leaves_one_failure_to_itself) {
  server_.serve("/access", {small_pdf("in either language"), "application/pdf"});
  server_.serve("/other.pdf", {small_pdf("other"), "application/pdf"});
  const auto fetched =
      fetch({"wells", "--languages", "en,fr", server_.at("/other.pdf"), server_.at("/none.pdf"), "pact"});
  EXPECT_EQ(fetched.exit_code, 1);
  EXPECT_THAT(fetched.out, AllOf(HasSubstr("/wells/en-"), HasSubstr("/wells/fr-"), HasSubstr("/addresses/127-0-0-1-"),
                                 HasSubstr("/other-")));
  EXPECT_THAT(fetched.err, AllOf(HasSubstr("404"), HasSubstr("no treaty pact")));
}

TEST_F(FetchProgram, keeps_texts_where_the_environment_says) {
  server_.serve("/other.pdf", {small_pdf("other"), "application/pdf"});
  const auto fetched = run({"env", "XDG_CACHE_HOME=" + (folder_ / "xdg").string(), "https_proxy=http://127.0.0.1:9",
                            "http_proxy=http://127.0.0.1:9", kIngest, "fetch", server_.at("/other.pdf")});
  EXPECT_EQ(fetched.exit_code, 0) << fetched.err << "; this machine is asked without a proxy";
  EXPECT_THAT(fetched.out, StartsWith((folder_ / "xdg/treatygraph/addresses/").string()));
  const auto proxied = run({"env", "https_proxy=http://127.0.0.1:9", kIngest, "fetch", "--cache", cache_, "--timeout",
                            "5", "https://example.invalid/a.pdf"});
  EXPECT_EQ(proxied.exit_code, 1);
  EXPECT_THAT(proxied.err, HasSubstr("127.0.0.1")) << "the proxy was asked for it";
}

TEST_F(FetchProgram, lists_what_is_registered) {
  EXPECT_THAT(fetch({"--list"}).out, HasSubstr("wells\tcrime\ttext\tpdf\ten,fr\tseen\tPact on Wells"));
  const auto built_in = run({kIngest, "fetch", "--list"});
  EXPECT_THAT(built_in.out, HasSubstr("uncc\tcrime\ttext\tdocx\tar,zh,en,fr,ru,es"));
}

}  // namespace
}  // namespace treatygraph
