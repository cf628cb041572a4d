// References against labels made by reading, family by family.

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include "graph/key.h"
#include "ingest/documents/read_document.h"
#include "ingest/references/references.h"
#include "tests/ingest/read_labels.h"
#include "tests/support/places.h"

namespace treatygraph::ingest {
namespace {

using Json = rapidjson::Document;
using Pair = std::pair<std::string, std::string>;

std::string text_of(const rapidjson::Value& object, const char* name) {
  const auto found = object.FindMember(name);
  return found == object.MemberEnd() || !found->value.IsString() ? std::string() : found->value.GetString();
}

bool is_optional(const rapidjson::Value& label) {
  return label.HasMember("optional");
}

/// "the 1966 International Covenant" and "international-covenant" name one instrument.
bool is_same_instrument(const std::string& labelled, const std::string& found) {
  const auto slug = slug_of(found);
  return slug.find(labelled) != std::string::npos || (labelled.find(slug) != std::string::npos && slug.size() > 3);
}

/// What one treaty's labels and the reader agree on.
struct Score {
  std::size_t labelled = 0;
  std::size_t found = 0;
  std::size_t hits = 0;
  std::size_t modes = 0;
  std::size_t external = 0;
  std::size_t external_hits = 0;
  std::size_t external_found = 0;
  std::size_t external_right = 0;  ///< of those found, the optional among them
  std::vector<std::string> differences;

  static double share(std::size_t part, std::size_t whole) {
    return whole == 0 ? 1 : static_cast<double>(part) / static_cast<double>(whole);
  }
  [[nodiscard]] double precision() const { return share(hits, found); }
  [[nodiscard]] double recall() const { return share(hits, labelled); }
  [[nodiscard]] double mode() const { return share(modes, hits); }
  [[nodiscard]] double external_precision() const { return share(external_right, external_found); }
  [[nodiscard]] double external_recall() const { return share(external_hits, external); }
};

class Scorer {
 public:
  Scorer(const Document& document, const Json& about, const std::vector<Json>& labels)
      : document_(document), labels_(labels), references_(find_references(document)) {
    for (const auto& span : about["covers"].GetArray()) cover(span[0].GetString(), span[1].GetString());
  }

  /// The eIds that the labels name.
  [[nodiscard]] std::vector<std::string> covered() const {
    std::vector<std::string> eids;
    for (const auto provision : covered_) eids.push_back(eid(provision));
    return eids;
  }

  Score score() {
    score_pairs();
    score_external();
    score_external_precision();
    return std::move(score_);
  }

 private:
  [[nodiscard]] std::string eid(std::size_t provision) const { return document_.structure[provision].eid.to_string(); }

  void cover(const std::string& first, const std::string& last) {
    bool inside = false;
    bool at_last = false;
    for (std::size_t i = 0; i < document_.structure.size(); ++i) {
      const auto name = eid(i);
      inside = inside || name == first;
      at_last = at_last || name == last;
      if (at_last && name != last && !name.starts_with(last + "__")) return;
      if (inside) covered_.insert(i);
    }
  }

  void score_pairs() {
    std::map<Pair, std::set<std::string>> wanted;
    std::map<Pair, std::set<std::string>> said;
    std::set<Pair> optional;
    for (const auto& label : labels_) {
      for (const auto& target : label["targets"].GetArray()) {
        const Pair pair(text_of(label, "from"), target.GetString());
        if (is_optional(label)) optional.insert(pair);
        if (!is_optional(label)) wanted[pair].insert(text_of(label, "mode"));
      }
    }
    for (const auto& reference : references_) {
      if (!covered_.contains(reference.from)) continue;
      for (const auto target : reference.targets) {
        said[{eid(reference.from), eid(target)}].insert(std::string(reference.mode));
      }
    }
    std::erase_if(said,
                  [&](const auto& entry) { return optional.contains(entry.first) && !wanted.contains(entry.first); });
    score_.labelled = wanted.size();
    score_.found = said.size();
    for (const auto& [pair, modes] : wanted) {
      const auto hit = said.find(pair);
      if (hit == said.end()) {
        score_.differences.push_back(fmt::format("missing  {} -> {}", pair.first, pair.second));
        continue;
      }
      ++score_.hits;
      const bool same = std::ranges::any_of(modes, [&](const auto& mode) { return hit->second.contains(mode); });
      score_.modes += same ? 1U : 0U;
      if (!same) score_.differences.push_back(fmt::format("mode     {} -> {}", pair.first, pair.second));
    }
    for (const auto& [pair, modes] : said) {
      if (!wanted.contains(pair))
        score_.differences.push_back(fmt::format("spurious {} -> {}", pair.first, pair.second));
    }
  }

  void score_external() {
    std::set<const Reference*> taken;
    for (const auto& label : labels_) {
      if (text_of(label, "scope") != "external" || is_optional(label)) continue;
      ++score_.external;
      const auto hit = std::ranges::find_if(references_, [&](const Reference& reference) {
        return !taken.contains(&reference) && is_external_hit(label, reference);
      });
      if (hit == references_.end()) {
        score_.differences.push_back(fmt::format("missing  {} -> [{}] {}", text_of(label, "from"),
                                                 text_of(label, "instrument"), text_of(label, "provision")));
        continue;
      }
      taken.insert(&*hit);
      ++score_.external_hits;
    }
  }

