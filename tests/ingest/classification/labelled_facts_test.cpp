// Classification against what was labelled by reading: precision and recall for each treaty and class.

#include <cstdlib>
#include <filesystem>
#include <map>
#include <set>
#include <string>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <rapidjson/document.h>

#include "ingest/commands/json_lines.h"
#include "ingest/documents/read_document.h"
#include "tests/ingest/classification/score.h"
#include "tests/support/places.h"
#include "tests/support/temporary_folder.h"

namespace treatygraph::ingest {
namespace {

/// A line of classes.jsonl, or of what `treatygraph-ingest classify` prints.
struct Line {
  std::string eid, fact_class, name;
  std::size_t start = 0, end = 0;
  bool optional = false;
};

/// The labels name a safeguard by its kind, a term by its words, an obligation by its modality; offences and powers are
/// told apart by their position.
std::string what_it_is(const rapidjson::Value& json, bool is_label) {
  const std::string fact_class = json["class"].GetString();
  const std::string name = json["name"].GetString();
  if (fact_class == "safeguard") return is_label ? name : json["kind"].GetString();
  if (fact_class == "obligation") return name;
  if (fact_class != "term") return "";
  auto term = is_label ? name : name.substr(name.find('.') + 1);
  std::ranges::replace(term, ' ', '-');
  return term.substr(0, term.find("-art_"));
}

std::vector<Line> lines_of(std::string_view text, bool is_label) {
  std::vector<Line> lines;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find('\n', at), text.size());
    rapidjson::Document json;
    json.Parse(text.data() + at, end - at);
    at = end + 1;
    if (json.HasParseError() || std::string_view(json["class"].GetString()) == "term_use") continue;
    Line line{json["eid"].GetString(), json["class"].GetString(), what_it_is(json, is_label)};
    if (json.HasMember("start")) line.start = json["start"].GetUint64();
    if (json.HasMember("end")) line.end = json["end"].GetUint64();
    line.optional = json.HasMember("optional");
    lines.push_back(std::move(line));
  }
  return lines;
}

class Scorer {
 public:
  explicit Scorer(const std::vector<Line>& labels) {
    for (const auto& label : labels) {
      if (label.optional) {
        optional_.push_back(label);
      } else {
        labels_.emplace(std::tuple{label.fact_class, label.eid, label.name}, label);
      }
    }
  }

  void take(const Line& found) {
    auto& score = scores_[found.fact_class];
    const auto label = labels_.find({found.fact_class, found.eid, found.name});
    if (label != labels_.end()) {
      ++score.right;
      const bool overlaps = found.start < label->second.end && label->second.start < found.end;
      if (label->second.end > 0 && !overlaps) ++score.misquoted;
      labels_.erase(label);
    } else if (!may_be(found)) {
      ++score.invented;
      score.wrong += fmt::format("  + {} {}\n", found.eid, found.name);
    }
  }

  std::map<std::string, Score> finish() {
    for (const auto& [key, label] : labels_) {
      ++scores_[label.fact_class].missed;
      scores_[label.fact_class].wrong += fmt::format("  - {} {}\n", label.eid, label.name);
    }
    return scores_;
  }

 private:
  /// Obligations are labelled for some provisions only.
  [[nodiscard]] bool may_be(const Line& found) const {
    return std::ranges::any_of(optional_, [&](const Line& line) {
      const bool same = line.fact_class == found.fact_class &&
                        (line.fact_class == "power" || line.name == "any" || line.name == found.name);
      const bool whole_annexes = line.eid.ends_with('_') && found.eid.starts_with(line.eid);
      return same && (whole_annexes || found.eid == line.eid || found.eid.starts_with(line.eid + "__"));
    });
  }

  std::map<std::tuple<std::string, std::string, std::string>, Line> labels_;
  std::vector<Line> optional_;
  std::map<std::string, Score> scores_;
};

struct Floor {
  std::string_view fact_class;
  double precision, recall;
};

class LabelledFacts : public ::testing::Test {
 protected:
  /// Prints the figures; single errors are shown only if a floor is missed.
  void expect(std::string_view treaty, std::string_view file, const std::vector<Floor>& floors) {
    const char* folder = std::getenv("TREATYGRAPH_CORPUS");
    if (folder == nullptr || *folder == 0)
      GTEST_SKIP() << "TREATYGRAPH_CORPUS names no folder with the texts of treaties";
    const auto document = read_document(std::filesystem::path(folder) / "corpus" / file);
    ASSERT_TRUE(document) << document.error().detail;
    const std::filesystem::path labels = std::filesystem::path(testing::kSourceFolder) / "tests/ingest/labels";
    const auto label_lines = lines_of(testing::bytes_of(labels / treaty / "classes.jsonl"), true);
    Scorer scorer(label_lines);
    std::set<std::string> labelled;
    for (const auto& line : label_lines) labelled.insert(line.fact_class + line.eid);
    for (const auto& line : lines_of(classification_lines(*document), false)) {
      if (line.fact_class != "obligation" || labelled.contains("obligation" + line.eid)) scorer.take(line);
    }
    auto scores = scorer.finish();
    for (const auto& [fact_class, precision, recall] : floors) {
      const auto& score = scores[std::string(fact_class)];
      fmt::print("{}: {}: precision {:.3f}, recall {:.3f} ({} right, {} invented, {} missed, {} misquoted)\n", treaty,
                 fact_class, score.precision(), score.recall(), score.right, score.invented, score.missed,
                 score.misquoted);
      EXPECT_GE(score.precision(), precision) << fact_class << "\n" << score.wrong;
      EXPECT_GE(score.recall(), recall) << fact_class << "\n" << score.wrong;
      EXPECT_EQ(score.misquoted, 0U) << fact_class;
    }
  }
};

TEST_F(LabelledFacts, of_the_budapest_convention) {
  expect(
      "budapest-2001", "budapest-2001/text.txt",
      {{"offence", 1, 1}, {"power", 0.9, 0.9}, {"safeguard", 0.85, 0.9}, {"term", 1, 1}, {"obligation", 0.95, 0.95}});
}

TEST_F(LabelledFacts, of_the_convention_against_corruption) {
  expect("uncac-2003", "uncac-2003/text.txt",
         {{"offence", 1, 1},
          {"power", 0.95, 0.95},
          {"safeguard", 0.95, 0.95},
          {"term", 1, 1},
          {"obligation", 0.98, 0.98}});
}

// Labelled before the rules were run on them.

TEST_F(LabelledFacts, of_the_convention_against_torture) {
  expect("cat-1984", "open-treaties/cat.json",
         {{"offence", 0, 0}, {"power", 0.5, 0.5}, {"safeguard", 0.8, 0.8}, {"term", 1, 1}});
}

TEST_F(LabelledFacts, of_the_fish_stocks_agreement) {
  expect("fish-stocks-1995", "fish-stocks-1995/text.txt", {{"offence", 1, 1}, {"power", 0.9, 0.9}, {"term", 0.9, 0.9}});
}

TEST_F(LabelledFacts, of_the_convention_on_the_law_of_the_sea) {
  expect("unclos-1982", "unclos-1982/text.txt", {{"offence", 1, 1}, {"term", 0.9, 0.9}});
}

TEST_F(LabelledFacts, of_the_convention_on_maritime_claims) {
  expect("maritime-claims-1976", "manytreaties/LMTLMC_1976A.txt", {{"term", 1, 0.87}});
}

}  // namespace
}  // namespace treatygraph::ingest
