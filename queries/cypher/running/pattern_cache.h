#pragma once
// The regular expressions of one run, compiled once each as long as there are few.

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

namespace re2 {
class RE2;
}

namespace treatygraph::queries::cypher {

/// RE2 takes time that is linear in the text, and has neither look-around nor back-references. It cannot be
/// interrupted, so a pattern and a text that together would take seconds are refused before.
class PatternCache {
 public:
  PatternCache();
  ~PatternCache();
  PatternCache(const PatternCache&) = delete;
  PatternCache& operator=(const PatternCache&) = delete;

  /// Whether the pattern matches all of the text. Throws CypherError and OutOfBudget.
  [[nodiscard]] bool match_whole(std::string_view text, std::string_view pattern);

 private:
  [[nodiscard]] const re2::RE2& compiled(std::string_view pattern);
  std::unordered_map<std::string, std::unique_ptr<re2::RE2>> patterns_;
};

}  // namespace treatygraph::queries::cypher
