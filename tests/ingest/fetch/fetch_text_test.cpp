// Texts of a server that does what servers do.

#include "ingest/fetch/fetch_text.h"

#include <chrono>
#include <filesystem>

#include <gmock/gmock.h>

#include "graph/sha256.h"
#include "ingest/fetch/manifest.h"
#include "tests/ingest/fetch/text_server.h"
#include "tests/support/temporary_folder.h"

namespace treatygraph::ingest {
namespace {

using ::testing::AllOf;
using testing::bytes_of;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::page;
using testing::Served;
using testing::small_pdf;

class FetchText : public ::testing::Test {
 protected:
  FetchText() {
    limits_.pause = std::chrono::milliseconds(0);
    limits_.time = std::chrono::seconds(10);
  }

  FetchedText fetch(const std::vector<TextPlace>& places, FetchRules rules = {}) {
    auto cache = TextCache::open(folder_ / "cache");
    EXPECT_TRUE(cache) << cache.error().detail;
    Downloader downloader(limits_);
    return fetch_text(places, rules, downloader, *cache);
  }

  FetchedText fetch(std::string_view path, FetchRules rules = {}) {
    return fetch({{server_.at(path), "wells/en", "pdf", ""}}, rules);
  }

  /// Files of the cache, without the manifest and the lock.
  [[nodiscard]] std::size_t kept() const {
    std::size_t files = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder_ / "cache")) {
      const auto name = entry.path().filename();
      files += entry.is_regular_file() && name != "manifest.json" && name != ".lock" ? 1U : 0U;
    }
    return files;
  }

  testing::TextServer server_;
  testing::TemporaryFolder folder_;
  DownloadLimits limits_;
};

TEST_F(FetchText, keeps_what_came_with_its_address_its_day_and_its_hash) {
  server_.serve("/access", {"", "", 302, "/wells.pdf"});
  server_.serve("/wells.pdf", {small_pdf("first"), "application/pdf; charset=binary"});
  const auto fetched = fetch("/access");
  ASSERT_TRUE(fetched.file);
  EXPECT_TRUE(fetched.is_as_asked);
  EXPECT_THAT(fetched.notes, IsEmpty());
  EXPECT_EQ(bytes_of(*fetched.file), small_pdf("first"));
  const auto manifest = read_manifest(bytes_of(folder_ / "cache/manifest.json"));
  ASSERT_TRUE(manifest) << manifest.error().detail;
  ASSERT_EQ(manifest->size(), 1U);
  const auto& text = manifest->front();
  EXPECT_EQ(text.asked, server_.at("/access"));
  EXPECT_EQ(text.address, server_.at("/wells.pdf"));
  EXPECT_EQ(text.media_type, "application/pdf");
  EXPECT_EQ(text.sha256.size(), 64U);
  EXPECT_EQ(text.fetched.size(), std::string_view("2026-03-01T12:00:00Z").size());
  EXPECT_THAT(server_.last_agent(), HasSubstr("treatygraph-ingest/"));
}

TEST_F(FetchText, refuses_redirects_that_lead_nowhere) {
  server_.serve("/a", {"", "", 302, "/b"});
  server_.serve("/b", {"", "", 302, "/a"});
  EXPECT_THAT(fetch("/a").notes, ElementsAre(HasSubstr("leads in a circle")));
  for (int i = 0; i < 20; ++i) {
    server_.serve("/step" + std::to_string(i), {"", "", 302, "/step" + std::to_string(i + 1)});
  }
  EXPECT_THAT(fetch("/step0").notes, ElementsAre(HasSubstr("leads on and on, more than 10 times")));
  server_.serve("/out", {"", "", 302, "http://example.org/wells.pdf"});
  EXPECT_THAT(fetch("/out").notes,
              ElementsAre(AllOf(HasSubstr("leads to http://example.org"), HasSubstr("only HTTPS"))));
  server_.serve("/file", {"", "", 302, "file:///etc/hosts"});
  EXPECT_THAT(fetch("/file").notes, ElementsAre(HasSubstr("leads to")));
  EXPECT_EQ(kept(), 0U);
}

