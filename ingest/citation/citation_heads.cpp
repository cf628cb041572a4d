#include "ingest/citation/citation_heads.h"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace treatygraph::ingest {
namespace {

using Kind = ProvisionKind;

constexpr std::array<CitationHead, 65> kHeads = {{{"article", Kind::Article},
                                                  {"articles", Kind::Article, true},
                                                  {"art", Kind::Article},
                                                  {"arts", Kind::Article, true},
                                                  {"rule", Kind::Article, false, true},
                                                  {"rules", Kind::Article, true, true},
                                                  {"regulation", Kind::Article, false, true},
                                                  {"regulations", Kind::Article, true, true},
                                                  {"paragraph", Kind::Paragraph},
                                                  {"paragraphs", Kind::Paragraph, true},
                                                  {"para", Kind::Paragraph},
                                                  {"paras", Kind::Paragraph, true},
                                                  {"§", Kind::Paragraph},
                                                  {"§§", Kind::Paragraph, true},
                                                  {"subparagraph", Kind::Point},
                                                  {"subparagraphs", Kind::Point, true},
                                                  {"sub-paragraph", Kind::Point},
                                                  {"sub-paragraphs", Kind::Point, true},
                                                  {"subsection", Kind::Point, false, true},
                                                  {"subsections", Kind::Point, true, true},
                                                  {"sub-section", Kind::Point, false, true},
                                                  {"sub-sections", Kind::Point, true, true},
                                                  {"point", Kind::Point, false, true},
                                                  {"points", Kind::Point, true, true},
                                                  {"item", Kind::Point, false, true},
                                                  {"items", Kind::Point, true, true},
                                                  {"letter", Kind::Point, false, true},
                                                  {"letters", Kind::Point, true, true},
                                                  {"clause", Kind::Point, false, true},
                                                  {"clauses", Kind::Point, true, true},
                                                  {"indent", Kind::Point, false, true},
                                                  {"indents", Kind::Point, true, true},
                                                  {"subpoint", Kind::Point},
                                                  {"littera", Kind::Point, false, true},
                                                  {"litterae", Kind::Point, true, true},
                                                  {"lit", Kind::Point, false, true},
                                                  {"literal", Kind::Point, false, true},
                                                  {"literals", Kind::Point, true, true},
                                                  {"sub-points", Kind::Point, true},
                                                  {"part", Kind::Part, false, true},
                                                  {"parts", Kind::Part, true, true},
                                                  {"chapter", Kind::Chapter},
                                                  {"chapters", Kind::Chapter, true},
                                                  {"section", Kind::Section},
                                                  {"sections", Kind::Section, true},
                                                  {"title", Kind::Title, false, true},
                                                  {"titles", Kind::Title, true, true},
                                                  {"annex", Kind::Annex},
                                                  {"annexes", Kind::Annex, true},
                                                  {"annexe", Kind::Annex},
                                                  {"appendix", Kind::Annex},
                                                  {"appendices", Kind::Annex, true},
                                                  {"appendixes", Kind::Annex, true},
                                                  {"schedule", Kind::Annex, false, true},
                                                  {"schedules", Kind::Annex, true, true},
                                                  {"attachment", Kind::Annex, false, true},
                                                  {"attachments", Kind::Annex, true, true},
                                                  {"protocol", Kind::Annex, false, true},
                                                  {"protocols", Kind::Annex, true, true},
                                                  {"exhibit", Kind::Annex, false, true},
                                                  {"exhibits", Kind::Annex, true, true},
                                                  {"addendum", Kind::Annex, false, true},
                                                  {"sub-item", Kind::Point},
                                                  {"subclause", Kind::Point},
                                                  {"sub-clause", Kind::Point}}};

constexpr std::array<std::string_view, 26> kCounted = {
    "day",      "days",    "month",  "months",  "years",    "hours",   "weeks",    "states",  "members",
    "nautical", "miles",   "metres", "per",     "percent",  "parties", "votes",    "copies",  "ratifications",
    "euro",     "dollars", "tonnes", "working", "calendar", "january", "december", "hectares"};

}  // namespace

const CitationHead* citation_head(const Token* token) {
  if (token == nullptr || token->kind != Token::Kind::Word) return nullptr;
  static const auto by_word = [] {
    std::unordered_map<std::string_view, const CitationHead*> heads;
    for (const auto& head : kHeads) heads.emplace(head.word, &head);
    return heads;
  }();
  const auto found = by_word.find(token->lower());
  return found == by_word.end() ? nullptr : found->second;
}

bool is_division(ProvisionKind kind) {
  return kind < ProvisionKind::Rule;
}

bool is_counted(const Token& token) {
  return token.kind == Token::Kind::Word && std::ranges::find(kCounted, token.lower()) != kCounted.end();
}

}  // namespace treatygraph::ingest
