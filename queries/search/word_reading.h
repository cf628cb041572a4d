#pragma once
// How a word of a query was interpreted, for the reader.

#include <string>
#include <string_view>
#include <vector>

namespace treatygraph::queries {

/// How a word was interpreted, if not as typed.
struct WordReading {
  enum class How { NotFound, Spelling, RareSpelling, Kin, Thesaurus, Translation, Name, Treaty };
  std::string typed;
  How how = How::NotFound;
  std::vector<std::string> read_as;
};

/// The name of an interpretation in answers: "spelling".
[[nodiscard]] std::string_view name_of(WordReading::How how);
/// "no ‘extraditon’; shown for ‘extradition’".
[[nodiscard]] std::string sentence_of(const WordReading& reading);

}  // namespace treatygraph::queries
