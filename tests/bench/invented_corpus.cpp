// Writes a corpus of invented treaties that cite one another, for measuring builds: invented_corpus FOLDER COUNT

#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>

#include <fmt/format.h>

namespace {

using Words = std::array<const char*, 16>;
constexpr Words kFirst = {"Common", "Inland",  "Northern", "Southern", "Coastal", "Upper",   "Lower",  "Shared",
                          "Urban",  "Ancient", "Deep",     "Eastern",  "Western", "Distant", "Frozen", "Open"};
constexpr Words kSecond = {"Grain", "Timber", "Salt", "Copper", "Cotton", "Coal", "Silver", "Glass",
                           "Paper", "Water",  "Iron", "Clay",   "Wool",   "Tin",  "Amber",  "Sand"};
constexpr Words kThird = {"Lakes",   "Rivers", "Wells",   "Springs", "Roads",   "Harbours", "Bridges", "Markets",
                          "Forests", "Mines",  "Islands", "Straits", "Valleys", "Canals",   "Passes",  "Plains"};

/// One of 4,096.
std::string title_of(std::size_t treaty) {
  return fmt::format("Convention on {} {} {}", kFirst[treaty % 16], kSecond[treaty / 16 % 16],
                     kThird[treaty / 256 % 16]);
}

class Treaty {
 public:
  Treaty(std::size_t number, std::size_t count)
      : number_(number), count_(count), random_(static_cast<unsigned>(number)) {}

  std::string text() {
    std::string text = title_of(number_) + "\n\nThe Parties have agreed as follows:\n\n";
    for (std::size_t article = 1; article <= kArticles; ++article) {
      text += fmt::format("Article {}\nMatter {}\n\n", article, below(100));
      for (std::size_t paragraph = 1; paragraph <= 4; ++paragraph)
        text += fmt::format("{}. {}\n\n", paragraph, words());
    }
    return text;
  }

 private:
  static constexpr std::size_t kArticles = 28;

  std::size_t below(std::size_t limit) { return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random_); }

  std::string words() {
    std::string text = "Each Party shall ensure that";
    for (std::size_t i = 0; i < 30; ++i) {
      text += fmt::format(" {} {}", below(2) == 0 ? "the" : "any", kSecond[below(16)]);
    }
    return text + fmt::format(" are protected in accordance with {}.", cited());
  }

  std::string cited() {
    const auto article = fmt::format("article {}, paragraph {}", 1 + below(kArticles), 1 + below(5));
    return below(4) == 0 ? fmt::format("{} of the {}", article, title_of(below(count_))) : article;
  }

  std::size_t number_, count_;
  std::mt19937 random_;
};

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    fmt::print(stderr, "invented_corpus FOLDER COUNT\n");
    return 2;
  }
  const std::filesystem::path folder = argv[1];
  const auto count = std::strtoul(argv[2], nullptr, 10);
  std::filesystem::create_directories(folder);
  for (std::size_t i = 0; i < count; ++i) {
    std::ofstream(folder / fmt::format("treaty-{:05}.txt", i)) << Treaty(i, count).text();
  }
  return 0;
}
