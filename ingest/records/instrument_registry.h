#pragma once
// Which treaty a name means: what the sources of one build call the treaties that they have or cite.

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/records.h"

namespace treatygraph::ingest {

class InstrumentRegistry {
 public:
  /// Takes the titles and aliases of every Treaty among the records.
  void add(const GraphRecords& records);
  void add(std::string_view name, std::string slug);

  /// The slug of the treaty called so, whatever its case, its year and "the" before it.
  [[nodiscard]] std::optional<std::string> slug_of_name(std::string_view name) const;

 private:
  std::map<std::string, std::string> slugs_;  ///< by name, made alike
};

}  // namespace treatygraph::ingest
