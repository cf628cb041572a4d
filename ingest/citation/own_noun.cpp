#include "ingest/citation/own_noun.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "ingest/citation/citation_tokens.h"
#include "ingest/citation/instruments.h"

namespace treatygraph::ingest {
namespace {

constexpr std::array<std::string_view, 5> kOwnActs = {"Regulation", "Directive", "Decision", "Act", "Law"};

/// Words after which a title says whom or what it concerns.
constexpr std::array<std::string_view, 15> kAbout = {
    "to",       "of",    "on",      "for",           "between",   "concerning", "relating", "regarding",
    "amending", "under", "against", "supplementing", "modifying", "in",         "with"};

}  // namespace

bool is_act_noun(std::string_view word) {
  return std::ranges::find(kOwnActs, word) != kOwnActs.end();
}

std::string head_noun(std::string_view title) {
  std::string found;
  for (const auto& token : citation_tokens(title, 0, title.size())) {
    auto noun = token.lower();
    if (std::ranges::find(kAbout, noun) != kAbout.end()) break;
    if (noun.empty() || !token.is_capitalised()) continue;
    noun.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(noun.front())));
    if (is_instrument_noun(noun) || is_act_noun(noun)) found = noun;
  }
  return found;
}

}  // namespace treatygraph::ingest
