// What safeguards condition, against what was labelled by reading: precision and recall of the targets of CONDITIONS.

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <rapidjson/document.h>

#include "graph/ascii.h"
#include "ingest/build/treaty_records.h"
#include "ingest/documents/read_document.h"
#include "tests/ingest/classification/score.h"
#include "tests/ingest/read_labels.h"
#include "tests/support/places.h"

namespace treatygraph::ingest {
namespace {

using Eids = std::set<std::string>;

std::vector<std::string> texts_of(const rapidjson::Value& object, const char* name) {
  std::vector<std::string> texts;
  const auto found = object.FindMember(name);
  if (found == object.MemberEnd()) return texts;
  for (const auto& text : found->value.GetArray()) texts.emplace_back(text.GetString());
  return texts;
}

/// A line of scopes.jsonl.
struct Label {
  std::string eid, kind, words;
  std::vector<Eids> scope;  ///< of each, one is enough
  Eids also;
  bool optional = false;
};

Eids alternatives(const std::string& text) {
  Eids eids;
  for (std::size_t at = 0; at <= text.size();) {
    const auto end = std::min(text.find('|', at), text.size());
    eids.insert(text.substr(at, end - at));
    at = end + 1;
  }
  return eids;
}

/// Whether the labels of safeguards themselves count that one neither way.
bool is_optional(const std::vector<rapidjson::Document>& classes, const Label& label) {
  return std::ranges::any_of(classes, [&](const auto& line) {
    const std::string eid = line["eid"].GetString();
    const std::string name = line["name"].GetString();
    return line.HasMember("optional") && std::string_view(line["class"].GetString()) == "safeguard" &&
           (name == label.kind || name == "any") && (eid == label.eid || label.eid.starts_with(eid + "__"));
  });
}

std::vector<Label> labels_in(const std::filesystem::path& folder) {
  const auto classes = read_labels(folder / "classes.jsonl");
  std::vector<Label> labels;
  for (const auto& line : read_labels(folder / "scopes.jsonl")) {
    Label label;
    label.eid = line["eid"].GetString();
    label.kind = line["name"].GetString();
    if (line.HasMember("words")) label.words = lower_case(line["words"].GetString());
    for (const auto& one : texts_of(line, "scope")) label.scope.push_back(alternatives(one));
    for (auto& one : texts_of(line, "also")) label.also.insert(std::move(one));
    label.optional = is_optional(classes, label);
    labels.push_back(std::move(label));
  }
  return labels;
}

/// A safeguard as the reader found it.
struct FoundSafeguard {
  std::string eid, kind;
  Eids targets;                  ///< eIds; of powers and offences that of the provision that states them
  std::set<std::string> quotes;  ///< of what is of high confidence
  std::size_t high_without_words = 0;
};

/// Which provision contains which; an article's eId does not name the divisions that contain it.
class Places {
 public:
  explicit Places(const Structure& structure) : structure_(&structure) {
    for (std::size_t i = 0; i < structure.size(); ++i) at_[structure[i].eid.to_string()] = i;
  }
  [[nodiscard]] bool is_in(const std::string& part, const std::string& whole) const {
    const auto found = at_.find(part);
    const auto around = at_.find(whole);
    if (found == at_.end() || around == at_.end()) return false;
    for (auto at = (*structure_)[found->second].parent; at != Provision::kNoParent; at = (*structure_)[at].parent) {
      if (at == around->second) return true;
    }
    return false;
  }
  [[nodiscard]] Eids outermost(const Eids& eids) const {
    if (eids.contains("treaty")) return {"treaty"};
    Eids out;
    for (const auto& eid : eids) {
      if (std::ranges::none_of(eids, [&](const auto& other) { return is_in(eid, other); })) out.insert(eid);
    }
    return out;
  }

