#pragma once
// What the provisions of an invented treaty do, as lines, for tests.

#include <string>
#include <vector>

#include "ingest/classification/classify.h"
#include "ingest/classification/fact_names.h"
#include "ingest/text/lines.h"
#include "tests/ingest/classification/invented_treaty.h"

namespace treatygraph::ingest {

/// "art_2__point_a offence taking-of-water-a", one line for each fact and obligation.
class Found {
 public:
  explicit Found(const std::string& text)
      : document_(treaty(text)), found_(classify(document_, OwnWords(document_.structure))) {}

  [[nodiscard]] std::vector<std::string> all(FactClass fact_class) const {
    std::vector<std::string> lines;
    const auto names = names_of(found_.facts, document_.structure);
    for (std::size_t i = 0; i < found_.facts.size(); ++i) {
      if (found_.facts[i].fact_class == fact_class) lines.push_back(eid(found_.facts[i].provision) + " " + names[i]);
    }
    return lines;
  }

  [[nodiscard]] std::vector<std::string> obligations() const {
    std::vector<std::string> lines;
    for (const auto& fact : found_.obligations) lines.push_back(eid(fact.provision) + " " + fact.kind);
    return lines;
  }

  [[nodiscard]] std::vector<std::string> kinds(FactClass fact_class) const {
    std::vector<std::string> lines;
    for (const auto& fact : found_.facts) {
      if (fact.fact_class == fact_class) lines.push_back(eid(fact.provision) + " " + fact.kind);
    }
    return lines;
  }

  [[nodiscard]] std::vector<std::string> quotes(FactClass fact_class) const {
    std::vector<std::string> lines;
    for (const auto& fact : found_.facts) {
      if (fact.fact_class == fact_class) lines.push_back(quote(fact.quote));
    }
    return lines;
  }

 private:
  [[nodiscard]] std::string eid(std::size_t provision) const { return document_.structure[provision].eid.to_string(); }
  [[nodiscard]] std::string quote(WordsRange words) const {
    return fold(document_.text.substr(words.first, words.last - words.first));
  }

  Document document_;
  Classification found_;
};

}  // namespace treatygraph::ingest