TEST_F(FetchText, keeps_nothing_of_what_is_no_whole_document) {
  server_.serve("/cut.pdf", {small_pdf("cut off on the way"), "application/pdf", 200, "", 30});
  server_.serve("/half.pdf", {small_pdf("cut off before").substr(0, 30), "application/pdf"});
  server_.serve("/page.pdf", {page("Welcome", "Please enable scripts."), "text/html"});
  server_.serve("/empty.pdf", {"", "application/pdf"});
  server_.serve("/late.pdf", {page("503", "x"), "text/html", 503});
  const auto note = [&](std::string_view path) {
    const auto fetched = fetch(path);
    EXPECT_FALSE(fetched.file) << path;
    EXPECT_FALSE(fetched.is_as_asked);
    return fetched.notes.size() == 1 ? fetched.notes.front() : "no one note";
  };
  EXPECT_THAT(note("/cut.pdf"), AllOf(HasSubstr("it was cut off"), HasSubstr("nothing was kept")));
  EXPECT_THAT(note("/half.pdf"), AllOf(HasSubstr("%%EOF"), HasSubstr("nothing was kept")));
  EXPECT_THAT(note("/page.pdf"), HasSubstr("HTML arrived where a PDF was expected, with the title \"Welcome\""));
  EXPECT_THAT(note("/empty.pdf"), HasSubstr("nothing arrived"));
  EXPECT_THAT(note("/none.pdf"), AllOf(HasSubstr("answers 404"), HasSubstr("no such document")));
  EXPECT_THAT(note("/late.pdf"), HasSubstr("answers 503"));
  server_.serve("/busy.pdf", {page("429", "x"), "text/html", 429, "", 0, 0, "120"});
  EXPECT_THAT(note("/busy.pdf"), AllOf(HasSubstr("answers 429"), HasSubstr("come back later, in 120 s")));
  EXPECT_EQ(kept(), 0U);
}

TEST_F(FetchText, ends_where_it_takes_too_long_or_is_too_large) {
  server_.serve("/slow.pdf", {small_pdf("slow"), "application/pdf", 200, "", 0, 1500});
  limits_.time = std::chrono::milliseconds(200);
  EXPECT_THAT(fetch("/slow.pdf").notes, ElementsAre(AllOf(HasSubstr("did not arrive"), HasSubstr("--timeout"))));
  limits_.time = std::chrono::seconds(10);
  limits_.bytes = 20;
  server_.serve("/large.pdf", {small_pdf("large"), "application/pdf"});
  EXPECT_THAT(fetch("/large.pdf").notes, ElementsAre(HasSubstr("--max-size")));
  EXPECT_EQ(kept(), 0U);
}

TEST_F(FetchText, never_lets_a_changed_text_take_the_place_of_the_old_one_by_itself) {
  server_.serve("/wells.pdf", {small_pdf("first"), "application/pdf"});
  const auto first = fetch("/wells.pdf");
  EXPECT_TRUE(fetch("/wells.pdf").is_as_asked) << "the same again";
  server_.serve("/wells.pdf", {small_pdf("second"), "application/pdf"});
  const auto second = fetch("/wells.pdf");
  EXPECT_FALSE(second.is_as_asked);
  EXPECT_EQ(second.file, first.file);
  EXPECT_EQ(bytes_of(*second.file), small_pdf("first"));
  EXPECT_THAT(second.notes, ElementsAre(AllOf(HasSubstr("another text than it did"), HasSubstr("beside the old one"))));
  EXPECT_EQ(kept(), 2U);
  const auto accepted = fetch("/wells.pdf", {false, true});
  EXPECT_TRUE(accepted.is_as_asked);
  EXPECT_EQ(bytes_of(*accepted.file), small_pdf("second"));
  EXPECT_EQ(bytes_of(*first.file), small_pdf("first")) << "the old one is kept";
  EXPECT_TRUE(fetch("/wells.pdf").is_as_asked);
}

TEST_F(FetchText, tells_of_the_last_of_several_changed_texts) {
  for (const auto* words : {"first", "second"}) {
    server_.serve("/wells.pdf", {small_pdf(words), "application/pdf"});
    (void)fetch("/wells.pdf");
  }
  server_.serve("/wells.pdf", {small_pdf("third"), "application/pdf"});
  Sha256 hash;
  hash.add(small_pdf("third"));
  EXPECT_THAT(fetch("/wells.pdf").notes, ElementsAre(HasSubstr(hash.finish())));
}