 private:
  const Structure* structure_;
  std::map<std::string, std::size_t> at_;
};

std::vector<FoundSafeguard> found_in(const Document& document) {
  const auto records = records_of(document, find_references(document), "t", InstrumentRegistry()).records;
  std::map<std::string, std::string> eids = {{"treaty:t", "treaty"}};
  std::map<std::string, FoundSafeguard> safeguards;
  for (const auto& node : records.nodes) {
    const auto own = text_of(node.properties, "eid");
    const auto provision = text_of(node.properties, "provision");
    if (!own.empty()) eids[node.key] = own;
    if (!provision.empty()) eids[node.key] = provision.substr(2);
    if (std::ranges::find(node.labels, "Safeguard") != node.labels.end()) {
      auto& safeguard = safeguards[node.key];
      safeguard.eid = provision.substr(2);
      safeguard.kind = text_of(node.properties, "kind");
    }
  }
  for (const auto& r : records.relationships) {
    if (r.type != "CONDITIONS") continue;
    auto& safeguard = safeguards.at(r.from);
    safeguard.targets.insert(eids.at(r.to));
    if (text_of(r.properties, "confidence") != "high") continue;
    const auto quote = text_of(r.properties, "quote");
    if (quote.empty() || find_property(r.properties, "start") == nullptr) ++safeguard.high_without_words;
    if (find_property(r.properties, "said_in") == nullptr) safeguard.quotes.insert(lower_case(quote));
  }
  const Places places(document.structure);
  std::vector<FoundSafeguard> all;
  for (auto& [key, safeguard] : safeguards) {
    safeguard.targets = places.outermost(safeguard.targets);
    all.push_back(std::move(safeguard));
  }
  return all;
}

struct ScopeScore : Score {
  void compare(const Label& label, const FoundSafeguard* found) {
    auto left = found != nullptr ? found->targets : Eids();
    for (const auto& one : label.scope) {
      const auto hit = std::ranges::find_if(one, [&](const auto& eid) { return left.contains(eid); });
      ++(hit == one.end() ? missed : right);
      if (hit == one.end()) {
        wrong += fmt::format("  - {} {}: {}\n", label.eid, label.kind, fmt::join(one, "|"));
      } else {
        left.erase(*hit);
      }
    }
    for (const auto& eid : left) {
      if (label.also.contains(eid)) continue;
      ++invented;
      wrong += fmt::format("  + {} {}: {}\n", label.eid, label.kind, eid);
    }
    if (found != nullptr) check_words(label, *found);
  }

 private:
  void check_words(const Label& label, const FoundSafeguard& found) {
    for (const auto& quote : found.quotes) {
      const bool fits = !label.words.empty() &&
                        (label.words.find(quote) != std::string::npos || quote.find(label.words) != std::string::npos);
      if (fits) continue;
      ++misquoted;
      wrong += fmt::format("  \" {} {}: {}\n", label.eid, label.kind, quote);
    }
    misquoted += found.high_without_words;
  }
};

/// Those that are found where the label says; a label of any kind means each that is found there.
std::vector<const FoundSafeguard*> found_for(const Label& label, const std::vector<FoundSafeguard>& all) {
  std::vector<const FoundSafeguard*> here;
  for (const auto& found : all) {
    if (found.eid == label.eid && (label.kind == "any" || found.kind == label.kind)) here.push_back(&found);
  }
  return here;
}

class LabelledScopes : public ::testing::Test {
 protected:
  static ScopeScore score(const std::string& treaty, const std::string& file) {
    const auto document =
        read_document(std::filesystem::path(std::getenv("TREATYGRAPH_CORPUS")) / "corpus" / treaty / file);
    EXPECT_TRUE(document) << document.error().detail;
    const auto labels = labels_in(std::filesystem::path(testing::kSourceFolder) / "tests/ingest/labels" / treaty);
    const auto all = found_in(*document);
    ScopeScore score;
    for (const auto& label : labels) {
      const auto here = found_for(label, all);
      if (here.empty() && !label.optional) score.compare(label, nullptr);
      for (const auto* found : here) score.compare(label, found);
    }
    fmt::print("{}: scopes: precision {:.3f}, recall {:.3f} ({} right, {} invented, {} missed, {} misquoted)\n", treaty,
               score.precision(), score.recall(), score.right, score.invented, score.missed, score.misquoted);
    return score;
  }

  static void expect(const std::string& treaty, double precision, double recall) {
    const char* folder = std::getenv("TREATYGRAPH_CORPUS");
    if (folder == nullptr || *folder == 0)
      GTEST_SKIP() << "TREATYGRAPH_CORPUS names no folder with the texts of treaties";
    const auto found = score(treaty, "text.txt");
    EXPECT_GE(found.precision(), precision) << found.wrong;
    EXPECT_GE(found.recall(), recall) << found.wrong;
    EXPECT_EQ(found.misquoted, 0U) << found.wrong;
  }
};

TEST_F(LabelledScopes, of_the_budapest_convention) {
  expect("budapest-2001", 0.95, 0.95);
}

TEST_F(LabelledScopes, of_the_convention_against_corruption) {
  expect("uncac-2003", 0.95, 0.95);
}

}  // namespace
}  // namespace treatygraph::ingest
