#include "ingest/classification/phrase.h"

namespace treatygraph::ingest {

// Translates from left to right. A phrase that ends with a colon has no word boundary after it.
std::string phrase_pattern(std::string_view phrase) {
  constexpr std::string_view kGap = " ... ";
  std::string pattern = R"((?is)\b(?:)";
  for (std::size_t at = 0; at < phrase.size();) {
    if (phrase.substr(at).starts_with(kGap)) {
      pattern += R"(\b(?:[^.;:]|\.\S)*?\b)";  // "paragraph 1.a" and "No. 24" do not end a sentence; "1. " does
      at += kGap.size();
      continue;
    }
    if (phrase.substr(at).starts_with(" ?")) {
      pattern += R"(\s*)";
      ++at;
    } else if (phrase[at] == ' ') {
      pattern += R"(\s+)";
    } else {
      pattern += phrase[at];
    }
    ++at;
  }
  return pattern + (phrase.ends_with(':') ? ")" : R"()\b)");
}

}  // namespace treatygraph::ingest
