#pragma once
// The compiled regular expressions of one run, as long as they are few.

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

namespace re2 {
class RE2;
}

namespace treatygraph::queries::cypher {

/// RE2 is linear in the text and has neither look-around nor back-references. It cannot be interrupted, so a pattern
/// and text that would take seconds together are refused in advance.
class PatternCache {
 public:
  PatternCache();
  ~PatternCache();
  PatternCache(const PatternCache&) = delete;
  PatternCache& operator=(const PatternCache&) = delete;

  /// Whether the pattern matches the entire text. Throws CypherError and OutOfBudget.
  [[nodiscard]] bool match_whole(std::string_view text, std::string_view pattern);

 private:
  [[nodiscard]] const re2::RE2& compiled(std::string_view pattern);
  std::unordered_map<std::string, std::unique_ptr<re2::RE2>> patterns_;
};

}  // namespace treatygraph::queries::cypher