  void score_external_precision() {
    for (const auto& reference : references_) {
      if (reference.scope != Reference::Scope::External || !covered_.contains(reference.from)) continue;
      ++score_.external_found;
      const auto is_hit = [&](const Json& label) {
        if (text_of(label, "scope") != "external") return false;
        const bool cites_same = std::ranges::any_of(
            reference.cited, [&](const Eid& cited) { return cited.to_string() == text_of(label, "provision"); });
        const bool allows = is_optional(label) && text_of(label, "from") == eid(reference.from) &&
                            (cites_same || is_same_instrument(text_of(label, "instrument"), reference.instrument));
        return allows || is_external_hit(label, reference);
      };
      const bool right = std::ranges::any_of(labels_, is_hit);
      score_.external_right += right ? 1U : 0U;
      if (!right) {
        score_.differences.push_back(
            fmt::format("spurious {} -> [{}] {}", eid(reference.from), reference.instrument, reference.provision));
      }
    }
  }

  [[nodiscard]] bool is_external_hit(const Json& label, const Reference& reference) const {
    if (reference.scope != Reference::Scope::External || eid(reference.from) != text_of(label, "from")) return false;
    const auto labelled = text_of(label, "instrument");
    if (!is_same_instrument(labelled, reference.instrument) && !is_same_instrument(labelled, reference.full_name))
      return false;
    const auto provision = text_of(label, "provision");
    if (provision.empty()) return reference.cited.empty();
    return std::ranges::any_of(reference.cited, [&](const Eid& cited) { return cited.to_string() == provision; });
  }

  const Document& document_;
  const std::vector<Json>& labels_;
  std::vector<Reference> references_;
  std::set<std::size_t> covered_;
  Score score_;
};

/// Other folders hold labels of what provisions do, and none of references.
std::set<std::filesystem::path> labelled_treaties() {
  std::set<std::filesystem::path> folders;
  const auto labels = std::filesystem::path(testing::kSourceFolder) / "tests/ingest/labels";
  for (const auto& entry : std::filesystem::directory_iterator(labels)) {
    if (std::filesystem::exists(entry.path() / "references.jsonl")) folders.insert(entry.path());
  }
  return folders;
}

/// Of the corpus, or of a public repository: TREATYGRAPH_PUBLIC_TEXTS names a folder that has the file under the
/// repository's owner and name. Empty where that folder is not given.
std::filesystem::path path_of_document(const Json& about, const std::filesystem::path& corpus) {
  const auto repository = text_of(about, "repository");
  if (repository.empty()) return corpus / "corpus" / text_of(about, "document");
  const char* texts = std::getenv("TREATYGRAPH_PUBLIC_TEXTS");
  if (texts == nullptr || *texts == 0) return {};
  return std::filesystem::path(texts) / repository / text_of(about, "document");
}

double floor_of(const Json& about, const char* name) {
  constexpr double kUsual = 0.98;
  const auto floor = about.FindMember(name);
  return floor == about.MemberEnd() ? kUsual : floor->value.GetDouble();
}

/// The share of eIds in common, of an excerpt whose structure is labelled, too.
void expect_structure(const std::filesystem::path& folder, const Json& about, std::vector<std::string> found) {
  const auto floor = about.FindMember("structure_floor");
  if (floor == about.MemberEnd()) return;
  std::size_t labelled = 0;
  std::size_t common = 0;
  for (const auto& label : read_labels(folder / "structure.jsonl")) {
    const auto is_found = std::erase(found, text_of(label, "eid")) > 0;
    if (is_optional(label)) continue;
    ++labelled;
    common += is_found ? 1U : 0U;
    if (!is_found) fmt::print("  missing  {}\n", text_of(label, "eid"));
  }
  for (const auto& eid : found) fmt::print("  spurious {}\n", eid);
  const auto share = Score::share(common, labelled + found.size());
  fmt::print("{:20} {:3} provisions, share in common {:.3f}\n", folder.filename().string(), labelled, share);
  EXPECT_GE(share, floor->value.GetDouble()) << folder;
}

TEST(LabelledReferences, are_found_family_by_family) {
  const char* corpus = std::getenv("TREATYGRAPH_CORPUS");
  if (corpus == nullptr || *corpus == 0)
    GTEST_SKIP() << "TREATYGRAPH_CORPUS names no folder with the texts of treaties";
  for (const auto& folder : labelled_treaties()) {
    const auto abouts = read_labels(folder / "about.json");
    ASSERT_EQ(abouts.size(), 1U);
    const auto& about = abouts[0];
    const auto path = path_of_document(about, corpus);
    if (path.empty()) {
      fmt::print("{:20} left out: TREATYGRAPH_PUBLIC_TEXTS names no folder with {}\n", folder.filename().string(),
                 text_of(about, "repository"));
      continue;
    }
    const auto document = read_document(path);
    ASSERT_TRUE(document) << document.error().detail;
    const auto labels = read_labels(folder / "references.jsonl");
    Scorer scorer(*document, about, labels);
    expect_structure(folder, about, scorer.covered());
    const auto score = scorer.score();
    fmt::print(
        "{:20} {:3} pairs, precision {:.3f}, recall {:.3f}, mode {:.3f}; {:2} external, precision {:.3f}, recall "
        "{:.3f}: {}\n",
        folder.filename().string(), score.labelled, score.precision(), score.recall(), score.mode(), score.external,
        score.external_precision(), score.external_recall(), text_of(about, "family"));
    for (const auto& difference : score.differences) fmt::print("  {}\n", difference);
    EXPECT_GE(score.precision(), about["floor"].GetDouble()) << folder;
    EXPECT_GE(score.recall(), about["floor"].GetDouble()) << folder;
    EXPECT_GE(score.mode(), floor_of(about, "mode_floor")) << folder;
    EXPECT_GE(score.external_recall(), floor_of(about, "external_floor")) << folder;
  }
}

}  // namespace
}  // namespace treatygraph::ingest
