#pragma once
// A production of the grammar of citations, as listed in its tables. The tables are documentation and test data: the
// parser calls the function beside each production.

#include <array>
#include <string_view>

namespace treatygraph::ingest {

/// Words and the expected result in the notation of the tests: "art_2..11 [the Charter]".
struct Example {
  std::string_view words;
  std::string_view meaning;
};

/// One rule of the grammar in readable form. Each example is a test.
struct Production {
  std::string_view name;
  std::string_view form;  ///< `"words"`, { repeated }, [ optional ], ( one | or other )
  std::array<Example, 4> examples = {};
};

}  // namespace treatygraph::ingest
