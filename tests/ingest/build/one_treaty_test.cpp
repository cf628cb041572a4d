#include "ingest/build/one_treaty.h"

#include <algorithm>

#include <gmock/gmock.h>

#include "ingest/build/link.h"
#include "ingest/build/treaty_records.h"
#include "ingest/references/references.h"
#include "ingest/structure/text_structure.h"

namespace treatygraph::ingest {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::UnorderedElementsAre;

Document document_of(std::string title, std::string text) {
  Document document;
  document.title = std::move(title);
  document.text = std::move(text);
  document.structure = read_structure(document.text);
  document.map = SourceMap::identity(document.text);
  return document;
}

struct Text {
  std::string slug;
  Document document;
};

/// What a build makes of the texts.
GraphRecords linked(const std::vector<Text>& texts) {
  InstrumentRegistry registry;
  for (const auto& [slug, document] : texts) {
    if (!document.title.empty()) registry.add({document.title}, slug);
  }
  std::vector<SourceRecords> sources;
  for (const auto& [slug, document] : texts) {
    sources.push_back(records_of(document, find_references(document), slug, registry));
  }
  auto records = link(std::move(sources));
  EXPECT_TRUE(records) << records.error().detail;
  return std::move(*records);
}

std::string text_of(const NodeRecord& node, std::string_view name) {
  const auto* value = find_property(node.properties, name);
  return value == nullptr ? std::string() : std::get<std::string>(value->value);
}

std::vector<std::string> treaties(const GraphRecords& records) {
  std::vector<std::string> keys;
  for (const auto& node : records.nodes) {
    if (node.key.starts_with("treaty:")) keys.push_back(node.key);
  }
  return keys;
}

std::vector<std::string> cited(const GraphRecords& records) {
  std::vector<std::string> targets;
  for (const auto& r : records.relationships) {
    if (r.type == "REFERS_TO") targets.push_back(r.to);
  }
  return targets;
}

const NodeRecord& node(const GraphRecords& records, std::string_view key) {
  return *std::ranges::find(records.nodes, key, &NodeRecord::key);
}

constexpr auto* kEnd = "\n\nArticle 2\n\nThe end.\n\nArticle 3\n\nNothing more.\n";

TEST(OneTreaty, is_what_all_spellings_of_its_name_lead_to) {
  const auto records = linked(
      {{"a",
        document_of("Treaty A", std::string("Article 1\n\nUnder Article 5 of the Grand Charter of Lakes.") + kEnd)},
       {"b", document_of("Treaty B", std::string("Article 1\n\nGrand Charter of Lakes, Article 2, applies.") + kEnd)},
       {"c",
        document_of("Treaty C", std::string("Article 1\n\nThe Grand Charter ofLakes of 4 May 1988 applies.") + kEnd)}});
  EXPECT_THAT(treaties(records),
              UnorderedElementsAre("treaty:a", "treaty:b", "treaty:c", "treaty:grand-charter-of-lakes"));
  EXPECT_THAT(cited(records), ElementsAre("treaty:grand-charter-of-lakes", "treaty:grand-charter-of-lakes",
                                          "treaty:grand-charter-of-lakes"));
}

TEST(OneTreaty, that_is_loaded_is_known_by_its_title_under_any_slug) {
  const auto records = linked(
      {{"x", document_of("Convention on the Quiet of Life at Sea, 1974", std::string("Article 1\n\nQuiet.") + kEnd)},
       {"a",
        document_of("Treaty A", std::string("Article 1\n\nUnder Article 3 of the Convention on the Quiet of Life at "
                                            "Sea and Article 2 of the Convention on the Quiet of Life at Sea, 1960.") +
                                    kEnd)}});
  EXPECT_THAT(cited(records), ElementsAre("x:art_3", "treaty:convention-on-the-quiet-of-life-at-sea-1960"))
      << "another year is another treaty";
}

TEST(OneTreaty, is_never_another_that_happens_to_be_at_hand) {
  const auto records =
      linked({{"a", document_of(
                        "Convention on Lifeboats",
                        std::string("Article 1\n\nUnder Article 2 of the Rescue Convention, and Article 3 of the Grand "
                                    "Treaty on Boats.") +
                            kEnd)},
              {"boats", document_of("Treaty on Boats", std::string("Article 1\n\nBoats.") + kEnd)}});
  EXPECT_THAT(cited(records), ElementsAre("treaty:rescue-convention", "treaty:grand-treaty-on-boats"));
}

SourceRecords dataset_citing(const std::string& slug, const std::string& title) {
  SourceRecords source;
  source.records.nodes.push_back({"treaty:d", {"Treaty"}, {{"slug", "d"}, {"title", "Treaty D"}, {"loaded", true}}});
  source.records.nodes.push_back({"d:art_1", {"Provision", "Article"}, {}});
  source.records.relationships.push_back({"HAS_PART", "treaty:d", "d:art_1", {}});
  source.placeholders.nodes.push_back(
      {"treaty:" + slug,
       {"Treaty"},
       {{"slug", slug}, {"title", title}, {"loaded", false}, {"basis", "curated"}, {"source", "dataset"}}});
  source.records.relationships.push_back({"REFERS_TO", "d:art_1", "treaty:" + slug, {}});
  source.records.relationships.push_back({"CORRESPONDS_TO", "d:art_1", slug + ":art_2", {}});
  return source;
}

TEST(OneTreaty, of_a_dataset_and_a_text_is_the_text) {
  auto text = document_of("Convention on the Rights of the Child", std::string("Article 1\n\nChildren.") + kEnd);
  InstrumentRegistry registry;
  registry.add({text.title}, "x");
  for (const bool dataset_first : {true, false}) {
    std::vector<SourceRecords> sources;
    sources.push_back(dataset_citing("crc", "Convention on the Rights of the Child"));
    sources.push_back(records_of(text, find_references(text), "x", registry));
    if (!dataset_first) std::swap(sources[0], sources[1]);
    const auto records = link(std::move(sources));
    ASSERT_TRUE(records) << records.error().detail;
    EXPECT_THAT(treaties(*records), UnorderedElementsAre("treaty:d", "treaty:x"));
    EXPECT_THAT(cited(*records), ElementsAre("treaty:x"));
    const auto same = std::ranges::find(records->relationships, "CORRESPONDS_TO", &RelationshipRecord::type);
    EXPECT_EQ(same->to, "x:art_2");
  }
}

TEST(OneTreaty, that_is_well_known_says_what_is_known_of_it_and_from_where) {
  const auto records =
      linked({{"a", document_of("Treaty A", std::string("Article 1\n\nUnder article 2 of the Budapest "
                                                        "Convention, Council of Europe Convention on "
                                                        "Cybercrime (ETS No. 185), and article 3 of the "
                                                        "Convention on Cybercrime.") +
                                                kEnd)}});
  EXPECT_THAT(treaties(records), ElementsAre("treaty:a", "treaty:budapest"));
  const auto& budapest = node(records, "treaty:budapest");
  EXPECT_EQ(text_of(budapest, "title"), "Convention on Cybercrime");
  EXPECT_THAT(text_of(budapest, "aliases"), HasSubstr("CETS 185"));
  EXPECT_THAT(text_of(budapest, "aliases"), HasSubstr("Convenio sobre la Ciberdelincuencia"));
  EXPECT_EQ(find_property(budapest.properties, "year")->value, PropertyValue(std::int64_t{2001}).value);
  EXPECT_THAT(text_of(budapest, "names_source"), Not(::testing::IsEmpty()));
}

TEST(OneTreaty, is_not_one_of_those_that_an_ambiguous_name_may_mean) {
  const auto records = linked(
      {{"a", document_of("Treaty A", std::string("Article 1\n\nUnder article 2 of the Hague Convention.") + kEnd)},
       {"b", document_of("Treaty B", std::string("Article 1\n\nThe Paris Convention for the Protection of Industrial "
                                                 "Property applies; so does article 4 of the Paris Convention.") +
                                         kEnd)}});
  EXPECT_THAT(text_of(node(records, "a:art_1"), "unresolved"),
              HasSubstr("(not said which instrument: the Hague Convention may be "));
  EXPECT_THAT(cited(records), ElementsAre("treaty:paris-convention", "treaty:paris-convention"))
      << "the one that the text names in full";
}

TEST(OneTreaty, is_called_by_its_name_and_by_no_word_of_the_sentence) {
  const auto records = linked(
      {{"a", document_of("Treaty on Rafts",
                         "Article 1\n\n1. Article 19 of the Wood Charter and a Contracting Party's law apply.\n\n"
                         "2. Article 5 of the Convention against Noise and Other Loud, Harsh or Piercing Sounds "
                         "applies.\n\n3. A Party to the International Regulations for Preventing Echoes at Sea, 1972, "
                         "may reserve Article 3.\n\n4. Charter of the Lakes, Article 2, applies as the Charter of the "
                         "Lakes does.\n\n5. Each Party accepts the Treaty on Rafts under Article 2 of the Rafts "
                         "Treaty." +
                             std::string(kEnd))},
       {"noise", document_of("Convention against Noise and Other Loud, Harsh or Piercing Sounds",
                             "Article 4\n\nNoise ends.\n\nArticle 5\n\nIt is punished.\n")}});
  EXPECT_THAT(treaties(records),
              UnorderedElementsAre("treaty:a", "treaty:noise", "treaty:wood-charter", "treaty:charter-of-the-lakes",
                                   "treaty:international-regulations-for-preventing-echoes-at-sea-1972"));
  EXPECT_THAT(cited(records), UnorderedElementsAre("treaty:wood-charter", "noise:art_5",
                                                   "treaty:international-regulations-for-preventing-echoes-at-sea-1972",
                                                   "a:art_3", "treaty:charter-of-the-lakes", "a:art_2"));
}

TEST(OneTreaty, is_not_made_of_words_that_name_none) {
  const auto records =
      linked({{"a", document_of("Treaty A", std::string("Article 1\n\nThis Treaty follows article 5 of the "
                                                        "Protocol and article 6 of the Charter.") +
                                                kEnd)}});
  EXPECT_THAT(treaties(records), ElementsAre("treaty:a"));
  EXPECT_THAT(cited(records), ElementsAre());
  EXPECT_THAT(text_of(node(records, "a:art_1"), "unresolved"),
              HasSubstr("article 6 of the Charter (not said which instrument)"));
}

TEST(OneTreaty, keeps_names_apart_that_begin_alike_and_are_long) {
  const std::string name = "Grand Treaty on the Conservation of the Waters and Shores of the Lakes and Rivers of ";
  const auto records =
      linked({{"a", document_of("Treaty A", "Article 1\n\nUnder Article 5 of the " + name + "Rain and " +
                                                "Article 6 of the " + name + "Snow." + kEnd)}});
  EXPECT_EQ(treaties(records).size(), 3U);
}

}  // namespace
}  // namespace treatygraph::ingest
