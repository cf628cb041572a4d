#pragma once
// What people type, and what treaties write for it. The list is `thesaurus.txt`, compiled in.

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace treatygraph::queries {

/// The bytes of `thesaurus.txt`.
extern const std::string_view kThesaurusText;

class Thesaurus {
 public:
  enum class Kind {
    Field,        ///< words of the field: "hacking" for "illegal access"
    Name,         ///< another name of a treaty, a State or an organisation
    Translation,  ///< French, Spanish or German
  };
  struct Entry {
    Kind kind = Kind::Field;
    std::vector<std::string> meant;  ///< as written in the list
  };
  static constexpr std::size_t kMostWords = 6;  ///< of what is typed

  [[nodiscard]] static const Thesaurus& table();
  /// What is meant by words whose stems, parted by spaces, are these; null where nothing is known.
  [[nodiscard]] const Entry* find(const std::string& stems) const;
  /// Single words that are typed for something, as written.
  [[nodiscard]] const std::vector<std::string>& typed_words() const { return typed_words_; }

 private:
  Thesaurus();
  void read_line(std::string_view line, Kind kind);

  std::unordered_map<std::string, Entry> entries_;
  std::vector<std::string> typed_words_;
};

}  // namespace treatygraph::queries
