#pragma once
// A cache of the compiled regular expressions of one run.

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

namespace re2 {
class RE2;
}

namespace treatygraph::queries::cypher {

/// For =~. RE2 is linear in the text, which matters because patterns come from clients; it has no look-around and no
/// back-references. It cannot be interrupted, so a pattern and a text that would take seconds together are refused in
/// advance. Not thread-safe: each run has its own cache.
class PatternCache {
 public:
  PatternCache();
  ~PatternCache();
  PatternCache(const PatternCache&) = delete;
  PatternCache& operator=(const PatternCache&) = delete;

  /// Whether the pattern matches the entire text, as =~ requires. Throws CypherError for an invalid pattern or too long
  /// a text, and OutOfBudget.
  [[nodiscard]] bool match_whole(std::string_view text, std::string_view pattern);

 private:
  /// Valid until the next call: a full cache is cleared.
  [[nodiscard]] const re2::RE2& compiled(std::string_view pattern);
  std::unordered_map<std::string, std::unique_ptr<re2::RE2>> patterns_;
};

}  // namespace treatygraph::queries::cypher
