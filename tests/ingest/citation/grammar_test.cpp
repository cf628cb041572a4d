// Each production of the grammar of citations, by the examples that its table shows.

#include "ingest/citation/grammar.h"

#include <set>

#include <gtest/gtest.h>

#include "tests/ingest/citation/citation_reading.h"

namespace treatygraph::ingest {
namespace {

TEST(CitationGrammar, reads_its_examples_as_it_says) {
  std::size_t examples = 0;
  for (const auto& production : citation_grammar()) {
    for (const auto& example : production.examples) {
      if (example.words.empty()) continue;
      ++examples;
      EXPECT_EQ(read_citations(example.words), example.meaning) << production.name << ": " << example.words;
    }
  }
  EXPECT_GE(examples, citation_grammar().size());
}

TEST(CitationGrammar, names_each_production_once) {
  std::set<std::string_view> names;
  for (const auto& production : citation_grammar()) {
    EXPECT_TRUE(names.insert(production.name).second) << production.name;
    EXPECT_FALSE(production.form.empty()) << production.name;
  }
}

}  // namespace
}  // namespace treatygraph::ingest
