#pragma once
// What the rules of classification find of terms in an invented text.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ingest/classification/classify.h"
#include "ingest/classification/fact_names.h"
#include "tests/ingest/classification/invented_treaty.h"

namespace treatygraph::ingest {

/// "art_1__point_a term.lake", "art_2 lake: Lakes".
class FoundTerms {
 public:
  explicit FoundTerms(const std::string& text)
      : document_(treaty(text)), found_(classify(document_, OwnWords(document_.structure))) {}

  [[nodiscard]] std::vector<std::string> terms() const {
    std::vector<std::string> lines;
    const auto names = names_of(found_.terms, document_.structure);
    for (std::size_t i = 0; i < names.size(); ++i) {
      lines.push_back(eid(found_.terms[i].provision) + " " + names[i]);
      for (const auto& further : found_.terms[i].further) lines.push_back(eid(further.provision) + " " + names[i]);
    }
    return lines;
  }

  [[nodiscard]] std::vector<std::string> uses() const {
    std::vector<std::string> lines;
    for (const auto& use : found_.uses) {
      lines.push_back(eid(use.provision) + " " + found_.terms[use.term].name + ": " +
                      document_.text.substr(use.quote.first, use.quote.last - use.quote.first));
    }
    return lines;
  }

  [[nodiscard]] std::vector<std::string_view> confidences() const {
    std::vector<std::string_view> all;
    for (const auto& use : found_.uses) all.push_back(confidence_of(use, found_.terms[use.term]));
    return all;
  }

 private:
  [[nodiscard]] std::string eid(std::size_t provision) const { return document_.structure[provision].eid.to_string(); }

  Document document_;
  Classification found_;
};

/// A treaty of two articles.
inline std::string with_definitions(const std::string& definitions, const std::string& article) {
  return "Article 1\nDefinitions\n\nFor the purposes of this Convention:\n\n" + definitions + "\nArticle 2\nUse\n\n" +
         article + "\n";
}

}  // namespace treatygraph::ingest
