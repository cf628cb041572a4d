#pragma once
// Citations as a line of text, for tests of the grammar.

#include <string>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "ingest/citation/citation.h"

namespace treatygraph::ingest {

/// "art_2..11", "para_2 of that", "this article", "preceding paragraph 2", "art_2 [the Charter]", "art_5 !" of the
/// treaty itself, "art_3.." with those after it.
inline std::string read_citations(std::string_view words, const Words& language = english_words()) {
  const InstrumentNames names(language.lexicon().language == "fr"   ? "la présente Convention"
                              : language.lexicon().language == "es" ? "la presente Convención"
                                                                    : "this Convention and this Convention",
                              {}, {}, language);
  std::vector<std::string> all;
  for (const auto& citation : find_citations(words, 0, words.size(), names)) {
    std::vector<std::string> provisions;
    for (const auto& provision : citation.provisions) {
      auto text = Eid(provision.steps).to_string();
      if (!provision.range_end.empty()) text += ".." + provision.range_end;
      if (provision.is_open) text += "..";
      provisions.push_back(std::move(text));
    }
    std::string text = fmt::format("{}", fmt::join(provisions, " "));
    const std::string parting = text.empty() ? "" : " of ";
    switch (citation.base) {
      case Citation::Base::Here:
        if (citation.is_kind_only) text = fmt::format("this {}", name_of(citation.of_kind));
        break;
      case Citation::Base::That:
        text += fmt::format("{}that {}", parting, name_of(citation.of_kind));
        break;
      case Citation::Base::Preceding:
        text += fmt::format("{}preceding {} {}", parting, name_of(citation.of_kind), citation.count);
        break;
      case Citation::Base::Following:
        text += fmt::format("{}following {} {}", parting, name_of(citation.of_kind), citation.count);
        break;
      case Citation::Base::Named:
        break;
    }
    if (!citation.instrument.empty()) text += fmt::format(" [{}]", citation.instrument);
    if (citation.of_instrument_before) text += " [before]";
    if (citation.of_this_treaty) text += " !";
    all.push_back(std::move(text));
  }
  return fmt::format("{}", fmt::join(all, "; "));
}

/// Words, and what they are read as.
struct Case {
  const char* words;
  const char* meaning;
};

}  // namespace treatygraph::ingest
