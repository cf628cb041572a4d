#pragma once
// Maps words that people type to words that treaties use. The list is `thesaurus.txt`, which is compiled in.

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace treatygraph::queries {

/// The bytes of `thesaurus.txt`.
extern const std::string_view kThesaurusText;

/// The parsed list, by the stems of the typed words.
class Thesaurus {
 public:
  enum class Kind {
    Field,        ///< technical words: "hacking" for "illegal access"
    Name,         ///< another name of a treaty, a State or an organisation
    Translation,  ///< French, Spanish or German
  };
  /// What typed words mean.
  struct Entry {
    Kind kind = Kind::Field;
    std::vector<std::string> meant;  ///< as written in the list
  };
  static constexpr std::size_t kMostWords = 6;  ///< words of the longest entry that is looked for in a query

  /// The list, parsed at the first call.
  [[nodiscard]] static const Thesaurus& table();
  /// The entry for words with these stems, separated by spaces; null if there is none.
  [[nodiscard]] const Entry* find(const std::string& stems) const;
  /// Single words that have an entry, as written.
  [[nodiscard]] const std::vector<std::string>& typed_words() const { return typed_words_; }

 private:
  Thesaurus();
  void read_line(std::string_view line, Kind kind);

  std::unordered_map<std::string, Entry> entries_;
  std::vector<std::string> typed_words_;
};

}  // namespace treatygraph::queries
