#include "tests/support/random_graph.h"

#include <array>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "graph/vocabulary.h"
#include "tests/support/drawing.h"

namespace treatygraph::testing {
namespace {

constexpr std::array<std::string_view, 3> kSlugs = {"one", "two", "one@2020"};
constexpr std::array<std::string_view, 3> kDates = {"2020-05-01", "2021-07", "2022-11-30"};
constexpr std::array<std::string_view, 2> kBases = {"extracted", "curated"};
constexpr std::array<std::string_view, 3> kStances = {"supports", "critical", "neutral"};

class Invention {
 public:
  explicit Invention(std::uint64_t seed) : random_(seed) {}

  GraphRecords make() {
    const auto treaties = 1 + random_.below(kSlugs.size());
    for (std::size_t i = 0; i < treaties; ++i) provisions(kSlugs[i]);
    has_draft_ = treaties == kSlugs.size();
    references();
    facts();
    participants();
    terms();
    auto records = records_of(drawing_);
    return records;
  }

 private:
  template <typename... Args>
  void draw(fmt::format_string<Args...> format, Args&&... args) {
    drawing_ += fmt::format(format, std::forward<Args>(args)...) + "\n";
  }

  void provision(std::string key) {
    draw("{} heading=\"{}\"", key, random_.chance(50) ? "alpha beta" : "gamma");
    provisions_.push_back(std::move(key));
  }

  void provisions(std::string_view slug) {
    draw("treaty:{} ratifications_needed={} entry_into_force_days=90", slug, 1 + random_.below(4));
    const auto divisions = divisions_of(slug);
    for (std::size_t article = 1; article <= 2 + random_.below(5); ++article) {
      const auto& division = article < divisions.size() ? divisions[article] : divisions.front();
      const auto a = fmt::format("{}:{}art_{}", slug, division, article);
      provision(a);
      for (std::size_t paragraph = 1; paragraph <= random_.below(4); ++paragraph) {
        const auto p = fmt::format("{}__para_{}", a, paragraph);
        provision(p);
        for (char point = 'a'; point < static_cast<char>('a' + random_.below(3)); ++point) {
          provision(fmt::format("{}__point_{}", p, point));
        }
      }
    }
    if (slug == "one" && divisions.size() > 1) provision("one:chp_V");
  }

  /// The division of each article; the first entry is for articles in no division.
  std::vector<std::string> divisions_of(std::string_view slug) {
    if (slug == "two") {
      for (const auto* key : {"two:chp_I", "two:chp_I__sec_1"}) provision(key);
      return {"", "chp_I__", "chp_I__sec_1__"};
    }
    if (slug != "one" || random_.chance(50)) return {""};
    return {"", "", "", "chp_V__", "chp_V__"};
  }

  void references() {
    const auto count = random_.below(3 * provisions_.size());
    for (std::size_t i = 0; i < count; ++i) {
      draw("{} -REFERS_TO-> {} mode={} basis={} quote=\"article {}\"", random_.one_of(provisions_),
           random_.chance(5) ? "treaty:one" : random_.one_of(provisions_), random_.one_of(kModes),
           random_.one_of(kBases), i);
    }
    for (std::size_t i = 0; i < random_.below(6); ++i) {
      draw("{} -CORRESPONDS_TO-> {} relation={} basis={}", random_.one_of(provisions_), random_.one_of(provisions_),
           random_.chance(80) ? "equivalent" : "broader", random_.one_of(kBases));
    }
    for (std::size_t article = 1; article <= 2; ++article) {
      if (!has_draft_ || random_.chance(50)) continue;
      draw("one@2020:art_{} -CORRESPONDS_TO-> one:art_{} relation=equivalent basis={}", article, 1 + random_.below(2),
           random_.one_of(kBases));
    }
  }

  void facts() {
    for (std::size_t i = 0; i < random_.below(4); ++i) {
      draw("{} -PROVIDES-> one:safeguard.s{} basis=curated", random_.one_of(provisions_), i);
      draw("one:safeguard.s{} -CONDITIONS-> {}", i, random_.one_of(provisions_));
      draw("{} -ESTABLISHES-> one:offence.o{}", random_.one_of(provisions_), i);
      draw("{} -GRANTS-> one:power.p{}", random_.one_of(provisions_), i);
      draw("one:safeguard.s{} -CONDITIONS-> one:power.p{}", i, i);
    }
  }

  void participants() {
    for (std::size_t i = 0; i < random_.below(6); ++i) {
      const auto state = fmt::format("state:S{:02}", i);
      if (random_.chance(80)) draw("{} -SIGNED-> treaty:one date={}", state, random_.one_of(kDates));
      if (random_.chance(60)) draw("{} -RATIFIED-> treaty:one date={}", state, random_.one_of(kDates));
      if (random_.chance(20)) draw("{} -WITHDREW-> treaty:one date={}", state, random_.one_of(kDates));
      const auto said = fmt::format("statement:s{}", i);
      draw("{} date={} stance={}", said, random_.one_of(kDates), random_.one_of(kStances));
      draw("{} -MADE-> {}", state, said);
      for (std::size_t n = 0; n < random_.below(3); ++n) {
        draw("{} -ADDRESSES-> {} stance={} basis={}", said, random_.one_of(provisions_), random_.one_of(kStances),
             random_.one_of(kBases));
      }
    }
  }

  void terms() {
    for (std::size_t i = 0; i < random_.below(4); ++i) {
      draw("{} -DEFINES-> one:term.t{} basis=curated", random_.one_of(provisions_), i);
      for (std::size_t n = 0; n < random_.below(4); ++n) {
        draw("{} -USES-> one:term.t{} basis={}", random_.one_of(provisions_), i, random_.one_of(kBases));
      }
    }
  }

  Random random_;
  std::string drawing_;
  std::vector<std::string> provisions_;
  bool has_draft_ = false;
};

}  // namespace

GraphRecords random_records(std::uint64_t seed) {
  return Invention(seed).make();
}

}  // namespace treatygraph::testing
