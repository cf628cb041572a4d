#include "ingest/instruments.h"

#include <algorithm>
#include <array>

#include <re2/re2.h>

#include "ingest/lines.h"

namespace treatygraph::ingest {
namespace {

constexpr std::array<std::string_view, 20> kNouns = {
    "Convention",  "Conventions", "Agreement",   "Agreements", "Treaty",         "Treaties", "Protocol",
    "Protocols",   "Charter",     "Covenant",    "Covenants",  "Statute",        "Pact",     "Constitution",
    "Declaration", "Rules",       "Regulations", "Agenda",     "Specifications", "Code"};

/// Small words that may stand inside a name.
constexpr std::array<std::string_view, 16> kInside = {"of", "the",     "on",     "for",      "and",        "to",
                                                      "in", "against", "by",     "relating", "concerning", "with",
                                                      "de", "as",      "regard", "between"};

bool stands_inside(const Token& token) {
  return token.kind == Token::Kind::Word && std::ranges::find(kInside, token.lower) != kInside.end();
}

/// The noun that most often follows "this" or "the present".
std::string own_noun(std::string_view text) {
  static const RE2 pattern(R"re(\b(?i:this|the present)\s?([A-Z][a-z]+)\b)re");
  std::map<std::string, std::size_t> counts;
  re2::StringPiece rest(text.data(), text.size());
  std::string noun;
  while (RE2::FindAndConsume(&rest, pattern, &noun)) {
    if (is_instrument_noun(noun)) ++counts[noun];
  }
  const auto most = std::ranges::max_element(counts, {}, [](const auto& entry) { return entry.second; });
  return most == counts.end() ? std::string() : most->first;
}

}  // namespace

bool is_instrument_noun(std::string_view word) {
  return std::ranges::find(kNouns, word) != kNouns.end();
}

InstrumentNames::InstrumentNames(std::string_view text) : own_(own_noun(text)) {
  static const RE2::Options roomy = [] {  // long names need a larger automaton than RE2's default allows
    RE2::Options options;
    options.set_max_mem(64 << 20);
    options.set_log_errors(false);  // what does not fit is matched all the same, more slowly
    return options;
  }();
  static const RE2 means(
      R"re(["“]([A-Z][a-z]+)["”] means (?:the )?([A-Z][^;.]{10,300}?)(?:[;.]|,? (?:as|done|adopted|signed)))re", roomy);
  static const RE2 hereinafter(
      R"re(([A-Z][A-Za-z,'’ ]{10,300}?)(?: of \d{1,2} [A-Z][a-z]+ \d{4})?,? \(?hereinafter (?:referred to as |called )?(?:the )?["“]?(?:the )?([A-Z][A-Za-z]+(?: [A-Z][a-z]+)*)["”]?\)?)re",
      roomy);
  re2::StringPiece rest(text.data(), text.size());
  std::string noun;
  std::string name;
  while (RE2::FindAndConsume(&rest, means, &noun, &name)) {
    if (is_instrument_noun(noun) && name.find(noun) != std::string::npos) defined_[noun] = fold(name);
  }
  rest = re2::StringPiece(text.data(), text.size());
  while (RE2::FindAndConsume(&rest, hereinafter, &name, &noun)) {
    if (is_instrument_noun(noun) && noun != own_) defined_.try_emplace(noun, fold(name));
  }
}

std::string InstrumentNames::full_name(const std::string& noun) const {
  const auto found = defined_.find(noun);
  return found == defined_.end() ? std::string() : found->second;
}

InstrumentMention instrument_at(const std::vector<Token>& tokens, std::size_t first) {
  InstrumentMention mention;
  mention.first = first;
  auto at = first;
  for (; at < tokens.size(); ++at) {
    const auto& token = tokens[at];
    static constexpr std::array<std::string_view, 7> kProvisions = {"Article", "Articles", "Part",     "Chapter",
                                                                    "Section", "Annex",    "Paragraph"};
    if (std::ranges::find(kProvisions, token.text) != kProvisions.end()) break;
    if (token.is_capitalised()) {
      mention.last = at + 1;
      ++mention.capitals;
      if (is_instrument_noun(token.text)) mention.noun = std::string(token.text);
      continue;
    }
    const bool is_year = token.kind == Token::Kind::Number;
    if (is_year && at == first) continue;  // "the 1961 Convention"
    if (is_year && (tokens[at - 1].is("of") || tokens[at - 1].is_capitalised())) {
      mention.last = at + 1;
      continue;
    }
    const bool names_another =
        token.is("and") && !mention.noun.empty() && at + 1 < tokens.size() && tokens[at + 1].is("the");
    if (!stands_inside(token) || at == first || names_another) break;
  }
  if (mention.noun.empty()) mention.last = first;
  return mention;
}

}  // namespace treatygraph::ingest
