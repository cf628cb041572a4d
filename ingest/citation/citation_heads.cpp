#include "ingest/citation/citation_heads.h"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace treatygraph::ingest {
namespace {

using Kind = ProvisionKind;

constexpr auto kHeads = std::to_array<CitationHead>({{"article", Kind::Article},
                                                     {"articles", Kind::Article, true},
                                                     {"art", Kind::Article},
                                                     {"arts", Kind::Article, true},
                                                     {"rule", Kind::Rule, false, true},
                                                     {"rules", Kind::Rule, true, true},
                                                     {"regulation", Kind::Regulation, false, true},
                                                     {"regulations", Kind::Regulation, true, true},
                                                     {"standard", Kind::Standard, false, true},
                                                     {"standards", Kind::Standard, true, true},
                                                     {"guideline", Kind::Guideline, false, true},
                                                     {"guidelines", Kind::Guideline, true, true},
                                                     {"principle", Kind::Principle, false, true},
                                                     {"principles", Kind::Principle, true, true},
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
                                                     {"subpoint", Kind::Point},
                                                     {"subpoints", Kind::Point, true},
                                                     {"sub-point", Kind::Point},
                                                     {"sub-points", Kind::Point, true},
                                                     {"sub-item", Kind::Point},
                                                     {"sub-items", Kind::Point, true},
                                                     {"subclause", Kind::Point},
                                                     {"subclauses", Kind::Point, true},
                                                     {"sub-clause", Kind::Point},
                                                     {"sub-clauses", Kind::Point, true},
                                                     {"subsection", Kind::Subsection},
                                                     {"subsections", Kind::Subsection, true},
                                                     {"sub-section", Kind::Subsection},
                                                     {"sub-sections", Kind::Subsection, true},
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
                                                     {"littera", Kind::Point, false, true},
                                                     {"litterae", Kind::Point, true, true},
                                                     {"lit", Kind::Point, false, true},
                                                     {"literal", Kind::Point, false, true},
                                                     {"literals", Kind::Point, true, true},
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
                                                     {"appendix", Kind::Appendix},
                                                     {"appendices", Kind::Appendix, true},
                                                     {"appendixes", Kind::Appendix, true},
                                                     {"schedule", Kind::Schedule, false, true},
                                                     {"schedules", Kind::Schedule, true, true},
                                                     {"attachment", Kind::Annex, false, true},
                                                     {"attachments", Kind::Annex, true, true},
                                                     {"protocol", Kind::Protocol, false, true},
                                                     {"protocols", Kind::Protocol, true, true},
                                                     {"exhibit", Kind::Annex, false, true},
                                                     {"exhibits", Kind::Annex, true, true},
                                                     {"addendum", Kind::Annex, false, true}});

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

int level_of(ProvisionKind kind) {
  if (is_component(kind)) return static_cast<int>(ProvisionKind::Annex);
  return static_cast<int>(is_unit(kind) ? ProvisionKind::Article : kind);
}

bool is_counted(const Token& token) {
  return token.kind == Token::Kind::Word && std::ranges::find(kCounted, token.lower()) != kCounted.end();
}

}  // namespace treatygraph::ingest
