#pragma once
// How words of a query were interpreted. Every interpretation other than the typed word is reported to the reader.

#include <string>
#include <string_view>
#include <vector>

namespace treatygraph::queries {

/// A word that was not read as typed, and how it was read.
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