TEST_F(FetchText, goes_by_what_is_kept_where_nobody_answers_and_says_so) {
  server_.serve("/wells.pdf", {small_pdf("first"), "application/pdf"});
  const auto first = fetch("/wells.pdf");
  server_.serve("/wells.pdf", {page("Down", "x"), "text/html", 500});
  const auto down = fetch("/wells.pdf");
  EXPECT_EQ(down.file, first.file);
  EXPECT_FALSE(down.is_as_asked);
  EXPECT_THAT(down.notes, ElementsAre(HasSubstr("answers 500"), HasSubstr("is kept")));
  const auto asked = server_.asked("/wells.pdf");
  EXPECT_EQ(fetch("/wells.pdf", {true, false}).file, first.file);
  EXPECT_EQ(server_.asked("/wells.pdf"), asked) << "--offline asks nobody";
  EXPECT_THAT(fetch("/other.pdf", {true, false}).notes, ElementsAre(HasSubstr("no copy is kept")));
}

TEST_F(FetchText, tries_the_next_place_where_one_gives_nothing) {
  server_.serve("/wells.html", {page("Pact on Wells", "Article 1"), "text/html"});
  const auto fetched =
      fetch({{server_.at("/none.docx"), "wells/en", "docx", "the registry has this address from memory"},
             {server_.at("/wells.html"), "wells/en", "html", ""}});
  EXPECT_TRUE(fetched.is_as_asked);
  EXPECT_EQ(fetched.file->extension(), ".html");
  EXPECT_THAT(fetched.notes, ElementsAre(AllOf(HasSubstr("404"), HasSubstr("from memory"))));
}

TEST_F(FetchText, says_where_a_kept_text_was_changed_or_lost) {
  server_.serve("/wells.pdf", {small_pdf("first"), "application/pdf"});
  const auto first = fetch("/wells.pdf");
  folder_.write(std::filesystem::relative(*first.file, folder_.path()).string(), "scribbled over");
  const auto offline = fetch("/wells.pdf", {true, false});
  EXPECT_FALSE(offline.file);
  EXPECT_THAT(offline.notes, ElementsAre(HasSubstr("somebody changed it"), HasSubstr("no copy is kept")));
  const auto again = fetch("/wells.pdf");
  EXPECT_EQ(bytes_of(*again.file), small_pdf("first"));
  std::filesystem::remove(*first.file);
  EXPECT_THAT(fetch("/wells.pdf", {true, false}).notes, ElementsAre(HasSubstr("is gone"), HasSubstr("no copy")));
}

TEST_F(FetchText, leaves_a_manifest_that_it_cannot_read_as_it_is) {
  folder_.write("cache/manifest.json", "{\"version\": 1, \"texts\": [{}");
  const auto cache = TextCache::open(folder_ / "cache");
  ASSERT_FALSE(cache);
  EXPECT_THAT(cache.error().detail, AllOf(HasSubstr("manifest.json"), HasSubstr("nothing was changed")));
  for (const auto* wrong :
       {"[]", "{\"version\": 9, \"texts\": []}", "{\"version\": 1, \"texts\": [{\"file\": \"../x\"}]}"}) {
    folder_.write("cache/manifest.json", wrong);
    EXPECT_FALSE(TextCache::open(folder_ / "cache")) << wrong;
  }
}

TEST_F(FetchText, lets_one_process_at_a_time_into_a_cache) {
  const auto cache = TextCache::open(folder_ / "cache");
  ASSERT_TRUE(cache);
  const auto other = TextCache::open(folder_ / "cache");
  ASSERT_FALSE(other);
  EXPECT_THAT(other.error().detail, HasSubstr("another process"));
}

TEST_F(FetchText, asks_one_host_after_a_pause) {
  server_.serve("/a.pdf", {small_pdf("a"), "application/pdf"});
  limits_.pause = std::chrono::milliseconds(300);
  Downloader downloader(limits_);
  const auto address = *WebAddress::parse(server_.at("/a.pdf"));
  const auto begun = std::chrono::steady_clock::now();
  EXPECT_TRUE(downloader.get(address));
  EXPECT_TRUE(downloader.get(address));
  EXPECT_GE(std::chrono::steady_clock::now() - begun, limits_.pause) << "never less, however slow the machine is";
}

}  // namespace
}  // namespace treatygraph::ingest
