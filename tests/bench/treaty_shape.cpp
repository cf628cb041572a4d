#include "tests/bench/treaty_shape.h"

#include <algorithm>
#include <random>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "graph/vocabulary.h"

namespace treatygraph::bench {
namespace {

constexpr std::size_t kStates = 195;

struct Article {
  std::string key;
  std::vector<std::string> paragraphs;
};

struct Treaty {
  std::string slug;
  std::vector<Article> articles;
  std::vector<std::pair<std::string, std::size_t>> points;  ///< key, position of the article
  std::array<std::size_t, 3> hubs{};
};

class Generator {
 public:
  explicit Generator(Size size)
      : treaty_count_(size == Size::S   ? 9
                      : size == Size::M ? 1'000
                                        : 10'000),
        engine_(20240611) {}

  GraphRecords generate_with_powers() {
    auto records = generate();
    records_ = std::move(records);
    for (std::size_t i = 0; i < older_.size(); ++i) add_powers(older_[i], i == 0 ? nullptr : &older_[i - 1]);
    return std::move(records_);
  }

  GraphRecords generate() {
    for (std::size_t i = 0; i < kStates; ++i) add_node(fmt::format("state:S{}", i), {"State"});
    for (std::size_t i = 0; i < treaty_count_; ++i) add_treaty(i);
    return std::move(records_);
  }

 private:
  std::size_t below(std::size_t end) { return engine_() % end; }
  double uniform() { return static_cast<double>(engine_() >> 11) / 9007199254740992.0; }

  void add_node(const std::string& key, std::vector<std::string> labels) {
    records_.nodes.push_back({key, std::move(labels), {}});
  }
  void relate(std::string_view type, const std::string& from, const std::string& to, Properties properties = {}) {
    records_.relationships.push_back({std::string(type), from, to, std::move(properties)});
  }
  void add_part(const std::string& whole, const std::string& part, std::string label, std::size_t ordinal) {
    add_node(part, {std::move(label), "Provision"});
    relate(type::kHasPart, whole, part, {{"ordinal", static_cast<std::int64_t>(ordinal)}});
  }

  void add_treaty(std::size_t index) {
    Treaty treaty;
    treaty.slug = fmt::format("t{}", index);
    const auto root = "treaty:" + treaty.slug;
    add_node(root, {"Treaty"});
    add_provisions(treaty, root);
    choose_hubs(treaty);
    older_.push_back(std::move(treaty));
    add_references(older_.back());
    add_participation(root);
    add_statements(older_.back());
  }

  void add_provisions(Treaty& treaty, const std::string& root) {
    const double bell = uniform() + uniform() + uniform() + uniform();
    const auto articles = 14 + static_cast<std::size_t>(bell * 10) + (below(20) == 0 ? 60 + below(120) : 0);
    std::string chapter;
    std::size_t chapters = 0;
    std::size_t left = 0;
    for (std::size_t i = 0; i < articles; ++i) {
      if (left == 0) {
        chapter = fmt::format("{}:chp_{}", treaty.slug, ++chapters);
        add_part(root, chapter, "Division", chapters);
        left = 4 + below(7);
      }
      --left;
      add_article(treaty, chapter, i);
    }
  }

  void add_article(Treaty& treaty, const std::string& chapter, std::size_t index) {
    Article article{fmt::format("{}:art_{}", treaty.slug, index + 1), {}};
    add_part(chapter, article.key, "Article", index + 1);
    const auto paragraphs = 1 + below(7);
    for (std::size_t i = 1; i <= paragraphs; ++i) {
      article.paragraphs.push_back(fmt::format("{}__para_{}", article.key, i));
      const auto& paragraph = article.paragraphs.back();
      add_part(article.key, paragraph, "Paragraph", i);
      const auto points = below(10) < 3 ? 2 + below(4) : 0;
      for (std::size_t j = 0; j < points; ++j) {
        const auto point = fmt::format("{}__point_{}", paragraph, static_cast<char>('a' + j));
        add_part(paragraph, point, "Point", j + 1);
        treaty.points.emplace_back(point, index);
      }
    }
    treaty.articles.push_back(std::move(article));
  }

  void choose_hubs(Treaty& treaty) {
    const auto count = treaty.articles.size();
    treaty.hubs = {below(2), count / 3 + below(4), count * 2 / 3 + below(4)};
    for (auto& hub : treaty.hubs) hub = std::min(hub, count - 1);
  }

  const std::string& older_target() {
    const auto framework = std::min<std::size_t>(20, older_.size() - 1);
    const auto& treaty = older_[below(2) == 0 ? below(framework) : below(older_.size() - 1)];
    const auto position = below(10) < 4 ? treaty.hubs.at(below(3)) : below(treaty.articles.size());
    return treaty.articles[position].key;
  }

  const std::string& target(const Treaty& treaty, std::size_t near) {
    if (older_.size() > 1 && below(100) < 2) return older_target();
    const auto count = treaty.articles.size();
    const double u = uniform();
    std::size_t position = below(count);
    if (u < 0.45) {
      position = treaty.hubs.at(u < 0.25 ? 0 : u < 0.37 ? 1 : 2);
    } else if (u < 0.85) {
      position = std::min(count - 1, near + 6 < below(13) ? 0 : std::max<std::size_t>(near + below(13), 6) - 6);
    }
    const auto& article = treaty.articles[position];
    return below(4) == 0 ? article.paragraphs[below(article.paragraphs.size())] : article.key;
  }

  void refer(const Treaty& treaty, const std::string& from, std::size_t near, std::size_t count) {
    std::set<std::string> seen = {from};
    for (std::size_t i = 0; i < count; ++i) {
      const auto& to = target(treaty, near);
      if (seen.insert(to).second) relate(type::kRefersTo, from, to);
    }
  }

  std::size_t few() {  // 1.2 on average
    const auto r = below(100);
    return r < 35 ? 0 : r < 70 ? 1 : r < 88 ? 2 : r < 96 ? 3 : 5;
  }

  void add_references(const Treaty& treaty) {
    for (std::size_t i = 0; i < treaty.articles.size(); ++i) {
      refer(treaty, treaty.articles[i].key, i, 3 + below(6));
      for (const auto& paragraph : treaty.articles[i].paragraphs) refer(treaty, paragraph, i, few());
    }
    for (const auto& [point, near] : treaty.points) refer(treaty, point, near, few());
  }

  void add_participation(const std::string& root) {
    for (std::size_t i = 0; i < kStates; ++i) {
      const auto r = below(100);
      const auto state = fmt::format("state:S{}", i);
      if (r < 62) relate(type::kSigned, state, root);
      if (r < 50 || (r >= 62 && r < 70)) relate(type::kRatified, state, root);
    }
  }

  void add_statements(const Treaty& treaty) {
    const auto count = treaty.articles.size();
    for (std::size_t i = 0; i < count * 4; ++i) {
      const auto statement = fmt::format("statement:{}-{}", treaty.slug, i);
      add_node(statement, {"Statement"});
      std::set<std::size_t> seen;
      for (auto left = 5 + below(12); left > 0; --left) {
        const auto position = below(3) == 0 ? treaty.hubs.at(below(3)) : below(count);
        if (seen.insert(position).second) relate(type::kAddresses, statement, treaty.articles[position].key);
      }
    }
  }

  void add_powers(const Treaty& treaty, const Treaty* before) {
    std::vector<std::string> powers;
    for (std::size_t i = 0; i < treaty.articles.size(); ++i) {
      const auto& article = treaty.articles[i];
      if (i % 4 == 1) {
        powers.push_back(fmt::format("{}:power.p{}", treaty.slug, i));
        add_node(powers.back(), {"Power"});
        relate(type::kGrants, article.paragraphs.front(), powers.back());
      }
      if (i % 6 == 2) {
        const auto safeguard = fmt::format("{}:safeguard.s{}", treaty.slug, i);
        add_node(safeguard, {"Safeguard"});
        relate(type::kProvides, article.paragraphs.back(), safeguard);
        const auto conditioned =
            i % 12 == 2 ? fmt::format("{}:chp_{}", treaty.slug, 1 + i / 12) : powers[below(powers.size())];
        relate(type::kConditions, safeguard, conditioned);
      }
      if (before != nullptr && i < before->articles.size()) {
        relate(type::kCorrespondsTo, article.key, before->articles[i].key, {{"relation", "equivalent"}});
      }
    }
  }

  std::size_t treaty_count_;
  std::mt19937_64 engine_;
  std::vector<Treaty> older_;  ///< those generated so far
  GraphRecords records_;
};

}  // namespace

GraphRecords treaty_shaped(Size size) {
  return Generator(size).generate();
}

GraphRecords treaty_shaped_with_powers(Size size) {
  return Generator(size).generate_with_powers();
}

}  // namespace treatygraph::bench
