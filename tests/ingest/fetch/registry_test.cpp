// The table of official texts, and the addresses that may be asked.

#include "ingest/fetch/registry.h"

#include <algorithm>
#include <map>
#include <set>

#include <gmock/gmock.h>

#include "ingest/fetch/fetch_text.h"
#include "ingest/fetch/web_address.h"
#include "ingest/treaties/well_known_treaties.h"

namespace treatygraph::ingest {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

TEST(Registry, has_texts_of_treaties_of_many_fields_at_addresses_that_may_be_asked) {
  const auto registry = Registry::parse(kRegistryTable, "registry.csv");
  ASSERT_TRUE(registry) << registry.error().detail;
  std::map<std::string, std::set<std::string>> slugs;
  for (const auto& text : registry->texts()) {
    if (text.kind == "text") slugs[text.field].insert(text.slug);
    for (const auto& language : text.languages) {
      const auto address = WebAddress::parse(text.address_in(language));
      ASSERT_TRUE(address) << address.error().detail;
      EXPECT_FALSE(address->is_loopback);
      EXPECT_EQ(address->address.find('{'), std::string::npos) << address->address;
    }
  }
  std::size_t treaties = 0;
  for (const auto* field : {"crime", "human rights", "sea", "environment", "trade"}) {
    EXPECT_GE(slugs[field].size(), 5U) << field;
    treaties += slugs[field].size();
  }
  EXPECT_GE(treaties, 40U);
}

TEST(Registry, has_each_address_once) {
  const auto registry = *Registry::parse(kRegistryTable, "registry.csv");
  std::set<std::string> seen;
  for (const auto& text : registry.texts()) {
    const bool is_shared = text.remark.find("annex") != std::string::npos;
    EXPECT_TRUE(seen.insert(text.address).second || is_shared) << text.slug << " " << text.address;
  }
}

TEST(Registry, gives_the_places_of_a_text_in_a_language) {
  const auto uncc = Registry::parse(kRegistryTable, "registry.csv")->of("uncc");
  ASSERT_TRUE(uncc);
  const auto french = places_of(*uncc, "text", "fr", "pdf");
  ASSERT_TRUE(french) << french.error().detail;
  ASSERT_EQ(french->size(), 1U);
  EXPECT_EQ(french->front().address, "https://documents.un.org/api/symbol/access?s=A%2FRES%2F79%2F243&l=fr&t=pdf");
  EXPECT_EQ(french->front().name, "uncc/fr");
  EXPECT_EQ(places_of(*uncc, "text", "en", "")->front().format, "docx");
  EXPECT_EQ(places_of(*uncc, "status", "en", "")->front().name, "uncc/status-en");
  EXPECT_THAT(places_of(*uncc, "text", "sv", "").error().detail,
              AllOf(HasSubstr("no text of uncc in sv"), HasSubstr("docx in ar, zh, en, fr, ru, es")));
}

TEST(Registry, offers_the_nearest_slug) {
  const auto registry = *Registry::parse(kRegistryTable, "registry.csv");
  EXPECT_THAT(registry.of("uncx").error().detail, HasSubstr("nearest: uncc"));
}

TEST(Registry, names_what_is_wrong_with_a_table) {
  EXPECT_THAT(Registry::parse("slug,title\nwells,Pact\n", "mine.csv").error().detail,
              HasSubstr("mine.csv:1: the column field is missing"));
  const auto error = Registry::parse(
      "slug,title,field,kind,format,languages,address,known,remark\nwells,Pact,crime,page,pdf,en,,seen,\n", "mine.csv");
  ASSERT_FALSE(error);
  EXPECT_THAT(error.error().detail, AllOf(HasSubstr("mine.csv:2: column kind: no value page"),
                                          HasSubstr("mine.csv:2: column address: is empty")));
}

TEST(WebAddress, is_https_or_of_this_machine) {
  for (const auto* right : {"https://example.org/a.pdf", "http://127.0.0.1:8080/a", "http://localhost/a",
                            "http://[::1]:1/a", "HTTPS://EXAMPLE.org"}) {
    EXPECT_TRUE(WebAddress::parse(right)) << right;
  }
  for (const auto* wrong : {"http://example.org/a.pdf", "http://127.0.0.1.example.org/", "ftp://example.org/a",
                            "file:///etc/hosts", "https://", "www.example.org/a.pdf", "http://128.0.0.1/",
                            "https://me:secret@example.org/", "gopher://127.0.0.1/"}) {
    EXPECT_FALSE(WebAddress::parse(wrong)) << wrong;
  }
  EXPECT_EQ(WebAddress::parse("https://Example.org/x/A.PDF?q=1#page=2")->address, "https://example.org/x/A.PDF?q=1");
  EXPECT_EQ(WebAddress::parse("https://example.org/x/A.PDF?q=1")->ending, "pdf");
}

}  // namespace
}  // namespace treatygraph::ingest
